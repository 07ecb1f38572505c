"""The Plan page: a line changes the plan and says what it moves; undo, default, files."""

import pytest

from sscviewer.analysis.plan.lines import LINES
from sscviewer.analysis.plan.plan_file import plan_text, read_plan
from sscviewer.analysis.plan_effects import plan_effects
from sscviewer.gui.plan.editors import ChoiceEditor, ListEditor, ShownOnly, TextEditor
from tests.gui.trials import answer_file, cut_labels, show_trial
from tests.planned import PLAN


@pytest.fixture
def page(window, trial):
    show_trial(window, trial)
    window.session.set_view("plan")
    return window.trial_window.workspace.plan


def settle(page, qtbot):
    qtbot.waitUntil(lambda: not page.effects.stop.isVisible())
    return page.effects.lines.text()


def choose(row, value):
    row.editor.combo.setCurrentIndex([one for one, _ in row.line.choices].index(value))
    row.editor.combo.activated.emit(row.editor.combo.currentIndex())


def type_into(row, text):
    row.editor.field.setText(text)
    row.editor.field.setModified(True)
    row.editor.field.editingFinished.emit()


def test_every_line_has_a_row_that_shows_its_value(page):
    assert [row.line for row in page.rows] == list(LINES)
    for row in page.rows:
        assert not row.is_changed
        words, editor = row.line.value_words(row.line.value(PLAN)), row.editor
        assert editor.isEnabled() == bool(row.line.used_by)
        if isinstance(editor, ChoiceEditor):
            assert editor.combo.currentText() == words
        elif isinstance(editor, ListEditor):
            assert editor.button.toolTip() == words
        elif isinstance(editor, TextEditor):
            assert editor.field.toolTip() == words
        else:
            assert isinstance(editor, ShownOnly)
            assert editor.label.text().startswith(words)
        assert (row.used_by.text() == "not yet used") == (not row.line.used_by)


def test_what_a_line_decides_stands_below_its_editor_in_a_narrow_page_and_nothing_is_cut(page, window, qapp):
    row = page.row("events", "emergent_only")
    for width, is_below in ((1400, False), (960, True), (1400, False)):
        window.resize(width, 700)
        qapp.processEvents()
        assert window.width() == width
        assert (row.used_by.y() >= row.editor.geometry().bottom()) == is_below
        assert cut_labels(page) == []


def test_a_line_changes_the_plan_is_marked_and_says_what_it_moves(page, window, trial, qtbot):
    row, planning = page.row("events", "emergent_only"), window.session.planning
    choose(row, False)
    plan = PLAN.with_value("events", "emergent_only", False)
    assert planning.plan == plan
    assert row.is_changed
    assert row.mark.text()
    assert row.back.isVisible()
    assert page.summary.text() == "1 line differs from the default"
    assert page.effects.heading.text() == (
        "Adverse events · Events that are counted: begun or worsened on treatment → all, whenever they began"
    )
    lines = settle(page, qtbot).split("\n")
    effects = plan_effects(trial.collected, PLAN, plan)
    assert tuple(lines[: len(effects.moved)]) == effects.moved
    row.back.click()
    assert planning.plan == PLAN
    assert not row.back.isVisible()
    assert page.summary.text() == ""


def test_what_cannot_be_used_stays_in_its_line(page, window):
    row = page.row("events", "window_days")
    type_into(row, "soon")
    assert window.session.planning.plan == PLAN
    assert row.editor.problem.text() == "“soon” cannot be used: write a number."
    type_into(row, "")
    assert window.session.planning.plan.events.window_days is None
    assert not row.editor.problem.isVisible()


def test_a_list_is_ticked(page, window):
    row = page.row("model", "covariates")
    age = next(action for action in row.editor.menu.actions() if action.data() == "AGE")
    age.trigger()
    assert window.session.planning.plan.model.covariates == ("AGE",)


