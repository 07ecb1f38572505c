"""The demo trial in two arms, and a page of it at a view."""

import json
from pathlib import Path

import pytest

from sscviewer.cli.analysis_text import analysis_json
from sscviewer.gui.state.trial import prepare_trial
from tests.analysis.arms.demo_arms import with_arms
from tests.gui.conftest import ticket
from tests.gui.trials import settle, show_trial
from tests.planned import PLAN, analyse_study


@pytest.fixture(scope="package")
def armed(demo):
    """The demo trial in two arms."""
    return prepare_trial(with_arms(demo.study), demo.report, Path("/nowhere/arms.xlsx"), ticket(), PLAN)


@pytest.fixture(scope="package")
def document(armed):
    """What `analyse --json` has of it."""
    return json.loads(json.dumps(analysis_json(analyse_study(armed.study), armed.study.source)))


@pytest.fixture
def shown(window, qtbot):
    def show(trial, page_name, name):
        show_trial(window, trial)
        window.session.set_view(page_name)
        page = window.trial_window.workspace.analysis[page_name]
        page.show_view(name)
        settle(page, qtbot)
        return page, page.view

    return show
