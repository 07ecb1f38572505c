"""What the user is asked before a file is shown: its password, the order of its dates, limits."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.password import AskPassword
from sscviewer.gui.state.settings import BY_KEY, Settings

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.date_order import AskDateOrder
    from sscviewer.gui.dialogs.fvc_tolerance import AskFvcTolerance
    from sscviewer.gui.state.trial import Trial
    from sscviewer.workbook.values.date_order import DateOrder


class Passwords(QObject):
    """Asks for passwords; they are in memory only, and gone when the window closes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._given: dict[Path, str] = {}
        self._asking: tuple[Path, AskPassword, Callable[[Path], None]] | None = None

    def of(self, path: Path) -> str | None:
        """Return the password the user gave for a file, None without one."""
        return self._given.get(path)

    def ask(self, path: Path, then: Callable[[Path], None], *, is_wrong: bool) -> None:
        """Ask for a file's password and go on with the answer; without one nothing happens."""
        dialog = AskPassword(path.name, is_wrong=is_wrong, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._answered)
        self._asking = (path, dialog, then)
        dialog.open()

    @Slot()
    def _answered(self) -> None:
        if self._asking is not None:
            (path, dialog, then), self._asking = self._asking, None
            self._given[path] = dialog.password
            then(path)


class DateOrders(QObject):
    """Asks once whether the day or the month comes first, and keeps the answer with the mappings.

    Signals
    -------
    failed
        One sentence saying why the answer could not be kept; it holds until the window closes.
    """

    failed = Signal(str)

    def __init__(self, library: Path, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._window = window
        self._said: dict[Path, DateOrder] = {}
        self._asking: tuple[Trial, AskDateOrder, Callable[[Trial, DateOrder], None]] | None = None

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
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._answered)
        self._asking = (trial, dialog, then)
        dialog.open()

    @Slot()
    def _answered(self) -> None:
        if self._asking is not None:
            (trial, dialog, then), self._asking = self._asking, None
            self._said[trial.path] = dialog.order
            if dialog.keep.isChecked():
                self._keep(trial.shape, dialog.order)
            then(trial, dialog.order)

    def _keep(self, shape: str, order: "DateOrder") -> None:
        from sscviewer.workbook import UnusableFile
        from sscviewer.workbook.mapping.library import remember_date_order

        try:
            remember_date_order(self._library, shape, order)
        except UnusableFile as error:
            self.failed.emit(f"The order of day and month is not remembered: {error}")


FVC_TOLERANCE = "analysis/percent_tolerance"
"""One limit for what contradicts itself in the file and for the computed % predicted."""


class FvcTolerance(QObject):
    """Asks how far FVC % predicted may be from the litres; the answer is a setting.

    Attributes
    ----------
    dialog
        The dialog asked by last, None before any.
    """

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._then: Callable[[], None] = lambda: None
        self.dialog: AskFvcTolerance | None = None

    @property
    def points(self) -> float:
        """The answer, points of % predicted."""
        return self._settings.number(FVC_TOLERANCE)

    def ask(self, then: Callable[[], None]) -> None:
        """Ask, and go on if the answer is another one."""
        from sscviewer.gui.dialogs.fvc_tolerance import AskFvcTolerance

        setting = BY_KEY[FVC_TOLERANCE]
        limits = (setting.low or 0.0, setting.high or 0.0)
        self._then = then
        self.dialog = AskFvcTolerance(self.points, setting.default, limits, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._answered)
        self.dialog.open()

    @Slot()
    def _answered(self) -> None:
        if self.dialog is not None and self.dialog.points.value() != self.points:
            self._settings.set(FVC_TOLERANCE, self.dialog.points.value())
            self._then()
