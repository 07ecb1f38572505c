"""How the trial ended for everybody: who was treated, completed, stopped and why; whether the sums agree."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.outcome import LOST, Outcome, outcomes
from sscviewer.analysis.population import ALL, Population
from sscviewer.model.dates import DAYS_PER_YEAR
from sscviewer.model.issue import Issue
from sscviewer.model.plain_text import capital
from sscviewer.model.study import Study
from sscviewer.model.told_reason import told_reason

NO_REASON = "reason not recorded"
DISCREPANCIES = ("disposition.no_event", "ae.withdrawn_not_stopped")
"""The contradictions (`workbook/contradictions`) between why patients stopped and what events did."""
_CONFLICTING = ("COMPLETED", "DISCONTINUED", "SCREEN FAILURE")


@dataclass(frozen=True, slots=True)
class EndGroup:
    """Patients who have something in common; `words` says what, for people."""

    words: str
    usubjids: tuple[str, ...]

    @property
    def n(self) -> int:
        """How many they are."""
        return len(self.usubjids)


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison of counts: whether they agree, and the sentence that says so."""

    agrees: bool
    words: str
    usubjids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeOnStudy:
    """Days from day 1 to the end of a patient's time in the trial, or to the last contact while it goes on.

    Attributes
    ----------
    n, unknown
        Patients with such a day; those without.
    days, years
        Summed over patients.
    """

    n: int
    mean: float
    sd: float
    median: float
    min: float
    max: float
    days: float
    years: float
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArmEnds:
    """The treated patients of an arm: each is in one of completed, stopped, ongoing and unknown.

    Attributes
    ----------
    reasons
        Of those who stopped, commonest first; each is in one of them, "reason not recorded" if in no other.
    lost
        Of those who stopped, the lost to follow-up (also among the reasons).
    died
        All with a date of death, or who stopped by dying.
    """

    arm: str
    treated: EndGroup
    completed: EndGroup
    stopped: EndGroup
    reasons: tuple[EndGroup, ...]
    lost: EndGroup
    ongoing: EndGroup
    unknown: EndGroup
    died: EndGroup
    time: TimeOnStudy


@dataclass(frozen=True, slots=True)
class TrialEnds:
    """The disposition of a trial.

    Attributes
    ----------
    who
        "Treated patients", or whom else the file lets be counted.
    enrolled
        All patients of the file (or of the filter in force).
    screen_failures, not_treated
        Those never treated: by the disposition sheet screen failures; the others.
    arms
        "ALL" first, then each arm where there are several.
    checks
        The sums against their totals; those that do not agree name the patients.
    discrepancies
        Where reasons for stopping and the actions taken for adverse events contradict each other.
    by_death
        The treated without a record of the end who count as stopped by death; `words` says by which rule.
    asks_everybody
        Whether the file would say of everybody that he completed, or stopped: nobody is then 0,
        and not known in a file that tells only of deaths or of those who left.
    """

    who: str
    enrolled: EndGroup
    screen_failures: EndGroup
    not_treated: EndGroup
    arms: tuple[ArmEnds, ...]
    checks: tuple[Check, ...]
    discrepancies: tuple[Issue, ...]
    by_death: EndGroup
    asks_everybody: bool

    @property
    def adds_up(self) -> bool:
        """Whether every check agrees."""
        return all(check.agrees for check in self.checks)


def trial_ends(study: Study, who: Population) -> TrialEnds:
    """Return how the trial ended for everybody, with the sums checked."""
    ends = [end for end, counted in zip(outcomes(study), who.among, strict=True) if counted]
    treated = {u for u, member in zip(study.usubjids, who.treated, strict=True) if member}
    never = [end for end in ends if end.usubjid not in treated]
    arms = tuple(
        _arm(arm, [end for end in ends if end.usubjid in ids])
        for arm, members in who.arms
        for ids in [{u for u, member in zip(study.usubjids, members, strict=True) if member}]
    )
    counted = {end.usubjid for end in ends}
    return TrialEnds(
        who=who.heading,
        enrolled=_group("Enrolled", ends),
        screen_failures=_group("Screen failure", [e for e in never if e.status == "SCREEN FAILURE"]),
        not_treated=_group("Not treated", [e for e in never if e.status != "SCREEN FAILURE"]),
        arms=arms,
        checks=(*_sums(arms), *_records(study, ends, treated)),
        by_death=_by_death(study, [end for end in ends if end.usubjid in treated]),
        asks_everybody=_asks_everybody(study, ends),
        discrepancies=tuple(i for i in study.issues if i.code in DISCREPANCIES and i.usubjid in counted),
    )


def _by_death(study: Study, ends: list[Outcome]) -> EndGroup:
    within = study.column("subjects", "DTHWIN")[0] if study.usubjids else np.nan
    limit = f" up to {within:g} days after the last dose, or on a day not known,"
    until = limit if np.isfinite(within) else ""
    words = f"Without a record of the end, but died{until} and so counted as stopped"
    return _group(words, [end for end in ends if end.reason == "DEATH" and not end.srcref])


def _asks_everybody(study: Study, ends: list[Outcome]) -> bool:
    """Return whether somebody is ongoing, or a sheet of ends has a row of everybody and leaves an end open.

    A column in the list of patients may be a flag of those who left: it is blank for everybody else. A sheet
    of those who left may not know how one of them did; of who is not on it it says nothing.
    """
    if any(end.status == "ONGOING" for end in ends):
        return True
    lists = {_sheet(cell) for cell in study.column("subjects", "SRCREF")}
    table = (study.column("disposition", name) for name in ("USUBJID", "SRCREF"))
    asked = {usubjid for usubjid, cell in zip(*table, strict=True) if _sheet(cell) not in lists}
    entered = [end for end in ends if end.status not in ("SCREEN FAILURE", "NOT TREATED")]
    is_open = any(end.status == "UNKNOWN" for end in entered)
    return is_open and all(end.usubjid in asked for end in entered)


