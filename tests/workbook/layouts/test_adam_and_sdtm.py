"""ADaM data sets, and SDTM under labels; small sheets with hand-made expectations."""

import datetime as dt

import pytest

from tests.workbook.layouts.views import issues, said, sheets, values

ADSL = [
    ["STUDYID", "USUBJID", "AGE", "SEX", "TRT01A", "SAFFL", "TRTSDT", "TRTEDT", "EOSSTT", "DCSREAS", "EOSDT"],
    ["X", "01", 50, "F", "Drug", "Y", dt.date(2007, 1, 1), dt.date(2007, 6, 1), "COMPLETED", None,
     dt.date(2007, 6, 8)],
    ["X", "02", 61, "M", "Drug", "Y", dt.date(2007, 2, 1), dt.date(2007, 4, 1), "DISCONTINUED",
     "ADVERSE EVENT", dt.date(2007, 4, 1)],
]  # fmt: skip
ADAE = [
    [
        "USUBJID",
        "AETERM",
        "AEDECOD",
        "AEBODSYS",
        "ASTDT",
        "ASTDTF",
        "AENDT",
        "ATOXGR",
        "AREL",
        "AESER",
        "TRTEMFL",
    ],
    ["01", "bad head", "Headache", "Nervous", dt.date(2007, 2, 3), None, None, "2", "PROBABLE", "N", "Y"],
]
ADPFT = [
    ["USUBJID", "PARAMCD", "PARAM", "AVAL", "AVALC", "AVISIT", "ADT", "ADY", "ABLFL", "ANL01FL", "DTYPE"],
    ["01", "FVC", "Forced Vital Capacity (L)", 2.8, None, "Baseline", dt.date(2007, 1, 1), 1, "Y", "Y", None],
    [
        "01",
        "FVC",
        "Forced Vital Capacity (L)",
        2.7,
        None,
        "Month 3",
        dt.date(2007, 4, 1),
        91,
        None,
        "Y",
        None,
    ],
    ["01", "FVC", "Forced Vital Capacity (L)", 2.7, None, "Month 6", None, None, None, "Y", "AVERAGE"],
    [
        "02",
        "FVC",
        "Forced Vital Capacity (L)",
        3.1,
        None,
        "Month 3",
        dt.date(2007, 4, 9),
        68,
        None,
        None,
        None,
    ],
    [
        "02",
        "FVC",
        "Forced Vital Capacity (L)",
        3.0,
        None,
        "Month 3",
        dt.date(2007, 4, 1),
        60,
        None,
        "Y",
        None,
    ],
    ["02", "PFVC", "FVC (% predicted)", 71, None, "Month 3", dt.date(2007, 4, 1), 60, None, "Y", None],
]
ADTTE = [["USUBJID", "PARAMCD", "PARAM", "AVAL", "CNSR"], ["01", "OS", "Overall survival (days)", 120, 1]]


@pytest.fixture
def adam(load):
    return load({"ADSL": ADSL, "ADAE": ADAE, "ADPFT": ADPFT, "ADTTE": ADTTE})


def test_adam_sheets_are_recognised(adam):
    assert sheets(adam) == {
        "ADSL": ("subjects+disposition", "adam", 2, 2),
        "ADAE": ("adverse_events", "adam", 1, 1),
        "ADPFT": ("measurements", "adam", 6, 4),
        "ADTTE": ("event_times", "adam", 1, 1),
    }
    assert adam.study.disposition[["EOSSTT", "DSDECOD"]].to_numpy().tolist() == [
        ["COMPLETED", "COMPLETED"],
        ["DISCONTINUED", "ADVERSE EVENT"],
    ]
    event = adam.study.adverse_events.iloc[0]
    assert (event["AETOXGR"], event["AERELFL"], str(event["ASTDT"].date())) == (2, "Y", "2007-02-03")


@pytest.mark.parametrize("heading", ["AITOXGR", "AEITOXGR"])
def test_the_grade_at_the_start_is_read(load, heading):
    rows = [["USUBJID", "AETERM", "ASTDT", "ATOXGR", heading, "TRTEMFL"]]
    rows += [["01", "Rash", dt.date(2007, 2, 3), 3, "Grade 1", "Y"], ["01", "Cough", None, 2, None, "N"]]
    events = load({"ADAE": rows}).study.adverse_events.set_index("AETERM")
    assert events.loc["Rash", ["AETOXGR", "AEITOXGR"]].tolist() == [3, 1]
    assert str(events.loc["Cough", "AEITOXGR"]) == "nan"


def test_adam_values_are_the_observed_ones_chosen_for_analysis(adam):
    assert values(adam) == {
        ("01", "FVC", "Baseline", 2.8, "ADPFT!D2"),
        ("01", "FVC", "Month 3", 2.7, "ADPFT!D3"),
        ("02", "FVC", "Month 3", 3.0, "ADPFT!D6"),
        ("02", "FVCPP", "Month 3", 71.0, "ADPFT!D7"),
    }
    assert issues(adam, "row.derived") == [("ADPFT!K4", "")]
    assert said(adam, "row.derived") == [
        "Row 4 is derived and not observed (DTYPE AVERAGE) and was not used."
    ]
    assert issues(adam, "row.not_analysed") == [("ADPFT!J5", "")]
    assert adam.study.measurements["ABLFL"].tolist().count("Y") == 1


