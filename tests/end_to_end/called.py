"""The command line called in this process, for tests of what it says: a process of its own costs seconds."""

import contextlib
import io
import subprocess

from sscviewer.__main__ import main


def called(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Return what a process would: exit code, stdout, stderr."""
    out, error = io.StringIO(), io.StringIO()
    words = [str(argument) for argument in arguments]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        try:
            code = main(words)
        except SystemExit as left:  # argparse leaves so when it does not know a word
            code = int(left.code or 0)
    return subprocess.CompletedProcess(words, code, out.getvalue(), error.getvalue())
