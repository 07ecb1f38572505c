"""Patients beside each other: on which day they are aligned, and whose lines are drawn."""

from dataclasses import replace

import numpy as np
import pytest

from sscviewer.analysis.cohort.side_by_side import SideBySide, alignments, anchor_days, courses
from sscviewer.model.dates import DAYS_PER_MONTH
from tests.planned import PLAN

WHO = ("SSC-007", "SSC-001", "SSC-013")


def _elapsed(days):
    """Days from day 1, without a day 0."""
    return np.where(np.asarray(days, dtype=float) > 0, np.asarray(days) - 1.0, days)


def test_everybody_is_aligned_on_the_first_dose(demo_study):
    start = demo_study.column("subjects", "TRTSDT")
    reference = demo_study.column("subjects", "RFSTDT")
    at = [demo_study.usubjids.index(u) for u in WHO]
    expected = (start[at] - reference[at]) / np.timedelta64(1, "D")
    assert anchor_days(demo_study, PLAN, WHO, "first_dose").tolist() == expected.tolist()


def test_on_the_first_event_of_a_term(demo_study):
    table = demo_study.adverse_events
    mine = table[(table["USUBJID"].isin(WHO)) & (table["AEDECOD"] == "Nausea")]
    first = mine.groupby("USUBJID")["ASTDY"].min()
    found = anchor_days(demo_study, PLAN, WHO, "term:Nausea")
    for usubjid, day in zip(WHO, found, strict=True):
        known = first.get(usubjid, np.nan)
        assert (np.isnan(day) and np.isnan(known)) or day == _elapsed([known])[0]
    assert np.isfinite(found).any()


def test_only_terms_that_two_of_them_share_are_offered(demo_study):
    offered = alignments(demo_study, WHO)
    table = demo_study.adverse_events
    n = table[table["USUBJID"].isin(WHO)].groupby("AEDECOD")["USUBJID"].nunique()
    terms = {key.removeprefix("term:") for key in offered if key.startswith("term:")}
    assert terms == set(n.index[n > 1][: len(terms)]) & terms
    assert terms
    assert list(offered)[:5] == ["first_dose", "event:2", "event:3", "reduction", "stop"]
    assert offered["event:3"] == "first event of grade 3 or worse"
    timeless = replace(demo_study, visit_order=((0.0, "Baseline"), (1.0, "Visit 1")))
    assert alignments(timeless, WHO) == {"first_dose": "baseline"}


@pytest.mark.parametrize("measure", ["value", "change"])
@pytest.mark.parametrize("on", ["first_dose", "event:2"])
def test_lines_are_the_values_of_the_file(demo_study, measure, on):
    data = courses(demo_study, PLAN, SideBySide(WHO[:2], "overlaid", on, "FVCPP", measure), "months")
    anchors = anchor_days(demo_study, PLAN, WHO[:2], on)
    table = demo_study.measurements
    assert [line.usubjid for line in data.lines] == list(WHO[:2])
    for line, anchor in zip(data.lines, anchors, strict=True):
        mine = table[(table["USUBJID"] == line.usubjid) & (table["PARAMCD"] == "FVCPP")]
        mine = mine.dropna(subset=["AVAL", "ADY"]).sort_values("ADY")
        base = mine["AVAL"].iloc[0] if measure == "change" else 0.0
        np.testing.assert_allclose(line.y, mine["AVAL"] - base)
        np.testing.assert_allclose(line.x, (_elapsed(mine["ADY"]) - anchor) / DAYS_PER_MONTH)


def test_who_has_no_such_day_is_named_and_not_drawn(demo_study):
    completed = [u for u in demo_study.usubjids if u not in ("SSC-007",)][:1]
    data = courses(demo_study, PLAN, SideBySide(("SSC-007", *completed), "overlaid", "stop", "FVCPP"), "days")
    assert [line.usubjid for line in data.lines] == ["SSC-007"]
    assert data.missing == ((completed[0], "without the day that time is aligned on"),)
    assert data.lines[0].stop == 0.0
    assert data.lines[0].x.max() <= 0


def test_it_is_kept_as_json():
    wanted = SideBySide(WHO, "overlaid", "term:Nausea", "MRSS", "change")
    assert SideBySide.of_json(wanted.to_json()) == wanted
