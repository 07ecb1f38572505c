"""Tablets times strength is the dose: 1 then 2 tablets of 100 mg are 100 mg, then 200 mg a day."""

from datetime import datetime

import pytest

from sscviewer.model.questions import Answer
from sscviewer.workbook import load_study

START, NEXT, END = datetime(2022, 5, 2), datetime(2022, 8, 1), datetime(2022, 10, 31)


def _doses(load, headings, first, second):
    rows = [headings]
    for who in ("08-001", "08-002", "08-003"):
        rows += [[who, *first, START, NEXT], [who, *second, NEXT, END]]
    log = load({"Doses": rows}).study.exposure
    return log["EXDAILY"].tolist()[:2], set(log["EXDOSU"])


@pytest.mark.parametrize(
    "headings",
    [
        ["Pat.-Nr.", "Tabletten pro Tag", "Stärke (mg)", "Beginn", "Ende"],
        ["Subject", "No. of capsules per day", "Capsule strength (mg)", "Start date", "End date"],
        ["Subject", "Tablets/day", "mg per tablet", "Start date", "End date"],
        ["Patient", "Comprimés par jour", "Dosage du comprimé (mg)", "Date de début", "Date de fin"],
        ["Patient", "Nombre de gélules par jour", "Dosage (mg)", "Date de début", "Date de fin"],
        ["Paciente", "Comprimidos al día", "Concentración (mg)", "Fecha de inicio", "Fecha de fin"],
        ["Subject", "Tablets per day", "Dose (mg)", "Start date", "End date"],
    ],
    ids=lambda headings: headings[1],
)
def test_tablets_a_day_times_strength_is_the_dose(load, headings):
    assert _doses(load, headings, [1, 100], [2, 100]) == ([100, 200], {"mg"})


def test_tablets_per_intake_are_counted_as_often_as_they_are_taken(load):
    headings = ["Subject", "Tablets per intake", "Strength", "Frequency", "Start date", "End date"]
    assert _doses(load, headings, [1, "100 mg", "BID"], [1.5, "100 mg", "BID"]) == ([200, 300], {"mg"})


def test_no_tablet_is_a_dose_of_0(load):
    headings = ["Subject", "Tablets per day", "Tablet strength (mg)", "Start date", "End date"]
    assert _doses(load, headings, [1, 100], [0, 100])[0] == [100, 0]


@pytest.mark.parametrize(
    ("headings", "first", "second"),
    [
        (["Subject", "Dose (mg)", "Number of tablets", "Start date", "End date"], [100, 1], [200, 2]),
        (
            ["Subject", "Daily dose (mg)", "Tablets per day", "Strength (mg)", "Start date", "End date"],
            [100, 1, 100],
            [200, 2, 100],
        ),
        (["Subject", "Dose (mg)", "Cycle", "Start date", "End date"], [100, 1], [200, 2]),
    ],
)
def test_a_dose_beside_the_number_of_tablets_is_the_dose(load, headings, first, second):
    assert _doses(load, headings, first, second) == ([100, 200], {"mg"})


def test_sdtm_says_the_strength_of_its_tablets(load):
    rows = [["USUBJID", "ECTRT", "ECDOSE", "ECDOSU", "ECDOSFRQ", "ECPSTRG", "ECPSTRGU", "ECSTDTC", "ECENDTC"]]
    rows += [[f"XY-{k}", "DRUG", 2, "TABLET", "QD", 100, "mg", "2022-05-02", "2022-08-01"] for k in range(3)]
    log = load({"EC": rows}).study.exposure
    assert (log["EXDAILY"].tolist(), set(log["EXDOSU"])) == ([200] * 3, {"mg"})


BESIDE = ["Subject", "Dose (mg)", "Tablets", "Start date", "End date"]


def _beside(make_workbook, pairs, answers=()):
    rows = [[f"A-{i}", *pair, START, END] for i, pair in enumerate(pairs)]
    loaded = load_study(make_workbook({"Doses": [BESIDE, *rows]}), answers=answers)
    asked = [question for question in loaded.report.questions if question.id == "tablets"]
    return loaded.study.exposure["EXDAILY"].tolist(), asked


def test_a_dose_beside_a_constant_number_of_tablets_is_asked_about_and_read_as_said(make_workbook):
    pairs = [(100, 2), (100, 2), (200, 2)]
    doses, (question,) = _beside(make_workbook, pairs)
    assert doses == [100, 100, 200]
    assert (question.column, question.taken) == ("B", "the whole dose")
    assert question.examples[0].read == ("100", "200")
    said = (Answer("tablets", "Doses", "Dose (mg)", "what one tablet holds"),)
    assert _beside(make_workbook, pairs, said) == ([200, 200, 400], [])


@pytest.mark.parametrize("pairs", [[(100, 1), (200, 1)], [(100, 1), (200, 2), (300, 3)], [(100, 0)] * 2])
def test_nothing_is_asked_where_the_numbers_leave_nothing_open(make_workbook, pairs):
    doses, asked = _beside(make_workbook, pairs)
    assert (doses, asked) == ([mass for mass, _ in pairs], [])


def test_a_unit_in_the_cell_of_a_dose_is_read_and_one_unit_holds_for_the_drug(load):
    written = ["100 µg", "100 mcg", "0.1 mg", "100ug", "100 \N{GREEK SMALL LETTER MU}g", "0,1 mg"]
    rows = [[f"A-{i}", dose, START, END] for i, dose in enumerate(written)]
    log = load({"Doses": [["Subject", "Dose", "Start date", "End date"], *rows]}).study.exposure
    assert log["EXDAILY"].tolist() == pytest.approx([100] * 6)
    assert set(log["EXDOSU"]) == {"µg"}
