"""The plan as one object: its parts, and which of them a plan changes."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

from sscviewer.analysis.plan.board import BoardRules
from sscviewer.analysis.plan.comparisons import ComparisonRules
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.analysis.plan.dose_question import DoseQuestionRules
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.plan.laboratory import LaboratoryRules
from sscviewer.analysis.plan.models import ModelRules
from sscviewer.analysis.plan.one_arm import OneArmRules
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.plan.rules import (
    AfterStopRules,
    ArmRules,
    BaselineRules,
    DoseRules,
    EndpointRules,
    MissingRules,
    PopulationRules,
    ReadingRules,
    StudyRules,
    TimeRules,
    VisitRules,
)


@dataclass(frozen=True, slots=True)
class AnalysisPlan:
    """Every choice behind the numbers of a trial; frozen and hashable: same file + same plan = same output.

    The plan without arguments is the default; what a part chooses is said in its class.
    """

    study: StudyRules = field(default_factory=StudyRules)
    time: TimeRules = field(default_factory=TimeRules)
    arms: ArmRules = field(default_factory=ArmRules)
    populations: PopulationRules = field(default_factory=PopulationRules)
    visits: VisitRules = field(default_factory=VisitRules)
    readings: ReadingRules = field(default_factory=ReadingRules)
    baseline: BaselineRules = field(default_factory=BaselineRules)
    endpoints: EndpointRules = field(default_factory=EndpointRules)
    after_stop: AfterStopRules = field(default_factory=AfterStopRules)
    model: ModelRules = field(default_factory=ModelRules)
    missing: MissingRules = field(default_factory=MissingRules)
    one_arm: OneArmRules = field(default_factory=OneArmRules)
    comparisons: ComparisonRules = field(default_factory=ComparisonRules)
    events: EventRules = field(default_factory=EventRules)
    laboratory: LaboratoryRules = field(default_factory=LaboratoryRules)
    doses: DoseRules = field(default_factory=DoseRules)
    dose_question: DoseQuestionRules = field(default_factory=DoseQuestionRules)
    derivation: DerivationSettings = field(default_factory=DerivationSettings)
    responses: EndpointSettings = field(default_factory=EndpointSettings)
    board: BoardRules = field(default_factory=BoardRules)

    def value(self, part: str, name: str) -> Any:
        """Return one choice; raises AttributeError where there is none."""
        return getattr(getattr(self, part), name)

    def with_value(self, part: str, name: str, value: Any) -> "AnalysisPlan":
        """Return the plan with one choice changed."""
        return replace(self, **{part: replace(getattr(self, part), **{name: value})})

    def changed(self, other: "AnalysisPlan") -> tuple[tuple[str, str], ...]:
        """Return (part, name) of every choice in which another plan differs, in the order of the plan."""
        return tuple(
            (part.name, choice.name)
            for part in fields(self)
            for choice in fields(getattr(self, part.name))
            if self.value(part.name, choice.name) != other.value(part.name, choice.name)
        )


DEFAULT_PLAN = AnalysisPlan()
