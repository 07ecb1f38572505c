"""A choice that some analysis follows says so: the Plan page lets be changed only what is followed."""

import pytest

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.lines import LINES
from sscviewer.analysis.settle import settle_study
from tests.watched_plan import watched_plan


@pytest.fixture(scope="module")
def seen(demo_study):
    """The choices that settling and analysing the demo trial read."""
    found = set()
    plan = watched_plan(DEFAULT_PLAN.with_value("endpoints", "primary", "FVCPP"), found)
    analyse_study(settle_study(demo_study, plan), plan)
    return found


def test_choices_are_read(seen):
    assert {("visits", "windows"), ("readings", "several"), ("model", "level")} <= seen


def test_every_choice_says_what_follows_it():
    assert [(line.part, line.name) for line in LINES if not line.used_by] == []
