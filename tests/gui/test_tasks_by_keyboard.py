"""Tasks of a working day, by keyboard alone; nothing here clicks, and no method of the window is called.

`pytest -s` prints how many keys each takes; a path typed into a dialog counts as one.
"""

import re
from datetime import datetime
from typing import ClassVar

import openpyxl
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QMenu

from sscviewer.gui.dialogs.mapping.dialog import MappingDialog
from sscviewer.gui.state.showing import VIEWS
from sscviewer.gui.window.main_window import MainWindow
from tests.gui.trials import settle, show_trial

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    made: ClassVar[list["Keyboard"]] = []

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.n = window, qtbot, 0
        self.made.append(self)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.n += 1
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text):
        for letter in text:
            self.n += 1
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def filter_by(self, *path):
        """Open the menu of the filter and follow entries by their keys, or down to their words."""

        def follow():
            menu = self.window.trial_window.list.filters.menu
            for words in path:
                (action,) = [a for a in menu.actions() if plain(a) == words]
                key = re.search(r"&(\w)", action.text())
                if key and action.menu() is not None:
                    QTest.keyClick(menu, key.group(1).lower())
                    self.n += 1
                    menu = action.menu()
                    continue
                while menu.activeAction() is not action:
                    QTest.keyClick(menu, Qt.Key.Key_Down)
                    self.n += 1
                QTest.keyClick(menu, Qt.Key.Key_Return)
                self.n += 1

        def follow_when_open():
            menu = self.window.trial_window.list.filters.menu
            if not menu.isVisible():
                return
            timer.stop()
            try:
                follow()
            finally:  # an open menu would wait for ever
                menu.close()

        timer = QTimer(self.window)
        timer.timeout.connect(follow_when_open)
        timer.start(20)
        self.press(Qt.Key.Key_F, CTRL | SHIFT)
        self.qtbot.waitUntil(lambda: not any(m.isVisible() for m in self.window.findChildren(QMenu)))
        self.window.activateWindow()  # the platform of tests leaves no window active after a menu
        self.qtbot.waitUntil(self.window.trial_window.list.table.hasFocus, timeout=10_000)

    def tab_to(self, name, most=40):
        """Go on with Tab until the control with this name has the focus."""
        for _ in range(most):
            focus = QApplication.focusWidget()
            if focus is not None and focus.accessibleName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}")

    def dialog(self, kind=QDialog):
        """Wait until a dialog is open and has the keys, and return it."""

        def shown():
            return [one for one in self.window.findChildren(kind) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(shown()), timeout=30_000)
        (dialog,) = shown()
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow, timeout=10_000)
        return dialog

    def answer_file(self, path):
        """Type a path into the dialog for files that is open, whose field has the focus."""
        dialog = self.dialog(QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert dialog.focusWidget() is field
        field.selectAll()
        self.n += 2  # the path, counted as one, and Return
        QTest.keyClicks(field, str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)


def plain(action):
    return action.text().partition("\t")[0].replace("&", "")


def activate(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.trial_window.list.table.setFocus()
    return Keyboard(window, qtbot)


@pytest.fixture(autouse=True)
def counted(request):
    """Print how many keys a task took."""
    Keyboard.made.clear()
    yield
    task = request.node.name.removeprefix("test_").replace("_", " ")
    print(f"\n{task}: {sum(one.n for one in Keyboard.made)} keys")


@pytest.fixture
def keys(window, demo, qtbot):
    show_trial(window, demo)
    return activate(window, qtbot)


def listed(demo, mask):
    return set(demo.study.adverse_events.loc[mask, "USUBJID"])


def test_who_stopped_for_adverse_events(keys, window, demo):
    keys.filter_by("Reason of stopping", "adverse event")
    table = demo.study.disposition
    expected = set(table.loc[table["DSDECOD"] == "ADVERSE EVENT", "USUBJID"])
    assert set(window.patients.visible) == expected
    assert expected
    assert keys.n <= 6


def test_compare_two_patients_fvc(keys, window):
    keys.type("015")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_P)
    keys.press(Qt.Key.Key_F, CTRL)
    keys.type("007")
    keys.press(Qt.Key.Key_Return)
    assert window.session.compared == ("SSC-015", "SSC-007")
    keys.tab_to("How patients are compared")
    keys.press(Qt.Key.Key_Down)
    chart = window.trial_window.workspace.compare.chart.chart
    assert [line.usubjid for line in chart.data.lines] == ["SSC-015", "SSC-007"]
    assert chart.data.parameter.paramcd.startswith("FVC")
    assert isinstance(QApplication.focusWidget(), QComboBox)


def test_all_related_events_of_grade_three(keys, window, demo):
    keys.filter_by("Has an adverse event", "A related event of grade 3 or worse")
    table = demo.study.adverse_events
    expected = listed(demo, (table["AERELFL"] == "Y") & (table["AETOXGR"] >= 3))
    assert set(window.patients.visible) == expected
    keys.press(Qt.Key.Key_3)
    assert window.session.view == "safety"
    page = window.trial_window.workspace.analysis["safety"]
    keys.qtbot.waitUntil(lambda: page.has_result)
    assert page.who.text().startswith(f"{len(expected)} of 20 patients")


def test_reviewed_with_a_comment_and_found_after_a_restart(keys, window, demo, places, qtbot):
    keys.press(Qt.Key.Key_J)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_C)
    keys.type("check the dose of March")
    keys.press(Qt.Key.Key_Q, CTRL)
    assert not window.isVisible()
    again = MainWindow(places)
    qtbot.addWidget(again)
    again.show()
    show_trial(again, demo)
    more = activate(again, qtbot)
    more.press(Qt.Key.Key_F, CTRL)
    more.type("march")
    assert again.session.usubjid == "SSC-002"
    assert again.trial_window.list.found.text() == "1 of 1 found"
    assert again.reviews.is_reviewed("SSC-002")
    more.press(Qt.Key.Key_Escape)
    more.filter_by("Comment", "with a comment")
    assert again.patients.visible == ("SSC-002",)
    again.close()


