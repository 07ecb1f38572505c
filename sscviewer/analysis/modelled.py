"""One endpoint of the whole trial as the mixed models want it: one value per patient and visit."""

import numpy as np
import pandas as pd

from sscviewer.analysis.analysed_values import analysed_values
from sscviewer.analysis.population import Population
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study

MODELLED_KINDS = ("endpoint", "lung", "function")
CARRIED = "LOCF"
LEAST_VISITS = 1
"""One visit after baseline makes an endpoint modelled: its change there; a slope needs more and says so."""


def modelled_parameters(study: Study) -> tuple[str, ...]:
    """Return the endpoints whose course is modelled.

    Those the program knows as endpoints of SSc-ILD, and measurements of the file's own of which the user said
    which way is better; in a trial that has none of them, the ones its patient page shows. Laboratory values
    are followed in tables, not modelled.
    """
    known = tuple(p.paramcd for p in study.parameters.values() if _is_endpoint(p))
    return known or default_parameters(study)


def _is_endpoint(parameter: Parameter) -> bool:
    return parameter.kind in MODELLED_KINDS or (parameter.kind == "other" and parameter.better != "")


def endpoint_frame(study: Study, who: Population, paramcd: str) -> pd.DataFrame:
    """Return the analysed values of one endpoint.

    Treated patients; one value per visit that has a planned time (`analysis.analysed_values`).

    Returns
    -------
    DataFrame
        USUBJID, AVISIT, AVISITN (months, 0 = baseline), ADY, AVAL, BASE, CHG (NaN without a baseline), DTYPE
        ("LOCF" of a value carried on from before the drug was stopped); one row per patient and visit. The
        baseline row holds the baseline value, whatever its visit was called.

    **Source**: ADaMIG 1.1, ANL01FL.
    """
    values = analysed_values(study, paramcd)
    mine = who.treated[values.patient]
    patient, aval = values.patient[mine], values.aval[mine]
    base = values.base[patient]
    return pd.DataFrame(
        {
            "USUBJID": np.array(study.usubjids, dtype=object)[patient],
            "AVISIT": values.avisit[mine],
            "AVISITN": values.avisitn[mine],
            "ADY": values.day[mine],
            "AVAL": aval,
            "BASE": base,
            "CHG": aval - base,
            "DTYPE": np.where(values.is_carried[mine], CARRIED, ""),
        }
    )


def measured_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose value was measured at their visit: what a slope is of."""
    if "DTYPE" not in frame:
        return frame
    measured = frame["DTYPE"].to_numpy() != CARRIED
    return frame if measured.all() else frame[measured]


def has_course(frame: pd.DataFrame) -> bool:
    """Return whether there are changes at enough visits after baseline to speak of a course."""
    changes = frame.loc[(frame["AVISITN"] > 0) & frame["CHG"].notna(), "AVISITN"]
    return int(np.unique(changes).size) >= LEAST_VISITS
