"""The manual names menus, keys, pages and pictures that are there."""

import re

import pytest

from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.key_card import card_sections
from sscviewer.gui.dialogs.manual import FOLDERS
from sscviewer.gui.state.actions import ACTIONS, MENUS
from sscviewer.gui.state.showing import PAGES
from sscviewer.gui.window.trial_views import VIEWS_OF

PATHS = [path for folder in FOLDERS for path in sorted(resource_path(folder).glob("*.md"))]
TEXTS = {path.stem: " ".join(path.read_text(encoding="utf-8").split()) for path in PATHS}
IS_KEY = re.compile(r"\((?:key )?\**((?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z?]|F\d+))\**(?:\)|,)")


def plain(text):
    return text.replace("&", "").replace("…", "")


def entries(menu):
    """Return the words of everything below a menu, with the keys of each."""
    specs = [spec for spec in ACTIONS if spec.menu.split("/")[0] == menu]
    submenus = [plain(part) for spec in specs for part in spec.menu.split("/")[1:]]
    # filled with the files themselves: "Open recent"
    return dict.fromkeys([*submenus, "Open recent"], ()) | {plain(spec.text): spec.keys for spec in specs}


@pytest.mark.parametrize("page", TEXTS)
def test_menus_and_their_keys_are_as_the_manual_says(page):
    for menu, rest in re.findall(r"(\w+) ▸ (.{60})", TEXTS[page]):
        if menu in MENUS:
            said = plain(rest)
            found = [name for name in entries(menu) if said.startswith(name)]
            assert found, f"{menu} ▸ {rest}"
            key = IS_KEY.search(rest[: len(max(found, key=len)) + 18])
            assert key is None or key[1] in entries(menu)[max(found, key=len)], rest


@pytest.mark.parametrize("page", TEXTS)
def test_a_key_behind_the_name_of_an_entry_is_its_key(page):
    named = {plain(words): spec.keys for spec in ACTIONS for words in (spec.short, spec.text) if words}
    for name, after in re.findall(r"\*\*(?:\w+ ▸ )?([^*▸]+?)…?\*\*( \([^)]*\))", TEXTS[page]):
        if (key := IS_KEY.search(after)) and name in named:
            assert key[1] in named[name], name


@pytest.mark.parametrize("page", TEXTS)
def test_pages_and_pictures_it_points_to_are_there(page):
    for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", TEXTS[page]):
        assert any((path.parent / picture).is_file() for path in PATHS), picture
    lines = [line for path in PATHS for line in path.read_text(encoding="utf-8").splitlines()]
    headings = {line.lstrip("# ").strip() for line in lines if line.startswith("#")}
    for heading in re.findall(r"[Ss]ee \*([^*▸]+)\*", TEXTS[page]):
        assert heading in headings, heading


def test_it_has_a_page_for_each_page_of_the_window_and_at_least_twenty_answers():
    assert [words for words in PAGES.values() if f"## {plain(words)}" not in TEXTS["0b_pages"]] == []
    assert TEXTS["0_how_do_i"].count("**… ") >= 20


@pytest.mark.parametrize("page", VIEWS_OF)
def test_every_view_of_a_page_is_described(page):
    text = "\n".join(path.read_text(encoding="utf-8") for path in PATHS)
    named = {bold or head for bold, head in re.findall(r"\*\*([^*]+)\*\*|^## (.+)$", text, re.MULTILINE)}
    assert [view.title for view in VIEWS_OF[page] if view.title not in named] == []


def test_the_card_says_of_the_wheel_what_the_manual_says():
    figure = dict(card_sections(ACTIONS)[-1][1])
    assert figure["Ctrl+wheel"] == "Zoom in time"
    assert "Ctrl and the wheel** always zoom" in TEXTS["3_picture"]
