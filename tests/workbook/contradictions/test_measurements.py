"""Measurements against each other and against the body."""

import datetime as dt

import pytest

from sscviewer.workbook import load_study
from tests.workbook.contradictions.told import cells, told

SITES = [
    "Face", "Anterior chest", "Abdomen", "Right fingers", "Left fingers", "Right hand", "Left hand",
    "Right forearm", "Left forearm", "Right upper arm", "Left upper arm", "Right thigh", "Left thigh",
    "Right lower leg", "Left lower leg", "Right foot", "Left foot",
]  # fmt: skip
PFT = ["Subject", "Visit", "Visit date", "FVC (L)", "FVC (% predicted)"]
DISTAL = [1, 0, 0, 2, 2, 2, 2, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1]


def skin(**changed):
    scores = [changed.get(f"s{i}", score) for i, score in enumerate(DISTAL)]
    return [*scores, sum(scores)]


def test_impossible_scores_are_taken_out_and_said(load):
    loaded = load(
        {
            "Skin Score": [
                ["Subject", "Visit", *SITES, "Total"],
                ["A", "Baseline", *[4, *DISTAL[1:]], 18],
                ["A", "Month 3", *DISTAL, 52],
            ],
            "HAQ": [["Subject", "Visit", "HAQ-DI"], ["A", "Baseline", 3.125], ["A", "Month 3", 3]],
        }
    )
    assert cells(loaded, "value.impossible") == [
        ("Skin Score!C2", "A"),
        ("Skin Score!T3", "A"),
        ("HAQ!C2", "A"),
    ]


def test_the_subset_against_the_sites(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "SSc subset"], ["A", "F", "Limited"], ["B", "F", "Diffuse"],
                         ["C", "F", "Limited"], ["D", "F", "Diffuse"]],
            "Skin Score": [
                ["Subject", "Visit", "Visit date", *SITES, "Total"],
                ["A", "Baseline", dt.date(2007, 1, 1), *skin()],
                ["A", "Month 3", dt.date(2007, 4, 1), *skin(s9=1)],
                ["A", "Month 6", dt.date(2007, 7, 1), *skin(s1=2)],
                ["B", "Baseline", dt.date(2007, 1, 1), *skin()],
                ["B", "Month 3", dt.date(2007, 4, 1), *skin()],
                ["C", "Baseline", dt.date(2007, 1, 1), *skin()],
                ["D", "Baseline", dt.date(2007, 1, 1), *skin(s11=1)],
                ["D", "Month 3", dt.date(2007, 4, 1), *skin()],
            ],
        }
    )  # fmt: skip
    assert told(loaded, "subset.sites") == [
        (
            "Skin Score!M3",
            "A",
            "The skin score of the upper arm, right is 1 (Month 3), but the subset of patient A is limited, "
            "which spares upper arms, thighs, chest and abdomen; the subset is used as recorded.",
        ),
        (
            "Subjects!C3",
            "B",
            "The subset of patient B is diffuse, but upper arms, thighs, chest and abdomen have the skin "
            "score 0 at every visit; the subset is used as recorded.",
        ),
    ]


def people(*rows):
    return [["Subject", "Sex", "Age", "Height (cm)", "Race"], *rows]


def test_fvc_percent_that_does_not_fit_the_litres(load):
    # predicted by NHANES III: F 48 y 163 cm Caucasian 3.5978 L, African American 2.9552 L
    loaded = load(
        {
            "Subjects": people(
                ["A", "F", 48, 163, "Caucasian"], ["B", "F", 48, 163, "Black or African American"]
            ),
            "PFT": [
                PFT,
                ["A", "Baseline", dt.date(2007, 1, 1), 2.30, 63.9],
                ["A", "Month 3", dt.date(2007, 4, 2), 2.40, 74.0],  # is 66.7
                ["A", "Month 6", dt.date(2007, 7, 2), 2.40, 76.0],  # 9 points off
                ["B", "Baseline", dt.date(2007, 1, 1), 2.00, 67.7],  # by her equation
                ["B", "Month 3", dt.date(2007, 4, 2), 2.00, 55.6],  # by the Caucasian one
                ["B", "Month 6", dt.date(2007, 7, 2), 2.00, 87.0],
            ],
        }
    )
    found = told(loaded, "fvc.predicted")
    assert [(cell, who) for cell, who, _ in found] == [("PFT!E4", "A"), ("PFT!E7", "B")]
    assert found[0][2] == (
        "FVC 76 % predicted does not fit 2.4 L, which is 67 % by NHANES III (Caucasian) for this sex, age "
        "and height (±8 points are allowed for); both values are used."
    )


