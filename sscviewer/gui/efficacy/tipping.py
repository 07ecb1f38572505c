"""How far the missing changes of two arms would have to differ to change a result."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.efficacy.estimates import COLUMNS, cells
from sscviewer.gui.efficacy.model_choice import ModelShown, ModelView
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.efficacy.tipping_grid import TippingGrid

HEADS = ("Shift of the arm", "Shift of the reference", *COLUMNS)
SIDES = {-1: "interval below zero", 0: "interval holds zero", 1: "interval above zero"}


def compute_grids(asked: "Asked", shown: ModelShown) -> "tuple[TippingGrid, ...]":
    """Return a grid for each arm but the reference."""
    from sscviewer.analysis.efficacy.tipping_grid import tipping_grids

    return tipping_grids(asked.study, asked.who.efficacy, shown.settings(asked.plan))


class TippingView(ModelView):
    """A point for each pair of shifts, coloured by the side of zero the interval of the difference is on."""

    name: ClassVar[str] = "tipping"
    title: ClassVar[str] = "Tipping point"
    needs: ClassVar[Needs] = ("arms", "endpoints")

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=8)
        self.arm = self.controls.combo("Arm")
        self.controls.only_show(self._redraw, self.arm.activated)

    def computation(self) -> Compute:
        """Return the function that shifts."""
        return compute_grids

    def show_result(self, result: "tuple[TippingGrid, ...]") -> None:
        """Offer the arms, and show the one chosen."""
        choose(self.arm, [(grid.arm, f"{grid.arm} against {grid.reference}") for grid in result])
        self.controls.offer(self.arm, len(result) > 1)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        from sscviewer.analysis.arms.comparisons import ONE_ARM

        if self.result is None:
            return
        grid = next((grid for grid in self.result if grid.arm == self.arm.currentData()), None)
        figure, listing = (nothing(ONE_ARM), Listing(HEADS, ())) if grid is None else shown(grid)
        rows = len(listing.rows)
        own, other = ((), ()) if grid is None else grid.absent
        self.show_both(figure, listing, {**in_column(0, rows * [own]), **in_column(1, rows * [other])})


def nothing(why: str) -> Figure:
    """Return a picture that says why there is none."""
    axis = number_axis(-1.0, 1.0)
    data = ScatterData(axis, axis, (), empty=why)
    return Figure("tipping", "", lambda ink: Scatter(ink, data), "")


def shown(grid: "TippingGrid") -> tuple[Figure, Listing]:
    """Return the picture and the table of an arm."""
    from sscviewer.analysis.efficacy.tipping_grid import grid_words
    from sscviewer.analysis.number_words import change_digits, interval_words, signed

    digits = change_digits(grid.parameter)
    title = f"{grid.parameter.axis_label} at {grid.avisit}: {grid.arm} against {grid.reference}"
    if not grid.cells:
        return nothing(grid.note), Listing(HEADS, ())
    sides = tuple(sorted({cell.side for cell in grid.cells}))
    reach = 1.08 * grid.shifts[-1]
    unit = f", {grid.parameter.unit}" if grid.parameter.unit else ""
    points = tuple(
        Point(
            cell.of_reference,
            cell.of_arm,
            "",
            f"{signed(cell.of_arm, digits)} and {signed(cell.of_reference, digits)}: difference "
            f"{signed(cell.estimate.estimate, digits)} ({interval_words(cell.estimate, digits)})",
            sides.index(cell.side),
        )
        for cell in grid.cells
    )
    data = ScatterData(
        number_axis(-reach, reach, f"Shift of the missing changes of {grid.reference}{unit}"),
        number_axis(-reach, reach, f"Shift of those of {grid.arm}{unit}"),
        points,
        tuple(SIDES[side] for side in sides),
        (0.0,),
        (0.0,),
    )
    texts = tuple(
        (
            signed(cell.of_arm, digits),
            signed(cell.of_reference, digits),
            *cells(cell.estimate, digits),
        )
        for cell in grid.cells
    )
    figure = Figure(
        f"tipping_{grid.parameter.paramcd}", title, lambda ink: Scatter(ink, data), grid_words(grid, digits)
    )
    return figure, Listing(HEADS, texts, frozenset(range(len(HEADS))))
