"""A German file of other headings: each seeded fault is found in its patient, its twin has none."""

import datetime as dt

import pytest

from sscviewer.workbook import load_study

PATIENTS = ["Pat.-Nr.", "Geschlecht", "Einwilligung", "Erste Gabe", "Letzte Gabe", "Status", "Abbruchgrund"]
EVENTS = ["Pat.-Nr.", "Ereignis", "Codierter Begriff", "Beginn", "Ende", "CTCAE-Grad", "Schwerwiegend"]
EVENTS += ["Zusammenhang", "Maßnahme", "Ausgang"]
LOG = ["Pat.-Nr.", "Präparat", "Dosis (mg)", "Beginn", "Ende"]
DRUGS = ["Pat.-Nr.", "Arzneimittel", "Indikation", "Beginn", "Ende"]
START, END = dt.date(2021, 1, 11), dt.date(2021, 12, 20)
STOPPED = 1
FAULTS = {
    "ae.unresolved_with_end": ("events", "Ausgang", "nicht geheilt"),
    "ae.not_coded": ("events", "Codierter Begriff", None),
    "ae.withdrawn_not_stopped": ("events", "Maßnahme", "Studienmedikation abgesetzt"),
    "disposition.no_reason": ("patients", "Abbruchgrund", None),
    "disposition.no_event": ("patients", "Abbruchgrund", "Unerwünschtes Ereignis"),
    "consent.after_first_dose": ("patients", "Einwilligung", dt.date(2021, 1, 15)),
    "medication.no_event": ("drugs", "Indikation", "UE: Pneumonie"),
}


def _sheets(faults):
    """Return a trial whose patients have one fault each; of two more one stopped, the other completed."""
    rows = {"patients": [PATIENTS], "events": [EVENTS], "log": [LOG], "drugs": [DRUGS]}
    sheets = {"Patienten": "patients", "Unerwünschte Ereignisse": "events"}
    sheets |= {"Prüfmedikation": "log", "Begleitmedikation": "drugs"}
    for i, code in enumerate([None, "", *faults]):
        who, stopped = f"07-{i:02}", i == STOPPED or str(code).startswith("disposition")
        end = dt.date(2021, 5, 3) if stopped else END
        own = {
            "patients": [who, "w", dt.date(2021, 1, 4), START, end, "Abgebrochen", "Wunsch des Patienten"],
            "events": [who, "Husten", "Cough", dt.date(2021, 2, 1), dt.date(2021, 2, 9), 1, "nein"],
            "log": [who, "Imanib", 200, START, end],
            "drugs": [who, "Codein", "UE: Husten", dt.date(2021, 2, 2), dt.date(2021, 2, 8 + i % 2)],
        }
        own["events"] += ["möglich", "Prüfmedikation unverändert", "Genesen"]
        if not stopped:
            own["patients"][5:] = ["Abgeschlossen", None]
        if code:
            table, heading, value = faults[code]
            own[table][rows[table][0].index(heading)] = value
        for table, row in own.items():
            rows[table].append(row)
    return {name: rows[table] for name, table in sheets.items()}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Return (code, patient) of the findings of the file with faults, and of its twin without."""
    import openpyxl

    out = []
    for faults in (FAULTS, {}):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in _sheets(faults).items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path_factory.mktemp("german") / "studie.xlsx"
        book.save(path)
        issues = load_study(path).report.issues
        out.append({(i.code, i.usubjid) for i in issues if i.usubjid})
    return out


def test_each_fault_is_found_in_its_patient_and_nothing_else(found):
    seeded = {(code, f"07-{i:02}") for i, code in enumerate(FAULTS, 2)}
    withdrawn = ("ae.action_not_in_log", "07-04")  # its drug went on
    assert found[0] == {*seeded, withdrawn}


def test_the_twin_without_faults_has_no_finding(found):
    assert found[1] == set()
