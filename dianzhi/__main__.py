"""`python -m dianzhi` is the console script `dianzhi`."""

from dianzhi.cli import main

main(prog_name="dianzhi")
