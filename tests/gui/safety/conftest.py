"""The Safety page of a window, and the document of `analyse --json` beside it."""

import contextlib
import io
import json

import pytest

from sscviewer.__main__ import main
from sscviewer.gui.state.trial import HowToRead, load_trial
from tests.gui.conftest import ticket
from tests.gui.safety.reading import settle
from tests.gui.trials import show_trial
from tests.planned import PLAN


@pytest.fixture(scope="module")
def demo(demo_path):
    return load_trial(demo_path, ticket(), HowToRead(), lambda: PLAN)


@pytest.fixture(scope="module")
def document(demo_path):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(["analyse", str(demo_path), "--json"])
    return json.loads(out.getvalue())


@pytest.fixture
def shown(window, qtbot):
    """Show a trial's Safety page at a view, with its result."""

    def show(trial, name):
        if window.session.trial is not trial:
            show_trial(window, trial)
        window.session.set_view("safety")
        page = window.trial_window.workspace.analysis["safety"]
        page.show_view(name)
        settle(page, qtbot)
        return page, page.view

    return show
