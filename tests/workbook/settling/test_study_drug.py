"""Which drug of a dose log is the trial's: evidence of the file first, a question where there is none."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.workbook.findings import Findings
from sscviewer.workbook.settling.study_drug import BEFORE_DAYS, LogAsked, settle_study_drug

DAY1, DAY = np.datetime64("2022-05-02"), np.timedelta64(1, "D")
PATIENTS = ("P1", "P2", "P3")


def _records(drug: str, starts: tuple[int, ...], patients=PATIENTS, **more: object) -> pd.DataFrame:
    rows = [
        (who, drug, 10.0 * (i + 1), DAY1 + start * DAY) for who in patients for i, start in enumerate(starts)
    ]
    frame = pd.DataFrame(rows, columns=["USUBJID", "EXTRT", "EXDOSE", "ASTDT"])
    return frame.assign(ASTDTF="", EXDOSU="mg", SRCREF="Log!A2", ROW=0, **more)


def _listed(*rows: tuple[str, str, int, int | None]) -> pd.DataFrame:
    """Return medications: patient, drug, first and last day from day 1; None for no end."""
    none = np.datetime64("NaT", "D")
    dated = [(who, name, DAY1 + a * DAY, none if b is None else DAY1 + b * DAY) for who, name, a, b in rows]
    return pd.DataFrame(dated, columns=["USUBJID", "CMTRT", "ASTDT", "AENDT"]).assign(ASTDTF="", AENDTF="")


def _settled(*logs: pd.DataFrame, medications=(), baseline=False, **asked: object):
    exposure = pd.concat(logs, ignore_index=True)
    if "ASTDT" in exposure:
        exposure["ASTDT"] = exposure["ASTDT"].astype("datetime64[s]")
    visits = pd.DataFrame({"USUBJID": PATIENTS, "AVISITN": 0.0, "ADT": DAY1}) if baseline else pd.DataFrame()
    tables = {
        "exposure": exposure,
        "subjects": pd.DataFrame({"USUBJID": PATIENTS}),
        "medications": medications
        if isinstance(medications, pd.DataFrame)
        else pd.DataFrame(medications, columns=["USUBJID", "CMTRT"]),
        "visits": visits,
        "measurements": pd.DataFrame(),
    }
    log = LogAsked("Log", "B", "Drug", **({"said": "", "names": (), "is_standard": False} | asked))
    findings = Findings()
    settled = settle_study_drug(tables, log, findings)
    return settled, findings


def _drugs(settled: dict[str, pd.DataFrame]) -> tuple[set[str], set[str]]:
    medications = settled["medications"]
    return set(settled["exposure"]["EXTRT"]), set(medications["CMTRT"]) if len(medications) else set()


ONCE, TITRATED = (0,), (0, 14, 28, 60)


@pytest.mark.parametrize(
    "evidence",
    [
        {"names": ("Riociguat slow", "Riociguat fast")},
        {"names": ("riociguat-trial.xlsx",)},
        {"medications": [(who, "Azathioprine 50 mg") for who in PATIENTS]},
        {"said": "Riociguat"},
    ],
)
def test_a_background_drug_with_more_rows_is_medication(evidence):
    settled, findings = _settled(_records("Riociguat", ONCE), _records("Azathioprine", TITRATED), **evidence)
    assert _drugs(settled) == (
        {"Riociguat"},
        {"Azathioprine"} | {m[1] for m in evidence.get("medications", [])},
    )
    assert [issue.code for issue in findings.issues()] == ["dose.background"]
    assert findings.questions() == ()
    moved = settled["medications"].query("CMTRT == 'Azathioprine'")
    assert len(moved) == len(PATIENTS) * len(TITRATED)
    assert moved["CMDOSE"].tolist()[:4] == ["10", "20", "30", "40"]


@pytest.mark.parametrize(("days", "is_moved"), [(BEFORE_DAYS + 1, True), (BEFORE_DAYS, False)])
def test_a_drug_had_long_before_day_one_is_background(days, is_moved):
    logs = _records("Riociguat", ONCE), _records("Azathioprine", (-days, 14))
    settled, findings = _settled(*logs, baseline=True)
    assert ("Azathioprine" in _drugs(settled)[1]) == is_moved
    assert bool(findings.questions()) != is_moved


def test_the_log_itself_may_say_what_a_drug_is():
    logs = _records("A", ONCE, EXCAT="Study drug"), _records("B", TITRATED, EXCAT="Background therapy")
    settled, _ = _settled(*logs)
    assert _drugs(settled) == ({"A"}, {"B"})


def test_where_nothing_tells_it_is_asked_and_all_stay():
    settled, findings = _settled(_records("Drug A", ONCE), _records("Drug B", TITRATED))
    assert _drugs(settled) == ({"Drug A", "Drug B"}, set())
    (question,) = findings.questions()
    assert (question.id, question.taken) == ("study_drug", "all of them")
    assert set(question.options) == {"Drug A", "Drug B", "all of them"}


def test_a_steroid_beside_an_unknown_drug_is_asked_about_and_taken_for_background():
    settled, findings = _settled(_records("ABC-123", ONCE), _records("Prednisone", TITRATED))
    assert _drugs(settled) == ({"ABC-123"}, {"Prednisone"})
    assert findings.questions()[0].taken == "ABC-123"


@pytest.mark.parametrize(
    ("logs", "asked"),
    [
        # each arm has a drug of its own
        ((_records("Imatinib", ONCE, ("P1",)), _records("Mycophenolate", ONCE, ("P2", "P3"))), {}),
        # the arm is a combination
        ((_records("Imatinib", ONCE), _records("Bosentan", ONCE)), {"names": ("Imatinib + Bosentan",)}),
        # SDTM's log holds what the protocol gives
        (
            (_records("Imatinib", ONCE), _records("Bosentan", ONCE)),
            {"names": ("Imatinib",), "is_standard": True},
        ),
        # the comparator's patients had nothing else
        (
            (_records("Imatinib", ONCE, ("P1",)), _records("Bosentan", ONCE, ("P2",))),
            {"names": ("Imatinib",)},
        ),
        # a combination whose parts have short names
        ((_records("MMF", ONCE, ("P1",)), _records("Prednisone", ONCE)), {"names": ("MMF+prednisone",)}),
        ((_records("AB-101", ONCE, ("P1",)), _records("MTX", ONCE)), {"names": ("AB101 10 mg, MTX",)}),
        # SDTM's patients may have had the trial's drug before
        (
            (_records("Imatinib", ONCE), _records("Bosentan", ONCE)),
            {
                "medications": _listed(*((who, "Imatinib", -90, None) for who in PATIENTS)),
                "is_standard": True,
            },
        ),
        # placebo is no second drug
        ((_records("Imatinib", ONCE), _records("Placebo", TITRATED)), {}),
        ((_records("Imatinib", ONCE), _records("Bosentan", ONCE)), {"said": "all of them"}),
    ],
)
def test_drugs_of_the_trial_stay_without_a_question(logs, asked):
    settled, findings = _settled(*logs, **asked)
    assert len(settled["medications"]) == len(asked.get("medications", ()))
    assert len(settled["exposure"]) == sum(map(len, logs))
    assert findings.questions() == ()
    assert findings.issues() == ()


def test_a_name_that_is_no_word_is_asked_about_and_not_moved():
    logs = _records("MMF", ONCE), _records("Nintedanib", ONCE)
    settled, findings = _settled(*logs, names=("Nintedanib",))
    assert _drugs(settled) == ({"MMF", "Nintedanib"}, set())
    assert len(findings.questions()) == 1


def test_a_steroid_named_by_the_arms_makes_no_other_drug_background():
    logs = _records("Tocilizumab", ONCE), _records("Prednisone", ONCE)
    settled, _ = _settled(*logs, names=("verum + prednisone", "placebo + prednisone"))
    assert "Tocilizumab" in _drugs(settled)[0]


@pytest.mark.parametrize(
    ("listed", "is_moved"),
    [
        ([(who, "MTX 15 mg", -90, None) for who in PATIENTS], True),
        ([(who, "MTX 15 mg", -90, -1) for who in PATIENTS], False),
        ([("P1", "MTX", -90, None), ("P2", "MTX", -90, None)], True),
        ([("P1", "MTX", -90, None)], False),
    ],
)
def test_the_list_of_medications_tells_of_most_patients_at_the_time_of_the_log(listed, is_moved):
    settled, findings = _settled(
        _records("Imatinib", ONCE), _records("MTX", ONCE), medications=_listed(*listed)
    )
    assert ("MTX" not in _drugs(settled)[0]) == is_moved
    assert bool(findings.questions()) != is_moved


@pytest.mark.parametrize("drugs", [("Omeprazole", "Amlodipine"), ("Omeprazole",)])
def test_a_log_of_concomitant_drugs_alone_holds_no_dose_of_the_trial(drugs):
    settled, findings = _settled(*(_records(drug, ONCE, EXCAT="concomitant") for drug in drugs))
    assert _drugs(settled) == (set(), set(drugs))
    assert findings.questions() == ()


def test_a_log_without_dates_beside_dated_visits_is_asked_about():
    logs = [_records(drug, ONCE).drop(columns=["ASTDT", "ASTDTF"]) for drug in ("A", "B")]
    settled, findings = _settled(*logs, baseline=True)
    assert len(settled["exposure"]) == 2 * len(PATIENTS)
    assert len(findings.questions()) == 1
