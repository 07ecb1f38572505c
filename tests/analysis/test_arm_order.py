"""Arms stand in the order of their doses, control first."""

import pytest

from sscviewer.analysis.arm_order import in_dose_order


@pytest.mark.parametrize(
    "arms",
    [
        ("Placebo", "50 mg", "100 mg"),
        ("Usual care", "Drug 500 µg", "Drug 2 mg", "Drug 1 g"),
        ("Placebo", "Drugname Low Dose", "Drugname Medium Dose", "Drugname High Dose"),
        ("Arm 1", "Arm 2", "Arm 10"),
        ("Drug A", "Drug B"),
        ("Control", "0,5 mg/kg", "1.5 mg/kg"),
    ],
)
def test_control_then_the_lowest_dose(arms):
    assert in_dose_order(reversed(arms)) == list(arms)
    assert in_dose_order([*arms, arms[0]]) == list(arms)
