"""How many patients completed, stopped and why, were lost."""

from collections import Counter
from dataclasses import dataclass

from sscviewer.analysis.absence import records_ends
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.population import ALL, Population
from sscviewer.model.study import Study

TREATED_STATUS = ("COMPLETED", "DISCONTINUED", "ONGOING", "UNKNOWN")


@dataclass(frozen=True, slots=True)
class DispositionRow:
    """Patients with one status, and of those with one reason (reason None: all with that status).

    Attributes
    ----------
    percent
        Of the treated patients of the arm; None for patients never treated.
    """

    arm: str
    status: str
    reason: str | None
    n: int
    percent: float | None


def disposition(study: Study, who: Population) -> tuple[DispositionRow, ...]:
    """Return the disposition of the treated patients by arm, and after it who of each was never treated.

    The treated patients' statuses of an arm add up to its denominator. Whoever was not treated is that or a
    screen failure, whatever the file says of the end: the rows of an arm differ in their status. Nothing
    where the file says of nobody how it ended: that is not "0 stopped".
    """
    if not records_ends(study):
        return ()
    ends = outcomes(study)
    rows: list[DispositionRow] = []
    for arm, members in who.arms:
        ended = [end for end, member in zip(ends, members, strict=True) if member]
        status = Counter("UNKNOWN" if end.status not in TREATED_STATUS else end.status for end in ended)
        reasons = Counter(end.reason for end in ended if end.status == "DISCONTINUED" and end.reason)
        for name in TREATED_STATUS:
            if status[name]:
                rows.append(DispositionRow(arm, name, None, status[name], 100 * status[name] / len(ended)))
            if name == "DISCONTINUED":
                rows += [
                    DispositionRow(arm, name, reason, n, 100 * n / len(ended))
                    for reason, n in reasons.most_common()
                ]
    untreated = who.among & ~who.treated
    for arm, _ in who.arms:
        members = untreated if arm == ALL else untreated & (who.arm == arm)
        never = Counter(_never(end.status) for end, member in zip(ends, members, strict=True) if member)
        rows += [DispositionRow(arm, name, None, n, None) for name, n in never.items()]
    return tuple(rows)


def _never(status: str) -> str:
    return status if status == "SCREEN FAILURE" else "NOT TREATED"
