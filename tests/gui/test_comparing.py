"""What changed, in the window: by itself from fingerprints, exactly when an older file is chosen."""

import openpyxl
import pytest

from tests.gui.trials import answer_file


@pytest.fixture(scope="module")
def exports(demo_path, tmp_path_factory):
    """Two exports of one study: in the newer one, one grade is another and one event is gone."""
    folder = tmp_path_factory.mktemp("exports")
    book = openpyxl.load_workbook(demo_path)
    book.save(folder / "may.xlsx")
    book["Adverse Events"]["I2"] = 2
    book["Adverse Events"].delete_rows(3)
    book.save(folder / "june.xlsx")
    return folder / "may.xlsx", folder / "june.xlsx"


def open_file(window, qtbot, path):
    with qtbot.waitSignal(window.session.trial_changed):
        window.open_file(path)
    qtbot.waitUntil(lambda: not window.tasks.is_running("changes since the last file"))


def test_a_later_export_says_what_changed_since_the_last(window, qtbot, exports, places):
    may, june = exports
    open_file(window, qtbot, may)
    assert window.session.changes is None
    data = window.trial_window.workspace.data
    assert data.tables.tabs.tabText(2) == "Changes"
    assert data.tables.changes.view.isHidden()
    open_file(window, qtbot, june)
    assert window.session.changes.counts() == {"added": 0, "changed": 1, "gone": 1}
    assert data.tables.tabs.tabText(2) == "Changes (2)"
    rows = [tuple(data.tables.changes.model.index(r, c).data() for c in range(6)) for r in range(2)]
    assert rows[0] == (
        "Changed", "SSC-001", "Adverse Events!I2", "Adverse events", "nausea after dose", "CTCAE grade",
    )  # fmt: skip
    assert rows[1] == (
        "Gone",
        "SSC-001",
        "was at Adverse Events!A3",
        "Adverse events",
        "(its name was not kept)",
        "",
    )
    assert "not kept" in data.tables.changes.words.text()
    assert "0 rows added, 1 changed, 1 gone" in window.message.text
    data.tables.changes.view.activated.emit(data.tables.changes.model.index(0, 0))
    assert (window.session.view, window.session.usubjid) == ("patient", "SSC-001")
    assert list(places.snapshots.iterdir())
    window.opening.forget()
    qtbot.waitUntil(lambda: not list(places.snapshots.iterdir()))


def test_an_older_file_gives_old_and_new_values(window, qtbot, exports, tmp_path):
    may, june = exports
    open_file(window, qtbot, june)
    with qtbot.waitSignal(window.session.changes_changed):
        window.actions_["compare"].trigger()
        answer_file(window, may)
    data = window.trial_window.workspace.data
    assert window.session.view == "data"
    assert data.tables.tabs.currentWidget() is data.tables.changes
    assert data.tables.changes.model.index(0, 5).data() == "CTCAE grade: 1 → 2"
    assert data.tables.changes.model.index(1, 4).data() == "tired all the time"
    assert data.tables.changes.words.text() == "Since may.xlsx: 0 rows added, 1 changed, 1 gone in 1 patient."
    data.tables.changes.kind.setCurrentIndex(2)
    data.tables.changes.kind.activated.emit(2)
    assert data.tables.changes.model.rowCount() == 1
    path = save_changes(window, tmp_path / "changes.xlsx")
    sheet = openpyxl.load_workbook(path)["Table"]
    assert [[cell.value for cell in row][:3] for row in sheet.iter_rows()] == [
        ["Change", "Patient", "Where"],
        ["Gone", "SSC-001", "was at Adverse Events!A3"],
    ]
    about = [row[0].value for row in openpyxl.load_workbook(path)["About"].iter_rows()]
    assert about[0] == data.tables.changes.words.text()
    assert about[1] == "1 of 2 changes, as the list was narrowed."
    assert "june.xlsx" in about[-1]
    data.tables.tabs.setCurrentIndex(0)
    assert not window.actions_["save_table"].isEnabled()


def save_changes(window, path):
    assert window.actions_["save_table"].isEnabled()
    window.trial_window.workspace.data.tables.changes.save_button.click()
    answer_file(window, path)
    assert window.message.text == f"Saved 1 row to {path.name}."
    return path


def test_a_file_that_cannot_be_read_is_told(window, qtbot, exports, tmp_path):
    open_file(window, qtbot, exports[0])
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"nothing")
    with qtbot.waitSignal(window.comparing.told):
        window.actions_["compare"].trigger()
        answer_file(window, bad)
    assert "bad.xlsx" in window.message.text
    assert window.session.changes is None
    assert window.progress.isHidden()


def test_nothing_is_kept_where_files_are_not_remembered(window, qtbot, exports, places):
    window.opening.remember(False)
    open_file(window, qtbot, exports[0])
    assert not places.snapshots.exists()
