"""Every choice of the plan has one line, whose words can be typed back."""

from dataclasses import fields, replace
from datetime import date
from typing import Literal, get_args, get_origin

import pytest

from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.events import TermGroup
from sscviewer.analysis.plan.limits import limits_of
from sscviewer.analysis.plan.line_text import NotAValue, can_be_typed, hint_of, read_text, text_of
from sscviewer.analysis.plan.lines import LINES, PARTS, changed_words, line_of, lines_by_part

CHOICES = [
    (part.name, one.name) for part in fields(DEFAULT_PLAN) for one in fields(getattr(DEFAULT_PLAN, part.name))
]


def test_every_choice_has_one_line_in_the_order_of_the_plan():
    assert len(LINES) == len(CHOICES)
    assert {(line.part, line.name) for line in LINES} == set(CHOICES)
    assert list(PARTS) == [part.name for part in fields(DEFAULT_PLAN)]
    assert [line for _, lines in lines_by_part() for line in lines] == list(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.part}.{line.name}")
def test_choices_are_those_the_plan_allows(line):
    hint, limits = hint_of(line.part, line.name), limits_of(line.part, line.name)
    named = [value for value, _ in line.choices]
    if get_origin(hint) is Literal:
        assert set(named) == set(get_args(hint))
    if hint is bool:
        assert set(named) == {True, False}
    if limits.words:
        assert set(named) == set(limits.words)
    default = line.value(DEFAULT_PLAN)
    if named and not isinstance(default, tuple):
        assert default in named
    assert len({words for _, words in line.choices}) == len(named)


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.part}.{line.name}")
def test_a_default_has_words_and_can_be_typed_back(line):
    value = line.value(DEFAULT_PLAN)
    words = line.value_words(value)
    assert words
    assert "<" not in words
    assert "None" not in words
    if not line.choices and can_be_typed(line):
        assert read_text(line, text_of(line, value)) == value


@pytest.mark.parametrize(
    ("part", "name", "text", "value"),
    [
        ("events", "window_days", "", None),
        ("events", "window_days", "28", 28.0),
        ("events", "level", "90", 0.9),
        ("one_arm", "months", "30,4", 30.4),
        ("study", "cut_off", "2024-03-31", date(2024, 3, 31)),
        ("study", "cut_off", "", None),
        ("dose_question", "arrival_weeks", "4; 8,12", (4, 8, 12)),
        ("responses", "indeterminate", "5, 20", (5.0, 20.0)),
        ("endpoints", "secondary", "MRSS, HAQ", ("MRSS", "HAQ")),
        ("endpoints", "secondary", "", ()),
        ("visits", "fewest_patients", " 4 ", 4),
    ],
)
def test_what_is_typed_is_read(part, name, text, value):
    read = read_text(line_of(part, name), text)
    assert read == value
    assert type(read) is type(value)
    assert read_text(line_of(part, name), text_of(line_of(part, name), read)) == value


@pytest.mark.parametrize(
    ("part", "name", "text", "said"),
    [
        ("events", "window_days", "soon", "a number"),
        ("events", "window_days", "-1", "at least 0"),
        ("events", "level", "95 %", "a number"),
        ("events", "level", "100", "from 50 to 99.9"),
        ("visits", "fewest_patients", "2.5", "a whole number"),
        ("visits", "fewest_patients", "", "there must be a value"),
        ("study", "cut_off", "31.3.2024", "2024-03-31"),
        ("responses", "indeterminate", "10", "2 values"),
        ("one_arm", "months", "1e400", "a number"),
    ],
)
def test_what_cannot_be_used_is_said(part, name, text, said):
    with pytest.raises(NotAValue, match=said):
        read_text(line_of(part, name), text)


def test_what_changed_is_said_line_by_line():
    group = TermGroup("Gut", ("Nausea", "Vomiting"))
    plan = replace(
        DEFAULT_PLAN,
        board=replace(DEFAULT_PLAN.board, stopping_rate=0.2),
        events=replace(DEFAULT_PLAN.events, groups=(group,), level=0.9, window_days=None),
        doses=replace(DEFAULT_PLAN.doses, event_lag_days=2),
    )
    assert changed_words(DEFAULT_PLAN, plan) == (
        "Adverse events · On treatment until after the last dose: 30 days → without end",
        "Adverse events · Confidence level of percentages: 95 % → 90 %",
        "Adverse events · Terms counted together: none → Gut",
        "Doses · An event counts at the dose of: 1 day before → 2 days before",
        "The safety board · … in more of the patients than: there is no rule → 20 %",
    )
    assert changed_words(plan, plan) == ()
