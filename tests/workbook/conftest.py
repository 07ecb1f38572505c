"""Small workbooks made on the spot."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from sscviewer.workbook import Loaded, load_study

Sheets = dict[str, list[list[object]]]
Make = Callable[[Sheets], Path]
Load = Callable[[Sheets], Loaded]


@pytest.fixture(autouse=True, scope="module")
def _child_only_where_marked(request: pytest.FixtureRequest) -> None:
    """Start the program that reads cells only for modules that are marked `child`."""
    if not request.node.get_closest_marker("child"):
        request.getfixturevalue("without_a_child")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse `child` on a test whose module is not so marked: there it would be without effect."""
    for item in items:
        module = item.getparent(pytest.Module)
        if item.get_closest_marker("child") and module and not module.get_closest_marker("child"):
            raise pytest.UsageError(f"{item.nodeid}: mark the whole module with `child`, not one test.")


@pytest.fixture
def make_workbook(tmp_path: Path) -> Make:
    """Write sheets given as rows of cells to a workbook."""

    def make(sheets: Sheets) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "trial.xlsx"
        book.save(path)
        return path

    return make


@pytest.fixture
def load(make_workbook: Make) -> Load:
    """Write sheets to a workbook and load it."""
    return lambda sheets: load_study(make_workbook(sheets))
