"""Doses and side effects of visits, below or beside one another, and lists that say "none"."""

import pytest

PEOPLE = [f"P{i:02d}" for i in range(1, 7)]
WEEKS = (1, 2, 4)


def dose(i, w):
    return 50 if (i + w) % 5 == 0 else 100


def effect(i, w):
    return "Nausea" if (i + w) % 3 == 0 else None


EVENTS = {(p, 7 * w + 1) for i, p in enumerate(PEOPLE) for w in WEEKS if effect(i, w)}
DOSES = {(p, 7 * w + 1, dose(i, w)) for i, p in enumerate(PEOPLE) for w in WEEKS}
"""Patient, study day (day 1 is the baseline), milligrams."""


def in_width(*order):
    rows = [["Patient", *(text.format(w) for w in WEEKS for text in order)]]
    return rows + [[p, *(f(i, w) for w in WEEKS for f in (dose, effect))] for i, p in enumerate(PEOPLE)]


LONG = [["Patient", "Visit", "Dose (mg)", "Side effect"]] + [
    [p, f"Week {w}", dose(i, w), effect(i, w)] for i, p in enumerate(PEOPLE) for w in WEEKS
]


@pytest.mark.parametrize(
    "rows",
    [
        LONG,
        in_width("Week {} dose", "Week {} AE"),
        in_width("Dose week {}", "Side effect week {}"),
        in_width("Dosis Woche {}", "Nebenwirkung Woche {}"),
    ],
    ids=["long", "week first", "week last", "German"],
)
def test_doses_and_events_of_visits_are_records(load, rows):
    loaded = load({"Treatment": rows})
    study = loaded.study
    events = study.adverse_events[["USUBJID", "ASTDY"]].itertuples(index=False, name=None)
    assert set(events) == EVENTS
    assert set(study.exposure[["USUBJID", "ASTDY", "EXDOSE"]].itertuples(index=False, name=None)) == DOSES
    assert {i.code for i in loaded.report.issues} == {"records.at_visits"}
    assert all(c.read_as for c in loaded.report.sheets[0].columns)


def test_visits_over_doses_and_values(load_merged):
    heads = [
        ["Patient", *(x for w in WEEKS for x in (f"Week {w}", None, None))],
        [None, *["Dose (mg)", "Side effect", "FVC (L)"] * 3],
    ]
    rows = [
        [p, *(x for w in WEEKS for x in (dose(i, w), effect(i, w), 2.5 + i / 10))]
        for i, p in enumerate(PEOPLE)
    ]
    loaded = load_merged({"Visits": ([*heads, *rows], ["B1:D1", "E1:G1", "H1:J1"])})
    assert len(loaded.study.exposure) == len(DOSES)
    assert len(loaded.study.adverse_events) == len(EVENTS)
    found = loaded.study.measurements
    assert found.groupby(["PARAMCD", "AVISIT"]).size().to_dict() == {("FVC", f"Week {w}"): 6 for w in WEEKS}
    assert found["SRCREF"].iloc[0] == "Visits!D3"


def test_a_sheet_says_what_its_weeks_hold(load):
    rows = [["Patient", *(f"Week {w}" for w in WEEKS)]]
    doses = load({"Dose (mg)": rows + [[p, *(dose(i, w) for w in WEEKS)] for i, p in enumerate(PEOPLE)]})
    assert set(doses.study.exposure["EXDOSE"]) == {50, 100}
    said = [[p, *(effect(i, w) or "none" for w in WEEKS)] for i, p in enumerate(PEOPLE)]
    events = load({"Adverse events": rows + said}).study
    assert set(events.adverse_events["AETERM"]) == {"Nausea"}
    assert len(events.usubjids) == 6


def test_none_in_a_list_of_events_is_no_event_and_its_patient_one_of_the_trial(load):
    rows = [["P1", "Nausea", "2020-01-02", 1], *([f"P{i}", no] for i, no in enumerate(("none", "-"), 2))]
    rows.append(["P4", "None of the above", "2020-01-02", 1])
    loaded = load({"AE": [["Patient", "Event", "Start", "Grade"], *rows]})
    assert loaded.study.adverse_events["USUBJID"].tolist() == ["P1", "P4"]
    assert loaded.study.usubjids == ("P1", "P2", "P3", "P4")
    assert [i.srcref for i in loaded.report.issues if i.code == "row.nothing_listed"] == ["AE!A3"]
    assert not any(i.code == "patient.not_listed" for i in loaded.report.issues)
