"""One endpoint of the whole trial as the mixed models want it: one value per patient and visit."""

import numpy as np
import pandas as pd

from sscviewer.analysis.parameter_values import parameter_values
from sscviewer.analysis.population import Population
from sscviewer.analysis.shown_parameters import default_parameters
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

    Treated patients; one value per visit that has a planned time (`analysis.analysed_values`).

    Returns
    -------
    DataFrame
        USUBJID, AVISIT, AVISITN (months, 0 = baseline), ADY, AVAL, BASE, CHG (NaN without a baseline); one
        row per patient and visit. The baseline row holds the baseline value, whatever its visit was called.

    **Source**: ADaMIG 1.1, ANL01FL.
    """
    values = parameter_values(study, paramcd)
    frame = pd.DataFrame(
        {
            "PATIENT": values.patient,
            "AVISIT": values.avisit,
            "AVISITN": values.avisitn,
            "ADY": values.day,
            "AVAL": values.aval,
        }
    )
    later = frame[(frame["AVISITN"] > 0) & who.treated[values.patient]]
    keys = ["PATIENT", "AVISIT", "AVISITN", "ADY"]
    later = later.groupby(keys, sort=True)[["AVAL"]].mean().reset_index()
    off = (later["ADY"] - planned_day(later["AVISITN"].to_numpy())).abs()
    later = later.assign(OFF=off).sort_values(["PATIENT", "AVISITN", "OFF", "ADY"], kind="stable")
    later = later.drop_duplicates(["PATIENT", "AVISITN"]).drop(columns="OFF")
    first = frame.iloc[values.base_at[(values.base_at >= 0) & who.treated]]
    first = first.assign(AVISIT="Baseline", AVISITN=0.0)
    both = pd.concat([first, later], ignore_index=True).sort_values(["PATIENT", "AVISITN"], kind="stable")
    patient = both["PATIENT"].to_numpy(dtype=np.int64)
    base = values.base[patient]
    usubjid = np.array(study.usubjids, dtype=object)[patient]
    both = both.assign(USUBJID=usubjid, BASE=base, CHG=both["AVAL"] - base)
    return both[["USUBJID", "AVISIT", "AVISITN", "ADY", "AVAL", "BASE", "CHG"]].reset_index(drop=True)


def has_course(frame: pd.DataFrame) -> bool:
    """Return whether there are changes at enough visits after baseline to speak of a course."""
    changes = frame.loc[(frame["AVISITN"] > 0) & frame["CHG"].notna(), "AVISITN"]
    return int(np.unique(changes).size) >= LEAST_VISITS
