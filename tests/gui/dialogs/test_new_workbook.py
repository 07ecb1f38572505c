"""An empty trial workbook is saved from the File menu with the sheets ticked."""

import openpyxl

from tests.gui.trials import answer_file


def save(window, qtbot, path, untick=()):
    window.actions_["new_workbook"].trigger()
    dialog = window.new_workbook.dialog
    for key in untick:
        dialog.boxes[key].setChecked(False)
    total = dialog.total.text()
    with qtbot.waitSignal(window.new_workbook.told):
        dialog.buttons.button(dialog.buttons.StandardButton.Save).click()
        answer_file(window, path)
    return total


def test_the_sheets_ticked_are_in_the_file(window, qtbot, tmp_path):
    total = save(window, qtbot, tmp_path / "mine", untick=("haq", "medication"))
    assert total == "The workbook will have 7 sheets, and one with instructions."
    names = openpyxl.load_workbook(tmp_path / "mine.xlsx").sheetnames
    assert len(names) == 8
    assert not {"HAQ", "Medication"} & set(names)
    assert window.message.text == "Saved to mine.xlsx: fill it in Excel or LibreOffice, then open it here."


def test_patients_cannot_be_left_out(window):
    window.actions_["new_workbook"].trigger()
    dialog = window.new_workbook.dialog
    assert not dialog.boxes["patients"].isEnabled()
    assert dialog.boxes["patients"].isChecked()
    dialog.reject()


def test_what_cannot_be_written_is_said(window, qtbot, tmp_path):
    save(window, qtbot, tmp_path / "no folder" / "mine.xlsx")
    assert "cannot be written" in window.message.text
