"""What every patient was measured at is no measurement: levels of a design, times within visits, ages."""

import dataclasses

import pytest

from sscviewer.model.questions import Answer
from sscviewer.workbook.evidence.recognise import recognise_plain
from tests.workbook.evidence.columns_in_memory import table

WHO = [f"P{i}" for i in range(1, 7)]


def value(*at):
    """Return a number that depends on where it stands, and is nowhere a whole one."""
    return round(10.25 + sum((7 * i + 3) * (at[i] + 1) % 11 for i in range(len(at))), 2)


def designed(names, levels):
    """Return a sheet in which each patient has a row at each combination of two factors."""
    rows = [
        [who, a, b, value(i, j, k)]
        for i, who in enumerate(WHO)
        for j, a in enumerate(levels[0])
        for k, b in enumerate(levels[1])
    ]
    return recognise_plain(table(("id", *names, "rt"), rows))


def texts(found, field):
    """Return the different cells of each column of a field of the values."""
    return [set(c.cells.unique_texts) for c in found.fields["measurements"].get(field, ())]


@pytest.mark.parametrize(
    ("names", "levels", "series", "visit"),
    [
        (
            ("noise", "angle"),
            (["absent", "present"], [0, 4, 8]),
            [{"absent", "present"}, {"angle 0", "angle 4", "angle 8"}],
            set(),
        ),
        (
            ("side", "eye"),
            (["left", "right"], ["open", "shut"]),
            [{"left", "right"}, {"open", "shut"}],
            set(),
        ),
        (
            ("phase", "hour"),
            (["pre", "post"], [1, 2, 3]),
            [],
            {f"{p}, hour {h}" for p in ("pre", "post") for h in (1, 2, 3)},
        ),
        (
            ("Date", "Time (h)"),
            ([1, 2], [0, 2, 4]),
            [],
            {f"Date {d}, Hour {h}" for d in (1, 2) for h in (0, 2, 4)},
        ),
        (("dose level", "load"), ([6.25, 12.5, 25], ["low", "high"]), None, set()),
    ],
)
def test_levels_that_every_patient_has_are_series_or_times(names, levels, series, visit):
    found = designed(names, levels)
    assert [p.paramcd for p in found.parameters] == ["RT"]
    if series is not None:
        assert texts(found, "ATPT") == series
    else:
        assert len(texts(found, "ATPT")) == 2
    assert (texts(found, "VISIT") or [set()])[0] == visit


def test_a_score_of_the_patients_is_measured_however_few_values_it_has():
    rows = [[who, eye, (i * j) % 3, value(i, j)] for i, who in enumerate(WHO) for j, eye in enumerate("abcd")]
    found = recognise_plain(table(("id", "eye", "lesions", "rt"), rows))
    assert {p.paramcd for p in found.parameters} == {"LESIONS", "RT"}


@pytest.mark.parametrize("heading", ["attempt", "Blow", "#", "Messung", "Spirometry"])
def test_numbered_readings_are_readings_whatever_their_heading(heading):
    rows = [
        [who, visit, n, value(i, n)]
        for i, who in enumerate(WHO)
        for visit in ("Baseline", "Week 4")
        for n in (1, 2, 3)
    ]
    found = recognise_plain(table(("id", "visit", heading, "FEV"), rows))
    assert [p.paramcd for p in found.parameters] == ["FEV"]
    assert texts(found, "ATPT") == [{"reading 1", "reading 2", "reading 3"}]
    assert set(texts(found, "VISIT")[0]) == {"Baseline", "Week 4"}


@pytest.mark.parametrize(
    ("heading", "levels", "said"),
    [("Condition", (1, 2, 3), "Condition 1"), ("Load", (10, 20, 40), "Load 10"), ("Cuff", (2, 4), "Cuff 2")],
)
def test_codes_of_levels_and_other_numbers_are_series(heading, levels, said):
    rows = [
        [who, visit, level, blow, value(i, n, blow)]
        for i, who in enumerate(WHO)
        for visit in ("Baseline", "Week 4")
        for n, level in enumerate(levels)
        for blow in (1, 2)
    ]
    found = recognise_plain(table(("id", "visit", heading, "blow", "FEV"), rows))
    levels_said, readings = texts(found, "ATPT")
    assert said in levels_said
    assert readings == {"reading 1", "reading 2"}


