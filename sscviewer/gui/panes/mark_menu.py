"""What the right mouse button offers for a mark in a picture, above what the view itself can do."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from sscviewer.gui.language import tr
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.session import Session
from sscviewer.report.table_file import plain_minus

if TYPE_CHECKING:
    from sscviewer.plots.mark import Mark

NEW_LINE = "\n"


def add_mark_entries(menu: QMenu, mark: "Mark | None", session: Session) -> None:
    """Offer to copy what is under the mouse, its words and the cell they come from, and to go to the cell."""
    if mark is None:
        return
    if mark.text:
        menu.addAction(tr("Copy these words")).triggered.connect(partial(_copy, mark.text))
    if mark.srcref:
        words = tr("Copy the cell, {srcref}").format(srcref=mark.srcref)
        menu.addAction(words).triggered.connect(partial(_copy, mark.srcref))
        both = f"{mark.srcref}\t{plain_minus(mark.text.partition(NEW_LINE)[0])}"
        menu.addAction(tr("Copy cell and value")).triggered.connect(partial(_copy, both))
        menu.addAction(tr("Find the cell on the Data page")).triggered.connect(
            partial(_show_cell, session, mark.srcref)
        )


def add_figure_entries(menu: QMenu, actions: Actions) -> None:
    """Offer to save and copy the picture, as in the menu Figures."""
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addActions([actions["save"], actions["copy"]])


def _show_cell(session: Session, srcref: str, _checked: bool = False) -> None:
    session.show_cell(srcref)


def _copy(text: str, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(text)
