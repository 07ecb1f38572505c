"""A question belongs to its trial: every dialog closes when another file is shown, and its answer is lost."""

import importlib
import inspect
import pkgutil
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

import sscviewer.gui.dialogs as room
from sscviewer.gui.dialogs.about import About
from sscviewer.gui.dialogs.ask_question import AskQuestion
from sscviewer.gui.dialogs.choose_panels import ChoosePanels
from sscviewer.gui.dialogs.choose_severities import ChooseSeverities
from sscviewer.gui.dialogs.choose_sheets import ChooseSheets
from sscviewer.gui.dialogs.counting_rules import CountingRulesDialog
from sscviewer.gui.dialogs.endpoints import EndpointsDialog
from sscviewer.gui.dialogs.fvc_tolerance import AskFvcTolerance
from sscviewer.gui.dialogs.key_card import KeyCard
from sscviewer.gui.dialogs.licences import Licences
from sscviewer.gui.dialogs.manual import Manual
from sscviewer.gui.dialogs.mapping.dialog import MappingDialog
from sscviewer.gui.dialogs.own_rules import OwnRules
from sscviewer.gui.dialogs.page_table import PageTable
from sscviewer.gui.dialogs.password import AskPassword
from sscviewer.gui.dialogs.preferences import Preferences
from sscviewer.gui.dialogs.save_figure import SaveFigure
from sscviewer.gui.dialogs.say import Say
from sscviewer.gui.dialogs.skin_map import SkinDialog
from sscviewer.gui.dialogs.term_groups import TermGroupsDialog
from sscviewer.gui.dialogs.verifying import Verifying
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.model.questions import Example, Question
from tests.gui.conftest import ticket
from tests.gui.names import nameless
from tests.gui.trials import disguised, show_trial, shown
from tests.planned import PLAN


@pytest.fixture(scope="session")
def other(tiny_study, report):
    """Another trial: other patients, other terms."""
    study = disguised(tiny_study)
    said = replace(report, source=study.source)
    return prepare_trial(study, said, Path("/nowhere/Zz.xlsx"), ticket(), PLAN)


@dataclass
class Desk:
    """What an opener gets."""

    window: object
    trial: object
    qtbot: object
    folder: Path


def _save_figure(desk):
    desk.window.session.set_view("patient")
    desk.window.actions_["save"].trigger()
    desk.window.figures.dialog.folder.setText(str(desk.folder))


def _panels(desk):
    desk.window.actions_["panels"].trigger()
    dialog = desk.window.trial_window.dialog
    dialog.list.item(0).setCheckState(dialog.list.item(1).checkState().__class__(0))


def _safety(desk):
    desk.window.session.set_view("safety")
    return shown(desk.window.trial_window.workspace.analysis["safety"], desk.qtbot, "adverse_events")


def _groups(desk):
    view = _safety(desk)
    view.ask_groups()
    view.dialog.add_group()
    view.dialog.name.textEdited.emit("Gut")


def _rules(desk):
    view = _safety(desk)
    view.ask_rules()
    view.dialog.emergent.setChecked(False)


def _own(desk):
    desk.window.session.set_view("efficacy")
    page = desk.window.trial_window.workspace.analysis["efficacy"]
    view = shown(page, desk.qtbot, "responders")
    view.ask_own()
    view.dialog.add.click()


def _endpoints(desk):
    desk.window.actions_["endpoints"].trigger()
    desk.window.opening.endpoints.dialog.fields["endpoints/all_have_ild"].setChecked(False)


def _tolerance(desk):
    desk.window.actions_["fvc_check"].trigger()
    desk.window.opening._tolerance.dialog.points.setValue(3.0)


def _question(desk):
    example = Example("03/04/2007", ("3 Apr 2007", "4 Mar 2007"))
    question = Question("date_order", "AE", "C", "Which?", ("dmy", "mdy"), "dmy", "Start", (example,))
    report = replace(desk.trial.report, questions=(question,))
    desk.window.opening._ask_or_finish(replace(desk.trial, report=report))


def _password(desk):
    opening = desk.window.opening
    opening.passwords.ask(Path("/nowhere/locked.xlsx"), opening._password_given, is_wrong=False)


def _mapping(desk):
    path = desk.folder.parent / "mapped.xlsx"
    book = openpyxl.Workbook()
    for row in (["Patient", "Event", "Start"], ["001", "Rash", "2007-03-04"]):
        book.active.append(row)
    book.save(path)
    show_trial(desk.window, replace(desk.trial, path=path))
    desk.window.actions_["map"].trigger()
    desk.qtbot.waitUntil(lambda: desk.window.mapping.dialog is not None)


OPENERS = {
    SaveFigure: _save_figure,
    ChoosePanels: _panels,
    ChooseSeverities: lambda desk: desk.window.actions_["queries"].trigger(),
    ChooseSheets: lambda desk: desk.window.actions_["new_workbook"].trigger(),
    TermGroupsDialog: _groups,
    CountingRulesDialog: _rules,
    OwnRules: _own,
    EndpointsDialog: _endpoints,
    AskFvcTolerance: _tolerance,
    AskQuestion: _question,
    AskPassword: _password,
    Say: lambda desk: desk.window.about_record.query("adverse_events", 0),
    MappingDialog: _mapping,
    PageTable: lambda desk: desk.window.trial_window.show_values(),
    SkinDialog: lambda desk: desk.window.trial_window.show_skin(),
}
ASK_NOTHING = {About, KeyCard, Licences, Manual, Preferences, Verifying}
"""They are of the program, not of a trial."""


