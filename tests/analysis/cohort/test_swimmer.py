"""Lanes of the invented patients by hand; of the demo against the patient pages."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.cohort.cohort import cohort
from sscviewer.analysis.cohort.cohort_settings import Anchor, SwimmerSettings
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.dose_course import dose_course
from sscviewer.analysis.patient.dose_courses import dose_changes
from sscviewer.cli.cohort_text import dose_changes_json, lanes_json
from sscviewer.gui.cohort.listings import lanes_listing
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from sscviewer.plots.charts.swimmer import SwimmerPlot
from sscviewer.plots.ink import Ink
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.style import paper_style
from tests.planned import PLAN, population, populations, swimmer


def test_by_hand(tiny_study, tiny_outcomes):
    settings = SwimmerSettings(grade=2, sort="patient", time="day")
    found = swimmer(tiny_study, population(tiny_study), settings, tiny_outcomes)
    assert found.subjects == ("A1", "A2", "A3")
    own = found.doses.lane == 0
    # 100 mg for 14 days, then 200 mg to 13 March 2008, the 365th day
    np.testing.assert_array_equal(found.doses.x0[own], [0, 14])
    np.testing.assert_array_equal(found.doses.x1[own], [14, 365])
    np.testing.assert_array_equal(found.doses.dose[own], [100, 200])
    assert [k for k, lane in zip(found.doses.kind, found.doses.lane, strict=True) if lane == 1] == [
        "dose",
        "dose",
        "interruption",
        "gap",
        "dose",
    ]
    np.testing.assert_array_equal(found.events.lane, [0, 1, 1])
    np.testing.assert_array_equal(found.events.x, [17, 9, 31])
    assert found.events.label == ("Fatigue", "Nausea", "Rash generalised")
    assert found.events.serious.tolist() == [False, False, True]
    assert found.outcome == ("completed", "stopped", "stopped")
    np.testing.assert_array_equal(found.end, [365, 56, 61])
    assert (found.drug, found.unit) == (("Imatinib", "Imatinib", ""), ("mg", "mg", ""))
    assert (found.common_unit, found.highest) == ("mg", {"mg": 300})
    # A2's proteinuria has no date, A1's headache is below grade 2: neither is drawn, both are reported.
    np.testing.assert_array_equal(found.n_events, [2, 3, 0])
    np.testing.assert_array_equal(found.n_serious, [0, 1, 0])
    assert found.x_label == "Days since first dose"


def test_an_event_without_start_is_named(tiny_study, tiny_outcomes):
    found = swimmer(tiny_study, population(tiny_study), SwimmerSettings(grade=1), tiny_outcomes)
    assert ("A2", "an event without a start") in found.left_out


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("patient", ("A1", "A2", "A3")),
        ("duration", ("A1", "A2", "A3")),
        # 71 600 mg in 365 days, 9 600 mg in 57, no dose
        ("dose", ("A1", "A2", "A3")),
        ("event", ("A2", "A1", "A3")),
        ("end", ("A1", "A2", "A3")),
    ],
)
def test_order(tiny_study, tiny_outcomes, sort, expected):
    settings = SwimmerSettings(grade=2, sort=sort)
    assert swimmer(tiny_study, population(tiny_study), settings, tiny_outcomes).subjects == expected


def test_aligned(tiny_study, tiny_outcomes):
    settings = SwimmerSettings(grade=3, anchor=Anchor("first_event", 3), time="day")
    found = swimmer(tiny_study, population(tiny_study), settings, tiny_outcomes)
    assert found.subjects == ("A2",)
    assert found.events.x.tolist() == [0]
    assert found.end.tolist() == [25]
    assert ("A1", "no first event of grade 3 or worse") in found.left_out


def test_demo_doses_are_those_of_the_patient_pages(demo_study, demo_outcomes):
    found = swimmer(demo_study, population(demo_study), SwimmerSettings(time="day"), demo_outcomes)
    durations = []
    for lane, usubjid in enumerate(found.subjects):
        end = demo_outcomes[demo_study.usubjids.index(usubjid)]
        course = dose_course(demo_study, usubjid, found.drug[lane], end.last_contact_day)
        own = found.doses.lane == lane
        assert found.doses.dose[own].tolist() == [step.dose for step in course.steps]
        assert bool(found.is_open[lane]) == course.steps[-1].is_open
        durations.append(course.duration)
    assert durations == sorted(durations, reverse=True)
    frame = demo_study.adverse_events
    severe = frame[(frame["AETOXGR"] >= 3) & frame["ASTDY"].notna()]
    assert len(found.events.x) == len(severe)


def test_nobody(demo_study, demo_outcomes):
    found = swimmer(demo_study, population(demo_study, among=()), SwimmerSettings(), demo_outcomes)
    assert (found.subjects, found.doses.kind, found.events.label) == ((), (), ())


def test_each_lane_has_its_own_drug_unit_and_arm(qapp):
    """Q was randomised to abc and took xyz; nobody's adverse events are in the file."""
    people = pd.DataFrame({"USUBJID": list("PQ"), "TRT01P": "abc", "TRT01A": ["abc", "xyz"]})
    log = pd.DataFrame({"USUBJID": list("PQ"), "EXTRT": ["abc", "xyz"], "EXDOSE": [2.0, 600.0]})
    log = log.assign(EXDOSU=["g", "mg"], ASTDT=pd.Timestamp(2020, 1, 1), AENDT=pd.Timestamp(2020, 1, 30))
    tables = {"subjects": people.assign(SRCREF="DM!A2"), "exposure": log.assign(SRCREF="EX!A2")}
    study = build_study(tables, [], source=Source("x.xlsx", "", 0, "xlsx"))
    who = populations(study)
    lanes = lanes_json(cohort(study, who, PLAN), PLAN)
    assert [(lane["highest_dose"], lane["unit"], lane["drug"]) for lane in lanes] == [
        (2, "g", "abc"),
        (600, "mg", "xyz"),
    ]
    assert [(lane["arm"], lane["arms"]) for lane in lanes] == [("abc", "as treated"), ("xyz", "as treated")]
    assert {(lane["events"], lane["serious"]) for lane in lanes} == {(None, None)}
    by_dose = swimmer(study, who.safety, SwimmerSettings(), outcomes(study))
    listing = lanes_listing(by_dose)
    at = listing.columns.index("Highest dose")
    assert {row[0]: row[at] for row in listing.rows} == {"P": "2 g", "Q": "600 mg"}
    # An arm named "Total" stays so in any language.
    assert all(isinstance(row[listing.columns.index("Arm")], Verbatim) for row in listing.rows)
    # A colour scale for each unit: 2 g are not next to nothing beside 600 mg.
    assert by_dose.highest == {"g": 2, "mg": 600}
    plot = SwimmerPlot(Ink(paper_style(8.0)), by_dose)
    assert plot.levels == {"g": [2], "mg": [600]}
    assert plot._fill(2, "g") == plot._fill(600, "mg") != plot._fill(300, "mg")
    placebo = SwimmerPlot(Ink(paper_style(8.0)), replace(by_dose, highest={"mg": 300, "tablet": 0}))
    assert placebo._fill(0, "tablet") == placebo._fill(0, "mg") != placebo._fill(300, "mg")
    stops = dose_changes_json(dose_changes(study, who.safety))
    assert [(stop["from_dose"], stop["drug"], stop["unit"]) for stop in stops] == [
        (2, "abc", "g"),
        (600, "xyz", "mg"),
    ]


def test_without_arms_there_is_no_column_of_them(tiny_study, tiny_outcomes):
    listing = lanes_listing(swimmer(tiny_study, population(tiny_study), SwimmerSettings(), tiny_outcomes))
    assert "Arm" not in listing.columns
    assert "Highest dose, mg" in listing.columns
    assert {len(row) for row in listing.rows} == {len(listing.columns)}
