"""Columns and rows that only look like visits: numbered variables, spans of follow-up, samples of one day."""

import dataclasses
from itertools import pairwise

import pytest

from sscviewer.model.questions import Answer
from sscviewer.workbook.evidence.columns.numbered import APART, VISITS
from sscviewer.workbook.evidence.recognise import recognise_plain
from tests.workbook.evidence.columns_in_memory import table

PATIENTS = range(1, 13)


def numbered(*headings, sheet="Data"):
    rows = [[i, *[5 + (i * 7 + k) % 6 for k, _ in enumerate(headings)]] for i in PATIENTS]
    return table(("id", *headings), rows, sheet)


def test_the_name_of_a_file_is_no_measurement_of_numbered_columns():
    found = recognise_plain(numbered("V1", "V2", "V3", "V4", sheet="answers"))
    assert [(q.id, q.taken) for q in found.questions] == [("occasions", APART)]
    assert not found.parameters


def visits(found):
    return [(p.paramcd, p.visit) for p in found.parameters]


@pytest.mark.parametrize(
    ("headings", "taken"),
    [
        (("V1", "V2", "V3", "V4"), APART),
        (("x1", "x2", "x3"), APART),
        (("re74", "re75", "re78"), APART),
        (("ache1", "ache2", "ache3"), VISITS),
    ],
)
def test_numbered_columns_are_asked_about(headings, taken):
    sheet = numbered(*headings)
    found = recognise_plain(sheet)
    assert [(q.id, q.taken) for q in found.questions] == [("occasions", taken)]
    assert bool(found.parameters) == (taken == VISITS)
    other = VISITS if taken == APART else APART
    said = dataclasses.replace(sheet, answers=(Answer("occasions", sheet.sheet, headings[0], other),))
    again = recognise_plain(said)
    assert bool(again.parameters) == (other == VISITS)
    assert not again.questions


def test_all_numbered_families_of_a_sheet_are_asked_about_at_once():
    names = ("prop", "crop", "masc", "prs")
    sheet = numbered(*(f"{name}{n}" for name in names for n in (1, 2, 3)))
    (question,) = recognise_plain(sheet).questions
    assert "“prop1”" in question.text
    assert "“crop1”" in question.text
    assert "and 2 more" in question.text
    for option, n in ((VISITS, 12), (APART, 0)):
        said = dataclasses.replace(sheet, answers=(question.answered(option),))
        found = recognise_plain(said)
        assert len(found.parameters) == n
        assert not found.questions
    two = (question.answered(APART), Answer("occasions", sheet.sheet, "masc1", VISITS))
    found = recognise_plain(dataclasses.replace(sheet, answers=two))
    assert {p.paramcd for p in found.parameters} == {"MASC"}


def test_numbers_of_columns_may_be_said_to_be_times():
    sheet = numbered("ache0", "ache2", "ache6", "mood0", "mood2", "mood6")
    (question,) = recognise_plain(sheet).questions
    said = question.answered("one measurement, numbered by weeks")
    found = recognise_plain(dataclasses.replace(sheet, answers=(said,)))
    assert visits(found) == [(code, f"Week {n}") for code in ("ACHE", "MOOD") for n in (0, 2, 6)]
    assert not found.questions


def test_a_single_numbered_column_is_asked_about_by_itself():
    (question,) = recognise_plain(numbered("ache.a1", "ache.a2", "ache4")).questions
    assert "“ache4” of sheet “Data” “ache” at visit 4, or a measurement of its own?" in question.text


@pytest.mark.parametrize("headings", [("T0", "T1", "T2"), ("M0", "M3", "M6")])
def test_the_name_of_the_sheet_is_what_its_visits_measure(headings):
    found = recognise_plain(numbered(*headings, sheet="VAS"))
    assert {code for code, _ in visits(found)} == {"VAS"}
    assert len({visit for _, visit in visits(found)}) == 3
    assert not found.questions


def test_a_span_that_begins_where_the_last_one_ended_says_when():
    rows = []
    for i in PATIENTS:
        ends = [0, 20 + i, 55 + 2 * i][: 2 + i % 2]
        rows += [[i, a, b, int(b > 40), 3.5 + a] for a, b in pairwise(ends)]
    found = recognise_plain(table(("id", "start", "stop", "event", "x"), rows))
    assert {"ADY"} <= set(found.fields["measurements"])
    assert {p.paramcd for p in found.parameters} == {"STOP", "EVENT", "X"}
    assert [(q.id, q.taken) for q in found.questions] == [("time_unit", "days")]
    assert "time.spans" in dict(found.notes)


@pytest.mark.parametrize(
    ("heading", "first"), [("Time (min)", "Minute 30"), ("Time (h)", "Hour 30"), ("min", "Minute 30")]
)
def test_times_within_a_day_are_no_days(heading, first):
    rows = [[i, t, 5 + i % 4 + t / 60] for i in PATIENTS for t in (0, 30, 60)]
    found = recognise_plain(table(("Subject", heading, "Glucose (mmol/L)"), rows))
    assert first in found.fields["measurements"]["VISIT"][0].cells.unique_texts
    assert "ADY" not in found.fields["measurements"]
    assert not found.questions


def test_a_dose_that_samples_of_a_day_repeat_was_given_once():
    rows = [[i, 100, t, 5 + i + t] for i in PATIENTS for t in (0, 1, 2, 4)]
    found = recognise_plain(table(("Subject", "Dose (mg)", "Time (h)", "Conc (ng/mL)"), rows))
    dose = found.fields["exposure"]["EXDOSE"][0].cells
    assert int(dose.filled.sum()) == len(PATIENTS)
    assert dose.filled[0]


def test_where_a_sample_lay_was_not_measured():
    rows = [[i, v, 1 + (i + k) % 3, 1 + k, 5.5 + i + k] for i in PATIENTS for k, v in enumerate(("V1", "V2"))]
    found = recognise_plain(table(("Subject", "Visit", "Plate", "Batch", "IL-6"), rows))
    assert [p.paramcd for p in found.parameters] == ["IL_6"]


def test_words_that_tell_results_apart_are_what_was_measured():
    listed = (("Handkraft", "kg"), ("Gehstrecke", "m"), ("Puls", "1/min"))
    rows = [[i, v, m, 10 + i, u] for i in PATIENTS for v in ("V1", "V2") for m, u in listed]
    found = recognise_plain(table(("Proband", "Termin", "Messgröße", "Wert", "Einheit"), rows))
    assert found.fields["measurements"]["TEST"][0].letter == "C"
    assert found.fields["measurements"]["RESULT"][0].letter == "D"


@pytest.mark.parametrize(
    "headings",
    [("Plant", "Treatment", "uptake"), ("Tree", "age", "circumference"), ("group", "feed", "gain")],
)
def test_things_that_were_treated_are_nobody(headings):
    rows = [
        [1 + i // 4, "AB"[i % 2] if headings[0] != "Tree" else 100 + i % 4 * 50, 30.5 + i] for i in range(24)
    ]
    assert not recognise_plain(table(headings, rows), ask=True).tables
