"""Every threshold, categories, each slope and one arm on the Efficacy page: what `analyse --json` prints."""

from dataclasses import replace

import pytest

from sscviewer.analysis.plan.one_arm import OneArmRules
from sscviewer.plots.mark import Mark
from tests.gui.trials import settle, show_trial, shown

GIVEN = OneArmRules(
    endpoint="FVCPP",
    prior_change=1.0,
    prior_se=1.5,
    prior_source="An earlier trial",
    control_change=-3.0,
    control_se=1.0,
    control_source="A cohort",
)


@pytest.fixture
def efficacy(window, demo):
    show_trial(window, demo)
    window.session.set_view("efficacy")
    return window.trial_window.workspace.analysis["efficacy"]


def block(printed, kind, code="FVCPP"):
    return next(one for one in printed["distribution"][kind] if one["PARAMCD"] == code)


def test_every_threshold_is_that_of_json_and_opens_patients(efficacy, qtbot, printed):
    view = shown(efficacy, qtbot, "thresholds")
    said = block(printed, "thresholds")
    last = [row for row in said["reached"] if row["avisit"] == "Month 12"]
    rows = view.rows.model.listing.rows
    assert [row[2] for row in rows] == [f"{len(one['usubjids'])} of {one['n']}" for one in last]
    asked = []
    view.drill_asked.connect(asked.append)
    view.rows.cell_chosen.emit(1, 2)
    assert asked[0].usubjids == tuple(last[1]["usubjids"])
    curve = view.chart.chart.data.curves[0]
    printed_curve = next(one for one in said["curves"] if one["AVISIT"] == "Month 12")
    assert curve.value == pytest.approx(printed_curve["share"])
    view.part.setCurrentIndex(view.part.findData("Month 6"))
    view.part.activated.emit(0)
    assert "Month 6" in view.figure().title


def test_categories_are_those_of_json_and_open_patients(efficacy, qtbot, printed):
    view = shown(efficacy, qtbot, "categories")
    said = block(printed, "categories")["rows"]
    rows = view.rows.model.listing.rows
    assert [row[0] for row in rows] == [one["AVISIT"] for one in said]
    for row, one in zip(rows, said, strict=True):
        assert [int(cell.split()[0]) for cell in row[2:]] == list(one["counts"].values())
        assert sum(one["counts"].values()) == one["n"] == int(row[1])
    asked = []
    view.drill_asked.connect(asked.append)
    view.rows.cell_chosen.emit(3, 5)
    assert asked[0].usubjids == tuple(said[3]["members"]["no value"])
    assert all(sum(bar.parts) == pytest.approx(100) for bar in view.chart.chart.data.bars)


def test_slopes_are_those_of_json_and_a_click_opens_the_patient(efficacy, qtbot, printed, window):
    view = shown(efficacy, qtbot, "slopes")
    said = block(printed, "slopes")
    assert [row[0] for row in view.rows.model.listing.rows] == [one["usubjid"] for one in said["patients"]]
    assert view.endpoint.findData("FVC") >= 0
    view.endpoint.setCurrentIndex(view.endpoint.findData("FVC"))
    view.endpoint.activated.emit(0)
    settle(efficacy, qtbot)
    assert "mL a year" in view.note.text()
    assert block(printed, "slopes", "FVC")["unit"] == "mL a year"
    first = view.rows.model.listing.rows[0][0]
    view.clicked(Mark("", -1, "", key=first))
    assert window.session.usubjid == first


def test_one_arm_without_and_with_earlier_numbers(efficacy, qtbot, printed, window):
    view = shown(efficacy, qtbot, "one_arm")
    said = next(one for one in printed["one_arm"] if one["PARAMCD"] == "FVCPP")
    rows = view.rows.model.listing.rows
    assert [row[0] for row in rows] == ["Without earlier knowledge"]
    (weak,) = said["posteriors"]
    assert rows[0][4] == f"{100 * weak['better']:.0f} %"
    planning = window.session.planning
    planning.choose(replace(planning.plan, one_arm=GIVEN))
    qtbot.waitUntil(lambda: efficacy.has_result and len(view.rows.model.listing.rows) == 5)
    names = [row[0] for row in view.rows.model.listing.rows]
    assert names[1] == "With An earlier trial (50 %)"
    assert names[2] == "Historical control (A cohort)"
    asked = []
    view.drill_asked.connect(asked.append)
    view.rows.cell_chosen.emit(4, 0)
    assert asked[0].usubjids == tuple(said["without_value"])


def test_visit_windows_are_those_of_json(efficacy, qtbot, printed):
    view = shown(efficacy, qtbot, "windows")
    said = printed["visit_windows"]
    rows = view.rows.model.listing.rows
    assert [(row[1], int(row[5])) for row in rows] == [
        (one["AVISIT"] or "no visit", one["n"]) for one in said
    ]
    assert all((row[8] == "yes") == one["in_model"] for row, one in zip(rows, said, strict=True))
    asked = []
    view.drill_asked.connect(asked.append)
    at = next((i for i, one in enumerate(said) if one["mapped"]), None)
    view.rows.cell_chosen.emit(0, 0)
    assert not asked
    view.rows.cell_chosen.emit(0, 5)
    assert len(set(asked[0].usubjids)) == said[0]["n"]
    if at is not None:
        view.rows.cell_chosen.emit(at, 6)
        assert set(asked[1].usubjids) == {value["USUBJID"] for value in said[at]["mapped"]}
