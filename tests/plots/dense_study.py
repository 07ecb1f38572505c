# ruff: noqa: E501
"""An invented trial with what real ones have: many events, every kind of date and end, holds, gaps, stops."""

import numpy as np
import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import Study, build_study

TERMS = (
    "Fatigue", "Nausea", "Vomiting", "Diarrhoea", "Oedema peripheral", "Rash generalised", "Proteinuria",
    "Upper respiratory tract infection", "Headache", "Dizziness", "Periorbital oedema", "Muscle spasms",
    "Gastrooesophageal reflux disease", "Neutropenia", "Anaemia", "Blood creatine phosphokinase increased",
    "Dyspnoea", "Pneumonia", "Cough", "Arthralgia",
)  # fmt: skip
EVENTS = {"S01": 8, "S02": 34, "S03": 0, "S04": 12, "S05": 5, "S06": 3, "S07": 1, "S08": 9}
"""S02 has many; S03 none; S04 stops for an event; S05 is ongoing; S06 died; S07 was not treated; S08 is lost."""
STOP = {"S04": 243, "S06": 180, "S08": 120}


def later(day: np.datetime64, days: int) -> np.datetime64:
    return day + np.timedelta64(int(days), "D")


def dense_study(n_extra: int = 12, seed: int = 7) -> Study:
    """Return the trial; further patients fill the cohort."""
    rng = np.random.default_rng(seed)
    ids = [*EVENTS, *[f"S{i:02d}" for i in range(len(EVENTS) + 1, len(EVENTS) + 1 + n_extra)]]
    start = {u: later(np.datetime64("2008-01-10"), rng.integers(0, 300)) for u in ids}
    rows: dict[str, list[dict[str, object]]] = {
        k: [] for k in ("subjects", "measurements", "adverse_events", "exposure", "disposition", "visits")
    }
    for usubjid in ids:
        _patient(rng, usubjid, start[usubjid], rows)
    tables = {name: pd.DataFrame(values) for name, values in rows.items()}
    for frame in tables.values():
        for column in [c for c in frame if c in ("ADT", "ASTDT", "AENDT", "TRTSDT", "LSTALVDT", "DTHDT")]:
            frame[column] = frame[column].to_numpy(dtype="datetime64[s]")
            frame[f"{column}F"] = [
                f if isinstance(f, str) else "" for f in frame.get(f"{column}F", pd.Series([""] * len(frame)))
            ]
    parameters = [BY_CODE[c] for c in ("FVCPP", "DLCOPP", "MRSS", "HAQDI")]
    return build_study(
        tables, parameters, source=Source("dense.xlsx", "1" * 64, 4321, "xlsx"), is_synthetic=True
    )


def _patient(rng, usubjid, day1, rows) -> None:
    stop = STOP.get(usubjid, 240 if usubjid == "S05" else 366)
    treated = usubjid != "S07"
    after = later(day1, stop + (45 if usubjid == "S04" else 5))
    subject = {
        "USUBJID": usubjid, "SRCREF": "DM!A2", "SEX": "FM"[int(rng.integers(2))], "AGE": int(rng.integers(28, 72)),
        "RACE": "Caucasian", "SSCSUB": ("DIFFUSE", "LIMITED")[int(rng.integers(2))], "DISDUR": float(rng.uniform(0.3, 6)),
        "TRTSDT": day1 if treated else np.datetime64("NaT", "D"), "LSTALVDT": after,
        "DTHDT": later(day1, 190) if usubjid == "S06" else np.datetime64("NaT", "D"),
    }  # fmt: skip
    rows["subjects"].append(subject)
    if not treated:
        rows["visits"].append(
            {"USUBJID": usubjid, "SRCREF": "V!A2", "ADT": day1, "AVISITN": 0.0, "AVISIT": "Baseline"}
        )
        return
    _measure(rng, usubjid, day1, stop, rows)
    _dose(rng, usubjid, day1, stop, rows)
    _events(rng, usubjid, day1, stop, rows)
    if usubjid != "S05":
        word = {"S04": "ADVERSE EVENT", "S06": "DEATH", "S08": "LOST TO FOLLOW-UP"}.get(usubjid, "COMPLETED")
        state = "COMPLETED" if word == "COMPLETED" else "DISCONTINUED"
        rows["disposition"].append(
            {
                "USUBJID": usubjid,
                "SRCREF": "DS!A2",
                "DSDECOD": word,
                "EOSSTT": state,
                "ADT": later(day1, stop - 1),
            }
        )


