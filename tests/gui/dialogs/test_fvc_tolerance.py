"""How far FVC % predicted may be off is asked for, kept, and the open file checked by it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

import sscviewer.gui.opening.open_file as opening
from sscviewer.gui.state.endpoint_choices import TOLERANCE as FVC_SETTING
from sscviewer.gui.state.settings import BY_KEY
from sscviewer.gui.state.trial import HowToRead
from sscviewer.workbook.contradictions.found import FVC_TOLERANCE
from tests.gui.trials import show_trial


def test_one_default_everywhere():
    assert BY_KEY[FVC_SETTING].default == HowToRead().fvc_tolerance == FVC_TOLERANCE


def test_another_number_is_kept_and_the_file_read_again(window, trial, qtbot, monkeypatch):
    asked = []

    def load(path, ticket, how, derivation):
        asked.append((path, how.fvc_tolerance))
        return trial

    monkeypatch.setattr(opening, "load_trial", load)
    show_trial(window, trial)
    window.actions_["fvc_check"].trigger()
    dialog = window.opening._tolerance.dialog
    assert dialog.points.value() == FVC_TOLERANCE
    dialog.points.setValue(5.5)
    with qtbot.waitSignal(window.session.trial_changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert asked == [(trial.path, 5.5)]
    assert window.settings.number(FVC_SETTING) == 5.5
    window.actions_["fvc_check"].trigger()
    again = window.opening._tolerance.dialog
    again.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert again.points.value() == FVC_TOLERANCE
    again.reject()
    assert window.settings.number(FVC_SETTING) == 5.5
