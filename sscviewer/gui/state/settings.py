"""Everything the program remembers, as a table: key, kind, default, limits. Text and numbers, no pickles."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from sscviewer.gui.language import LANGUAGES, SYSTEM
from sscviewer.model.endpoint_cards import LIMITS, ChangeLimit
from sscviewer.on_disk import is_file
from sscviewer.plots.paper.figure_formats import FIGURE_FORMATS

LEAST_LIMIT = 0.001
"""A limit of 0 would call every patient better *and* worse."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that is remembered.

    Attributes
    ----------
    kind
        bool, int, float, str, list (of str) or QByteArray; handed to QSettings, which otherwise gives text.
    choices
        The only values allowed; empty when any is.
    low, high
        Limits of a number, both included; None when there is none.
    was
        Key under which an earlier version kept it; "" when it is new.
    """

    key: str
    kind: type
    default: Any
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    was: str = ""

    def allows(self, value: Any) -> bool:
        """Whether a value read from the file may be used."""
        if self.choices and value not in self.choices:
            return False
        if self.low is not None and value < self.low:
            return False
        return not (self.high is not None and value > self.high)


LIMIT_PREFIX = "endpoints/limit"
_WAS = {
    "FVC_IMPROVED/points": "endpoints/fvc_improved",
    "FVC_WORSE/points": "endpoints/fvc_worse",
    "FVC_RELATIVE/percent": "endpoints/fvc_relative_fall",
    "MRSS_IMPROVED/points": "endpoints/skin_points",
    "MRSS_IMPROVED/percent": "endpoints/skin_percent",
    "MRSS_WORSE/points": "endpoints/skin_points",
    "MRSS_WORSE/percent": "endpoints/skin_percent",
    "HAQ_IMPROVED/points": "endpoints/haq_changed",
    "HAQ_WORSE/points": "endpoints/haq_changed",
    "SGRQ_IMPROVED/points": "endpoints/sgrq_improved",
    "TDI_IMPROVED/points": "endpoints/tdi_changed",
    "TDI_WORSE/points": "endpoints/tdi_changed",
}
"""What version 0.1 called some limits; a value kept by it still holds."""


def limit_parts() -> tuple[tuple[ChangeLimit, str, float], ...]:
    """Return every number of the endpoints' limits: (limit, "points" or "percent", what the card says)."""
    return tuple(
        (limit, part, value)
        for limit in LIMITS.values()
        for part, value in (("points", limit.points), ("percent", limit.percent))
        if value is not None
    )


def limit_key(limit: ChangeLimit, part: str) -> str:
    """Return the key of a number of a limit."""
    return f"{LIMIT_PREFIX}/{limit.key}/{part}"


def limit_settings() -> tuple[Setting, ...]:
    """Return a setting for every number of the endpoints' limits, with the card's as default."""
    return tuple(
        Setting(
            limit_key(limit, part),
            float,
            value,
            low=LEAST_LIMIT,
            high=1000,
            was=_WAS.get(f"{limit.key}/{part}", ""),
        )
        for limit, part, value in limit_parts()
    )


THEMES = ("system", "light", "dark", "light_contrast", "dark_contrast")
PERCENTS = ("file", "GLI-2012", "GLI Global 2022", "NHANES III", "ECSC 1993", "Crapo")
"""Which % predicted is analysed: the file's, or those computed by an equation of the catalogue."""