def test_a_pdf_of_the_patients_with_serious_events(keys, window, demo, tmp_path, qtbot):
    keys.filter_by("Has an adverse event", "A serious event")
    path = tmp_path / "serious.pdf"

    def answer():
        (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(path.name)
        dialog.accept()

    menu = window.actions_.menus["Figures"]
    window.menuBar().setActiveAction(menu.menuAction())
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_A)
    keys.n += 4  # the menu, its entry, the name of the file, Return
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)))
    with qtbot.waitSignal(window.profiles.ended, timeout=120_000):
        answer()
    document = PdfDocument(path)
    names = set(re.findall(r"SSC-\d{3}", "".join(p.get_textpage().get_text_range() for p in document)))
    document.close()
    table = demo.study.adverse_events
    assert names == listed(demo, table["AESER"] == "Y") == set(window.patients.visible)


def test_why_a_dose_was_cut(keys, window, demo):
    log = demo.study.exposure
    assert set(log.loc[log["USUBJID"] == "SSC-003", "EXDOSE"]) >= {500.0, 600.0}
    keys.press(Qt.Key.Key_J)
    keys.press(Qt.Key.Key_J)
    said = window.trial_window.details.text.toPlainText()
    assert re.search(r"Day 130: reduced, 600 → 500 mg.*\n.*for Oedema peripheral", said)
    assert keys.n == 2


def test_fvc_at_twelve_months_with_its_interval(keys, window, qtbot):
    keys.press(Qt.Key(Qt.Key.Key_1 + VIEWS.index("efficacy")))
    page = window.trial_window.workspace.analysis["efficacy"]
    settle(page, qtbot)
    assert page.view.title == "Change"
    (row,) = [cells for cells in page.view.rows.model.listing.rows if cells[0] == "Month 12"]
    assert row[1:3] == ("12", "+1.67")
    assert row[5:7] == ("−2.10", "5.44")
    assert keys.n == 1


