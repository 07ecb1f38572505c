"""The doses a plan has lie under those given."""

from sscviewer.analysis.patient.patient_page import with_planned_dose
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.plots.panel import View
from sscviewer.plots.patient.page_drawing import PageDrawing, whole_range

SCHEDULE = "1: 100, 15: 900, until 200"


def dose_panel(trial, ink, usubjid="S04", schedule=SCHEDULE):
    frame = with_planned_dose(DEFAULT_PLAN.with_value("study", "dose_schedule", schedule), trial.frame)
    drawing = PageDrawing(frame, ink, ("dose",))
    drawing.lay_out(trial.page(usubjid), View(*whole_range(frame)), 1000.0, 400.0)
    return next(strip.panel for strip in drawing.strips if strip.panel.name == "dose")


def line_of(panel):
    """Return the days and doses of the planned line as it is painted."""
    from PySide6.QtGui import QImage, QPainter

    lines = []

    class Watched(QPainter):
        def drawPolyline(self, points):
            lines.append([(panel.box.day(p.x()), panel.box.value(p.y())) for p in points])

    image = QImage(1000, 400, QImage.Format.Format_RGB32)
    painter = Watched(image)
    panel.draw_under(painter, panel.box, panel.scene)
    painter.end()
    return lines


def test_each_planned_step_is_drawn_on_its_days_at_its_dose(dense, ink) -> None:
    panel = dose_panel(dense, ink)
    [line] = line_of(panel)
    expected = [(1, 100), (15, 100), (15, 900), (201, 900)]
    assert [(round(day, 3), round(dose, 3)) for day, dose in line] == expected


def test_the_axis_reaches_the_highest_planned_dose_for_every_patient(dense, ink) -> None:
    assert {dose_panel(dense, ink, u).box.high > 900 for u in ("S01", "S04")} == {True}
    assert dose_panel(dense, ink, schedule="").box.high < 900


def test_without_a_plan_there_is_no_line(dense, ink) -> None:
    assert line_of(dose_panel(dense, ink, schedule="")) == []


def test_the_mouse_is_told_the_planned_dose(dense, ink) -> None:
    panel = dose_panel(dense, ink)
    step = panel.scene.page.dose.steps[0]
    mark = panel.mark_at(panel.box.x(step.start + 0.5), panel.box.bottom - 2)
    assert "planned on its first day: 100" in mark.text
    none = dose_panel(dense, ink, schedule="")
    assert "planned" not in none.mark_at(none.box.x(step.start + 0.5), none.box.bottom - 2).text


def test_the_same_plan_leaves_the_frame(dense) -> None:
    plan = DEFAULT_PLAN.with_value("study", "dose_schedule", SCHEDULE)
    frame = with_planned_dose(plan, dense.frame)
    assert with_planned_dose(plan, frame) is frame
