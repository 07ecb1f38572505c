"""Which patients have an event: all that is asked of one and the same event, against a count by hand."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.events.with_event import with_event
from sscviewer.analysis.parameter_values import one_value
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study


def _trial(events):
    subjects = pd.DataFrame({"USUBJID": [f"P{i}" for i in range(5)], "SRCREF": "DM!A1"})
    frame = pd.DataFrame(events, columns=["USUBJID", "AETERM", "AERELFL", "AESER", "AETOXGR"])
    frame = frame.assign(SRCREF="AE!A1", AETOXGR=frame["AETOXGR"].astype(float))
    return build_study({"subjects": subjects, "adverse_events": frame}, [], source=Source("x", "", 0, "xlsx"))


TRIAL = _trial(
    [
        ("P0", "Rash", "Y", "N", 3),
        ("P1", "Rash", "N", "N", 3),
        ("P1", "Nausea", "Y", "N", 1),
        ("P2", "Skin RASH", "", "Y", 4),
        ("P3", "Nausea", "N", "Y", np.nan),
    ]
)


def _who(**asked):
    return [f"P{i}" for i in np.flatnonzero(with_event(TRIAL, **{"unsaid_is_related": False, **asked}))]


def test_of_one_and_the_same_event():
    assert _who() == ["P0", "P1", "P2", "P3"]
    assert _who(related=True) == ["P0", "P1"]
    # P1 has a related event and one of grade 3, and no related one of grade 3.
    assert _who(related=True, least=3) == ["P0"]
    assert _who(serious=True) == ["P2", "P3"]
    assert _who(term="rash") == ["P0", "P1", "P2"]
    assert _who(term="RASH", serious=True) == ["P2"]
    assert _who(least=1) == ["P0", "P1", "P2"]


def test_what_the_plan_says_of_events_that_do_not_say_it():
    assert _who(related=True, unsaid_is_related=True) == ["P0", "P1", "P2"]
    nobody_says = _trial([("P0", "Rash", "", "N", 3)])
    assert not with_event(nobody_says, related=True, unsaid_is_related=True).any()


@pytest.mark.parametrize(("related", "serious", "least"), [*product((False, True), (False, True), (0, 2, 3))])
def test_the_demo_counted_by_pandas(demo_study, related, serious, least):
    table = demo_study.adverse_events
    mask = pd.Series(True, index=table.index)
    if related:
        mask &= table["AERELFL"] == "Y"
    if serious:
        mask &= table["AESER"] == "Y"
    if least:
        mask &= table["AETOXGR"] >= least
    met = with_event(demo_study, related=related, serious=serious, least=least, unsaid_is_related=False)
    found = {demo_study.usubjids[i] for i in np.flatnonzero(met)}
    assert found == set(table.loc[mask, "USUBJID"])
    assert found


def test_one_value_of_each_patient(tiny_study):
    assert tiny_study.usubjids[0] == "A1"
    first = [one_value(tiny_study, "FVCPP", which)[0] for which in ("baseline", "last", "change")]
    assert first == [60.0, 66.0, 6.0]
    assert np.isnan(one_value(tiny_study, "FVCPP", "last")[3])
