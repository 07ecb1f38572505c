"""What a user may set about endpoints, each with its default; a trial's protocol decides.

Limits that belong to a published definition are constants of `clinical/`, not settings.
"""

from dataclasses import dataclass
from typing import Literal

from sscviewer.clinical.criss import IMPROVED, LEVELS
from sscviewer.clinical.haq import MIN_CATEGORIES
from sscviewer.clinical.progression import INDETERMINATE, MCID_IMPROVED, MCID_WORSE
from sscviewer.clinical.skin_score import RESPONSE_PERCENT, RESPONSE_POINTS

Scale = Literal["from the values", "0-10", "0-100"]


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A threshold the user adds: a change of one parameter from baseline.

    Attributes
    ----------
    paramcd, name
        The parameter, and its name for people.
    sign
        +1 for a rise, -1 for a fall.
    limit
        By so much or more, in the parameter's unit or, relative, in % of the baseline.
    """

    paramcd: str
    name: str
    sign: int
    limit: float
    is_relative: bool = False

    @property
    def code(self) -> str:
        """Key of the rule."""
        way = "RISE" if self.sign > 0 else "FALL"
        return f"OWN_{self.paramcd}_{way}_{self.limit:g}{'_PERCENT' if self.is_relative else ''}"

    @property
    def words(self) -> str:
        """What it says."""
        way, unit = ("higher" if self.sign > 0 else "lower"), " %" if self.is_relative else ""
        of = "relative" if self.is_relative else "absolute"
        return f"{self.name} {way} by {self.limit:g}{unit} or more ({of}, your own rule)"


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """Thresholds and choices of the endpoint rules.

    Attributes
    ----------
    fvc_improved, fvc_worse
        Absolute change of FVC, points of % predicted (Kafaja 2018: +3.0 to +5.3, -3.0 to -3.3).
    fvc_relative_fall
        Relative fall of FVC % predicted, %.
    skin_points, skin_percent
        A skin response is a fall by more than so many points and at least so many %.
    haq_changed
        Fall (better) or rise (worse) of the HAQ-DI (SSc 0.10 to 0.14, Khanna 2006; 0.22 in RA).
    tdi_changed
        Transition dyspnoea index, + better, - worse (1: Witek 2005; 1.5: SLS anchor).
    sgrq_improved
        Fall of the SGRQ total (manual v2.3: 4).
    criss_improved, criss_levels
        Probability of the ACR-CRISS; levels, %, of the revised one.
    revised_keeps_step_one
        Whether events of step 1 exclude a response of the revised CRISS too (kept in trials; unverified).
    all_have_ild
        Whether every patient has ILD on HRCT, as entry to an SSc-ILD trial demands; step 1 asks for it.
    global_scale
        Scale of patient's and physician's global assessment; CRISS wants 0-10. "from the values": divided by
        10 when the unit is mm or any value of the trial is above 10.
    indeterminate
        Extents on HRCT, %, at which FVC decides; None when every reading is trusted (Goh 2008).
    most_missing_sites
        Up to so many sites of the skin score are prorated; 0, the default, prorates nothing.
    least_categories
        Answered categories that the HAQ-DI needs.
    shaq_line_cm
        Length of the lines of the scleroderma HAQ. None: 15 cm where they are given in cm (Steen & Medsger);
        in mm 100, or 150 where any value of the trial is above 100.
    own
        Thresholds the user added.
    """

    fvc_improved: float = MCID_IMPROVED[0]
    fvc_worse: float = MCID_WORSE[1]
    fvc_relative_fall: float = 10.0
    skin_points: float = RESPONSE_POINTS
    skin_percent: float = RESPONSE_PERCENT
    haq_changed: float = 0.14
    tdi_changed: float = 1.0
    sgrq_improved: float = 4.0
    criss_improved: float = IMPROVED
    criss_levels: tuple[float, ...] = LEVELS
    revised_keeps_step_one: bool = True
    all_have_ild: bool = True
    global_scale: Scale = "from the values"
    indeterminate: tuple[float, float] | None = INDETERMINATE
    most_missing_sites: int = 0
    least_categories: int = MIN_CATEGORIES
    shaq_line_cm: float | None = None
    own: tuple[OwnRule, ...] = ()


DEFAULT = EndpointSettings()
