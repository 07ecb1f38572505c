"""The HAQ-DI in SDTM QS: items by their questions, answers in words, the index from a row per question."""

import pytest

from tests.workbook.layouts.views import issues

HEAD = [
    "STUDYID",
    "DOMAIN",
    "USUBJID",
    "QSSEQ",
    "QSTESTCD",
    "QSTEST",
    "QSCAT",
    "QSORRES",
    "QSSTRESN",
    "VISIT",
    "QSDTC",
]
QUESTIONS = [
    "Dress Yourself", "Shampoo Hair", "Stand Up From a Straight Chair", "Get In and Out of Bed", "Cut Meat",
    "Lift a Full Cup or Glass to Mouth", "Open New Milk Carton", "Walk Outdoors on Flat Ground",
    "Climb Up Five Steps", "Wash and Dry Body", "Take a Tub Bath", "Get On and Off Toilet",
    "Reach and Get Down 5 lb Object", "Bend Down", "Open Car Doors", "Open Previously Opened Jars",
    "Turn Faucets On and Off", "Run Errands and Shop", "Get In and Out of Car", "Do Chores",
]  # fmt: skip
WORST = {0: 1, 2: 0, 4: 2, 7: 1, 9: 0, 12: 3, 14: 1, 17: 2}
"""First question of each category → its answer in the oracle of the facts (chapter 4); the others are 0."""
DEGREES = ("Without ANY difficulty", "With SOME difficulty", "With MUCH difficulty", "UNABLE to do")


def rows(patient, visit="Baseline", day="2007-01-01", *, numbers=True, total=None):
    asked = [(question, DEGREES[WORST.get(i, 0)], WORST.get(i, 0)) for i, question in enumerate(QUESTIONS)]
    asked += [("Cane", "CHECKED", 1), ("Jar Opener", "CHECKED", 1)]
    out = [
        ["X", "QS", patient, i, f"HAQ01{i:02d}", f"HAQ01-{question}", "HAQ-DI", text,
         number if numbers else None, visit, day]
        for i, (question, text, number) in enumerate(asked, 1)
    ]  # fmt: skip
    if total is not None:
        out.append(
            ["X", "QS", patient, 99, "HAQ0199", "HAQ01-HAQ-DI", "HAQ-DI", str(total), total, visit, day]
        )
    return out


@pytest.mark.parametrize("numbers", [True, False])
def test_the_index_of_the_facts_from_a_row_per_question(load, numbers):
    later = rows("1", "Month 3", "2007-04-01", numbers=numbers)
    later = [row for row in later if row[5] not in ("HAQ01-Cane", "HAQ01-Jar Opener")]
    loaded = load({"QS": [HEAD, *rows("1", numbers=numbers), *later]})
    measured = loaded.study.measurements
    index = measured[measured["PARAMCD"] == "HAQDI"]
    assert index[["AVISIT", "AVAL"]].to_numpy().tolist() == [["Baseline", 1.5], ["Month 3", 1.25]]
    item = measured[(measured["PARAMCD"] == "HAQ0601") & (measured["AVISIT"] == "Baseline")]
    assert item["AVAL"].tolist() == [3.0]
    assert {"HAQ0803", "HAQ04AID", "HAQ07AID"} <= set(measured["PARAMCD"])
    assert len(issues(loaded, "total.derived")) == 1


def test_a_recorded_index_is_compared_with_its_items(load):
    loaded = load({"QS": [HEAD, *rows("1", total=1.5), *rows("2", total=2.5)]})
    assert issues(loaded, "total.derived") == []
    assert issues(loaded, "haq.sum") == [("QS!I47", "2")]
    index = loaded.study.measurements.query("PARAMCD == 'HAQDI'")
    assert index["AVAL"].tolist() == [1.5, 2.5]


def test_a_code_of_the_standard_is_not_taken_for_an_item_of_ours(load):
    odd = ["X", "QS", "1", 1, "HAQ0201", "HAQ02-Something Else", "HAQ-DI", "2", 2, "Baseline", "2007-01-01"]
    other = ["X", "QS", "1", 2, "SHAQ01", "SHAQ-Pain", "SHAQ", "1.2", 1.2, "Baseline", "2007-01-01"]
    loaded = load({"QS": [HEAD, odd, other]})
    assert set(loaded.study.measurements["PARAMCD"]) == {"QS_HAQ0201", "SHAQ01"}