def test_undo_and_redo_are_in_the_menu(page, window, qtbot):
    actions, row = window.actions_, page.row("events", "unsaid_is_related")
    assert not actions["undo"].isEnabled()
    choose(row, False)
    assert actions["undo"].isEnabled()
    actions["undo"].trigger()
    assert window.session.planning.plan == PLAN
    assert row.editor.combo.currentText() == "counts as related"
    assert not actions["undo"].isEnabled()
    actions["redo"].trigger()
    assert row.is_changed
    page.all_back.click()
    assert window.session.planning.plan == PLAN
    actions["undo"].trigger()
    assert row.is_changed


def test_all_back_leaves_what_is_a_fact_of_the_trial(page, window):
    window.session.planning.choose(PLAN.with_value("study", "dose_schedule", "1: 100"))
    choose(page.row("events", "unsaid_is_related"), False)
    page.all_back.click()
    assert window.session.planning.plan == PLAN.with_value("study", "dose_schedule", "1: 100")


def test_lines_are_found_by_words_and_by_being_changed(page):
    page.search.setText("wilson")
    assert [row.line.name for row in page.rows if row.words.isVisible()] == []
    page.search.setText("clopper")
    assert [row.line.name for row in page.rows if row.words.isVisible()] == ["interval"]
    assert [head.text() for head, _ in page._heads if head.isVisible()] == ["Adverse events"]
    page.search.setText("")
    page.only_changed.setChecked(True)
    assert not any(row.words.isVisible() for row in page.rows)
    page._planning.choose(PLAN.with_value("study", "title", "A trial"))
    assert [row.line.name for row in page.rows if row.words.isVisible()] == ["title"]


def test_a_plan_is_saved_and_opened_again(page, window, tmp_path):
    window.settings.set("files/save_folder", str(tmp_path))
    choose(page.row("events", "unsaid_is_related"), False)
    plan = window.session.planning.plan
    window.actions_["save_plan"].trigger()
    answer_file(window, tmp_path / "mine")
    path = tmp_path / "mine.toml"
    assert read_plan(path.read_text(encoding="utf-8")).plan == plan
    window.actions_["undo"].trigger()
    window.actions_["open_plan"].trigger()
    answer_file(window, path)
    assert window.session.planning.plan == plan
    assert window.message.text == "The plan of mine.toml is in force."


def test_lines_of_a_file_that_cannot_be_used_are_listed_and_the_rest_is_used(page, window, tmp_path):
    text = plan_text(PLAN.with_value("events", "unsaid_is_related", False))
    path = tmp_path / "other.toml"
    path.write_text(
        text.replace("[events]", "[events]\nwindow = 3\n").replace("level = 0.95", "level = 7", 1)
    )
    window.plan_files.read(path)
    assert window.session.planning.plan.events.unsaid_is_related is False
    problems = read_plan(path.read_text(encoding="utf-8")).problems
    assert len(problems) == 2
    assert page.effects.lines.text() == "\n".join(problems)
    assert page.effects.heading.text() == ("other.toml: 2 lines are not followed")


@pytest.mark.parametrize(
    ("content", "said"), [(b"[events", "is not a plan"), (b"\xff\xfe\x00", "cannot be read")]
)
def test_a_file_that_is_no_plan_changes_nothing(page, window, tmp_path, content, said):
    path = tmp_path / "no.toml"
    path.write_bytes(content)
    window.plan_files.read(path)
    assert said in window.message.text
    assert window.session.planning.plan == PLAN
    assert not window.session.planning.can_undo


def test_lines_that_the_open_trial_cannot_follow_are_listed_by_line(page, window, tmp_path):
    path = tmp_path / "other.toml"
    path.write_text('[endpoints]\nmultiplicity = "holm"\nvisit = "Month 99"\n')
    window.plan_files.read(path)
    assert window.session.planning.plan.endpoints.visit == "Month 99"
    assert page.effects.heading.text() == "other.toml: 1 line is not followed"
    assert page.effects.lines.text().startswith("Line 3: endpoints.visit: this file has no visit “Month 99”")
