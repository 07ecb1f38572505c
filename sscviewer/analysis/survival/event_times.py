"""When each adverse event on treatment began and ended, as arrays over all patients."""

from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.events.event_columns import Scale
from sscviewer.analysis.events.event_levels import event_levels, event_scale
from sscviewer.analysis.events.treatment_emergent import treatment_emergent
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.population import Population
from sscviewer.analysis.settled.clock import first_dose_days
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.dates import last_possible, study_day
from sscviewer.model.study import Study

Onset = Literal["first", "last"]
LIMITING_ACTIONS = ("DOSE REDUCED", "DRUG INTERRUPTED", "DRUG WITHDRAWN")
"""Actions taken with the drug that make an event dose-limiting."""


@dataclass(frozen=True, slots=True)
class EventTimes:
    """The treatment-emergent adverse events of the counted patients, one entry each.

    Attributes
    ----------
    subject : (m,) position of the patient in `study.usubjids`
    row : (m,) row of the adverse events table
    first, last : (m,)
        First and last possible study day of the onset, not before the first dose; NaN without a start.
    end : (m,) last possible study day of the end; NaN when ongoing or not recorded
    level : (m,) grade, else the rank of the severity, 0 when neither is given
    related, limiting : (m,)
        Related to the drug; with an action that lowered or stopped the dose.
    first_dose : (m,) study day of the patient's first dose, day 1 where none is known
    scale : what `level` is: "grade" or "severity"; "" with neither
    """

    subject: npt.NDArray[np.int64]
    row: npt.NDArray[np.int64]
    first: Floats
    last: Floats
    end: Floats
    level: Floats
    related: Bools
    limiting: Bools
    first_dose: Floats
    scale: Scale

    @property
    def undated(self) -> int:
        """How many have no start at all."""
        return int(np.isnan(self.first).sum())

    @property
    def partial(self) -> int:
        """How many have a start that may lie on several days."""
        return int((self.last > self.first).sum())

    def onset(self, which: Onset = "first") -> Floats:
        """Return the day each began, the first or the last it can be; without a start the first dose."""
        day = self.first if which == "first" else self.last
        return np.where(np.isnan(day), self.first_dose, day)

    def chosen(self, which: npt.NDArray[Any]) -> "EventTimes":
        """Return some of them (a mask or positions)."""
        names = ("subject", "row", "first", "last", "end", "level", "related", "limiting", "first_dose")
        return replace(self, **{name: getattr(self, name)[which] for name in names})


def event_times(study: Study, who: Population, rules: EventRules) -> EventTimes:
    """Return the treatment-emergent events of the patients counted, in the order of the table.

    Whenever they began: views of time take those within follow-up (`followed`).

    **Source**: partial starts as ADaM's first and last possible day, the first not before the first dose;
    a missing start counts from the first dose (ADaMIG 1.1, date imputation flags).
    """

    def column(name: str) -> npt.NDArray[Any]:
        return study.column("adverse_events", name)

    subject = study.positions("adverse_events")
    counted = treatment_emergent(study, rules.window_days) & who.treated[subject]
    day1 = study.column("subjects", "RFSTDT")[subject]
    latest = study_day(last_possible(column("ASTDT"), column("ASTDTF")), day1)
    end = column("AENDY")
    # Neither can a start lie after the end nor, being on treatment, before the first dose.
    last = np.fmin(np.where(np.isnan(latest), column("ASTDY"), latest), np.where(np.isnan(end), np.inf, end))
    first_dose = first_dose_days(study)[subject]
    first = np.where(np.isnan(column("ASTDY")), np.nan, np.maximum(column("ASTDY"), first_dose))
    last = np.where(np.isnan(first), np.nan, np.maximum(last, first))
    action = column("AEACN")
    every = EventTimes(
        subject=subject,
        row=np.arange(subject.size, dtype=np.int64),
        first=first,
        last=last,
        end=end,
        level=event_levels(study),
        scale=event_scale(study),
        related=column("AERELFL") == "Y",
        limiting=np.isin(action.astype(str), LIMITING_ACTIONS),
        first_dose=first_dose,
    )
    return every.chosen(counted)
