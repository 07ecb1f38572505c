"""Predicted values against the GLI's own calculator, a table of worked values, and published examples."""

import numpy as np
import pytest

from sscviewer.clinical.reference_equations import EQUATIONS, equations_for
from sscviewer.clinical.reference_values import Z_LIMIT, Lms, ReferenceValues, percent_predicted, percentile
from sscviewer.model.persons import FEMALE, MALE, Group, Persons
from tests.clinical.persons import person
from tests.reference.shipped import shipped

GRID = {
    "GLI-2012": {
        "fev1": "FEV1", "fvc": "FVC", "fev1fvc": "FEV1FVC", "fef2575": "FEF25_75", "fef75": "FEF75",
        "fev075": "FEV075", "fev075fvc": "FEV075FVC",
    },
    "GLI-2017 (corrected 2020)": {
        "tlco": "TLCO", "dlco": "DLCO", "kcosi": "KCO_SI", "kcotr": "KCO_trad", "va": "VA",
    },
    "GLI-2021": {
        "frc": "FRC", "tlc": "TLC", "rv": "RV", "rvtlc": "RV_TLC", "erv": "ERV", "ic": "IC", "vc": "VC",
    },
}  # fmt: skip
HALF_A_DIGIT = 0.0005 + 1e-9


@pytest.fixture(scope="module")
def grid():
    rows = shipped("gli_calculator")
    numbers = {
        name: np.array([float(row[name] or "nan") for row in rows]) for name in rows[0] if name != "sex"
    }
    sex = np.where([row["sex"] == "M" for row in rows], MALE, FEMALE)
    return Persons(sex, numbers["age"], numbers["height"], numbers["group"].astype(int)), numbers


def upper(found: ReferenceValues):
    """Return the upper limit of normal; no number where the equation publishes none."""
    return found.at(Z_LIMIT) if isinstance(found, Lms) else np.full_like(found.predicted, np.nan)


@pytest.mark.parametrize(
    ("system", "column"), [(system, column) for system, columns in GRID.items() for column in columns]
)
def test_every_row_of_the_calculator(grid, system, column):
    who, numbers = grid
    found = EQUATIONS[system].compute(GRID[system][column], who)
    for name, ours in (("predicted", found.predicted), ("lln", found.lln), ("uln", upper(found))):
        theirs = numbers[f"{column} {name}"]
        given = ~np.isnan(theirs)
        assert given.sum() >= 12
        assert (np.abs(ours - theirs)[given] <= HALF_A_DIGIT).all()


def test_every_worked_value():
    rows = shipped("predicted_values")
    checked = 0
    for row in rows:
        who = person(row["sex"], float(row["age"]), float(row["height"]), Group[row["group"]])
        found = EQUATIONS[row["equation"]].compute(row["quantity"], who)
        for name in ("predicted", "lln", "uln", "l", "s"):
            if row[name]:
                ours = upper(found) if name == "uln" else getattr(found, name)
                assert ours[0] == pytest.approx(float(row[name]), abs=1e-5), (row, name)
                checked += 1
    assert len(rows) == 167
    assert checked == 167 * 2 + 127 * 3  # NHANES III (40 rows) has predicted and lower limit only


HER = person("F", 48.3, 163)


@pytest.mark.parametrize(
    ("system", "quantity", "value", "percent", "z"),
    [
        ("GLI-2012", "FVC", 2.30, 65.370, -2.7000),
        ("GLI-2012", "FEV1", 1.90, 67.243, -2.4642),
        ("GLI Global 2022", "FVC", 2.30, 69.854, -1.9822),
        ("NHANES III", "FVC", 2.30, 64.027, -3.057),
        ("GLI-2017 (corrected 2020)", "DLCO", 12.5, 59.911, -3.3308),
        ("GLI-2021", "TLC", 3.90, 74.390, -2.3765),
    ],
)
def test_the_worked_patient(system, quantity, value, percent, z):
    # clinical facts 2.10: F 48.3 y 163 cm
    found = EQUATIONS[system].compute(quantity, HER)
    measured = np.array([value])
    assert percent_predicted(measured, found)[0] == pytest.approx(percent, abs=6e-4)
    assert found.z(measured)[0] == pytest.approx(z, abs=6e-4)


