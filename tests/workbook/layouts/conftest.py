"""Workbooks with merged cells, and short views of what was read."""

from collections.abc import Callable

import openpyxl
import pytest

from sscviewer.workbook import Loaded, load_study


@pytest.fixture
def load_merged(tmp_path) -> Callable[..., Loaded]:
    """Write sheets with merged ranges to a workbook and load it."""

    def load(sheets: dict[str, tuple[list[list[object]], list[str]]], **options) -> Loaded:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, (rows, merged) in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
            for cells in merged:
                sheet.merge_cells(cells)
        path = tmp_path / "merged.xlsx"
        book.save(path)
        return load_study(path, **options)

    return load
