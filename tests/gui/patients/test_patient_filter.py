"""A filter as a value: its words, its chips, how it is kept, and whom it lets through."""

import dataclasses

import pytest

from sscviewer.gui.state.patient_filter import EventCondition, PatientFilter, ValueCondition
from sscviewer.gui.state.sieve import Known, sift
from tests.planned import PLAN

EVENT = EventCondition(related=True, least=3, term="rash")
VALUE = ValueCondition("FVCPP", "FVC, % predicted", "last", "below", 68)
FULL = PatientFilter(
    *(("stopped", "died"), ("ADVERSE EVENT",), ("A",), ("F",), ("diffuse",), ("01",)),
    least_grade=2,
    events=(EVENT, EventCondition(serious=True)),
    values=(VALUE,),
    reviewed="no",
    comment="yes",
    changed="yes",
)


def test_words():
    assert PatientFilter().words() == ""
    assert FULL.words() == (
        "stopped early or died, stopped for adverse event, arm A, sex F, diffuse, site 01, worst grade ≥ 2, "
        "with a related event, grade ≥ 3, “rash”, with a serious event, FVC, % predicted, last value < 68, "
        "not reviewed, with a comment, changed since the last export"
    )
    assert EventCondition(least=3).words() == "with an event, grade ≥ 3"


def test_every_field_has_a_chip_and_a_chip_taken_away_leaves_the_others():
    chips = FULL.chips()
    fields = {field.name for field in dataclasses.fields(PatientFilter)}
    assert {name for name, _ in chips} == fields
    for key, words in chips.items():
        left = FULL.without(key).chips()
        assert sorted(left.values()) == sorted(set(chips.values()) - {words})
    wanted = FULL
    while wanted.chips():
        wanted = wanted.without(next(iter(wanted.chips())))
    assert wanted == PatientFilter()


@pytest.mark.parametrize("wanted", [PatientFilter(), FULL, PatientFilter(site=("",))])
def test_a_filter_is_kept_as_text(wanted):
    assert PatientFilter.of_text(wanted.to_text()) == wanted


@pytest.mark.parametrize("text", ["", "[]", "{", '{"colour": ["red"]}', '{"events": [{"size": 1}]}', "3"])
def test_another_text_is_no_filter(text):
    with pytest.raises(ValueError):  # noqa: PT011 - json says it in its own words
        PatientFilter.of_text(text)


def test_a_value_taken_in_and_out():
    one = PatientFilter().toggled("sex", "F")
    both = one.toggled("sex", "M")
    assert both.sex == ("F", "M")
    assert both.toggled("sex", "F").sex == ("M",)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (PatientFilter(status=("lost",)), {"A3"}),
        (PatientFilter(status=("lost", "stopped")), {"A2", "A3"}),
        (PatientFilter(reason=("ADVERSE EVENT",)), {"A2"}),
        (PatientFilter(sex=("F",)), {"A1", "A3"}),
        (PatientFilter(sex=("",)), {"A10"}),
        (PatientFilter(subset=("limited",)), {"A2"}),
        (PatientFilter(least_grade=2), {"A1", "A2"}),
        (PatientFilter(least_grade=3, sex=("F",)), set()),
        (PatientFilter(events=(EventCondition(serious=True),)), {"A2"}),
        (PatientFilter(values=(VALUE,)), {"A1"}),
        (PatientFilter(values=(dataclasses.replace(VALUE, side="above"),)), {"A2"}),
        (PatientFilter(reviewed="yes"), {"A1", "A3"}),
        (PatientFilter(reviewed="no", comment="yes"), {"A2"}),
        (PatientFilter(comment="no"), {"A1", "A3", "A10"}),
        (PatientFilter(changed="yes"), {"A10"}),
    ],
)
def test_whom_it_lets_through(trial, wanted, kept):
    known = Known(frozenset({"A1", "A3"}), frozenset({"A2"}), frozenset({"A10"}))
    assert sift(trial, PLAN, wanted, known) == kept


def test_without_a_condition_nobody_is_held_back(trial):
    assert sift(trial, PLAN, PatientFilter(), Known()) is None
