"""Groups of terms and rules of counting, from their dialogs to every count and to the next file."""

from PySide6.QtCore import Qt

from sscviewer.analysis.plan.events import TermGroup
from sscviewer.gui.state.trial import HowToRead, load_trial
from tests.gui.conftest import ticket
from tests.gui.safety.reading import by_row, settle
from tests.gui.trials import show_trial
from tests.planned import PLAN, asked

OEDEMA = TermGroup("Oedema anywhere", ("Oedema peripheral", "Face oedema", "Periorbital oedema"))


def test_groups_are_counted_once_per_patient_kept_and_restored(window, shown, demo, demo_path, qtbot):
    _, view = shown(demo, "adverse_events")
    view.ask_groups()
    dialog = view.dialog
    dialog.add_group()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.name.setText(OEDEMA.name)
    dialog.name.textEdited.emit(OEDEMA.name)
    for i in range(dialog.terms.count()):
        item = dialog.terms.item(i)
        if item.text().split("  (")[0] in OEDEMA.terms:
            item.setCheckState(Qt.CheckState.Checked)
    events = demo.study.adverse_events
    oedema = events[events["AEDECOD"].isin(OEDEMA.terms)]
    assert dialog.total.text() == f"3 terms, {oedema['USUBJID'].nunique()} patients"
    dialog.accept()
    qtbot.waitUntil(lambda: OEDEMA.name in by_row(view))
    patients = oedema["USUBJID"].nunique()
    assert by_row(view)[OEDEMA.name]["Patients (N = 20)"].startswith(f"{patients} (")
    again = load_trial(demo_path, ticket(), HowToRead(library=window.opening.library), lambda: PLAN)
    (kept,) = again.plan.events.groups
    assert kept.name == OEDEMA.name
    assert set(kept.terms) == set(OEDEMA.terms)
    window.session.planning.restore(PLAN)
    show_trial(window, again)
    assert window.session.planning.events.groups == again.plan.events.groups
    _, rates = shown(again, "event_rates")
    assert OEDEMA.name in by_row(rates)
    window.session.planning.choose_groups(())
    again = load_trial(demo_path, ticket(), HowToRead(library=window.opening.library), lambda: PLAN)
    assert again.plan.events.groups == ()


def test_groups_are_renamed_and_deleted(shown, demo, qtbot):
    page, view = shown(demo, "adverse_events")
    groups = (TermGroup("A", ("NAUSEA",)), TermGroup("B", ("Vomiting", "No such term")))
    view.planning.restore(PLAN.with_value("events", "groups", groups))
    settle(page, qtbot)
    view.ask_groups()
    dialog = view.dialog
    assert dialog.groups == (TermGroup("A", ("Nausea",)), groups[1])
    dialog.name.textEdited.emit("b")
    assert dialog.problem.text() == "Two groups have the same name."
    dialog.name.textEdited.emit("C")
    dialog.list.setCurrentRow(1)
    assert "(not in this file)" in dialog.terms.item(1).text()
    dialog.remove_group()
    dialog.search.setText("vomit")
    assert sum(not dialog.terms.item(i).isHidden() for i in range(dialog.terms.count())) == 1
    assert dialog.groups == (TermGroup("C", ("Nausea",)),)
    dialog.reject()
    assert view.planning.events.groups == groups


def test_rules_change_the_counts_and_the_note(shown, demo, qtbot):
    _, view = shown(demo, "adverse_events")
    before = by_row(view)["Any adverse event"]["Events"]
    view.ask_rules()
    view.dialog.emergent.setChecked(False)
    view.dialog.interval.setCurrentIndex(1)
    view.dialog.accept()
    qtbot.waitUntil(lambda: "whenever it began" in view.note.text())
    assert int(by_row(view)["Any adverse event"]["Events"]) == len(demo.study.adverse_events) > int(before)
    assert "Wilson" in view.note.text()


def test_the_paragraph_is_of_the_same_rules(shown, demo, window):
    shown(demo, "adverse_events")
    words = window.trial_window.workspace.analysis["efficacy"]
    words.show_view("words")
    plan = PLAN.with_value("events", "groups", (OEDEMA,))
    window.session.planning.restore(plan)
    paragraph = words.view.computation()(asked(demo.study, plan=plan), words.view.settings)
    assert "oedema anywhere" in paragraph.results_text.lower()
