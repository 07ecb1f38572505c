"""How the window shows what it shows: choices on which no number depends."""

from PySide6.QtCore import QObject, Signal

TIME_UNITS = ("months", "days", "dates")
BANDS = ("relative10", "mcid", "ppf", "skin", "eligibility", "cohort", "model")
PAGES = {
    "patient": "&Patient",
    "cohort": "C&ohort",
    "safety": "Safet&y",
    "dose": "&Dose",
    "efficacy": "&Efficacy",
    "data": "D&ata",
    "report": "&Report",
    "plan": "P&lan",
}
"""Pages and their titles, in the order of their tabs and keys: 1, 2 …"""
VIEWS = tuple(PAGES)


class Showing(QObject):
    """Choices of how to show. Setters check, store and say so; the same value says nothing.

    Attributes
    ----------
    day_range
        (first, last) study day the user zoomed to; None for all.

    Signals
    -------
    day_range_changed, time_unit_changed, bands_changed, dark_changed, view_changed
        Each carries the new value.
    """

    day_range_changed = Signal(object)
    time_unit_changed = Signal(str)
    bands_changed = Signal(object)
    dark_changed = Signal(bool)
    view_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day_range: tuple[float, float] | None = None
        self._time_unit, self._view, self._dark = "months", "patient", False
        self._bands: frozenset[str] = frozenset()

    @property
    def day_range(self) -> tuple[float, float] | None:
        """The days zoomed to."""
        return self._day_range

    @property
    def time_unit(self) -> str:
        """How time is labelled."""
        return self._time_unit

    @property
    def bands(self) -> frozenset[str]:
        """The bands switched on."""
        return self._bands

    @property
    def dark(self) -> bool:
        """Whether the window is dark."""
        return self._dark

    @property
    def view(self) -> str:
        """The page of the window."""
        return self._view

    def set_day_range(self, day_range: tuple[float, float] | None) -> None:
        """Zoom to these days, or to all."""
        if day_range is not None and not day_range[0] < day_range[1]:
            raise ValueError(f"{day_range} is no range of days")
        if day_range != self._day_range:
            self._day_range = day_range
            self.day_range_changed.emit(day_range)

    def set_time_unit(self, unit: str) -> None:
        """Label time in months, days or dates."""
        check(unit, TIME_UNITS)
        if unit != self._time_unit:
            self._time_unit = unit
            self.time_unit_changed.emit(unit)

    def set_bands(self, bands: frozenset[str]) -> None:
        """Switch bands on and off."""
        for band in bands:
            check(band, BANDS)
        if bands != self._bands:
            self._bands = bands
            self.bands_changed.emit(bands)

    def set_dark(self, dark: bool) -> None:
        """Be dark or light."""
        if dark != self._dark:
            self._dark = dark
            self.dark_changed.emit(dark)

    def set_view(self, view: str) -> None:
        """Turn to another page of the window."""
        check(view, VIEWS)
        if view != self._view:
            self._view = view
            self.view_changed.emit(view)


def check(value: str, allowed: tuple[str, ...]) -> None:
    """Raise ValueError for a value that is none of those there are."""
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
