"""Exports of standards as sponsors and vendors write them: labels for names, split codes, system columns."""

import datetime as dt

import pytest

from sscviewer.workbook import load_study

PEOPLE = [f"X-{i:02d}" for i in range(1, 7)]
VISITS = (("Baseline", 1), ("Week 4", 29), ("Week 12", 85))


def day(number, patient="X-01"):
    return dt.date(2021, 3, 1) + dt.timedelta(days=number - 1 + 3 * PEOPLE.index(patient))


def fvc(patient, number):
    return round(2 + PEOPLE.index(patient) / 10 - number / 500, 2)


def at_visits(make):
    return [make(p, v, n) for p in PEOPLE for v, n in VISITS]


def read(loaded):
    """Return {sheet: (role, rows used)}."""
    return {s.name: (s.role, s.used) for s in loaded.report.sheets}


def count(loaded):
    return {p.paramcd: p.values for p in loaded.report.parameters}


def expect_visits(loaded):
    values = loaded.study.measurements
    assert set(values["AVISIT"]) == {name for name, _ in VISITS}
    assert values["ADT"].notna().all()


EVENTS = [
    [
        "Unique Subject Identifier",
        "Reported Term for the Adverse Event",
        "Dictionary-Derived Term",
        "Severity/Intensity",
        "Analysis Start Date",
        "Analysis End Date",
        "Treatment Emergent Analysis Flag",
    ],
    *[
        [p, term, term.title(), "MILD", day(5, p), day(9, p), "Y"]
        for p in PEOPLE
        for term in ("sore head", "rash")
    ],
]
DOSES = [
    [
        "Unique Subject Identifier",
        "Name of Treatment",
        "Dose",
        "Dose Units",
        "Analysis Start Date",
        "Analysis End Date",
        "Analysis Start Relative Day",
    ],
    *[[p, "DRUG X", 10, "mg", day(1, p), day(85, p), 1] for p in PEOPLE],
]


@pytest.mark.parametrize("names", [("Events", "Doses"), ("Listing one", "Listing two"), ("ADAE", "ADEX")])
def test_labels_tell_their_domain_whatever_the_sheet_is_called(load, names):
    loaded = load(dict(zip(names, (EVENTS, DOSES), strict=True)))
    assert read(loaded) == {names[0]: ("adverse_events", 12), names[1]: ("exposure", 6)}
    events = loaded.study.adverse_events
    assert set(events["AETERM"]) == {"sore head", "rash"}
    assert events["ASTDT"].notna().all()
    assert events["AENDT"].notna().all()
    assert loaded.study.exposure["EXDOSE"].tolist() == [10.0] * 6


def test_domains_of_which_nothing_is_drawn_are_named_and_make_no_events(load):
    dm = [["STUDYID", "DOMAIN", "USUBJID", "RFSTDTC", "ARM", "SEX", "AGE"]]
    dm += [["T", "DM", p, day(1, p).isoformat(), "A", "F", 50] for p in PEOPLE]
    dv = [["STUDYID", "DOMAIN", "USUBJID", "DVSEQ", "DVTERM", "DVDECOD", "DVSTDTC"]]
    dv += [
        ["T", "DV", p, i, "late", "VISIT WINDOW", day(9 * i, p).isoformat()] for p in PEOPLE for i in (1, 2)
    ]
    za = [["STUDYID", "DOMAIN", "USUBJID", "ZASEQ", "ZATRT", "ZADECOD", "ZASTDTC"]]
    za += [["T", "ZA", p, 1, "biopsy of skin", "Biopsy", day(-9, p).isoformat()] for p in PEOPLE]
    loaded = load({"dm": dm, "dv": dv, "za": za})
    assert read(loaded) == {"dm": ("subjects", 6), "dv": ("ignored", 0), "za": ("ignored", 0)}
    why = {s.name: s.why_not for s in loaded.report.sheets}
    assert why["dv"] == "SDTM domain DV: deviations from the protocol"
    assert why["za"].startswith("SDTM domain ZA")
    assert len(loaded.study.adverse_events) == 0
    assert not {"DVTERM", "ZATRT"} & set(loaded.study.subjects)


RAVE = ["project", "Subject", "SiteNumber", "Folder", "FolderName", "RecordDate", "TESTDAT", "TESTDAT_RAW"]
RAVE += ["FVC", "FVC_RAW", "FVC_UN", "QUAL", "QUAL_STD"]
RAVE_LABELS = [
    "Project",
    "Subject name or identifier",
    "Site Number",
    "Folder OID",
    "Folder Name",
    "Record Date",
]
RAVE_LABELS += ["Date of test", "Date of test (Raw)", "FVC", "FVC (Raw)", "FVC (Units)", "Quality"]
RAVE_LABELS += ["Quality (Coded)"]


def rave_row(patient, visit, number):
    when, value = day(number, patient), fvc(patient, number)
    as_entered = when.strftime("%d %b %Y").upper()
    good = number < 29
    return [
        *("T", patient, "01", f"F{number}", visit, when, when, as_entered),
        *(value, f"{value:.2f}", "L", "good" if good else "fair", 1 if good else 2),
    ]


