"""The manual opens where the reader is and is searched; hints come once; preferences are followed."""

import pytest
from PySide6.QtWidgets import QApplication

from sscviewer.gui.dialogs.manual import PLACES, Manual
from sscviewer.gui.panes.hint_strip import HINTS
from sscviewer.gui.state.showing import VIEWS
from tests.gui.trials import show_trial


@pytest.fixture
def manual(opened):
    opened.actions_["manual"].trigger()
    found = opened.findChild(Manual)
    yield found
    found.close()


def test_every_page_of_the_window_has_its_place_in_the_manual(opened):
    assert set(PLACES) == {*VIEWS, "start"}
    assert set(HINTS) == set(VIEWS)
    for view in VIEWS:
        opened.session.set_view(view)
        opened.actions_["manual"].trigger()
        manual = opened.findChild(Manual)
        QApplication.processEvents()
        name, heading = PLACES[view]
        assert manual._names[manual.contents.currentRow()] == name
        if heading:
            assert f"## {heading}" in manual._texts[manual.contents.currentRow()]
            assert manual.page.textCursor().block().text() == heading
    manual.close()


def test_the_manual_is_searched_over_its_pages(manual):
    manual.search.setText("dose")
    rows = [row for row in range(manual.contents.count()) if not manual.contents.item(row).isHidden()]
    assert rows == [row for row, text in enumerate(manual._texts) if "dose" in text.casefold()]
    assert rows
    assert manual.contents.currentRow() in rows
    assert manual.page.textCursor().selectedText().casefold() == "dose"
    first = manual.contents.currentRow(), manual.page.textCursor().position()
    manual.find_next()
    assert (manual.contents.currentRow(), manual.page.textCursor().position()) != first
    manual.search.setText("zyzzyva")
    assert manual.found.text() == "On no page"
    manual.search.clear()
    assert not any(manual.contents.item(row).isHidden() for row in range(manual.contents.count()))


def test_a_hint_comes_once_a_page_and_goes_when_read_or_left(opened):
    hint = opened.hint
    assert hint.isVisible()
    assert hint.text == HINTS["patient"]
    hint.understood.click()
    assert not hint.isVisible()
    opened.session.set_view("cohort")
    assert hint.text == HINTS["cohort"]
    opened.session.set_view("patient")
    assert not hint.isVisible()
    opened.session.set_view("cohort")
    assert not hint.isVisible()
    opened.session.set_view("data")
    hint.no_more.click()
    opened.session.set_view("plan")
    assert not hint.isVisible()


def test_preferences_are_shown_kept_and_followed(opened, trial):
    size = QApplication.font().pointSizeF()
    opened.actions_["preferences"].trigger()
    dialog = opened.preferring.dialog
    assert dialog.memory.text()
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.text_percent.setValue(150)
    dialog.hints.setChecked(False)
    dialog.remember.setChecked(False)
    dialog.footer.setChecked(False)
    dialog.accept()
    assert opened.session.dark
    assert QApplication.font().pointSizeF() == pytest.approx(1.5 * size)
    QApplication.processEvents()
    assert opened.font().pointSizeF() == pytest.approx(1.5 * size)
    assert not opened.hint.isVisible()
    assert not opened.recents.remembering
    assert not opened.actions_["remember"].isChecked()
    assert opened.actions_["choose_theme.dark"].isChecked()
    assert opened.preferring.now == dialog.chosen
    show_trial(opened, trial)
    opened.preferring.text_size.restore()
    assert QApplication.font().pointSizeF() == pytest.approx(size)


def test_cancelled_preferences_change_nothing(opened):
    before = opened.preferring.now
    opened.actions_["preferences"].trigger()
    opened.preferring.dialog.text_percent.setValue(200)
    opened.preferring.dialog.theme.setCurrentIndex(2)
    opened.preferring.dialog.reject()
    assert opened.preferring.now == before
