"""The Safety page of a window."""

import pytest

from tests.gui.safety.reading import settle
from tests.gui.trials import show_trial


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
