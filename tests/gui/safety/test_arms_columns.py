"""Adverse events with arms side by side, and the serious or related ones alone, counted again with pandas."""

import pytest

from sscviewer.analysis.events.adverse_events import behind
from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.safety.arms_columns import PER_ARM
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.model.study import build_study
from sscviewer.plots.screen.said import Verbatim
from tests.gui.conftest import ticket
from tests.planned import PLAN

TABLES = ("subjects", "visits", "measurements", "adverse_events", "exposure", "disposition")
ASKED = {
    "any": lambda events: events.index == events.index,
    "serious": lambda events: events.AESER == "Y",
    "related": lambda events: events.AERELFL == "Y",
    "level_3": lambda events: events.AETOXGR >= 3,
}


@pytest.fixture(scope="module")
def two_arms(demo):
    """The demo trial with its patients in two arms."""
    study = demo.collected
    frames = {name: study.frame(name).copy() for name in TABLES}
    place = frames["subjects"].index % 3 == 0
    for column in ("TRT01P", "TRT01A"):
        frames["subjects"][column] = place
        frames["subjects"][column] = frames["subjects"][column].map({True: "Low dose", False: "High dose"})
    parameters = tuple(study.parameters.values())
    made = build_study(frames, parameters=parameters, issues=(), source=study.source, is_synthetic=True)
    return prepare_trial(made, demo.report, demo.path, ticket(), PLAN)


def choose(view, column, beside=True):
    view.beside.setChecked(beside)
    view.counted.setCurrentIndex(view.counted.findData(column))
    view.redraw()
    return view.rows.model.listing


@pytest.mark.parametrize("column", ASKED)
def test_each_arm_has_its_patients_and_events_of_the_column(shown, two_arms, column):
    page, view = shown(two_arms, "adverse_events")
    listing = choose(view, column)
    study = two_arms.study
    arms = study.subjects.set_index("USUBJID").TRT01A
    treated = set(study.subjects.USUBJID[study.subjects.TRTSDT.notna()])
    # What counts at all is another test's; here it is shared out over arms and columns.
    counts = behind(view.result.coded, view.result.who, view.result.table.names[0]).events
    events = study.adverse_events.loc[sorted(counts)]
    events = events[ASKED[column](events)]
    assert len(listing.columns) == 1 + PER_ARM * 3
    # A term "Death" is the file's word in any language; what heads all events is ours.
    assert [isinstance(row[0], Verbatim) for row in listing.rows] == [False] + [True] * (
        len(listing.rows) - 1
    )
    for arm in ("High dose", "Low dose", "ALL"):
        heading = f"{arm_name(arm)}:"
        at = next(k for k, head in enumerate(listing.columns) if head.startswith(heading))
        n = sum(1 for usubjid in treated if arm in ("ALL", arms[usubjid]))
        assert f"(N = {n})" in listing.columns[at]
        mine = events if arm == "ALL" else events[events.USUBJID.map(arms) == arm]
        assert int(listing.rows[0][at].split(" ")[0]) == mine.USUBJID.nunique()
        assert int(listing.rows[0][at + 2]) == len(mine)
        for row, cells in enumerate(listing.rows[1:8], 1):
            view.rows.cell_chosen.emit(row, at)
            drilled = page.drill.model.listing
            patients = {line[0] for line in drilled.rows}
            assert len(patients) == int(cells[at].split(" ")[0])
            assert arm == "ALL" or {arms[usubjid] for usubjid in patients} <= {arm}


def test_one_arm_of_serious_events_is_the_column_of_the_whole_table(shown, demo):
    _, view = shown(demo, "adverse_events")
    whole = choose(view, "any", beside=False)
    at = whole.columns.index("Serious")
    expected = {row[0].strip(): row[at] for row in whole.rows if row[at] != "0"}
    serious = choose(view, "serious", beside=False)
    got = {row[0].strip(): row[1] for row in serious.rows if not row[1].startswith("0")}
    assert got == expected
    assert view.beside.isHidden()
    assert "serious" in view.figure().title
