"""Everything that touches the disk on the way out. Nothing else in the package writes outputs.

    fs        the operating system's calls, one function each: the seam where tests cut the power
    tree      folders made of those calls: write through to the disk, read back, remove
    lock      one writer at a time
    marker    `.dianzhi.json`: which version stands in a folder, and every file's hash
    stage     artifacts into a fresh folder, checked before anyone sees it
    swap      the fresh folder in the place of the old one; recovery after a crash
    output    the above put together: `open_output(dist)`, `replace`, `replace_parts`
    compare   what a build would change (`--check`)
    site      MkDocs as a subprocess, the same bytes everywhere
    ledger    what has been published where, and when
    publish   the public files to the place they are served from; the way back
    serve     a folder on localhost, for looking at it

The exceptions, all of them with facts and without Chinese, which is the command's business:

    WriteError
    ├── Busy               another process holds the lock
    ├── BadPath            an artifact's path is unsafe, or collides with another one's
    ├── NotWritten         a file read back is not what was written
    ├── NotOurs            the folder holds something that no build of ours made
    ├── OtherVersion       the rest of the folder is of another version
    ├── Damaged            files are not what the marker says
    ├── SiteFailed         MkDocs ended with an error
    ├── NotPublishable     this is not a folder of public files, or not a place for them
    └── NothingBefore      there is no earlier version to go back to
"""
