"""Two edited copies of the demo: what is said to have changed is what was edited, nothing else."""

import datetime as dt
import os
from dataclasses import replace

import openpyxl
import pytest

from sscviewer.model.change import Changes
from sscviewer.model.questions import Answer
from sscviewer.workbook import load_study
from sscviewer.workbook.changes.compare import compare_studies
from sscviewer.workbook.changes.snapshots import compare_with_last, forget_all, shape_of
from sscviewer.workbook.mapping.mapping import Mapping


def edit(demo_path, path, change):
    book = openpyxl.load_workbook(demo_path)
    change(book)
    book.save(path)
    return path


def row_of(sheet, **wanted):
    head = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        if all(
            str(row[head.index(name.replace("_", " "))].value).strip() == text
            for name, text in wanted.items()
        ):
            return row[0].row
    raise AssertionError(wanted)


def column(sheet, name):
    return next(cell.column for cell in sheet[1] if cell.value == name)


def next_cut(book):
    """The next data cut: one event graded anew, one gone, two new rows, one date corrected, rows shuffled."""
    events, lungs = book["Adverse Events"], book["Pulmonary Function"]
    events.cell(2, column(events, "CTCAE grade")).value = 2
    events.delete_rows(3)
    events.append([None if cell.value is None else cell.value for cell in events[3]])
    last = events.max_row
    events.cell(last, column(events, "Subject")).value = "SSC-004"
    events.cell(last, column(events, "Event (verbatim)")).value = "headache"
    events.cell(last, column(events, "Preferred term")).value = "Headache"
    where = row_of(lungs, Subject="SSC-016", Visit="Month 6")
    lungs.cell(where, column(lungs, "Test date")).value = dt.datetime(2008, 1, 6)
    people = book["Demographics"]
    rows = [[cell.value for cell in row] for row in people.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            people.cell(number, place).value = value


@pytest.fixture(scope="module")
def old(demo_path):
    return load_study(demo_path)


@pytest.fixture(scope="module")
def new(demo_path, tmp_path_factory):
    return load_study(edit(demo_path, tmp_path_factory.mktemp("cut") / "july.xlsx", next_cut))


def said(changes: Changes):
    return [
        (c.kind, c.table, c.usubjid, c.what.split(",")[0], tuple(f.column for f in c.fields))
        for c in changes.changes
    ]


EXPECTED = [
    ("changed", "adverse_events", "SSC-001", "nausea after dose", ("AETOXGR",)),
    ("gone", "adverse_events", "SSC-001", "tired all the time", ()),
    ("added", "adverse_events", "SSC-004", "headache", ()),
]


def test_a_file_has_not_changed_since_itself(old):
    assert compare_studies(old.study, old.study).changes == ()


def test_what_was_edited_is_what_changed(old, new):
    changes = compare_studies(old.study, new.study)
    assert said(changes)[:3] == EXPECTED
    grade = changes.changes[0]
    assert (grade.fields[0].words(), grade.srcref) == ("CTCAE grade: 1 → 2", "Adverse Events!I2")
    (date,) = changes.changes[3:]
    assert (date.kind, date.usubjid, date.srcref.partition("!")[0]) == (
        "changed",
        "SSC-016",
        "Pulmonary Function",
    )
    assert [field.words() for field in date.fields] == ["Date: 2008-02-06 → 2008-01-06"]
    assert changes.counts() == {"added": 1, "changed": 2, "gone": 1}
    assert changes.sentence() == "Since demo_trial.xlsx: 1 row added, 2 changed, 1 gone in 3 patients."


def test_the_other_way_round_added_and_gone_change_places(old, new):
    back = compare_studies(new.study, old.study)
    assert back.counts()["added"] == back.counts()["gone"] == 1
    assert ("added", "adverse_events", "SSC-001", "tired all the time", ()) in said(back)


def test_a_snapshot_tells_the_same_without_values(old, new, tmp_path):
    assert shape_of(old.report) == shape_of(new.report)
    assert compare_with_last(tmp_path, old.study, old.report) is None
    since = compare_with_last(tmp_path, new.study, new.report)
    assert since is not None
    exact = compare_studies(old.study, new.study)
    assert since.counts() == exact.counts()
    told = {(c.kind, c.table, c.usubjid, tuple(f.column for f in c.fields)) for c in since.changes}
    assert told == {(c.kind, c.table, c.usubjid, tuple(f.column for f in c.fields)) for c in exact.changes}
    assert all(f.old is None and f.new is None for c in since.changes for f in c.fields)
    assert not since.exact


def test_opening_a_file_again_says_the_same_and_the_older_one_nothing(old, new, tmp_path):
    compare_with_last(tmp_path, old.study, old.report)
    first = compare_with_last(tmp_path, new.study, new.report)
    assert compare_with_last(tmp_path, new.study, new.report) == first
    assert compare_with_last(tmp_path, old.study, old.report) is None


def test_a_clock_that_was_put_back_does_not_turn_the_order_round(old, new, tmp_path, monkeypatch):
    class Clock(dt.datetime):
        year_now = 2036

        @classmethod
        def now(cls, tz=None):
            return dt.datetime(cls.year_now, 3, 1, tzinfo=tz)

    monkeypatch.setattr("sscviewer.workbook.changes.snapshots.datetime", Clock)
    compare_with_last(tmp_path, old.study, old.report)
    Clock.year_now = 2026
    first = compare_with_last(tmp_path, new.study, new.report)
    assert first is not None
    assert compare_with_last(tmp_path, new.study, new.report) == first
    assert compare_with_last(tmp_path, old.study, old.report) is None


def test_a_snapshot_holds_no_value_and_is_for_its_user_only(old, tmp_path):
    compare_with_last(tmp_path, old.study, old.report)
    (path,) = tmp_path.iterdir()
    data = path.read_bytes()
    import zipfile

    with zipfile.ZipFile(path) as file:
        data += b"".join(file.read(name).replace(b"\0", b"") for name in file.namelist())
    for value in (b"SSC-001", b"nausea", b"Caucasian", b"2006-09", b"demo_trial"):
        assert value not in data
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0
    forget_all(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_cut_short_is_as_if_never_taken(old, new, tmp_path):
    compare_with_last(tmp_path, old.study, old.report)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:500])
    assert compare_with_last(tmp_path, new.study, new.report) is None


