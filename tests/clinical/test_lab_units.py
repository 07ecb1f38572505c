"""Factors against the recomputed ones of the clinical facts (7.7)."""

import pytest

from sscviewer.clinical.lab_units import TO_SI, si_factor, unit_factor
from sscviewer.workbook.values.vocabulary import unit_of


@pytest.mark.parametrize(
    ("test", "unit", "factor", "digits"),
    [
        ("CREAT", "mg/dL", 88.40, 4),
        ("BILI", "mg/dL", 17.104, 5),
        ("PHOS", "mg/dL", 0.32285, 5),
        ("HGB", "g/dL", 10, 10),
        ("ALB", "g/dL", 10, 10),
        ("CRP", "mg/dL", 10, 10),
        ("PLAT", "10^9/L", 1, 10),
    ],
)
def test_factors_to_si(test, unit, factor, digits):
    assert si_factor(test, unit) == pytest.approx(factor, rel=10.0**-digits)


BY_DEFINITION = {
    **{(test, unit): 0.001 for test in ("NEUT", "LYM", "WBC", "PLAT") for unit in ("10^6/L", "cells/µL")},
    **{(test, "µkat/L"): 60 for test in ("ALT", "AST", "ALP", "GGT", "CK", "LIPASE", "AMYLASE")},
    **{
        ("CREAT", "mg/dL"): 88.40,
        ("CREAT", "mg/L"): 8.840,
        ("BILI", "mg/dL"): 17.104,
        ("BILI", "mg/L"): 1.7104,
    },
    **{("HGB", "g/dL"): 10, ("HGB", "mmol/L"): 16.1134, ("ALB", "g/dL"): 10, ("CRP", "mg/dL"): 10},
    **{("PHOS", "mg/dL"): 0.32285, ("CA", "mg/dL"): 0.249514, ("CA", "mEq/L"): 0.5, ("MG", "mEq/L"): 0.5},
    **{
        ("MG", "mg/dL"): 0.411438,
        ("GLUC", "mg/dL"): 0.0555075,
        ("GLUC", "g/L"): 5.55075,
        ("PROTU", "mg"): 0.001,
    },
}
"""By molar masses (Ca 40.078, Mg 24.305, glucose 180.156 g/mol), 1 kat = 1 mol/s, and decimal prefixes."""


def test_no_factor_is_without_a_figure_to_hold_it_to():
    factors = {(test, unit): f for test, units in TO_SI.items() for unit, f in units.items() if f != 1}
    assert factors == pytest.approx(BY_DEFINITION, rel=1e-5)


def test_haemoglobin_in_moles():
    assert 15 * unit_factor("HGB", "g/dL", "mmol/L") == pytest.approx(15 * 0.6206)


def test_what_is_not_known_is_not_converted():
    assert si_factor("CREAT", "IU") is None
    assert si_factor("ZINC", "mg/dL") is None
    assert unit_factor("CREAT", "mg/dL", "") is None


def test_every_unit_is_in_the_spelling_of_the_loader():
    for units in TO_SI.values():
        assert [unit_of(unit) for unit in units] == list(units)
        assert 1.0 in units.values()


def test_how_laboratories_write_counts_and_enzymes():
    for written in ("GI/L", "x10^9/L", "10^3/µL", "Tsd/µl", "K/uL", "/nl", "10³/µl"):
        assert si_factor("PLAT", unit_of(written)) == 1
    for written in ("/mm3", "cells/µL", "/ul"):
        assert si_factor("NEUT", unit_of(written)) == 0.001
    assert si_factor("ALT", unit_of("µkat/L")) == 60
    assert si_factor("ALT", unit_of("UI/L")) == 1
    assert unit_of("mg/24h") == "mg"
