"""Rates of many rows at once, and the events behind each."""

from dataclasses import replace

import pytest

from sscviewer.analysis.events.event_rates import behind_rate, event_rates, place_events
from tests.planned import EVENTS, code_events, event_table, population, risk_time


@pytest.mark.parametrize("emergent_only", [True, False])
def test_rates_of_a_column_are_those_of_each_row_and_have_their_events_behind(demo_study, emergent_only):
    coded = code_events(demo_study, replace(EVENTS, emergent_only=emergent_only))
    risk, who = risk_time(demo_study), population(demo_study)
    table = event_table(coded, who)
    rates = event_rates(coded, risk, who, table, place_events(coded, risk))
    rows = range(len(rates.names))
    for column in ("any", "level_3", "serious"):
        firsts = rates.column_of(rows, "ALL", column)
        everything = rates.column_of(rows, "ALL", column, all_events=True)
        for row, first, every in zip(rows, firsts, everything, strict=True):
            assert repr(first) == repr(rates.incidence(row, "ALL", column))  # NaN is the same NaN
            assert repr(every) == repr(rates.event_rate(row, "ALL", column))
            found = behind_rate(coded, risk, who, rates.names[row], column)
            assert (len(found.usubjids), len(found.events)) == (first.events, every.events)
            assert set(demo_study.column("adverse_events", "USUBJID")[found.events]) == set(found.usubjids)
