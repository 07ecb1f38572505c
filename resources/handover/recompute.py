"""Recomputes the main numbers from the tables beside this script: needs Python 3.11, numpy, pandas and scipy.

    python recompute.py [FOLDER]

prints one JSON document. It shares no code with sscviewer: whoever doubts a number can read here how it comes
about. Standard errors are those of the likelihood, without Kenward and Roger's adjustment, so that they and the
intervals are a little smaller than the program's; the estimates are the same.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize

ALL = "ALL"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    tables = {
        name: pd.read_csv(
            folder / f"{name.lower()}.csv",
            dtype={"USUBJID": str, "SUBJID": str},
            keep_default_na=False,
            na_values={column: [""] for column in NUMBERS},
        )
        for name in ("ADSL", "ADBDS", "ADAE", "ADEX", "ADTTE")
    }
    document = {
        "n": int((tables["ADSL"].SAFFL == "Y").sum()),
        "baseline": baseline(tables["ADBDS"], tables["ADSL"]),
        "mmrm": mmrm_all(tables["ADBDS"]),
        "adverse_events": events(tables["ADAE"], tables["ADSL"]),
        "exposure": exposure(tables["ADEX"], tables["ADSL"]),
        "time_on_drug": kaplan_meier(tables["ADTTE"]),
    }
    print(json.dumps(document, indent=1, default=float))


NUMBERS = (
    "AVAL",
    "BASE",
    "CHG",
    "AVISITN",
    "ADY",
    "AWTARGET",
    "AWLO",
    "AWHI",
    "AETOXGR",
    "ASTDY",
    "AENDY",
    "DOSEON",
    "EXDAILY",
    "DAYS",
    "CNSR",
    "AGE",
    "HEIGHT",
    "WEIGHT",
)


def baseline(values: pd.DataFrame, subjects: pd.DataFrame) -> list[dict]:
    """Mean and SD of the baseline of the patients counted for efficacy."""
    counted = set(subjects.USUBJID[subjects.EFFFL == "Y"])
    rows = values[(values.ABLFL == "Y") & (values.ANL01FL == "Y") & values.USUBJID.isin(counted)]
    return [
        {"PARAMCD": code, "n": len(of), "mean": of.AVAL.mean(), "sd": number(of.AVAL.std())}
        for code, of in rows.groupby("PARAMCD", sort=False)
    ]


def mmrm_all(values: pd.DataFrame) -> list[dict]:
    """Mean change by visit of all patients: REML, one mean a visit, unstructured covariance."""
    rows = values[values.MMRMFL == "Y"]
    return [{"PARAMCD": code, "visits": mmrm(of)} for code, of in rows.groupby("PARAMCD", sort=False)]


def mmrm(rows: pd.DataFrame) -> list[dict]:
    months = sorted(rows.AVISITN.unique())
    names = dict(zip(rows.AVISITN, rows.AVISIT))
    wide = rows.pivot(index="USUBJID", columns="AVISITN", values="CHG")[months].to_numpy()
    scale = np.nanstd(wide) or 1.0
    wide = wide / scale
    k = len(months)
    lower = np.tril_indices(k)
    # patients with values at the same visits share their covariance
    alike = [
        (seen, wide[(~np.isnan(wide) == seen).all(axis=1)]) for seen in np.unique(~np.isnan(wide), axis=0)
    ]

    def covariance(theta: np.ndarray) -> np.ndarray:
        root = np.zeros((k, k))
        root[lower] = theta
        root[np.diag_indices(k)] = np.exp(np.diag(root))
        return root @ root.T

    def fit(theta: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        sigma, information, score = covariance(theta), np.zeros((k, k)), np.zeros(k)
        deviance = 0.0
        parts = []
        for seen, those in alike:
            part = sigma[np.ix_(seen, seen)]
            inverse, found = np.linalg.inv(part), those[:, seen]
            information[np.ix_(seen, seen)] += len(found) * inverse
            score[seen] += inverse @ found.sum(axis=0)
            deviance += len(found) * np.linalg.slogdet(part)[1]
            parts.append((seen, inverse, found))
        mean = np.linalg.solve(information, score)
        for seen, inverse, found in parts:
            left = found - mean[seen]
            deviance += np.sum(left @ inverse * left)
        return deviance + np.linalg.slogdet(information)[1], mean, information

    start = np.zeros((k, k))
    start[np.diag_indices(k)] = np.log(np.maximum(np.nanstd(wide, axis=0, ddof=1), 1e-3))
    theta = start[lower]
    for _ in range(3):  # begun anew where it stopped: flat likelihoods of few patients end early
        theta = minimize(lambda t: fit(t)[0], theta, method="BFGS", options={"gtol": 1e-7, "maxiter": 5000}).x
    _, mean, information = fit(theta)
    se = np.sqrt(np.diag(np.linalg.inv(information)))
    counts = (~np.isnan(wide)).sum(axis=0)
    return [
        {"AVISIT": names[month], "n": int(n), "estimate": scale * m, "se": scale * s}
        for month, n, m, s in zip(months, counts, mean, se)
    ]


def events(rows: pd.DataFrame, subjects: pd.DataFrame) -> list[dict]:
    """Patients with a counted event, and events, of all and by arm."""
    treated, counted = subjects[subjects.SAFFL == "Y"], rows[rows.ANL01FL == "Y"]
    out = []
    for arm, who in arms(treated):
        of = counted[counted.USUBJID.isin(who)]
        serious = of[of.AESER == "Y"]
        out.append(
            {
                "arm": arm,
                "N": len(who),
                "subjects": of.USUBJID.nunique(),
                "events": len(of),
                "serious": serious.USUBJID.nunique(),
            }
        )
    return out


def exposure(rows: pd.DataFrame, subjects: pd.DataFrame) -> list[dict]:
    """Days on drug and cumulative dose, patient by patient, then their mean."""
    treated = subjects[subjects.SAFFL == "Y"]
    given = rows[rows.KIND == "DOSE"].copy()
    given["SUM"] = given.EXDAILY * given.DAYS
    by = given.groupby("USUBJID")[["DAYS", "SUM"]].sum()
    out = []
    for arm, who in arms(treated):
        of = by[by.index.isin(who)]
        out.append(
            {
                "arm": arm,
                "n": len(of),
                "days_on_drug": number(of.DAYS.mean()),
                "cumulative_dose": number(of.SUM.mean()),
            }
        )
    return out


def kaplan_meier(rows: pd.DataFrame) -> list[dict]:
    """Share still on drug after each stop."""
    of = rows[(rows.PARAMCD == "TTDISC") & rows.AVAL.notna()]
    share, out = 1.0, []
    for day in sorted(of.AVAL[of.CNSR == 0].unique()):
        at_risk, stopped = int((day <= of.AVAL).sum()), int(((day == of.AVAL) & (of.CNSR == 0)).sum())
        share *= 1 - stopped / at_risk
        out.append({"day": day, "at_risk": at_risk, "share": share})
    return out


def arms(subjects: pd.DataFrame):
    yield ALL, set(subjects.USUBJID)
    named = sorted(set(subjects.ARMSAF) - {""})
    if len(named) > 1:
        for arm in named:
            yield arm, set(subjects.USUBJID[arm == subjects.ARMSAF])


def number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


if __name__ == "__main__":
    main()
