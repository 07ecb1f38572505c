"""What a safety board is given: the open report of all patients, and the closed one by arms without names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.analyse import count_study
from sscviewer.analysis.arm_words import arm_words
from sscviewer.analysis.board.masked import with_arms
from sscviewer.analysis.board.overview import ArmShare, OverviewLine, overview
from sscviewer.analysis.board.stopping import stopping_bound
from sscviewer.analysis.events.adverse_events import EventTable, adverse_events
from sscviewer.analysis.events.event_columns import COLUMNS, WORST, column_words
from sscviewer.analysis.guarded import attempted, attempted_or
from sscviewer.analysis.labs.labs import labs
from sscviewer.analysis.listing import list_records
from sscviewer.analysis.narratives.reasons import SEVERE, ToldPatient, patients_to_tell
from sscviewer.analysis.population import ALL, populations
from sscviewer.analysis.settled.cut_off import with_cut_off
from sscviewer.model.rounding import rounded
from sscviewer.report.document import Document, Given, Section, guarded_section
from sscviewer.report.house_style import BRITISH, in_style
from sscviewer.report.plan_pages import cover_lines
from sscviewer.report.results_tables import counted_tables
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.model.study import Study

OPEN, CLOSED = "open", "closed"
STOPPING = {
    "serious": "a serious adverse event",
    "level_3": "an adverse event of grade 3 or worse",
    "withdrawal": "an adverse event that led to withdrawal",
}
_LISTED = {
    "serious": ("serious", "Serious adverse events", "AESER", "Y"),
    "stops": ("stop", "Adverse events that led to stopping", "AEACN", "DRUG WITHDRAWN"),
}
"""Lists of events: why a patient is told of, the heading, the column and what it says of them."""
DOSES = "Doses are left out: they would tell which arm is which."


@dataclass(frozen=True, slots=True)
class Pack:
    """One report of the board, and whose pages belong to it."""

    kind: str
    document: Document
    usubjids: tuple[str, ...]


def board_pack(
    study: Study,
    plan: AnalysisPlan,
    among: Collection[str] | None,
    letters: Mapping[str, str],
    *,
    name: str,
    footer: str,
) -> tuple[Pack, ...]:
    """Return the open report, and the closed one where the trial has several arms.

    Parameters
    ----------
    letters
        What each arm is called in the closed report.
    """
    packs = [_pack(OPEN, with_arms(study, {}), plan, among, name, footer)]
    if len(letters) > 1:
        packs.append(_pack(CLOSED, with_arms(study, letters), plan, among, name, footer))
    return tuple(packs)


def _pack(
    kind: str, study: Study, plan: AnalysisPlan, among: Collection[str] | None, name: str, footer: str
) -> Pack:
    who = populations(study, plan, among)
    counted = count_study(study, plan, who)
    tables = counted_tables(study, who, counted)
    told = attempted(patients_to_tell, study, who.safety)
    events = counted.adverse_events
    sections = (
        _said("scope", "What is reviewed", _scope, study, plan, who),
        _shown("disposition", "Enrolment and status", lambda: tables["disposition"]),
        _shown("exposure", "Exposure", _exposure, tables["exposure"], kind),
        _shown("overview", "Adverse events in one glance", overview_table, study, plan, events),
        _said("stopping", "Stopping rule", _stopping, plan, events),
        _shown("worst", "Adverse events by term and worst grade", worst_table, events),
        _said("deaths", "Deaths", _deaths, study, told),
        *(_shown(name, of[1], _listing, study, told, name) for name, of in _LISTED.items()),
        _shown("labs", "Laboratory values of grade 3 and 4", _labs, study, who),
    )
    title = f"Safety board, {kind} report: {name}"
    cover = cover_lines(study, plan, who)
    document = in_style(Document(title, sections, footer, cover), BRITISH)
    pages = attempted_or(lambda _: (), lambda: tuple(one.usubjid for one in told))
    return Pack(kind, document, pages)


def _said(
    name: str, heading: str, make: Callable[Given, str], *args: Given.args, **kwargs: Given.kwargs
) -> Section:
    return guarded_section(name, heading, lambda: Section(name, heading, text=make(*args, **kwargs)))


def _shown(
    name: str, heading: str, make: Callable[Given, Table], *args: Given.args, **kwargs: Given.kwargs
) -> Section:
    """Return the section of a table; of one without rows its notes."""

    def section() -> Section:
        table = make(*args, **kwargs)
        if table.rows:
            return Section(name, heading, table=table)
        return Section(name, heading, text=" ".join(table.notes) or "None.")

    return guarded_section(name, heading, section)


def _scope(study: Study, plan: AnalysisPlan, who: Populations) -> str:
    cut = plan.study.cut_off
    until = f"Data to {cut.isoformat()}" if cut else "All data of the file"
    since = plan.board.last_review
    before = f"; the pack before went to {since.isoformat()}" if since else "; this is the first pack"
    treated = int(who.safety.treated.sum())
    return f"{until}{before}. {len(study.usubjids)} patients in the file, {treated} treated."


def _exposure(table: Table, kind: str) -> Table:
    if kind == OPEN:
        return table
    unit = table.columns.index("Unit")
    days = tuple(row for row in table.rows if row[unit] == "days")
    return replace(table, rows=days, notes=(DOSES,))


def overview_table(study: Study, plan: AnalysisPlan, events: EventTable) -> Table:
    """Return who had any, a related, severe, serious, fatal event, arm by arm, and whom they stopped."""
    lines, since = overview(events), plan.board.last_review
    arms = [arm_words(arm) for arm in events.arms]
    heads = ["Adverse events", *(f"{arm} (N = {n})" for arm, n in zip(arms, events.n, strict=True))]
    two = any(line.difference is not None for line in lines)
    if two:
        heads.append(f"{arms[2]} − {arms[1]}, percentage points")
    if since is not None:
        heads.append(f"More patients than on {since.isoformat()}")
    rows = [_overview_row(line, events, two) for line in lines]
    if since is not None:
        before = _before(study, plan)
        rows = [
            (*row, str(line.shares[0].n - n) if line.shares else "")
            for row, line, n in zip(rows, lines, before, strict=True)
        ]
    level = f"{100 * events.settings.level:g} %"
    notes = [f"Patients, percent of the treated and {level} confidence interval.", *events.notes]
    notes += ["Difference of shares: Newcombe."] if two else []
    return Table(
        "board_overview", "Adverse events in one glance", tuple(heads), tuple(rows), notes=tuple(notes)
    )


def _overview_row(line: OverviewLine, events: EventTable, two: bool) -> tuple[str, ...]:
    if line.not_in_file:
        return (line.words, *[line.not_in_file] * len(events.arms), *[""] * two)
    cells = [_share(share) for share in line.shares]
    if two and line.difference is not None:
        d = line.difference
        numbers = [rounded(100 * value, 1) for value in (d.value, d.lower, d.upper)]
        cells.append(f"{numbers[0]} ({numbers[1]} to {numbers[2]})")
    return (line.words, *cells)


def _share(share: ArmShare) -> str:
    if not share.of:
        return "0"
    percent = rounded(100 * share.n / share.of, 1)
    return f"{share.n} ({percent}; {rounded(share.lower, 1)} to {rounded(share.upper, 1)})"


def _before(study: Study, plan: AnalysisPlan) -> tuple[int, ...]:
    """Return how many patients each line counted in the pack before, of what began by its last day."""
    then = with_cut_off(study, plan.board.last_review)
    table = adverse_events(then, populations(then, plan).safety, plan.events)
    return tuple(line.shares[0].n if line.shares else 0 for line in overview(table))


def _stopping(plan: AnalysisPlan, events: EventTable) -> str:
    rules = plan.board
    if rules.stopping_rate is None:
        return "The plan has no stopping rule (Plan, The safety board)."
    at = COLUMNS.index(rules.stopping_event)
    if not events.available[at]:
        return f"The file does not say who had {STOPPING[rules.stopping_event]}."
    n, of = int(events.subjects[0, 0, at]), int(events.n[0])
    if not of:
        return "Nobody is counted for safety."
    bound = stopping_bound(n, of, rules.stopping_rate, rules.stopping_certainty)
    return bound.words(STOPPING[rules.stopping_event])


def worst_table(events: EventTable) -> Table:
    """Return every term with its patients by their worst grade, all arms together and each arm's total."""
    grades = [column_words(name, events.scale) for name in WORST]
    arms = [arm for arm in events.arms if arm != ALL]
    heads = ("Adverse event", "Patients", *grades, *(f"{arm}: patients" for arm in arms))
    rows: list[tuple[str, ...]] = []
    strong = []
    for at in events.rows_in(ALL):
        name = events.names[at]
        if name.kind not in ("term", "any", "group"):
            strong.append(len(rows))
        counts = (int(events.subjects[at, 0, 0]), *map(int, events.worst[at, 0]))
        by_arm = (int(events.subjects[at, events.arms.index(arm), 0]) for arm in arms)
        rows.append((name.words, *map(str, (*counts, *by_arm))))
    notes = (*events.notes, "A patient counts once in a line, under the worst.")
    numeric = frozenset(range(1, len(heads)))
    return Table(
        "board_worst", "By term and worst grade", heads, tuple(rows), numeric, notes, frozenset(strong)
    )


