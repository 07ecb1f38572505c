"""The plan outlives another derivation, another mapping, and a folder that cannot be written."""

from dataclasses import replace

import pytest

from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.analysis.plan.events import TermGroup
from sscviewer.analysis.plan.plan_file import read_plan
from sscviewer.gui.state.event_coder import Coder
from sscviewer.gui.state.kept_plan import kept_plan, plan_path
from sscviewer.gui.state.trial import derive_again
from sscviewer.workbook.mapping.mapping import Mapping
from tests.gui.conftest import ticket
from tests.gui.trials import show_trial
from tests.planned import EVENTS, PLAN

GROUPS = (TermGroup("Gut", ("Nausea", "Vomiting")), TermGroup("Skin", ("Rash",)))
NAMED = {group.name: group.terms for group in GROUPS}


@pytest.fixture
def shaped(window, trial):
    """The window with a trial of a known shape."""
    show_trial(window, replace(trial, shape="abc"))
    return window


def test_the_plan_is_kept_with_its_groups_in_order(shaped):
    planning, path = shaped.session.planning, plan_path(shaped.opening.library, "abc")
    planning.choose_groups(GROUPS)
    assert read_plan(path.read_text(encoding="utf-8")).plan == planning.plan
    assert planning.events.groups == GROUPS
    planning.choose_groups(())
    assert read_plan(path.read_text(encoding="utf-8")).plan == PLAN
    assert kept_plan(shaped.opening.library, "abc", Mapping(groups=NAMED), PLAN) == PLAN


def test_groups_of_a_mapping_count_where_no_plan_is_kept(shaped):
    plan = kept_plan(shaped.opening.library, "no such shape", Mapping(groups=NAMED), PLAN)
    assert plan == PLAN.with_value("events", "groups", GROUPS)


def test_a_mapping_that_was_applied_gets_the_groups_in_force(shaped):
    shaped.session.planning.choose_groups(GROUPS)
    old = Mapping(groups={"Old": ("Cough",)})
    assert shaped.opening.keep_plan.put_into(old).groups == NAMED
    assert shaped.opening.keep_plan.put_into(None) is None


def test_a_trial_derived_anew_has_its_plan(trial):
    plan = replace(PLAN, derivation=DerivationSettings(prefer="computed")).with_value(
        "events", "groups", GROUPS
    )
    assert derive_again(trial, ticket(), plan).plan == plan


def test_a_plan_that_cannot_be_kept_is_used_and_said(shaped, qtbot):
    shaped.opening.library.parent.mkdir(parents=True, exist_ok=True)
    shaped.opening.library.write_text("in the way")
    with qtbot.waitSignal(shaped.opening.keep_plan.failed) as heard:
        shaped.session.planning.choose_groups(GROUPS)
    assert heard.args[0].startswith("The plan is not kept")
    assert shaped.session.planning.events.groups == GROUPS


def test_another_file_has_its_own_plan_and_nothing_to_undo(shaped, trial):
    planning = shaped.session.planning
    planning.choose(PLAN.with_value("events", "unsaid_is_related", False))
    assert planning.can_undo
    show_trial(shaped, replace(trial, collected=replace(trial.collected), shape="other"))
    assert planning.plan == PLAN
    assert not planning.can_undo


def test_the_coding_is_done_once_for_all_intervals_and_filters(demo_study):
    coder, rules = Coder(), EVENTS
    one = coder.coded(demo_study, rules)
    two = coder.coded(demo_study, replace(rules, interval="wilson"))
    assert one.event is two.event
    assert two.settings.interval == "wilson"
    assert coder.coded(demo_study, replace(rules, emergent_only=False)).event is not one.event
    assert coder.risk(demo_study, "study", 0.0) is coder.risk(demo_study, "study", 30.0)
    placed = coder.placed(demo_study, rules, "treatment", 0.0)
    assert placed is coder.placed(demo_study, replace(rules, interval="wilson"), "treatment", 0.0)
    assert placed is not coder.placed(demo_study, rules, "study", 0.0)
