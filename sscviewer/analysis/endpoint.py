"""One endpoint of the whole trial as the mixed models want it: one value per patient and visit."""

import numpy as np
import pandas as pd

from sscviewer.analysis.population import Population
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.analysis.trajectory import Trajectory, trajectory
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

MODELLED_KINDS = ("endpoint", "lung", "function")
LEAST_VISITS = 2


def modelled_parameters(study: Study) -> tuple[str, ...]:
    """Return the endpoints whose course is modelled.

    Those the program knows as endpoints of SSc-ILD; in a trial that has none of them, the ones its patient
    page shows. Laboratory values are followed in tables, not modelled.
    """
    known = tuple(p.paramcd for p in study.parameters.values() if p.kind in MODELLED_KINDS)
    return known or default_parameters(study)


def endpoint_frame(study: Study, who: Population, paramcd: str) -> pd.DataFrame:
    """Return the analysed values of one endpoint.

    Treated patients; visits that have a planned time. Several readings of one day are averaged; of several
    days under one visit the one nearest its planned day counts (the earlier of two equally near).

    Returns
    -------
    DataFrame
        USUBJID, AVISIT, AVISITN (months, 0 = baseline), ADY, AVAL, BASE, CHG (NaN without a baseline); one
        row per patient and visit. The baseline row holds the baseline value, whatever its visit was called.

    **Source**: ADaMIG 1.1, ANL01FL.
    """
    parts = [
        _analysed(trajectory(study, usubjid, paramcd))
        for usubjid, treated in zip(study.usubjids, who.treated, strict=True)
        if treated
    ]
    columns = ["USUBJID", "AVISIT", "AVISITN", "ADY", "AVAL", "BASE", "CHG"]
    parts = [part for part in parts if len(part)]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def _analysed(course: Trajectory) -> pd.DataFrame:
    frame = pd.DataFrame(
        {"AVISIT": course.avisit, "AVISITN": course.avisitn, "ADY": course.day, "AVAL": course.aval}
    )
    later = frame[frame["AVISITN"] > 0]
    later = later.groupby(["AVISIT", "AVISITN", "ADY"], sort=True)[["AVAL"]].mean().reset_index()
    off = (later["ADY"] - planned_day(later["AVISITN"].to_numpy())).abs()
    later = later.assign(OFF=off).sort_values(["AVISITN", "OFF", "ADY"]).drop_duplicates("AVISITN")
    if course.base_index >= 0:
        first = {
            "AVISIT": "Baseline",
            "AVISITN": 0.0,
            "ADY": course.day[course.base_index],
            "AVAL": course.base,
        }
        later = pd.concat([pd.DataFrame([first]), later.drop(columns="OFF")], ignore_index=True)
    return later.assign(USUBJID=course.usubjid, BASE=course.base, CHG=later["AVAL"] - course.base)


def has_course(frame: pd.DataFrame) -> bool:
    """Return whether there are changes at enough visits after baseline to speak of a course."""
    changes = frame.loc[(frame["AVISITN"] > 0) & frame["CHG"].notna(), "AVISITN"]
    return int(np.unique(changes).size) >= LEAST_VISITS
