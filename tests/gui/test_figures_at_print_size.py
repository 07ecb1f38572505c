"""Every figure at 85 mm and 8 pt is whole: each text is on the page, and no text lies over another."""

from pathlib import Path

import openpyxl
import pytest

from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.gui.state.trial import HowToRead, Trial, load_trial
from sscviewer.gui.window.main_window import unseen_views
from sscviewer.plots.charts.chart import chart_on_paper
from sscviewer.plots.paper.figure_files import FigureSize, Paper
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.patient.save import lay_out_on_paper
from tests.gui.conftest import ticket
from tests.planned import PLAN
from tests.plots.text_boxes import covered, outside, text_boxes
from tests.sdtm_trial import MADE, write_sheets

COLUMN = FigureSize(85.0)
FOOTER = "a_trial_export.xlsx · SHA-256 0123456789ab · 20 patients · 2026-01-31 · sscviewer"
LONGEST, MOST_EVENTS = 200, 60
ARMS = ("Placebo", "100 mg", "50 mg")


def read(path: Path) -> Trial:
    return load_trial(path, ticket(), HowToRead(), lambda: PLAN)


@pytest.fixture(scope="module")
def hard(demo_path, tmp_path_factory) -> Trial:
    """The demo with three arms, long names of patients, terms of 200 characters and 60 events in one."""
    book = openpyxl.load_workbook(demo_path)
    for sheet in book:
        heads = [cell.value for cell in sheet[1]]
        if "Subject" in heads:
            for row in sheet.iter_rows(min_row=2, min_col=heads.index("Subject") + 1):
                row[0].value = f"SITE-0012-A-LONG-STUDY-{row[0].value}-RESCREENED"
    patients = book["Demographics"]
    at = patients.max_column + 1
    patients.cell(1, at, "Treatment arm")
    for row in range(2, patients.max_row + 1):
        patients.cell(row, at, ARMS[row % len(ARMS)])
    events = book["Adverse Events"]
    heads = [cell.value for cell in events[1]]
    who, term = heads.index("Subject"), heads.index("Preferred term")
    for row in events.iter_rows(min_row=2):
        row[term].value = f"{row[term].value} as told at length {'by the patient ' * 20}"[:LONGEST]
    rows = [[cell.value for cell in row] for row in events.iter_rows(min_row=2)]
    first = rows[0][who]
    for i in range(MOST_EVENTS - sum(row[who] == first for row in rows)):
        row = list(rows[i])
        row[who], row[heads.index("AE number")] = first, 100 + i
        events.append(row)
    path = tmp_path_factory.mktemp("hard") / "hard.xlsx"
    book.save(path)
    return read(path)


@pytest.fixture(scope="module")
def three_arms(tmp_path_factory) -> Trial:
    return read(write_sheets(MADE["labs"](), tmp_path_factory.mktemp("sdtm") / "labs.xlsx"))


@pytest.fixture(params=["demo", "hard", "three_arms"])
def sample(request) -> Trial:
    return request.getfixturevalue(request.param)


def faults(name: str, paper: Paper) -> list[str]:
    boxes = text_boxes(paper)
    assert boxes, f"{name} has no words"
    # Numbers on the marks of events near each other: the later mark covers the earlier, number and all.
    over = [(a, b) for a, b in covered(boxes) if not (a.isdigit() and b.isdigit() and len(a + b) == 2)]
    return [f"{name}: {word!r} is cut by the page" for word in outside(boxes, paper)] + [
        f"{name}: {a!r} lies over {b!r}" for a, b in over
    ]


def test_every_view_of_the_whole_trial(sample, qapp):
    views, found, drawn = unseen_views(sample, None), [], 0
    for name in views.names():
        figure, _, _ = views.made(name, {})
        if figure is not None:
            drawn += 1
            found += faults(name, chart_on_paper(figure, size=COLUMN, font_pt=8, footer=FOOTER))
    views.close()
    assert drawn > 20
    assert not found, "\n".join(found)


def test_the_pages_of_the_patients_with_most_and_fewest_events(sample, qapp):
    codes = default_parameters(sample.study)
    frame = trial_frame(sample.study, codes)
    pages = [patient_page(sample.study, usubjid, frame, codes) for usubjid in sample.study.usubjids]
    pages.sort(key=lambda page: len(page.timeline.events))
    found = []
    for page in (pages[0], pages[len(pages) // 2], pages[-1]):
        paper = lay_out_on_paper(page, frame, FigureSettings(COLUMN, font_pt=8, footer=FOOTER))
        found += faults(page.usubjid, paper)
        panel = next(panel for panel in paper.drawing.panels if panel.name == "events")
        reach = [shape.reach[1] for lane in panel.shapes() for _, shape in lane]
        right, box = max(reach, default=0.0), panel.box
        assert right + paper.drawing.ink.em * 0.6 <= box.right, "the head of an arrow is cut"
    assert not found, "\n".join(found)
