"""Marks of patients and records: listed, narrowed, saved, taken back; a record's menu; beside the file."""

import csv
import dataclasses

import pytest
from PySide6.QtWidgets import QMenu

from sscviewer.gui.state.record_marks import COMPUTED
from sscviewer.gui.state.same_record import same_record
from tests.gui.test_mark_menu import entry, words
from tests.gui.trials import show_trial
from tests.planned import PLAN


@pytest.fixture
def data(opened):
    opened.session.set_view("data")
    return opened.trial_window.workspace.data


def rows(pane):
    return [pane.model.listing.rows[i] for i in pane.model.shown]


def event_of(window, usubjid):
    return window.session.trial.study.rows("adverse_events", usubjid).start


def marked(window):
    """Tick A1, comment on A2, and flag an event of A2."""
    window.reviews.toggle("A1")
    window.reviews.set_comment("A2", "Ask about <the rash>")
    window.reviews.set_of_record("adverse_events", event_of(window, "A2"), "flag", "yes")


def turn_to(data, table):
    data.tables.tabs.setCurrentWidget(table)


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_all_marks_are_listed_narrowed_and_open_what_they_are_about(opened, data):
    marked(opened)
    table = data.tables.reviews
    turn_to(data, table)
    assert data.tables.tabs.tabText(data.tables.tabs.indexOf(table)) == "Reviews (3)"
    by_what = {row[3]: row for row in rows(table.pane)}
    assert by_what["Tick"][:2] == ("A1", "the whole patient")
    assert by_what["Comment"][4] == "Ask about <the rash>"
    study = opened.session.trial.study
    row = event_of(opened, "A2")
    assert by_what["Flag"][2] == study.column("adverse_events", "SRCREF")[row]
    assert {one[7] for one in rows(table.pane)} == {"As it was"}
    choose(table.kind, "flag")
    assert [one[0] for one in rows(table.pane)] == ["A2"]
    choose(table.standing, "gone")
    assert rows(table.pane) == []
    choose(table.kind, "")
    choose(table.standing, "same")
    table.pane.search.setText("rash")
    assert {one[3] for one in rows(table.pane)} >= {"Comment"}
    table.pane.search.clear()
    place = next(i for i, one in enumerate(table.pane.model.listing.rows) if one[3] == "Flag")
    table.pane.row_chosen.emit(place)
    assert (opened.session.view, opened.session.usubjid) == ("patient", "A2")
    assert opened.session.selected == ("adverse_events", row)


def test_the_lines_shown_and_the_trail_are_saved(opened, data, tmp_path):
    marked(opened)
    turn_to(data, data.tables.reviews)
    choose(data.tables.reviews.kind, "comment")
    opened.tables.write(tmp_path / "r.csv", data.table())
    with (tmp_path / "r.csv").open(encoding="utf-8-sig") as file:
        saved = list(csv.reader(file))
    assert saved[0][:4] == ["Patient", "Record", "Where", "What"]
    assert [row[4] for row in saved[1:] if len(row) > 4] == ["Ask about <the rash>"]
    choose(data.tables.reviews.kind, "")
    opened.reviews.toggle("A1")
    choose(data.tables.reviews.which, "trail")
    said = rows(data.tables.reviews.pane)
    assert [(one[3], one[5], one[6], one[7]) for one in said] == [
        ("A1", "Tick", "", "yes"),
        ("A2", "Comment", "", "Ask about <the rash>"),
        ("A2", "Flag", "", "yes"),
        ("A1", "Tick", "yes", ""),
    ]
    assert data.table().name == "trail"


def test_what_changed_since_is_told_with_old_and_new_value(opened, data, trial, qtbot):
    marked(opened)
    study = trial.collected
    frame = study.frame("adverse_events").copy()
    row = event_of(opened, "A2")
    frame.loc[row, "AEOUT"] = "FATAL"
    tables = {
        name: study.frame(name) for name in ("subjects", "measurements", "exposure", "disposition", "visits")
    }
    from sscviewer.gui.state.trial import prepare_trial
    from sscviewer.model.study import build_study
    from tests.gui.conftest import ticket

    changed = build_study(
        {**tables, "adverse_events": frame}, list(study.parameters.values()), source=study.source
    )
    show_trial(opened, prepare_trial(changed, trial.report, trial.path, ticket(), PLAN))
    opened.session.set_view("data")
    turn_to(data, data.tables.reviews)
    qtbot.waitUntil(data.tables.reviews.isVisible)
    flag = next(one for one in rows(data.tables.reviews.pane) if one[3] == "Flag")
    assert flag[7] == "Changed since"
    assert "→ FATAL" in flag[8]
    choose(data.tables.reviews.standing, "changed")
    assert {one[3] for one in rows(data.tables.reviews.pane)} == {"Flag", "Comment"}


