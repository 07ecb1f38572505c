"""The demo trial, its next export, and a memory of it."""

import random

import openpyxl
import pytest

from sscviewer.bundled import resource_path
from sscviewer.memory.database import Database
from sscviewer.memory.study_memory import StudyMemory
from sscviewer.workbook import load_study
from sscviewer.workbook.changes.snapshots import shape_of


def column(sheet, name):
    return next(cell.column for cell in sheet[1] if cell.value == name)


def rows_of(sheet, usubjid):
    return [
        row[0].row for row in sheet.iter_rows(min_row=2) if usubjid in {str(c.value).strip() for c in row}
    ]


def shuffle(sheet, seed):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    random.Random(seed).shuffle(rows)
    for number, row in enumerate(rows, 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value


LEFT_OUT = ("Laboratory", "Concomitant Medication", "Medical History", "HAQ", "Skin Score")
"""Sheets that no test of a memory asks for, and that are most of what is read."""


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory):
    """The demo workbook, the shorter for some sheets: it is read and written again and again here."""
    book = openpyxl.load_workbook(resource_path("demo", "demo_trial.xlsx"))
    for name in LEFT_OUT:
        del book[name]
    path = tmp_path_factory.mktemp("shorter") / "demo_trial.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="session")
def export(demo_path, tmp_path_factory):
    """Make an export of the demo trial: edited, its rows shuffled, under another name."""

    def make(change=None, seed=1):
        book = openpyxl.load_workbook(demo_path)
        if change is not None:
            change(book)
        for name in ("Adverse Events", "Pulmonary Function", "Demographics"):
            shuffle(book[name], seed)
        path = tmp_path_factory.mktemp("export") / f"next week {seed}.xlsx"
        book.save(path)
        return load_study(path)

    return make


@pytest.fixture(scope="session")
def demo(demo_path):
    return load_study(demo_path)


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "kept" / "memory.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def remember(database):
    """Open a loaded file's memory, as one person."""

    def open_it(loaded, who="Ana", database=database):
        return StudyMemory(database, loaded.study, shape_of(loaded.report), who)

    return open_it
