"""The responders as lines of text: each rule at the last visit at which it can be judged."""

from sscviewer.analysis.endpoints.responders import DENOMINATORS, OBSERVED, TREATED, ResponderRow
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
        f"  of N: {DENOMINATORS[TREATED]}; 95 % interval ({chosen[0].method})",
        f"  observed: {DENOMINATORS[OBSERVED]}",
    ]
    for rule in dict.fromkeys(row.rule for row in chosen):
        of_rule = [row for row in chosen if row.rule == rule]
        last = max(row.avisitn for row in of_rule)
        by = {row.denominator: row for row in of_rule if row.avisitn == last}
        treated, observed = by[TREATED], by[OBSERVED]
        lines += [
            f"  {treated.words}",
            f"    {treated.avisit:<12}{_share(treated)}; observed {_share(observed)}",
        ]
    return lines


def _share(row: ResponderRow) -> str:
    interval = f"{rounded(row.lower, 0)}–{rounded(row.upper, 0)} %"
    return f"{row.n} of {row.N} ({rounded(row.percent, 0)} %; {interval})"
