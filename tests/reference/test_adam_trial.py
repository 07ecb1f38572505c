"""The tables of an ADaM trial from its cells, as R has them (figures/adas.json): ANCOVA with LOCF, MMRM."""

import json
from dataclasses import replace

import numpy as np
import openpyxl
import pytest

from sscviewer.analysis.arms.arm_changes import arm_changes
from sscviewer.analysis.arms.change_words import changes_notes, changes_sentence
from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.efficacy.model_rows import model_frame
from sscviewer.analysis.efficacy.sensitivity_table import sensitivity_table
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.workbook import load_study
from tests.adam_trial import adas_sheets
from tests.reference.shipped import FIGURES

THEIRS = json.loads((FIGURES / "adas.json").read_text(encoding="utf-8"))
SHEETS = adas_sheets()
PLAN = replace(
    DEFAULT_PLAN,
    populations=replace(DEFAULT_PLAN.populations, efficacy="flag", efficacy_flag="EFFFL"),
    model=replace(
        DEFAULT_PLAN.model, covariates=("BASE", "SITEGR1"), baseline_by_visit=True, covariance="us"
    ),
)
NUMBERS = ("estimate", "se", "df", "lower", "upper", "p")


def loaded(folder, values):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in (("ADSL", SHEETS["ADSL"]), ("ADQSADAS", values)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "adas.xlsx")
    return load_study(folder / "adas.xlsx")


def at_week_24(study, plan, **rules):
    plan = replace(plan, comparisons=replace(plan.comparisons, **rules))
    settled = settle_study(study, plan)
    rows = arm_changes(settled, populations(settled, plan).efficacy, plan)
    return next(row for row in rows if row.avisit == "Week 24"), rows


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("adas"), SHEETS["ADQSADAS"])


def numbers(value):
    return [value.estimate, value.se, value.df, value.lower, value.upper, value.p_value]


def theirs(part, name):
    at = part["arm"].index(name)
    return [part[one][at] for one in NUMBERS]


@pytest.mark.parametrize("weights", ["equal", "proportional"])
@pytest.mark.parametrize("rows", ["carried", "observed"])
def test_ancova_as_lm_and_emmeans(trial, rows, weights):
    plan = replace(PLAN, model=replace(PLAN.model, mean_weights=weights))
    row, _ = at_week_24(trial.study, plan, carried_forward=rows == "carried")
    expected = THEIRS[rows]
    assert row.n == (expected["n"][0], expected["n"][2], expected["n"][1])  # R has the arms by name
    for arm, mean in row.found.arms:
        assert numbers(mean) == pytest.approx(theirs(expected[weights], arm), rel=1e-8)
    for arm, difference in row.found.differences:
        assert numbers(difference) == pytest.approx(
            theirs(expected["differences"], f"{arm} - Placebo"), rel=1e-8
        )
    ((high, low, pair),) = row.found.pairs
    back = theirs(expected["differences"], f"{low} - {high}")
    assert numbers(pair) == pytest.approx([-back[0], *back[1:3], -back[4], -back[3], back[5]], rel=1e-8)
    slope, se, _, p = expected["trend"]
    assert [row.trend.estimate, row.trend.se, row.trend.p_value] == pytest.approx([slope, se, p], rel=1e-8)
    assert list(row.doses.doses.values()) == [0.0, 54.0, 81.0]


def test_mixed_model_as_gls(trial):
    settled = settle_study(trial.study, PLAN)
    settings = replace(efficacy_settings(PLAN, "ACTOT"), df_method="satterthwaite")
    frame = model_frame(settled, populations(settled, PLAN).efficacy, settings)
    model = change_model(frame, settings, by_arm=True)
    part = THEIRS["mixed"]
    assert len(model.rows) == part["n_obs"]
    assert model.fit.minus_two_log_likelihood == pytest.approx(part["minus_two_log_likelihood"], abs=1e-6)
    for at, (contrast, week) in enumerate(
        zip(part["differences"]["arm"], part["differences"]["visit"], strict=True)
    ):
        arm, other = contrast.split(" - ")
        found = model.change(f"Week {week}", arm, other)
        assert found.estimate == pytest.approx(part["differences"]["estimate"][at], abs=2e-5)

        assert found.se == pytest.approx(part["differences"]["se"][at], rel=2e-5)


