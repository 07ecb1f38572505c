"""The cases that ship with the program agree with R."""

import dataclasses

import pytest

from sscviewer.analysis.verify import VerifyRow, run_verification


def test_all_reference_figures_pass():
    rows = run_verification()
    worst = max(rows, key=lambda row: abs(row.difference) / row.tolerance)
    print(f"{len(rows)} figures; nearest to its tolerance: {worst}")
    assert len(rows) >= 90
    assert [row for row in rows if not row.passed] == []


def test_rows_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        VerifyRow("c", "q", 1.0, 1.0, 0.0, 0.0, True).ours = 2.0
