"""A short run of the fuzz target; the long ones are run by hand."""

from tests.fuzz.fuzz_workbooks import MADE, MOST_MB, Outcome, fuzz, make_seeds, peak_mb, try_one


def test_the_seeds_themselves_open(tmp_path):
    outcome = Outcome()
    for name, data in make_seeds():
        assert try_one(name, data, tmp_path, outcome), outcome.failures
    assert dict(outcome.counts) == {"opened": MADE}


def test_broken_workbooks_open_or_are_refused():
    outcome = fuzz(40, seed=20240607)
    assert outcome.failures == []
    assert sum(outcome.counts.values()) == 40
    assert outcome.counts["opened"] > 5
    assert outcome.counts["refused"] > 5
    assert peak_mb()[1] < MOST_MB
