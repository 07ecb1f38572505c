"""The Efficacy page on the demo trial: what it shows is what `analyse --json` prints and the engine gives."""

import dataclasses

import pytest

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.number_words import p_words, plain, signed
from tests.gui.trials import show_trial, shown
from tests.planned import population


@pytest.fixture
def efficacy(window, demo):
    show_trial(window, demo)
    window.session.set_view("efficacy")
    return window.trial_window.workspace.analysis["efficacy"]


def test_one_change_from_engine_to_json_to_page(efficacy, qtbot, demo, printed):
    view = shown(efficacy, qtbot, "change")
    assert view.endpoint.currentData() == "FVCPP"
    entry = next(e for e in printed["course"] if e["PARAMCD"] == "FVCPP" and e["model"] == "mmrm")
    frame = endpoint_frame(demo.study, population(demo.study), "FVCPP")
    later = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()]
    fit = fit_mmrm(later, "CHG ~ 0 + AVISIT", subject="USUBJID", visit="AVISIT")
    rows = {row[0]: row for row in view.rows.model.listing.rows}
    for visit in entry["visits"]:
        name = f"AVISIT{visit['AVISIT']}"
        assert visit["estimate"] == pytest.approx(fit.coefficients.loc[name, "estimate"], rel=1e-6)
        assert visit["se"] == pytest.approx(fit.coefficients.loc[name, "se"], rel=1e-6)
        assert visit["df"] == pytest.approx(fit.coefficients.loc[name, "df"], rel=1e-4)
        row = rows[visit["AVISIT"]]
        assert row[1] == str(visit["n"])
        assert row[2] == signed(visit["estimate"], 2)
        assert row[3] == plain(visit["se"], 2)
        assert (row[5], row[6]) == (plain(visit["lower"], 2), plain(visit["upper"], 2))
        assert row[7] in p_words(visit["p_value"])
    slope = next(e for e in printed["course"] if e["PARAMCD"] == "FVCPP" and e["model"] == "random_slope")
    assert rows["Slope per month"][2] == signed(slope["slope"]["estimate"], 3)
    assert rows["Slope per year"][2] == signed(12 * slope["slope"]["estimate"], 2)


def test_another_model_is_fitted_and_said(efficacy, qtbot):
    view = shown(efficacy, qtbot, "change")
    before = view.rows.model.listing.rows
    view.covariance.setCurrentIndex(view.covariance.findData("cs"))
    view.covariance.activated.emit(0)
    qtbot.waitUntil(lambda: view.rows.model.listing.rows not in (before, ()))
    assert "compound symmetry" in view.note.text()
    view.covariance.setCurrentIndex(0)
    view.covariance.activated.emit(0)
    qtbot.waitUntil(lambda: view.rows.model.listing.rows == before)


def test_a_filter_refits_for_fewer_patients_and_says_how_many(efficacy, qtbot, window):
    from dataclasses import replace

    view = shown(efficacy, qtbot, "change")
    session = window.session
    session.set_filters(replace(session.filters, subset=("diffuse",)))
    qtbot.waitUntil(lambda: view.rows.model.listing.rows[-1][1] == "14")
    assert efficacy.who.text() == "14 of 20 patients (diffuse)"
    session.set_filters(type(session.filters)())


def test_sensitivity_shows_every_method_with_what_it_assumes(efficacy, qtbot):
    view = shown(efficacy, qtbot, "sensitivity")
    rows = view.rows.model.listing.rows
    assert [row[0] for row in rows][:2] == ["MMRM", "Random slope"]
    assert len(rows) == 9
    assert all(row[-1] for row in rows)
    assert "12 of 20 patients with a baseline have a value at Month 12" in view.note.text()
    view.rows.view.selectRow(3)
    assert view.note.text().startswith("Completers, paired t: Patients without a value")


def test_all_endpoints_stand_on_one_scale(efficacy, qtbot, demo):
    view = shown(efficacy, qtbot, "endpoints")
    names = [row[0] for row in view.rows.model.listing.rows]
    assert any(name.startswith("MRSS") for name in names)
    mrss = next(row for row in view.rows.model.listing.rows if row[0].startswith("MRSS"))
    base = demo.study.measurements.query("PARAMCD == 'MRSS' and AVISITN == 0")["AVAL"]
    assert float(mrss[8]) == pytest.approx(base.std(ddof=1), abs=0.05)


@pytest.mark.parametrize("picture", ["fitted", "normal", "influence"])
def test_diagnostics_have_a_point_per_value_or_patient(efficacy, qtbot, picture):
    view = shown(efficacy, qtbot, "diagnostics")
    view.picture.setCurrentIndex(view.picture.findData(picture))
    view.picture.activated.emit(view.picture.currentIndex())
    points = view.chart.chart.data.points
    assert len(points) == len(view.rows.model.listing.rows) > 10
    assert {point.usubjid for point in points} <= set(view.session.trial.study.usubjids)


def test_the_paragraphs_are_those_of_analyse(efficacy, qtbot, printed):
    view = shown(efficacy, qtbot, "words")
    qtbot.waitUntil(lambda: bool(view.results.toPlainText()))
    headings = [heading for heading, _ in view.result.result_parts]
    lines = view.results.toPlainText().splitlines()
    assert [line for line in lines if line in headings] == headings
    assert len(lines) >= 2 * len(headings) > 8
    told = " ".join(line for line in lines if line not in headings)
    said = f"{told} {view.methods.toPlainText()}"
    assert said == " ".join(printed["sentences"])
    for number in ("65.2 ± 14.0", "18.7 ± 10.1", "445 ± 125", "fell by 3.9 units", "P < 0.001", "+1.74"):
        assert number in said


def test_a_trial_too_small_for_a_model_says_so(window, trial, qtbot):
    show_trial(window, trial)
    window.session.set_view("efficacy")
    page = window.trial_window.workspace.analysis["efficacy"]
    for name in ("change", "endpoints", "sensitivity", "diagnostics", "words"):
        shown(page, qtbot, name)
    view = shown(page, qtbot, "change")
    assert view.note.text()


def test_a_historical_control_stands_beside_the_trial_at_each_visit(window, efficacy, qtbot):
    plan = window.session.planning.plan
    past = {"endpoint": "FVCPP", "months": 12.0, "control_change": -4.0, "control_se": 1.0}
    known = dataclasses.replace(plan.one_arm, **past, control_source="Made up 2001")
    window.session.planning.choose(dataclasses.replace(plan, one_arm=known))
    view = shown(efficacy, qtbot, "change")
    visits = view.result.course.mmrm.visits
    assert [one.change for one in view.result.control] == [-4.0 * v.avisitn / 12 for v in visits]
    last = view.result.control[-1]
    assert (last.lower, last.upper) == (
        pytest.approx(-4 - 1.96, abs=1e-3),
        pytest.approx(-4 + 1.96, abs=1e-3),
    )
