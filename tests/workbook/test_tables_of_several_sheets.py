"""The rows of several sheets in one table: a large one is made column by column, of the same cells."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.workbook import assemble
from sscviewer.workbook.values.cells import as_objects, different


def sheets():
    """Three sheets that have not all the same columns: texts, numbers, whole numbers, dates, yes and no."""
    first = pd.DataFrame(
        {"USUBJID": ["A", "B"], "AVAL": [1.5, np.nan], "ADT": pd.to_datetime(["2020-01-01"] * 2)}
    )
    second = pd.DataFrame({"USUBJID": ["B"], "ROW": [7], "ADTF": ["D"], "IS": [True]})
    third = pd.DataFrame({"AVAL": [2], "USUBJID": ["C"], "ROW": [1], "ADT": pd.to_datetime(["2021-05-06"])})
    return [first, second, third]


def test_a_large_table_is_what_a_small_one_is(monkeypatch):
    small = assemble._below_one_another(sheets())
    monkeypatch.setattr(assemble, "_LARGE", 0)
    given = sheets()
    pd.testing.assert_frame_equal(assemble._below_one_another(given), small)
    assert small["USUBJID"].tolist() == ["A", "B", "B", "C"]
    assert [len(frame.columns) for frame in given] == [0, 0, 0]


@pytest.mark.parametrize(
    ("columns", "codes", "rows"),
    [
        ((["b", "a", "b", ""],), [0, 1, 0, 2], [("b",), ("a",), ("",)]),
        ((["x", "x", "y", "x"], ["1", "2", "1", "1"]), [0, 1, 2, 0], [("x", "1"), ("x", "2"), ("y", "1")]),
        (([], []), [], []),
    ],
)
def test_different_rows_of_texts_in_order_of_appearance(columns, codes, rows):
    found, told = different(*map(as_objects, columns))
    assert found.tolist() == codes
    assert told == rows