@pytest.mark.parametrize(
    "header", [[RAVE], [RAVE_LABELS], [RAVE, RAVE_LABELS]], ids=["OIDs", "labels", "both"]
)
def test_a_form_of_rave_has_its_patients_visits_dates_and_units(load, header):
    loaded = load({"PFT": [*header, *at_visits(rave_row)]})
    assert count(loaded) == {"FVC": 18}
    expect_visits(loaded)
    assert loaded.study.usubjids == tuple(PEOPLE)
    assert loaded.report.parameters[0].unit == "L"
    assert not [i for i in loaded.report.issues if i.code in ("unit.from_values", "privacy.hidden")]


def test_a_name_or_identifier_that_holds_names_is_hidden(load):
    names = ["Anna Weber", "Bruno Keller", "Clara Vogel", "Dora Braun", "Emil Kurz", "Fritz Lang"]
    rows = [[n, p, v, fvc(p, d)] for n, p in zip(names, PEOPLE, strict=True) for v, d in VISITS]
    loaded = load({"Data": [["Subject name or identifier", "Patient", "Visit", "FVC (L)"], *rows]})
    assert loaded.study.usubjids == tuple(PEOPLE)
    assert "Weber" not in str(loaded.report.to_json())


@pytest.mark.parametrize("heading", ["Patient name or hospital number", "Phone or mobile number"])
def test_other_alternatives_stay_hidden(load, heading):
    rows = at_visits(lambda p, v, n: [f"55{PEOPLE.index(p)}", p, v, fvc(p, n)])
    loaded = load({"Data": [[heading, "Patient", "Visit", "FVC (L)"], *rows]})
    assert loaded.report.sheets[0].columns[0].read_as == "hidden"


def test_events_of_a_system_are_visits_and_no_adverse_events(load):
    head = ["Study", "Subject", "Event Group", "Event", "Event Date", "Form", "FVC_L"]
    pft = [head, *at_visits(lambda p, v, n: ["T", p, "Treatment", v, day(n, p), "Spirometry", fvc(p, n)])]
    ae = [["Study", "Subject", "Event", "Form", "AETERM", "AESTDAT", "AEONGO"]]
    ae += [["T", p, "Log", "Events", term, day(9, p), "Yes"] for p in PEOPLE for term in ("rash", "cough")][
        1:
    ]
    loaded = load({"PFT": pft, "AE": ae})
    assert count(loaded) == {"FVC": 18}
    expect_visits(loaded)
    events = loaded.study.adverse_events
    assert sorted(set(events["AETERM"])) == ["cough", "rash"]
    assert set(events["AEENRTPT"]) == {"ONGOING"}


def test_redcap_labels_of_events_lose_their_arm(load):
    rows = at_visits(
        lambda p, v, n: [PEOPLE.index(p) + 1, f"{v} (Arm 1: Main (A))", day(n, p), fvc(p, n), "Complete"]
    )
    loaded = load({"Labels": [["Record ID", "Event Name", "Date of visit", "FVC (L)", "Complete?"], *rows]})
    assert count(loaded) == {"FVC": 18}
    expect_visits(loaded)


def test_redcap_events_that_come_again_are_visits_with_their_own_dates(load):
    head = [
        "record_id",
        "redcap_event_name",
        "redcap_repeat_instrument",
        "redcap_repeat_instance",
        "pft_day",
        "fvc",
    ]
    rows = [
        [i, "visits_arm_1", None, n, day(30 * n, p), fvc(p, n)]
        for i, p in enumerate(PEOPLE)
        for n in (1, 2, 3)
    ]
    loaded = load({"Raw": [head, *rows]})
    values = loaded.study.measurements
    assert set(values["AVISIT"]) == {"Visits 1", "Visits 2", "Visits 3"}
    assert values["ADT"].notna().all()


def test_redcap_without_events_has_its_visits_in_the_names_of_fields(load):
    head = ["record_id", "age", "fvc_base", "fvc_m6", "fvc_m12", "q_1", "q_2", "form_complete"]
    rows = [[i, 50 + i, *(fvc(p, n) for n in (1, 2, 3)), i % 3, i % 2, 2] for i, p in enumerate(PEOPLE, 1)]
    loaded = load({"Raw": [head, *rows]})
    assert count(loaded)["FVC"] == 18
    assert set(loaded.study.measurements.query("PARAMCD == 'FVC'")["AVISIT"]) == {
        "Baseline",
        "Month 6",
        "Month 12",
    }


def test_the_row_names_of_a_part_of_a_data_frame_are_no_measurement(tmp_path):
    rows = at_visits(lambda p, v, n: f'"{p}" "{v}" {fvc(p, n)}')
    path = tmp_path / "part.csv"
    path.write_text('"id" "visit" "fvc"\n' + "".join(f'"{3 * i + 2}" {row}\n' for i, row in enumerate(rows)))
    assert count(load_study(path)) == {"FVC": 18}


def test_a_number_of_a_randomisation_is_no_arm(load):
    head = ["Participant Id", "Randomization Id", "Randomization Group", "Sex", "Age"]
    rows = [[p, f"R{i}", "AB"[i % 2], "F", 50 + i] for i, p in enumerate(PEOPLE)]
    assert set(load({"Data": [head, *rows]}).study.subjects["TRT01A"]) == {"A", "B"}
