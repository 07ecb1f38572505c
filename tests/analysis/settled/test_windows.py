"""Windows half-way between planned visits, by hand."""

import numpy as np

from sscviewer.analysis.plan.rules import VisitRules
from sscviewer.analysis.settled.windows import Placed, place, windows_of

NAN = np.nan
PLANNED = {3.0: 92.0, 6.0: 184.0, 12.0: 366.0}


def values(rows):
    patient, day, avisit, avisitn = zip(*rows, strict=True)
    return Placed(
        np.array(patient),
        np.array(day, dtype=float),
        np.ones(len(rows), dtype=bool),
        np.array(avisit, dtype=object),
        np.array(avisitn, dtype=float),
        np.zeros(len(rows), dtype=bool),
        np.ones(len(rows)),
    )


def visits(*months):
    return [(p, PLANNED[m], f"Month {m:g}", m) for p in range(4) for m in months]


def test_bounds_and_where_days_fall():
    found = windows_of(values(visits(3.0, 6.0, 12.0)), PLANNED, VisitRules())
    # half-way: 46.5, 138, 275; the last window reaches as far after day 366 as before it
    assert found.first.tolist() == [47, 139, 276]
    assert found.last.tolist() == [138, 275, 457]
    assert found.of(np.array([46, 47, 138, 139, 457, 458, NAN])).tolist() == [-1, 0, 0, 1, 2, -1, -1]


def test_a_visit_with_few_values_takes_none_of_another_and_keeps_its_own():
    """Whether it is in a model is asked of the model's rows: a patient's own course has it all the same."""
    rows = [*visits(3.0, 6.0), (0, 214, "Month 7", 7.0), (1, 205, "Month 6", 6.0)]
    placed = values(rows)
    windows = windows_of(placed, PLANNED | {7.0: 214.0}, VisitRules())
    assert windows.avisit.tolist() == ["Month 3", "Month 6"]
    assert place(placed, windows, VisitRules())[1][-2:].tolist() == [7, 6]


def test_unplanned_values():
    rows = [*visits(3.0, 6.0), (4, 150, "Early termination", NAN), (4, 20, "Unscheduled", NAN)]
    placed = values(rows)
    windows = windows_of(placed, PLANNED, VisitRules())
    avisit, avisitn = place(placed, windows, VisitRules())
    assert avisit[-2:].tolist() == ["Month 6", "Unscheduled"]
    np.testing.assert_array_equal(avisitn[-2:], [6, NAN])
    for rules in (VisitRules(map_unplanned=False), VisitRules(windows=False)):
        np.testing.assert_array_equal(place(placed, windows, rules)[1][-2:], [NAN, NAN])


def test_a_planned_visit_out_of_its_window_belongs_to_its_day():
    placed = values([*visits(3.0, 6.0), (4, 150, "Month 3", 3.0)])
    windows = windows_of(placed, PLANNED, VisitRules())
    assert place(placed, windows, VisitRules())[1][-1] == 6
    assert place(placed, windows, VisitRules(windows=False))[1][-1] == 3


def test_no_values():
    empty = values([(0, NAN, "", NAN)])
    windows = windows_of(empty, {}, VisitRules())
    assert windows.of(np.array([5.0])).tolist() == [-1]
