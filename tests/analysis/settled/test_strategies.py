"""What stands after an intercurrent event, in a trial of five patients counted by hand (ICH E9(R1))."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.analysed_values import analysed_values
from sscviewer.analysis.endpoints.responders import OBSERVED, responders
from sscviewer.analysis.handover.values import values_table
from sscviewer.analysis.modelled import endpoint_frame, measured_rows
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan_in_trial import unfollowed
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.model.hidden import hide_identities
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study

FIRST = np.datetime64("2020-01-01", "s")
VISITS = {0: 1, 3: 92, 6: 184, 12: 366}
FVC = {
    "done": {0: 80, 3: 81, 6: 82, 12: 83},
    "event": {0: 80, 3: 77, 6: 60, 12: 50},  # stopped on day 100 for an adverse event
    "dead": {0: 80, 3: 79},  # died on day 150
    "rescued": {0: 80, 3: 76, 6: 88, 12: 90},  # rescue treatment from day 120 on
    "early": {0: 80},  # stopped on day 50, and never seen again
}
ENDS = {
    "done": ("COMPLETED", "COMPLETED", 366, 366),
    "event": ("DISCONTINUED", "ADVERSE EVENT", 366, 100),
    "dead": ("DISCONTINUED", "DEATH", 150, 149),
    "rescued": ("COMPLETED", "COMPLETED", 366, 366),
    "early": ("DISCONTINUED", "ADVERSE EVENT", 50, 50),
}


def on(day):
    return FIRST + np.timedelta64(day - 1, "D")


@pytest.fixture(scope="module")
def trial():
    ids = list(ENDS)
    values = [(who, f"Month {m}", float(m), on(VISITS[m]), v) for who in ids for m, v in FVC[who].items()]
    tables = {
        "subjects": {
            "USUBJID": ids,
            "TRTSDT": FIRST,
            "TRTEDT": [on(ENDS[who][3]) for who in ids],
            "DTHDT": [on(150) if who == "dead" else np.datetime64("NaT", "s") for who in ids],
        },
        "disposition": {
            "USUBJID": ids,
            "EOSSTT": [ENDS[who][0] for who in ids],
            "DSDECOD": [ENDS[who][1] for who in ids],
            "ADT": [on(ENDS[who][2]) for who in ids],
        },
        "medications": {
            "USUBJID": ["rescued", "rescued", "done"],
            "CMTRT": ["CellCept 1 g", "Paracetamol", "Paracetamol"],
            "CMDECOD": ["Mycophenolate mofetil", "", ""],
            "ASTDT": [on(120), on(5), on(5)],
            "ASTDTF": "",
        },
    }
    frames = {name: pd.DataFrame(table).assign(SRCREF="S!A1") for name, table in tables.items()}
    frames["subjects"] = frames["subjects"].assign(TRTSDTF="", TRTEDTF="", DTHDTF="")
    measured = pd.DataFrame(values, columns=["USUBJID", "AVISIT", "AVISITN", "ADT", "AVAL"])
    frames["measurements"] = measured.assign(PARAMCD="FVCPP", SRCREF="S!A1", ADTF="")
    frames["disposition"] = frames["disposition"].assign(ADTF="")
    return build_study(frames, [BY_CODE["FVCPP"]], source=Source("events.xlsx", "0" * 64, 1, "xlsx"))


def settled(trial, **choices):
    plan = DEFAULT_PLAN.with_value("visits", "fewest_patients", 1)
    for name, value in choices.items():
        plan = plan.with_value("after_stop", name, value)
    return settle_study(trial, plan), plan


def courses(study):
    """Return what is analysed of each patient: months -> value, after baseline."""
    found = {who: {} for who in FVC}
    values = analysed_values(study, "FVCPP")
    for who, month, value in zip(values.patient, values.avisitn, values.aval, strict=True):
        if month > 0:
            found[study.usubjids[who]][int(month)] = float(value)
    return found


def measured_of(who, until):
    return {month: float(v) for month, v in FVC[who].items() if month > 0 and VISITS[month] <= until}


def test_by_default_every_measured_value_counts(trial):
    study, _ = settled(trial)
    assert courses(study) == {who: measured_of(who, 999) for who in FVC}


def test_while_on_treatment_the_last_value_stands_at_every_later_visit(trial):
    study, _ = settled(trial, adverse_event="while on treatment")
    found = courses(study)
    assert found["event"] == {3: 77.0, 6: 77.0, 12: 77.0}
    assert found["early"] == {}, "nothing after baseline, nothing to carry"
    for who in ("done", "dead", "rescued"):
        assert found[who] == measured_of(who, 999)
    assert len(study.measurements) == len(trial.measurements)


def test_a_carried_value_is_no_point_of_a_line(trial):
    study, plan = settled(trial, adverse_event="while on treatment")
    frame = endpoint_frame(study, populations(study, plan).efficacy, "FVCPP")
    carried = frame[frame["DTYPE"] == "LOCF"]
    assert carried[["USUBJID", "AVISITN", "ADY", "CHG"]].to_numpy().tolist() == [
        ["event", 6.0, 92.0, -3.0],
        ["event", 12.0, 92.0, -3.0],
    ]
    mine = measured_rows(frame)
    assert mine.loc[mine["USUBJID"] == "event", "AVISITN"].tolist() == [0.0, 3.0]


def test_the_statisticians_table_says_which_values_were_carried(trial):
    study, plan = settled(trial, adverse_event="while on treatment")
    table = values_table(study, plan, populations(study, plan))
    carried = table[table["DTYPE"] == "LOCF"]
    assert carried[["USUBJID", "AVISITN", "AVAL", "ANL01FL"]].to_numpy().tolist() == [
        ["event", 6.0, 77.0, "Y"],
        ["event", 12.0, 77.0, "Y"],
    ]
    assert (table["ANL01FL"] == "N").sum() == 2, "the values measured after stopping"


def test_death_and_rescue_have_strategies_of_their_own(trial):
    study, _ = settled(trial, death="while on treatment")
    assert courses(study)["dead"] == {3: 79.0, 6: 79.0, 12: 79.0}
    study, _ = settled(trial, rescue="hypothetical", rescue_names=("MYCOPHENOLATE",))
    assert courses(study)["rescued"] == {3: 76.0}
    assert courses(study)["done"] == measured_of("done", 999), "paracetamol is no rescue"
    labels = {usubjid: f"Patient {number}" for number, usubjid in enumerate(trial.usubjids, 1)}
    hidden = hide_identities(trial, labels, "trial")
    hidden, _ = settled(hidden, rescue="hypothetical", rescue_names=("mycoph",))
    assert hidden.column("subjects", "ICEDY")[hidden.usubjids.index(labels["rescued"])] == 120
    study, _ = settled(trial, rescue="hypothetical")
    assert courses(study)["rescued"] == measured_of("rescued", 999), "no name, no rescue"


def at_month_12(study, plan, rule):
    rows = responders(study, populations(study, plan).efficacy, plan.responses, None, level=0.95)
    mine = [row for row in rows if (row.rule, row.avisitn, row.denominator) == (rule, 12, OBSERVED)]
    return {(row.n, row.N) for row in mine}


def test_composite_is_no_response_and_a_progression(trial):
    study, plan = settled(trial)
    before = at_month_12(study, plan, "FVC_WORSE"), at_month_12(study, plan, "FVC_IMPROVED")
    study, plan = settled(
        trial, adverse_event="composite", death="composite", rescue="composite", rescue_names=("mycoph",)
    )
    worse, better = at_month_12(study, plan, "FVC_WORSE"), at_month_12(study, plan, "FVC_IMPROVED")
    # Measured at month 12: done better, event worse, rescued better. Composite: all but done have failed.
    assert before == ({(1, 3)}, {(2, 3)})
    assert worse == {(4, 5)}
    assert better == {(1, 5)}
    assert courses(study)["event"] == {3: 77.0}
    assert courses(study)["rescued"] == {3: 76.0}


def test_rescue_that_cannot_be_found_is_said(trial):
    _, plan = settled(trial, rescue="composite", rescue_names=("rituximab",))
    (said,) = unfollowed(trial, plan)
    assert "the file names no medication “rituximab”" in said.sentence
    _, plan = settled(trial, rescue="composite")
    (said,) = unfollowed(trial, plan)
    assert "no medication is named as rescue treatment" in said.sentence