@pytest.mark.parametrize(("tolerance", "off"), [(7.0, ["PFT!E3", "PFT!E4"]), (9.5, [])])
def test_how_far_percent_may_be_off_is_a_setting(make_workbook, tolerance, off):
    book = {
        "Subjects": people(["A", "F", 48, 163, "Caucasian"]),
        "PFT": [
            PFT,
            ["A", "Baseline", dt.date(2007, 1, 1), 2.30, 63.9],
            ["A", "Month 3", dt.date(2007, 4, 2), 2.40, 74.0],  # is 66.7
            ["A", "Month 6", dt.date(2007, 7, 2), 2.40, 76.0],
            ["A", "Month 9", dt.date(2007, 10, 2), 2.40, 66.7],
        ],
    }
    loaded = load_study(make_workbook(book), fvc_tolerance=tolerance)
    assert [cell for cell, _ in cells(loaded, "fvc.predicted")] == off


def test_another_equation_is_said_once(load):
    rows = [["A", f"Month {3 * i}", dt.date(2007, 1 + i, 1), 2.4, 80.0] for i in range(7)]
    loaded = load({"Subjects": people(["A", "F", 48, 163, "Caucasian"]), "PFT": [PFT, *rows]})
    assert told(loaded, "fvc.predicted") == [
        (
            "PFT",
            "",
            "The laboratory's FVC % predicted differs from NHANES III by more than 8 points in 7 of 7 tests, "
            "so it uses another equation; its values are used.",
        )
    ]


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_without_sex_age_or_height_nothing_is_compared(load, missing):
    who = ["A", "F", 48, 163, "Caucasian"]
    who[missing] = None
    loaded = load({"Subjects": people(who), "PFT": [PFT, ["A", "Baseline", dt.date(2007, 1, 1), 2.4, 99]]})
    assert cells(loaded, "fvc.predicted") == []


def test_jumps(load):
    loaded = load(
        {
            "PFT": [
                PFT,
                ["A", "Baseline", dt.date(2007, 1, 1), 2.00, 60],
                ["A", "Month 3", dt.date(2007, 4, 2), 2.60, 78],  # exactly 30 %
                ["A", "Month 6", dt.date(2007, 7, 2), 1.80, 54],  # −31 %
                ["B", "Baseline", dt.date(2007, 1, 1), 2.00, 60],
                ["B", "Month 3", dt.date(2007, 4, 2), 2.80, 60],  # one odd value: told once
                ["B", "Month 6", dt.date(2007, 7, 2), 2.00, 60],
                ["C", "Baseline", dt.date(2007, 1, 1), 2.00, 60],
                ["C", "Month 12", dt.date(2008, 1, 1), 1.20, 36],  # a year apart
            ],
            "Skin": [
                ["Subject", "Visit", "Visit date", "mRSS"],
                ["A", "Baseline", dt.date(2007, 1, 1), 10],
                ["A", "Month 3", dt.date(2007, 4, 2), 25],  # exactly 15
                ["A", "Month 6", dt.date(2007, 7, 2), 9],  # −16
                ["B", "Baseline", dt.date(2007, 1, 1), 10],
                ["B", "Month 6", dt.date(2007, 7, 2), 30],  # six months apart
            ],
        }
    )
    assert cells(loaded, "fvc.jump") == [("PFT!D4", "A"), ("PFT!D6", "B")]
    assert cells(loaded, "fvcpp.jump") == [("PFT!E4", "A")]
    assert told(loaded, "mrss.jump") == [
        (
            "Skin!D4",
            "A",
            "MRSS, 0-51 went from 25 on 2007-04-02 (Skin!D3) to 9 on 2007-07-02, more than 15 points between "
            "visits; both values are drawn and analysed.",
        )
    ]
