"""The responders as lines of text: each rule at the last visit at which it can be judged."""

import math

from sscviewer.analysis.endpoints.responders import DENOMINATORS, OBSERVED, TREATED, WORST, ResponderRow
from sscviewer.analysis.endpoints.time_to_progression import NOTE, ProgressionTime
from sscviewer.analysis.population import ALL
from sscviewer.model.rounding import rounded


def responder_lines(rows: tuple[ResponderRow, ...]) -> list[str]:
    """Return one rule a line, of all treated patients and of those who can be judged; none without any."""
    chosen = [row for row in rows if row.arm == ALL]
    if not chosen:
        return []
    lines = [
        "",
        "Responders and progressors at the last visit (all visits: --json)",
        f"  of N: {DENOMINATORS[TREATED]}; {100 * chosen[0].level:g} % interval ({chosen[0].method})",
        f"  worst case: {DENOMINATORS[WORST]}",
        f"  observed: {DENOMINATORS[OBSERVED]}",
    ]
    for rule in dict.fromkeys(row.rule for row in chosen):
        of_rule = [row for row in chosen if row.rule == rule]
        last = max(row.avisitn for row in of_rule)
        by = {row.denominator: row for row in of_rule if row.avisitn == last}
        treated, observed = by[TREATED], by[OBSERVED]
        worst = f"; worst case {_share(by[WORST])}" if WORST in by and treated.not_judged else ""
        ahead = f"; {treated.not_due} not yet due" if treated.not_due else ""
        lines += [
            f"  {treated.words}",
            f"    {treated.avisit:<12}{_share(treated)}{worst}; observed {_share(observed)}{ahead}",
        ]
    return lines


def progression_lines(rows: tuple[ProgressionTime, ...]) -> list[str]:
    """Return the time to progression of all patients, a rule two lines; none without any."""
    chosen = [row for row in rows if row.arm == ALL]
    lines = ["", "Time to progression", f"  {NOTE}"] if chosen else []
    for row in chosen:
        last = row.by_visit[-1] if row.by_visit else None
        by = ""
        if last is not None:
            known = math.isfinite(last.lower) and math.isfinite(last.upper)
            interval = f" ({rounded(last.lower, 0)}–{rounded(last.upper, 0)} %)" if known else ""
            by = f"; by {last.avisit} {rounded(last.percent, 0)} %{interval}, {last.at_risk} at risk"
        missing = f"; {row.not_judged} cannot be judged at any visit" if row.not_judged else ""
        lines += [f"  {row.words}", f"    {row.events} of {row.n} progressed{by}{missing}"]
    return lines


def _share(row: ResponderRow) -> str:
    if not row.N:
        return "0 of 0"
    interval = f"{rounded(row.lower, 0)}–{rounded(row.upper, 0)} %"
    return f"{row.n} of {row.N} ({rounded(row.percent, 0)} %; {interval})"
