"""What is said of cells in the mapping dialog, several roles of a sheet, all numbers at once, and undo."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtGui import QKeySequence

from sscviewer.gui.dialogs.mapping.dialog import MappingDialog
from sscviewer.gui.state.theme import load_theme
from sscviewer.model.questions import Answer
from sscviewer.workbook import load_study
from sscviewer.workbook.preview.preview import look_at

ROWS = [
    ["Ward", "Patient", "Time", "FVC (L)", "BP", "Odd"],
    *([None, f"P{p}", t, 2.5 + 0.1 * p - t / 100, "n.d.", p + t] for p in range(4) for t in (0, 2, 4, 8)),
]
ROWS[1][0], ROWS[1][4] = "a", "142/98"


@pytest.fixture
def path(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "cells.xlsx")
    return tmp_path / "cells.xlsx"


@pytest.fixture
def dialog(qtbot, path, tmp_path):
    """The dialog, with what the worker does done at once."""
    look = look_at(path)
    dialog = MappingDialog(look.preview(), load_theme(dark=False), tmp_path)
    qtbot.addWidget(dialog)
    dialog.answers_asked.connect(
        lambda sheet: dialog.draft.replace_preview(look.with_answers(sheet, dialog.draft.answers))
    )
    dialog.show()
    dialog.tabs.setCurrentWidget(dialog.cells)
    return dialog


def choose(dialog, name):
    names = [column.name for column in dialog.draft.preview.columns]
    place = dialog.cells.model.shown.index(names.index(name))
    dialog.cells.view.setCurrentIndex(dialog.cells.model.index(place, 0))


def shown(dialog):
    model = dialog.cells.model
    cells = [[model.index(r, c).data() for c in range(4)] for r in range(model.rowCount())]
    return {row[0]: row[1:] for row in cells}


def test_every_column_is_there_with_its_first_cells_and_what_it_is_read_as(dialog):
    table = shown(dialog)
    assert list(table) == ROWS[0]
    assert table["FVC (L)"][0].startswith("2.5")
    assert table["Patient"][1:] == ["16", "Patient"]
    assert table["Ward"][1] == "1"


def test_a_unit_of_times_is_chosen_and_gives_other_study_days(dialog, path):
    choose(dialog, "Time")
    unit = dialog.cells.unit
    unit.setCurrentIndex(unit.findData("months"))
    unit.activated.emit(unit.currentIndex())
    assert dialog.draft.answers == (Answer("time_unit", "Data", "Time", "months"),)
    assert shown(dialog)["Time"][0].startswith("Month 0")
    study = load_study(path, mapping=dialog.draft.said).study
    assert sorted(set(study.measurements["ADY"])) == [1, 61, 122, 244]


def test_cells_are_filled_down_and_each_change_is_undone(dialog):
    before = dialog.draft.mapping
    assert not dialog.undo_button.isEnabled()
    choose(dialog, "Ward")
    dialog.cells.fill.click()
    assert shown(dialog)["Ward"][1] == "16"
    filled = dialog.draft.mapping
    dialog.draft.set_role("subjects")
    assert dialog.draft.mapping != filled
    assert dialog.undo_button.shortcut() == QKeySequence(QKeySequence.StandardKey.Undo)
    dialog.undo_button.click()
    assert dialog.draft.mapping == filled
    dialog.undo_button.click()
    assert dialog.draft.mapping == before
    assert shown(dialog)["Ward"][1] == "1"
    assert not dialog.undo_button.isEnabled()


def test_pairs_are_split_and_starting_again_joins_them(dialog):
    choose(dialog, "BP")
    dialog.cells.split.click()
    assert {"BP, first", "BP, second"} <= set(shown(dialog))
    dialog.again_button.click()
    assert dialog.draft.answers == ()
    assert list(shown(dialog)) == ROWS[0]


def test_all_remaining_numbers_become_measurements_at_once(dialog, path):
    sheet = dialog.draft.sheet
    few = tuple(p for p in sheet.parameters if p.code == "FVC")
    dialog.draft.set_sheet(replace(sheet, parameters=few))
    dialog.tabs.setCurrentWidget(dialog.measures)
    assert dialog.measures.all_button.isEnabled()
    dialog.measures.all_button.click()
    assert not dialog.measures.all_button.isEnabled()
    study = load_study(path, mapping=dialog.draft.mapping).study
    assert {"FVC", "ODD"} <= set(study.measurements["PARAMCD"])


def test_a_sheet_may_have_several_roles(dialog):
    dialog.draft.set_role("measurements")
    offered = [dialog.role.itemData(i) for i in range(dialog.role.count())]
    assert "measurements+adverse_events" in offered
    assert "measurements+exposure" in offered
    dialog.draft.set_role("measurements+adverse_events")
    assert set(dialog.draft.sheet.fields) == {"measurements", "adverse_events"}
    assert dialog.role.currentText() == "Measurements and adverse events"
