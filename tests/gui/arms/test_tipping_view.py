"""The view of tipping points: every pair of shifts, the model in the middle."""

import pytest


def test_the_middle_is_the_difference_of_the_document(shown, armed, document):
    _, view = shown(armed, "efficacy", "tipping")
    grid = view.result[0]
    rows = view.rows.model.listing.rows
    assert len(rows) == 81
    middle = rows[40]
    assert middle[:2] == ("0.00", "0.00")
    code = grid.parameter.paramcd
    course = next(one for one in document["course"] if (one["PARAMCD"], one["model"]) == (code, "mmrm"))
    (difference,) = course["by_arm"]["differences"]
    at = next(one for one in difference["visits"] if one["AVISIT"] == grid.avisit)
    assert float(middle[2].replace("−", "-")) == pytest.approx(at["estimate"], abs=0.006)
    assert grid.arm in view.note.text()


def test_one_arm_is_said(shown, demo):
    page, view = shown(demo, "efficacy", "tipping")
    assert page.nothing.text().startswith("All patients of this workbook are of one arm")
    assert view.table() is None
