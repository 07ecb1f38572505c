"""Rates per patient-year: against counts and days worked out apart, and against the published dose bands."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.dose.dose_bands import AFTER, NOT_RECORDED, daily_dose, dose_bands
from sscviewer.analysis.dose_question.patient_days import patients_by_action
from sscviewer.analysis.events.event_columns import COLUMNS
from sscviewer.analysis.events.event_names import ANY_EVENT, EventName
from sscviewer.analysis.events.event_rates import event_rates
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.poisson import rate_ratio
from sscviewer.analysis.rate import make_rate
from sscviewer.analysis.survival.event_times import event_times
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study, with_column
from tests.planned import EVENTS, code_events, dose_rates, event_table, population, risk_time
from tests.reference.shipped import shipped

DAY_1 = np.datetime64("2008-01-01", "D")


def _dates(days):
    """Dates of study days 1, 2 …; NaT for NaN."""
    return np.array(
        ["NaT" if np.isnan(d) else DAY_1 + np.timedelta64(int(d) - 1, "D") for d in map(float, days)],
        dtype="datetime64[s]",
    )


def _trial(doses, events=(), contact=None, arms=None):
    """Doses as (patient, first day, last day, mg), events as (patient, day) or (patient, day, fields)."""
    ids = list(dict.fromkeys([d[0] for d in doses]))
    subjects = {"USUBJID": ids, "SRCREF": "DM!A1", "TRT01A": [(arms or {}).get(i, "") for i in ids]}
    if contact:
        subjects |= {"LSTALVDT": _dates([contact[i] for i in ids]), "LSTALVDTF": ""}
    exposure = {
        "USUBJID": [d[0] for d in doses],
        "SRCREF": "EX!A1",
        "EXTRT": "Imatinib",
        "EXDOSE": [float(d[3]) for d in doses],
        "EXDAILY": [float(d[3]) for d in doses],
        "EXDOSU": "mg",
        "ASTDT": _dates([d[1] for d in doses]),
        "ASTDTF": "",
        "AENDT": _dates([d[2] for d in doses]),
        "AENDTF": "",
    }
    adverse = {
        "USUBJID": [e[0] for e in events],
        "SRCREF": "AE!A1",
        "AETERM": "X",
        "ASTDT": _dates([e[1] for e in events]),
        "ASTDTF": "",
        "AENDT": np.full(len(events), np.datetime64("NaT", "s")),
        "AESER": [e[2] if len(e) > 2 else "N" for e in events],
    }
    tables = {"subjects": subjects, "exposure": exposure, "adverse_events": adverse}
    frames = {name: pd.DataFrame(columns) for name, columns in tables.items()}
    return build_study(frames, [], source=Source("x.xlsx", "", 0, "xlsx"))


def _rates(study, **options):
    coded, who = code_events(study), population(study)
    return event_rates(coded, risk_time(study, **options), who, event_table(coded, who))


def test_days_and_events_of_two_patients():
    doses = [("P1", 1, 100, 100), ("P2", 1, 50, 100), ("P2", 51, np.nan, 200)]
    events = [("P1", 10), ("P1", 90), ("P1", 120), ("P2", 400)]
    study = _trial(doses, events, contact={"P1": 140, "P2": 300})
    rates = _rates(study)
    assert rates.days.tolist() == [100 + 300]  # P2's open period is cut at the last contact
    assert (rates.events[0, 0, 0], rates.subjects[0, 0, 0]) == (2, 1)
    assert rates.first_days[0, 0, 0] == 10 + 300
    assert rates.event_rate(0).years == pytest.approx(400 / 365.25)
    assert "outside the time at risk and are in no rate: 2." in rates.notes[0]
    window = _rates(study, basis="window", window_days=30)
    assert window.days.tolist() == [130 + 300]
    assert window.events[0, 0, 0] == 3
    on_study = _rates(study, basis="study")
    assert on_study.days.tolist() == [140 + 300]
    assert len({r.words for r in (rates, window, on_study)}) == 3
    serious = rates.event_rate(0, "ALL", "serious")
    assert serious.events == 0
    assert serious.bound == pytest.approx(100 * -np.log(0.05) / (400 / 365.25))
    assert "rule of three" in serious.words


def test_a_start_that_is_not_known_is_the_first_day_and_said():
    study = _trial([("P1", 1, 100, 100)], [("P1", np.nan)])
    rates = _rates(study)
    assert rates.first_days[0, 0, 0] == 1
    assert "without a start, placed on the first day: 1." in " ".join(rates.notes)


def test_an_event_before_the_first_dose_is_in_no_rate():
    study = _trial([("P1", 11, 100, 100)], [("P1", 5), ("P1", 20)])
    settings = replace(EVENTS, emergent_only=False)
    coded, who = code_events(study, settings), population(study)
    table = event_table(coded, who)
    rates = event_rates(coded, risk_time(study), who, table)
    assert (table.events[0, 0, 0], rates.events[0, 0, 0], rates.first_days[0, 0, 0]) == (2, 1, 10)
    assert dose_rates(coded, risk_time(study), who).events[:, 0].tolist() == [1]


def test_an_event_that_became_worse_is_on_the_first_day():
    study = _trial([("P1", 11, 100, 100)], [("P1", 5)])
    worse = study.adverse_events.assign(AEITOXGR=1.0, AETOXGR=2.0)
    tables = {"subjects": study.subjects, "exposure": study.exposure, "adverse_events": worse}
    rates = _rates(build_study(tables, [], source=study.source))
    assert (rates.events[0, 0, 0], rates.first_days[0, 0, 0]) == (1, 1)


def test_arms_and_their_ratio():
    doses = [("P1", 1, 100, 100), ("P2", 1, 200, 100), ("P3", 1, 150, 100)]
    study = _trial(doses, [("P1", 50), ("P3", 100)], arms={"P1": "A", "P2": "A", "P3": "B"})
    rates = _rates(study)
    assert rates.arms == ("ALL", "A", "B")
    assert rates.days.tolist() == [450, 300, 150]
    assert rates.first_days[0, :, 0].tolist() == [350, 250, 100]
    expected = rate_ratio(1, 250, 1, 100, level=0.95)
    found = rates.ratio(0, "A", "B")
    assert (found.ratio, found.lower, found.upper) == pytest.approx(
        (expected.ratio, expected.lower, expected.upper)
    )


def test_one_rate_for_all_rows_is_that_of_each(demo_study):
    rates = _rates(demo_study)
    rate, low, high = rates.limits()
    for row in range(len(rates.names)):
        for k, column in enumerate(COLUMNS):
            one = rates.incidence(row, "ALL", column)
            assert (rate[row, 0, k], low[row, 0, k], high[row, 0, k]) == pytest.approx(
                (one.rate, one.lower, one.upper)
            )


@pytest.mark.parametrize(
    "which", ["made_study", pytest.param("pilot_study", marks=pytest.mark.shared), "demo_study"]
)
def test_rates_of_a_trial_against_plain_pandas(which, request):
    """On-study time and first events worked out row by row, from the tables, for every term."""
    study = request.getfixturevalue(which)
    coded, who = code_events(study), population(study)
    table = event_table(coded, who)
    risk = risk_time(study, "treatment")
    rates = event_rates(coded, risk, who, table)
    subjects = study.subjects.set_index("USUBJID")
    treated = subjects[subjects["TRTSDT"].notna()]
    events = study.adverse_events.iloc[np.unique(coded.event)]
    events = events[events["USUBJID"].isin(treated.index)]
    begin = events["USUBJID"].map(treated["TRTSDT"])
    # A partial start within which the first dose lies is the first dose; so is a missing one.
    day = (events["ASTDT"] - begin).dt.days
    events = events.assign(DAY=day.fillna(0).clip(lower=0).astype(int))
    days = dict(zip(study.usubjids, risk.days.tolist(), strict=True))
    inside = events[events["DAY"] < events["USUBJID"].map(days)]
    for i, name in enumerate(table.names):
        here = inside
        if name.kind != "any":
            here = here[here["AEBODSYS"] == name.body_system]
        if name.kind == "term":
            here = here[here["AEDECOD"] == name.term]
        first = here.groupby("USUBJID")["DAY"].min() + 1
        at_risk = sum(first.get(usubjid, days[usubjid]) for usubjid in treated.index)
        counts = (rates.events[i, 0, 0], rates.subjects[i, 0, 0], rates.first_days[i, 0, 0])
        assert counts == (len(here), len(first), at_risk)


def test_time_on_treatment_is_from_first_to_last_dose(demo_study):
    risk = risk_time(demo_study)
    subjects = demo_study.subjects
    days = (subjects["TRTEDT"] - subjects["TRTSDT"]).dt.days + 1
    complete = (subjects["TRTEDTF"] == "").to_numpy() & (subjects["TRTSDTF"] == "").to_numpy()
    assert complete.sum() > 10
    assert risk.days[complete].tolist() == days[complete].tolist()


# --- by dose ---

EDGES = (100, 200, 300, 400, 600)
# Facts 9.9: events, days, rate per 100 days with its exact interval
BANDS = [
    (0, 153, 0, 0, 2.4110),
    (2, 191, 1.0471, 0.1268, 3.7826),
    (1, 189, 0.5291, 0.0134, 2.9480),
    (2, 218, 0.9174, 0.1111, 3.3141),
    (4, 119, 3.3613, 0.9159, 8.6064),
]


def test_dose_bands_oracle():
    periods = shipped("dose_periods")
    doses = [(p["subject"], int(p["after_day"]) + 1, int(p["to_day"]), float(p["dose"])) for p in periods]
    events = [(p["subject"], int(p["to_day"])) for p in periods if p["event_on_to_day"] == "1"]
    study = _trial(doses, events)
    found = dose_rates(code_events(study), risk_time(study), population(study), edges=EDGES, lag_days=0)
    assert found.bands[0].words == "> 0 to 100 mg"
    for i, (n, days, *printed) in enumerate(BANDS):
        rate = found.rate(i)
        assert (rate.events, found.days[i]) == (n, days)
        numbers = [per_100_years / 365.25 for per_100_years in (rate.rate, rate.lower, rate.upper)]
        assert numbers == pytest.approx(printed, abs=5e-5)
    assert (found.days.sum(), found.events[:, 0].sum()) == (870, 9)
    ratio = found.ratio(4, 1)
    expected = rate_ratio(4, 119, 2, 191, level=0.95)
    assert (ratio.ratio, ratio.p_value) == pytest.approx((expected.ratio, expected.p_value))


def test_every_level_is_a_band_and_so_are_interruption_gap_and_aftermath():
    doses = [("P1", 1, 10, 100), ("P1", 11, 14, 0), ("P1", 15, 20, 200), ("P1", 26, 30, 100)]
    events = [("P1", 5), ("P1", 11, "Y"), ("P1", 23), ("P1", 33), ("P1", 29)]
    study = _trial(doses, events, contact={"P1": 40})
    risk = risk_time(study, "study")
    found = dose_rates(code_events(study), risk, population(study), lag_days=0)
    words = [band.words for band in found.bands]
    assert words == ["0 mg (interrupted)", "100 mg", "200 mg", "dose not recorded", "after the last dose"]
    assert found.days.tolist() == [4, 15, 6, 5, 10]
    assert found.events[:, 0].tolist() == [1, 2, 0, 1, 1]
    assert found.events[:, COLUMNS.index("serious")].tolist() == [1, 0, 0, 0, 0]
    assert "new dose: 1." in found.notes[0]
    lagged = dose_rates(code_events(study), risk, population(study))
    assert lagged.days.tolist() == [4, 16, 6, 5, 9]
    assert lagged.events[:, 0].tolist() == [0, 3, 0, 1, 1]
    assert "day before" in lagged.notes[0]


def test_an_infusion_is_in_force_until_the_next_and_the_last_for_the_usual_time_between_two():
    """Counted by hand: 28 days between two mostly; P2 had one, P3 a late one and was last seen on day 40."""
    days = [("P1", 1, 300), ("P1", 29, 300), ("P1", 57, 600), ("P2", 1, 300)]
    days += [("P3", 1, 300), ("P3", 31, 300)]
    events = [("P1", 25), ("P1", 57), ("P1", 70), ("P2", 15), ("P2", 60), ("P3", 35)]
    study = _trial([(who, d, d, mg) for who, d, mg in days], events, contact={"P1": 100, "P2": 200, "P3": 40})
    risk = risk_time(study, "study")
    found = dose_rates(code_events(study), risk, population(study), lag_days=0)
    assert [band.words for band in found.bands] == ["300 mg", "600 mg", "after the last dose"]
    assert found.days.tolist() == [56 + 28 + 40, 28, 16 + 172]
    assert found.events[:, 0].tolist() == [3, 2, 1]
    assert (
        "until the next, at most for 42 days; the last one, and one whose next came later, for 28"
        in found.notes[0]
    )
    # The dose question: the days of an event at a dose are those, what was taken is what was given.
    who, ends = population(study), {end.usubjid: end for end in outcomes(study)}
    asked = patients_by_action(study, dosed_courses(study, who), event_times(study, who, EVENTS), ends)
    assert [(p.last_day, p.last_dose_day, np.nansum(p.given)) for p in asked] == [
        (84, 57, 1200), (28, 1, 300), (40, 31, 600),
    ]  # fmt: skip
    # Where an event interrupted the drug, the days until the next dose are none of the dose before.
    action = np.array(["DRUG INTERRUPTED", *[""] * 5], dtype=object)
    study = with_column(study, "adverse_events", "AEACN", action)
    held = dose_rates(code_events(study), risk_time(study, "study"), population(study), lag_days=0)
    assert held.days.tolist() == [124 - 27, 28, 27, 188]
    # Daily doses with a gap between are in force on the days of the log alone.
    daily = _trial([("P1", 1, 10, 100), ("P1", 20, 20, 100)], contact={"P1": 40})
    dose = daily_dose(risk_time(daily, "study")).dose
    assert dose.tolist() == [100] * 10 + [NOT_RECORDED] * 9 + [100] + [AFTER] * 20


def test_each_drug_has_its_own_time_between_two_doses_and_a_pause_is_none_of_a_dose():
    """By hand: P1 every 28 days; P2 weekly; P3 every 28 days, 12 days late once and then paused for 84."""
    doses = [("P1", day, day, 300) for day in (1, 29, 57)] + [("P2", day, day, 50) for day in (1, 8, 15, 22)]
    doses += [("P3", day, day, 300) for day in (1, 29, 69, 97, 181)]
    study = _trial(doses, contact={"P1": 200, "P2": 200, "P3": 300})
    drugs = np.array(["Imatinib" if dose == 300 else "Other" for *_, dose in doses], dtype=object)
    study = with_column(study, "exposure", "EXTRT", drugs)
    found = dose_rates(code_events(study), risk_time(study, "study"), population(study), lag_days=0)
    days = {band.words: int(n) for band, n in zip(found.bands, found.days, strict=True)}
    assert days == {
        "50 mg": 28,
        "300 mg": 84 + 28 + 40 + 28 + 28 + 28,
        "dose not recorded": 56,
        "after the last dose": 172 + 116 + 92,
    }
    assert [note.partition(":")[0] for note in found.notes[:2]] == ["Other", "Imatinib"]
    assert ["for 7 days" in found.notes[0], "for 28 days" in found.notes[1]] == [True, True]


def test_overlapping_records_are_not_counted_twice():
    study = _trial([("P1", 1, 20, 100), ("P1", 11, 30, 200)])
    daily = daily_dose(risk_time(study))
    assert (np.sum(daily.dose == 100), np.sum(daily.dose == 200)) == (10, 20)


def test_many_levels_are_grouped_by_person_time():
    doses = [(f"P{i}", 1, 10, 100 + i) for i in range(20)]
    study = _trial(doses)
    daily = daily_dose(risk_time(study))
    bands = dose_bands(daily, np.ones(20, dtype=bool))
    days = [int(np.sum((daily.dose > b.low) & (daily.dose <= b.high))) for b in bands]
    assert sum(days) == 200
    assert len(bands) == 5
    assert min(days) >= 30
    some = dose_bands(daily, np.arange(20) < 3)
    assert [band.words for band in some] == ["100 mg", "101 mg", "102 mg"]


def test_dose_days_of_the_demo_against_the_dose_log(demo_study):
    found = dose_rates(code_events(demo_study), risk_time(demo_study), population(demo_study), lag_days=0)
    log = demo_study.exposure
    log = log[(log["ASTDTF"] == "") & (log["AENDTF"] == "") & (log["EXDAILY"] > 0)]
    days = ((log["AENDT"] - log["ASTDT"]).dt.days + 1).groupby(log["EXDAILY"]).sum()
    patients = log.groupby("EXDAILY")["USUBJID"].nunique()
    compared = 0
    for i, band in enumerate(found.bands):
        partial = demo_study.exposure["EXDAILY"].eq(band.high).sum() != log["EXDAILY"].eq(band.high).sum()
        if band.kind == "dose" and not partial:
            assert (found.days[i], found.patients[i]) == (days[band.high], patients[band.high])
            compared += 1
    assert compared >= 3
    assert found.days.sum() == risk_time(demo_study).days.sum()


def test_events_of_a_term_by_dose(demo_study):
    coded, who = code_events(demo_study), population(demo_study)
    name = next(n for n in coded.names if n.term == "Nausea")
    found = dose_rates(coded, risk_time(demo_study, "study"), who, name)
    whole = event_rates(coded, risk_time(demo_study, "study"), who, event_table(coded, who))
    assert found.events[:, 0].sum() == whole.events[whole.names.index(name), 0, 0]
    with pytest.raises(ValueError, match="not in"):
        dose_rates(coded, risk_time(demo_study), who, EventName("term", "", "no such"))


def test_a_file_without_doses_counts_from_day_1():
    subjects = pd.DataFrame({"USUBJID": ["P1"], "SRCREF": "DM!A1", "LSTALVDT": _dates([50]), "LSTALVDTF": ""})
    events = pd.DataFrame({"USUBJID": ["P1"], "SRCREF": "AE!A1", "AETERM": "X", "ASTDY": [10.0]})
    visits = pd.DataFrame(
        {"USUBJID": ["P1"], "SRCREF": "SV!A1", "AVISIT": "Baseline", "AVISITN": 0.0, "ADT": _dates([1])}
    )
    study = build_study(
        {"subjects": subjects, "adverse_events": events, "visits": visits},
        [],
        source=Source("x.xlsx", "", 0, "xlsx"),
    )
    rates = _rates(study, basis="study")
    assert "no doses" in rates.words
    assert (rates.days.tolist(), rates.first_days[0, 0, 0]) == ([50], 10)


def test_nobody_and_no_time():
    study = _trial([("P1", 1, 10, 100)], [("P1", 3)])
    coded, nobody = code_events(study), population(study, set())
    risk = risk_time(study)
    rates = event_rates(coded, risk, nobody, event_table(coded, nobody))
    assert rates.incidence(0).words == "no time at risk"
    assert dose_rates(coded, risk, nobody, ANY_EVENT).bands == ()
    assert np.isnan(make_rate(0, 0, 0.95).bound)
    assert NOT_RECORDED != AFTER
