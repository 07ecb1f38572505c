"""Grades against the worked values of the clinical facts (7.1), made from two transcriptions of CTCAE."""

import numpy as np
import pytest

from sscviewer.clinical.ctcae_criteria import CRITERIA, VERSIONS, criteria
from sscviewer.clinical.ctcae_labs import Readings, can_be_graded, grade, range_indicator

NAN = np.nan


def graded(paramcd, version, direction, values, unit="", lower=NAN, upper=NAN, base=NAN, base_upper=None):
    n = len(values)
    fill = [np.full(n, float(x)) for x in (lower, upper, base, upper if base_upper is None else base_upper)]
    readings = Readings(paramcd, unit, np.array(values, dtype=float), *fill)
    (criterion,) = [c for c in criteria(version, paramcd) if c.direction == direction]
    return grade(criterion, readings).tolist()


@pytest.mark.parametrize("test", ["ALT", "AST"])
@pytest.mark.parametrize("version", [4, 5])
def test_aminotransferases_against_the_upper_limit(test, version):
    values = [40, 41, 120, 121, 200, 201, 800, 801]
    assert graded(test, version, "high", values, upper=40) == [0, 1, 1, 2, 2, 3, 3, 4]
    assert graded(test, version, "high", values, upper=40, base=40) == [0, 1, 1, 2, 2, 3, 3, 4]


def test_aminotransferases_against_an_abnormal_baseline_in_version_5():
    values = [60, 89, 90, 180, 181, 300, 301, 1200, 1201]
    assert graded("ALT", 5, "high", values, upper=40, base=60) == [0, 0, 1, 1, 2, 2, 3, 3, 4]
    assert graded("ALT", 4, "high", [89], upper=40, base=60) == [1]


def test_aminotransferases_in_version_3():
    assert graded("ALT", 3, "high", [40, 41, 100, 101, 200, 201, 800, 801], upper=40) == [
        *[0, 1, 1, 2, 2, 3, 3, 4]
    ]


def test_alkaline_phosphatase_and_bilirubin_against_an_abnormal_baseline():
    assert graded("ALP", 5, "high", [399, 400, 500, 501, 1000, 1001, 4000, 4001], upper=100, base=200) == [
        *[0, 1, 1, 2, 2, 3, 3, 4]
    ]
    assert graded("BILI", 5, "high", [2.0, 2.01, 3.0, 3.01, 6.0, 6.01, 20, 20.1], upper=1.2, base=2.0) == [
        *[0, 1, 1, 2, 2, 3, 3, 4]
    ]
    assert graded("BILI", 4, "high", [1.2, 1.21, 1.8, 1.81, 3.6, 3.61, 12, 12.1], upper=1.2, base=2.0) == [
        *[0, 1, 1, 2, 2, 3, 3, 4]
    ]


@pytest.mark.parametrize("version", [4, 5])
@pytest.mark.parametrize(("unit", "factor"), [("g/L", 1), ("g/dL", 0.1), ("mmol/L", 0.06206)])
def test_haemoglobin_in_every_unit(version, unit, factor):
    values = np.array([121, 120, 119, 100, 99, 80, 79])
    assert graded("HGB", version, "low", values * factor, unit, lower=120 * factor) == [0, 0, 1, 1, 2, 2, 3]


@pytest.mark.parametrize("version", [4, 5])
@pytest.mark.parametrize(
    ("unit", "factor"), [("10^9/L", 1), ("cells/µL", 1000), ("g/L", 1), ("10^6/L", 1000)]
)
def test_counts_in_every_unit(version, unit, factor):
    def low(test, values, lower):
        return graded(test, version, "low", np.array(values) * factor, unit, lower=lower * factor)

    assert low("NEUT", [2.0, 1.99, 1.5, 1.49, 1.0, 0.99, 0.5, 0.49], 2.0) == [0, 1, 1, 2, 2, 3, 3, 4]
    assert low("PLAT", [150, 149, 75, 74, 50, 49, 25, 24], 150) == [0, 1, 1, 2, 2, 3, 3, 4]
    assert low("WBC", [4, 3.9, 3, 2.9, 2, 1.9, 1, 0.9], 4) == [0, 1, 1, 2, 2, 3, 3, 4]
    assert low("LYM", [1, 0.9, 0.8, 0.79, 0.5, 0.49, 0.2, 0.19], 1) == [0, 1, 1, 2, 2, 3, 3, 4]
    high = graded("LYM", version, "high", np.array([4, 4.1, 20, 20.1]) * factor, unit)
    assert high == [0, 2, 2, 3]