def _measure(rng, usubjid, day1, stop, rows) -> None:
    base = {
        "FVCPP": rng.normal(65, 13),
        "DLCOPP": rng.normal(48, 11),
        "MRSS": rng.uniform(4, 36),
        "HAQDI": rng.uniform(0.1, 2.3),
    }
    limits = {"FVCPP": (30, 120), "DLCOPP": (15, 100), "MRSS": (0, 51), "HAQDI": (0, 3)}
    digits = {"FVCPP": 1, "DLCOPP": 1, "MRSS": 0, "HAQDI": 3}
    for week in [0, *range(2, 21, 2), *range(24, 53, 4)]:
        when = later(day1, week * 7 + rng.integers(-2, 3) * (week > 0))
        if week * 7 < stop:
            rows["visits"].append(
                {
                    "USUBJID": usubjid,
                    "SRCREF": "V!A2",
                    "ADT": when,
                    "AVISITN": week * 7 / 30.4375,
                    "AVISIT": f"Week {week}",
                }
            )
    for month in (0, 3, 6, 9, 12):
        day = (
            month * 30.4375
            + (0 if month == 0 else rng.integers(-10, 11))
            + (30 if (usubjid, month) == ("S02", 6) else 0)
        )
        if day > stop + 25:
            continue
        for code, value in base.items():
            if code == "DLCOPP" and usubjid in ("S03", "S08"):
                continue
            drift = {"FVCPP": 2, "DLCOPP": 1, "MRSS": -4, "HAQDI": -0.1}[code] * month / 12
            noise = {"FVCPP": 2.5, "DLCOPP": 3, "MRSS": 1.5, "HAQDI": 0.15}[code]
            low, high = limits[code]
            aval = round(
                float(np.clip(value + drift + rng.normal(0, noise) * (month > 0), low, high)), digits[code]
            )
            quirk = "<" if (usubjid, code, month) == ("S04", "DLCOPP", 6) else ""
            rows["measurements"].append(
                {"USUBJID": usubjid, "SRCREF": "PFT!D4", "PARAMCD": code, "AVAL": aval, "AVALC": f"{aval:g}", "AVALQ": quirk,
                 "AVISITN": float(month), "AVISIT": f"Month {month}" if month else "Baseline", "ADT": later(day1, day)}
            )  # fmt: skip


def _dose(rng, usubjid, day1, stop, rows) -> None:
    periods = [
        (1, 14, 100.0),
        (15, 28, 200.0),
        (29, 42, 300.0),
        (43, 56, 400.0),
        (57, 70, 500.0),
        (71, stop, 600.0),
    ]
    if usubjid in ("S02", "S04"):
        periods[-1:] = [(71, 98, 600.0), (99, 112, 0.0), (113, 170, 400.0), (171, stop, 500.0)]
    if usubjid == "S08":
        periods = [(1, 14, 100.0), (15, 40, 200.0), (60, stop, 300.0)]
    for first, last, dose in periods:
        open_end = usubjid == "S05" and last == stop
        rows["exposure"].append(
            {"USUBJID": usubjid, "SRCREF": "EX!A2", "EXTRT": "Imatinib", "EXDOSE": dose, "EXDAILY": dose, "EXDOSU": "mg",
             "ASTDT": later(day1, first - 1), "AENDT": np.datetime64("NaT", "D") if open_end else later(day1, last - 1),
             "AENDTF": "Y" if open_end else ""}
        )  # fmt: skip


def _events(rng, usubjid, day1, stop, rows) -> None:
    count = EVENTS.get(usubjid, int(rng.integers(2, 12)))
    for i in range(count):
        first = int(rng.integers(2, max(stop - 10, 3)))
        length = int(rng.choice([1, 3, 9, 30, 90]))
        kind = (
            ("closed", "ongoing", "not recorded", "partial", "no start", "month end", "dot")[i % 7]
            if i % 2
            else "closed"
        )
        event = {
            "USUBJID": usubjid, "SRCREF": f"AE!A{i + 2}", "AETERM": TERMS[i % len(TERMS)].lower(), "AEDECOD": TERMS[i % len(TERMS)],
            "AEBODSYS": "General", "ASTDT": later(day1, first - 1), "ASTDTF": "", "AENDT": later(day1, first - 1 + length), "AENDTF": "",
            "AEENRTPT": "", "AETOXGR": float(rng.choice([1, 1, 1, 2, 2, 3, 4])), "AESER": "N",
            "AERELFL": str(rng.choice(["Y", "N", ""])), "AEACN": "DOSE NOT CHANGED", "AEOUT": "",
        }  # fmt: skip
        _make(event, kind, day1)
        if event["AETOXGR"] >= 3 and i % 3 == 0:
            event["AESER"] = "Y"
        if usubjid in ("S02", "S04") and i == 2:
            event |= {
                "ASTDT": later(day1, 94),
                "AENDT": later(day1, 115),
                "AEACN": "DRUG INTERRUPTED",
                "AETOXGR": 3.0,
                "AESER": "Y",
            }
        if usubjid == "S04" and i == 4:
            event |= {
                "ASTDT": later(day1, 230),
                "AENDT": np.datetime64("NaT", "D"),
                "AEENRTPT": "ONGOING",
                "AEACN": "DRUG WITHDRAWN",
            }
        if usubjid == "S06" and i == 2:
            event |= {
                "ASTDT": later(day1, 170),
                "AENDT": later(day1, 190),
                "AETOXGR": 5.0,
                "AESER": "Y",
                "AEOUT": "FATAL",
                "AEDECOD": "Pneumonia",
            }
        if usubjid == "S08" and i == 3:
            event |= {"ASTDT": later(day1, 150), "AENDT": later(day1, 160)}
        rows["adverse_events"].append(event)


def _make(event, kind, day1) -> None:
    missing = np.datetime64("NaT", "D")
    if kind in ("ongoing", "not recorded"):
        event |= {"AENDT": missing, "AENDTF": "Y", "AEENRTPT": "ONGOING" if kind == "ongoing" else ""}
    elif kind == "partial":
        event |= {"ASTDT": event["ASTDT"].astype("datetime64[M]").astype("datetime64[D]"), "ASTDTF": "D"}
    elif kind == "no start":
        event |= {"ASTDT": missing, "ASTDTF": "Y"}
    elif kind == "month end":
        event |= {"AENDT": event["AENDT"].astype("datetime64[M]").astype("datetime64[D]"), "AENDTF": "D"}
    elif kind == "dot":
        event["AENDT"] = event["ASTDT"]
