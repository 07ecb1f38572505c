import numpy as np

from sscviewer.plots.patient.words import date_of, day_text, event_mark, step_mark, value_mark


def test_days_become_dates_with_no_day_0() -> None:
    day1 = np.datetime64("2007-05-01T00:00:00")
    assert date_of(1, day1) == "2007-05-01"
    assert date_of(-1, day1) == "2007-04-30"
    assert day_text(-3, day1) == "day −3 (2007-04-28)"
    assert day_text(5, np.datetime64("NaT", "s")) == "day 5"


def texts(trial, usubjid) -> dict[str, str]:
    page = trial.page(usubjid)
    return {event.label: event_mark(event, page).text for event in page.timeline.events}


def test_events_tell_what_is_known_and_what_is_not(tiny) -> None:
    a2 = texts(tiny, "A2")
    assert "between day 32 (2007-06-01) and day 61 (2007-06-30)" in a2["Rash generalised"]
    assert "end: ongoing (drawn to last contact, day 71 (2007-07-10))" in a2["Rash generalised"]
    assert "grade 3 · serious · related · Skin" in a2["Rash generalised"]
    assert "start: not recorded" in a2["Proteinuria"]
    assert "end: not recorded" in a2["Nausea"]
    assert "moderate" in a2["Nausea"]
    assert "(“Tired”)" in texts(tiny, "A1")["Fatigue"]


def test_values_tell_change_window_and_cell(tiny) -> None:
    page = tiny.page("A1")
    fvc = page.trajectories[0]
    assert value_mark(fvc, 0, page).text.splitlines() == [
        "FVC 60.0 % predicted", "Baseline", "day −1 (2007-03-14)", "baseline", "PFT!D2"
    ]  # fmt: skip
    outside = value_mark(fvc, 2, page).text
    assert "change from baseline +1.5 (+2.5 %)" in outside
    assert "outside the visit window" in outside


def test_periods_tell_dose_days_and_what_changed(tiny) -> None:
    page = tiny.page("A2")
    told = [step_mark(step, page).text for step in page.dose.steps]
    assert told[0].startswith("Imatinib 300 mg/day\nday 1 (2007-05-01) to day 14 (2007-05-14)")
    assert any("held (recorded as 0)" in text for text in told)
    assert any("dose not recorded" in text for text in told)
    assert any("reduction 300 → 200" in text for text in told)
