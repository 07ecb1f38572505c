"""Values after the drug was stopped: used, or left out as if stopping had not happened (ICH E9(R1))."""

import numpy as np

from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.plan.rules import AfterStopRules
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.study import Study

ADVERSE_EVENT = "ADVERSE EVENT"


def left_out_after_stop(study: Study, day: Floats, rules: AfterStopRules) -> Bools:
    """Return which measurements (n,) the plan leaves out: of days after the last dose of who stopped.

    Parameters
    ----------
    day : (n,) study day of each measurement, NaN when not known

    A patient whose last dose is not known stopped on the day of the disposition; with neither day all count.
    """
    hypothetical = {True: rules.adverse_event == "hypothetical", False: rules.other == "hypothetical"}
    if not any(hypothetical.values()):
        return np.zeros(len(day), dtype=np.bool_)
    last = np.full(len(study.usubjids), np.nan)
    for at, end in enumerate(outcomes(study)):
        if end.status == "DISCONTINUED" and hypothetical[end.reason == ADVERSE_EVENT]:
            last[at] = end.day if np.isnan(end.last_dose_day) else end.last_dose_day
    later: Bools = day > last[study.positions("measurements")]
    return later
