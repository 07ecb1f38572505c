"""The actions of a window, built from the table of what the user can do, and their menus."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.state.action_table import ACTIONS, MENUS, ActionSpec, plain_words


class Actions(QObject):
    """The actions of a window, built from a table.

    Attributes
    ----------
    table
        The specifications.
    menus
        The menus, by their paths ("View/Time a&xis"), once they are filled.
    """

    def __init__(
        self, window: QWidget, targets: Mapping[str, Any], table: tuple[ActionSpec, ...] = ACTIONS
    ) -> None:
        super().__init__(window)
        self.table = table
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.menus: dict[str, QMenu] = {}
        for spec in table:
            self._actions[spec.id] = self._build(spec, window, targets)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for name, title in MENUS.items():
            self.menus[name] = bar.addMenu(tr(title))
        for spec in self.table:
            menu = self._menu(spec.menu, self.menus)
            if spec.separated:
                menu.addSeparator()
            menu.addAction(self._actions[spec.id])

    def meet(self, conditions: frozenset[str]) -> None:
        """Enable what can be done now."""
        for spec in self.table:
            self._actions[spec.id].setEnabled(spec.when == "always" or spec.when in conditions)

    def show_choice(self, does: str, values: frozenset[str]) -> None:
        """Tick the entries of a group that stand for these values."""
        for spec in self.table:
            if spec.does == does and spec.value:
                self._actions[spec.id].setChecked(spec.value in values)

    def add_view_keys(self, view: QWidget) -> None:
        """Let the `view_keys` work in a widget and what is inside it."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for spec in self.table:
            for key in spec.view_keys:
                shortcut = QShortcut(QKeySequence(key), view, context=context)
                shortcut.activated.connect(self._actions[spec.id].trigger)

    def _build(self, spec: ActionSpec, window: QWidget, targets: Mapping[str, Any]) -> QAction:
        action = QAction(tr(spec.text), self)
        action.setObjectName(spec.id)
        action.setIconText(tr(spec.short) or plain_words(tr(spec.text)))
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(bool(spec.choice))
        action.setData(spec.value)
        action.setEnabled(spec.when == "always")
        who, _, slot = spec.does.partition(".")
        target = getattr(targets[who], slot)
        if spec.value:
            self._group(spec, target).addAction(action)
        else:
            action.triggered.connect(target)
        window.addAction(action)
        return action

    def _group(self, spec: ActionSpec, target: Any) -> QActionGroup:
        if spec.does not in self._groups:
            group = QActionGroup(self)
            policies = QActionGroup.ExclusionPolicy
            group.setExclusionPolicy(policies.Exclusive if spec.choice == "one" else policies.None_)
            group.triggered.connect(target)
            self._groups[spec.does] = group
        return self._groups[spec.does]

    def _menu(self, path: str, menus: dict[str, QMenu]) -> QMenu:
        if path not in menus:
            parent, _, text = path.rpartition("/")
            menus[path] = menus[parent].addMenu(tr(text))
        return menus[path]
