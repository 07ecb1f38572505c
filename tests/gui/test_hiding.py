"""With identities hidden nothing in the window names a patient, a date or the file; later all is back."""

import dataclasses
import re

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from sscviewer.gui.state.showing import VIEWS
from tests.end_to_end.test_hidden_identities import identifiers
from tests.gui.trials import show_trial


@pytest.fixture(scope="module")
def telling(demo_path):
    """Every patient and date of the demo, and what its notes and its file say."""
    found = set(identifiers(demo_path)) | {"demo_trial", "rash all over body"}
    assert len(found) > 200
    return found


@pytest.fixture
def hidden(window, demo, qtbot):
    show_trial(window, demo)
    window.session.set_usubjid(demo.study.usubjids[4])
    hide(window, qtbot, True)
    return window


def hide(window, qtbot, on):
    window.actions_["hide"].trigger()
    assert window.actions_["hide"].isChecked() == on
    qtbot.waitUntil(lambda: window.session.trial.study.is_hidden == on, timeout=60_000)


def texts_of_items(view):
    model = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(), 400)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role) or "")


def texts(window):
    """Yield every text the widgets of a window hold, whether on screen or behind a tab."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        yield widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QTextBrowser):
            yield widget.toHtml()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText() + widget.placeholderText()
        elif isinstance(widget, QAbstractItemView):
            yield from texts_of_items(widget)
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(i) for i in range(widget.count()))


def named(window, telling):
    said = "\n".join(texts(window))
    return sorted({word for word in telling if word in said} | set(re.findall(r"SSC-\d+", said)))


def test_the_search_finds_names_where_nothing_is_hidden(window, demo, telling):
    show_trial(window, demo)
    assert len(named(window, telling)) > 20


def test_no_text_of_the_window_names_anybody(hidden, telling, qtbot):
    study = hidden.session.trial.study
    for usubjid in study.usubjids[:4]:
        hidden.session.set_usubjid(usubjid)
        hidden.session.set_selected(("adverse_events", study.rows("adverse_events", usubjid).start))
        assert named(hidden, telling) == []
    hidden.actions_["choose_time_unit.dates"].trigger()
    for view in VIEWS:
        hidden.session.set_view(view)
        page = hidden.trial_window.workspace.analysis.get(view)
        if page is not None:
            qtbot.waitUntil(lambda page=page: not page.busy.isVisible(), timeout=60_000)
        assert named(hidden, telling) == [], view
    data = hidden.trial_window.workspace.data
    for place in range(data.tables.tabs.count()):
        data.tables.tabs.setCurrentIndex(place)
        assert named(hidden, telling) == []
    hidden.show_start()
    assert named(hidden, telling) == []


def test_the_same_patient_is_shown_and_comes_back(hidden, demo, qtbot):
    label = hidden.session.usubjid
    assert re.fullmatch(r"P\d{3}", label)
    hide(hidden, qtbot, False)
    assert hidden.session.usubjid == demo.study.usubjids[4]
    assert hidden.session.trial.study is demo.study
    assert hidden.windowTitle() == "demo_trial.xlsx – sscviewer"
    hide(hidden, qtbot, True)
    assert hidden.session.usubjid == label
    assert hidden.windowTitle() == "trial – sscviewer"
    assert "identities hidden" in hidden.trial_window.foot.file.text()


def test_marks_are_kept_but_neither_shown_nor_changed(window, demo, qtbot):
    show_trial(window, demo)
    usubjid = demo.study.usubjids[0]
    window.reviews.set_comment(usubjid, "known to me")
    hide(window, qtbot, True)
    details = window.trial_window.details
    assert not details.comment.isEnabled()
    assert details.comment.toPlainText() == ""
    window.reviews.toggle(window.session.usubjid)
    assert window.message.text == window.reviews.why_not
    for name in ("queries", "answers", "map", "compare", "keep_beside", "undo", "own_checks", "fvc_check"):
        assert not window.actions_[name].isEnabled(), name
    window.trial_window.workspace.data.tables.issues.save_button.click()
    assert window.queries.dialog is None
    hide(window, qtbot, False)
    assert window.reviews.comment(usubjid) == "known to me"
    assert not window.reviews.is_reviewed(usubjid)
    assert details.comment.isEnabled()


def test_what_is_copied_and_saved_names_nobody(hidden, telling, tmp_path):
    hidden.session.set_view("data")
    data = hidden.trial_window.workspace.data
    data.tables.issues.view.copy_all()
    copied = QGuiApplication.clipboard().text()
    assert not [word for word in telling if word in copied]
    hidden.session.set_view("patient")
    details = hidden.trial_window.details
    hidden.session.set_selected(("adverse_events", 0))
    details.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("Sheet ")


def test_a_file_opened_meanwhile_is_hidden_too(hidden, demo_path, tmp_path, telling, qtbot):
    import shutil

    path = tmp_path / "SSC-001 of site Bern.xlsx"
    shutil.copy(demo_path, path)
    with qtbot.waitSignal(hidden.opening.begun) as begun:
        hidden.opening.open(path)
    assert begun.args == ["Opening the file …"]
    before = hidden.session.trial
    qtbot.waitUntil(lambda: hidden.session.trial is not before, timeout=120_000)
    assert hidden.session.trial.study.is_hidden
    hidden.show_start()
    assert named(hidden, telling | {"Bern"}) == []
    hide(hidden, qtbot, False)
    assert hidden.session.trial.report.source.name == path.name


def test_a_file_opens_hidden_where_that_is_preferred(window, demo, qtbot):
    preferred = dataclasses.replace(window.preferring.now, open_hidden=True)
    window.preferring.prefer(preferred)
    assert window.preferring.now == preferred
    window.opening.show_opened(demo)
    assert window.actions_["hide"].isChecked()
    qtbot.waitUntil(lambda: window.session.trial is not None, timeout=60_000)
    assert window.session.trial.study.is_hidden
    # Shown on purpose, the file stays shown when it is read again.
    hide(window, qtbot, False)
    window.opening.show_opened(dataclasses.replace(demo))
    assert not window.session.trial.study.is_hidden


def test_a_plan_changed_meanwhile_is_in_force_afterwards(hidden, demo, qtbot):
    planning = hidden.session.planning
    plan = planning.plan.with_value("events", "emergent_only", not planning.plan.events.emergent_only)
    planning.choose(plan)
    hide(hidden, qtbot, False)
    assert hidden.session.planning.plan == plan
    assert hidden.session.trial.plan == plan


def test_a_comment_that_cannot_be_kept_names_nobody_once_identities_are_hidden(
    window, demo, telling, qtbot, monkeypatch
):
    show_trial(window, demo)
    usubjid = demo.study.usubjids[4]
    window.session.set_usubjid(usubjid)
    monkeypatch.setattr(window.reviews, "_set", lambda *_, **__: False)  # the disk is full
    window.trial_window.details.comment.setPlainText("the dose was cut for nausea")
    assert not window.close()
    assert usubjid in window.message.text
    window.actions_["hide"].trigger()  # the trial without names is not there yet
    assert usubjid not in window.message.text
    qtbot.waitUntil(lambda: window.session.trial.study.is_hidden, timeout=60_000)
    assert "lost, of: 1 patient." in window.message.text
    assert named(window, telling) == []
