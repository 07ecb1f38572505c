"""The table of clinical_facts.md 9.3-9.5 for SYN20 (R), and what each row says of itself."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import rankdata, ttest_ind

from sscviewer.analysis.analysed_values import analysed_values
from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.efficacy.sensitivity_arms import drawn_from
from sscviewer.analysis.efficacy.sensitivity_table import ASSUMES, REFERENCE_BASED
from sscviewer.analysis.estimate import refused
from sscviewer.cli.sensitivity_text import sensitivity_json
from sscviewer.model.study import build_study
from tests.planned import efficacy_settings, population, sensitivity_table


@pytest.fixture(scope="module")
def tables(syn20_study):
    who = population(syn20_study)
    return {
        paramcd: sensitivity_table(syn20_study, who, efficacy_settings(paramcd))
        for paramcd in ("FVCPP", "MRSS")
    }


def _row(table, key):
    return next(row for row in table.rows if row.key == key)


# estimate, lower, upper, P, n of each method at month 12
R_TABLE = [
    ("FVCPP", "completers", 1.4, -1.668968, 4.468968, 0.336933, 12),
    ("FVCPP", "locf", 0.32, -1.621026, 2.261026, 0.733841, 20),
    ("FVCPP", "baseline", 0.84, -0.911308, 2.591308, 0.328041, 20),
    ("MRSS", "completers", -5.166667, -7.364871, -2.968463, 0.00030697, 12),
    ("MRSS", "locf", -3.55, -5.188754, -1.911246, 0.00022695, 20),
    ("MRSS", "baseline", -3.1, -4.830621, -1.369379, 0.00135858, 20),
    ("FVCPP", "random_slope", 1.0173, -1.8636, 3.8981, 0.46102, 20),
    ("MRSS", "random_slope", -4.6892, -6.6124, -2.7660, 1.33412e-04, 20),
]


@pytest.mark.parametrize(("paramcd", "key", "estimate", "lower", "upper", "p", "n"), R_TABLE)
def test_rows(tables, paramcd, key, estimate, lower, upper, p, n):
    found = _row(tables[paramcd], key).estimate
    tolerance = 6e-5 if key == "random_slope" else 1e-6
    assert (found.estimate, found.lower, found.upper) == pytest.approx(
        (estimate, lower, upper), abs=tolerance
    )
    assert found.p_value == pytest.approx(p, rel=2e-5)
    assert found.n_subjects == n


@pytest.mark.parametrize(
    ("paramcd", "estimate", "se"), [("FVCPP", 1.15677, 1.323496), ("MRSS", -4.773843, 0.964238)]
)
def test_mmrm_row_is_the_course(tables, paramcd, estimate, se):
    found = _row(tables[paramcd], "mmrm").estimate
    assert (found.estimate, found.se) == pytest.approx((estimate, se), abs=2e-6)


def test_wilcoxon_rows(tables, syn20):
    # exact with ties, every choice of signs counted; R wilcox.test(exact = FALSE) has 0.410117 and 0.0037530
    for paramcd, normal in (("FVCPP", 0.410117), ("MRSS", 0.0037530)):
        values = syn20.loc[syn20["MONTH"] == 12, f"{paramcd}_CHG"].dropna().to_numpy()
        values = values[values != 0]
        ranks = rankdata(np.abs(values))
        signs = (np.arange(2 ** len(values))[:, None] >> np.arange(len(values))) & 1
        low = min(ranks[values > 0].sum(), ranks[values < 0].sum())
        expected = 2 * np.mean(signs @ ranks <= low)
        found = _row(tables[paramcd], "wilcoxon").estimate.p_value
        assert found == pytest.approx(expected, rel=1e-12)
        assert found == pytest.approx(normal, abs=0.02)


def test_tipping_point(tables):
    table = tables["MRSS"]
    assert (table.n_baseline, table.n_visit, table.avisit) == (20, 12, "Month 12")
    assert (table.tipping.missing, table.tipping.n_subjects) == (8, 20)
    assert table.tipping.delta_zero == pytest.approx(11.93461, abs=6e-6)
    row = _row(table, "delta")
    # δ = 4.773843 for 8 of 20 moves the estimate by 0.4 x 4.773843
    assert row.estimate.estimate == pytest.approx(-4.773843 * 0.6, abs=2e-6)
    assert "8 of 20 patients" in row.note
    assert "zero at δ = +11.9" in row.note
    limit = table.tipping.delta_upper
    assert f"reaches zero at δ = {limit:+.3g}" in row.note
    assert "holds zero without any shift" in _row(tables["FVCPP"], "delta").note


def test_delta_chosen(syn20_study):
    table = sensitivity_table(
        syn20_study, population(syn20_study), efficacy_settings("MRSS"), delta=11.93461, imputations=2
    )
    assert _row(table, "delta").estimate.estimate == pytest.approx(0.0, abs=3e-6)


def test_imputation_is_near_the_model_and_repeats(tables, syn20_study):
    row = _row(tables["MRSS"], "imputation")
    assert row.estimate.n_subjects == 20
    assert row.estimate.estimate == pytest.approx(-4.77, abs=0.3)
    again = sensitivity_table(syn20_study, population(syn20_study), efficacy_settings("MRSS"))
    assert _row(again, "imputation") == row


def test_another_visit(syn20_study, syn20):
    table = sensitivity_table(
        syn20_study, population(syn20_study), efficacy_settings("MRSS"), avisit="Month 6", imputations=2
    )
    change = syn20.loc[syn20["MONTH"] == 6, "MRSS_CHG"].dropna()
    assert _row(table, "completers").estimate.estimate == pytest.approx(change.mean())
    # What came after the visit is carried to none.
    seen = syn20[syn20["MONTH"].between(1, 6)].sort_values("MONTH").dropna(subset=["MRSS_CHG"])
    last = seen.groupby("USUBJID")["MRSS_CHG"].last().reindex(syn20["USUBJID"].unique(), fill_value=0)
    assert _row(table, "locf").estimate.estimate == pytest.approx(last.mean())
    assert _row(table, "mmrm").estimate.estimate == pytest.approx(-2.128225, abs=2e-6)
    assert table.avisitn == 6
    assert _row(table, "random_slope").estimate.estimate == pytest.approx(-0.3907683 * 6, abs=1e-5)


def test_clda_adds_a_row(syn20_study):
    settings = efficacy_settings("MRSS", response="AVAL")
    table = sensitivity_table(syn20_study, population(syn20_study), settings, imputations=2)
    assert [row.key for row in table.rows][:2] == ["mmrm", "clda"]
    assert _row(table, "clda").estimate.n_subjects == 20
    assert _row(table, "mmrm").estimate.n_subjects == 18


def test_every_row_says_one_thing_it_assumes(tables):
    keys = [row.key for row in tables["MRSS"].rows]
    assert keys == [key for key in ASSUMES if key != "clda"]
    for row in tables["MRSS"].rows:
        assert row.assumes.endswith(".")
        assert row.assumes.count(". ") == 0
        assert row.estimate.lower < row.estimate.estimate < row.estimate.upper


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_too_few_patients_say_why(syn20_study, n):
    who = population(syn20_study, among=syn20_study.usubjids[:n])
    table = sensitivity_table(syn20_study, who, efficacy_settings("MRSS"), imputations=2)
    for row in table.rows:
        assert row.estimate is not None or row.note


def test_level(syn20_study):
    settings = replace(efficacy_settings("MRSS"), level=0.9)
    table = sensitivity_table(syn20_study, population(syn20_study), settings, imputations=2)
    assert {row.estimate.level for row in table.rows} == {0.9}


@pytest.fixture(scope="module")
def armed(armed_study):
    settings = efficacy_settings("FVCPP")
    return sensitivity_table(armed_study, population(armed_study), settings, imputations=200)


def test_every_method_gives_the_arms_and_their_difference(armed):
    assert armed.reference == "Placebo"
    for row in armed.rows:
        pairs = [(change.arm, change.reference) for change in row.by_arm]
        assert pairs == [("Placebo", ""), ("Drug", ""), ("Drug", "Placebo")]
        placebo, drug, difference = (change.estimate for change in row.by_arm)
        if row.key not in ("wilcoxon", "delta"):
            expected = drug.estimate - placebo.estimate
            assert difference.estimate == pytest.approx(expected, abs=1e-9)
        assert difference.lower < difference.estimate < difference.upper


def test_the_difference_of_the_model_is_that_of_the_course(armed, armed_study):
    """Whose least-squares means and differences are compared with emmeans elsewhere."""
    by_arm = efficacy(armed_study, population(armed_study), efficacy_settings("FVCPP")).course.by_arm
    (expected,) = by_arm.differences
    (found,) = _row(armed, "mmrm").differences
    assert found.estimate == expected.visits[-1].change


@pytest.mark.parametrize("key", ["completers", "locf", "baseline"])
def test_simple_differences_are_welchs(armed, armed_study, key):
    values = analysed_values(armed_study, "FVCPP")
    change = np.full((20, 5), np.nan)
    month = np.searchsorted([0, 3, 6, 9, 12], values.avisitn)
    change[values.patient, month] = values.aval - values.base[values.patient]
    last = change[:, 4]
    if key == "locf":
        last = np.array([row[~np.isnan(row)][-1] for row in change])
    if key == "baseline":
        last = np.nan_to_num(last)
    drug = np.arange(20) % 2 == 1
    x, y = (last[group & ~np.isnan(last)] for group in (drug, ~drug))
    expected = ttest_ind(x, y, equal_var=False)
    (found,) = _row(armed, key).differences
    assert found.estimate.p_value == pytest.approx(expected.pvalue, rel=1e-9)
    interval = expected.confidence_interval()
    assert (found.estimate.lower, found.estimate.upper) == pytest.approx((interval.low, interval.high))


def test_the_shift_of_an_arm_moves_the_difference_by_its_share(armed):
    model, delta = _row(armed, "mmrm"), _row(armed, "delta")
    (plain,), (moved,) = model.differences, delta.differences
    share = moved.tipping.missing / moved.tipping.n_subjects
    expected = plain.estimate.estimate * (1 - share)  # δ is minus the difference
    assert moved.estimate.estimate == pytest.approx(expected)
    assert moved.estimate.se > plain.estimate.se
    assert "δ = " in moved.note
    placebo, drug = (change.estimate for change in delta.by_arm[:2])
    assert placebo == model.by_arm[0].estimate
    assert drug.estimate == pytest.approx(model.by_arm[1].estimate.estimate - share * plain.estimate.estimate)


def test_every_imputed_row_says_its_monte_carlo_error(armed, tables):
    drawn = [key for row in armed.rows if (key := row.key) == "imputation" or key in REFERENCE_BASED]
    assert len(drawn) > 1
    notes = [change.note for key in drawn for change in _row(armed, key).by_arm]
    notes.append(_row(tables["MRSS"], "imputation").note)
    assert [note for note in notes if "Monte-Carlo error of the estimate 0." not in note] == []


def test_values_drawn_from_a_model_without_interval_have_none(tables):
    table = tables["MRSS"]
    drawn, modelled = _row(table, "imputation").estimate, _row(table, "mmrm").estimate
    assert drawn_from(drawn, modelled)[0] == drawn
    few, note = drawn_from(drawn, refused(modelled, 30.0))
    assert (few.estimate, few.se) == (drawn.estimate, drawn.se)
    assert np.isnan([few.lower, few.upper, few.p_value]).all()
    assert note.endswith("No interval: the model it is drawn from has none.")


def test_imputed_difference_is_near_the_models(armed):
    (model,), (drawn,) = _row(armed, "mmrm").differences, _row(armed, "imputation").differences
    assert drawn.estimate.estimate == pytest.approx(model.estimate.estimate, abs=0.4)
    assert drawn.estimate.se == pytest.approx(model.estimate.se, rel=0.15)
    assert drawn.estimate.n_subjects == 20


def test_an_arm_without_a_value_at_the_visit_says_so(armed_study):
    drug = armed_study.subjects.loc[armed_study.subjects["TRT01A"] == "Drug", "USUBJID"]
    late = armed_study.measurements["USUBJID"].isin(drug) & (armed_study.measurements["AVISITN"] == 12)
    kept = {"subjects": armed_study.subjects, "measurements": armed_study.measurements[~late]}
    study = build_study(kept, armed_study.parameters.values(), source=armed_study.source)
    settings = efficacy_settings("FVCPP")
    by_itself = sensitivity_table(study, population(study), settings, imputations=5)
    assert by_itself.avisit == "Month 9"  # the last at which both arms have enough
    table = sensitivity_table(study, population(study), settings, imputations=5, avisit="Month 12")
    assert table.avisit == "Month 12"
    for key in ("mmrm", "completers", "wilcoxon", "delta", "imputation"):
        (difference,) = _row(table, key).differences
        assert difference.estimate is None


def test_a_trial_with_arms_has_the_reference_based_rows(armed, tables):
    assert [row.key for row in armed.rows][-6::2] == list(REFERENCE_BASED)
    assert [row.key for row in armed.rows][-5::2] == [f"{key}_jackknife" for key in REFERENCE_BASED]
    assert not {row.key for row in tables["MRSS"].rows} & set(REFERENCE_BASED)
    (own,) = _row(armed, "imputation").differences
    for key, how in REFERENCE_BASED.items():
        row = _row(armed, key)
        (moved,) = row.differences
        assert row.name.lower() == how
        assert row.estimate is None
        # patients who left are more like the reference, so that the arms differ less
        assert abs(moved.estimate.estimate) < abs(own.estimate.estimate)


def test_the_json_has_every_method_and_arm(armed):
    entries = sensitivity_json(armed)
    assert {entry["method"] for entry in entries} == {row.key for row in armed.rows}
    for row in armed.rows:
        mine = [entry for entry in entries if entry["method"] == row.key]
        found = [(entry["arm"], entry["reference"], entry["estimate"]) for entry in mine]
        for change in row.by_arm:
            value = None if change.estimate is None else change.estimate.estimate
            assert (change.arm, change.reference or None, value) in found
    assert sensitivity_json(None) == []
