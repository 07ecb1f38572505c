"""Whom the counts of a table hold: the patients behind a cell."""

from collections.abc import Mapping

from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.counted import counted

Whom = Mapping[tuple[int, int], tuple[str, ...]]
"""(row, column) of a listing -> the patients its number counts."""
NOBODY: Whom = {}


def in_column(column: int, patients: list[tuple[str, ...]]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Return the patients of a column, a row each."""
    return {(row, column): who for row, who in enumerate(patients)}


def drill_of(listing: Listing, whom: Whom, row: int, column: int) -> Drill | None:
    """Return the patients of a cell to be listed; None where it counts nobody."""
    patients = whom.get((row, column), ())
    if not patients:
        return None
    title = ", ".join(part for part in (listing.rows[row][0].strip(), listing.columns[column]) if part)
    return Drill(f"{title}: {counted(len(patients), 'patient')}", usubjids=patients)
