"""Body map, rules of a patient and responders: what is on screen is what the analyses give."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from sscviewer.analysis.endpoints.meaning import patient_meaning
from sscviewer.analysis.endpoints.responders import patients_behind, responders
from sscviewer.analysis.endpoints.skin_map import compare_maps, skin_maps
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.analysis.plan.responses import ChangedLimit, EndpointSettings, OwnRule
from sscviewer.clinical.skin_score import SITE_CODES
from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.dialogs.own_rules import OwnRules
from sscviewer.gui.state.endpoint_choices import remembered, values_of, with_values
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.model.load_report import LoadReport
from sscviewer.report.manifest import read_manifest
from tests.analysis.endpoint_study import make_study
from tests.gui.conftest import ticket
from tests.gui.trials import show_trial
from tests.planned import PLAN, population


def prepared(collected):
    report = LoadReport(collected.source, (), (), (), collected.issues, ())
    return prepare_trial(collected, report, Path("/nowhere/demo.xlsx"), ticket(), PLAN)


@pytest.fixture(scope="module")
def demo(demo_study):
    return prepared(demo_study)


@pytest.fixture
def shown(window, demo):
    show_trial(window, demo)
    window.session.set_usubjid("SSC-003")
    return window


@pytest.fixture
def skin(shown):
    shown.trial_window.details.tabs.setCurrentIndex(1)
    return shown.trial_window.details.skin


def test_nothing_is_made_out_of_sight(shown):
    details = shown.trial_window.details
    assert details.skin.view.figure() is None
    assert details.meaning.text.toPlainText() == ""


def test_the_last_examination_is_shown_first(skin, demo):
    maps = skin_maps(demo.study, "SSC-003", 0)
    assert [skin.visit.itemText(i) for i in range(skin.visit.count())] == [
        f"{one.visit} · {one.total:g} of 51" for one in maps
    ]
    assert skin.visit.currentIndex() == len(maps) - 1
    (body,) = skin.view.map.chart.bodies
    assert body.skin == maps[-1]


def test_the_map_follows_the_patient_and_the_point_that_was_clicked(shown, skin, demo):
    study = demo.study
    shown.session.set_usubjid("SSC-002")
    frame = study.measurements
    row = frame[(frame["USUBJID"] == "SSC-002") & (frame["PARAMCD"] == "MRSS")].index[1]
    shown.session.set_selected(("measurements", int(row)))
    (body,) = skin.view.map.chart.bodies
    assert (body.skin.usubjid, body.skin.visit) == ("SSC-002", frame["AVISIT"][row])
    assert body.skin.recorded == frame["AVAL"][row]


def test_a_click_on_a_site_shows_its_course(shown, skin, demo, qtbot):
    chart = skin.view.map.chart
    places = [
        (x, y)
        for x in range(0, skin.view.map.width(), 3)
        for y in range(0, skin.view.map.height(), 3)
        if (mark := chart.mark_at(x, y)) is not None and mark.key == "MRSS02"
    ]
    place = places[len(places) // 2]
    hover = chart.mark_at(*place).text
    qtbot.mouseClick(skin.view.map.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(*place))
    maps = skin_maps(demo.study, "SSC-003", 0)
    assert skin.view.course.chart.score.tolist() == [one.sites[1].score for one in maps]
    assert skin.view.words.text() == "Anterior chest"
    assert shown.session.selected == ("measurements", maps[-1].sites[1].row)
    assert maps[-1].sites[1].srcref in hover
    assert skin.view.map.chart.mark_at(*place).key == "MRSS02", "the map stays where it is"


def test_without_sites_the_pane_says_so(opened):
    details = opened.trial_window.details
    details.tabs.setCurrentIndex(1)
    assert not details.skin.view.isVisible()
    assert "no scores of single skin sites" in details.skin.empty.text()


def test_two_visits_and_their_difference_in_a_window(shown, demo, tmp_path):
    shown.actions_["skin"].trigger()
    dialog = shown.trial_window.skin
    maps = skin_maps(demo.study, "SSC-003", 0)
    first, second, change = dialog.view.map.chart.bodies
    assert (first.skin, second.skin) == (maps[0], maps[-1])
    assert change.change == compare_maps(maps[0], maps[-1])
    assert f"total {maps[0].total_words}" in dialog.note.text()
    dialog.second.setCurrentIndex(0)
    dialog.second.activated.emit(0)
    assert len(dialog.view.map.chart.bodies) == 1
    dialog.copy.click()
    assert not QGuiApplication.clipboard().image().isNull()
    for suffix in ("svg", "png", "pdf"):
        path = tmp_path / f"skin.{suffix}"
        choices = FigureChoices(path, 174.0, 0.0, 100, 8.0, None, True, False)
        shown.figures.write(choices, shown.figures.shown(dialog.view.figure(), of_all=False))
        assert path.stat().st_size > 1000
    # A manifest must not pass the patient's page off as the map.
    choices = FigureChoices(tmp_path / "map.svg", 174.0, 0.0, 100, 8.0, None, True, True)
    shown.figures.write(choices, shown.figures.shown(dialog.view.figure(), of_all=False))
    (listed,) = read_manifest(tmp_path / "map.svg.json").files
    assert (listed.kind, listed.shows) == ("skin map", "SSC-003")
    text = (tmp_path / "skin.svg").read_text(encoding="utf-8")
    assert "Patient SSC-003" in text
    dialog.close()


def test_the_rules_of_a_patient_are_those_of_the_analysis(shown, demo):
    meaning = shown.trial_window.details.meaning
    shown.trial_window.details.tabs.setCurrentIndex(2)
    visits = patient_meaning(demo.study, "SSC-003", EndpointSettings())
    assert [meaning.visit.itemText(i) for i in range(meaning.visit.count())] == [v.avisit for v in visits]
    text = meaning.text.toPlainText().replace("\xa0", " ").split("\n")
    for line in visits[-1].lines:
        assert text[text.index(f"▸ {line.name}") + 1] == line.verdict
    meaning.text.anchorClicked.emit(QUrl("rule:OMERACT"))
    text = meaning.text.toPlainText()
    omeract = next(line for line in visits[-1].lines if line.code == "OMERACT")
    for words, cells in omeract.inputs:
        assert words in text
        assert all(cell in text for cell in cells)


def test_the_rules_follow_the_patient_once_the_picture_is_there(shown, demo, qtbot):
    meaning = shown.trial_window.details.meaning
    shown.trial_window.details.tabs.setCurrentIndex(2)
    shown.session.set_usubjid("SSC-013")
    assert meaning.text.toPlainText() == "", "nothing of the patient before"
    shown.session.set_usubjid("SSC-002")
    qtbot.waitUntil(lambda: "Progression, OMERACT" in meaning.text.toPlainText().replace("\xa0", " "))
    assert meaning.visit.count() == len(patient_meaning(demo.study, "SSC-002", EndpointSettings()))


def test_missing_inputs_are_named():
    study = make_study({"A": {"FVCPP": {0: 60.0, 6: 56.5}, "DLCOPP": {0: 50.0}}})
    (visit,) = patient_meaning(study, "A", EndpointSettings())
    lines = {line.code: line for line in visit.lines}
    assert (lines["OMERACT"].verdict, lines["OMERACT"].missing) == ("not known", ("DLCO at Month 6",))
    assert lines["OMERACT"].inputs[0][0] == "FVC, % predicted 60.0 → 56.5: −3.5 (−5.8 %)"
    assert lines["FVC_WORSE"].verdict == "yes"


@pytest.fixture
def table(shown, qtbot):
    shown.session.set_view("efficacy")
    page = shown.trial_window.workspace.analysis["efficacy"]
    page.show_view("responders")
    qtbot.waitUntil(lambda: bool(page.view.result))
    return page


def test_responders_are_those_of_analyse(table, demo):
    expected = responders(demo.study, population(demo.study), EndpointSettings(), None, level=0.95)
    assert table.view.result == expected
    last = [r for r in expected if r.denominator == "treated" and r.avisit == "Month 12"]
    table.view.visit.setCurrentIndex(table.view.visit.findData("Month 12"))
    table.view.visit.activated.emit(0)
    rows = table.view.rows.model.listing.rows
    assert [row[0] for row in rows] == [r.words for r in last]
    assert [row[2] for row in rows] == [f"{r.n} of {r.N}" for r in last]
    assert [row[4] for row in rows] == [f"{r.lower:.1f} to {r.upper:.1f}" for r in last]


def test_a_row_opens_its_patients(table, demo):
    row = next(r for r in table.view._listed if r.rule == "FVC_IMPROVED")
    table.view.rows.cell_chosen.emit(table.view._listed.index(row), 2)
    frame = demo.study.measurements
    wide = frame[frame["PARAMCD"] == "FVCPP"].pivot_table(index="USUBJID", columns="AVISIT", values="AVAL")
    better = wide.index[(wide["Month 12"] - wide["Baseline"]) >= 3 - 1e-9].tolist()
    assert patients_behind(demo.study, population(demo.study), row, EndpointSettings(), None) == tuple(better)
    assert len(table.drill.model.listing.rows) == row.n == len(better)


def test_a_rule_of_ones_own_is_a_row_and_is_remembered(table, shown, demo, qtbot):
    table.view.ask_own()
    dialog = table.view.dialog
    dialog.parameter.setCurrentIndex(dialog.parameter.findData("FVCPP"))
    dialog.way.setCurrentIndex(dialog.way.findData(1))
    dialog.limit.setValue(3.0)
    dialog.add.click()
    dialog.accept()
    code = "OWN_FVCPP_RISE_3"
    qtbot.waitUntil(lambda: any(r.rule == code for r in table.view.result or ()))
    found = {r.rule: r.n for r in table.view.result if r.avisit == "Month 12" and r.denominator == "treated"}
    assert found[code] == found["FVC_IMPROVED"]
    (own,) = shown.session.planning.plan.responses.own
    assert (own.name, own.limit, own.sign) == ("FVC, % predicted", 3.0, 1)


def test_own_rules_can_be_removed(qtbot):
    dialog = OwnRules({"MRSS": "MRSS"}, (OwnRule("MRSS", "MRSS", -1, 4.0),))
    qtbot.addWidget(dialog)
    dialog.remove.click()
    assert dialog.texts == ()


def test_the_defaults_of_the_settings_file_are_those_of_the_analyses(tmp_path):
    assert with_values(PLAN, remembered(Settings(tmp_path / "none.ini"))) == PLAN


def test_a_plan_and_its_values_are_one():
    rule = OwnRule("MRSS", "MRSS", -1, 4.0, is_relative=True)
    changed = (ChangedLimit("HAQ_WORSE", points=0.2),)
    responses = EndpointSettings(changed, shaq_line_cm=10.0, indeterminate=None, own=(rule,))
    derivation = DerivationSettings("NHANES III", prefer="computed", tolerance=3.0)
    plan = replace(PLAN, responses=responses, derivation=derivation)
    assert with_values(PLAN, values_of(plan)) == plan
    assert with_values(plan, {}) == plan


def test_nonsense_in_the_settings_file_is_no_rule(tmp_path):
    settings = Settings(tmp_path / "some.ini")
    settings.set("endpoints/own", ["what", "FVC|+1|x||FVC", "FVC|2|1.0||FVC", "FVC|-1|5.0|percent|FVC, L"])
    assert [rule.words for rule in with_values(PLAN, remembered(settings)).responses.own] == [
        "FVC, L lower by 5 % or more (relative, your own rule)"
    ]


def test_how_endpoints_are_made_is_asked_and_applied(window, qtbot):
    gaps = {code: {0: 2.0} for code in SITE_CODES[:16]}
    show_trial(window, prepared(make_study({"A": gaps | {"FVCPP": {0: 60.0}}})))
    assert "MRSS" not in window.session.trial.study.parameters
    window.actions_["endpoints"].trigger()
    dialog = window.opening.endpoints.dialog
    box = dialog.fields["endpoints/most_missing_sites"]
    box.setCurrentIndex(box.findData(2))
    dialog.fields["endpoints/limit/FVC_WORSE/points"].setValue(5.0)
    with qtbot.waitSignal(window.session.trial_changed):
        dialog.accept()
    frame = window.session.trial.study.measurements
    assert frame[frame["PARAMCD"] == "MRSS"]["AVAL"].tolist() == [34.0]
    assert window.session.planning.plan.responses == EndpointSettings(
        most_missing_sites=2, changed=(ChangedLimit("FVC_WORSE", points=5.0),)
    )


def test_defaults_are_restored(window):
    window.actions_["endpoints"].trigger()
    dialog = window.opening.endpoints.dialog
    dialog.fields["endpoints/all_have_ild"].setChecked(False)
    dialog.buttons.button(dialog.buttons.StandardButton.RestoreDefaults).click()
    assert dialog.chosen["endpoints/all_have_ild"] is True
    dialog.reject()


def test_derived_measurements_say_so(shown):
    shown.actions_["panels"].trigger()
    dialog = shown.trial_window.dialog
    texts = {dialog.list.item(i).toolTip(): dialog.list.item(i).text() for i in range(dialog.list.count())}
    assert texts["FVCZ"].endswith("· derived")
    assert not texts["FVC"].endswith("derived")
    dialog.reject()


def test_a_derived_value_shows_its_recipe(shown, demo):
    frame = demo.study.measurements
    row = frame[(frame["PARAMCD"] == "FVCZ") & (frame["USUBJID"] == "SSC-003")].index[0]
    shown.session.set_selected(("measurements", int(row)))
    text = shown.trial_window.details.text.toPlainText()
    assert "Derived value" in text
    recipe = text.partition("How it was computed")[2]
    assert recipe.startswith("\nGLI-2012, female (Demographics!E4)")
