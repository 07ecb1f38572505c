"""Which columns of each table are shown and how wide: as the user left them, kept in the settings."""

import json
from collections.abc import Mapping

from sscviewer.gui.state.settings import Settings

KEY = "tables/looks"
HIDDEN = 0
"""The width of a column that is not shown."""
MOST_TABLES = 200
"""Of more tables than this the ones not touched for longest are forgotten."""


class TableLooks:
    """Widths in pixels by table and heading of the column; only those the user changed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, table: str) -> dict[str, int]:
        """Return heading -> width of a table's columns, `HIDDEN` for one that is not shown."""
        return self._all().get(table, {})

    def keep(self, table: str, widths: Mapping[str, int]) -> None:
        """Remember a table's columns; without any the table is as it was made."""
        known = self._all()
        known.pop(table, None)
        if widths:
            known[table] = dict(widths)
        lines = [json.dumps([name, known[name]], ensure_ascii=False) for name in list(known)[-MOST_TABLES:]]
        self._settings.set(KEY, lines)

    def _all(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for line in self._settings.texts(KEY):
            try:
                name, widths = json.loads(line)
                found[str(name)] = {str(head): int(width) for head, width in widths.items()}
            except (ValueError, TypeError, AttributeError):
                continue
        return found
