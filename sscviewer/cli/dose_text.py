"""Rates of all adverse events by dose in `sscviewer analyse`, as text."""

from sscviewer.analysis.dose.therapeutic_index import TherapeuticIndex
from sscviewer.analysis.events.event_columns import column_words
from sscviewer.analysis.rate import Rate
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded


def dose_lines(indices: tuple[TherapeuticIndex, ...], arm: str) -> list[str]:
    """Return rates by dose level of one arm, with what they cannot tell."""
    lines: list[str] = []
    for index in (one for one in indices if one.arm == arm):
        lines += ["", f"Dose and events ({index.method}; n = {index.n})"]
        for level in index.levels:
            lines.append(
                f"  {level.name}: {counted(level.patients, 'patient')}, {rounded(level.days, 0)} days"
            )
            rates = (
                ("any event", level.any_event),
                (column_words("level_2", index.scale).lower(), level.grade_2),
                ("related", level.related),
                ("stopped", level.stops),
            )
            lines += [f"    {name:<18}{_rate(rate)}" for name, rate in rates]
        lines += [
            f"  average dose and {one.what}: rank correlation {rounded(one.rho, 2)} "
            f"({rounded(one.lower, 2)} to {rounded(one.upper, 2)}), n = {one.n}"
            for one in index.associations
            if one.rho == one.rho
        ]
        lines += [f"  note: {text}" for text in (index.caveat, *index.notes)]
    return lines


def _rate(rate: Rate | None) -> str:
    if rate is None:
        return "not in the file"
    interval = f"{rounded(rate.lower, 0)} to {rounded(rate.upper, 0)}"
    return f"{counted(rate.events, 'event')}, {rounded(rate.rate, 0)} per 100 patient-years ({interval})"
