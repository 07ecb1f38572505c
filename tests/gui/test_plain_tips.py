"""What looks like HTML in a cell of the file is text on the screen: in tooltips, tables and labels."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

import sscviewer
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.panes.table_model import Listing, ListingModel
from sscviewer.plots.screen.plain_tip import plain_tip

HTML = ('<img src="leak.png">rash', "a <b>bold</b> word", "x <br> y\nsecond  line", "<a href='x'>P&amp;1</a>")
SOURCES = sorted(Path(sscviewer.__file__).parent.rglob("*.py"))


def read_by_qt(tip):
    """Return what a tooltip reads as."""
    if not tip.startswith("<p"):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("text", HTML)
def test_html_in_a_tip_reads_as_it_was_written(qapp, text):
    assert plain_tip(text) != text
    assert "<img" not in plain_tip(text)
    assert read_by_qt(plain_tip(text)) == text


@pytest.mark.parametrize("text", ["", "p < 0.05 and > 0.01", "Grade ≥ 3 & serious", "one\ntwo"])
def test_other_text_is_left_alone(qapp, text):
    assert plain_tip(text) == text


def test_tables_and_cut_lines_show_html_as_text(qapp, qtbot):
    model = ListingModel(Listing(("Term",), tuple((text,) for text in HTML)))
    for row, text in enumerate(HTML):
        index = model.index(row, 0)
        assert model.data(index, Qt.ItemDataRole.DisplayRole) == text
        assert read_by_qt(model.data(index, Qt.ItemDataRole.ToolTipRole)) == text
        label = ElidedLabel()
        qtbot.addWidget(label)
        label.setText(text)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert read_by_qt(label.toolTip()) == text


def is_ours(node):
    """Return whether an expression is made of our own words only."""
    if isinstance(node, ast.IfExp):
        return is_ours(node.body) and is_ours(node.orelse)
    if isinstance(node, ast.BinOp):
        return is_ours(node.left) and is_ours(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id == "plain_tip" or (node.func.id == "tr" and is_ours(node.args[0]))
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id.isupper())


def tips_of(path):
    """Yield line and text of every tooltip a file sets or shows, and of what models return for one."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            if name == "setToolTip" or (name == "showText" and len(node.args) > 1):
                yield node.lineno, node.args[name == "showText"]


def test_every_tooltip_in_the_program_is_our_words_or_made_plain():
    tips = [(path, line, text) for path in SOURCES for line, text in tips_of(path)]
    assert len(tips) > 80
    assert not [f"{path.name}:{line}" for path, line, text in tips if not is_ours(text)]
