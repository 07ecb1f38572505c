"""Medication and history lanes: every row of the file is in one, with its days as the table has them."""

import numpy as np
import pytest

from sscviewer.analysis.patient.record_lanes import DETAILS, NAMES, TITLES, record_lanes, running


@pytest.mark.parametrize("table", TITLES)
def test_every_row_is_in_one_lane(demo_study, table):
    rows = [
        record.row
        for usubjid in demo_study.usubjids
        for lane in record_lanes(demo_study, usubjid, table).lanes
        for record in lane.records
    ]
    assert sorted(rows) == list(range(len(demo_study.frame(table))))
    assert len(rows) > 100


@pytest.mark.parametrize("table", TITLES)
def test_a_lane_holds_one_name_and_its_records_say_what_the_table_says(demo_study, table):
    frame = demo_study.frame(table)
    standard, reported = NAMES[table]
    for usubjid in demo_study.usubjids:
        for lane in record_lanes(demo_study, usubjid, table).lanes:
            rows = frame.iloc[[record.row for record in lane.records]]
            names = rows[standard].where(rows[standard] != "", rows[reported]).str.strip().str.casefold()
            assert set(names) == {lane.label.casefold()}
            for record, (_, row) in zip(lane.records, rows.iterrows(), strict=True):
                assert record.srcref == row.SRCREF
                assert record.reported == row[reported].strip()
                said = {name for _, columns in DETAILS[table] for name in columns if row[name]}
                assert all(row[name].strip() in " ".join(record.details) for name in said)
                np.testing.assert_equal(record.start_first, row.ASTDY)
                np.testing.assert_equal(record.end_last, row.AENDY)


def test_records_of_no_date_have_an_open_start_and_say_how_they_end(demo_study):
    frame = demo_study.history
    undated = frame[frame.ASTDY.isna()]
    assert len(undated) > 50
    found = {
        record.row: record
        for usubjid in demo_study.usubjids
        for lane in record_lanes(demo_study, usubjid, "history").lanes
        for record in lane.records
    }
    for row in undated.index:
        assert found[row].start_state == "missing"
        ongoing = frame.MHENRTPT[row] == "ONGOING"
        assert (found[row].end_state == "ongoing") == (ongoing and np.isnan(frame.AENDY[row]))


def test_how_many_run_on_a_day(demo_study):
    usubjid = demo_study.usubjids[0]
    lanes = record_lanes(demo_study, usubjid, "medications")
    frame = demo_study.medications
    mine = frame[usubjid == frame.USUBJID]
    for day in (-10.0, 1.0, 100.0, 250.0):
        begun = mine.ASTDY.isna() | (day >= mine.ASTDY)
        on = mine[begun & (mine.AENDY.isna() | (day <= mine.AENDY))]
        assert running(lanes, day, until=400.0) == on.CMDECOD.nunique()
