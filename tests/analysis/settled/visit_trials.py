"""Small workbooks about visits, made here: who leaves early, repeated readings, readings by position."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl

PLANNED = {"Baseline": 1, "Month 3": 92, "Month 6": 184, "Month 12": 366}
EARLY = {"P09": 147, "P10": 150, "P11": 153, "P12": 156}
"""Study day on which each patient who stops is seen for the last time."""
PATIENTS = [f"P{i:02d}" for i in range(1, 13)]


def _on(who: str, day: int) -> date:
    return date(2019, 3, 1) + timedelta(days=5 * PATIENTS.index(who) + day - 1)


def _write(path: Path, head: list[str], rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Patients"
    for row in [["Subject", "Sex", "First dose"], *([who, "F", _on(who, 1)] for who in PATIENTS)]:
        book["Patients"].append(row)
    sheet = book.create_sheet("Values")
    for row in [head, *rows]:
        sheet.append(row)
    book.save(path)


def _early_termination(path: Path) -> None:
    rows = []
    for i, who in enumerate(PATIENTS):
        for visit, day in PLANNED.items():
            if day < EARLY.get(who, 999):
                rows.append([who, visit, _on(who, day), 70 + i - day / 100])
        if who in EARLY:
            rows.append([who, "Early termination", _on(who, EARLY[who]), 66 + i])
    _write(path, ["Subject", "Visit", "Date", "FVC % predicted"], rows)


def _replicates(path: Path, steps: tuple[float, ...]) -> None:
    rows = [
        [who, visit, _on(who, day), round(2.5 + i / 10 - (0.2 if day > 1 else 0) + step, 3)]
        for i, who in enumerate(PATIENTS)
        for visit, day in (("Baseline", 1), ("Month 6", 184))
        for step in steps
    ]
    _write(path, ["Subject", "Visit", "Date", "FVC (L)"], rows)


def _pressure(path: Path) -> None:
    rows = [
        [who, visit, _on(who, day), "Systolic blood pressure", position, 120 + i + lower, "mmHg"]
        for i, who in enumerate(PATIENTS)
        for visit, day in (("Baseline", 1), ("Month 6", 184))
        for position, lower in (("Lying", 0), ("Standing", -6))
    ]
    _write(path, ["Subject", "Visit", "Date", "Test", "Position", "Result", "Unit"], rows)


def write_trials(folder: Path) -> Path:
    """Write the four workbooks into a folder and return it."""
    _early_termination(folder / "early_termination.xlsx")
    _replicates(folder / "replicates_low_first.xlsx", (0.0, 0.15, 0.3))
    _replicates(folder / "replicates_high_first.xlsx", (0.3, 0.15, 0.0))
    _pressure(folder / "pressure_by_position.xlsx")
    return folder
