"""No two keys of a menu alike, in the menu bar, its menus, and those that open elsewhere."""

import re
from collections import Counter

import pytest
from PySide6.QtWidgets import QMenu

from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.model.change import Changes
from tests.gui.trials import show_trial


def key_of(text):
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found.group(1).casefold() if found else ""


def doubled(texts):
    n = Counter(filter(None, map(key_of, texts)))
    return {key for key, times in n.items() if times > 1}


@pytest.fixture
def full(window, demo):
    """The window with everything its menus can offer."""
    show_trial(window, demo)
    window.session.set_changes(Changes("May", True, ()))
    window.session.set_filters(PatientFilter(sex=("F",), least_grade=1))
    return window


def every_menu(window):
    """Yield every menu of the window with what is in it, those too that are filled when they open."""
    todo, seen = list(window.findChildren(QMenu)), set()
    while todo:
        menu = todo.pop()
        if id(menu) in seen:
            continue
        seen.add(id(menu))
        menu.aboutToShow.emit()
        yield menu
        todo += [a.menu() for a in menu.actions() if isinstance(a.menu(), QMenu)]


def test_no_two_keys_alike(full):
    assert not doubled([action.text() for action in full.menuBar().actions()])
    found = {}
    n = 0
    for menu in every_menu(full):
        texts = [action.text() for action in menu.actions()]
        n += len(texts)
        if double := doubled(texts):
            found[menu.title() or menu.parent().accessibleName()] = (double, texts)
    assert found == {}
    assert n > 100


def test_entries_of_the_menu_bar_have_keys(full):
    for name in ("File", "Edit", "Patient", "View", "Figures", "Help"):
        menu = full.actions_.menus[name]
        without = [a.text() for a in menu.actions() if not a.isSeparator() and not key_of(a.text())]
        assert without == [], name
