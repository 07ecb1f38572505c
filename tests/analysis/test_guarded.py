"""One analysis fails: everything that is not made of it is as ever, and what is says so, never a number."""

import json
import logging
from dataclasses import fields

import pytest

from sscviewer.analysis import analyse
from sscviewer.analysis.guarded import attempted, failure
from sscviewer.analysis.results import Analysis
from sscviewer.analysis.stopping import Stopped
from sscviewer.cli.analysis_text import analysis_json, analysis_text
from sscviewer.faults import LOG, NOT_COMPUTED, NotComputed
from tests.planned import analyse_study

SECRET = "Mrs Miller, born 1 May 1950"
SAID = NOT_COMPUTED.format(kind="KeyError")
NOT_MADE = {"plan", "population", "efficacy_population", "disposition_population", "not_in_file"}
"""What is not an analysis: who is counted, by which plan, and what there is to analyse."""

MADE_OF_IT = {
    "code_events": {"adverse_events", "event_rates"},
    "event_table": {"adverse_events", "event_rates"},
    "event_rates": {"event_rates"},
    "risk_time": {"event_rates"},
    "dose_rates": {"event_rates"},
    "planned_doses": {"exposure"},
    "patient_exposure": {"exposure"},
    "cohort": {"observed_means", "last_changes", "lanes"},
    "_times": {"time_to_event"},
    "compare_times": {"arm_comparisons"},
    "_arm_changes": {"ancova"},
    "_arm_times": {"arm_times", "win_ratio"},
    "therapeutic_index": {"rates_by_dose"},
    "_shifts": {"missing_shifts"},
    "laboratory": {"laboratory", "liver"},
    "_lab_visits": {"laboratory"},
    "arms_of": {"population"},
    "_windows": {"visit_windows"},
    "courses": {"course", "one_arm", "missing_shifts"},
    "titration": set(),
}
"""Analysis -> the blocks made of it, where they are not of its name; sentences are looked at apart."""


class _Made:
    """Makes an analysis with one part broken; what is not made of it is computed once for all."""

    def __init__(self, study) -> None:
        self.study, self.kept = study, {}

    def analysis(self, monkeypatch, broken=""):
        def spy(work, *args, **kwargs):
            def call(*given, **named):
                if work.__name__ == broken:
                    raise KeyError(SECRET)
                if any(map(failure, given)):
                    return work(*given, **named)
                if work.__name__ not in self.kept:
                    self.kept[work.__name__] = work(*given, **named)
                return self.kept[work.__name__]

            return attempted(call, *args, **kwargs)

        monkeypatch.setattr(analyse, "attempted", spy)
        results = analyse_study(self.study)
        monkeypatch.undo()
        return results


def test_every_analysis_in_turn_takes_down_only_what_is_made_of_it(tiny_study, monkeypatch, caplog):
    made = _Made(tiny_study)
    unbroken = made.analysis(monkeypatch)
    whole, printed = analysis_json(unbroken, tiny_study.source), analysis_text(unbroken)
    assert whole["failed"] == {}
    assert SAID not in " ".join(whole["sentences"])
    broken_fields = set()
    for name in tuple(made.kept):
        del made.kept["sentences"]
        results = made.analysis(monkeypatch, name)
        broken_fields |= {one.name for one in fields(Analysis) if failure(getattr(results, one.name))}
        document, text = analysis_json(results, tiny_study.source), analysis_text(results)
        down = set(document["failed"])
        assert down == MADE_OF_IT.get(name, {name.removeprefix("_")}), name
        assert set(document["failed"].values()) <= {SAID}
        assert all(document[block] is None for block in down)
        assert all(
            document["not_in_file"][b] == why for b, why in whole["not_in_file"].items() if b not in down
        )
        unlike = {block for block in whole if document[block] != whole[block]} - down
        assert unlike <= {"failed", "not_in_file", "sentences"}, name
        if "sentences" not in down:
            told, before = document["sentences"], whole["sentences"]
            assert {one for one in told if one not in before} <= {SAID}, name
            assert (SAID in told) == (told != before)
        assert (SAID in text) == (text != printed), name
        assert SECRET not in text + json.dumps(document) + caplog.text
    assert broken_fields == {one.name for one in fields(Analysis)} - NOT_MADE


def test_nothing_can_be_made_of_what_failed(caplog):
    part = attempted(dict.__getitem__, {}, SECRET)
    assert failure(part) == SAID
    assert failure(None) == failure("") == failure(()) == ""
    for read in (len, bool, list, sum, lambda one: one.rows, lambda one: one[0]):
        with pytest.raises(NotComputed, match="KeyError"):
            read(part)
    again = attempted(len, part)
    assert failure(again) == SAID
    assert len([one for one in caplog.records if one.name == LOG]) == 1
    assert SECRET not in caplog.text


@pytest.mark.parametrize("error", [Stopped, MemoryError])
def test_what_concerns_everything_passes(error, caplog):
    def work():
        raise error

    with pytest.raises(error), caplog.at_level(logging.ERROR):
        attempted(work)
    assert not caplog.records
