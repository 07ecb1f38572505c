"""The flat arrays are the trajectories of the patient pages, one after the other."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.parameter_values import parameter_values
from sscviewer.analysis.patient.trajectory import trajectory
from tests.planned import population

STUDIES = [
    "demo_study",
    "tiny_study",
    "made_study",
    pytest.param("pilot_study", marks=pytest.mark.shared),
]


@pytest.fixture(scope="module", params=STUDIES)
def study(request):
    return request.getfixturevalue(request.param)


def test_equal_to_the_trajectories(study):
    for paramcd in list(study.parameters)[:12]:
        values = parameter_values(study, paramcd)
        for i, usubjid in enumerate(study.usubjids):
            own = trajectory(study, usubjid, paramcd)
            mine = np.flatnonzero(values.patient == i)
            np.testing.assert_array_equal(values.day[mine], own.day)
            np.testing.assert_array_equal(values.aval[mine], own.aval)
            np.testing.assert_array_equal(values.row[mine], own.row)
            np.testing.assert_array_equal(values.chg[mine], own.chg)
            assert values.base[i] == own.base or (np.isnan(values.base[i]) and np.isnan(own.base))


def test_one_value_per_patient_and_visit(study):
    who = population(study)
    for paramcd in list(study.parameters)[:12]:
        frame = endpoint_frame(study, who, paramcd)
        assert not frame.duplicated(["USUBJID", "AVISITN"]).any()
        treated = {u for u, t in zip(study.usubjids, who.treated, strict=True) if t}
        assert set(frame["USUBJID"]) <= treated
        for row in frame[frame["AVISITN"] > 0].itertuples():
            own = trajectory(study, row.USUBJID, paramcd)
            at = (np.array(own.avisit) == row.AVISIT) & (own.day == row.ADY)
            assert pytest.approx(own.aval[at].mean()) == row.AVAL


def test_nearest_day_of_a_visit_counts_and_readings_of_a_day_are_averaged(tiny_study):
    from sscviewer.model.study import build_study

    frame = tiny_study.measurements
    month3 = frame[(frame["USUBJID"] == "A1") & (frame["PARAMCD"] == "FVCPP") & (frame["AVISITN"] == 3)]
    day = np.datetime64("2007-06-14", "s")
    more = pd.concat([month3.assign(AVAL=71.0, ADT=day), month3.assign(AVAL=72.0, ADT=day)])
    tables = {name: tiny_study.frame(name) for name in ("subjects", "exposure")}
    tables["measurements"] = pd.concat([frame, more])[
        ["USUBJID", "PARAMCD", "AVAL", "AVALC", "AVISITN", "ADT", "ADTF", "AVISIT", "VISIT", "SRCREF"]
    ]
    study = build_study(tables, tiny_study.parameters.values(), source=tiny_study.source)
    rows = endpoint_frame(study, population(study), "FVCPP")
    row = rows[(rows["USUBJID"] == "A1") & (rows["AVISITN"] == 3)].iloc[0]
    # month 3 is planned on day 92.3: day 92 (14 June) is nearer than day 93
    assert (row["ADY"], row["AVAL"]) == (92.0, 71.5)
