"""Dose and events in `sscviewer analyse`, as text."""

from sscviewer.analysis.dose.dose_and_events import DoseAndEvents
from sscviewer.analysis.dose.therapeutic_index import TherapeuticIndex
from sscviewer.analysis.number_words import p_words
from sscviewer.analysis.rate import Rate
from sscviewer.analysis.survival.recurrent import DoseRateRatio


def dose_lines(
    indices: tuple[TherapeuticIndex, ...], models: tuple[DoseAndEvents, ...], arm: str
) -> list[str]:
    """Return rates by dose level, and the ways of asking whether dose and events go together, of one arm."""
    lines: list[str] = []
    for index in (one for one in indices if one.arm == arm):
        lines += ["", f"Dose and events ({index.method}; n = {index.n})"]
        for level in index.levels:
            lines.append(f"  {level.name}: {level.patients} patients, {level.days:.0f} days")
            rates = (
                ("any event", level.any_event),
                ("grade 2 or worse", level.grade_2),
                ("related", level.related),
                ("stopped", level.stops),
            )
            lines += [f"    {name:<18}{_rate(rate)}" for name, rate in rates]
        lines += [
            f"  average dose and {one.what}: rank correlation {one.rho:.2f} "
            f"({one.lower:.2f} to {one.upper:.2f}), n = {one.n}"
            for one in index.associations
            if one.rho == one.rho
        ]
        lines += [f"  note: {text}" for text in (index.caveat, *index.notes)]
    for model in (one for one in models if one.arm == arm):
        for regression in (model.andersen_gill, model.poisson):
            lines += _regression(regression)
        pairs = model.crossover
        lines.append(
            f"  {pairs.method}: {pairs.case_only} to {pairs.control_only} of {pairs.n} patients; "
            f"odds ratio {pairs.odds_ratio:.2f} ({pairs.lower:.2f} to {pairs.upper:.2f}), "
            f"{p_words(pairs.p_value)}"
        )
        notes = (model.andersen_gill.caveat, pairs.caveat, *pairs.warnings)
        lines += [f"  note: {text}" for text in notes]
    return lines


def _rate(rate: Rate) -> str:
    return (
        f"{rate.events} events, {rate.rate:.0f} per 100 patient-years ({rate.lower:.0f} to {rate.upper:.0f})"
    )


def _regression(fit: DoseRateRatio) -> list[str]:
    if fit.result is None:
        return [f"  {fit.method}: {' '.join(fit.warnings)}"]
    ratio = fit.result
    return [
        f"  {fit.method}: rate ratio per {fit.per_dose:g} of dose {ratio.ratio:.2f} ({ratio.lower:.2f} to "
        f"{ratio.upper:.2f}), {p_words(ratio.p_value)}; {fit.n_events} events, n = {fit.n_subjects}",
        *(f"    note: {text}" for text in fit.warnings),
    ]
