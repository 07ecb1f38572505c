"""A figure asked for before its models are computed: it waits for them, or is made again without them."""

from threading import Event

import pytest

from sscviewer.cli.remake import make_again
from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.saving.trial_folder import Prepared
from sscviewer.report.manifest import read_manifest
from tests.gui.trials import settle, show_trial


def test_a_picture_is_saved_with_its_model_or_not_at_all(window, demo, qtbot, monkeypatch):
    show_trial(window, demo)
    window.session.set_view("cohort")
    page = window.trial_window.workspace.analysis["cohort"]
    view, go = page.view, Event()
    compute = view.afterwards

    def late():
        more = compute()

        def wait_and_compute(asked, settings):
            assert go.wait(60)
            return more(asked, settings)

        return wait_and_compute

    monkeypatch.setattr(view, "afterwards", late)
    qtbot.waitUntil(lambda: page.has_result)
    assert view.figure() is not None
    assert page.figure() is None
    assert not window.actions_["save"].isEnabled()
    go.set()
    settle(page, qtbot)
    assert page.figure() is view.figure()
    assert window.actions_["save"].isEnabled()


@pytest.mark.parametrize("early", [True, False])
def test_a_patients_page_is_made_again_with_the_lines_it_had(window, demo, qtbot, tmp_path, early):
    show_trial(window, demo)
    qtbot.waitUntil(lambda: bool(window.session.frame.models), timeout=60_000)
    if early:
        window.session.set_models(window.session.frame, ())
    path = tmp_path / "page.svg"
    window.figures.write(FigureChoices(path, 174.0, 0.0, 150, 7.0, None, footer=True, manifest=True))
    manifest = read_manifest(tmp_path / "page.svg.json")
    assert manifest.files[0].settings.models is not early
    trial = Prepared(demo.collected, demo.study, demo.report, demo.plan, demo.mapping)
    assert make_again(manifest, trial, tmp_path / "again").differs == ()
