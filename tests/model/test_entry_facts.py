"""What is known of each patient, and pairs of the same test."""

import numpy as np

from sscviewer.model.entry_facts import entry_facts
from sscviewer.model.persons import FEMALE, Group
from sscviewer.model.same_tests import same_tests
from tests.analysis.derived_trial import study


def test_persons_at_their_tests():
    trial = study([("FVC", 0, 2.3), ("FVC", 12, 2.2)], RACE=["Black"])
    facts = entry_facts(trial)
    found = facts.persons(np.array([0, 1]))
    assert found.sex.tolist() == [FEMALE, FEMALE]
    assert found.group.tolist() == [Group.AFRICAN_AMERICAN] * 2
    assert found.height.tolist() == [163.0, 163.0]
    # day 1 is 2007-01-01, month 12 was 360 days later
    np.testing.assert_allclose(found.age, [48.3, 48.3 + 360 / 365.25], atol=1e-12)


def test_a_test_before_day_1_and_one_without_a_date():
    before = {"ADT": np.datetime64("2006-12-31", "s")}
    undated = {"ADT": np.datetime64("NaT", "s"), "ADTF": "Y"}
    trial = study([("FVC", 0, 2.3, "A", before), ("FVC", 6, 2.3, "A", undated)])
    # day -1 is one day before day 1; month 6 is 6 * 365.25 / 12 days after it
    age = entry_facts(trial).persons(np.arange(2)).age
    np.testing.assert_allclose(age, [48.3 - 1 / 365.25, 48.8], atol=1e-12)


def test_pairs_are_of_one_patient_visit_and_day():
    values = [
        ("FVC", 0, 2.3), ("FVCPP", 0, 64.0),
        ("FVC", 3, 2.4),  # without its partner
        ("FVC", 6, 2.3), ("FVC", 6, 2.5), ("FVCPP", 6, 64.0),  # which of the two?
        ("FVC", 9, np.nan), ("FVCPP", 9, 60.0),
        ("FVCPP", 0, 70.0, "B"), ("FVC", 0, 2.6, "B"),
    ]  # fmt: skip
    trial = study(values, USUBJID=["A", "B"])
    aval = trial.column("measurements", "AVAL")
    litres, percent = same_tests(trial, "FVC", "FVCPP")
    assert list(zip(aval[litres], aval[percent], strict=True)) == [(2.3, 64.0), (2.6, 70.0)]