def test_another_study_of_the_same_shape_is_not_compared(old, demo_path, tmp_path):
    def other(book):
        for sheet in book:
            if sheet.title != "About":
                for row in sheet.iter_rows(min_row=2, max_col=2):
                    for cell in row:
                        if str(cell.value).startswith("SSC-"):
                            cell.value = f"XYZ{cell.value[3:]}"

    strangers = load_study(edit(demo_path, tmp_path / "other.xlsx", other))
    folder = tmp_path / "snapshots"
    compare_with_last(folder, old.study, old.report)
    assert compare_with_last(folder, strangers.study, strangers.report) is None


def test_a_patient_who_is_gone_and_one_who_is_new(load):
    head = ["Subject", "Visit", "Visit date", "FVC (L)"]
    a = ["A", "Baseline", dt.date(2007, 1, 1), 2.5]
    b = ["B", "Baseline", dt.date(2007, 1, 2), 2.6]
    c = ["C", "Baseline", dt.date(2007, 1, 3), 2.7]
    before = load({"PFT": [head, a, b]}).study
    after = load({"PFT": [head, c, a]}).study
    after = replace(after, source=replace(after.source, name="new.xlsx"))
    told = {(c.kind, c.table, c.usubjid) for c in compare_studies(before, after).changes}
    assert told == {
        ("gone", "subjects", "B"),
        ("gone", "measurements", "B"),
        ("added", "subjects", "C"),
        ("added", "measurements", "C"),
    }


