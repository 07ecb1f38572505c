"""The rows of the Sensitivity view: one per method, or where there are arms their difference first."""

import pytest

from sscviewer.analysis.efficacy.sensitivity_arms import ArmChange
from sscviewer.analysis.efficacy.sensitivity_table import SensitivityRow, SensitivityTable
from sscviewer.analysis.estimate import make_estimate
from sscviewer.gui.efficacy.sensitivity import _lines
from sscviewer.model.parameters import BY_CODE
from tests.planned import efficacy_settings


def _estimate(value):
    return make_estimate(value, 1.0, 9.0, level=0.95, n_subjects=10, n_obs=40, method="")


@pytest.mark.parametrize("reference", ["", "Placebo"])
def test_lines(reference):
    arms = (
        ArmChange("Drug", "", _estimate(2.0)),
        ArmChange("Placebo", "", _estimate(-1.0)),
        ArmChange("Drug", "Placebo", _estimate(3.0), "note"),
    )
    row = SensitivityRow("mmrm", "MMRM", "assumed", _estimate(0.5), "", arms if reference else ())
    table = SensitivityTable(
        efficacy_settings("FVCPP"), BY_CODE["FVCPP"], "Month 12", 12.0, 20, 12, (row,), None, reference
    )
    lines = [(line.name, line.estimate.estimate, line.main) for line in _lines(table)]
    if not reference:
        assert lines == [("MMRM", 0.5, True)]
    else:
        # placebo is never averaged into the drug: no row of all patients
        assert lines == [
            ("MMRM: Drug minus Placebo", 3.0, True),
            ("MMRM: Drug", 2.0, False),
            ("MMRM: Placebo", -1.0, False),
        ]
