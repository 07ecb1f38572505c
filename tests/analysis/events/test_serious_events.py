"""The listing of serious events and the terms groups are made of, against plain pandas."""

from dataclasses import replace

import pandas as pd
import pytest

from sscviewer.analysis.events.event_terms import term_counts
from sscviewer.analysis.listing import HEADS, list_records
from sscviewer.analysis.record import field_text
from tests.planned import EVENTS, code_events, population, serious_events

PILOT = pytest.param("pilot_study", marks=pytest.mark.shared)


@pytest.mark.parametrize("which", ["made_study", PILOT, "demo_study", "tiny_study"])
def test_serious_events_against_pandas(which, request):
    study = request.getfixturevalue(which)
    events = study.adverse_events
    expected = events[events["AESER"] == "Y"]
    found = serious_events(study, population(study))
    assert sorted(found.rows) == sorted(expected.index)
    assert found.n_patients == expected["USUBJID"].nunique()
    assert found.n_events == len(events)
    assert found.n_unsaid == (events["AESER"] == "").sum()
    assert found.says == bool((events["AESER"] != "").any())
    columns = {head: i for i, head in enumerate(found.listing.columns)}
    for row, cells in zip(found.rows, found.listing.rows, strict=True):
        assert cells[0] == events.loc[row, "USUBJID"]
        assert cells[-1] == events.loc[row, "SRCREF"]
        assert cells[columns["Start"]] == field_text(study, "adverse_events", row, "ASTDT")
    assert found.n_emergent == sum(cells[columns["On treatment"]] == "yes" for cells in found.listing.rows)


def test_serious_events_of_a_filter_only(sdtm_study):
    events = sdtm_study.adverse_events
    who = set(events.loc[events["AESER"] == "Y", "USUBJID"])
    without = population(sdtm_study, set(sdtm_study.usubjids) - who)
    assert who
    assert serious_events(sdtm_study, without).rows == ()
    assert serious_events(sdtm_study, population(sdtm_study, {min(who)})).n_patients == 1


@pytest.mark.parametrize("which", ["made_study", PILOT, "demo_study"])
def test_terms_against_pandas(which, request):
    study = request.getfixturevalue(which)
    who = population(study, set(study.usubjids[::2]))
    treated = {u for u, on in zip(study.usubjids, who.treated, strict=True) if on}
    events = study.adverse_events
    events = events[events["USUBJID"].isin(treated)]
    names = events["AEDECOD"].where(events["AEDECOD"] != "", events["AETERM"])
    expected = events.groupby(names.str.casefold())["USUBJID"].agg([set, "size"])
    found = term_counts(code_events(study, replace(EVENTS, emergent_only=False)), who)
    assert {t.term.casefold(): (set(t.usubjids), t.events) for t in found if t.events} == {
        term: (row["set"], row["size"]) for term, row in expected.iterrows()
    }
    sizes = [len(term.usubjids) for term in found]
    assert sizes == sorted(sizes, reverse=True)


def test_heads_are_short_and_every_cell_is_as_the_record_has_it(demo_study):
    rows = (5, 0, 17)
    found = list_records(demo_study, "adverse_events", rows)
    assert max(map(len, found.columns)) <= 20
    names = {HEADS[name]: name for name in ("AEDECOD", "AETOXGR", "AESER", "ASTDT", "ASTDY", "AEOUT")}
    at = {head: found.columns.index(head) for head in names}
    for row, cells in zip(rows, found.rows, strict=True):
        for head, name in names.items():
            written = field_text(demo_study, "adverse_events", row, name)
            assert cells[at[head]] == (written.lower() if name == "AEOUT" else written)
    assert pd.Series(found.columns).is_unique