def _report(desk):
    desk.window.session.set_view("report")
    page = desk.window.trial_window.workspace.analysis["report"]
    shown(page, desk.qtbot, "report").save_button.click()


def _table(desk):
    _safety(desk)
    desk.window.actions_["save_table"].trigger()


def _queries(desk):
    desk.window.actions_["queries"].trigger()
    desk.window.queries.dialog.accept()


def _new_workbook(desk):
    desk.window.actions_["new_workbook"].trigger()
    desk.window.new_workbook.dialog.accept()


FILES = {
    "empty workbook": _new_workbook,
    "save table": _table,
    "save report": _report,
    "save query list": _queries,
    "all patients": lambda desk: desk.window.actions_["profiles"].trigger(),
    "take in answers": lambda desk: desk.window.actions_["answers"].trigger(),
    "compare": lambda desk: desk.window.actions_["compare"].trigger(),
    "open plan": lambda desk: desk.window.actions_["open_plan"].trigger(),
    "save plan": lambda desk: desk.window.actions_["save_plan"].trigger(),
}


def dialogs():
    """Every dialog class of the room, however deep."""
    found = set()
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            is_own = issubclass(kind, QDialog) and kind.__module__ == module.name
            if is_own and not kind.__subclasses__():
                found.add(kind)
    return found


def test_every_dialog_takes_part():
    assert dialogs() == set(OPENERS) | ASK_NOTHING


def test_no_dialog_waits_in_a_loop_of_its_own():
    """A file that arrives meanwhile would find the answer going to it."""
    sources = Path(room.__file__).parents[1].rglob("*.py")
    waiting = [p.name for p in sources if "QFileDialog.get" in p.read_text(encoding="utf-8")]
    assert waiting == ["open_file.py"], "only opening a file has nothing to do with the open one"


@pytest.fixture
def desk(window, trial, qtbot, tmp_path, places):
    folder = tmp_path / "saved"
    folder.mkdir()
    window.settings.set("files/save_folder", str(folder))
    window.settings.set("files/open_folder", str(folder))
    show_trial(window, trial)
    return Desk(window, trial, qtbot, folder)


def open_dialogs(kind):
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def state_of(desk, places):
    """What an answer could change of the trial shown, or write."""
    session = desk.window.session
    library = sorted(places.mappings.rglob("*")) if places.mappings.exists() else []
    return (
        session.trial,
        session.planning.plan,
        session.parameters,
        sorted(desk.folder.iterdir()),
        library,
        desk.window.opening._path,
    )


@pytest.mark.parametrize("kind", OPENERS, ids=lambda kind: kind.__name__)
def test_another_trial_closes_it_and_gets_nothing_of_its_answer(kind, desk, other, places, qtbot):
    OPENERS[kind](desk)
    (dialog,) = open_dialogs(kind)
    show_trial(desk.window, other)
    before = state_of(desk, places)
    assert not dialog.isVisible()
    dialog.accept()
    qtbot.wait(20)
    assert not desk.window.tasks.is_running("load")
    assert state_of(desk, places) == before


@pytest.mark.parametrize("kind", OPENERS, ids=lambda kind: kind.__name__)
def test_every_control_of_a_dialog_has_a_name(kind, desk):
    OPENERS[kind](desk)
    (dialog,) = open_dialogs(kind)
    assert nameless(dialog) == []


@pytest.mark.parametrize("action", ["manual", "keys", "about", "preferences"])
def test_every_control_of_the_programs_own_windows_has_a_name(action, desk):
    desk.window.actions_[action].trigger()
    (dialog,) = open_dialogs(tuple(ASK_NOTHING))
    assert nameless(dialog) == []
    dialog.close()


@pytest.mark.parametrize("what", FILES)
def test_another_trial_closes_the_question_for_a_file(what, desk, other, places, qtbot):
    FILES[what](desk)
    (dialog,) = open_dialogs(QFileDialog)
    dialog.selectFile(str(desk.folder / "answer"))
    show_trial(desk.window, other)
    before = state_of(desk, places)
    assert not dialog.isVisible()
    dialog.accepted.emit()
    qtbot.wait(20)
    assert state_of(desk, places) == before
    assert desk.window.message.isHidden()


def test_a_figure_is_saved_as_it_was_asked_for(desk, qtbot):
    """Whatever the session shows when the answer comes."""
    _save_figure(desk)
    dialog, session = desk.window.figures.dialog, desk.window.session
    dialog.format.setCurrentIndex(dialog.format.findData("svg"))
    shown_now = desk.window.figures.shown()
    first = session.usubjid
    session.set_usubjid("A3")
    assert not dialog.isVisible()
    desk.window.figures.write(dialog.choices, shown_now)
    (path,) = desk.folder.glob("*.svg")
    assert f"Patient {first}" in path.read_text(encoding="utf-8") or first in path.name
    assert first in path.name
