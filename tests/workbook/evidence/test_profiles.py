"""What the cells of a column are, and how they behave within the patients."""

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest

from sscviewer.workbook.evidence.columns.profiles import groups_of, profile, within
from tests.workbook.evidence.columns_in_memory import cells


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, 2, 3, None], "whole"),
        ([1.5, 2, "NA"], "number"),
        (["2,5", "3,1", "2,9"], "number"),
        ([dt.date(2020, 1, 2), None], "date"),
        (["2020-01-02", "2020-02-UN", "unknown"], "date"),
        (["142/98", "130/80", "110/70"], "pair"),
        (["yes", "no", "yes", None], "yes_no"),
        (["S-001", "S-002", "S-003"], "code"),
        (["Headache", "Nausea"], "term"),
        (["the patient said that she had felt dizzy every morning since the second visit " * 2], "text"),
        ([None, None], "empty"),
        (["NA", "."], "empty"),
        ([2.5, 2.6, "84/82"], "number"),
    ],
)
def test_the_kind_of_a_column(values, kind):
    assert profile(cells(values)).kind == kind


def test_counts_are_of_cells_and_not_of_words_for_missing():
    found = profile(cells([1, 1, 2, "NA", None]))
    assert (found.filled, found.distinct, found.low, found.high) == (3, 2, 1, 2)


def test_within_the_patients_against_a_loop():
    rng = np.random.default_rng(7)
    for _ in range(50):
        patients = rng.integers(0, 4, 12).tolist()
        values = [None if v == 0 else v for v in rng.integers(0, 4, 12).tolist()]
        found = within(cells(values), groups_of(cells(patients)), ordered=True)
        by_patient = {p: [v for q, v in zip(patients, values, strict=True) if q == p and v] for p in patients}
        steps = [b - a for listed in by_patient.values() for a, b in pairwise(listed)]
        assert found.constant == all(len(set(listed)) <= 1 for listed in by_patient.values())
        assert found.repeats == any(len(listed) > 1 for listed in by_patient.values())
        assert found.increasing == (bool(steps) and min(steps) >= 0 and max(steps) > 0)