def test_a_count_below_a_fixed_value_is_graded_even_where_the_laboratory_calls_it_normal():
    assert graded("NEUT", 5, "low", [1.4], "10^9/L", lower=1.2) == [2]


def test_creatinine():
    values = [0.8, 1.0, 1.21, 2.41, 7.3]
    assert graded("CREAT", 4, "high", values, upper=1.2, base=0.8) == [0, 1, 2, 3, 4]
    assert graded("CREAT", 5, "high", values, upper=1.2, base=0.8) == [0, 0, 2, 3, 4]
    micromol = np.array(values) * 88.4
    assert graded("CREAT", 4, "high", micromol, "µmol/L", upper=1.2 * 88.4, base=0.8 * 88.4) == [
        0,
        1,
        2,
        3,
        4,
    ]
    without_baseline = graded("CREAT", 4, "high", [1.0, 1.3, 2.0], upper=1.2)
    np.testing.assert_equal(without_baseline, [NAN, 1, 2])
    assert graded("CREAT", 5, "high", [1.0, 1.3, 2.0], upper=1.2) == [0, 1, 2]


def test_creatine_kinase():
    assert graded("CK", 5, "high", [200, 201, 500, 501, 1000, 1001, 2000, 2001], upper=200) == [
        *[0, 1, 1, 2, 2, 3, 3, 4]
    ]


def test_phosphate():
    values = [0.85, 0.82, 0.80, 0.79, 0.60, 0.59, 0.30, 0.29]
    assert graded("PHOS", 4, "low", values, "mmol/L", lower=0.85) == [0, 1, 1, 2, 2, 3, 3, 4]
    assert graded("PHOS", 4, "low", [0.80, 0.79], "mmol/L", lower=0.80) == [0, 2]
    printed = [2.7, 2.6, 2.5, 2.49, 2.0, 1.99, 1.0, 0.99]
    assert graded("PHOS", 4, "low", printed, "mg/dL", lower=2.7) == [0, 1, 1, 2, 2, 3, 3, 4]
    assert criteria(5, "PHOS") == ()


def test_albumin_and_electrolytes():
    assert graded("ALB", 5, "low", [35, 34, 30, 29, 20, 19], "g/L", lower=35) == [0, 1, 1, 2, 2, 3]
    assert graded("K", 5, "low", [3.5, 3.4, 3.0, 2.9, 2.5, 2.4], "mmol/L", lower=3.5) == [0, 1, 1, 3, 3, 4]
    high = [5.0, 5.1, 5.5, 5.6, 6.0, 6.1, 7.0, 7.1]
    assert graded("K", 4, "high", high, "mEq/L", upper=5.0) == [0, 1, 1, 2, 2, 3, 3, 4]
    sodium = [145, 146, 150, 151, 155, 156, 160, 161]
    assert graded("SODIUM", 5, "high", sodium, "mmol/L", upper=145) == [0, 1, 1, 2, 2, 3, 3, 4]


def test_without_limits_only_fixed_values_give_a_grade():
    np.testing.assert_equal(graded("HGB", 5, "low", [79, 85, 130], "g/L"), [3, 2, NAN])
    np.testing.assert_equal(graded("ALT", 5, "high", [900], base=60, base_upper=40), [NAN])
    np.testing.assert_equal(graded("ALT", 4, "high", [NAN], upper=40), [NAN])


def test_ten_digits_decide():
    """5.4 mmol/L as a spreadsheet's 5.399999999999999 is no excess; 3 × 0.4 is 1.2000000000000002."""
    assert graded("K", 5, "high", [5.4], "mmol/L", upper=5.399999999999999) == [0]
    assert graded("ALT", 5, "high", [3 * 0.4, 1.2000001], upper=0.4) == [1, 2]


def test_the_unit_matters_only_where_fixed_values_do():
    for version in VERSIONS:
        for paramcd, several in CRITERIA[version].items():
            for criterion in several:
                assert can_be_graded(criterion, paramcd, "furlongs") == criterion.is_relative
    with pytest.raises(ValueError, match="furlongs"):
        graded("HGB", 5, "low", [100], "furlongs", lower=120)


