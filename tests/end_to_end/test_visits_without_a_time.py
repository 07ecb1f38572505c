"""A file whose visits have no date, day or unit of time: from the file to picture, table, JSON and words."""

import re

import numpy as np
import openpyxl
import pandas as pd
import pytest

from sscviewer.analysis.absence import NO_TIME
from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.cohort.cohort_settings import SpaghettiSettings
from sscviewer.analysis.cohort.spaghetti import spaghetti
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.page_values import page_columns, page_values
from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.cli.analysis_text import analysis_json, analysis_text
from sscviewer.gui.analysis.needs import missing_words
from sscviewer.gui.window.trial_views import VIEWS_OF
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from sscviewer.plots.charts.spaghetti import courses_axis
from sscviewer.workbook import load_study
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.rows.record_words import add_analysis_visits
from sscviewer.workbook.rows.visit_order import with_visits_in_order

TIME = re.compile(r"\b(days?|weeks?|months?|years?)\b", re.IGNORECASE)
FVC = {
    "P01": (71.0, 70.2, 66.1),
    "P02": (64.5, 62.0, 63.3),
    "P03": (80.1, 78.8, 74.0),
    "P04": (58.4, 58.9, 55.0),
    "P05": (69.9, 66.2, 64.8),
    "P06": (75.2, 76.0, 71.7),
    "P07": (62.8, 60.1, 60.6),
    "P08": (77.7, 73.9, 72.5),
}


def written(path, visits, **sheets):
    rows = [
        (who, "A" if i % 2 else "B", v, x)
        for i, who in enumerate(FVC)
        for v, x in zip(visits, FVC[who], strict=True)
    ]
    book = openpyxl.Workbook()
    book.active.append(("Patient", "Arm", "Assessment", "FVC % predicted"))
    for row in rows:
        book.active.append(row)
    for name, listed in sheets.items():
        sheet = book.create_sheet(name)
        for row in listed:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return load_study(written(tmp_path_factory.mktemp("v") / "v.xlsx", ("Visit 1", "Visit 2", "Visit 4")))


@pytest.fixture(scope="module")
def study(loaded):
    return settle_study(loaded.study, DEFAULT_PLAN)


@pytest.fixture(scope="module")
def analysis(study):
    return analyse_study(study, DEFAULT_PLAN)


def test_visits_stand_in_their_order(study):
    assert study.visit_order == ((0.0, "Visit 1"), (1.0, "Visit 2"), (2.0, "Visit 4"))
    days = [day for day, _ in study.visit_days]
    assert days[1] - days[0] == pytest.approx(days[2] - days[1])
    assert all(name in issue.message for issue in study.issues for name in ("Visit 1", "Map columns"))


@pytest.mark.parametrize(
    ("visits", "order"),
    [
        (("Follow-up", "post", "pre"), ("pre", "post", "Follow-up")),
        (("T10", "T2", "T0"), ("T0", "T2", "T10")),
        (("Visit 2", "Baseline", "Screening 1"), ("Screening 1", "Baseline", "Visit 2")),
        (("End of treatment", "Visit 1", "Visit 2"), ("Visit 1", "Visit 2", "End of treatment")),
        (("Follow-up", "End of study", "Visit 1"), ("Visit 1", "Follow-up", "End of study")),
        (("Baseline", "Visit 1", "Run-in"), ("Run-in", "Baseline", "Visit 1")),
        (("Rest", "Walk", "Recovery"), ("Rest", "Walk", "Recovery")),  # as they follow in the file
        (("Training", "Baseline", "Rest"), ("Training", "Baseline", "Rest")),
    ],
)
def test_the_order_is_that_of_the_names_else_of_the_file(visits, order):
    months = {"Baseline": 0.0}
    values = [(who, visit, x) for who, own in FVC.items() for visit, x in zip(visits, own, strict=True)]
    frame = pd.DataFrame(values, columns=["USUBJID", "AVISIT", "AVAL"]).assign(PARAMCD="FVCPP")
    frame["SRCREF"] = [f"A!B{row + 2}" for row in range(len(frame))]
    frame["AVISITN"] = [months.get(visit, np.nan) for visit in frame["AVISIT"]]
    source = Source("x.xlsx", "0" * 64, 1, "xlsx")
    study = with_visits_in_order(build_study({"measurements": frame}, [], source=source), Findings())
    assert tuple(name for _, name in study.visit_order) == order
    assert study.visit_names[0.0] == ("Baseline" if "Baseline" in order else order[0])
    places = dict(
        zip(study.column("measurements", "AVISIT"), study.column("measurements", "AVISITN"), strict=True)
    )
    assert places == {name: place for place, name in study.visit_order}


