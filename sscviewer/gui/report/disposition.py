"""How the trial ended for everybody, by arm: statuses, reasons for stopping, time on study."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.table_page import TablePage, in_order
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.not_shown_words import counted
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.parts import Parts
from sscviewer.gui.table_model import Listing

if TYPE_CHECKING:
    from sscviewer.analysis.population import Population
    from sscviewer.analysis.trial_ends import ArmEnds, Group, TimeOnStudy, TrialEnds
    from sscviewer.model.study import Study

TIMES: "tuple[tuple[str, Callable[[TimeOnStudy], str]], ...]" = (
    ("n", lambda time: str(time.n)),
    ("Mean ± SD", lambda time: f"{_number(time.mean)} ± {_number(time.sd)}" if time.n else "–"),
    ("Median", lambda time: _number(time.median)),
    ("Minimum to maximum", lambda time: f"{_number(time.min)} to {_number(time.max)}" if time.n else "–"),
    ("Patient-years", lambda time: f"{time.years:.1f}"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its patients in each column, None on headings and times."""

    label: str
    texts: tuple[str, ...]
    groups: "tuple[Group | None, ...]"
    strong: bool = False


def compute_ends(study: "Study", who: "Population", settings: None) -> "TrialEnds":
    """Return how the trial ended."""
    from sscviewer.analysis.trial_ends import trial_ends

    return trial_ends(study, who)


class Disposition(TablePage):
    """Patients of each status and reason, n and percent of the treated; a click lists them."""

    name: ClassVar[str] = "disposition"
    title: ClassVar[str] = "Disposition"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, ordered=True, stretch=0)
        self.rows.view.setToolTip("Click a number of patients to list them")
        self._lines: tuple[Line, ...] = ()
        self._arms: tuple[str, ...] = ()

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_ends

    def show_result(self, result: "TrialEnds") -> None:
        """Show the table."""
        self._lines = lines_of(result)
        self._arms = tuple(arm.arm for arm in result.arms)
        self.show_table("Disposition and time on study", listing_of(result, self._lines), note_of(result))

    def cell_clicked(self, row: int, column: int) -> None:
        """List the patients of a count."""
        line = self._lines[row]
        group = line.groups[column - 1] if column else None
        if group is not None and group.n:
            arm = self._arms[column - 1]
            where = "" if arm == "ALL" else f" ({arm})"
            title = f"{line.label.strip()}{where}: {counted(group.n, 'patient', 'patients')}"
            self.drill_asked.emit(Drill(title, usubjids=group.usubjids))


def lines_of(ends: "TrialEnds") -> tuple[Line, ...]:
    """Return the lines of the table, from enrolled to time on study."""
    arms = ends.arms
    whole = [("Enrolled", ends.enrolled), ("Screen failures", ends.screen_failures)]
    whole.append(("Not treated", ends.not_treated))
    lines = [
        Line(
            words if at == 0 else f"    {words}",
            (str(group.n), *("" for _ in arms[1:])),
            (group, *(None for _ in arms[1:])),
            at == 0,
        )
        for at, (words, group) in enumerate(whole)
        if at == 0 or group.n
    ]
    lines.append(_counts("Treated", arms, [arm.treated for arm in arms], strong=True))
    lines.append(_counts("Completed", arms, [arm.completed for arm in arms]))
    lines.append(_counts("Stopped early", arms, [arm.stopped for arm in arms]))
    for reason in arms[0].reasons:
        of = [next((g for g in arm.reasons if g.words == reason.words), None) for arm in arms]
        lines.append(_counts(f"        {reason.words}", arms, of))
    for words, name in (("Ongoing", "ongoing"), ("End not recorded", "unknown"), ("Died", "died")):
        if getattr(arms[0], name).n:
            lines.append(_counts(words, arms, [getattr(arm, name) for arm in arms]))
    blank: tuple[None, ...] = tuple(None for _ in arms)
    lines.append(Line("Time on study, days", tuple("" for _ in arms), blank, strong=True))
    lines += [Line(f"    {words}", tuple(make(arm.time) for arm in arms), blank) for words, make in TIMES]
    return tuple(lines)


def _counts(
    label: str,
    arms: "tuple[ArmEnds, ...]",
    groups: "list[Group | None] | list[Group]",
    *,
    strong: bool = False,
) -> Line:
    texts = []
    for arm, group in zip(arms, groups, strict=True):
        n = group.n if group is not None else 0
        texts.append(f"{n} ({100 * n / arm.treated.n:.1f} %)" if n and not strong else str(n))
    return Line(label if strong else f"    {label}", tuple(texts), tuple(groups), strong)


def listing_of(ends: "TrialEnds", lines: tuple[Line, ...]) -> Listing:
    """Return the table as texts."""
    names = ["All patients" if arm.arm == "ALL" else arm.arm for arm in ends.arms]
    titles = [f"{name} (N = {arm.treated.n})" for name, arm in zip(names, ends.arms, strict=True)]
    texts = tuple((line.label, *line.texts) for line in lines)
    strong = frozenset(at for at, line in enumerate(lines) if line.strong)
    sort_keys = in_order(len(texts), range(1, len(titles) + 1))
    return Listing(("Patients", *titles), texts, sort_keys=sort_keys, strong=strong)


def note_of(ends: "TrialEnds") -> str:
    """Return what the percentages are of, and whether the sums agree."""
    notes = ["n (percent of the treated patients of the column, N)."]
    notes += ["The sums agree." if ends.adds_up else ""]
    notes += [check.words for check in ends.checks if not check.agrees]
    unknown = ends.arms[0].time.unknown
    if unknown:
        notes.append(f"Without a day of the end or of a last contact: {len(unknown)}.")
    notes.append("Time on study: from day 1 to the end, or to the last contact of those still in the trial.")
    return " ".join(note for note in notes if note)


def _number(value: float) -> str:
    return f"{value:.0f}" if math.isfinite(value) else "–"
