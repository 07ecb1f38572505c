"""What a user may set about endpoints; a trial's protocol decides.

Limits of change stand on the endpoints' cards (`model.endpoint_cards`), and here is what the user changed of
them. Limits that belong to a published definition are constants of `clinical/`, not settings.
"""

from dataclasses import dataclass, replace
from typing import Literal

from sscviewer.clinical.criss import IMPROVED, LEVELS
from sscviewer.clinical.haq import MIN_CATEGORIES
from sscviewer.clinical.progression import INDETERMINATE
from sscviewer.model.endpoint_cards import ChangeLimit

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
class ChangedLimit:
    """What the user put in the place of a card's limit.

    Attributes
    ----------
    key
        Of the limit (`model.endpoint_cards.LIMITS`).
    points, percent
        Both above 0; None leaves what the card says.
    """

    key: str
    points: float | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """What the user changed against the endpoints' cards, and choices of the endpoint rules.

    Attributes
    ----------
    changed
        Limits of change that differ from the cards.
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

    changed: tuple[ChangedLimit, ...] = ()
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

    def limit(self, of_card: ChangeLimit) -> ChangeLimit:
        """Return a card's limit as the user wants it."""
        for changed in self.changed:
            if changed.key == of_card.key:
                points = of_card.points if changed.points is None else changed.points
                percent = of_card.percent if changed.percent is None else changed.percent
                return replace(of_card, points=points, percent=percent)
        return of_card
