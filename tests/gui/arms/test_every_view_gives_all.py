"""Every analysis gives a picture, a table, words, JSON, a spreadsheet, and whom each of its counts holds."""

import json
import re
from dataclasses import replace

import openpyxl

from sscviewer.analysis.labs.laboratory import laboratory, liver_entry
from sscviewer.cli.doubt_text import diagnostics_json, tipping_json
from sscviewer.cli.sensitivity_text import sensitivity_json
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.gui.window.trial_views import VIEWS_OF
from sscviewer.report.table_file import write_table
from tests.analysis.lab_trials import lab_study
from tests.analysis.labs.test_liver_ratio import ARMS, RECORDS, VISITS
from tests.gui.conftest import ticket
from tests.gui.trials import settle, show_trial
from tests.planned import PLAN, population

PAGES = tuple(VIEWS_OF)
QUICK = replace(PLAN, missing=replace(PLAN.missing, imputations=20))
OF_PRIMARY = {
    "sensitivity": sensitivity_json,
    "tipping": tipping_json,
    "diagnostics": lambda answer: diagnostics_json(answer.found),
}
"""Views whose numbers are in the document where the plan names a primary endpoint, and how they get there."""
BLOCKS = {
    "adverse_events": "adverse_events.rows",
    "events_compared": "comparisons",
    "event_rates": "event_rates.rows",
    "events_over_time": "time_to_event",
    "lab_grades": "laboratory.worst_grades",
    "labs_compared": "comparisons",
    "lab_shift": "laboratory.visits",
    "lab_visits": "laboratory.visits",
    "liver": "liver.peaks",
    "r_ratio": "liver.r_ratio.visits",
    "change": "course",
    "endpoints": "course",
    "responders": "responders",
    "responders_compared": "comparisons",
    "ancova": "ancova",
    "tests": "ancova",
    "subgroups": "subgroups",
    "arm_times": "arm_times",
    "thresholds": "distribution.thresholds",
    "categories": "distribution.categories",
    "slopes": "distribution.slopes",
    "one_arm": "one_arm",
    "windows": "visit_windows",
    "courses": "observed_means",
    "multiples": "observed_means",
    "lanes": "lanes",
    "waterfall": "last_changes",
    "tolerated_dose": "dose_question.doses",
    "tolerates_to_end": "dose_question.tolerates_to_end",
    "tolerated_by_patient": "dose_question.individual",
    "dose_benefit": "dose_question.benefit",
    "benefit_risk": "dose_question.benefit",
    "events_at_dose": "dose_question.events",
    "dose_changes": "dose_changes",
    "time_on_drug": "time_to_event",
    "why_not": "dose_question.why_not_simply",
    "exposure": "exposure",
    "serious_events": "adverse_events.rows",
    "table_1": "demographics",
    "flow": "disposition",
    "disposition": "disposition",
}
"""Where the numbers of a view stand in `analyse --json`."""


ONE_ARM = {"one_arm"}
LIVER = {"r_ratio"}
"""Views for which the demo is not enough: of two arms, and without alkaline phosphatase."""
WITHOUT_PICTURE = {
    "serious_events": "a row a record",
    "exposure": "a row a patient, each column in its unit",
    "table_1": "variables of different units have no axis in common",
}
"""Views that are lists: all but the last say where their rows are drawn."""
NO_COUNTS = {
    "words": "the words themselves",
    "report": "the words themselves",
    "next_trial": "a plan, of nobody in the file",
}
"""Views that are no analysis, and what they are."""


def block(document, path):
    for name in path.split("."):
        document = document[name]
    return document


def lacking(view, document, folder):
    """Return what a view on screen does not give."""
    lacks = []
    figure, table = view.figure(), view.table()
    if view.name in WITHOUT_PICTURE:
        notes = " ".join(table.notes) if table is not None else ""
        lacks += (
            [] if figure is None and (view.name == "table_1" or drawn(view, notes)) else ["where it is drawn"]
        )
    else:
        notes = figure.note if figure is not None else ""
        lacks += [] if figure is not None and figure.title else ["picture"]
    if not re.search(r"[a-z].*\.$", notes, re.DOTALL):
        lacks.append("words")
    if table is None or not table.rows:
        return [*lacks, "table", "XLSX", "whom"]
    path = folder / f"{view.name}.xlsx"
    write_table(path, table)
    cells = list(openpyxl.load_workbook(path)["Table"].iter_rows(values_only=True))
    if tuple(cells[0]) != table.columns or len(cells) != len(table.rows) + 1:
        lacks.append("XLSX")
    own = OF_PRIMARY.get(view.name)
    if not (json.loads(json.dumps(own(view.result))) if own else block(document, BLOCKS[view.name])):
        lacks.append("JSON")
    lacks += whom(view, table)
    return lacks


