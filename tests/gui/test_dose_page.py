"""The Dose page on the demo trial against plain sums over its dose log and against `analyse --json`."""

import pytest

from tests.gui.trials import settle, show_trial, shown
from tests.planned import dose_and_events, population


@pytest.fixture
def dose(window, demo):
    show_trial(window, demo)
    window.session.set_view("dose")
    return window.trial_window.workspace.analysis["dose"]


def test_exposure_is_that_of_the_log_and_of_analyse(dose, qtbot, demo, printed):
    view = shown(dose, qtbot, "exposure")
    rows = {row[1]: row for row in view.arms.model.listing.rows}
    average = next(
        r for r in printed["exposure"] if r["measure"] == "average_daily_dose" and r["arm"] == "ALL"
    )
    assert rows["Average daily dose"][4:6] == (f"{average['mean']:.1f}", f"{average['sd']:.1f}")
    patients = {row[0]: row for row in view.patients.model.listing.rows}
    log = demo.study.exposure.query("USUBJID == 'SSC-001'")
    assert float(patients["SSC-001"][5]) == pytest.approx(
        ((log["AENDY"] - log["ASTDY"] + 1) * log["EXDAILY"]).sum(), abs=0.5
    )
    assert "no planned dose schedule is set" in view.arms.note.text()


def test_a_schedule_gives_the_dose_intensity_and_a_wrong_one_a_sentence(dose, qtbot):
    view = shown(dose, qtbot, "exposure")
    view.schedule.setText("1: 100, 15: 200, 29: 300, 43: 400, 57: 500, 71: 600, until 364")
    view.schedule.editingFinished.emit()
    qtbot.waitUntil(lambda: "Dose intensity, %" in view.patients.model.listing.columns)
    assert view.error.isHidden()
    view.schedule.setText("a lot")
    view.schedule.editingFinished.emit()
    assert not view.error.isHidden()
    assert "1: 100" in view.error.text()


def test_changes_are_listed_and_lead_to_the_event(dose, qtbot, window):
    view = shown(dose, qtbot, "dose_changes")
    rows = view.rows.model.listing.rows
    assert len({row[0] for row in rows}) == 20
    view.kind.setCurrentIndex(view.kind.findData("interruption"))
    view.kind.activated.emit(view.kind.currentIndex())
    kept = [rows[i] for i in view.rows.model.shown]
    assert {row[2] for row in kept} == {"interruption"}
    bars = {bar.key: bar for bar in view.chart.chart.data.bars}
    assert sum(bars["interruption"].parts) == len(kept)
    assert bars["interruption"].parts[0] == sum(bool(row[6]) for row in kept)
    tied = next(i for i in view.rows.model.shown if rows[i][6])
    view.rows.row_chosen.emit(tied)
    assert window.session.usubjid == rows[tied][0]
    assert window.session.selected[0] == "adverse_events"


def test_time_on_drug_is_that_of_analyse(dose, qtbot, printed):
    view = shown(dose, qtbot, "time_on_drug")
    entry = next(e for e in printed["time_to_event"] if e["what"] == "time on drug" and e["arm"] == "ALL")
    curve = view.chart.chart.data.curves[0]
    at_12 = next(m for m in entry["estimates"] if m["month"] == 12)
    assert curve.value[-1] == pytest.approx(at_12["estimate"])
    assert curve.at_risk[0] == 20
    assert f"{100 * at_12['estimate']:.1f}" in " ".join(view.rows.model.listing.rows[0])


def folded(dose, qtbot, name):
    """Turn “Why not the rate per dose?” to one of its pictures and wait for it."""
    outer = shown(dose, qtbot, "why_not")
    outer.which.setCurrentIndex(outer.which.findData(name))
    outer.which.activated.emit(outer.which.currentIndex())
    settle(dose, qtbot)
    assert outer.figure() is outer.shown.figure()
    assert outer.shown.name == name
    return outer.shown


def test_levels_share_the_days_and_the_events(dose, qtbot, printed):
    view = folded(dose, qtbot, "dose_levels")
    days = {level["name"]: level["days"] for level in printed["rates_by_dose"][0]["levels"]}
    rows = view.rows.model.listing.rows
    assert [row[0] for row in rows if float(row[2])] == [name for name, n in days.items() if n]
    assert sum(float(row[2]) for row in rows) == pytest.approx(sum(days.values()), abs=0.5 * len(rows))
    assert "Exploratory, not causal" in view.note.text()


def test_a_point_of_dose_and_outcome_is_a_patient(dose, qtbot):
    view = folded(dose, qtbot, "dose_outcome")
    points = view.chart.chart.data.points
    # One patient has a baseline only.
    assert len({point.usubjid for point in points}) == len(points) == 19
    view.what.setCurrentIndex(view.what.findData("worst grade"))
    view.what.activated.emit(view.what.currentIndex())
    assert len(view.chart.chart.data.points) == 20


def test_a_trial_without_doses_says_so(window, trial, qtbot):
    show_trial(window, trial)
    window.session.set_view("dose")
    page = window.trial_window.workspace.analysis["dose"]
    for name in ("tolerated_dose", "exposure", "dose_changes", "time_on_drug", "why_not", "next_trial"):
        shown(page, qtbot, name)


def test_dose_and_events_are_those_of_the_analysis_with_their_caveats(dose, qtbot, demo):
    view = folded(dose, qtbot, "dose_and_events")
    found = dose_and_events(demo.study, population(demo.study))[0]
    rows = view.rows.model.listing.rows
    ratios = [one.result.ratio for one in (found.andersen_gill, found.poisson)]
    assert [row[2] for row in rows[:2]] == [f"{ratio:.2f}" for ratio in ratios]
    assert rows[2][1].startswith(f"{found.crossover.case_only} to {found.crossover.control_only}")
    assert found.andersen_gill.caveat in view.note.text()
    assert found.crossover.caveat in view.note.text()
