"""`python build.py` is `dianzhi build`."""

import sys

from dianzhi.cli import main

if __name__ == "__main__":
    main(["build", *sys.argv[1:]], prog_name="build.py")
