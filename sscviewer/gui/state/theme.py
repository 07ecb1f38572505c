"""Light and dark, each in high contrast too: read from resources/theme and put on the application."""

import tomllib
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from sscviewer.bundled import resource_path
from sscviewer.gui.state.outlined import Outlined

_ROLES = {
    "window": QPalette.ColorRole.Window,
    "window_text": QPalette.ColorRole.WindowText,
    "base": QPalette.ColorRole.Base,
    "alternate_base": QPalette.ColorRole.AlternateBase,
    "text": QPalette.ColorRole.Text,
    "button": QPalette.ColorRole.Button,
    "button_text": QPalette.ColorRole.ButtonText,
    "bright_text": QPalette.ColorRole.BrightText,
    "highlight": QPalette.ColorRole.Highlight,
    "highlighted_text": QPalette.ColorRole.HighlightedText,
    "link": QPalette.ColorRole.Link,
    "link_visited": QPalette.ColorRole.LinkVisited,
    "tool_tip_base": QPalette.ColorRole.ToolTipBase,
    "tool_tip_text": QPalette.ColorRole.ToolTipText,
    "placeholder_text": QPalette.ColorRole.PlaceholderText,
    "light": QPalette.ColorRole.Light,
    "midlight": QPalette.ColorRole.Midlight,
    "mid": QPalette.ColorRole.Mid,
    "dark": QPalette.ColorRole.Dark,
    "shadow": QPalette.ColorRole.Shadow,
    "accent": QPalette.ColorRole.Accent,
}
_DISABLED = ("window_text", "text", "button_text", "highlighted_text")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of the window.

    Attributes
    ----------
    strong
        High contrast: text has at least 7 : 1 against its ground, and every field and button a full outline.
    palette
        For the application.
    named
        Colours with a meaning of their own: "completed", "error" …
    """

    dark: bool
    strong: bool
    palette: QPalette
    named: dict[str, QColor]


def load_theme(dark: bool, strong: bool = False) -> Theme:
    """Return the light or the dark theme, in high contrast or not."""
    name = ("dark" if dark else "light") + ("_contrast" if strong else "")
    path = resource_path("theme", f"{name}.toml")
    colours = tomllib.loads(path.read_text(encoding="utf-8"))
    palette = QPalette()
    for name, role in _ROLES.items():
        palette.setColor(role, QColor(colours["palette"][name]))
    for name in _DISABLED:
        colour = QColor(colours["disabled"]["text"])
        palette.setColor(QPalette.ColorGroup.Disabled, _ROLES[name], colour)
    return Theme(dark, strong, palette, {name: QColor(value) for name, value in colours["named"].items()})


class Themes(QObject):
    """Chooses the theme by the user's wish and the system's, and puts its palette on the application.

    Attributes
    ----------
    wish
        "system", "light", "dark", "light_contrast" or "dark_contrast".
    current
        The theme in force.

    Signals
    -------
    changed
        With the theme now in force.
    """

    changed = Signal(object)

    def __init__(self, wish: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = wish
        self.current = load_theme(self._is_dark(), self._is_strong())
        self._put_on()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow)

    def set_wish(self, wish: str) -> None:
        """Follow the user."""
        self.wish = wish
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Follow wish and system."""
        dark, strong = self._is_dark(), self._is_strong()
        if (dark, strong) != (self.current.dark, self.current.strong):
            self.current = load_theme(dark, strong)
            self._put_on()
            self.changed.emit(self.current)

    def _is_dark(self) -> bool:
        if self.wish != "system":
            return self.wish.startswith("dark")
        # Unknown (plain X11) counts as light.
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _is_strong(self) -> bool:
        # The system's own wish is not asked for: QStyleHints.accessibility() of PySide6 6.11 hands out an
        # object that it takes for deleted at the next call, and now and then ends the program.
        return self.wish.endswith("_contrast")

    def _put_on(self) -> None:
        if self.current.strong != isinstance(QApplication.style(), Outlined):
            QApplication.setStyle(Outlined() if self.current.strong else QStyleFactory.create("Fusion"))
        QApplication.setPalette(self.current.palette)
        # Fusion draws the frame of a tick box in a darker shade of the window: on a dark list it is not seen.
        lists = QPalette(self.current.palette)
        if self.current.dark:
            lists.setColor(QPalette.ColorRole.Window, self.current.named["quiet"])
        # The stubs of PySide6 6.10 ask for bytes, which it does not take.
        QApplication.setPalette(lists, "QListWidget")  # type: ignore[arg-type]
