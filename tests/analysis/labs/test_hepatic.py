"""eDISH points and the Hy's-law listing: windows, cholestasis and missing values, patient by patient."""

import numpy as np
import pytest

from sscviewer.analysis.labs.hepatic import hepatic
from sscviewer.analysis.labs.labs import labs
from tests.analysis.lab_trials import lab_study
from tests.planned import population

# ALT limit 40, bilirubin 1.0, ALP 100
RECORDS = (
    ("HY", "ALT", 1, 20), ("HY", "ALT", 15, 160), ("HY", "AST", 15, 100), ("HY", "BILI", 15, 0.9),
    ("HY", "BILI", 29, 2.5), ("HY", "ALP", 16, 150),
    ("LATE", "ALT", 15, 160), ("LATE", "BILI", 30, 2.5), ("LATE", "ALP", 15, 90),
    ("BEFORE", "ALT", 15, 160), ("BEFORE", "BILI", 14, 2.5), ("BEFORE", "ALP", 15, 90),
    ("BILE", "AST", 15, 120), ("BILE", "BILI", 15, 2.0), ("BILE", "ALP", 15, 200),
    ("NOALP", "ALT", 15, 160), ("NOALP", "BILI", 15, 2.5), ("NOALP", "ALP", 40, 90),
    ("SECOND", "ALT", 15, 130), ("SECOND", "ALT", 60, 400), ("SECOND", "BILI", 65, 3.0),
    ("SECOND", "ALP", 58, 50),
    ("TEMPLE", "ALT", 15, 160), ("TEMPLE", "BILI", 15, 1.2),
    ("YELLOW", "ALT", 15, 60), ("YELLOW", "BILI", 15, 2.5),
    ("WELL", "ALT", 15, 119.6), ("WELL", "BILI", 15, 1.99), ("WELL", "ALT", 1, 4000),
    ("HALF", "ALT", 15, 500),
)  # fmt: skip
ARMS = {"HY": "X", "TEMPLE": "X"}


@pytest.fixture(scope="module")
def found():
    study = lab_study(*RECORDS, arms=ARMS | {r[0]: "Y" for r in RECORDS if r[0] not in ARMS})
    return hepatic(labs(study), population(study), 14)


def test_quadrants(found):
    assert {point.usubjid: point.quadrant for point in found.points} == {
        **dict.fromkeys(("HY", "LATE", "BEFORE", "BILE", "NOALP", "SECOND"), "hy"),
        "TEMPLE": "temple",
        "YELLOW": "cholestasis",
        "WELL": "normal",
    }
    assert found.without_point == ("HALF",)
    counts = {(row.arm, row.quadrant): row.n for row in found.counts}
    assert counts["ALL", "hy"] == 6
    assert (counts["X", "hy"], counts["X", "temple"], counts["Y", "hy"]) == (1, 1, 5)
    assert sum(row.percent for row in found.counts if row.arm == "ALL") == pytest.approx(100)


def test_a_point_names_its_peaks(found):
    point = next(point for point in found.points if point.usubjid == "SECOND")
    assert (point.test, point.aminotransferase, point.aminotransferase_day) == ("ALT", 10, 60)
    assert (point.bilirubin, point.bilirubin_day, point.days_between) == (3, 65, 5)
    bile = next(point for point in found.points if point.usubjid == "BILE")
    assert (bile.test, bile.aminotransferase, bile.alkaline_phosphatase) == ("AST", 3, 2)
    assert np.isnan(next(p for p in found.points if p.usubjid == "TEMPLE").alkaline_phosphatase)


def test_hys_law_listing(found):
    rows = {row.usubjid: row for row in found.hys_law}
    assert {usubjid: row.verdict for usubjid, row in rows.items()} == {
        "HY": "candidate",
        "LATE": "outside the window",
        "BEFORE": "outside the window",
        "BILE": "alkaline phosphatase raised",
        "NOALP": "alkaline phosphatase not known",
        "SECOND": "candidate",
    }
    assert (rows["HY"].days_between, rows["HY"].alkaline_phosphatase, rows["HY"].arm) == (14, 1.5, "X")
    assert (rows["SECOND"].onset_day, rows["SECOND"].onset) == (60, 10)
    assert rows["LATE"].days_between == 15


def test_any_pair_counts_not_the_first():
    study = lab_study(
        ("TWICE", "ALT", 30, 200), ("TWICE", "BILI", 30, 2.2), ("TWICE", "ALP", 30, 250),
        ("TWICE", "ALT", 150, 252), ("TWICE", "BILI", 150, 2.9), ("TWICE", "ALP", 150, 80),
        ("BILE", "ALT", 30, 200), ("BILE", "BILI", 30, 2.2), ("BILE", "ALP", 30, 350),
        ("BILE", "ALT", 150, 200), ("BILE", "BILI", 150, 2.2), ("BILE", "ALP", 150, 325),
        ("UNKNOWN", "AST", 30, 200), ("UNKNOWN", "BILI", 30, 2.2), ("UNKNOWN", "ALP", 30, 350),
        ("UNKNOWN", "AST", 90, 200), ("UNKNOWN", "BILI", 95, 2.2),
    )  # fmt: skip
    rows = {row.usubjid: row for row in hepatic(labs(study), population(study), 14).hys_law}
    twice = rows["TWICE"]
    assert (twice.verdict, twice.onset_day, twice.pairs, twice.candidate_pairs) == ("candidate", 150, 2, 1)
    assert (twice.ratio, twice.pattern) == (pytest.approx(6.3 / 0.8), "hepatocellular")
    bile = rows["BILE"]
    assert (bile.verdict, bile.onset_day, bile.pairs) == ("alkaline phosphatase raised", 30, 2)
    assert (bile.ratio, bile.pattern) == (pytest.approx(5 / 3.5), "cholestatic")
    unknown = rows["UNKNOWN"]
    assert (unknown.verdict, unknown.onset_day) == ("alkaline phosphatase not known", 90)
    assert np.isnan(unknown.ratio)


def test_the_window_can_be_chosen():
    study = lab_study(*RECORDS)
    wider = hepatic(labs(study), population(study), window_days=30)
    verdicts = {row.usubjid: row.verdict for row in wider.hys_law}
    assert (verdicts["LATE"], verdicts["NOALP"]) == ("candidate", "candidate")
    assert wider.window_days == 30


def test_without_liver_values(tiny_study):
    none = hepatic(labs(tiny_study), population(tiny_study), 14)
    assert (none.points, none.hys_law, none.without_point) == ((), (), ("A1", "A2", "A3"))
    assert all(row.n == 0 for row in none.counts)
