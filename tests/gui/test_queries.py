"""The log of queries in the window: asked, numbered for good, set, answered by a list that came back."""

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from sscviewer.gui.dialogs.question import choose_file, save_dialog
from sscviewer.gui.saving.queries import KINDS, by_site
from tests.gui.trials import answer_file


@pytest.fixture
def data(opened):
    opened.session.set_view("data")
    page = opened.trial_window.workspace.data
    page.tables.tabs.setCurrentWidget(page.tables.queries)
    return page


def shown(data):
    pane = data.tables.queries.pane
    return [pane.model.listing.rows[i] for i in pane.model.shown]


def ask(window, qtbot, path, *, each_site=False):
    window.actions_["queries"].trigger()
    window.queries.dialog.site_box.setChecked(each_site)
    for box in window.queries.dialog.boxes.values():
        box.setChecked(box.isEnabled())
    window.queries.dialog.accept()
    with qtbot.waitSignal(window.queries.told):
        answer_file(window, path)


def numbers(path):
    sheet = openpyxl.load_workbook(path)["Queries"]
    return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_findings_are_asked_once_and_keep_their_numbers(opened, data, tmp_path, qtbot):
    ask(opened, qtbot, tmp_path / "first.xlsx")
    assert opened.message.text == "Saved 3 queries to first.xlsx."
    assert [row[:2] for row in shown(data)] == [("1", "open"), ("2", "open"), ("3", "open")]
    assert {row[3] for row in shown(data)} == {"A1", "A2", ""}
    ask(opened, qtbot, tmp_path / "second.xlsx")
    assert "0 of them are new" in opened.message.text
    assert numbers(tmp_path / "first.xlsx") == numbers(tmp_path / "second.xlsx") == [1, 2, 3]


def test_a_finding_becomes_a_query_by_its_menu_and_no_file_is_asked_for(opened, data, qtbot):
    view = data.tables.issues.view
    for expected in ("New in the log", "In the log of queries already"):
        menu = view.menu_at(view.visualRect(view.model().index(0, 0)).center())
        (action,) = [action for action in menu.actions() if action.text() == "Query this finding"]
        with qtbot.waitSignal(opened.queries.told):
            action.trigger()
        menu.close()
        assert opened.message.text.startswith(expected)
    (query,) = opened.study_queries.all()
    issue = data.tables.issues._lines[data.tables.issues.model.shown[0]]
    assert query.question.usubjid == issue.usubjid


def test_the_status_of_the_selected_queries_is_set_in_place(opened, data, tmp_path, qtbot):
    ask(opened, qtbot, tmp_path / "list.xlsx")
    table = data.tables.queries
    assert not table.set_button.isEnabled()
    table.pane.view.selectRow(1)
    assert table.set_button.isEnabled()
    assert table.full.text().startswith("2: ")
    assert [action.text() for action in table.menu.actions()] == [
        "Open", "Answered", "Closed", "Will not query",
    ]  # fmt: skip
    table.menu.actions()[3].trigger()
    assert [row[1] for row in shown(data)] == ["open", "will not query", "open"]
    assert "1 will not query" in table.words.text()
    table.status.setCurrentIndex(table.status.findData("open"))
    table.status.activated.emit(0)
    assert [row[0] for row in shown(data)] == ["1", "3"]
    ask(opened, qtbot, tmp_path / "again.xlsx")
    assert numbers(tmp_path / "again.xlsx") == [1, 3]
    assert "“will not query”" in opened.message.text


def test_answers_that_came_back_are_taken_in_and_unknown_numbers_told(opened, data, tmp_path, qtbot):
    path = tmp_path / "list.xlsx"
    ask(opened, qtbot, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Queries"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("Site's answer") + 1).value = "The 3rd of May"
    sheet.cell(3, heads.index("No.") + 1).value = 77
    sheet.cell(3, heads.index("Site's answer") + 1).value = "?"
    book.save(path)
    opened.actions_["answers"].trigger()
    with qtbot.waitSignal(opened.queries.told):
        answer_file(opened, path)
    assert opened.message.text == "Took in 1 answer of list.xlsx. Not in the log: 77."
    first = shown(data)[0]
    assert (first[0], first[1], first[9]) == ("1", "answered", "The 3rd of May")
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    with qtbot.waitSignal(opened.queries.told):
        opened.queries.take_in(other)
    assert opened.message.text.startswith("“other.csv” has no columns")


def test_each_site_gets_a_file_and_no_earlier_one_is_lost(opened, data, tmp_path, qtbot):
    for _ in range(2):
        ask(opened, qtbot, tmp_path / "q.xlsx", each_site=True)
    written = sorted(path.name for path in tmp_path.glob("q_*.xlsx"))
    assert len(written) % 2 == 0
    assert any(name.endswith("(2).xlsx") for name in written)
    first = [path for path in tmp_path.glob("q_*.xlsx") if "(2)" not in path.name]
    assert sorted(n for path in first for n in numbers(path)) == [1, 2, 3]


def test_without_a_memory_the_list_is_written_and_numbered_for_this_time(opened, data, tmp_path, qtbot):
    opened.reviews.close()
    ask(opened, qtbot, tmp_path / "list.xlsx")
    assert numbers(tmp_path / "list.xlsx") == [1, 2, 3]
    assert "numbered for this time only" in opened.message.text
    with qtbot.waitSignal(opened.queries.told):
        opened.queries.take_in(tmp_path / "list.xlsx")
    assert "not kept" in opened.message.text


def test_a_query_opens_its_patient(opened, data, tmp_path, qtbot):
    ask(opened, qtbot, tmp_path / "list.xlsx")
    place = next(i for i, row in enumerate(data.tables.queries.pane.model.listing.rows) if row[3] == "A2")
    data.tables.queries.pane.row_chosen.emit(place)
    assert (opened.session.view, opened.session.usubjid) == ("patient", "A2")


def test_a_kind_with_an_ending_of_two_parts_gives_a_name_that_has_both(opened, tmp_path, qtbot):
    (tmp_path / "q.redcap.csv").write_text("mine", "utf-8")
    dialog = save_dialog(opened, "Save", tmp_path / "q.xlsx", KINDS)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    chosen = []
    choose_file(dialog, chosen.append)
    kind = next(words for words in dialog.nameFilters() if "REDCap" in words)
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)
    dialog.selectFile(str(tmp_path / "q.csv"))
    dialog.accept()
    assert chosen == [tmp_path / "q (2).redcap.csv"]
    assert list(by_site(chosen[0], ())) == []
