"""What a search found is found again for equal data, and for nothing else."""

import threading
from dataclasses import dataclass

import numpy as np
import pytest

from sscviewer.analysis import mmrm
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.reml import kept
from sscviewer.analysis.reml.kept import kept_for_equal_data
from sscviewer.analysis.stopping import Stopped, stoppable


@dataclass(frozen=True)
class Data:
    values: np.ndarray
    name: str = ""


@pytest.fixture
def summed():
    asked = []

    @kept_for_equal_data
    def sums(data, *, times=1):
        asked.append(data)
        return Data(times * data.values.sum(axis=0)), (np.array([float(len(data.name))]),)

    return sums, asked


def test_equal_data_are_asked_once_and_all_others_again(summed):
    sums, asked = summed
    values = np.arange(6.0).reshape(3, 2)
    first = sums(Data(values))
    assert sums(Data(values.copy())) is first
    others = [
        Data(values + 1e-16 * (values == 0)),
        Data(values.reshape(2, 3)),
        Data(values.astype(np.float32)),
        Data(values, "b"),
    ]
    assert all(sums(other) is not first for other in others)
    assert sums(Data(values), times=2)[0].values.tolist() == [12.0, 18.0]
    assert len(asked) == 6


def test_what_is_kept_cannot_be_written_to(summed):
    sums, _ = summed
    data, (length,) = sums(Data(np.eye(2)))
    for array in (data.values, length):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 5.0


def test_the_latest_are_kept_and_nothing_large(summed, monkeypatch):
    sums, asked = summed
    monkeypatch.setattr(kept, "KEPT", 2)
    for number in (1.0, 2.0, 1.0, 3.0, 1.0, 2.0):
        sums(Data(np.array([number])))
    assert [data.values[0] for data in asked] == [1.0, 2.0, 3.0, 2.0]
    for _ in range(2):
        sums(Data(np.zeros(kept.LARGEST)))
    assert len(asked) == 6


def test_a_kept_answer_that_nobody_wants_is_not_given(summed):
    sums, _ = summed
    sums(Data(np.eye(2)))
    with stoppable(lambda: True), pytest.raises(Stopped):
        sums(Data(np.eye(2)))


def test_two_threads_get_equal_results(summed):
    sums, _ = summed
    found = []
    ask = [threading.Thread(target=lambda: found.append(sums(Data(np.eye(3))))) for _ in range(4)]
    for thread in ask:
        thread.start()
    for thread in ask:
        thread.join()
    assert all((one[0].values == 1.0).all() for one in found)


def test_a_fit_is_that_of_its_own_data(syn20_later, monkeypatch):
    """As without anything kept: other data, covariance and likelihood are other searches."""
    plain = mmrm._search.__wrapped__
    wanted = [
        {"covariance": "us"},
        {"covariance": "cs"},
        {"covariance": "cs", "method": "ml"},
    ]
    deviances = set()
    other = syn20_later.assign(MRSS_CHG=np.round(0.7 * syn20_later["MRSS_CHG"] ** 2, 1))
    for data in (syn20_later, other):
        for how in wanted:
            found = [fit(data, **how), fit(data, **how)]
            with monkeypatch.context() as patch:
                patch.setattr(mmrm, "_search", plain)
                found.append(fit(data, **how))
            assert len({one.minus_two_log_likelihood for one in found}) == 1
            deviances.add(found[0].minus_two_log_likelihood)
    assert len(deviances) == 6


def fit(data, **how):
    return fit_mmrm(data, "MRSS_CHG ~ 0 + VISIT", subject="USUBJID", visit="VISIT", **how)
