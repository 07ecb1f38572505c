"""The details pane: the patient in words, the record that was clicked, links that copy cells."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from sscviewer.gui.panes.details_html import patient_html, record_html
from sscviewer.gui.state.reviews import Reviews


@pytest.fixture
def details(opened):
    opened.session.set_usubjid("A2")
    return opened.trial_window.details


def test_the_patient_in_words(details):
    text = details.text.toPlainText()
    assert "Patient A2" in text
    assert "M 61 · Caucasian · limited cutaneous SSc · 0.5 years of disease" in text
    assert "Day 1 = 2007-05-01 (first dose)" in text
    assert "Day 15: reduced, 300 → 200 mg" in text
    assert "for Rash generalised" in text
    assert "Warning: The start is known to the month only. AE!F4" in text
    assert not details.copy_button.isVisible()


def test_a_click_in_the_figure_shows_the_record(opened, details):
    from sscviewer.plots.mark import Mark

    figure = opened.trial_window.workspace.patient.figure
    row = opened.session.page.timeline.events[-1].row
    figure.clicked.emit(Mark("adverse_events", row, "", ""))
    text = details.text.toPlainText()
    assert text.startswith("Adverse event\nAE!A")
    assert "Preferred term\nRash generalised" in text
    details.copy_button.click()
    assert QGuiApplication.clipboard().text() == opened.session.page.timeline.events[-1].srcref
    assert opened.message.text.endswith("copied")


def test_an_event_tied_to_a_dose_change_opens(opened, details):
    change = next(c for c in opened.session.page.dose.changes if c.event_row >= 0)
    details.text.anchorClicked.emit(QUrl(f"event:{change.event_row}"))
    assert opened.session.selected == ("adverse_events", change.event_row)


@pytest.mark.parametrize("cell", ["AE!H12", "Übersicht 1 (%)!A2", "A & B <'\">!C3"])
def test_links_carry_any_sheet_name(details, cell):
    from sscviewer.gui.panes.details_html import cell_link

    link = cell_link(cell).partition("href='")[2].partition("'")[0]
    details.text.anchorClicked.emit(QUrl(link))
    assert QGuiApplication.clipboard().text() == cell


def test_words_of_the_file_are_escaped(tiny_study):
    from sscviewer.analysis.record import Record

    html = record_html(Record("Adverse event", "A1", "AE!A2", (("Event", "<b>x</b> & y", "AE!C2"),)))
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in html


def test_a_patient_without_dose_or_events_has_a_page_too(trial, qapp):
    from sscviewer.gui.state.session import Session

    session = Session()
    session.set_trial(trial)
    session.set_usubjid("A10")
    html = patient_html(session.page, ())
    assert "Dose changes" not in html
    assert "Not treated" in html


def test_marks_are_kept_for_the_next_time(tmp_path, qapp, trial):
    reviews = Reviews(tmp_path / "kept" / "memory.sqlite")
    reviews.open(trial)
    reviews.toggle("A1")
    reviews.set_comment("A1", "look again")
    reviews.close()
    again = Reviews(tmp_path / "kept" / "memory.sqlite")
    again.open(trial)
    assert again.is_reviewed("A1")
    assert again.comment("A1") == "look again"
    again.toggle("A1")
    again.set_comment("A1", "")
    assert again.memory.marks() == ()
    assert [said.after for said in again.memory.trail()] == ["yes", "look again", "", ""]
    again.close()


def test_a_place_that_cannot_be_used_is_said_and_nothing_is_ticked(tmp_path, qapp, qtbot, trial):
    (tmp_path / "memory.sqlite").write_text("{broken", encoding="utf-8")
    reviews = Reviews(tmp_path / "memory.sqlite")
    with qtbot.waitSignal(reviews.told) as told:
        reviews.open(trial)
    assert "memory.sqlite" in told.args[0]
    with qtbot.waitSignal(reviews.told) as told:
        reviews.toggle("A1")
    assert told.args == ["There is no place to keep marks and comments, so nothing was marked.", "error"]
    assert not reviews.is_reviewed("A1")
    assert (tmp_path / "memory.sqlite").read_text(encoding="utf-8") == "{broken"


def test_a_comment_for_which_the_disk_has_no_room_stays_in_its_field_and_is_written_later(opened, details):
    """SQLite says of a file that may have no more pages what it says on a full disk."""
    reviews, rows = opened.reviews, opened.reviews.memory.database.rows
    (pages,) = rows("PRAGMA page_count")[0]
    rows(f"PRAGMA max_page_count = {pages}")
    text = "the dose was cut for nausea " * 4000
    details.comment.setPlainText(text)
    opened.session.set_usubjid("A1")
    assert "the disk is full" in opened.message.text
    assert (reviews.comment("A2"), details.comment.toPlainText()) == ("", "")
    opened.session.set_usubjid("A2")
    assert details.comment.toPlainText() == text
    rows("PRAGMA max_page_count = 100000")
    opened.session.set_usubjid("A1")
    assert reviews.comment("A2") == text
    opened.session.set_usubjid("A2")
    assert details.comment.toPlainText() == text
    details.comment.setPlainText("")
    details.leave()
    assert reviews.comment("A2") == ""


def test_comments_of_several_patients_are_all_tried_again_and_put_behind_what_others_wrote(
    opened, details, monkeypatch
):
    reviews, session = opened.reviews, opened.session
    monkeypatch.setattr(reviews, "_set", lambda *_, **__: False)  # the disk is full
    for usubjid in ("A1", "A2", "A3"):
        session.set_usubjid(usubjid)
        details.comment.setPlainText(f"mine of {usubjid}")
    session.set_usubjid("A2")
    details.comment.setPlainText("")  # thought better of
    assert details.save_comments() == ("A1", "A3")
    assert not opened.close()
    assert "A1, A3" in opened.message.text
    monkeypatch.undo()
    there = Reviews(reviews._path)
    there.open(session.trial)
    there.set_comment("A1", "theirs", was="")
    there.close()
    reviews.look_for_others()
    session.set_usubjid("A1")
    session.set_usubjid("A3")
    assert details.leave() == ()
    assert [reviews.comment(one) for one in ("A1", "A2", "A3")] == ["theirs\nmine of A1", "", "mine of A3"]


def test_what_another_window_marked_is_shown_and_no_comment_is_lost(tmp_path, qapp, qtbot, trial):
    here, there = (Reviews(tmp_path / "memory.sqlite") for _ in range(2))
    here.open(trial)
    there.open(trial)
    there.toggle("A2")
    there.set_comment("A1", "theirs", was="")
    with qtbot.waitSignal(here.changed):
        here.look_for_others()
    assert here.is_reviewed("A2")
    here.set_comment("A1", "mine", was="")
    there.look_for_others()
    assert there.comment("A1") == "theirs\nmine"
    here.close()
    there.close()
