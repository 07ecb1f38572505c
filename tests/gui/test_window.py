"""Opening, failing to open, dropping, closing; what is remembered; names for screen readers."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

import sscviewer.gui.opening.open_file as opening
from sscviewer.gui.state.showing import VIEWS
from sscviewer.gui.state.tasks import Cancelled
from sscviewer.gui.state.trial import CannotOpen
from sscviewer.gui.state.window_state import first_size
from sscviewer.gui.window.main_window import MainWindow
from tests.gui.names import nameless, unnamed_on_purpose
from tests.gui.trials import renamed, show_trial


@pytest.fixture
def loads(monkeypatch, trial):
    """Answer what a path stands for, without a file."""

    def load(path, ticket, *how):
        if path.name == "bad.xlsx":
            raise CannotOpen("bad.xlsx is not a workbook. Save it as .xlsx and open it again.")
        if path.name == "bug.xlsx":
            raise ZeroDivisionError
        ticket.progress("reading sheet AE", 0.5)
        return trial

    monkeypatch.setattr(opening, "load_trial", load)


def test_a_file_opens(window, loads, qtbot):
    assert not window.isAnimated()  # Qt would let panes glide
    with qtbot.waitSignal(window.session.trial_changed):
        window.opening.open(Path("/x/good.xlsx"))
    assert window.stack.currentWidget() is window.trial_window.workspace
    assert window.windowTitle() == "tiny.xlsx – sscviewer"
    foot = window.trial_window.foot
    assert foot.words.text() == (
        "1 adverse event has no start date · 1 value is not a number · 1 of 2 columns read, 1 not read · "
        "1 error · 1 warning"
    )
    assert foot.file.text() == "tiny.xlsx · 4 patients · sha256 00000000…"
    assert foot.badge.isVisible()
    assert not window.progress.isVisible()


def test_a_bad_file_is_told_and_the_old_study_stays(opened, loads, qtbot):
    opened.session.set_usubjid("A2")
    with qtbot.waitSignal(opened.opening.failed):
        opened.opening.open(Path("/x/bad.xlsx"))
    assert opened.message.isVisible()
    assert opened.message.text.startswith("bad.xlsx is not a workbook.")
    assert opened.session.usubjid == "A2"
    assert not opened.progress.isVisible()
    opened.patient_commands.next()
    assert opened.session.usubjid == "A3"


def test_a_bug_while_loading_reaches_the_hook(opened, loads, qtbot):
    with qtbot.captureExceptions() as caught:
        opened.opening.open(Path("/x/bug.xlsx"))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not opened.progress.isVisible()


def test_cancel_keeps_what_was_open(opened, monkeypatch, qtbot):
    began, ended = threading.Event(), threading.Event()

    def load(path, ticket, *how):
        began.set()
        while not ticket.cancelled():
            pass
        ended.set()
        raise Cancelled

    monkeypatch.setattr(opening, "load_trial", load)
    opened.opening.open(Path("/x/slow.xlsx"))
    assert began.wait(5)
    assert opened.progress.isVisible()
    qtbot.mouseClick(opened.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert ended.wait(5)
    qtbot.wait(20)
    assert not opened.progress.isVisible()
    assert opened.session.usubjid == "A1"
    assert opened.recents.paths == ()


def test_closing_while_loading(places, monkeypatch, qtbot):
    began = threading.Event()

    def load(path, ticket, *how):
        began.set()
        while not ticket.cancelled():
            pass
        raise Cancelled

    monkeypatch.setattr(opening, "load_trial", load)
    window = MainWindow(places)
    window.show()
    window.opening.open(Path("/x/slow.xlsx"))
    assert began.wait(5)
    assert window.close()
    window.deleteLater()


def test_a_drive_that_hangs_keeps_neither_the_next_file_nor_the_end(places, monkeypatch, qtbot):
    answers = threading.Event()

    def hang(path, *name):
        if path.name == "hangs.xlsx":
            answers.wait()
        raise FileNotFoundError

    monkeypatch.setattr("sscviewer.workbook.container._read_once", hang)
    monkeypatch.setattr(opening, "why_missing", hang)
    monkeypatch.setattr("sscviewer.workbook.steps.LONG", 0.1)
    window = MainWindow(places)
    window.show()
    window.recents.add(Path("/x/hangs.xlsx"))
    window.opening.look_for_recents()
    with qtbot.waitSignal(window.opening.advanced, check_params_cb=lambda text, _: "does not answer" in text):
        window.opening.open(Path("/x/hangs.xlsx"))
    window.progress.cancel_button.click()
    assert not window.progress.isVisible()
    with qtbot.waitSignal(window.opening.failed) as said:
        window.opening.open(Path("/x/gone.xlsx"))
    assert "is not there" in said.args[0]
    window.opening.open(Path("/x/hangs.xlsx"))
    window.close()  # waits for all work
    window.deleteLater()
    answers.set()


def drag(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    args = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 50), *args)
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(50, 50), *args))
    return enter.isAccepted()


def test_a_dropped_file_opens(window, loads, qtbot):
    with qtbot.waitSignal(window.session.trial_changed):
        assert drag(window, "/x/with space + é 日本.xlsx")


def test_nothing_inside_the_window_takes_a_dropped_file_away(opened):
    figure = opened.trial_window.workspace.patient.figure
    for widget in (figure, figure.viewport(), opened.trial_window.list.search):
        assert not widget.acceptDrops()
    assert not opened.trial_window.details.comment.acceptDrops()


def test_recent_files(window, loads, trial, qtbot, tmp_path):
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"x")
    window.recents.add(tmp_path / "gone.xlsx")
    window.recents.add(tmp_path / "no folder" / "away.xlsx")
    window.recents.add(there)
    window.recents.add(there)
    with qtbot.waitSignal(window.opening.missing_known):
        window.opening.look_for_recents()
    items = [window.start_page.list.item(i) for i in range(window.start_page.list.count())]
    assert [bool(item.flags() & Qt.ItemFlag.ItemIsEnabled) for item in items] == [True, False, False]
    assert "folder cannot be reached" in items[1].text()
    assert "moved, renamed or deleted" in items[2].text()
    assert window.actions_["forget"].isEnabled()
    window.start_page.clear_button.click()
    assert window.recents.paths == ()


def test_recent_files_can_be_switched_off(window, tmp_path):
    window.recents.add(tmp_path / "a.xlsx")
    window.start_page.remember_box.click()
    window.recents.add(tmp_path / "b.xlsx")
    assert window.recents.paths == ()
    assert window.settings.texts("files/recent") == ()
    assert not window.actions_["remember"].isChecked()
    assert "not remembered" in window.start_page.list.item(0).text()


def test_the_demo_is_no_recent_file(window, loads, qtbot):
    with qtbot.waitSignal(window.session.trial_changed):
        window.opening.open_demo()
    assert window.recents.paths == ()


def test_marks_belong_to_the_study_whatever_the_file(opened, trial):
    opened.reviews.toggle("A2")
    opened.reviews.set_comment(opened.session.usubjid, "look again")
    show_trial(opened, renamed(trial, "1" * 64))
    assert opened.reviews.is_reviewed("A2")
    assert opened.trial_window.details.comment.toPlainText() == "look again"
    show_trial(opened, trial)
    assert opened.reviews.is_reviewed("A2")
    assert opened.patients.is_reviewed("A2")


def test_start_page_and_back(opened):
    opened.actions_["start"].trigger()
    assert opened.start_page.isVisible()
    assert not opened.trial_window.list.isVisible()
    assert not opened.trial_window.details_dock.isVisible()


@pytest.fixture
def again(places):
    """Start the program a second time."""
    made = []

    def start():
        made.append(MainWindow(places))
        made[-1].show()
        return made[-1]

    yield start
    for window in made:
        window.close()
        window.deleteLater()


def test_the_size_comes_back(window, again):
    window.resize(700, 555)
    window.close()
    second = again()
    assert (second.width(), second.height()) == (700, 555)


@pytest.mark.parametrize("room", [(1920, 1040), (1366, 728), (960, 500)])
def test_the_first_window_lies_whole_on_the_screen(room):
    size, (width, height) = first_size(QSize(*room)), room
    assert size.width() <= min(width, 1280)
    assert size.height() <= min(height - 30, 800)


def test_the_panes_come_back(window, again, trial):
    show_trial(window, trial)
    window.actions_["details"].trigger()
    assert not window.trial_window.details_dock.isVisible()
    window.close()
    second = again()
    show_trial(second, trial)
    assert not second.trial_window.details_dock.isVisible()
    assert not second.actions_["details"].isChecked()


def test_a_layout_of_another_version_is_left_alone(window, again, trial):
    show_trial(window, trial)
    window.close()
    window.settings.set("window/version", 99)
    second = again()
    show_trial(second, trial)
    assert second.trial_window.list.isVisible()


def test_every_control_of_every_page_and_view_has_a_name(window, demo):
    show_trial(window, demo)
    assert nameless(window) == []
    window.actions_["events"].setChecked(True)
    for view in VIEWS:
        window.session.set_view(view)
        page = window.trial_window.workspace.analysis.get(view)
        for kind in page._kinds if page is not None else ():
            page.show_view(kind.name)
            assert nameless(page) == [], kind.name
    assert nameless(window) == []
    n_named = unnamed_on_purpose(window)  # the search finds them all: it is no search that finds nothing
    assert len(nameless(window)) == n_named > 100


def test_theme(opened):
    opened.actions_["choose_theme.dark"].trigger()
    assert opened.session.dark
    assert QApplication.palette().window().color().lightness() < 100
    opened.actions_["choose_theme.light"].trigger()
    assert not opened.session.dark
    assert opened.settings.text("look/theme") == "light"