SETTINGS = (
    Setting("look/theme", str, "system", choices=THEMES),
    Setting("look/text_percent", int, 100, low=80, high=200),
    Setting("look/language", str, SYSTEM, choices=(SYSTEM, *LANGUAGES)),
    Setting("hints/on", bool, True),
    Setting("hints/seen", list, ()),
    Setting("files/remember", bool, True),
    Setting("files/recent", list, ()),
    Setting("privacy/open_hidden", bool, False),
    Setting("privacy/hidden", bool, False),
    Setting("files/open_folder", str, ""),
    Setting("files/save_folder", str, ""),
    Setting("page/time_unit", str, "months", choices=("months", "days", "dates")),
    Setting("page/lane_order", str, "onset", choices=("onset", "class", "grade")),
    Setting("page/bands", list, ("cohort", "model")),
    Setting("analysis/percent", str, "file", choices=PERCENTS),
    Setting("analysis/percent_tolerance", float, 8.0, low=0, high=100),
    Setting("endpoints/most_missing_sites", int, 0, low=0, high=2),
    Setting("endpoints/least_categories", int, 6, low=1, high=8),
    Setting("endpoints/shaq_line_cm", float, 0.0, low=0, high=30),
    Setting("endpoints/global_scale", str, "from the values", choices=("from the values", "0-10", "0-100")),
    Setting("endpoints/all_have_ild", bool, True),
    Setting("endpoints/revised_keeps_step_one", bool, True),
    Setting("endpoints/goh_by_fvc", bool, True),
    Setting("endpoints/criss_improved", float, 0.6, low=0, high=1),
    Setting("endpoints/own", list, ()),
    *limit_settings(),
    Setting("figure/format", str, "png", choices=FIGURE_FORMATS),
    Setting("figure/views", str, "{}"),
    Setting("figure/styles", str, "{}"),
    Setting("figure/size", str, "double", choices=("single", "one_and_a_half", "double", "slide", "custom")),
    Setting("figure/width_mm", float, 174.0, low=40, high=1000),
    Setting("figure/height_mm", float, 0.0, low=0, high=1000),
    Setting("figure/dpi", int, 300, low=72, high=1200),
    Setting("figure/font_pt", float, 8.0, low=5, high=24),
    Setting("figure/footer", bool, True),
    Setting("figure/manifest", bool, True),
    Setting("figure/name_pattern", str, "{study}_{patient}_{view}"),
    Setting("tables/looks", list, ()),
    Setting("window/version", int, 0),
    Setting("window/geometry", QByteArray, QByteArray()),
    Setting("window/state", QByteArray, QByteArray()),
)
BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """Reads and writes the settings file; a key that is not in the table is refused.

    Attributes
    ----------
    trouble
        Why settings were not read or will not be kept, in a sentence; "" when all is well.
    """

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        self.trouble = self._what_is_wrong(path)

    def _what_is_wrong(self, path: Path) -> str:
        if not self._store.isWritable():
            return f"Settings cannot be kept in {path.parent}: what you choose lasts until you quit."
        groups = {key.partition("/")[0] for key in BY_KEY}
        known = any(key.partition("/")[0] in groups for key in self._store.allKeys())
        if is_file(path) and path.stat().st_size and not known:
            return (
                f"Nothing in the settings file {path} could be read: sscviewer starts with its own settings."
            )
        return ""

    def get(self, key: str) -> Any:
        """Return a value; the default when there is none, or one outside the limits.

        Raises
        ------
        KeyError
            If the table has no such key.
        """
        setting = BY_KEY[key]
        kept = key if self._store.contains(key) else setting.was
        if not kept or not self._store.contains(kept):
            return setting.default
        try:
            value = self._store.value(kept, type=setting.kind)
        except (TypeError, ValueError):
            return setting.default
        if not isinstance(value, setting.kind) or not setting.allows(value):
            return setting.default
        return tuple(value) if isinstance(value, list) else value

    def text(self, key: str) -> str:
        """Return a text."""
        return str(self.get(key))

    def flag(self, key: str) -> bool:
        """Return a yes or no."""
        return bool(self.get(key))

    def number(self, key: str) -> float:
        """Return a number."""
        return float(self.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(str(item) for item in self.get(key))

    def set(self, key: str, value: Any) -> None:
        """Store a value.

        Raises
        ------
        KeyError
            If the table has no such key.
        ValueError
            If the value is outside the limits.
        """
        setting = BY_KEY[key]
        if not setting.allows(value):
            raise ValueError(f"{value!r} is not allowed for {key}")
        self._store.setValue(key, list(value) if setting.kind is list else value)

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()
