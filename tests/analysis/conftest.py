"""SYN20, the made-up single-arm trial of resources/reference, in the shapes the analyses take."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.outcome import outcome
from sscviewer.bundled import resource_path
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study

DAY_ONE = np.datetime64("2010-01-01")


@pytest.fixture(autouse=True, scope="module")
def _no_child(without_a_child):
    """Read files in this process: these tests are about what is made of them."""


@pytest.fixture(scope="session")
def syn20():
    return pd.read_csv(resource_path("reference", "syn20.csv"))


@pytest.fixture(scope="session")
def syn20_later(syn20):
    later = syn20[syn20["MONTH"] > 0]
    return later.assign(VISIT=pd.Categorical("M" + later["MONTH"].astype(str), ["M3", "M6", "M9", "M12"]))


@pytest.fixture(scope="session")
def syn20_wide(syn20):
    """Change in MRSS by subject (all 20) and month."""
    wide = syn20.pivot_table("MRSS_CHG", "USUBJID", "MONTH", dropna=False)
    return wide.drop(columns=0)


def study_of(long, parameters, subjects=None):
    """A study from USUBJID, MONTH and a column per parameter; extra columns of patients as given."""
    ids = list(dict.fromkeys(long["USUBJID"]))
    parts = []
    for paramcd in parameters:
        known = long[long[paramcd].notna()]
        days = np.round(known["MONTH"].to_numpy() * 365.25 / 12).astype("timedelta64[D]")
        parts.append(
            pd.DataFrame(
                {
                    "USUBJID": known["USUBJID"].to_numpy(),
                    "PARAMCD": paramcd,
                    "AVAL": known[paramcd].astype(float).to_numpy(),
                    "AVISITN": known["MONTH"].astype(float).to_numpy(),
                    "AVISIT": ["Baseline" if m == 0 else f"Month {m}" for m in known["MONTH"]],
                    "ADT": (DAY_ONE + days).astype("datetime64[s]"),
                    "ADTF": "",
                    "SRCREF": [f"PFT!D{i + 2}" for i in range(len(known))],
                }
            )
        )
    people = pd.DataFrame({"USUBJID": ids, "SRCREF": [f"DM!A{i + 2}" for i in range(len(ids))]})
    people = people.assign(TRTSDT=DAY_ONE.astype("datetime64[s]"), TRTSDTF="")
    if subjects is not None:
        people = people.merge(subjects, on="USUBJID", how="left")
    tables = {"subjects": people, "measurements": pd.concat(parts, ignore_index=True)}
    source = Source("syn20.xlsx", "0" * 64, 1, "xlsx")
    return build_study(tables, [BY_CODE[paramcd] for paramcd in parameters], source=source)


@pytest.fixture(scope="session")
def syn20_study(syn20):
    return study_of(syn20, ["FVCPP", "MRSS"])


@pytest.fixture(scope="session")
def armed_study(syn20):
    """SYN20 with a sex and an age for everybody and two arms, the second with other changes."""
    ids = list(dict.fromkeys(syn20["USUBJID"]))
    people = pd.DataFrame(
        {
            "USUBJID": ids,
            "TRT01A": np.where(np.arange(20) % 2 == 0, "Placebo", "Drug"),
            "SEX": np.where(np.arange(20) % 3 == 0, "M", "F"),
            "AGE": 40.0 + np.arange(20),
        }
    )
    treated = syn20["USUBJID"].isin(people.loc[people["TRT01A"] == "Drug", "USUBJID"])
    long = syn20.assign(FVCPP=syn20["FVCPP"] + 0.5 * syn20["MONTH"] * treated)
    return study_of(long, ["FVCPP", "MRSS"], people)


@pytest.fixture(scope="session")
def demo_outcomes(demo_study):
    return tuple(outcome(demo_study, usubjid) for usubjid in demo_study.usubjids)


@pytest.fixture(scope="session")
def tiny_outcomes(tiny_study):
    return tuple(outcome(tiny_study, usubjid) for usubjid in tiny_study.usubjids)
