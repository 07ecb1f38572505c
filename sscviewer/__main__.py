"""Where the program starts: words it knows go to the command line, anything else opens the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscviewer.analysis.verify import VerifyRow

SAFE = "--safe"
"""Opens the window without this user's settings, recent files and marks."""

COMMANDS = ("check", "analyse", "export", "verify", "demo")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `sscviewer` and return its exit code: 0 done, 1 the program is at fault, 2 the input is."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] != SAFE and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from sscviewer.cli import run

        return run(arguments, open_demo=_open_demo if _has_display() else None)
    return _open_window(arguments)


def main_window() -> int:
    """Open the window; what a desktop icon starts."""
    return _open_window(sys.argv[1:])


def _open_window(arguments: Sequence[str]) -> int:
    """Open the window on the file named, if one is, after `--safe`, if that is."""
    files = [Path(word) for word in arguments if word != SAFE]
    if not _has_display():
        sys.stderr.write(
            "sscviewer: there is no display to open a window on; "
            "use `sscviewer check FILE` or `sscviewer export FILE --out DIR`.\n"
        )
        return 2
    from sscviewer.app import run

    return run(files[0] if files else None, safe=SAFE in arguments, rules=_rule_figures)


def _rule_figures() -> "list[VerifyRow]":
    """Return the reference cases of reading and rules, for the window's verification too."""
    from sscviewer.cli.verify_rules import rule_figures

    return list(rule_figures())


def _open_demo() -> int:
    from sscviewer.app import run

    return run(None, demo=True, rules=_rule_figures)


def _has_display() -> bool:
    """Return whether a window could be seen; Windows and macOS always have a display."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
