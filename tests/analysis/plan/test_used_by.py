"""A choice that some analysis follows says so: the Plan page lets be changed only what is followed."""

import sys
from dataclasses import fields, replace

import pytest

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.lines import LINES
from sscviewer.analysis.settle import settle_study

WITHIN = ("<string>", "/analysis/plan/", "dataclasses.py", "test_used_by.py")
"""Code that reads a choice to write, compare or hash it, and follows nothing."""


def _watched(part, name, seen):
    """A part of a plan that notes which of its choices are read."""
    kind = type(part)
    choices = {field.name for field in fields(part)}

    def noted(self, choice):
        place = sys._getframe(1).f_code.co_filename.replace("\\", "/")
        if choice in choices and not any(word in place for word in WITHIN):
            seen.add((name, choice))
        return object.__getattribute__(self, choice)

    watched = type(kind.__name__, (kind,), {"__getattribute__": noted, "__slots__": ()})
    return watched(**{choice: object.__getattribute__(part, choice) for choice in choices})


@pytest.fixture(scope="module")
def seen(demo_study):
    """The choices that settling and analysing the demo trial read."""
    found = set()
    plan = DEFAULT_PLAN.with_value("endpoints", "primary", "FVCPP")
    plan = replace(
        plan, **{part.name: _watched(getattr(plan, part.name), part.name, found) for part in fields(plan)}
    )
    analyse_study(settle_study(demo_study, plan), plan)
    return found


def test_choices_are_read(seen):
    assert {("visits", "windows"), ("readings", "several"), ("model", "level")} <= seen


def test_what_is_read_is_said_to_be_used(seen):
    silent = {(line.part, line.name) for line in LINES if not line.used_by}
    assert seen & silent == set()
