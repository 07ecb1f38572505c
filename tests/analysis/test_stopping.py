"""A model asks whether its answer is still wanted, on its own thread only."""

import threading

import pytest

from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.stopping import Stopped, stop_if_unwanted, stoppable
from sscviewer.model.study import with_tables
from tests.planned import PLAN, populations


def test_nobody_to_ask_stops_nothing():
    stop_if_unwanted()


def test_a_model_stops_between_two_steps(demo_study):
    values = demo_study.measurements.assign(AVAL=demo_study.measurements["AVAL"] * 1.37)
    study = with_tables(demo_study, {"measurements": values})  # of which no optimum is known from before
    asked = []

    def after_ten():
        asked.append(1)
        return len(asked) > 10

    who = populations(study).efficacy
    with stoppable(after_ten), pytest.raises(Stopped):
        efficacy(study, who, efficacy_settings(PLAN, "FVCPP"))
    assert len(asked) == 11
    stop_if_unwanted()


def test_another_thread_is_not_stopped():
    went_on = []
    with stoppable(lambda: True):
        thread = threading.Thread(target=lambda: went_on.append(stop_if_unwanted()))
        thread.start()
        thread.join()
    assert went_on == [None]
