"""What was computed is not computed again; what differs is never mixed up."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from sscviewer.analysis.efficacy_settings import EfficacySettings
from sscviewer.analysis.population import population
from sscviewer.analysis.result_cache import ResultCache

SETTINGS = EfficacySettings("FVCPP")


class Counting:
    """Stands for an analysis; remembers its calls."""

    def __init__(self):
        self.calls = []

    def __call__(self, study, who, settings, **more):
        self.calls.append((study, who.n_treated, settings, tuple(more.items())))
        return object()


@pytest.fixture
def work():
    return Counting()


def test_asked_twice_computed_once(tiny_study, work):
    cache, who = ResultCache(), population(tiny_study)
    assert not cache.has(work, tiny_study, who, SETTINGS)
    first = cache.get(work, tiny_study, who, SETTINGS)
    same = population(tiny_study, among=set(tiny_study.usubjids))
    assert cache.get(work, tiny_study, same, EfficacySettings("FVCPP")) is first
    assert cache.has(work, tiny_study, who, SETTINGS)
    assert len(work.calls) == 1


def test_other_patients_settings_arguments_and_studies_are_other_questions(tiny_study, demo_study, work):
    cache, who = ResultCache(), population(tiny_study)
    cache.get(work, tiny_study, who, SETTINGS)
    cache.get(work, tiny_study, population(tiny_study, among={"A1"}), SETTINGS)
    cache.get(work, tiny_study, who, replace(SETTINGS, level=0.9))
    cache.get(work, tiny_study, who, SETTINGS, avisit="Month 3")
    cache.get(work, replace(tiny_study), who, SETTINGS)
    cache.get(Counting(), tiny_study, who, SETTINGS)
    assert len(work.calls) == 5


def test_the_least_recently_asked_is_forgotten(tiny_study, work):
    cache, who = ResultCache(capacity=2), population(tiny_study)
    one, two, three = (replace(SETTINGS, level=level) for level in (0.9, 0.95, 0.99))
    cache.get(work, tiny_study, who, one)
    cache.get(work, tiny_study, who, two)
    cache.get(work, tiny_study, who, one)
    cache.get(work, tiny_study, who, three)
    assert [cache.has(work, tiny_study, who, s) for s in (one, two, three)] == [True, False, True]
    cache.clear()
    assert not cache.has(work, tiny_study, who, one)


def test_a_failure_is_not_kept(tiny_study):
    cache, who = ResultCache(), population(tiny_study)

    def fails(study, who, settings):
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        cache.get(fails, tiny_study, who, SETTINGS)
    assert not cache.has(fails, tiny_study, who, SETTINGS)


def test_from_many_threads(tiny_study, work):
    cache, who = ResultCache(capacity=4), population(tiny_study)
    levels = [0.8 + 0.01 * (i % 8) for i in range(400)]
    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(cache.get, work, tiny_study, who, replace(SETTINGS, level=x)) for x in levels]
    assert all(job.result() is not None for job in jobs)
    assert sum(cache.has(work, tiny_study, who, replace(SETTINGS, level=x)) for x in set(levels)) <= 4
