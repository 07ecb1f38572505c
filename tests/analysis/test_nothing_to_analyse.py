"""Trials without events, doses, ends or patients: every analysis over time gives nothing or NaN, no error."""

import json

import pytest

from sscviewer.cli.analysis_text import analysis_json, analysis_text
from sscviewer.model.study import build_study
from sscviewer.model.tables import TABLES
from tests.planned import analyse_study, dose_and_events, onset_histogram, population, prevalence


@pytest.mark.parametrize("missing", [["adverse_events"], ["exposure"], ["disposition"], list(TABLES)[1:]])
def test_without_tables(tiny_study, missing):
    kept = {name: tiny_study.frame(name) for name in TABLES if name not in missing}
    study = build_study(kept, tiny_study.parameters.values(), source=tiny_study.source)
    results = analyse_study(study)
    document = json.loads(json.dumps(analysis_json(results, study.source), allow_nan=False))
    assert document["schema"] == 2
    block = document["dose_question"]
    assert block["sentences"], "what cannot be told is said"
    assert (
        block["not_in_file"] == document["not_in_file"]["dose_question"]
        or block["not_in_file"] in block["sentences"]
    )
    assert bool(block["doses"]) == ("exposure" in kept)
    assert analysis_text(results)
    who = population(study)
    assert [h.n_events for h in onset_histogram(study, who)] == [0 if "adverse_events" in missing else 5]
    assert len(prevalence(study, who)) == 1
    events = {row.what: row.n_events for row in results.time_to_event}
    assert ("stopping" in events) == ("disposition" not in missing)
    if "exposure" in missing:
        assert results.exposure == results.therapeutic_index == results.dose_question.benefits == ()
        assert results.dose_question.titration.not_in_file
    if "adverse_events" in missing:
        assert not any("adverse" in what for what in events)  # nobody looked: not "0 events"
        assert results.not_in_file["adverse_events"]


@pytest.mark.parametrize("among", [[], ["A3"], ["A10"], ["A1"]])
def test_of_few_patients_or_none(tiny_study, among):
    who = population(tiny_study, among)
    results = analyse_study(tiny_study, who)
    assert analysis_text(results)
    assert json.dumps(analysis_json(results, tiny_study.source), allow_nan=False)
    onset_histogram(tiny_study, who)
    assert len(dose_and_events(tiny_study, who)) == (among == ["A1"])
    on_drug = [row for row in results.time_to_event if row.what == "time on drug"]
    assert [row.n for row in on_drug] == ([1] if among in (["A3"], ["A1"]) else [])
