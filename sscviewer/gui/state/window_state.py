"""Where the window was, kept with a version so that another version's layout is left alone."""

from PySide6.QtWidgets import QMainWindow

from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.showing import BANDS

VERSION = 1
"""Raise it when docks are added, renamed or removed."""


def save_window(window: QMainWindow, settings: Settings, *, with_docks: bool) -> None:
    """Remember size and place, and the docks when they have been made."""
    settings.set("window/version", VERSION)
    settings.set("window/geometry", window.saveGeometry())
    if with_docks:
        settings.set("window/state", window.saveState(VERSION))
    settings.save()


def restore_geometry(window: QMainWindow, settings: Settings) -> bool:
    """Put the window where it was (Qt keeps it on a screen that is there); False when nothing is known."""
    if settings.get("window/version") != VERSION:
        return False
    geometry = settings.get("window/geometry")
    return not geometry.isEmpty() and window.restoreGeometry(geometry)


def restore_docks(window: QMainWindow, settings: Settings) -> bool:
    """Give the docks the widths they had; False when nothing is known."""
    if settings.get("window/version") != VERSION:
        return False
    state = settings.get("window/state")
    return not state.isEmpty() and window.restoreState(state, VERSION)


def recall_view(session: Session, settings: Settings) -> None:
    """Show time, events and bands as the user left them."""
    session.set_time_unit(settings.text("page/time_unit"))
    session.set_lane_order(settings.text("page/lane_order"))
    session.set_bands(frozenset(settings.texts("page/bands")) & frozenset(BANDS))
