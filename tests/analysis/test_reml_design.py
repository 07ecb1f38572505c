"""Term names, levels, aliasing and dropped rows."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.reml.design import build_design, independent_columns, ordered_levels, term_name
from sscviewer.analysis.reml.errors import FitError


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("Intercept", "(Intercept)"),
        ("ARMCD[T.TRT]", "ARMCDTRT"),
        ("ARMCD[T.TRT]:AVISIT[T.VIS4]", "ARMCDTRT:AVISITVIS4"),
        ("AVISIT[VIS1]", "AVISITVIS1"),
        ("BASE:AVISIT[T.Month 3]", "BASE:AVISITMonth 3"),
        ("AVISIT[T.Week [2]]", "AVISITWeek [2]"),
    ],
)
def test_term_names_are_r_names(column, expected):
    assert term_name(column) == expected


def test_levels():
    assert ordered_levels(pd.Series(["b", "a", None])) == ["a", "b"]
    assert ordered_levels(pd.Series([12, 3, 6])) == [3, 6, 12]
    declared = pd.Series(pd.Categorical(["b", "a"], ["c", "b", "a"]))
    assert ordered_levels(declared) == ["b", "a"]


def test_independent_columns_keep_the_first():
    one = np.ones(6)
    a = np.arange(6.0)
    x = np.column_stack([one, a, 1e6 * (one + a), a**2, np.zeros(6)])
    assert independent_columns(x).tolist() == [0, 1, 3]


def test_rows_left_out_are_counted_once_each():
    data = pd.DataFrame(
        {
            "y": [1.0, np.nan, np.inf, 2.0, 3.0, 4.0, 5.0],
            "x": [1.0, np.nan, 1.0, np.nan, 2.0, 5.0, 3.0],
            "id": list("aabbccd"),
        }
    )
    design = build_design(data, "y ~ x", ("id",))
    assert len(design.y) == 4
    assert design.warnings == (
        "1 row without y left out.",
        "1 row with an infinite value left out.",
        "1 row without a covariate, subject or visit left out.",
    )


def test_one_level_is_said():
    data = pd.DataFrame({"y": [1.0, 2, 3, 4], "arm": ["A"] * 4, "id": list("abcd")})
    design = build_design(data, "y ~ arm", ("id",))
    assert design.terms == ("(Intercept)",)
    assert "one level only" in design.warnings[0]


def test_text_response():
    with pytest.raises(FitError, match="not numeric"):
        build_design(pd.DataFrame({"y": ["a"], "x": [1.0]}), "y ~ x", ())
