"""Answers of the HAQ coded 1 to 4 are those coded 0 to 3; an answer that cannot be gives no partial index."""

import datetime as dt

import numpy as np
import pytest

from sscviewer.clinical.haq import ITEMS_PER_CATEGORY
from sscviewer.workbook import load_study

FIRST = dt.date(2021, 1, 4)
ITEMS = [
    "Dress yourself", "Shampoo your hair", "Stand up from a straight chair", "Get in and out of bed",
    "Cut your meat", "Lift a full cup or glass to your mouth", "Open a new milk carton",
    "Walk outdoors on flat ground", "Climb up five steps", "Wash and dry your body", "Take a tub bath",
    "Get on and off the toilet", "Reach and get down a 5 pound object", "Bend down to pick up clothing",
    "Open car doors", "Open jars", "Turn faucets on and off", "Run errands and shop",
    "Get in and out of a car", "Do chores",
]  # fmt: skip


def _index(answers):
    """Return the mean over categories of the worst answer, by hand."""
    parts = np.split(answers, np.cumsum(ITEMS_PER_CATEGORY)[:-1], axis=1)
    return np.mean([part.max(axis=1) for part in parts], axis=0)


def _study(make_workbook, answers):
    n = len(answers)
    patients = [["Patient", "Sex", "First dose"], *([f"P{i}", "F", FIRST] for i in range(n))]
    rows = [["Patient", "Visit", "Date", *ITEMS]]
    rows += [[f"P{i}", "Baseline", FIRST, *map(int, row)] for i, row in enumerate(answers)]
    return load_study(make_workbook({"Patients": patients, "HAQ": rows})).study


def _totals(study):
    rows = study.measurements[study.measurements["PARAMCD"] == "HAQDI"]
    return rows.sort_values("USUBJID")["AVAL"].tolist()


@pytest.fixture
def answers():
    found = np.random.default_rng(7).integers(0, 4, (5, len(ITEMS)))
    found[0, 0], found[1, 1] = 3, 0
    return found


def test_answers_from_one_give_the_index_of_those_from_zero(make_workbook, answers):
    assert _totals(_study(make_workbook, answers)) == pytest.approx(_index(answers))
    study = _study(make_workbook, answers + 1)
    assert _totals(study) == pytest.approx(_index(answers))
    assert [issue.code for issue in study.issues if issue.sheet == "HAQ"] == ["haq.from_one", "total.derived"]


def test_a_four_beside_zeros_is_an_error_and_gives_no_index(make_workbook, answers):
    answers[2, 5] = 4
    study = _study(make_workbook, answers)
    assert _totals(study) == pytest.approx(np.delete(_index(answers), 2))
    assert [issue.cell for issue in study.issues if issue.code == "value.impossible"] == ["I4"]


def test_answers_of_a_few_cells_are_not_shifted(make_workbook, answers):
    study = _study(make_workbook, np.where(answers[:1] == 3, 3, answers[:1].clip(1)))
    assert not [issue for issue in study.issues if issue.code == "haq.from_one"]
