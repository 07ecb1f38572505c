"""One document about a trial: chosen tables, pictures and paragraphs under their headings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from sscviewer.analysis.guarded import attempted, attempted_or
from sscviewer.analysis.sentences.sentences import CHANGE, DOSE, ENDS, EVENTS, PATIENTS, TOLERATED
from sscviewer.report.abbreviations import abbreviations
from sscviewer.report.change_brief import brief_change
from sscviewer.report.checklists import CHECKLISTS, checklist
from sscviewer.report.document import Cover, Document, Paragraph, Section, guarded_section
from sscviewer.report.house_style import BRITISH, HouseStyle, in_style
from sscviewer.report.parts import PARTS, USUAL
from sscviewer.report.plan_pages import ALL_DEFAULTS, changed_rules, cover_lines, whole_plan
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.enrolment.flow import Flow
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.analysis.results import Sentences, Told
    from sscviewer.model.study import Study

REFERS = {
    PATIENTS: ("table_1", "flow"),
    DOSE: ("exposure",),
    ENDS: ("disposition",),
    EVENTS: ("adverse_events",),
    TOLERATED: ("dose_question",),
    CHANGE: ("change", "responders"),
}
"""Which tables and figures each part of the results is about."""
GROUPED = ("exposure", "responders", "plan", "whole_plan")
"""Tables whose first column says the same in many rows running."""
LEAST_PERCENT = 10.0
"""Adverse events in fewer of the patients are left to the table of the Safety page unless asked for."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What can stand in the document of a trial; made off the window's thread.

    Attributes
    ----------
    tables
        By name: those of `PARTS` that are tables, whole.
    events
        What the table of adverse events is made from, so that a document can leave out rare ones.
    dose_sentences
        What the trial says of its doses, and what it cannot say; they stand above their table.
    names
        Short names of the measurements -> their titles.
    endpoints
        PARAMCD of what is modelled -> its name in the table of changes; cannot be read where that failed.
    told
        PARAMCD of those that are spoken of unless others are chosen.
    """

    tables: dict[str, Table]
    events: EventTable
    dose_sentences: tuple[str, ...]
    flow: Flow
    sentences: Sentences
    names: Mapping[str, str]
    endpoints: Mapping[str, str]
    told: Collection[str]
    plan: AnalysisPlan
    cover: Cover


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """What was chosen for a document.

    Attributes
    ----------
    parts
        Names of `PARTS`.
    at_least
        Percent of the treated patients with an event for it to stand in the table of adverse events.
    endpoints
        PARAMCD of those in the table of changes; None for those that the results speak of.
    every_visit
        Whether the table of changes has every visit, or the last.
    """

    parts: Collection[str] = USUAL
    at_least: float = LEAST_PERCENT
    endpoints: Collection[str] | None = None
    every_visit: bool = False
    style: HouseStyle = BRITISH

    def to_json(self) -> dict[str, Any]:
        """Return it for a manifest."""
        endpoints = None if self.endpoints is None else list(self.endpoints)
        return {**asdict(self), "parts": list(self.parts), "endpoints": endpoints}

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> DocumentChoice:
        """Return what a manifest says; what it leaves out is as usual."""
        known = {name: value for name, value in said.items() if name in cls.__slots__}
        if "style" in known:
            known["style"] = HouseStyle(**known["style"])
        return cls(**known)


def trial_contents(study: Study, plan: AnalysisPlan, who: Populations) -> Contents:
    """Return everything a document can hold, by a plan, of the patients counted."""
    from sscviewer.analysis.analyse import told_results
    from sscviewer.analysis.dose_question.dose_question import dose_question
    from sscviewer.analysis.efficacy.visit_windows import visit_windows
    from sscviewer.analysis.enrolment.flow import flow
    from sscviewer.analysis.sentences.sentences import sentences
    from sscviewer.analysis.sentences.shown_endpoints import told_endpoints
    from sscviewer.report.dose_table import dose_question_table
    from sscviewer.report.results_tables import changes_tables, counted_tables
    from sscviewer.report.trial_tables import windows_table

    results = told_results(study, plan, who)
    asked = attempted(dose_question, study, who.safety, plan)
    windows = attempted(visit_windows, study, plan, who.efficacy)
    by_windows = {"visit_windows": attempted(windows_table, windows, study.parameters)}
    counted = counted_tables(study, who, results)
    events = counted.pop("adverse_events")
    tables = {
        **counted,
        "dose_question": attempted(dose_question_table, asked),
        "adverse_events": events,
        **changes_tables(study, plan, who, results.courses),
        **({} if study.visit_order else by_windows),
    }
    return Contents(
        tables,
        results.adverse_events,
        attempted(lambda: asked.sentences),
        attempted(flow, study, who.disposition),
        attempted(sentences, study, results),
        {parameter.short: parameter.title for parameter in study.parameters.values()},
        attempted(_endpoints, study, results),
        (*told_endpoints(study), plan.endpoints.primary),
        plan,
        cover_lines(study, plan, who),
    )


def document_of(contents: Contents, choice: DocumentChoice, *, title: str, footer: str) -> Document:
    """Return the document as chosen; a part that has nothing to show, or that failed, says so."""
    tables = {
        **contents.tables,
        "change": attempted(_change, contents, choice),
        "adverse_events": attempted(_events, contents, choice),
    }
    contents = replace(contents, tables=tables)
    sections = tuple(
        guarded_section(name, heading.removesuffix(" in words"), _section, contents, name)
        for name, heading in PARTS.items()
        if name in choice.parts
    )
    document = Document(title, sections, footer, contents.cover, choice.style.american)
    return in_style(_with_abbreviations(document, contents.names), choice.style)


def _endpoints(study: Study, results: Told) -> dict[str, str]:
    return {course.paramcd: study.parameters[course.paramcd].axis_label for course in results.courses}


def _events(contents: Contents, choice: DocumentChoice) -> Table:
    from sscviewer.report.trial_tables import events_table

    table = contents.tables["adverse_events"]
    return events_table(contents.events, choice.at_least, brief=True) if table.rows else table


def _change(contents: Contents, choice: DocumentChoice) -> Table:
    table = contents.tables["change"]
    codes = contents.told if choice.endpoints is None else choice.endpoints
    names = {contents.endpoints[code] for code in codes if code in contents.endpoints}
    return brief_change(table, names, choice.every_visit) if table.rows else table


def _with_abbreviations(document: Document, names: Mapping[str, str]) -> Document:
    """Return the document with what its other sections abbreviate."""
    found = attempted_or(str, _abbreviated, document, names)
    sections = tuple(
        replace(section, text=found) if section.name == "abbreviations" else section
        for section in document.sections
    )
    return replace(document, sections=sections)


def _abbreviated(document: Document, names: Mapping[str, str]) -> str:
    found = abbreviations(document, names)
    return f"{found}." if found else "None is used."


def _section(contents: Contents, name: str) -> Section:
    words = {"results": _results, "methods": _methods, "flow": _flow, "abbreviations": _later, "plan": _plan}
    if name in words:
        return words[name](contents, PARTS[name])
    table = _table(contents, name)
    heading = PARTS[name]
    if name == "dose_question":
        said = tuple(Paragraph(sentence) for sentence in contents.dose_sentences)
        return Section(name, heading, table=table if table.rows else None, paragraphs=said)
    if not table.rows:
        return Section(name, heading, text="The workbook has nothing to show here.")
    return Section(name, heading, table=_said_once(_without_arm(table)))


def _table(contents: Contents, name: str) -> Table:
    if name == "whole_plan":
        return whole_plan(contents.plan)
    return checklist(name) if name in CHECKLISTS else contents.tables[name]


def _results(contents: Contents, heading: str) -> Section:
    said: list[Paragraph] = []
    for head, part in contents.sentences.result_parts:
        paragraphs = [Paragraph(" ".join(sentences)) for sentences in part]
        paragraphs[0] = replace(paragraphs[0], heading=head)
        paragraphs[-1] = replace(paragraphs[-1], refers=REFERS[head])
        said += paragraphs
    said = said or [Paragraph("Nothing can be said.")]
    return Section("results", heading.removesuffix(" in words"), paragraphs=tuple(said))


def _methods(contents: Contents, heading: str) -> Section:
    said = tuple(map(Paragraph, contents.sentences.methods)) or (Paragraph("Nothing can be said."),)
    return Section("methods", heading.removesuffix(" in words"), paragraphs=said)


def _flow(contents: Contents, heading: str) -> Section:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.charts.flow import FlowRecipe

    figure = Figure("flow", "", FlowRecipe(contents.flow), contents.flow.check)
    return Section("flow", heading, figure=figure)


def _later(contents: Contents, heading: str) -> Section:
    return Section("abbreviations", heading)


def _plan(contents: Contents, heading: str) -> Section:
    table = changed_rules(contents.plan)
    if not table.rows:
        return Section("plan", heading, text=ALL_DEFAULTS)
    return Section("plan", heading, table=_said_once(table))


def _without_arm(table: Table) -> Table:
    """Return a table without the column of arms where there is one arm."""
    at = table.columns.index("Arm") if "Arm" in table.columns else -1
    if at < 0 or len({row[at] for row in table.rows}) > 1:
        return table
    rows = tuple((*row[:at], *row[at + 1 :]) for row in table.rows)
    columns = (*table.columns[:at], *table.columns[at + 1 :])
    numeric = frozenset(place - (place > at) for place in table.numeric)
    return replace(table, columns=columns, rows=rows, numeric=numeric)


def _said_once(table: Table) -> Table:
    """Return a table that repeats lines above, such as the arm, with each said once in its first column."""
    if table.name not in GROUPED:
        return table
    above = ("", *(row[0] for row in table.rows))
    said = ("" if row[0] == old else row[0] for row, old in zip(table.rows, above, strict=False))
    return replace(table, rows=tuple((name, *row[1:]) for name, row in zip(said, table.rows, strict=True)))
