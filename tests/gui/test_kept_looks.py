"""How figures look stays with the study: over files and starts, but not while identities are hidden."""

import dataclasses

import pytest

from sscviewer.gui.window.main_window import MainWindow
from sscviewer.plots.paper.figure_look import FigureLook
from tests.gui.trials import renamed, show_trial

LOOK = FigureLook(title="FVC of all", x=(0.0, 6.0), colours=("#112233",))


@pytest.fixture
def chosen(opened):
    opened.session.looks.set("courses", LOOK)
    opened.session.looks.set("profile/A1", FigureLook(title="A1 alone"))
    return opened


def test_another_start_and_another_export_look_as_before(chosen, places, trial, qtbot):
    chosen.close()
    again = MainWindow(places)
    qtbot.addWidget(again)
    again.show()
    export = renamed(trial, "f" * 64)
    show_trial(again, dataclasses.replace(export, path=trial.path.with_name("next.xlsx")))
    assert again.session.looks.all() == {"courses": LOOK}
    assert not again.undoing.undo_words
    again.close()


def test_the_same_file_prepared_again_keeps_every_look(chosen, trial):
    show_trial(chosen, dataclasses.replace(trial))
    assert set(chosen.session.looks.all()) == {"courses", "profile/A1"}


def test_what_is_taken_back_is_forgotten(chosen, trial):
    chosen.undoing.undo()
    chosen.undoing.undo()
    assert chosen.session.looks.all() == {}
    show_trial(chosen, dataclasses.replace(trial, path=trial.path.with_name("next.xlsx")))
    assert chosen.session.looks.all() == {}


def test_hidden_identities_bring_no_words_and_take_none_away(window, demo, qtbot):
    show_trial(window, demo)
    window.session.looks.set("courses", LOOK)
    for hide in (True, False):
        window.hiding.toggle(hide)
        qtbot.waitUntil(lambda on=hide: window.session.trial.study.is_hidden == on, timeout=60_000)
        assert window.session.looks.all() == ({} if hide else {"courses": LOOK})


def test_hidden_when_closed_is_hidden_when_opened(window, demo, places, qtbot):
    show_trial(window, demo)
    window.hiding.toggle(True)
    qtbot.waitUntil(lambda: window.session.trial.study.is_hidden, timeout=60_000)
    window.close()
    again = MainWindow(places)
    qtbot.addWidget(again)
    again.show()
    again.opening.show_opened(demo)
    qtbot.waitUntil(lambda: again.session.trial is not None, timeout=60_000)
    assert again.session.trial.study.is_hidden
    assert again.actions_["hide"].isChecked()
    again.close()
