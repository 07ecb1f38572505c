"""What the right mouse button offers for a mark in a picture, above what the view itself can do."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from sscviewer.gui.state.actions import Actions

if TYPE_CHECKING:
    from sscviewer.plots.mark import Mark


def add_mark_entries(menu: QMenu, mark: "Mark | None") -> None:
    """Offer to copy what is under the mouse: its words, and the cell they come from."""
    if mark is None:
        return
    if mark.text:
        menu.addAction("Copy these words").triggered.connect(partial(_copy, mark.text))
    if mark.srcref:
        words = f"Copy the cell, {mark.srcref}"
        menu.addAction(words).triggered.connect(partial(_copy, mark.srcref))


def add_figure_entries(menu: QMenu, actions: Actions) -> None:
    """Offer to save and copy the picture, as in the menu Figures."""
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addActions([actions["save"], actions["copy"]])


def _copy(text: str, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(text)
