"""One record at two stages of a file: as read, and as the plan settled it, which adds computed rows."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscviewer.model.study import Study


def same_record(here: "Study", there: "Study", table: str, row: int) -> int:
    """Return the row at the other stage of the file; -1 for a value that the program computed."""
    if here is there:
        return row
    usubjid = str(here.column(table, "USUBJID")[row])
    names = ("PARAMCD", "DTYPE", "AVALC") if table == "measurements" else ()
    rows = there.rows(table, usubjid)
    cells = there.column(table, "SRCREF")[rows]
    alike: list[int] = [
        rows.start + i for i, cell in enumerate(cells) if cell == here.column(table, "SRCREF")[row]
    ]
    for name in names:
        said = here.column(table, name)[row]
        alike = [other for other in alike if there.column(table, name)[other] == said]
    if not alike:
        return -1
    # Several records of one cell and the same words keep their order.
    first = here.rows(table, usubjid).start
    before = sum(_is_twin(here, table, row, other, names) for other in range(first, row))
    return alike[min(before, len(alike) - 1)]


def _is_twin(study: "Study", table: str, row: int, other: int, names: tuple[str, ...]) -> bool:
    columns = (study.column(table, name) for name in ("SRCREF", *names))
    return all(bool(column[row] == column[other]) for column in columns)
