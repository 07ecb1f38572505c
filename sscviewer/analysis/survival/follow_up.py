"""How long each patient was under observation, and on the drug, as arrays over all patients."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.settled.clock import follow_up_words, until_end
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One entry per patient of `study.usubjids`; study days, NaN where not known.

    Attributes
    ----------
    status : (n,) text, as in `Outcome`
    reason : (n,) text, CDISC reason of a discontinuation, ""
    on_drug : (n,)
        Last day on the drug: the last dose; without one the day the disposition sheet gives; else the last
        contact.
    last_contact : (n,)
        Last day under observation, not before the last day on the drug; where the plan ends follow-up before,
        that day.
    end
        Where the plan ends follow-up; NaN: with the last contact.
    until
        What that day is, in words: "last contact".
    """

    status: npt.NDArray[np.object_]
    reason: npt.NDArray[np.object_]
    on_drug: Floats
    last_contact: Floats
    end: Floats
    until: str


@cached_per_study
def follow_up(study: Study) -> FollowUp:
    """Return the follow-up of every patient."""
    ends = outcomes(study)
    last_dose = np.array([one.last_dose_day for one in ends], dtype=np.float64)
    left = np.array([one.day for one in ends], dtype=np.float64)
    contact = np.array([one.last_contact_day for one in ends], dtype=np.float64)
    end = study.column("subjects", "FUENDY")
    on_drug = np.where(np.isnan(last_dose), np.where(np.isnan(left), contact, left), last_dose)
    return FollowUp(
        status=np.array([one.status for one in ends], dtype=object),
        reason=np.array([one.reason for one in ends], dtype=object),
        on_drug=on_drug,
        last_contact=until_end(np.fmax(contact, on_drug), end),
        end=end,
        until=follow_up_words(study),
    )
