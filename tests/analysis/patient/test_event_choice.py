"""Which events are drawn: each question alone and together; classes under heads and folded; nothing lost."""

from itertools import product

import pytest

from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.patient.event_choice import ALL_EVENTS, NO_CLASS, EventChoice
from sscviewer.analysis.patient.timeline import timeline

CHOICES = [
    EventChoice(grade, serious, related, text)
    for grade, serious, related, text in product((0, 2), (False, True), (False, True), ("", "RASH", "skin"))
]


def line_of(study, usubjid, order="onset", choice=ALL_EVENTS):
    return timeline(study, usubjid, outcome(study, usubjid).last_contact_day, order, choice)


def asked(study, choice, row):
    """Answer from the table itself, with pandas."""
    event = study.adverse_events.iloc[row]
    said = f"{event.AEDECOD} {event.AETERM} {event.AEBODSYS}".casefold()
    return (
        (choice.least_grade == 0 or choice.least_grade <= event.AETOXGR)
        and (not choice.serious or event.AESER == "Y")
        and (not choice.related or event.AERELFL == "Y")
        and choice.text.casefold() in said
    )


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.words or "all")
def test_every_event_is_let_through_or_not_as_the_table_says(demo_study, choice):
    for usubjid in demo_study.usubjids:
        line = line_of(demo_study, usubjid, choice=choice)
        rows = {event.row for lane in line.lanes for event in lane.events}
        assert rows == {e.row for e in line.events if asked(demo_study, choice, e.row)}
        assert {e.row for e in line.shown} == rows
        assert len(line.events) == len(line_of(demo_study, usubjid).events)


def test_a_choice_says_itself_and_how_many_are_left(demo_study):
    choice = EventChoice(2, serious=True, text=" rash ")
    line = line_of(demo_study, demo_study.usubjids[0], choice=choice)
    shown, total = len(line.shown), len(line.events)
    assert line.shown_words == f"{shown} of {total} events shown: grade ≥ 2, serious, “rash”"
    assert line_of(demo_study, demo_study.usubjids[0]).shown_words == ""


@pytest.mark.parametrize("choice", CHOICES[:4], ids=lambda choice: choice.words or "all")
def test_by_class_each_event_stands_under_its_class_or_in_it(demo_study, choice):
    for usubjid in demo_study.usubjids:
        line = line_of(demo_study, usubjid, "class", choice)
        heads = [lane for lane in line.lanes if lane.is_head]
        assert sum(head.n for head in heads) == len(line.shown)
        classes = {head.body_system for head in heads}
        assert classes == {event.body_system or NO_CLASS for event in line.shown}
        folded = EventChoice(
            choice.least_grade, choice.serious, choice.related, choice.text, folded=frozenset(classes)
        )
        lanes = line_of(demo_study, usubjid, "class", folded).lanes
        assert [(lane.body_system, len(lane.events)) for lane in lanes] == [
            (head.body_system, head.n) for head in heads
        ]


def test_a_choice_comes_back_from_a_manifest():
    choice = EventChoice(3, serious=True, related=True, text="rash", folded=frozenset({"A", "B"}))
    assert EventChoice.from_json(choice.to_json()) == choice
    assert EventChoice.from_json({}) == ALL_EVENTS
