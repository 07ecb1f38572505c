"""The one place where derived parameters join a trial: what the window and the command line both show."""

from collections.abc import Iterator

from sscviewer.analysis.derived.agreement import disagreements
from sscviewer.analysis.derived.endpoints import derive_endpoints
from sscviewer.analysis.derived.haemoglobin import derive_corrected, uncorrected
from sscviewer.analysis.derived.measured import Measured, measured
from sscviewer.analysis.derived.predicted import Predictor
from sscviewer.analysis.derived.ratio import derive_ratio
from sscviewer.analysis.derived.targets import TARGETS, targets_of
from sscviewer.analysis.derived.totals import with_totals
from sscviewer.analysis.derived.values import DerivedValues, add_values
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.model.entry_facts import EntryFacts, entry_facts
from sscviewer.model.issue import Issue
from sscviewer.model.study import Study


def with_measures(study: Study, settings: DerivationSettings, responses: EndpointSettings) -> Study:
    """Return the trial with what is computed from values of one day, whichever of them count.

    Totals of items first, then lung function: collected values all stay. Rows carry DTYPE "DERIVED" and a
    RECIPE; what could not be computed and what disagrees is an issue.
    """
    return with_lung_function(with_totals(study, responses), settings)


def with_composites(study: Study, responses: EndpointSettings) -> Study:
    """Return the trial with endpoints made from several measurements at a visit, of the values that count."""
    endpoints = derive_endpoints(study, responses)
    return add_values(study, endpoints, {}, ()) if endpoints else study


def with_lung_function(study: Study, settings: DerivationSettings) -> Study:
    """Return the trial with derived lung function beside the collected one.

    FEV1/FVC where only the volumes are there; DLCO corrected for haemoglobin; % predicted, z score and lower
    limit of normal of FVC, FEV1, FEV1/FVC, TLC and DLCO. Collected values all stay; `settings.prefer` says
    which % predicted is the one analysed.

    **Source**: resources/methods/predicted_values.md.
    """
    targets = list(targets_of(study))
    if not any(target.paramcd in study.parameters for target in targets):
        return study
    facts = entry_facts(study)
    corrected = derive_corrected(study, facts, settings)
    values = [part for part in (derive_ratio(study, facts), corrected) if part is not None and part.rows.size]
    further = {part.parameter.paramcd: _as_measured(facts, part) for part in values}
    predictor = Predictor(study, facts, settings)
    for target in targets:
        if target.paramcd in study.parameters:
            values += predictor.predict(target, measured(study, facts, target.paramcd))
        elif target.paramcd in further:
            values += predictor.predict(target, further[target.paramcd])
    missing = [predictor.issue(), uncorrected(study, corrected, settings) if corrected is not None else None]
    issues = [*_disagreements(study, facts, settings), *missing]
    return add_values(study, values, predictor.renamed, [issue for issue in issues if issue])


def _as_measured(facts: EntryFacts, derived: DerivedValues) -> Measured:
    """Return derived values as something to derive more from."""
    return Measured(derived.rows, derived.aval, derived.recipe, facts.persons(derived.rows))


def _disagreements(study: Study, facts: EntryFacts, settings: DerivationSettings) -> Iterator[Issue]:
    for target in TARGETS:
        yield from disagreements(study, facts, target, settings)
