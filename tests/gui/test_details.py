"""The details pane: the patient in words, the record that was clicked, links that copy cells."""

import json

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


def test_marks_are_kept_without_patient_ids(tmp_path, qapp):
    reviews = Reviews(tmp_path)
    reviews.open("a" * 64)
    reviews.toggle("SECRET-1")
    reviews.set_comment("SECRET-1", "look again")
    files = list(tmp_path.iterdir())
    assert len(files) == 1
    assert "SECRET" not in files[0].read_text(encoding="utf-8")
    again = Reviews(tmp_path)
    again.open("a" * 64)
    assert again.is_reviewed("SECRET-1")
    assert again.comment("SECRET-1") == "look again"
    again.toggle("SECRET-1")
    again.set_comment("SECRET-1", "")
    assert json.loads(files[0].read_text(encoding="utf-8"))["patients"] == {}


def test_unreadable_marks_are_set_aside(tmp_path, qapp):
    path = tmp_path / f"{'a' * 32}.json"
    path.write_text("{broken", encoding="utf-8")
    reviews = Reviews(tmp_path)
    reviews.open("a" * 64)
    reviews.toggle("P1")
    assert path.with_suffix(".unreadable.json").read_text(encoding="utf-8") == "{broken"
    assert reviews.is_reviewed("P1")
