"""Better, stable, worse, no value, died: where every patient with a baseline stands at each visit."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.analysis.arm_words import ALL, ALL_PATIENTS
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.efficacy.endpoint_view import NarrowedView
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.bars import PERCENT, Bar, BarData, Bars
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.distribution.categories import Categories as Found
    from sscviewer.analysis.distribution.categories import CategoryRow


def compute_categories(asked: "Asked", paramcd: str) -> "Found":
    """Return the categories of one endpoint."""
    from sscviewer.analysis.distribution.categories import categories

    return categories(asked.study, asked.who.efficacy, paramcd, asked.plan.responses)


class CategoriesView(NarrowedView):
    """A bar a visit, of all or of one arm; counts open their patients."""

    name: ClassVar[str] = "categories"
    title: ClassVar[str] = "Better, stable, worse"
    needs: ClassVar[Needs] = ("endpoints",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, choice="Arm", whole=(ALL, ALL_PATIENTS))
        self._listed: list[CategoryRow] = []

    def computation(self) -> Compute:
        """Return the function that sorts patients."""
        return compute_categories

    def show_result(self, result: "Found") -> None:
        """Offer the arms and show the one chosen."""
        arms = [arm for arm in dict.fromkeys(row.arm for row in result.rows) if arm != ALL]
        self.offer_parts(arms)
        self.controls.offer(self.part, bool(arms))
        self._redraw()

    def show_part(self, result: "Found", part: str) -> None:
        """Show an arm, or all patients."""
        from sscviewer.analysis.distribution.categories import CATEGORIES

        self._listed = [row for row in result.rows if row.arm == part]
        data = bars_of(result, self._listed)
        rule = say("{better}; {worse}.", better=result.better, worse=result.worse) if result.better else ""
        note = joined((capital(rule), say("Of patients with a baseline; died: by the time of the visit.")))
        title = f"{result.parameter.param}: better, stable, worse"
        figure = Figure(f"categories_{result.parameter.paramcd}", title, lambda ink: Bars(ink, data), note)
        heads = ("Visit", "Patients", *(kind.capitalize() for kind in CATEGORIES))
        rows = tuple(
            (row.avisit, str(row.n), *(_share(len(row.members[kind]), row.n) for kind in CATEGORIES))
            for row in self._listed
        )
        keys = {
            2 + k: tuple(float(len(row.members[kind])) for row in self._listed)
            for k, kind in enumerate(CATEGORIES)
        }
        self.show_both(figure, Listing(heads, rows, frozenset({1}), keys))

    def drill(self, row: int, column: int) -> Drill | None:
        """Return who stands in a category at a visit."""
        from sscviewer.analysis.distribution.categories import CATEGORIES

        if row >= len(self._listed) or not 1 <= column < 2 + len(CATEGORIES):
            return None
        if column == 1:
            everybody = tuple(usubjid for ids in self._listed[row].members.values() for usubjid in ids)
            return Drill(
                f"{self._listed[row].avisit}: {counted(len(everybody), 'patient')}", usubjids=everybody
            )
        one, kind = self._listed[row], CATEGORIES[column - 2]
        who = one.members[kind]
        return Drill(f"{kind.capitalize()} at {one.avisit}: {len(who)} of {one.n} patients", usubjids=who)


def bars_of(found: "Found", rows: "list[CategoryRow]") -> BarData:
    """Return the picture: shares stacked in the order of the categories."""
    ticks = tuple(Tick(k + 0.5, row.avisit) for k, row in enumerate(rows))
    x = Axis(0.0, float(max(len(rows), 1)), ticks, "Visit")
    bars = tuple(
        Bar(
            k + 0.0,
            k + 1.0,
            tuple(100.0 * len(members) / row.n if row.n else 0.0 for members in row.members.values()),
            "\n".join(
                [row.avisit, *(f"{kind}: {len(members)} of {row.n}" for kind, members in row.members.items())]
            ),
            row.avisit,
        )
        for k, row in enumerate(rows)
    )
    series = tuple(rows[0].members) if rows else ()
    empty = found.why_not or say("Nobody has a change at a visit.")
    return BarData(x, PERCENT, bars, series, by_change=True, empty=empty)


def _share(count: int, n: int) -> str:
    return f"{count} ({rounded(100 * count / n, 0)} %)" if n and count else str(count)
