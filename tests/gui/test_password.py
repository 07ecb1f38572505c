"""A file with a password: asked for, tried again, wrong said, kept nowhere."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

import sscviewer.gui.opening.open_file as opening
from sscviewer.gui.dialogs.password import AskPassword
from sscviewer.gui.state.trial import NeedsPassword


@pytest.fixture
def tried(monkeypatch, trial):
    passwords = []

    def load(path, ticket, how, derivation):
        passwords.append(how.password)
        if how.password != "right":
            raise NeedsPassword("It is password-protected.", is_wrong=how.password is not None)
        return trial

    monkeypatch.setattr(opening, "load_trial", load)
    return passwords


def asked(window) -> AskPassword | None:
    return next((d for d in window.findChildren(AskPassword) if d.isVisible()), None)


def test_the_window_asks_until_it_fits(window, tried, qtbot):
    window.opening.open(Path("/x/locked & secret.xlsx"))
    qtbot.waitUntil(lambda: asked(window) is not None)
    first = asked(window)
    assert not first.wrong.isVisible()
    assert first.edit.echoMode() == QLineEdit.EchoMode.Password
    assert not first.buttons.button(QDialogButtonBox.StandardButton.Open).isEnabled()
    first.edit.setText("wrong")
    first.accept()
    qtbot.waitUntil(lambda: asked(window) not in (None, first))
    second = asked(window)
    assert second.wrong.isVisible()
    second.edit.setText("right")
    with qtbot.waitSignal(window.session.trial_changed):
        second.accept()
    assert tried == [None, "wrong", "right"]
    assert "right" not in str(window.settings.texts("files/recent"))


def test_no_answer_opens_nothing(window, tried, qtbot):
    window.opening.open(Path("/x/locked.xlsx"))
    qtbot.waitUntil(lambda: asked(window) is not None)
    asked(window).show_it.setChecked(True)
    assert asked(window).edit.echoMode() == QLineEdit.EchoMode.Normal
    asked(window).reject()
    qtbot.wait(20)
    assert tried == [None]
    assert window.session.trial is None
    assert not window.progress.isVisible()
