"""Why the child program gave no cells, and the sentence to say it in."""

import signal

from sscviewer.model.sentence import say
from sscviewer.workbook.container import Container
from sscviewer.workbook.signatures import damaged

_OUT_OF_TIME = frozenset({-getattr(signal, "SIGXCPU", 0), 1816}) - {0}
"""How a process ends whose processor time is used up; 1816 is Windows' ERROR_NOT_ENOUGH_QUOTA."""

_WITH_FAR_CELLS = frozenset({"xlsx", "xlsm", "xlsb", "xls", "ods", "xml-spreadsheet", "encrypted"})

_OUT_OF_MEMORY = frozenset({-getattr(signal, "SIGKILL", 0)}) - {0}
"""How the operating system ends a process when it has no memory left."""


class Failed(Exception):  # noqa: N818 - carries what the child said, never leaves this package
    """The child program gave no cells.

    Attributes
    ----------
    kind
        The name of its exception, or "clock" (too long a wait), "time" (too much computing), "aborted" (it
        ended by itself), "room" (no memory to take what it said) or "ended" (nobody knows yet why).
    text
        What it said.
    """

    def __init__(self, kind: str, text: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.text = text

    def sentence(self, container: Container, seconds: int, megabytes: int) -> str:
        """Return one sentence about the file, given the limits the child had."""
        said = {
            "FarCell": say(
                "has a stray value in cell {text}, far from any table, and was not opened: delete it "
                "in Excel (Ctrl+End goes there), save and open again",
                text=self.text,
            ),
            "Entities": say(
                "holds XML entities, which no spreadsheet program writes and which can do harm, "
                "and was not opened: ask whoever made it for another copy"
            ),
            "TooFar": say(
                "has a value, a format or a merged cell far from any table and was not opened: "
                "copy the table to a new workbook, save and open that"
            ),
            "PasswordError": say("is password-protected: remove the password in a copy and open the copy"),
            "time": say(
                "took more than {seconds} s of computing to read and was given up: save only the "
                "tables of the trial to a new file and open that",
                seconds=seconds,
            ),
            "DamagedSheet": say(
                "has a sheet, “{text}”, that is damaged, missing in the file or written in a way "
                "that we do not know, and was not opened: open it in the program that wrote it, see "
                "what is left of that sheet, save under a new name and open that",
                text=self.text,
            ),
            "clock": say(
                "was given up after a long wait, because the computer is busy: "
                "close other programs and open it again"
            ),
            "MemoryError": say("needs more than {memory}", memory=_memory(container.kind, megabytes)),
            "room": say(
                "needs more memory to read than this computer has left: "
                "close other programs and open it again"
            ),
            "aborted": say(
                "is damaged or needs more than {memory}", memory=_memory(container.kind, megabytes)
            ),
        }.get(self.kind)
        if said is None:
            return damaged(container.name, container.kind)
        return say("“{name}” {said}.", name=container.name, said=said)


def _memory(kind: str, megabytes: int) -> str:
    """Return how much memory is too much, and what to do about it in a file of a kind."""
    limit = say("{megabytes:.1f} GB of memory to read", megabytes=megabytes / 1000)
    if kind not in _WITH_FAR_CELLS:
        return say("{limit}: save only the tables of the trial to a new file and open that", limit=limit)
    return say(
        "{limit}, often because of a stray cell far from the table: delete unused rows and "
        "columns in Excel, save and open again",
        limit=limit,
    )


def why_ended(code: int | None) -> str:
    """Return the kind of failure of a child that ended (None: not even that) before all was said."""
    if code in _OUT_OF_TIME:
        return "time"
    return "MemoryError" if code in _OUT_OF_MEMORY else "aborted"