def _sheet(cell: str) -> str:
    return cell.rpartition("!")[0]


def _group(words: str, ends: list[Outcome]) -> EndGroup:
    return EndGroup(words, tuple(end.usubjid for end in ends))


def _arm(arm: str, ends: list[Outcome]) -> ArmEnds:
    def having(words: str, status: str) -> EndGroup:
        return _group(words, [end for end in ends if end.status == status])

    stopped = [end for end in ends if end.status == "DISCONTINUED"]
    counted = Counter(end.reason or NO_REASON for end in stopped)
    known = ("COMPLETED", "DISCONTINUED", "ONGOING")
    died = [end for end in ends if end.died]
    return ArmEnds(
        arm=arm,
        treated=_group("Treated", ends),
        completed=having("Completed", "COMPLETED"),
        stopped=_group("Stopped", stopped),
        reasons=tuple(
            _group(
                capital(told_reason(reason)),
                [end for end in stopped if (end.reason or NO_REASON) == reason],
            )
            for reason, _ in counted.most_common()
        ),
        lost=_group("Lost to follow-up", [end for end in stopped if end.reason == LOST]),
        ongoing=having("Ongoing", "ONGOING"),
        unknown=_group("End not recorded", [end for end in ends if end.status not in known]),
        died=_group("Died", died),
        time=_time(ends),
    )


def _time(ends: list[Outcome]) -> TimeOnStudy:
    days = np.array([end.last_contact_day if np.isnan(end.day) else end.day for end in ends], dtype=float)
    known = days[days > 0]
    some = known.size > 0
    return TimeOnStudy(
        n=known.size,
        mean=float(known.mean()) if some else np.nan,
        sd=float(known.std(ddof=1)) if known.size > 1 else np.nan,
        median=float(np.median(known)) if some else np.nan,
        min=float(known.min()) if some else np.nan,
        max=float(known.max()) if some else np.nan,
        days=float(known.sum()),
        years=float(known.sum()) / DAYS_PER_YEAR,
        unknown=tuple(end.usubjid for end, day in zip(ends, days, strict=True) if not day > 0),
    )


def _sums(arms: tuple[ArmEnds, ...]) -> tuple[Check, ...]:
    """Return whether the ends, the reasons and the arms account for all treated patients."""
    every = arms[0]
    parts = (every.completed, every.stopped, every.ongoing)
    total = sum(part.n for part in parts)
    sums = " + ".join(f"{part.n} {part.words.lower()}" for part in parts if part.n)
    known = f"{sums} = {total} of {every.treated.n} treated"
    none = f"how the trial ended is not recorded for any of the {every.treated.n} treated patients"
    checks = [
        _check(
            total == every.treated.n,
            known if total else none,
            "how it ended is not recorded for the others" if total else "nobody can be called a completer",
            every.unknown.usubjids,
        )
    ]
    unexplained = next((group for group in every.reasons if group.words == NO_REASON.capitalize()), None)
    if every.stopped.n:
        without = unexplained.usubjids if unexplained else ()
        checks.append(
            _check(
                not without,
                f"{every.stopped.n - len(without)} of {every.stopped.n} stopped patients have a reason",
                "the others have none",
                without,
            )
        )
    if len(arms) > 1:
        inside = {usubjid for arm in arms[1:] for usubjid in arm.treated.usubjids}
        outside = tuple(usubjid for usubjid in every.treated.usubjids if usubjid not in inside)
        words = f"the arms hold {len(inside)} of {every.treated.n} treated patients"
        checks.append(_check(not outside, words, "the others have no arm", outside))
    return tuple(checks)


def _records(study: Study, ends: list[Outcome], treated: set[str]) -> tuple[Check, ...]:
    """Return whether the disposition records fit the doses, and no patient has two that contradict."""
    odd = tuple(
        end.usubjid
        for end in ends
        if end.status == ("SCREEN FAILURE" if end.usubjid in treated else "COMPLETED")
    )
    states: dict[str, set[str]] = {}
    for usubjid, state in zip(
        study.column("disposition", "USUBJID"), study.column("disposition", "EOSSTT"), strict=True
    ):
        if state in _CONFLICTING:
            states.setdefault(usubjid, set()).add(state)
    twice = tuple(end.usubjid for end in ends if len(states.get(end.usubjid, ())) > 1)
    return (
        _check(
            not odd,
            f"treated screen failures and completers without a dose: {len(odd)}",
            "the dates of the doses decide who is treated",
            odd,
        ),
        _check(
            not twice,
            f"patients with two ends that contradict each other: {len(twice)}",
            "the last record counts",
            twice,
        ),
    )


def _check(agrees: bool, words: str, otherwise: str, usubjids: tuple[str, ...]) -> Check:
    sentence = capital(words)
    return Check(agrees, f"{sentence}." if agrees else f"{sentence}; {otherwise}.", usubjids)


def in_arm(ends: TrialEnds, arm: str = ALL) -> ArmEnds:
    """Return the ends of one arm.

    Raises
    ------
    KeyError
        If there is no such arm.
    """
    return {one.arm: one for one in ends.arms}[arm]
