"""Tables: columns chosen and widths kept by table, the first column in sight, copies with plain numbers."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import Listing, ListingModel
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.table_looks import TableLooks

COLUMNS = ("Patient", *(f"Column {i} with a long heading" for i in range(1, 9)))
ROWS = tuple((f"A{i}", *(f"−{i}.{j}" for j in range(1, 9))) for i in range(40))


class Window(QWidget):
    def __init__(self, path) -> None:
        super().__init__()
        self.table_looks = TableLooks(Settings(path))


@pytest.fixture
def shown(qtbot, tmp_path):
    """Return a table in a window that remembers how tables were left."""
    windows = []

    def make(name="Results", columns=COLUMNS):
        window = Window(tmp_path / "settings.ini")
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(420, 300)
        model = ListingModel(Listing(columns, tuple(row[: len(columns)] for row in ROWS)), window)
        view = ListingView(model, name, window)
        view.resize(420, 300)
        view.fit_columns()
        window.show()
        return view

    return make


def column_menu(view):
    menu = view.menu_at(QPoint(-5, -5))
    (columns,) = [action.menu() for action in menu.actions() if action.text() == "Columns"]
    return menu, [action for action in columns.actions() if action.text()]


def test_a_column_taken_away_stays_away_in_that_table_only(shown):
    view = shown()
    menu, columns = column_menu(view)
    assert not columns[0].isEnabled()
    columns[2].setChecked(False)
    menu.deleteLater()
    assert view.isColumnHidden(2)
    assert shown().isColumnHidden(2)
    assert not shown("Another").isColumnHidden(2)
    again = shown()
    again.forget_looks()
    assert not again.isColumnHidden(2)
    assert not shown().isColumnHidden(2)


def test_a_width_set_by_hand_is_kept_by_heading(shown, qtbot):
    view = shown()
    view.setColumnWidth(3, 77)
    qtbot.waitUntil(lambda: view.window().table_looks.of("Results") == {COLUMNS[3]: 77})
    fewer = shown(columns=(COLUMNS[0], COLUMNS[3], COLUMNS[4]))
    assert fewer.columnWidth(1) == 77


def test_the_first_column_stays_in_sight(shown):
    view = shown()
    assert not view.frozen.isVisible()
    view.horizontalScrollBar().setValue(150)
    QApplication.processEvents()
    frozen = view.frozen
    assert frozen.isVisible()
    assert frozen.width() == view.columnWidth(0)
    assert [column for column in range(len(COLUMNS)) if not frozen.isColumnHidden(column)] == [0]
    view.verticalScrollBar().setValue(200)
    assert frozen.verticalScrollBar().value() == view.verticalScrollBar().value()
    y = frozen.rowViewportPosition(12)
    assert y == view.rowViewportPosition(12)
    view.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_copies_have_headings_and_numbers_other_programs_read(shown):
    view = shown()
    view.selectRow(3)
    view.copy()
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t") == list(COLUMNS)
    assert [float(text) for text in row.split("\t")[1:]] == [-3 - j / 10 for j in range(1, 9)]
    at = view.visualRect(view.model().index(3, 1)).center()
    menu = view.menu_at(at)
    next(action for action in menu.actions() if action.text() == "Copy this cell").trigger()
    assert QGuiApplication.clipboard().text() == "-3.1"
    menu.deleteLater()


def test_a_cell_said_in_another_language_is_measured_as_shown_and_copied_as_it_is(qtbot):
    model = ListingModel(Listing(("Patient", "End"), (("A1", "Death"),)), said=lambda text: 4 * text)
    view = ListingView(model, "Results")
    model.setParent(view)
    qtbot.addWidget(view)
    view.fit_columns()
    index = view.model().index(0, 1)
    assert index.data() == 4 * "Death"
    assert view.columnWidth(1) > view.fontMetrics().horizontalAdvance(4 * "Death")
    view.resize(420, 300)
    menu = view.menu_at(view.visualRect(index).center())
    next(action for action in menu.actions() if action.text() == "Copy this cell").trigger()
    assert QGuiApplication.clipboard().text() == "Death"
    menu.deleteLater()


def test_what_another_version_wrote_is_no_look(tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    settings.set("tables/looks", ["{", "[]", '["T", {"A": "x"}]', '["U", {"A": 5}]'])
    looks = TableLooks(settings)
    assert looks.of("T") == {}
    assert looks.of("U") == {"A": 5}
    looks.keep("U", {})
    assert looks.of("U") == {}


def test_the_column_that_gives_way_stays_wide_enough_to_be_read(qtbot):
    columns = ("Adverse event", *COLUMNS[1:])
    rows = tuple(("Alanine aminotransferase increased", *row[1:]) for row in ROWS)
    model = ListingModel(Listing(columns, rows))
    view = ListingView(model, "Results", stretch=0)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.fit_columns()
    view.show()
    words = view.fontMetrics().horizontalAdvance("Alanine aminotransfer")
    assert view.columnWidth(0) > words
    view.resize(4000, 300)
    QApplication.processEvents()
    assert view.horizontalHeader().length() == view.viewport().width()
    view.resize(420, 300)
    QApplication.processEvents()
    assert view.columnWidth(0) > words
