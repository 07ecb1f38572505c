"""The manual names only menus and keys that are there; its pictures are found."""

import re

import pytest
from PySide6.QtGui import QImage

from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.key_card import card_sections
from sscviewer.gui.dialogs.manual import CHECKLISTS, KEYS, Manual
from sscviewer.gui.state.action_table import ACTIONS, MENUS, plain_words
from sscviewer.gui.state.showing import PAGES
from sscviewer.report.checklists import CHECKLISTS as NAMES_OF_CHECKLISTS
from sscviewer.report.checklists import checklist

PAGES_OF_MANUAL = sorted(resource_path("manual").glob("*.md"))
NAMES = {plain_words(spec.text).replace("…", "") for spec in ACTIONS}
# The menu of recent files is made of files, not of actions.
SUBMENUS = {spec.menu.partition("/")[2].replace("&", "") for spec in ACTIONS} - {""} | {"Open recent"}
KEYS_THERE = {key for spec in ACTIONS for key in (*spec.keys, *spec.view_keys)}


@pytest.mark.parametrize("path", PAGES_OF_MANUAL, ids=lambda path: path.stem)
def test_every_menu_entry_named_is_there(path):
    text = path.read_text(encoding="utf-8").replace("*", "")
    for menu, rest in re.findall(rf"\b({'|'.join(MENUS)}) ▸ ([^\n]+)", text):
        entry = rest.replace("…", " …")
        assert any(entry.startswith(name) for name in NAMES | SUBMENUS), f"{menu} ▸ {rest[:40]}"


@pytest.mark.parametrize("path", PAGES_OF_MANUAL, ids=lambda path: path.stem)
def test_every_key_named_is_there(path):
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:Ctrl|Alt)\+(?:Shift\+)?(?:[A-Z0-9]\b|Left)|\bF(?:1[0-2]|[1-9])\b", text))
    assert named <= KEYS_THERE, named - KEYS_THERE


def test_the_page_of_keys_is_the_card(qtbot):
    manual = Manual()
    qtbot.addWidget(manual)
    titles = [manual.contents.item(row).text() for row in range(manual.contents.count())]
    manual.contents.setCurrentRow(titles.index("Keys"))
    text = manual.page.toPlainText()
    assert KEYS not in text
    for _, rows in card_sections(ACTIONS):
        for keys, what in rows:
            assert keys in text
            assert what in text


def test_every_page_of_the_window_has_its_picture(qtbot):
    page = (resource_path("manual") / "0b_pages.md").read_text(encoding="utf-8")
    assert re.findall(r"!\[\]\(page_(\w+)\.png\)", page) == [
        name for name in re.findall(r"page_(\w+)\.png", page)
    ]
    assert set(re.findall(r"page_(\w+)\.png", page)) == set(PAGES)
    for name in PAGES:
        assert QImage(str(resource_path("manual", f"page_{name}.png"))).width() > 1000


def test_twenty_tasks_are_answered():
    text = (resource_path("manual") / "0_how_do_i.md").read_text(encoding="utf-8")
    assert text.count("**… ") >= 20


def test_the_page_of_checklists_holds_every_item(qtbot):
    manual = Manual()
    qtbot.addWidget(manual)
    titles = [manual.contents.item(row).text() for row in range(manual.contents.count())]
    manual.contents.setCurrentRow(titles.index("Checklists for the paper"))
    text = manual.page.toPlainText()
    assert CHECKLISTS not in text
    for name in NAMES_OF_CHECKLISTS:
        for number, _, asks, *_ in checklist(name).rows:
            assert number in text
            assert asks in text