def test_a_record_is_marked_by_its_menu_and_the_details_say_so(opened):
    opened.session.set_usubjid("A2")
    row = event_of(opened, "A2")
    opened.session.set_selected(("adverse_events", row))
    details = opened.trial_window.details
    assert details.mark_button.accessibleName() == "Mark this record"
    details.mark_menu.aboutToShow.emit()
    assert words(details.mark_menu) == ["Flag this record", "Comment on this record…", "Query this record…"]
    entry(details.mark_menu, "Flag").trigger()
    assert "Flagged by" in details.text.toPlainText()
    entry(details.mark_menu, "Comment").trigger()
    dialog = opened.about_record.dialog
    dialog.edit.setPlainText("<i>odd</i> & strange")
    dialog.accept()
    assert "<i>odd</i> & strange" in details.text.toPlainText()
    entry(details.mark_menu, "Query").trigger()
    dialog = opened.about_record.dialog
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.edit.setPlainText("Was it the day of the visit?")
    dialog.accept()
    assert "Query 1, open: Was it the day of the visit?" in details.text.toPlainText()
    assert opened.message.text == "Query 1 is in the log, on the Data page."
    details.mark_menu.aboutToShow.emit()
    assert words(details.mark_menu)[0] == "Remove the flag of this record"
    entry(details.mark_menu, "Remove").trigger()
    assert "Flagged by" not in details.text.toPlainText()


def test_what_was_computed_is_no_record_of_the_file(window, demo):
    opened = window
    show_trial(opened, demo)
    derived = [i for i, d in enumerate(demo.study.column("measurements", "DTYPE")) if d == "DERIVED"]
    menu = QMenu()
    opened.record_marks.add_entries(menu, "measurements", derived[0])
    entry(menu, "Flag").trigger()
    assert opened.message.text == COMPUTED
    assert opened.reviews.all == ()


def test_a_record_is_found_at_both_stages(demo):
    study, collected = demo.study, demo.collected
    assert len(study.measurements) > len(collected.measurements)
    for row in range(0, len(collected.measurements), 97):
        other = same_record(collected, study, "measurements", row)
        for name in ("USUBJID", "SRCREF", "PARAMCD", "AVALC"):
            assert collected.column("measurements", name)[row] == study.column("measurements", name)[other]
        assert same_record(study, collected, "measurements", other) == row
    kept = [same_record(study, collected, "measurements", row) for row in range(200)]
    found = [row for row in kept if row >= 0]
    assert len(found) == len(set(found))


def test_undo_takes_back_what_was_done_last_be_it_plan_or_mark(opened):
    actions, planning = opened.actions_, opened.session.planning
    before = planning.plan
    opened.reviews.toggle("A1")
    planning.choose(before.with_value("events", "emergent_only", not before.events.emergent_only))
    opened.reviews.set_comment("A1", "first")
    assert actions["undo"].text() == "&Undo comment"
    actions["undo"].trigger()
    assert opened.reviews.comment("A1") == ""
    assert planning.plan != before
    actions["undo"].trigger()
    assert planning.plan == before
    actions["undo"].trigger()
    assert not opened.reviews.is_reviewed("A1")
    assert not actions["undo"].isEnabled()
    for _ in range(3):
        actions["redo"].trigger()
    assert opened.reviews.comment("A1") == "first"
    assert opened.reviews.is_reviewed("A1")
    actions["undo"].trigger()
    assert opened.reviews.comment("A1") == ""


def test_undo_does_not_take_back_what_somebody_else_said(opened):
    from sscviewer.memory.database import Database
    from sscviewer.memory.study_memory import StudyMemory
    from sscviewer.workbook.changes.snapshots import shape_of

    opened.reviews.set_comment("A1", "mine")
    trial = opened.session.trial
    database = Database(opened.reviews.memory.database.path)
    StudyMemory(database, trial.collected, shape_of(trial.report), "Ben").set_mark("A1", "comment", "theirs")
    database.close()
    opened.actions_["undo"].trigger()
    assert opened.reviews.comment("A1") == "theirs"
    assert opened.message.text.startswith("Somebody has said something else since")


def test_marks_move_beside_the_workbook_when_the_user_says_so(window, trial, tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir()
    show_trial(window, dataclasses.replace(trial, path=folder / "tiny.xlsx"))
    window.reviews.toggle("A1")
    assert window.actions_["keep_beside"].isEnabled()
    window.actions_["keep_beside"].trigger()
    dialog = window.keep_beside.dialog
    next(b for b in dialog.buttons() if b.text() == "Keep them there").click()
    assert (folder / "sscviewer_study_memory.sqlite").exists()
    assert window.reviews.is_beside
    assert window.reviews.is_reviewed("A1")
    assert "beside the workbook" in window.message.text
    assert "beside the workbook" in window.trial_window.foot.file.toolTip()
    assert not window.actions_["keep_beside"].isEnabled()


def test_a_folder_that_cannot_be_written_keeps_the_marks_where_they_are(opened):
    opened.reviews.toggle("A1")
    opened.reviews.keep_beside()
    assert "is not there" in opened.message.text
    assert not opened.reviews.is_beside
    assert opened.reviews.is_reviewed("A1")
