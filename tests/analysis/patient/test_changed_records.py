"""A change finds its record by its own cell, or by the row its field is in; what is gone finds none."""

import pytest

from sscviewer.analysis.patient.changed_records import changed_records
from sscviewer.model.change import Change, Changes, FieldChange


def changes(*those):
    return Changes("export_1.xlsx", True, those)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("adverse_events", "AETOXGR"),
        ("measurements", "AVAL"),
        ("exposure", "EXDOSE"),
        ("medications", "CMTRT"),
    ],
)
def test_each_record_is_found_by_the_cell_of_a_field(demo_study, table, column):
    frame = demo_study.frame(table)
    for row in range(0, len(frame), 37):
        cell = demo_study.srcref(table, row, column) or frame.SRCREF[row]
        usubjid = frame.USUBJID[row]
        change = Change("changed", table, usubjid, cell, "", (FieldChange(column, "Field", "1", "2"),))
        found = changed_records(demo_study, changes(change))
        assert set(found) == {usubjid}
        assert found[usubjid][table, row] == "Field: 1 → 2"
        sheet, _, place = cell.rpartition("!")
        same_row = frame.SRCREF.str.fullmatch(rf"{sheet}![A-Z]+{place.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}")
        assert len(found[usubjid]) <= same_row.sum()


def test_added_records_are_found_and_gone_ones_are_not(demo_study):
    cell = demo_study.adverse_events.SRCREF[3]
    usubjid = demo_study.adverse_events.USUBJID[3]
    added = Change("added", "adverse_events", usubjid, cell, "")
    gone = Change("gone", "adverse_events", usubjid, demo_study.adverse_events.SRCREF[4], "")
    assert changed_records(demo_study, changes(added, gone)) == {usubjid: {("adverse_events", 3): "added"}}