def aged(heading="age", slip=False):
    """Return a sheet of patients measured at ages of their own, numbered as they came."""
    rows = [
        [who, n, round(8 + i * 0.31 + n * 0.57 + (i * n) % 3 * 0.01, 3), value(i, n)]
        for i, who in enumerate([*WHO, *(f"Q{i}" for i in range(40))])
        for n in range(5)
    ]
    if slip:
        rows[1][2], rows[2][2] = rows[2][2], rows[1][2]
        rows[3][1], rows[4][1] = rows[4][1], rows[3][1]
    return table(("id", "occ", heading, "hgt"), rows)


def test_ages_of_ones_own_are_the_time_since_the_first():
    found = recognise_plain(aged(slip=True))
    assert [p.paramcd for p in found.parameters] == ["HGT"]
    days = found.fields["measurements"]["ADY"][0].cells
    assert [days.unique_values[code] for code in days.codes[:3].tolist()] == [1.0, 417.0, 209.0]
    assert texts(found, "VISIT") == [{"0", "1", "2", "3", "4"}]
    assert not found.questions


@pytest.mark.parametrize(("every", "taken"), [(15, "months"), (9.75, "years")])
def test_ages_that_span_more_than_a_trial_are_asked_in_what(every, taken):
    rows = [[who, 18 + i + every * n, value(i, n)] for i, who in enumerate(WHO) for n in range(4)]
    found = recognise_plain(table(("id", "age", "rt"), rows))
    assert [q.taken for q in found.questions] == [taken]
    assert "AGE" not in {p.paramcd for p in found.parameters}


@pytest.mark.parametrize(("option", "day"), [("years", 209.0), ("months", 18.0)])
def test_the_unit_of_an_age_can_be_said(option, day):
    sheet = dataclasses.replace(aged(), answers=(Answer("time_unit", "Data", "age", option),))
    found = recognise_plain(sheet)
    days = found.fields["measurements"]["ADY"][0].cells
    assert [days.unique_values[code] for code in days.codes[:2].tolist()] == [1.0, day]
    assert not found.questions


@pytest.mark.parametrize("said", ["", "months"])
def test_measured_times_beside_visits_are_asked_in_what(said):
    months = (0, 1, 2, 3, 6, 9, 12)
    rows = [
        [who, n + 1, round(m + (0.03 + 0.01 * i) * (n > 0), 2), value(i, n)]
        for i, who in enumerate(WHO)
        for n, m in enumerate(months)
    ]
    answers = (Answer("time_unit", "Data", "time", said),) if said else ()
    sheet = dataclasses.replace(table(("id", "visit", "time", "score"), rows), answers=answers)
    found = recognise_plain(sheet)
    assert texts(found, "VISIT")[0] == {str(n) for n in range(1, 8)}
    days = found.fields["measurements"]["ADY"][0].cells
    assert [days.unique_values[code] for code in days.codes[:2].tolist()] == [1.0, 32.0]
    assert [q.taken for q in found.questions] == ([] if said else ["months"])


def test_times_of_the_day_beside_visits_are_no_study_days():
    rows = [
        [who, f"Visit {n + 1}", round(8.5 + n * 0.45 + i / 50, 2), value(i, n)]
        for i, who in enumerate(WHO)
        for n in range(3)
    ]
    found = recognise_plain(table(("id", "visit", "time", "score"), rows))
    assert not texts(found, "ADY")
    assert not found.questions


@pytest.mark.parametrize("missed", [True, False])
def test_a_side_that_some_patients_lack_is_told_apart_beside_a_design(missed):
    rows = [
        [who, visit, load, side, value(i, n, k)]
        for i, who in enumerate(WHO)
        for n, visit in enumerate(("Baseline", "Week 4"))
        for load in (10, 25)
        for k, side in enumerate(("left", "right"))
        if not (missed and i % 3 == 0 and k and n)
    ]
    found = recognise_plain(table(("id", "visit", "load", "limb", "force"), rows))
    assert [p.paramcd for p in found.parameters] == ["FORCE"]
    assert texts(found, "ATPT") == [{"load 10", "load 25"}, {"left", "right"}]


def test_a_remark_beside_a_design_tells_nothing_apart():
    rows = [
        [who, visit, load, ("good", "poor", "none")[(i * 5 + n + load) % 3], value(i, n)]
        for i, who in enumerate(WHO)
        for n, visit in enumerate(("Baseline", "Week 4"))
        for load in (10, 25)
    ]
    found = recognise_plain(table(("id", "visit", "load", "remark", "force"), rows))
    assert texts(found, "ATPT") == [{"load 10", "load 25"}]
