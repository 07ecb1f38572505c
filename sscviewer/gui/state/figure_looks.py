"""What the user chose of figures: the looks of the open trial's, and how each view was saved last."""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from sscviewer.gui.state.settings import BY_KEY, Settings
from sscviewer.plots.paper.figure_look import FigureLook

PARTS = (
    "format",
    "size",
    "width_mm",
    "height_mm",
    "dpi",
    "font_pt",
    "footer",
    "manifest",
    "colours",
    "family",
)
"""What is remembered of a view, and what a style says."""


class FigureLooks(QObject):
    """Titles, axes, colours and notes by figure; a figure of another trial has none of them.

    Signals
    -------
    changed
        The name of the figure whose look is another.
    chosen
        The same, where the user chose it or took it back; not where another file brings its own.
    """

    changed = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks: dict[str, FigureLook] = {}

    def of(self, name: str) -> FigureLook:
        """Return a figure's look."""
        return self._looks.get(name, FigureLook())

    def set(self, name: str, look: FigureLook) -> None:
        """Keep a figure's look."""
        self.set_all({**self._looks, name: look})

    def all(self) -> dict[str, FigureLook]:
        """Return every look that was chosen, by figure."""
        return dict(self._looks)

    def set_all(self, looks: Mapping[str, FigureLook]) -> None:
        """Choose these looks and no others."""
        for name in self.bring(looks):
            self.chosen.emit(name)

    def bring(self, looks: Mapping[str, FigureLook]) -> tuple[str, ...]:
        """Have the looks of another file, or none; return the figures that look otherwise now."""
        before, self._looks = self._looks, dict(looks)
        names = [name for name in {**before, **looks} if before.get(name) != looks.get(name)]
        for name in names:
            self.changed.emit(name)
        return tuple(names)


def page_look(usubjid: str) -> str:
    """Return under which name the look of a patient's page is kept."""
    return f"profile/{usubjid}"


def last_saved(settings: Settings, view: str) -> dict[str, Any]:
    """Return how a view was saved last; one never saved, as any was."""
    kept = _read(settings, "figure/views").get(view, {})
    return {**{part: settings.get(f"figure/{part}") for part in PARTS if _is_setting(part)}, **_allowed(kept)}


def keep_saved(settings: Settings, view: str, values: Mapping[str, Any]) -> None:
    """Keep how a view was saved."""
    kept = _read(settings, "figure/views")
    kept[view] = dict(values)
    settings.set("figure/views", json.dumps(kept))


def own_styles(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the styles the user saved, by name."""
    return {name: _allowed(values) for name, values in _read(settings, "figure/styles").items()}


def keep_style(settings: Settings, name: str, values: Mapping[str, Any] | None) -> None:
    """Keep a style under a name; None forgets it."""
    kept = _read(settings, "figure/styles")
    kept.pop(name, None)
    if values is not None:
        kept[name] = dict(values)
    settings.set("figure/styles", json.dumps(kept))


def _is_setting(part: str) -> bool:
    return f"figure/{part}" in BY_KEY


def _read(settings: Settings, key: str) -> dict[str, Any]:
    """Return what a key holds; nothing where somebody wrote something else into the file."""
    try:
        found = json.loads(settings.text(key))
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): value for name, value in found.items() if isinstance(value, dict)}


def _allowed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts whose values could have been chosen."""
    out: dict[str, Any] = {}
    for part in PARTS:
        if part not in values:
            continue
        value, setting = values[part], BY_KEY.get(f"figure/{part}")
        if setting is None:
            if isinstance(value, str):
                out[part] = value
            continue
        number = isinstance(value, int | float) and not isinstance(value, bool)
        fits = number if setting.kind in (int, float) else isinstance(value, setting.kind)
        if fits and setting.allows(value):
            out[part] = value
    return out
