"""Marks belong to the study and the record: they outlive the file, and say what changed under them."""

import numpy as np
import openpyxl
import pytest

from sscviewer.memory.database import Database
from sscviewer.memory.study_memory import WHOLE
from sscviewer.workbook import load_study
from tests.memory.conftest import column, rows_of


def event_row(study, term):
    return int(np.flatnonzero(study.column("adverse_events", "AETERM") == term)[0])


def test_marks_hold_in_the_next_export_however_its_rows_are_sorted(demo, export, remember):
    memory = remember(demo)
    row = event_row(demo.study, "nausea after dose")
    usubjid, record = memory.record("adverse_events", row)
    memory.set_mark("SSC-003", "reviewed", "yes")
    memory.set_mark("SSC-003", "comment", "asked the site")
    memory.set_mark(usubjid, "flag", "yes", record)

    later = export(seed=7)
    assert later.report.source.sha256 != demo.report.source.sha256
    again = remember(later)
    assert again.was_known
    assert again.number == memory.number
    marks = again.marks()
    assert {(m.usubjid, m.kind, m.value) for m in marks} == {
        ("SSC-003", "reviewed", "yes"),
        ("SSC-003", "comment", "asked the site"),
        (usubjid, "flag", "yes"),
    }
    assert {again.standing(m).state for m in marks} == {"same"}
    flag = next(m for m in marks if m.kind == "flag")
    now = again.standing(flag).row
    for name in ("AETERM", "ASTDT", "AETOXGR", "USUBJID"):
        assert (
            later.study.column("adverse_events", name)[now] == demo.study.column("adverse_events", name)[row]
        )


def test_what_changed_under_a_mark_is_said_with_old_and_new_value(demo, export, remember):
    def change(book):
        events = book["Adverse Events"]
        assert events.cell(2, column(events, "CTCAE grade")).value == 1
        events.cell(2, column(events, "CTCAE grade")).value = 3
        events.delete_rows(3)

    study = demo.study
    usubjid = str(study.column("adverse_events", "USUBJID")[event_row(study, "nausea after dose")])
    memory = remember(demo)
    memory.set_mark(usubjid, "reviewed", "yes")
    memory.set_mark("SSC-020", "reviewed", "yes")
    graded = memory.record("adverse_events", event_row(study, "nausea after dose"))[1]
    deleted = memory.record("adverse_events", event_row(study, "tired all the time"))[1]
    memory.set_mark(usubjid, "comment", "grade?", graded)
    memory.set_mark(usubjid, "comment", "really?", deleted)

    again = remember(export(change))
    by_record = {m.record: again.standing(m) for m in again.marks() if m.kind == "comment"}
    assert by_record[graded].state == "changed"
    assert [f.words() for f in by_record[graded].fields] == ["CTCAE grade: 1 → 3"]
    assert by_record[deleted].state == "gone"
    whole = again.mark(usubjid, "reviewed")
    kinds = sorted((c.kind, c.what.partition(",")[0]) for c in again.changes(whole))
    assert kinds == [("changed", "nausea after dose"), ("gone", "tired all the time")]
    assert again.standing(again.mark("SSC-020", "reviewed")).state == "same"


def test_looking_again_makes_it_hold_again(demo, export, remember):
    def change(book):
        lungs = book["Pulmonary Function"]
        lungs.cell(rows_of(lungs, "SSC-002")[0], column(lungs, "Visit")).value = "Screening"

    remember(demo).set_mark("SSC-002", "reviewed", "yes")
    again = remember(export(change))
    assert again.standing(again.mark("SSC-002", "reviewed")).state == "changed"
    again.set_mark("SSC-002", "reviewed", "yes")
    assert again.standing(again.mark("SSC-002", "reviewed")).state == "same"


def test_a_record_marked_anew_has_one_mark(demo, export, remember):
    def change(book):
        events = book["Adverse Events"]
        events.cell(2, column(events, "CTCAE grade")).value = 3

    memory = remember(demo)
    usubjid, then = memory.record("adverse_events", event_row(demo.study, "nausea after dose"))
    memory.set_mark(usubjid, "comment", "one", then)
    later = export(change)
    again = remember(later)
    now = again.record("adverse_events", again.standing(again.marks()[0]).row)[1]
    assert now != then
    again.set_mark(usubjid, "comment", "two", now, instead_of=then)
    (mark,) = again.marks()
    assert (mark.record, mark.value, again.standing(mark).state) == (now, "two", "same")
    assert [(s.before, s.after) for s in again.trail()] == [("", "one"), ("one", "two")]