def test_the_same_litres_by_another_group():
    found = EQUATIONS["GLI-2012"].compute("FVC", person("F", 48.3, 163, Group.AFRICAN_AMERICAN))
    measured = np.array([2.30])
    assert percent_predicted(measured, found)[0] == pytest.approx(76.368, abs=6e-4)
    assert found.z(measured)[0] == pytest.approx(-1.6784, abs=6e-4)


def test_percentiles():
    z = np.array([0.0, -1.6448536269514722, 1.6448536269514722])
    assert percentile(z) == pytest.approx([50, 5, 95], abs=1e-9)
    found = EQUATIONS["GLI-2012"].compute("FVC", HER)
    assert found.z(found.predicted)[0] == pytest.approx(0, abs=1e-12)
    assert found.z(found.lln)[0] == pytest.approx(-1.645, abs=1e-9)
    assert found.z(upper(found))[0] == pytest.approx(1.645, abs=1e-9)


def test_the_correction_of_2020():
    # clinical facts 2.4: M 30 y 178 cm is 11.0577 corrected, 10.970 not; traditional = SI × 2.987
    equation = EQUATIONS["GLI-2017 (corrected 2020)"]
    he = person("M", 30, 178)
    si = equation.compute("TLCO", he).predicted[0]
    assert si == pytest.approx(11.0577, abs=5e-5)
    # mL/min/mmHg in one mmol/min/kPa
    assert equation.compute("DLCO", he).predicted[0] / si == pytest.approx(
        2.987, abs=1e-5
    )  # mL/min/mmHg in one mmol/min/kPa


def test_the_published_lung_volumes():
    # Hall 2021, supplement: M 30 y 178 cm, FRC 3.7 L (the tables give 2.25166 and 0.52171)
    equation = EQUATIONS["GLI-2021"]
    found, measured = equation.compute("FRC", person("M", 30, 178)), np.array([3.7])
    assert found.predicted[0] == pytest.approx(3.307587, abs=1e-3)
    assert found.s[0] == pytest.approx(0.2190672, abs=1e-3)
    assert percent_predicted(measured, found)[0] == pytest.approx(111.864, abs=0.02)
    assert found.lln[0] == pytest.approx(2.251922, abs=1e-3)
    assert found.z(measured)[0] == pytest.approx(0.5211515, abs=1e-3)
    he = person("M", 40, 175)
    for quantity, litres in (("FRC", 3.183), ("TLC", 6.9134), ("RV", 1.553)):
        assert equation.compute(quantity, he).predicted[0] == pytest.approx(litres, abs=5e-4)
    ages = [15, 20, 40, 60]
    men, women = person("M", ages, 175), person("F", ages, 165)
    assert equation.compute("VC", men).predicted == pytest.approx([4.66, 5.00, 5.37, 4.89], abs=5e-3)
    assert equation.compute("VC", women).predicted == pytest.approx([3.63, 3.84, 4.06, 3.51], abs=5e-3)


@pytest.mark.parametrize(
    ("sex", "group", "age", "height", "litres"),
    [
        # 0.2376 - 0.00891*50 - 0.000182*2500 + 1.7823e-4*28900
        ("M", Group.MEXICAN_AMERICAN, 50.0, 170.0, 4.487947),
        # a boy of 10: -0.2584 - 2.0415 + 1.0133 + 1.8642e-4*19600
        ("M", Group.CAUCASIAN, 10.0, 140.0, 2.367232),
        # a woman of 18 is an adult, a man of 18 is not
        ("F", Group.CAUCASIAN, 18.0, 160.0, -0.3560 + 0.3366 - 0.123768 + 3.79264),
        ("M", Group.CAUCASIAN, 18.0, 170.0, -0.2584 - 3.6747 + 3.283092 + 5.387538),
    ],
)
def test_nhanes_by_hand(sex, group, age, height, litres):
    found = EQUATIONS["NHANES III"].compute("FVC", person(sex, age, height, group))
    assert found.predicted[0] == pytest.approx(litres, abs=2e-5)


