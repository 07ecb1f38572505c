"""What changed in the results since an older export, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sscviewer.model.change import NOT_COMPARED

if TYPE_CHECKING:
    from sscviewer.model.change import ResultChange


def since_json(found: tuple[ResultChange, ...]) -> list[dict[str, Any]]:
    """Return them as JSON."""
    return [one.to_json() for one in found]


def since_text(found: tuple[ResultChange, ...], older: str) -> str:
    """Return a line for each number, table by table."""
    n = sum(one.row != NOT_COMPARED for one in found)
    none = f"No number of the results differs from those of {older}."
    if not found:
        return none
    lines = [f"{n} numbers of the results differ from those of {older}:" if n else none]
    table = ""
    for one in found:
        if one.table != table:
            table = one.table
            lines += ["", table]
        if one.row == NOT_COMPARED:
            lines.append(f"  {one.row}: {one.before or one.now}")
            continue
        by = f"  [{one.by_words}]" if one.by else ""
        lines.append(f"  {one.row}, {one.column}: {one.before} → {one.now}{by}")
    return "\n".join(lines)