def _listing(study: Study, told: tuple[ToldPatient, ...], name: str) -> Table:
    """Return the events that are serious, or that led to stopping, of the patients told of."""
    kind, title, column, word = _LISTED[name]
    is_so = study.column("adverse_events", column) == word
    rows = tuple(row for one in told if kind in one.kinds for row in one.rows if is_so[row])
    listed = list_records(study, "adverse_events", rows)
    return Table(f"board_{name}", title, listed.columns, listed.rows, listed.numeric)


def _deaths(study: Study, told: tuple[ToldPatient, ...]) -> str:
    from sscviewer.analysis.outcome import outcome

    dead = [one.usubjid for one in told if "death" in one.kinds]
    if not dead:
        return "None is recorded."
    return " ".join(f"{usubjid}: {outcome(study, usubjid).words}." for usubjid in dead)


def _labs(study: Study, who: Populations) -> Table:
    """Return every laboratory value of grade 3 and worse after the first dose."""
    of = labs(study)
    rows = []
    for test in of.tests.values():
        worst = np.fmax(test.grade_low, test.grade_high)
        for at in np.flatnonzero((worst >= SEVERE) & test.is_after & who.safety.among[test.patient]):
            reference = str(study.column("measurements", "SRCREF")[test.row[at]])
            value = f"{test.limit[at]}{test.aval[at]:g} {test.parameter.unit}".strip()
            day, grade = rounded(float(test.day[at]), 0), rounded(float(worst[at]), 0)
            cells = (test.parameter.title, value, day, grade, reference)
            rows.append((study.usubjids[test.patient[at]], *cells))
    heads = ("Patient", "Test", "Value", "Day", "CTCAE grade", "Cell")
    notes = ("No value of grade 3 or 4 after the first dose, or no laboratory values in the file.",)
    title = "Laboratory values of grade 3 and 4"
    return Table("board_labs", title, heads, tuple(sorted(rows)), frozenset({3, 4}), () if rows else notes)