def drawn(view, notes):
    """Whether a list says where its rows are drawn, and that view is there."""
    page, _, title = view.drawn_in.partition(" ▸ ")
    there = {kind.title for kind in VIEWS_OF[page.lower()]}
    return title in there and view.drawn_in in notes


def opens_each(view, pane):
    """Double-click the first and the last row of a table of patients: each opens its own."""
    opened, rows, wrong = [], pane.model.listing.rows, []
    view.patient_asked.connect(opened.append)
    for row in (0, len(rows) - 1):
        opened.clear()
        pane.row_chosen.emit(row)
        # some open the record too, and go to the page themselves
        if rows[row][0] not in (*opened, view.session.usubjid):
            wrong.append(f"{rows[row][0]} is not opened")
    view.patient_asked.disconnect(opened.append)
    return wrong


def whom(view, table):
    """Click counts of rows from top to bottom: each lists as many patients; some cell lists somebody."""
    view = getattr(view, "shown", view)
    pane = getattr(view, "patients", None) or view.rows
    if table.columns[0] == "Patient":
        return opens_each(view, pane)
    drills = []
    view.drill_asked.connect(drills.append)
    wrong, seen = [], False
    rows = pane.model.listing.rows
    for row in sorted({round(at * (len(rows) - 1) / 5) for at in range(6)}):
        for column, (head, text) in enumerate(zip(table.columns, rows[row], strict=True)):
            count = re.fullmatch(r"(\d+)( \(.*\))?", text) if head in ("n", "Patients") else None
            if count is None and seen:
                continue
            drills.clear()
            pane.cell_chosen.emit(row, column)
            seen = seen or bool(drills)
            listed = len(set(drills[0].usubjids)) if drills else 0
            if count and listed != int(count[1]):
                wrong.append(f"{rows[row][0]}, {head}: {text} counted, {listed} listed")
    view.drill_asked.disconnect(drills.append)
    return wrong if wrong or seen else ["whom"]


def walk(window, qtbot, trial, document, folder, wanted):
    """Return what each view lacks of those wanted."""
    show_trial(window, trial)
    window.session.planning.choose(QUICK)
    lacks = {}
    for name in PAGES:
        page = window.trial_window.workspace.analysis[name]
        for kind in [kind for kind in VIEWS_OF[name] if kind.name in wanted]:
            window.session.set_view(name)  # a row that was opened has left the page
            page.show_view(kind.name)
            settle(page, qtbot)
            found = lacking(page.view, document, folder)
            lacks |= {kind.name: found} if found else {}
    return lacks


def test_every_view(window, qtbot, armed, document, tmp_path):
    there = {kind.name for name in PAGES for kind in VIEWS_OF[name]}
    wanted = (BLOCKS.keys() | OF_PRIMARY.keys()) - ONE_ARM - LIVER
    assert there - wanted - ONE_ARM - LIVER == set(NO_COUNTS)
    assert not walk(window, qtbot, armed, document, tmp_path, wanted)


def test_the_view_of_one_arm(window, qtbot, demo, printed, tmp_path):
    assert not walk(window, qtbot, demo, printed, tmp_path, ONE_ARM)


def test_the_view_of_a_ratio_the_demo_has_not(window, qtbot, report, tmp_path):
    study = lab_study(*RECORDS, arms=ARMS, visits=VISITS)
    trial = prepare_trial(study, report, tmp_path / "liver.xlsx", ticket(), PLAN)
    entry = liver_entry(laboratory(study, population(study), PLAN.laboratory))
    assert not walk(window, qtbot, trial, {"liver": entry}, tmp_path, LIVER)
