"""Laboratory lanes: each value with its multiple and grade, each test drawn or counted."""

import numpy as np
import pytest

from sscviewer.analysis.labs.labs import labs
from sscviewer.analysis.patient.lab_lanes import lab_lanes


@pytest.fixture(scope="module")
def graded(demo_study):
    return labs(demo_study)


def lanes_of(graded, study, usubjid):
    return lab_lanes(graded, usubjid, study.column("measurements", "SRCREF"))


def test_every_test_of_a_patient_is_drawn_or_counted(graded, demo_study):
    frame = demo_study.measurements
    drawn = 0
    for usubjid in demo_study.usubjids:
        found = lanes_of(graded, demo_study, usubjid)
        mine = frame[(usubjid == frame.USUBJID) & frame.PARAMCD.isin(list(graded.tests))]
        dated = mine[mine.AVAL.notna() | mine.PARAMCD.str.contains("PROT")]
        assert len(found.lanes) + found.n_normal + found.n_without_limits == dated.PARAMCD.nunique()
        drawn += len(found.lanes)
    assert drawn > 10


def test_values_and_multiples_are_those_of_the_table(graded, demo_study):
    frame = demo_study.measurements
    seen = 0
    for usubjid in demo_study.usubjids:
        for lane in lanes_of(graded, demo_study, usubjid).lanes:
            rows = frame.iloc[lane.row]
            assert set(rows.USUBJID) == {usubjid}
            assert set(rows.PARAMCD) == {lane.parameter.paramcd} or "PROT" in lane.parameter.paramcd
            assert list(rows.SRCREF) == list(lane.srcref)
            assert (np.diff(lane.day) >= 0).all()
            known = (rows.ANRHI > 0).to_numpy() & rows.AVAL.notna().to_numpy()
            expected = (rows.AVAL / rows.ANRHI).to_numpy()[known]
            np.testing.assert_allclose(lane.times_upper[known], expected)
            seen += int(known.sum())
    assert seen > 50


def test_the_worst_test_is_on_top_and_its_grade_is_that_of_the_tables(graded, demo_study):
    for usubjid in demo_study.usubjids:
        found = lanes_of(graded, demo_study, usubjid)
        grades = [lane.worst[0] for lane in found.lanes]
        assert grades == sorted(grades, reverse=True)
        for lane in found.lanes:
            test, rows = graded.tests[lane.parameter.paramcd], set(lane.row.tolist())
            mine = np.array([row in rows for row in test.row])
            both = np.concatenate([test.grade_low[mine], test.grade_high[mine], [-1.0]])
            assert lane.worst[0] == np.nanmax(both)
