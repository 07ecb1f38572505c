"""Grades and shift tables of a laboratory sheet, against pandas on the sheet itself."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.labs.hepatic import hepatic
from sscviewer.analysis.labs.lab_shift import lab_shift, worst_grades
from sscviewer.analysis.labs.labs import labs
from sscviewer.workbook import load_study
from tests.planned import population

INF = np.inf
BINS_4 = {
    "ALT": [-INF, 1, 3, 5, 20, INF],
    "AST": [-INF, 1, 3, 5, 20, INF],
    "ALP": [-INF, 1, 2.5, 5, 20, INF],
    "GGT": [-INF, 1, 2.5, 5, 20, INF],
    "BILI": [-INF, 1, 1.5, 3, 10, INF],
    "CK": [-INF, 1, 2.5, 5, 10, INF],
}
"""Multiples of the upper limit between the grades of version 4, right ends inclusive."""


@pytest.fixture(scope="module")
def path(sdtm_labs):
    return sdtm_labs


@pytest.fixture(scope="module")
def study(path):
    return load_study(path).study


@pytest.fixture(scope="module")
def sheet(path):
    """The LB sheet: numeric values of treated patients, as xULN to ten digits, baseline and after told."""
    book = pd.read_excel(path, sheet_name=["LB", "EX"], engine="calamine")
    lab = book["LB"]
    lab = lab[
        lab["USUBJID"].isin(book["EX"]["USUBJID"]) & lab["LBSTRESN"].notna() & lab["LBDY"].notna()
    ].copy()
    lab["TIMES"] = (lab["LBSTRESN"] / lab["LBSTNRHI"]).round(10)
    base = lab[lab["LBBLFL"] == "Y"].drop_duplicates(["USUBJID", "LBTESTCD"], keep="last")
    day = base.set_index(["USUBJID", "LBTESTCD"])["LBDY"].rename("BASEDY")
    lab = lab.join(day, on=["USUBJID", "LBTESTCD"])
    lab["AFTER"] = lab["LBDY"] > lab["BASEDY"].fillna(1).clip(lower=1)
    return lab


@pytest.mark.parametrize("test", BINS_4)
def test_worst_and_last_grades_of_version_4(study, sheet, test):
    rows = sheet[sheet["LBTESTCD"] == test].sort_values(["USUBJID", "LBDY"])
    rows = rows.assign(GRADE=pd.cut(rows["TIMES"], BINS_4[test], labels=False))
    base = rows[rows["LBBLFL"] == "Y"].groupby("USUBJID")["GRADE"].last()
    after = rows[rows["AFTER"]].groupby("USUBJID")["GRADE"]
    who = population(study)
    for to, later in (("worst", after.max()), ("last", after.last())):
        table = lab_shift(labs(study, 4), who, test, to)[0]
        both = pd.concat([base.rename("B"), later.rename("A")], axis=1)
        known = both.dropna()
        counted = pd.crosstab(known["B"], known["A"]).reindex(index=range(5), columns=range(5), fill_value=0)
        assert [[cell.n for cell in row] for row in table.cells] == counted.to_numpy().tolist()
        assert table.n == len(known)
        assert sorted(table.without_later) == sorted(both.index[both["B"].notna() & both["A"].isna()])
        assert sorted(table.without_baseline) == sorted(both.index[both["B"].isna() & both["A"].notna()])
        named = [table.without_baseline, table.without_later, table.without_both, table.not_measured]
        assert table.n + sum(len(ids) for ids in named) == who.n_treated


def test_worst_grades_by_arm_add_up(study, sheet):
    rows = worst_grades(labs(study, 4), population(study))
    arms = {row.arm for row in rows} - {"ALL"}
    assert len(arms) == 3
    for every in (row for row in rows if row.arm == "ALL"):
        parts = [row for row in rows if row.arm != "ALL" and row.term == every.term]
        for grade in range(5):
            together = [usubjid for part in parts for usubjid in part.patients[grade]]
            assert sorted(together) == sorted(every.patients[grade])
        measured = sheet[(sheet["LBTESTCD"] == every.paramcd) & sheet["AFTER"]]["USUBJID"].nunique()
        assert every.n == sum(len(ids) for ids in every.patients) == measured


def test_limits_of_normal_as_the_sheet_flags_them(study, sheet):
    """LBNRIND is the laboratory's own verdict on every value.

    Not creatinine: its verdicts were made in mg/dL, of which the limits in µmol/L are rounded.
    """
    found = labs(study)
    for code in ("ALB", "ALP", "ALT", "AST", "BILI", "CK", "GGT", "HGB", "K", "SODIUM", "WBC"):
        test = found.tests[code]
        rows = sheet[sheet["LBTESTCD"] == code]
        ours = pd.DataFrame(
            {
                "USUBJID": np.array(found.usubjids, dtype=object)[test.patient],
                "LBDY": test.day,
                "AVAL": np.round(test.aval, 9),
                "OURS": test.indicator,
            }
        )
        theirs = rows.assign(AVAL=rows["LBSTRESN"].round(9))[["USUBJID", "LBDY", "AVAL", "LBNRIND"]]
        both = theirs.merge(ours, on=["USUBJID", "LBDY", "AVAL"], how="left")
        assert len(both) >= len(rows) > 300
        told = both["LBNRIND"].map({"LOW": -1, "NORMAL": 0, "HIGH": 1})
        differing = both[(told != both["OURS"]) & told.notna()]
        assert differing.empty, differing.to_string()


def test_edish_points_against_the_sheet(study, sheet):
    who = population(study)
    found = hepatic(labs(study), who, 14)
    after = sheet[sheet["AFTER"]]
    peak = after.pivot_table("TIMES", "USUBJID", "LBTESTCD", aggfunc="max")
    expected = pd.DataFrame({"x": peak[["ALT", "AST"]].max(axis=1), "y": peak["BILI"]}).dropna()
    points = {point.usubjid: point for point in found.points}
    assert sorted(points) == sorted(expected.index)
    for usubjid, row in expected.iterrows():
        assert points[usubjid].aminotransferase == pytest.approx(row["x"], rel=1e-9)
        assert points[usubjid].bilirubin == pytest.approx(row["y"], rel=1e-9)
    yellow = expected.index[(expected["x"] < 3) & (expected["y"] >= 2)]
    counts = {row.quadrant: row for row in found.counts if row.arm == "ALL"}
    assert counts["cholestasis"].usubjids == tuple(yellow)
    assert len(found.points) + len(found.without_point) == who.n_treated
    assert found.hys_law == ()
