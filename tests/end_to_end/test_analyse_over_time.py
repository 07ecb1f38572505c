"""What `analyse --json` says of time, dose, and dose against events: the demo trial, a trial with arms."""

import json

import pandas as pd
import pytest

from tests.end_to_end.called import called

PLAN = "1: 100, 15: 200, 29: 300, 43: 400, 57: 500, 71: 600, until 364"


@pytest.fixture(scope="module")
def demo(demo_path):
    done = called("analyse", demo_path, "--json", "--planned-dose", PLAN)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def text(demo_path):
    """What `analyse` prints to be read, without a planned dose."""
    done = called("analyse", demo_path)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_time_to_event_entries_carry_method_counts_and_rules(demo):
    entries = demo["time_to_event"]
    assert [entry["what"] for entry in entries] == [
        "time on drug",
        "stopping",
        "first adverse event of grade 2 or worse",
        "first adverse event of grade 3 or worse",
        "adverse events per patient",
    ]
    for entry in entries:
        assert entry["arm"] == "ALL"
        assert entry["n"] == 20
        assert entry["events"] > 0
        assert entry["method"]
        assert entry["censoring"]
        assert entry["assumptions"]
        assert [at["month"] for at in entry["estimates"]] == [3, 6, 9, 12]
        assert all(at["lower"] <= at["estimate"] <= at["upper"] for at in entry["estimates"])
    stopping = entries[1]
    assert (stopping["reason"], stopping["events"]) == ("ADVERSE EVENT", 7)


def test_dose_intensity_with_a_plan_and_only_then(demo, text):
    measures = {row["measure"]: row for row in demo["exposure"]}
    assert round(measures["average_daily_dose"]["mean"]) == 445
    assert round(measures["average_daily_dose"]["sd"]) == 125
    over_actual = measures["relative_dose_intensity"]["mean"]
    over_planned = measures["relative_dose_intensity_planned"]["mean"]
    assert over_planned < over_actual < 100
    assert over_planned == pytest.approx(100 * measures["cumulative_dose"]["mean"] / 197_400)
    assert "relative dose intensity is not reported" in text
    assert "relative dose intensity  " not in text


def test_an_unreadable_plan_is_said_in_one_sentence(demo_path):
    done = called("analyse", demo_path, "--planned-dose", "100 mg daily")
    assert (done.returncode, done.stdout) == (2, "")
    assert "until which day" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_dose_question_of_the_demo(demo, text):
    block = demo["dose_question"]
    headline = (
        "11 of the 17 who reached 600 mg (65 %; 38 to 86) had to reduce, interrupt or stop there; "
        "5 of 20 (25 %; 9 to 49) took it to the end."
    )
    assert block["sentences"][0] == headline
    assert headline in text
    assert block["not_in_file"] is None
    top = block["doses"][-1]
    counts = ("dose", "unit", "reached", "limiting_patients", "limiting_events", "kept_to_end")
    assert [top[name] for name in counts] == [600, "mg/day", 17, 11, 12, 5]
    assert [one["days"] for one in block["regimen"]] == [91, 182, 273, 364]
    assert {one["dose"] for one in block["tolerates_to_end"]} == {one["dose"] for one in block["doses"]}
    assert {one["model"] for one in block["benefit"]} == {"exposure", "within"}
    assert len(block["individual"]) == block["n"] == block["hazard"]["n_patients"] == 20
    assert all("P <" not in sentence and "P =" not in sentence for sentence in block["sentences"])


def test_easy_numbers_come_with_their_reason(demo, text):
    naive = demo["dose_question"]["why_not_simply"]
    ratio = naive["andersen_gill"]["result"]
    assert ratio["lower"] < ratio["ratio"] < ratio["upper"]
    assert "p_value" not in ratio
    assert "dose did not matter at all" in naive["reasons"]["crude"]
    assert text.index("Which dose is tolerated?") < text.index("Why not simply the rate per dose?")
    assert "per 100 mg 0." not in text[: text.index("Why not simply the rate per dose?")]


def test_dose_levels_and_the_caveats_are_there(demo):
    (index,) = demo["rates_by_dose"]
    names = [level["name"] for level in index["levels"]][1:]
    assert names == [*(f"{dose} mg" for dose in range(100, 700, 100)), "dose not recorded"]
    assert "not causal" in index["caveat"]
    assert demo["arm_comparisons"] == []


def test_arms_are_compared_against_placebo(sdtm_core):
    sheet = pd.read_excel(sdtm_core, sheet_name="DM", engine="calamine")
    arms = set(sheet["ACTARM"]) - {"Screen Failure"}
    done = called("analyse", sdtm_core, "--json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert len(arms) == 3
    assert {row["arm"] for row in document["time_to_event"]} == arms | {"ALL"}
    comparison = document["arm_comparisons"][0]
    assert (comparison["what"], comparison["reference"], comparison["df"]) == ("time on drug", "Placebo", 2)
    assert all(ratio["lower"] < ratio["ratio"] < ratio["upper"] for ratio in comparison["ratios"])
