"""ADSL says how a patient ended in many variables: whichever are there, the same endings are read."""

import datetime as dt
from itertools import product

import pytest

DATE = dt.date(2012, 5, 1)
STATUS = ["EOSSTT", "EOTSTT", "EOP01STT", "COMPLFL", "COMP24FL", "PATSTATUS", None]
REASON = ["DCSREAS", "DSCREAS", "DCTREAS", "DCP01RS", "DCDECOD", None]
ENDED = ["EOSDT", "EOSDTM", "EOTDTM", "EOP01DT", "DCSDT", None]


def _adsl(status, reason, ended):
    flags = status is not None and status.endswith("FL")
    said = ("Y", "N", "N") if flags else ("COMPLETED", "DISCONTINUED", "ONGOING")
    names = ["STUDYID", "USUBJID", "AGE", "SAFFL", "TRT01P", status, reason, ended]
    rows = [
        ["X", "01", 50, "Y", "Drug", said[0], None, DATE],
        ["X", "02", 61, "Y", "Placebo", said[1], "LOST TO FOLLOW-UP", DATE],
        ["X", "03", 44, "Y", "Drug", said[2], None, None],
    ]
    kept = [i for i, name in enumerate(names) if name is not None]
    return [[row[i] for i in kept] for row in [names, *rows]]


@pytest.mark.parametrize(
    ("status", "reason", "ended"), [c for c in product(STATUS, REASON, ENDED) if c[0] or c[1]][::11]
)
def test_every_combination_of_variables_gives_the_same_endings(load, status, reason, ended):
    study = load({"ADSL": _adsl(status, reason, ended)}).study
    ends = study.disposition.set_index("USUBJID")
    if status:
        assert ends.loc["01", "EOSSTT"] == "COMPLETED"
    if reason or ended or not status.endswith("FL"):
        assert ends.loc["02", "EOSSTT"] == "DISCONTINUED"
    else:
        assert "02" not in ends.index  # a flag alone does not say that the patient has left
    assert ends["EOSSTT"].get("03", "") in ("", "ONGOING")
    if reason:
        assert ends.loc["02", "DSDECOD"] == "LOST TO FOLLOW-UP"
    if ended:
        assert str(ends.loc["02", "ADT"].date()) == "2012-05-01"
    assert study.subjects["TRT01P"].tolist() == ["Drug", "Placebo", "Drug"]
    assert not {status, reason, ended} & set(study.subjects.columns) - {None, "EOSSTT"}


def test_of_several_periods_the_last_tells_how_the_trial_ended(load):
    rows = [
        ["USUBJID", "TRT01P", "SAFFL", "EOP01STT", "EOP02STT", "DCP02RS"],
        ["01", "Drug", "Y", "COMPLETED", "DISCONTINUED", "DEATH"],
    ]
    ends = load({"ADSL": rows}).study.disposition.iloc[0]
    assert (ends["EOSSTT"], ends["DSDECOD"]) == ("DISCONTINUED", "DEATH")


def test_a_patient_list_without_any_of_them_has_no_endings(load):
    study = load({"ADSL": [*_adsl("EOSSTT", None, None)[:1], ["X", "01", 50, "Y", "Drug", None]]}).study
    assert not len(study.disposition)
    assert study.subjects["TRT01P"].tolist() == ["Drug"]


@pytest.mark.parametrize("name", ["TRTSDTM", "TRTEDTM", "DTHDTM", "LSTALVDTM", "RFICDTM"])
def test_a_date_with_its_time_is_the_date(load, name):
    rows = [["USUBJID", "TRT01P", "SAFFL", name], ["01", "Drug", "Y", dt.datetime(2012, 5, 1, 9, 30)]]
    study = load({"ADSL": rows}).study
    assert str(study.subjects[name.removesuffix("M")].iloc[0].date()) == "2012-05-01"
