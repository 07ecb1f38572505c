"""The value that counts at each visit, against a plain walk through each patient's course."""

import numpy as np

from sscviewer.analysis.analysed_values import BASELINE, analysed_values
from sscviewer.analysis.patient.trajectory import trajectory
from sscviewer.model.rules import planned_day
from sscviewer.workbook.load import load_study


def by_hand(course):
    """Return (visit, month, day, value, cell) of one patient."""
    visits = {}
    for i, month in enumerate(course.avisitn.tolist()):
        if month > 0:
            off = abs(course.day[i] - float(planned_day(np.array([month]))[0]))
            visits.setdefault(month, []).append((off, course.day[i], i))
    rows = []
    if course.base_index >= 0:
        i = course.base_index
        rows.append((BASELINE, 0.0, course.day[i], course.base, course.srcref[i]))
    for month in sorted(visits):
        _, day, i = min(visits[month])
        readings = [course.aval[j] for _, other, j in visits[month] if other == day]
        rows.append((course.avisit[i], month, day, sum(readings) / len(readings), course.srcref[i]))
    return rows


def compare(study):
    cells = study.column("measurements", "SRCREF")
    compared = 0
    for paramcd in study.parameters:
        found = analysed_values(study, paramcd)
        for place, usubjid in enumerate(study.usubjids):
            mine = found.patient == place
            expected = by_hand(trajectory(study, usubjid, paramcd))
            assert found.avisit[mine].tolist() == [row[0] for row in expected]
            np.testing.assert_array_equal(found.avisitn[mine], [row[1] for row in expected])
            np.testing.assert_array_equal(found.day[mine], [row[2] for row in expected])
            np.testing.assert_allclose(found.aval[mine], [row[3] for row in expected], rtol=1e-12)
            assert cells[found.row[mine]].tolist() == [row[4] for row in expected]
            compared += len(expected)
    assert compared


def test_of_the_tiny_trial(tiny_study):
    compare(tiny_study)


def test_of_the_demo(demo_study):
    compare(demo_study)


# The core file has planned days of its own (VISITDY): tests/analysis/settled looks at those.
def test_of_a_trial_with_laboratory_values(sdtm_labs):
    compare(load_study(sdtm_labs).study)
