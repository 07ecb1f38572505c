"""What the user is asked before a file is shown: its password, the order of its dates, limits."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.password import AskPassword
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.state.endpoint_choices import TOLERANCE
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import BY_KEY, Settings

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.fvc_tolerance import AskFvcTolerance
    from sscviewer.gui.state.trial import Trial
    from sscviewer.workbook.values.date_order import DateOrder


class Passwords(QObject):
    """Asks for passwords; they are in memory only, and gone when the window closes."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._given: dict[Path, str] = {}

    def of(self, path: Path) -> str | None:
        """Return the password the user gave for a file, None without one."""
        return self._given.get(path)

    def ask(self, path: Path, then: Callable[[Path], None], *, is_wrong: bool) -> None:
        """Ask for a file's password and go on with the answer; without one nothing happens."""
        dialog = AskPassword(path.name, is_wrong=is_wrong, parent=self._window)

        def answered() -> None:
            self._given[path] = dialog.password
            then(path)

        ask(self._session, dialog, answered)


class DateOrders(QObject):
    """Asks once whether the day or the month comes first, and keeps the answer with the mappings.

    Signals
    -------
    failed
        One sentence saying why the answer could not be kept; it holds until the window closes.
    """

    failed = Signal(str)

    def __init__(self, session: Session, library: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._library, self._window = session, library, window
        self._said: dict[Path, DateOrder] = {}

    def of(self, path: Path) -> "DateOrder | None":
        """Return what the user said about a file since the window opened, None without an answer."""
        return self._said.get(path)

    def put(self, path: Path, order: "DateOrder | None") -> None:
        """Take what the user said elsewhere about a file; None forgets it."""
        self._said.pop(path, None)
        if order is not None:
            self._said[path] = order

    def ask(self, trial: "Trial", then: "Callable[[Trial, DateOrder], None]") -> None:
        """Ask about a trial's dates and go on with the answer; without one nothing happens."""
        from sscviewer.gui.dialogs.date_order import AskDateOrder

        dialog = AskDateOrder(trial.path.name, trial.undecided, self._window)

        def answered() -> None:
            self._said[trial.path] = dialog.order
            if dialog.keep.isChecked():
                self._keep(trial.shape, dialog.order)
            then(trial, dialog.order)

        ask(self._session, dialog, answered)

    def _keep(self, shape: str, order: "DateOrder") -> None:
        from sscviewer.workbook import UnusableFile
        from sscviewer.workbook.mapping.library import remember_date_order

        try:
            remember_date_order(self._library, shape, order)
        except UnusableFile as error:
            self.failed.emit(f"The order of day and month is not remembered: {error}")


class FvcTolerance(QObject):
    """Asks how far FVC % predicted may be from the litres; the answer is a setting.

    It is one limit for what contradicts itself in the file and for the computed % predicted.

    Attributes
    ----------
    dialog
        The dialog asked by last, None before any.
    """

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.dialog: AskFvcTolerance | None = None

    @property
    def points(self) -> float:
        """The answer, points of % predicted."""
        return self._settings.number(TOLERANCE)

    def ask(self, then: Callable[[], None]) -> None:
        """Ask, and go on if the answer is another one."""
        from sscviewer.gui.dialogs.fvc_tolerance import AskFvcTolerance

        setting = BY_KEY[TOLERANCE]
        limits = (setting.low or 0.0, setting.high or 0.0)
        self.dialog = dialog = AskFvcTolerance(self.points, setting.default, limits, self._window)

        def answered() -> None:
            if dialog.points.value() != self.points:
                self._settings.set(TOLERANCE, dialog.points.value())
                then()

        ask(self._session, dialog, answered)