def test_changes_are_from_the_first_visit(analysis):
    course = analysis.courses[0]
    wide = pd.DataFrame(FVC).T
    expected = [float((wide[at] - wide[0]).mean()) for at in (1, 2)]
    # with nobody missing the model's means are those of the changes
    assert [visit.change.estimate for visit in course.mmrm.visits] == pytest.approx(expected)
    assert course.random_slope.slope is None
    assert not course.random_slope.has_time
    assert not analysis.time_to_progression
    assert {row.rule for row in analysis.responders}.isdisjoint({"PPF", "INBUILD", "RELIEF", "UILD"})


def test_no_sentence_says_a_time(loaded, study, analysis):
    issues = [issue.message for issue in loaded.study.issues]
    said = [*analysis_text(analysis).splitlines(), *issues, *analysis.sentences.methods]
    assert any("At Visit 4" in sentence for sentence in said)
    assert any("that of the visit “Visit 1”, is the baseline" in sentence for sentence in said)
    assert [sentence for sentence in said if TIME.search(sentence)] == []
    document = analysis_json(analysis, study.source)
    assert document["not_in_file"]["visit_windows"] == NO_TIME
    assert document["course"][1]["slope"]["estimate"] is None


def test_nor_with_sheets_of_events_and_of_ends(tmp_path):
    """No rate, curve or comparison over time of records without a day; how many they are is still told."""
    events = [("Patient", "Event", "Grade"), *((who, "Nausea", 2) for who in ("P01", "P02", "P04"))]
    ends = [("Patient", "Status", "Reason"), ("P01", "Discontinued", "Adverse event")]
    ends += [(who, "Completed", "") for who in FVC if who != "P01"]
    path = written(tmp_path / "v.xlsx", ("Visit 1", "Visit 2", "Visit 4"), AE=events, Disposition=ends)
    study = settle_study(load_study(path).study, DEFAULT_PLAN)
    analysis = analyse_study(study, DEFAULT_PLAN)
    text = analysis_text(analysis)
    for words in ("median 1", "hazard ratio", "log-rank", "patient-year", "time at risk", "day 1", "at risk"):
        assert words not in text
    assert "How it ended" in text
    assert "Nausea" in text
    assert (analysis.time_to_event, analysis.arm_comparisons) == ((), ())
    document = analysis_json(analysis, study.source)
    for block in ("event_rates", "time_to_event", "arm_comparisons"):
        assert document["not_in_file"][block] == NO_TIME
    assert document["event_rates"]["rows"] == []
    assert document["adverse_events"]["rows"]
    assert analysis.arm_times.absent.endswith(": 1.")


def test_pictures_have_the_visits_as_their_axis(study):
    who, settings = populations(study, DEFAULT_PLAN).efficacy, SpaghettiSettings("FVCPP", level=0.95)
    data = spaghetti(study, who, settings, outcomes(study), DEFAULT_PLAN.events)
    axis = courses_axis(data)
    assert (axis.title, [tick.label for tick in axis.ticks]) == ("Visit", ["Visit 1", "Visit 2", "Visit 4"])
    assert sorted(set(data.x.round(9))) == pytest.approx([tick.at for tick in axis.ticks])
    frame = trial_frame(study, ("FVCPP",))
    page = patient_page(study, "P03", frame, ("FVCPP",))
    course = page.trajectories[0]
    assert course.day.tolist() == pytest.approx([day for day, _ in page.visits])
    assert course.chg.tolist() == pytest.approx([0, -1.3, -6.1])
    assert page.schedule.names == ("Visit 1", "Visit 2", "Visit 4")
    assert not any(TIME.search(text) for row in (page_columns(page), *page_values(page)) for text in row)


def test_what_needs_a_time_says_so(study):
    kinds = {kind.name: kind for kinds in VIEWS_OF.values() for kind in kinds}
    for name in ("lanes", "arm_times", "slopes", "windows", "event_rates", "events_over_time"):
        assert missing_words(study, kinds[name].needs).startswith("This workbook gives no time between")
    assert not missing_words(study, kinds["courses"].needs)


def test_a_unit_said_later_makes_it_a_time(tmp_path):
    path = written(tmp_path / "v.xlsx", (0, 1, 2))
    asked = next(q for q in load_study(path).report.questions if q.id == "time_unit")
    study = load_study(path, answers=(asked.answered("months"),)).study
    assert study.visit_order == ()
    assert sorted(set(study.column("measurements", "AVISITN"))) == [0, 1, 2]


def test_visits_called_after_the_calendar_are_dates():
    frame = pd.DataFrame({"VISIT": ["Q1 2020", "Q4 2020", "", "Jan 2021"]})
    dated = add_analysis_visits(frame)
    first = dated["ADT"].to_numpy().astype("datetime64[D]").astype(str)
    assert first.tolist() == ["2020-02-01", "2020-11-01", "NaT", "2021-01-01"]  # a quarter's middle month
    assert dated["ADTF"].tolist() == ["D", "D", "Y", "D"]
    for others in (["Q1 2020", "Visit 2"], ["2020", "2021"]):
        assert "ADT" not in add_analysis_visits(pd.DataFrame({"VISIT": others}))
