"""The arm as planned and the arm as treated, told apart by what their headings say."""

import openpyxl
import pytest

from sscviewer.workbook.load import load_study

PLANNED, HAD = ["High", "Low"] * 3, ["Low", "Low", "High", "Low", "High", "Low"]


def arms(tmp_path, heads, *columns):
    book = openpyxl.Workbook()
    book.active.title = "Patients"
    book["Patients"].append(["Patient", "Sex", "Age", *heads])
    for k, row in enumerate(zip(*columns, strict=True)):
        book["Patients"].append([f"P{k}", "F", 50 + k, *row])
    book.save(tmp_path / "arms.xlsx")
    study = load_study(tmp_path / "arms.xlsx").study
    return [study.column("subjects", name).tolist() for name in ("TRT01P", "TRT01A")]


@pytest.mark.parametrize(
    "heads",
    [
        ("Planned treatment", "Actual treatment"),
        ("Randomised to", "Received treatment"),
        ("Assigned dose group", "Dose group received"),
        ("Arm (randomised)", "Arm (as treated)"),
        ("Arm", "Actual arm"),
        ("ARM", "ACTARM"),
        ("TRTP", "TRTA"),
        ("Randomisierter Arm", "Tatsächlicher Arm"),
        ("Geplante Behandlung", "Erhaltene Behandlung"),
        ("Bras randomisé", "Bras reçu"),
        ("Brazo asignado", "Tratamiento recibido"),
        ("Toegewezen groep", "Ontvangen behandeling"),
    ],
)
def test_both_arms_are_read_in_either_order(tmp_path, heads):
    assert arms(tmp_path, heads, PLANNED, HAD) == [PLANNED, HAD]
    assert arms(tmp_path, heads[::-1], HAD, PLANNED) == [PLANNED, HAD]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Received treatment", ["Yes", "No"] * 3),  # whether, not which
        ("Treatment received before", ["Cyclophosphamide", "Rituximab"] * 3),  # shares no word with the arms
        ("Date of treatment given", [None] * 6),
    ],
)
def test_what_only_sounds_like_an_arm_is_none(tmp_path, head, cells):
    planned, had = arms(tmp_path, ("Randomised arm", head), PLANNED, cells)
    assert (planned, had) in ((PLANNED, PLANNED), (PLANNED, [""] * 6))