def test_of_equal_rows_one_more_is_one_added(load):
    head = ["Subject", "Adverse event", "Start"]
    row = ["A", "Rash", dt.date(2007, 1, 1)]
    before = load({"AE": [head, row]}).study
    after = load({"AE": [head, row, row]}).study
    assert compare_studies(before, after).counts() == {"added": 1, "changed": 0, "gone": 0}


def test_an_event_renumbered_and_one_renamed_stay_the_same_event(load):
    head = ["Subject", "AE no.", "Adverse event", "Start", "Severity"]
    head[1] = "AESEQ"
    one = ["A", 1, "Rash", dt.date(2007, 1, 1), "Mild"]
    two = ["A", 2, "Cough", dt.date(2007, 3, 1), "Moderate"]
    before = load({"AE": [head, one, two]}).study
    renamed = load({"AE": [head, ["A", 2, "Dry cough", dt.date(2007, 3, 1), "Moderate"], one]}).study
    (change,) = compare_studies(before, renamed).changes
    assert (change.kind, change.what, {f.column for f in change.fields} >= {"AETERM"}) == (
        "changed",
        "Dry cough",
        True,
    )
    deleted = load({"AE": [head, ["A", 1, "Cough", dt.date(2007, 3, 1), "Moderate"]]}).study
    kinds = sorted((c.kind, c.what) for c in compare_studies(before, deleted).changes)
    assert kinds in ([("gone", "Rash")], [("changed", "Cough"), ("gone", "Rash")])


def test_one_row_of_many_values_is_one_change(load):
    head = ["Subject", "Visit", "FVC (L)", "FEV1 (L)", "DLCO % predicted"]
    first = ["A", "Baseline", 2.5, 2.0, 60]
    before = load(
        {"PFT": [head, first, ["A", "Month 3", 2.4, None, 58], ["A", "Month 6", 2.3, 1.9, 57]]}
    ).study
    after = load({"PFT": [head, first, ["A", "Month 3", 2.4, 1.8, 59], ["A", "Month 9", 2.2, 1.7, 55]]}).study
    changes = compare_studies(before, after)
    assert changes.counts() == {"added": 1, "changed": 1, "gone": 1}
    words = sorted(field.words() for change in changes.changes for field in change.fields)
    assert words == ["DLCO, % predicted: 58 → 59", "FEV1, L: empty → 1.8"]


def test_after_a_mapping_was_added_the_next_export_says_what_changed_in_it_and_no_more(
    make_workbook, tmp_path
):
    head = ["Patient", "Time", "FVC (L)", "Marker"]
    rows = [[f"P{p}", t, 2.5 + 0.1 * p - 0.01 * t, 500 + p + t] for p in range(6) for t in (0, 2, 4, 8)]
    first = make_workbook({"FVC": [head, *rows]}).rename(tmp_path / "may.xlsx")
    corrected = [[*rows[0][:2], 3.9, rows[0][3]], *rows[1:]]
    second = make_workbook({"FVC": [head, *corrected]})
    folder = tmp_path / "snapshots"
    as_recognised = load_study(first)
    compare_with_last(folder, as_recognised.study, as_recognised.report)
    said = (Answer("time_unit", "FVC", "Time", "months"),)
    (sheet,) = load_study(first, answers=said).mapping.sheets
    named = tuple(replace(p, code="MARKER_OWN", unit="U/mL") for p in sheet.parameters if p.code != "FVC")
    kept = tuple(p for p in sheet.parameters if p.code == "FVC")
    mapping = Mapping((replace(sheet, parameters=(*kept, *named)),), answers=said)
    mapped = load_study(first, mapping=mapping)
    assert not mapped.study.measurements.equals(as_recognised.study.measurements)
    assert compare_with_last(folder, mapped.study, mapped.report) is None
    later = load_study(second, mapping=mapping)
    changes = compare_with_last(folder, later.study, later.report)
    assert changes is not None
    assert changes.counts() == {"added": 0, "changed": 1, "gone": 0}