def test_a_parameter_that_never_has_the_flag_is_read_whole(load):
    head = ADPFT[0]
    rows = [
        ["01", code, name, value, None, "Month 3", dt.date(2007, 4, day), 90, None, flag, None]
        for code, name, value, day, flag in (
            ("FVC", "FVC (L)", 2.7, 1, "Y"),
            ("FVC", "FVC (L)", 2.6, 2, None),
            ("MRSS", "Modified Rodnan skin score", 14, 3, None),
        )
    ]
    loaded = load({"ADSL": ADSL, "ADPFT": [head, *rows]})
    assert {row[1:4] for row in values(loaded)} == {("FVC", "Month 3", 2.7), ("MRSS", "Month 3", 14.0)}
    assert issues(loaded, "row.not_analysed") == [("ADPFT!J3", "")]
    assert sheets(loaded)["ADPFT"][2:] == (3, 2)


def test_sas_day_numbers_are_days_since_1960(load):
    rows = [["USUBJID", "AETERM", "ASTDT", "TRTEMFL"], ["01", "Rash", 17200, "Y"]]
    loaded = load({"ADAE": rows})
    assert str(loaded.study.adverse_events["ASTDT"].iloc[0].date()) == "2007-02-03"
    assert issues(loaded, "date.sas") == [("ADAE!C2", "")]


AE_NAMES = ["STUDYID", "DOMAIN", "USUBJID", "AESEQ", "AETERM", "AEDECOD", "AESTDTC", "AESEV"]
AE_LABELS = [
    "Study Identifier", "Domain Abbreviation", "Unique Subject Identifier", "Sequence Number",
    "Reported Term for the Adverse Event", "Dictionary-Derived Term", "Start Date/Time of Adverse Event",
    "Severity/Intensity",
]  # fmt: skip
AE_ROW = ["X", "AE", "01", 1, "rash", "Rash", "2007-02", "MILD"]


@pytest.mark.parametrize(
    "header", [[AE_NAMES], [AE_LABELS], [AE_LABELS, AE_NAMES], [AE_NAMES, AE_LABELS]],
    ids=["names", "labels", "labels over names", "names over labels"],
)  # fmt: skip
def test_sdtm_under_names_and_labels(load, header):
    loaded = load({"AE": [*header, AE_ROW]})
    assert sheets(loaded) == {"AE": ("adverse_events", "sdtm", 1, 1)}
    event = loaded.study.adverse_events.iloc[0]
    assert (event["USUBJID"], event["AEDECOD"], event["AESEV"], event["ASTDTF"]) == (
        "01",
        "Rash",
        "MILD",
        "D",
    )


def test_findings_under_labels(load):
    labels = [
        "Domain Abbreviation", "Unique Subject Identifier", "Vital Signs Test Short Name",
        "Vital Signs Test Name",
        "Numeric Result/Finding in Standard Units", "Standard Units", "Visit Name",
        "Date/Time of Measurements",
    ]  # fmt: skip
    loaded = load(
        {"VS": [labels, ["VS", "01", "PULSE", "Pulse Rate", 71, "beats/min", "BASELINE", "2007-01-01"]]}
    )
    assert sheets(loaded) == {"VS": ("measurements", "sdtm", 1, 1)}
    assert values(loaded) == {("01", "PULSE", "Baseline", 71.0, "VS!E2")}


def _two_periods(second, visits):
    """ADSL and ADLB of six patients in two periods, the visits of both given."""
    people = [["USUBJID", "TRTSEQP", "TRT01P", "TRT02P", "SAFFL"]]
    rows = [["USUBJID", "APERIOD", "PARAMCD", "PARAM", "AVISIT", "ADT", "AVAL"]]
    for i in range(6):
        name, first = f"S{i}", "AB"[i % 2]
        then = second(first)
        people.append([name, f"{first}-{then}", first, then, "Y"])
        for period, named in enumerate(visits, 1):
            for week, visit in enumerate(named):
                day = dt.date(2020, 3 * period, 1 + 7 * week)
                rows.append(
                    [name, period, "GLUC", "Glucose (mmol/L)", visit, day, 5 + i / 10 + week / 5 + period]
                )
    return {"ADSL": people, "ADLB": rows}


def test_periods_of_a_crossover_are_series_and_its_arm_is_the_sequence(load):
    again = ["Baseline", "Week 1", "Week 2"]
    study = load(_two_periods(lambda first: "BA"["AB".index(first)], [again, again])).study
    assert set(study.measurements["PARAMCD"]) == {"GLUC_PERIOD_1", "GLUC_PERIOD_2"}
    assert set(study.subjects["TRT01P"]) == {"A-B", "B-A"}
    mine = study.measurements[study.measurements["USUBJID"] == "S0"]
    assert sorted(mine.loc[mine["PARAMCD"] == "GLUC_PERIOD_2", "AVAL"]) == [7.0, 7.2, 7.4]


def test_an_extension_with_visits_of_its_own_is_one_course_under_the_first_arm(load):
    visits = [["Baseline", "Week 1", "Unscheduled"], ["Week 13", "Week 14", "Unscheduled"]]
    study = load(_two_periods(lambda first: "A", visits)).study
    assert set(study.measurements["PARAMCD"]) == {"GLUC"}
    assert set(study.subjects["TRT01P"]) == {"A", "B"}