def test_the_carried_row_of_the_sensitivity_table_is_the_files(trial):
    """As R's t.test over the file's own rows of week 24, observed and LOCF."""
    settled = settle_study(trial.study, PLAN)
    settings = replace(efficacy_settings(PLAN, "ACTOT"), covariates=())
    missing = replace(PLAN.missing, imputations=2)
    who = populations(settled, PLAN).efficacy
    table = sensitivity_table(settled, who, settings, missing, avisit="Week 24")
    row = next(row for row in table.rows if row.key == "locf")
    part = THEIRS["carried_means"]
    expected = {("ALL", ""): part["all"]}
    expected |= {(arm, ""): values for arm, values in part["arms"].items()}
    expected |= {(arm, "Placebo"): values for arm, values in part["differences"].items()}
    found = {("ALL", ""): row.estimate}
    found |= {(change.arm, change.reference): change.estimate for change in row.by_arm}
    assert found.keys() == expected.keys()
    for key, values in expected.items():
        assert numbers(found[key]) == pytest.approx([values[name] for name in NUMBERS], rel=1e-8)
        assert found[key].n_subjects == values["n"]
    assert "carried forward by the file itself" in row.note


def test_rows_carried_forward_are_no_measurements(trial, tmp_path):
    rows = SHEETS["ADQSADAS"]
    kind = rows[0].index("DTYPE")
    observed = loaded(tmp_path, [row for row in rows if row[kind] != "LOCF"])
    carried = [row for row in rows if row[kind] == "LOCF"]
    study = trial.study
    assert len(study.frame("carried_values")) == len(carried) > 20
    assert study.measurements["AVAL"].tolist() == observed.study.measurements["AVAL"].tolist()
    (sheet,) = [sheet for sheet in trial.report.sheets if sheet.name == "ADQSADAS"]
    assert (sheet.used, sheet.not_used) == (len(rows) - 1, 0)
    (issue,) = [issue for issue in trial.report.issues if issue.code == "row.carried"]
    assert f"{len(carried)};" in issue.message
    for plan in (PLAN, DEFAULT_PLAN):
        with_rows, without = (at_week_24(one, plan)[1] for one in (study, observed.study))
        assert [row.found for row in with_rows] == [row.found for row in without]


def test_the_order_of_the_rows_does_not_matter(trial, tmp_path):
    head, *rows = SHEETS["ADQSADAS"]
    order = np.random.RandomState(1).permutation(len(rows))
    shuffled = loaded(tmp_path, [head, *(rows[i] for i in order)])
    ours, again = (at_week_24(one, PLAN, carried_forward=True)[0] for one in (trial.study, shuffled.study))
    assert (ours.n, ours.carried, ours.in_file) == (again.n, again.carried, True)
    for (_, a, _), (_, b, _) in zip(ours.differences, again.differences, strict=True):
        assert a.estimate == pytest.approx(b.estimate, abs=1e-12)


def test_words_say_whose_values_are_carried_and_which_doses(trial):
    row, rows = at_week_24(trial.study, PLAN, carried_forward=True)
    plan = replace(PLAN, comparisons=replace(PLAN.comparisons, carried_forward=True))
    notes = " ".join(changes_notes(rows, plan))
    assert "the one that the file carries forward to it (DTYPE LOCF)" in notes
    assert "0, 54 and 81 (the file’s numbers of the arms)" in notes
    assert "trend over doses P = 0.01" in changes_sentence(row)
    equal = replace(plan, model=replace(plan.model, mean_weights="equal"))
    assert "categories counting alike" in " ".join(changes_notes(rows, equal))


def test_the_plans_doses_take_the_place_of_the_files(trial):
    doses = "Placebo: 0; Xanolam Low Dose: 1; Xanolam High Dose: 2"
    row, _ = at_week_24(trial.study, PLAN, carried_forward=True, doses=doses)
    own, _ = at_week_24(trial.study, PLAN, carried_forward=True)
    assert row.doses.source == "the plan’s"
    assert row.trend.p_value != own.trend.p_value
    lacking, _ = at_week_24(trial.study, PLAN, doses="Placebo: 0")
    assert lacking.trend is None


def test_an_analysis_visit_of_the_file_stays_whatever_its_day(tmp_path):
    """The sponsor's window of week 16 begins on day 85: half-way between our planned days is day 85."""
    rows = [list(row) for row in SHEETS["ADQSADAS"]]
    visit, day, date = (rows[0].index(name) for name in ("AVISIT", "ADY", "ADT"))
    late = next(row for row in rows if row[visit] == "Week 16")
    early = next(row for row in rows if row[visit] == "Week 8")
    for row in (late, early):
        row[date] += np.timedelta64(75 - int(row[day]), "D").astype(object)
        row[day] = 75
    settled = settle_study(loaded(tmp_path, rows).study, PLAN)
    frame = settled.measurements[settled.measurements["ADY"] == 75]
    assert sorted(frame["AVISIT"]) == ["Week 16", "Week 8"]