def test_range_indicator():
    def ranged(values, lower, upper):
        arrays = [np.array(x, dtype=float) for x in (values, lower, upper)]
        nothing = np.full(len(values), NAN)
        return range_indicator(Readings("ALT", "U/L", *arrays, nothing, nothing)).tolist()

    assert ranged([5, 7, 40, 41], [7] * 4, [40] * 4) == [-1, 0, 0, 1]
    np.testing.assert_equal(ranged([5, 50, 20], [7, NAN, NAN], [NAN, 40, 40]), [-1, 1, NAN])
    assert ranged([5, 50], [NAN, NAN], [40, 40]) == [0, 1]
    np.testing.assert_equal(ranged([5], [NAN], [NAN]), [NAN])


SALTS = {
    # test, version, direction, unit: values that end one grade and begin the next (v4.03, v5.0 as printed)
    ("SODIUM", 4, "low", "mmol/L"): ([135, 134, 130, 129, 120, 119], [0, 1, 1, 3, 3, 4], 135),
    ("SODIUM", 5, "low", "mmol/L"): ([135, 134, 130, 129, 125, 124, 120, 119], [0, 1, 1, 2, 2, 3, 3, 4], 135),
    ("SODIUM", 5, "high", "mmol/L"): (
        [145, 146, 150, 151, 155, 156, 160, 161],
        [0, 1, 1, 2, 2, 3, 3, 4],
        145,
    ),
    ("CA", 5, "low", "mmol/L"): ([2.1, 2.0, 1.99, 1.75, 1.74, 1.5, 1.49], [0, 1, 2, 2, 3, 3, 4], 2.1),
    ("CA", 5, "high", "mmol/L"): ([2.6, 2.9, 2.91, 3.1, 3.11, 3.4, 3.41], [0, 1, 2, 2, 3, 3, 4], 2.6),
    ("CA", 5, "low", "mg/dL"): ([8.4, 8.0, 7.9, 7.0, 6.9, 6.0, 5.9], [0, 1, 2, 2, 3, 3, 4], 8.4),
    ("CA", 4, "high", "mg/dL"): ([10.4, 11.5, 11.6, 12.5, 12.6, 13.5, 13.6], [0, 1, 2, 2, 3, 3, 4], 10.4),
    ("MG", 5, "low", "mmol/L"): ([0.7, 0.5, 0.49, 0.4, 0.39, 0.3, 0.29], [0, 1, 2, 2, 3, 3, 4], 0.7),
    ("MG", 5, "high", "mmol/L"): ([1.1, 1.23, 1.24, 3.3, 3.31], [0, 1, 3, 3, 4], 1.1),
    ("MG", 4, "high", "mg/dL"): ([2.6, 3.0, 3.1, 8.0, 8.1], [0, 1, 3, 3, 4], 2.6),
    ("GLUC", 5, "low", "mmol/L"): ([3.9, 3.0, 2.9, 2.2, 2.1, 1.7, 1.6], [0, 1, 2, 2, 3, 3, 4], 3.9),
    ("GLUC", 4, "low", "mg/dL"): ([70, 55, 54, 40, 39, 30, 29], [0, 1, 2, 2, 3, 3, 4], 70),
    ("GLUC", 4, "high", "mmol/L"): ([6.1, 13.9, 14.0, 27.8, 27.9], [0, NAN, 3, 3, 4], 6.1),
    ("GLUC", 4, "high", "mg/dL"): ([110, 250, 251, 500, 501], [0, NAN, 3, 3, 4], 110),
    ("INR", 4, "high", ""): ([1.1, 1.2, 1.65, 1.66, 2.75, 2.76], [0, 1, 1, 2, 2, 3], 1.1),
    ("INR", 5, "high", ""): ([1.2, 1.21, 1.5, 1.51, 2.5, 2.51], [0, 1, 1, 2, 2, 3], NAN),
    ("LIPASE", 4, "high", "U/L"): ([60, 61, 90, 91, 120, 121, 300, 301], [0, 1, 1, 2, 2, 3, 3, 4], 60),
    ("LIPASE", 5, "high", "U/L"): ([60, 61, 90, 91, 300, 301], [0, 1, 1, 2, 2, 3], 60),
    ("AMYLASE", 5, "high", "U/L"): ([60, 61, 90, 91, 300, 301], [0, 1, 1, 2, 2, 3], 60),
}


@pytest.mark.parametrize(("of", "expected"), SALTS.items())
def test_salts_glucose_coagulation_and_pancreas(of, expected):
    test, version, direction, unit = of
    values, grades, limit = expected
    limits = {"upper": limit} if direction == "high" else {"lower": limit}
    assert graded(test, version, direction, values, unit, **limits) == pytest.approx(grades, nan_ok=True)
