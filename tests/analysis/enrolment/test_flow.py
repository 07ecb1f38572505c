"""The flow's boxes: everybody is in one of those a box leads to, and every line names its patients."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.enrolment.flow import EVERYBODY, flow
from sscviewer.analysis.population import arms_of
from sscviewer.model.study import build_study
from sscviewer.workbook import load_study
from tests.planned import population


def boxes(found):
    return {box.key: box for box in found.boxes}


def leads_to(found, key):
    return [end for start, end in found.links if start == key]


def check_that_nobody_is_lost_or_counted_twice(found):
    """Patients of a box are those of the boxes it leads to (but: all treated are analysed)."""
    by_key = boxes(found)
    for box in found.boxes:
        following = [by_key[key] for key in leads_to(found, box.key) if not key.startswith("analysed")]
        if following:
            together = [usubjid for one in following for usubjid in one.usubjids]
            assert sorted(together) == sorted(box.usubjids), box.key
        assert box.n == len(box.usubjids)
        for i, item in enumerate(box.items):
            assert found.patients(f"{box.key}/{i}") == item.usubjids
            assert set(item.usubjids) <= set(box.usubjids)


def test_the_demo(demo_study):
    found = flow(demo_study, population(demo_study))
    check_that_nobody_is_lost_or_counted_twice(found)
    by_key = boxes(found)
    assert {key: box.n for key, box in by_key.items()} == {
        "enrolled": 20,
        "treated:0": 20,
        "stopped:0": 8,
        "completed:0": 12,
        "analysed:0": 20,
    }
    assert [(item.words, item.n) for item in by_key["stopped:0"].items] == [
        ("Adverse event", 7),
        ("Lost to follow-up", 1),
    ]
    assert [item.words for item in by_key["analysed:0"].items] == [
        *["Safety", "Change in FVC", "Change in DLCO", "Change in MRSS", "Change in HAQ-DI"]
    ]
    assert (found.adds_up, found.arms) == (True, ("",))


def test_the_tiny_trial_has_an_untreated_patient(tiny_study):
    found = flow(tiny_study, population(tiny_study))
    check_that_nobody_is_lost_or_counted_twice(found)
    assert found.patients("never") == ("A10",)
    assert found.patients("stopped:0/1") == ("A3",)
    changed = {item.words: item.usubjids for item in boxes(found)["analysed:0"].items}
    assert changed == {"Safety": ("A1", "A2", "A3"), "Change in FVC": ("A1",), "Change in MRSS": ("A1", "A2")}


def by_arm(study):
    found = flow(study, population(study, basis="randomised"))
    check_that_nobody_is_lost_or_counted_twice(found)
    assert len(found.arms) == 3
    assert boxes(found)["randomised"].column == EVERYBODY
    assert leads_to(found, "randomised") == ["allocated:0", "allocated:1", "allocated:2"]
    return found


def test_three_arms_and_how_they_ended(sdtm_study):
    found = by_arm(sdtm_study)
    assert found.adds_up
    assert "not recorded" not in found.check


def test_three_arms_whose_ends_are_not_in_the_file(sdtm_labs):
    found = by_arm(load_study(sdtm_labs).study)
    assert not found.adds_up
    assert "not recorded" in found.check


def test_a_box_that_is_not_there(demo_study):
    found = flow(demo_study, population(demo_study))
    for key in ("ongoing:0", "stopped:0/9"):
        with pytest.raises(KeyError):
            found.patients(key)


def test_nobody(tiny_study):
    found = flow(tiny_study, population(tiny_study, among=[]))
    assert {box.key: box.n for box in found.boxes} == {"enrolled": 0, "treated:0": 0, "analysed:0": 0}


def test_randomised_and_taken(tmp_path):
    """Nine were randomised, one of them took the other arm's drug and one none; a tenth failed screening."""
    path = tmp_path / "patients.csv"
    lines = ["Patient,Sex,Randomised arm,Arm as treated,First dose date"]
    lines += [
        f"P{i},F,{'A' if i % 2 else 'B'},{'A' if i % 2 or i == 8 else 'B'},2024-01-0{i}" for i in range(1, 9)
    ]
    lines += ["P9,M,A,,", "P10,M,Screen Failure,,"]
    path.write_text("\n".join(lines), encoding="utf-8")
    study = load_study(path).study
    who = population(study, basis="randomised")
    found = flow(study, who)
    check_that_nobody_is_lost_or_counted_twice(found)
    by_key = boxes(found)
    arms = arms_of(study, who)
    assert (arms.randomised, arms.treated, arms.differ) == ({"A": 5, "B": 4}, {"A": 5, "B": 3}, ("P8",))
    assert found.patients("never") == ("P10",)
    assert by_key["randomised"].n == 9
    assert leads_to(found, "randomised") == ["allocated:0", "allocated:1"]
    assert [(by_key[f"allocated:{i}"].title, by_key[f"allocated:{i}"].n) for i in range(2)] == [
        ("Randomised to A", 5),
        ("Randomised to B", 4),
    ]
    assert found.patients("never:0") == ("P9",)
    assert [(item.words, item.usubjids) for item in by_key["treated:1"].items] == [("Took A", ("P8",))]
    assert by_key["analysed:1"].items[0].words == "Safety, there by the arm taken"


def test_the_randomised_without_a_planned_arm_go_by_the_arm_taken(tiny_study):
    """Of six treated the flag says of five that they were randomised, not of P6; without a flag all count."""
    ids = [f"P{i}" for i in range(1, 7)]
    columns = {
        "USUBJID": ids,
        "SRCREF": "",
        "TRT01A": ["A", "B"] * 3,
        "TRTSDT": np.datetime64("2024-01-08", "s"),
    }

    def arms(flags, among=None):
        subjects = pd.DataFrame(columns | {"RANDFL": flags})
        study = build_study({"subjects": subjects}, [], source=tiny_study.source)
        found = arms_of(study, population(study, among=among))
        return found.randomised, found.treated

    flags = ["Y"] * 5 + ["N"]
    assert arms(flags) == ({"A": 3, "B": 2}, {"A": 3, "B": 3})
    assert arms(flags, ["P6"]) == ({}, {"B": 1})
    assert arms([""] * 6) == ({"A": 3, "B": 3}, {"A": 3, "B": 3})
