"""The page's table says what the pictures show; the tiny trial's numbers are worked out by hand."""

import math

from sscviewer.analysis.patient.page_values import COLUMNS, page_values
from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.shown_parameters import LANES

CODES = ("FVCPP", "MRSS")


def rows(study, usubjid):
    frame = trial_frame(study, CODES)
    return [
        dict(zip(COLUMNS, row, strict=True))
        for row in page_values(patient_page(study, usubjid, frame, CODES))
    ]


def test_values_with_their_change_and_cell(tiny_study):
    fvc = [row for row in rows(tiny_study, "A1") if row["Panel"].startswith("FVC")]
    assert [row["What"] for row in fvc] == ["Baseline", "Month 3", "Month 6", "Month 12"]
    # day 1 is 15 March 2007: 14 March is day −1, 15 June day 93, 20 November day 251
    assert [row["From day"] for row in fvc] == ["−1", "93", "251", "366"]
    assert [row["Change from baseline"][:2] for row in fvc] == ["ba", "+3", "+1", "+6"]
    assert fvc[1]["Value"].startswith("63")
    assert fvc[1]["Cell"] == "PFT!D3"


def test_events_whose_days_are_not_all_known(tiny_study):
    events = {row["What"]: row for row in rows(tiny_study, "A2") if row["Panel"] == "Adverse events"}
    rash = events["Rash generalised"]
    # June 2007 without its day, day 1 being 1 May: day 32 to 61
    assert rash["From day"] == "32 to 61"
    assert rash["To day"] == "ongoing"
    assert rash["Value"] == "grade 3, serious, related"
    assert events["Proteinuria"]["From day"] == "not recorded"
    assert events["Nausea"]["To day"] == "not recorded"
    assert events["Nausea"]["Value"] == "moderate"


def test_doses_with_interruption(tiny_study):
    doses = [row for row in rows(tiny_study, "A2") if row["Panel"] == "Dose"]
    assert [row["Value"] for row in doses][:3] == ["300 mg", "200 mg", "0 mg"]
    assert (doses[0]["From day"], doses[0]["To day"], doses[0]["Cell"]) == ("1", "14", "EX!A4")


def test_every_mark_of_the_demo_is_a_row(demo_study):
    shown = (*CODES, *LANES)
    frame, panels = trial_frame(demo_study, shown), set()
    for usubjid in demo_study.usubjids:
        page = patient_page(demo_study, usubjid, frame, shown)
        marks = len(page.dose.steps) + len(page.timeline.events) + sum(len(t.day) for t in page.trajectories)
        marks += sum(len(lane.records) for lanes in page.records for lane in lanes.lanes)
        marks += sum(len(lane.day) for lane in page.labs.lanes) + (not math.isnan(page.outcome.day))
        found = page_values(page)
        panels |= {row[0] for row in found}
        assert len(found) == marks
    assert {"Concomitant medication", "Medical history", "Laboratory", "End of trial"} <= panels
