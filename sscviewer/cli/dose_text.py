"""Rates of all adverse events by dose in `sscviewer analyse`, as text."""

from sscviewer.analysis.dose.therapeutic_index import TherapeuticIndex
from sscviewer.analysis.rate import Rate


def dose_lines(indices: tuple[TherapeuticIndex, ...], arm: str) -> list[str]:
    """Return rates by dose level of one arm, with what they cannot tell."""
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
    return lines


def _rate(rate: Rate) -> str:
    return (
        f"{rate.events} events, {rate.rate:.0f} per 100 patient-years ({rate.lower:.0f} to {rate.upper:.0f})"
    )