def test_a_figure_for_one_column_of_a_journal(keys, window, qtbot, tmp_path):
    window.settings.set("files/save_folder", str(tmp_path))
    keys.press(Qt.Key(Qt.Key.Key_1 + VIEWS.index("cohort")))
    settle(window.trial_window.workspace.analysis["cohort"], qtbot)
    keys.press(Qt.Key.Key_S, CTRL)
    dialog = keys.dialog()
    keys.tab_to("Size")
    keys.press(Qt.Key.Key_Home)
    assert dialog.size_pane.width_mm.value() == 85.0
    keys.tab_to("More choices")
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("Text size")
    keys.type("8")
    choices = dialog.choices
    assert choices.font_pt == 8.0
    keys.press(Qt.Key.Key_Return)
    assert choices.path.suffix == ".png"
    assert QImage(str(choices.path)).width() == pytest.approx(85 / 25.4 * choices.dpi, rel=0.002)
    assert keys.n <= 24


def test_the_cell_of_a_strange_value_as_a_query(keys, window, qtbot, tmp_path):
    keys.press(Qt.Key(Qt.Key.Key_1 + VIEWS.index("data")))
    keys.tab_to("Search issues")
    keys.type("28.1")
    keys.tab_to("Ask about these")
    keys.press(Qt.Key.Key_Space)
    keys.dialog()
    keys.press(Qt.Key.Key_Return)
    keys.answer_file(tmp_path / "queries.xlsx")
    qtbot.waitUntil((tmp_path / "queries.xlsx").exists, timeout=60_000)
    (query,) = window.study_queries.all()
    assert query.question.usubjid == "SSC-008"
    assert (query.question.form, query.question.cells) == ("Pulmonary Function", ("D37",))


def test_hide_identities_before_a_talk(keys, window, demo, qtbot):
    keys.press(Qt.Key.Key_H, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.session.trial.study.is_hidden, timeout=60_000)
    assert not set(demo.study.usubjids) & set(window.patients.visible)
    assert keys.n == 1


def test_open_my_file(window, demo_path, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = Keyboard(window, qtbot)

    def answer_when_open():
        if any(one.isVisible() for one in window.findChildren(QFileDialog)):
            timer.stop()
            keys.answer_file(demo_path)

    timer = QTimer(window)
    timer.timeout.connect(answer_when_open)
    timer.start(20)
    keys.press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: window.session.trial is not None, timeout=60_000)
    assert window.session.trial.report.source.name == demo_path.name
    assert len(window.patients.visible) == 20
    assert keys.n == 3


def test_an_unknown_column_as_a_parameter(window, qtbot, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Patient", "Visit date", "FVC (L)", "Code"])
    for who in range(1, 6):
        for month in range(1, 4):
            sheet.append([f"P{who:02d}", datetime(2020, month, who), 2.5 + who / 10, 3])
    book.save(tmp_path / "unknown.xlsx")
    window.opening.open(tmp_path / "unknown.xlsx")
    qtbot.waitUntil(lambda: window.session.trial is not None, timeout=60_000)
    assert len(window.session.trial.study.parameters) == 1
    keys = activate(window, qtbot)
    keys.press(Qt.Key.Key_M, CTRL)
    keys.dialog(MappingDialog)
    keys.press(Qt.Key.Key_M, ALT)
    keys.press(Qt.Key.Key_A, ALT)
    keys.press(Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: len(window.session.trial.study.parameters) == 2, timeout=60_000)
    (own,) = [p for p in window.session.trial.study.parameters.values() if p.paramcd != "FVC"]
    assert own.param == "Code"
    assert keys.n == 4
