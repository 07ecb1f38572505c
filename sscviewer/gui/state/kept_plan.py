"""The plan kept for files of a shape, beside the mapping kept for it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.whole_file import write_whole_file

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.workbook.mapping.mapping import Mapping


def plan_path(library: Path, shape: str) -> Path:
    """Return where the plan of a shape lies."""
    return library / f"{shape}.plan.toml"


def keep_plan(library: Path, shape: str, plan: "AnalysisPlan") -> None:
    """Keep the plan for the next file of the shape (raises OSError)."""
    from sscviewer.analysis.plan.plan_file import plan_text

    library.mkdir(parents=True, exist_ok=True)
    write_whole_file(plan_path(library, shape), plan_text(plan).encode("utf-8"))


def kept_plan(
    library: Path | None, shape: str, mapping: "Mapping", otherwise: "AnalysisPlan"
) -> "AnalysisPlan":
    """Return the plan kept for a shape; without one `otherwise`, with the groups of the mapping.

    A line that can no longer be used, or a file that can no longer be read, counts as not said: the plan is
    shown on its page, and what it is made from can be kept again.
    """
    from sscviewer.analysis.plan.events import term_groups
    from sscviewer.analysis.plan.plan_file import UnreadablePlan, read_plan

    try:
        if library is not None and shape:
            return read_plan(plan_path(library, shape).read_text(encoding="utf-8")).plan
    except (OSError, UnicodeDecodeError, UnreadablePlan):
        pass
    events = replace(otherwise.events, groups=term_groups(mapping.groups))
    return replace(otherwise, events=events)