@pytest.mark.parametrize(
    ("height", "age", "limit"), [(154.9, 49, 2.96), (165.1, 49, 3.47), (170.2, 49, 3.74)]
)
def test_nhanes_against_the_coal_miners_rule(height, age, limit):
    # 28 CFR 79 Appendix A, male, lower limit of FVC (clinical facts 2.6; its age of 81 is out of range)
    found = EQUATIONS["NHANES III"].compute("FVC", person("M", age, height))
    assert found.lln[0] == pytest.approx(limit, abs=5e-3)


@pytest.mark.parametrize(
    ("who", "quantity", "predicted", "lln"),
    [
        (HER, "FVC", 3.3700, 3.3700 - 0.68),
        (HER, "TLC", 5.0800, 5.0800 - 1.08),
        (HER, "DLCO", 27.4929, np.nan),  # its limit could not be checked
        (person("M", 40, 175), "FVC", 4.994, 4.994 - 1.12),
        (person("M", 40, 175), "TLC", 6.7075, 6.7075 - 1.61),
        (person("M", 40, 175), "DLCO", 37.04, 37.04 - 8.2),
    ],
)
def test_crapo(who, quantity, predicted, lln):
    # clinical facts 2.7
    found = EQUATIONS["Crapo"].compute(quantity, who)
    assert found.predicted[0] == pytest.approx(predicted, abs=5e-5)
    assert found.lln[0] == pytest.approx(lln, abs=5e-5, nan_ok=True)


def test_ecsc():
    # 5.76·1.75 − 0.026·40 − 4.34; a man of 20 counts as 25
    equation = EQUATIONS["ECSC 1993"]
    assert equation.compute("FVC", person("M", 40, 175)).predicted[0] == pytest.approx(4.70)
    young = equation.compute("FVC", person("M", [20, 25], 175)).predicted
    assert young == pytest.approx([5.09, 5.09])


@pytest.mark.parametrize("system", EQUATIONS)
def test_nothing_out_of_range_or_without_sex_age_or_height(system):
    equation = EQUATIONS[system]
    edges = [equation.youngest - 0.01, equation.oldest + 0.01, np.nan]
    for quantity in equation.quantities:
        assert np.isnan(equation.compute(quantity, person("F", edges, 160)).predicted).all()
        assert np.isnan(equation.compute(quantity, person("", 40, 160)).predicted).all()
        assert np.isnan(equation.compute(quantity, person("F", 40, np.nan)).predicted).all()
        assert not equation.compute(quantity, person("F", [], 160)).predicted.size


@pytest.mark.parametrize("system", EQUATIONS)
def test_the_ends_of_the_ages_are_in_range(system):
    equation = EQUATIONS[system]
    found = equation.compute(equation.quantities[0], person("M", [equation.youngest, equation.oldest], 160))
    assert (found.predicted > 0).all()


def test_the_catalogue():
    assert [equation.name for equation in equations_for("FVC")] == [
        "GLI-2012", "GLI Global 2022", "NHANES III", "ECSC 1993", "Crapo",
    ]  # fmt: skip
    gli, nhanes, everybody = (EQUATIONS[name] for name in ("GLI-2012", "NHANES III", "GLI Global 2022"))
    assert gli.group_used(Group.MEXICAN_AMERICAN) == Group.CAUCASIAN
    assert gli.group_used(Group.OTHER) == Group.OTHER
    assert nhanes.group_used(Group.SOUTH_EAST_ASIAN) == Group.CAUCASIAN
    assert everybody.group_used(Group.OTHER) is None
    same = [EQUATIONS["GLI-2012"].compute("FVC", person("M", 40, 175, g)).predicted[0] for g in (1, 6)]
    assert same[0] == same[1]
