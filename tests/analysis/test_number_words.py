"""Digits, signs and P in sentences."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscviewer.analysis.estimate import make_estimate
from sscviewer.analysis.number_words import (
    change_digits,
    dose_words,
    interval_words,
    is_significant,
    join_words,
    mean_digits,
    name_words,
    p_number,
    p_words,
    plain,
    rounded,
    share,
    signed,
    unit_words,
)
from sscviewer.model.parameters import BY_CODE, Parameter


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.0, "P < 0.001"),
        (0.00099, "P < 0.001"),
        (0.001, "P = 0.001"),
        (0.0042, "P = 0.004"),
        (0.012, "P = 0.01"),
        (0.0451, "P = 0.045"),
        (0.0496, "P = 0.0496"),
        (0.0504, "P = 0.0504"),
        (0.0494, "P = 0.049"),
        (0.04996, "P = 0.04996"),
        (0.050003, "P = 0.050003"),
        (math.nan, "no P value"),
        (0.06, "P = 0.06"),
        (0.322, "P = 0.32"),
        (0.994, "P > 0.99"),
        (1.0, "P > 0.99"),
    ],
)
def test_p(p, words):
    assert p_words(p) == words
    assert p_number(p) == ("" if math.isnan(p) else words.removeprefix("P ").removeprefix("= "))


@given(p=st.floats(0.0, 1.0).filter(lambda p: abs(p - 0.05) > 1e-8))
def test_a_written_p_is_on_its_side_of_the_limit(p):
    number = p_number(p).removeprefix("< ").removeprefix("> ")
    assert (float(number) < 0.05) == (p < 0.05)


@pytest.mark.parametrize("value", [1.6e152, -1e300, 123456789012345680.0, math.inf, math.nan])
def test_an_absurd_number_is_still_written(value):
    """A limit of 1.6e152 stopped an export."""
    assert rounded(value, 2)
    assert plain(value, 3)


@pytest.mark.parametrize(
    ("value", "digits", "expected", "with_sign"),
    [
        (3.94, 1, "3.9", "+3.9"),
        (-3.94, 1, "−3.9", "−3.9"),
        (-0.04, 1, "0.0", "0.0"),
        (0.0, 2, "0.00", "0.00"),
        (1.738, 2, "1.74", "+1.74"),
    ],
)
def test_signs(value, digits, expected, with_sign):
    assert plain(value, digits) == expected
    assert signed(value, digits) == with_sign


@pytest.mark.parametrize(
    ("code", "mean", "change"), [("FVCPP", 1, 2), ("MRSS", 1, 1), ("HAQDI", 2, 3), ("FVC", 2, 3)]
)
def test_digits_follow_the_parameter(code, mean, change):
    assert mean_digits(BY_CODE[code]) == mean
    assert change_digits(BY_CODE[code]) == change


def test_units_and_names():
    assert [unit_words(BY_CODE[code]) for code in ("MRSS", "HAQDI", "FVCPP", "FVC")] == [
        "units",
        "units",
        "% predicted",
        "L",
    ]
    assert unit_words(Parameter("X", "X", "", "X")) == ""
    assert [name_words(BY_CODE[code]) for code in ("MRSS", "SYSBP", "WEIGHT", "HAQDI")] == [
        "MRSS",
        "systolic BP",
        "weight",
        "HAQ-DI",
    ]
    own = ("Pain VAS", "Raynaud VAS", "Hb", "PtGA", "SpO₂")
    assert tuple(name_words(Parameter(short, short, "", short)) for short in own) == own


def test_interval_and_p_belong_together():
    value = make_estimate(-3.9, 0.64, 13.9, level=0.95, n_subjects=20, n_obs=77, method="")
    assert interval_words(value, 1) == "95 % CI −5.3 to −2.5; P < 0.001"
    assert is_significant(value)
    none = make_estimate(-3.9, math.nan, math.nan, level=0.95, n_subjects=1, n_obs=1, method="")
    assert interval_words(none, 1) == "no interval can be given"
    assert not is_significant(none)


def test_lists_in_words():
    assert [join_words(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert share(13, 20) == "13 of 20 (65 %)"
    assert share(110, 254) == "110 of 254 (43.3 %)"


@pytest.mark.parametrize(
    ("dose", "words"), [(444.9, "445"), (62.54, "62.5"), (3.251, "3.25"), (1250.0, "1250"), (0.0, "0")]
)
def test_doses(dose, words):
    assert dose_words(dose) == words
