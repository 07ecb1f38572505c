"""Occasions that only the sheets, or a word inside a heading, tell apart."""

import datetime as dt

import pytest

HEADS = ["Patient", "FVC (L)", "Albumin (g/L)"]
FIRST = [["a1", 2.0, 40], ["a2", 2.5, 41], ["a3", 3.0, 39], ["a4", 2.2, 44]]
SECOND = [["a1", 1.9, 38], ["a2", 2.4, 42], ["a3", 3.1, 37]]


def visits_of(loaded, usubjid):
    rows = loaded.study.rows("measurements", usubjid)
    return sorted(set(loaded.study.column("measurements", "VISIT")[rows]))


@pytest.mark.parametrize("names", [("2019", "2020"), ("Anna", "Bert"), ("Sheet1", "Sheet2")])
def test_sheets_that_measure_the_same_patients_again_are_visits(load, names):
    loaded = load({names[0]: [HEADS, *FIRST], names[1]: [HEADS, *SECOND]})
    assert len(loaded.study.measurements) == 2 * (4 + 3)
    assert [len(visits_of(loaded, who)) for who in ("a1", "a4")] == [2, 1]
    assert len(loaded.study.usubjids) == 4


def test_a_copy_of_a_sheet_is_no_visit(load):
    corrected = [[*FIRST[0][:2], 43], *FIRST[1:]]
    loaded = load({"Data": [HEADS, *FIRST], "Data (2)": [HEADS, *corrected]})
    assert not any(visits_of(loaded, who) for who in loaded.study.usubjids)


def test_sheets_of_other_patients_are_no_visits(load):
    others = [[f"b{row[0]}", *row[1:]] for row in SECOND]
    loaded = load({"Ward 3": [HEADS, *FIRST], "Ward 4": [HEADS, *others]})
    assert not any(visits_of(loaded, who) for who in loaded.study.usubjids)
    assert len(loaded.study.usubjids) == 7


@pytest.mark.parametrize(
    ("before", "after"), [("önce", "sonra"), ("pre", "post"), ("före", "efter"), ("до", "после")]
)
def test_before_and_after_inside_a_heading_are_occasions(load, before, after):
    heads = [
        "Patient",
        f"Grip {before} left",
        f"Grip {after} left",
        f"Grip {before} right",
        f"Grip {after} right",
    ]
    loaded = load({"S": [heads, ["p1", 20, 25, 21, 26], ["p2", 30, 31, 28, 29], ["p3", 22, 27, 24, 25]]})
    assert len(loaded.report.parameters) == 2
    assert all(p.values == 6 for p in loaded.report.parameters)
    assert len(visits_of(loaded, "p1")) == 2


def test_before_and_after_alone_are_occasions_of_what_the_sheet_is_named(load):
    loaded = load({"Ağrı": [["Hasta", "Önce", "Sonra"], ["h1", 70, 30], ["h2", 65, 40], ["h3", 80, 35]]})
    (pain,) = loaded.report.parameters
    assert pain.values == 6


def test_days_written_as_one_number_and_a_coded_term_make_events(load):
    heads = ["usubjid", "aept", "aesev", "aestdat", "aeeddat"]
    rows = [
        ["p1", "Nausea", "Mild", 20170211, 20170218],
        ["p1", "Anaemia", "Severe", 20170301, 20170304],
        ["p2", "Cough", "Mild", 20170405, 20170406],
    ]
    loaded = load({"AE": [heads, *rows]})
    assert len(loaded.study.adverse_events) == 3
    events = loaded.study.adverse_events
    assert events["ASTDT"].dt.strftime("%Y-%m-%d").tolist() == ["2017-02-11", "2017-03-01", "2017-04-05"]


def test_the_event_of_a_patient_stands_beside_values_of_several_visits(load):
    heads = ["Patient", "Age", "mRSS V1", "mRSS V2", "AE", "AE grade", "AE date"]
    rows = [[f"w{i}", 40 + i, 10 + i, 8 + i, None, None, None] for i in range(6)]
    rows[2][4:] = ["Pneumonia", 3, dt.date(2021, 3, 4)]
    loaded = load({"S": [heads, *rows]})
    events = loaded.study.adverse_events
    assert events["AETERM"].tolist() == ["Pneumonia"]
    assert events["ASTDT"].dt.strftime("%Y-%m-%d").tolist() == ["2021-03-04"]
    assert len(loaded.study.measurements) == 12
    assert loaded.study.measurements["ADT"].isna().all()


def test_a_side_effect_of_which_nothing_else_is_said_is_a_fact_of_the_patient(load):
    heads = ["Patient", "Age", "mRSS V1", "mRSS V2", "Adverse event"]
    rows = [[f"w{i}", 40 + i, 10 + i, 8 + i, "yes" if i % 2 else "no"] for i in range(6)]
    assert not len(load({"S": [heads, *rows]}).study.adverse_events)
