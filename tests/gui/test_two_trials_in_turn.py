"""Two trials opened in turn while every view is visited: nothing of the other is ever shown, saved or copied.

The trials are alike but for a mark that every patient, term and drug of the second carries, so that whatever
is on screen tells whose it is. Every view is visited once; by `tests/benchmarks/two_trials.py` twenty times.
"""

import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from sscviewer.gui.state.trial import prepare_trial
from sscviewer.gui.window.trial_views import VIEWS_OF
from sscviewer.plots.charts.chart import chart_on_paper
from sscviewer.plots.paper.figure_files import svg_bytes
from tests.gui.conftest import ticket
from tests.gui.trials import disguised, settle, show_trial
from tests.planned import PLAN

CYCLES = int(os.environ.get("SSCVIEWER_CYCLES", "1"))
"""How often every view is visited."""
MARK = "Zz"
OWN = re.compile(r"(?<![a-z!])(A1|A2|A3|rash|fatigue|imatinib)\b", re.IGNORECASE)
"""What only the first trial has, unmarked."""
PLACES = [(page, view.name) for page, views in VIEWS_OF.items() for view in views]


@pytest.fixture(scope="session")
def pair(trial, tiny_study, report):
    """The tiny trial and its marked double."""
    study = disguised(tiny_study, MARK)
    marked = prepare_trial(
        study, replace(report, source=study.source), Path("/nowhere/Zz.xlsx"), ticket(), PLAN
    )
    return trial, marked


def texts_on_screen(widget):
    """Every text that is visible in a widget."""
    found = []
    for part in widget.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, QLabel | QLineEdit):
            found.append(part.text())
        elif isinstance(part, QPlainTextEdit | QTextEdit):
            found.append(part.toPlainText())
        elif isinstance(part, QComboBox):
            found += [part.itemText(i) for i in range(part.count())]
        elif isinstance(part, QTableView | QTreeView | QListWidget) and part.model() is not None:
            model = part.model()
            found += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in range(1 if isinstance(part, QListWidget) else model.columnCount())
            ]
    return [text for text in found if text]


def texts_to_be_saved(page):
    """Every text of the figure and table that would be saved."""
    found = []
    if (figure := page.figure()) is not None:
        found.append(svg_bytes(chart_on_paper(figure), "", "").decode())
    if (table := page.table()) is not None:
        found += [table.title, *table.notes, *(cell for row in table.rows for cell in row)]
    return found


def check_whose(texts, is_marked, where):
    """Patients are A1, A2 … or ZzA1, ZzA2 …; terms and drug likewise. A cell (AE!A2) is of either."""
    for text in texts:
        wrong = OWN.search(text) if is_marked else re.search(MARK, text, re.IGNORECASE)
        assert not wrong, (where, wrong[0], text)


def visit(window, trials, turn, qtbot):
    """Show one trial, look at a view, then open the other under it."""
    page_name, view_name = PLACES[turn % len(PLACES)]
    page = window.trial_window.workspace.analysis[page_name]
    window.session.set_view(page_name)
    page.show_view(view_name)
    settle(page, qtbot)
    one = turn % 2
    other = trials[1 - one]
    QGuiApplication.clipboard().clear()
    show_trial(window, other)
    where = f"{page_name}, {view_name}, just opened"
    assert not page.has_result, where
    assert page.figure() is None, where
    assert page.table() is None, where
    for name in ("save", "copy", "save_table"):
        assert not window.actions_[name].isEnabled(), (where, name)
    window.figures.copy()
    assert QGuiApplication.clipboard().image().isNull(), where
    check_whose(texts_on_screen(page), one == 0, where)
    settle(page, qtbot)
    where = f"{page_name}, {view_name}, computed"
    check_whose(texts_on_screen(page), one == 0, where)
    check_whose(texts_to_be_saved(page), one == 0, where)
    if window.actions_["copy"].isEnabled():
        window.actions_["copy"].trigger()
        check_whose([QGuiApplication.clipboard().text()], one == 0, f"{where}, copied")


def turn_trials(window, trials, turns, qtbot):
    """Take turns, one view after the other."""
    show_trial(window, trials[0])
    for turn in range(turns):
        if turn and turn % len(PLACES) == 0:
            sys.stderr.write(f"{turn // len(PLACES)} of {CYCLES} cycles\n")
        visit(window, trials, turn, qtbot)


def test_nothing_of_the_other_trial_is_shown_saved_or_copied(window, pair, qtbot):
    turn_trials(window, pair, CYCLES * len(PLACES), qtbot)
