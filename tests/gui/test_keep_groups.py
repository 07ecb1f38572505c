"""The groups of terms outlive another derivation, another mapping, and a folder that cannot be written."""

from dataclasses import replace

import pytest

from sscviewer.gui.state.event_coder import CountingRules
from sscviewer.gui.state.trial import derive_again
from sscviewer.workbook.mapping.file import read_mapping
from sscviewer.workbook.mapping.mapping import Mapping
from tests.gui.conftest import ticket
from tests.gui.trials import show_trial

GROUPS = (("Gut", ("Nausea", "Vomiting")), ("Skin", ("Rash",)))


@pytest.fixture
def shaped(window, trial):
    """The window with a trial of a known shape."""
    show_trial(window, replace(trial, shape="abc"))
    return window


def test_groups_are_kept_in_order_and_removed_with_the_last(shaped):
    counting, path = shaped.session.counting, shaped.opening.library / "abc.toml"
    counting.choose_groups(GROUPS)
    assert tuple(read_mapping(path).groups.items()) == GROUPS
    counting.choose_groups(())
    assert not path.exists()


def test_a_mapping_that_was_applied_gets_the_groups_in_force(shaped):
    shaped.session.counting.choose_groups(GROUPS)
    old = Mapping(groups={"Old": ("Cough",)})
    assert tuple(shaped.opening.groups.put_into(old).groups.items()) == GROUPS
    assert shaped.opening.groups.put_into(None) is None


def test_a_trial_derived_anew_has_its_groups(trial):
    from sscviewer.analysis.plan.derivation import DerivationSettings

    again = derive_again(replace(trial, groups=GROUPS), ticket(), DerivationSettings())
    assert again.groups == GROUPS


def test_groups_that_cannot_be_kept_are_used_and_said(shaped, qtbot):
    shaped.opening.library.parent.mkdir(parents=True, exist_ok=True)
    shaped.opening.library.write_text("in the way")
    with qtbot.waitSignal(shaped.opening.groups.failed) as heard:
        shaped.session.counting.choose_groups(GROUPS)
    assert heard.args[0].startswith("The groups are not kept")
    assert shaped.session.counting.rules.groups == GROUPS


def test_rules_are_not_changed_by_another_file_and_groups_are(shaped, trial):
    counting = shaped.session.counting
    counting.set_rules(CountingRules(window_days=28, unsaid_is_related=False))
    counting.choose_groups(GROUPS)
    show_trial(shaped, replace(trial, shape="other"))
    assert counting.rules == CountingRules(window_days=28, unsaid_is_related=False)
    settings = counting.rules.settings("alphabet")
    assert (settings.window_days, settings.unsaid_is_related, settings.order) == (28.0, False, "alphabet")


def test_the_coding_is_done_once_for_all_orders_and_filters(demo_study):
    from sscviewer.gui.state.event_coder import Coder

    coder, rules = Coder(), CountingRules()
    one = coder.coded(demo_study, rules.settings())
    two = coder.coded(demo_study, replace(rules, interval="wilson").settings("alphabet"))
    assert one.event is two.event
    assert (two.settings.interval, two.settings.order) == ("wilson", "alphabet")
    assert coder.coded(demo_study, replace(rules, emergent_only=False).settings()).event is not one.event
    assert coder.risk(demo_study, "study", 0.0) is coder.risk(demo_study, "study", 30.0)
    placed = coder.placed(demo_study, rules.settings(), "treatment", 0.0)
    assert placed is coder.placed(demo_study, rules.settings("alphabet"), "treatment", 0.0)
    assert placed is not coder.placed(demo_study, rules.settings(), "study", 0.0)