def test_a_patient_who_is_gone_keeps_the_mark(demo, export, remember):
    def change(book):
        for sheet in book:
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            gone = set(rows_of(sheet, "SSC-005"))
            sheet.delete_rows(2, sheet.max_row)  # in one go: row by row it moves the whole sheet each time
            for number, row in enumerate(rows, 2):
                if number not in gone:
                    sheet.append(row)

    remember(demo).set_mark("SSC-005", "comment", "consent withdrawn?")
    again = remember(export(change))
    (mark,) = again.marks()
    assert (mark.usubjid, again.standing(mark).state) == ("SSC-005", "gone")


def test_another_trial_with_the_same_patient_numbers_is_another_study(demo, remember, demo_path, tmp_path):
    book = openpyxl.load_workbook(demo_path)
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if hasattr(cell.value, "year"):
                    cell.value = cell.value.replace(year=cell.value.year + 4)
    book.save(tmp_path / "other.xlsx")
    other = load_study(tmp_path / "other.xlsx")
    assert other.study.usubjids == demo.study.usubjids
    memory = remember(demo)
    memory.set_mark("SSC-001", "reviewed", "yes")
    its = remember(other)
    assert (its.was_known, its.marks(), its.trail()) == (False, (), ())
    assert remember(demo).mark("SSC-001", "reviewed") is not None


def test_the_trail_says_who_said_what_and_cannot_be_changed(demo, remember, database):
    ana, ben = remember(demo), remember(demo, "Ben")
    ana.set_mark("SSC-001", "comment", "one")
    ben.set_mark("SSC-001", "comment", "two", was="one")
    ben.set_mark("SSC-001", "comment", "", was="two")
    said = [(s.who, s.usubjid, s.record, s.kind, s.before, s.after) for s in ana.trail()]
    assert said == [
        ("Ana", "SSC-001", WHOLE, "comment", "", "one"),
        ("Ben", "SSC-001", WHOLE, "comment", "one", "two"),
        ("Ben", "SSC-001", WHOLE, "comment", "two", ""),
    ]
    for statement in ("UPDATE trail SET who = 'x'", "DELETE FROM trail"):
        with pytest.raises(Exception, match="only added to"), database.writing() as connection:
            connection.execute(statement)
    assert [s.who for s in ana.trail()] == ["Ana", "Ben", "Ben"]


def test_undo_takes_back_what_nobody_changed_since(demo, remember):
    memory = remember(demo)
    tick = memory.set_mark("SSC-001", "reviewed", "yes")
    first = memory.set_mark("SSC-001", "comment", "one")
    assert memory.undo(tick)
    assert memory.mark("SSC-001", "reviewed") is None
    remember(demo, "Ben").set_mark("SSC-001", "comment", "mine", was="one")
    assert not memory.undo(first)
    assert memory.mark("SSC-001", "comment").value == "mine"
    redo = memory.trail()[-2]
    assert redo.undoes == tick
    assert memory.undo(redo.number)
    assert memory.mark("SSC-001", "reviewed").value == "yes"


def test_two_who_write_one_comment_at_once_lose_neither(demo, remember):
    ana, ben = remember(demo), remember(demo, "Ben")
    ana.set_mark("SSC-001", "comment", "from Ana", was="")
    ben.set_mark("SSC-001", "comment", "from Ben", was="")
    assert ana.mark("SSC-001", "comment").value == "from Ana\nfrom Ben"


def test_a_window_hears_of_what_another_wrote(demo, remember, tmp_path, database):
    there = Database(database.path)
    here, other = remember(demo), remember(demo, "Ben", there)
    assert not here.was_written_by_others()
    here.set_mark("SSC-001", "reviewed", "yes")
    assert not here.was_written_by_others()
    other.set_mark("SSC-002", "reviewed", "yes")
    assert here.was_written_by_others()
    assert not here.was_written_by_others()
    there.close()
