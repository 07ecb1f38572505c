"""Long work in one place, off the window's thread, brought back by one queued signal.

There are three lanes: a model that takes a minute must keep neither a file from being opened nor another view
from being looked at.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sscviewer.gui.state.collecting import Collecting
from sscviewer.gui.state.qt_types import make_qt_types

PROGRESS_SECONDS = 0.05
"""Progress is passed on at most this often."""


class Cancelled(Exception):  # noqa: N818 - reads as what happened
    """Work that was asked to stop, did."""


class Ticket:
    """One request: what the work uses to report and to see whether it should stop."""

    def __init__(self, kind: str, post: Callable[["Ticket", str, Any], None]) -> None:
        self.kind = kind
        self._post = post
        self._stop = Event()
        self._told = 0.0

    @classmethod
    def unheard(cls) -> "Ticket":
        """Return the ticket of work that nobody waits for: export."""
        return cls("unheard", lambda *_: None)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._stop.is_set()

    def while_waiting(self, seconds: float) -> None:
        """Raise `Cancelled` once the work should stop: what waits for a disk is asked again and again."""
        if self.cancelled():
            raise Cancelled

    def progress(self, text: str, fraction: float) -> None:
        """Say how far the work is, 0 to 1."""
        now = time.monotonic()
        if now - self._told >= PROGRESS_SECONDS or fraction >= 1:
            self._told = now
            self._post(self, "progress", (text, fraction))


Lane = Literal["reading", "looking", "computing"]
"""Reading: files and what is needed to show them. Looking: the view on screen. Computing: what nobody
waits for in front of a picture: models behind a patient's page, effects of a changed plan, long writing."""
THREADS: dict[Lane, int] = {"reading": 1, "looking": 4, "computing": 1}
"""A view that was given up in the middle of a long step, where it cannot hear of it, keeps one thread of its
lane; the view looked at instead has another. Only one at a time is still wanted."""

Work = Callable[[Ticket], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]
Progress = Callable[[str, float], None]


class Tasks(QObject):
    """Runs pieces of work in lanes, each on as many threads of its own as `THREADS` says.

    A newer request of the same kind cancels the older one, whose result is ignored. Callbacks run in the
    window's thread. A failure nobody takes is raised there, so that it reaches `sys.excepthook`.
    """

    _posted = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            lane: ThreadPoolExecutor(n, thread_name_prefix=f"sscviewer-{lane}") for lane, n in THREADS.items()
        }
        self._latest: dict[str, tuple[Ticket, Done, Failed | None, Progress | None]] = {}
        self._closed = False
        self._collecting = Collecting(self)
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        kind: str,
        work: Work,
        done: Done,
        failed: Failed | None = None,
        progress: Progress | None = None,
        *,
        lane: Lane = "reading",
    ) -> Ticket:
        """Start work as soon as its lane is free.

        Parameters
        ----------
        work
            Gets the ticket; must touch no widget.
        failed
            Gets any exception of the work, `Cancelled` included.
        """
        self.cancel(kind)
        ticket = Ticket(kind, self._post)
        self._latest[kind] = (ticket, done, failed, progress)
        if not self._closed:
            make_qt_types()
            self._pools[lane].submit(self._work, ticket, work)
        return ticket

    def cancel(self, kind: str) -> None:
        """Ask running or waiting work of this kind to stop; its result will be ignored."""
        entry = self._latest.pop(kind, None)
        if entry:
            entry[0].cancel()

    def is_running(self, kind: str) -> bool:
        """Whether work of this kind is waiting or running."""
        return kind in self._latest

    def close(self) -> None:
        """Stop everything and wait for the threads; nothing is delivered afterwards."""
        self._closed = True
        for kind in list(self._latest):
            self.cancel(kind)
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._collecting.close()

    def _work(self, ticket: Ticket, work: Work) -> None:
        if ticket.cancelled():
            return
        try:
            result = work(ticket)
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, where it is shown or raised
            self._post(ticket, "failed", error)
        else:
            self._post(ticket, "done", result)

    def _post(self, ticket: Ticket, what: str, value: Any) -> None:
        if not self._closed:
            self._posted.emit(ticket, what, value)

    @Slot(object, str, object)
    def _deliver(self, ticket: Ticket, what: str, value: Any) -> None:
        entry = self._latest.get(ticket.kind)
        if self._closed or entry is None or entry[0] is not ticket:
            return
        _, done, failed, progress = entry
        if what == "progress":
            if progress:
                progress(*value)
            return
        del self._latest[ticket.kind]
        if what == "done":
            done(value)
        elif failed:
            failed(value)
        else:
            raise value
