"""Patient numbers whose leading zeros Excel dropped on one sheet and not on another."""

import pytest

VISITS = ["Subject", "Visit", "FVC (L)"]


def numbered(*ids: object) -> list[list[object]]:
    return [VISITS, *([one, "Baseline", 2.5] for one in ids)]


def subjects(*ids: object) -> list[list[object]]:
    return [["Subject", "Sex", "Age"], *([one, "F", 50] for one in ids)]


def said(loaded):
    return [(i.sheet, i.cell, i.usubjid) for i in loaded.report.issues if i.code == "id.zeros_lost"]


def test_lost_zeros_are_put_back_and_said(load):
    loaded = load(
        {
            "Subjects": subjects("0012", "0013", "1014"),
            "PFT": numbered(12, 13, 1014),
            "AE": [["Subject", "Adverse event", "Start date"], ["0013", "Rash", "2008-03-15"]],
        }
    )
    assert loaded.study.usubjids == ("0012", "0013", "1014")
    assert loaded.study.measurements["USUBJID"].tolist() == ["0012", "0013", "1014"]
    assert said(loaded) == [("PFT", "A2", "")]
    message = next(i.message for i in loaded.report.issues if i.code == "id.zeros_lost")
    assert message.startswith("2 patient numbers are written without leading zeros here")
    assert "such as 12 here and 0012 in Subjects!A2" in message
    assert message.endswith("they were taken for the same patients.")


def test_one_patient_is_named(load):
    loaded = load({"Subjects": subjects("007", "A"), "PFT": numbered(7, "A")})
    assert said(loaded) == [("PFT", "A2", "007")]


@pytest.mark.parametrize(
    ("listed", "seen", "patients"),
    [
        (("0012", "12"), (12,), {"0012", "12"}),  # the text 12 is a patient of the list
        (("0012", "012"), (12,), {"0012", "012", "12"}),  # which of the two is it?
        (("0012",), (12, "0012"), {"0012", "12"}),  # both on one sheet
        (("S-012",), (12,), {"S-012", "12"}),  # no zeros that Excel would drop
        (("012",), (12.5,), {"012", "12.5"}),
    ],
)
def test_what_is_not_certain_stays_apart(load, listed, seen, patients):
    loaded = load({"Subjects": subjects(*listed, "B"), "PFT": numbered(*seen, "B")})
    assert set(loaded.study.usubjids) == patients | {"B"}
    assert said(loaded) == []
