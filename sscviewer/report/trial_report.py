"""One document about a trial: chosen tables, pictures and paragraphs under their headings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.enrolment.flow import Flow
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.analysis.results import Sentences
    from sscviewer.model.study import Study
    from sscviewer.plots.charts.chart import Figure

PARTS = {
    "results": "Results in words",
    "table_1": "Baseline characteristics",
    "flow": "Flow of patients",
    "disposition": "Disposition",
    "exposure": "Exposure",
    "dose_question": "Which dose is tolerated",
    "adverse_events": "Adverse events",
    "change": "Change from baseline",
    "responders": "Responders",
    "methods": "Methods in words",
}
"""What a document can hold, in its order."""
USUAL = tuple(name for name in PARTS if name != "responders")
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
    """

    tables: dict[str, Table]
    events: EventTable
    dose_sentences: tuple[str, ...]
    flow: Flow
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a text, a picture or a table below it, in this order."""

    name: str
    heading: str
    table: Table | None = None
    figure: Figure | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The document, ready to be shown or written."""

    title: str
    sections: tuple[Section, ...]
    footer: str


def trial_contents(study: Study, plan: AnalysisPlan, who: Populations) -> Contents:
    """Return everything a document can hold, by a plan, of the patients counted."""
    from sscviewer.analysis.analyse import analyse_study
    from sscviewer.analysis.enrolment.flow import flow
    from sscviewer.analysis.enrolment.table_one import table_one
    from sscviewer.analysis.enrolment.trial_ends import trial_ends
    from sscviewer.report.dose_table import dose_question_table
    from sscviewer.report.trial_tables import (
        efficacy_table,
        events_table,
        exposure_table,
        responders_table,
        windows_table,
    )
    from sscviewer.report.who_tables import disposition_table, table_one_table

    results = analyse_study(study, plan, who)
    missing = results.not_in_file["adverse_events"]
    tables = (
        table_one_table(table_one(study, who.efficacy)),
        disposition_table(trial_ends(study, who.disposition)),
        exposure_table(results.exposure),
        dose_question_table(results.dose_question),
        _said(missing) if missing else events_table(results.adverse_events),
        efficacy_table(results.courses, study.parameters),
        responders_table(results.responders),
        windows_table(results.visit_windows, study.parameters),
    )
    by_name = {table.name: table for table in tables}
    told = results.dose_question.sentences
    return Contents(by_name, results.adverse_events, told, flow(study, who.disposition), results.sentences)


def _said(missing: str) -> Table:
    """Return the table of adverse events of a file that records none."""
    return Table("adverse_events", "Adverse events", ("Adverse event",), (), frozenset(), (missing,))


def document_of(
    contents: Contents, parts: Collection[str], *, title: str, footer: str, at_least: float = LEAST_PERCENT
) -> Document:
    """Return the document with some of its parts; one that has nothing to show says so.

    Parameters
    ----------
    at_least
        Percent of the treated patients with an event for it to stand in the table of adverse events.
    """
    from sscviewer.report.trial_tables import events_table

    if contents.tables["adverse_events"].rows:
        brief = events_table(contents.events, at_least, brief=True)
        contents = replace(contents, tables=contents.tables | {"adverse_events": brief})
    sections = tuple(_section(contents, name) for name in PARTS if name in parts)
    return Document(title, sections, footer)


def _section(contents: Contents, name: str) -> Section:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.charts.flow import FlowRecipe

    heading = PARTS[name]
    if name == "flow":
        figure = Figure("flow", "", FlowRecipe(contents.flow), contents.flow.check)
        return Section(name, heading, figure=figure)
    if name in ("results", "methods"):
        said = contents.sentences
        text = said.results_paragraph if name == "results" else said.methods_paragraph
        return Section(name, heading.removesuffix(" in words"), text=text or "Nothing can be said.")
    table = contents.tables[name]
    if name == "dose_question":
        return Section(
            name, heading, table=table if table.rows else None, text=" ".join(contents.dose_sentences)
        )
    if not table.rows:
        return Section(name, heading, text="The workbook has nothing to show here.")
    return Section(name, heading, table=_without_arm(table))


def _without_arm(table: Table) -> Table:
    """Return a table without the column of arms where there is one arm."""
    at = table.columns.index("Arm") if "Arm" in table.columns else -1
    if at < 0 or len({row[at] for row in table.rows}) > 1:
        return table
    rows = tuple((*row[:at], *row[at + 1 :]) for row in table.rows)
    columns = (*table.columns[:at], *table.columns[at + 1 :])
    numeric = frozenset(place - (place > at) for place in table.numeric)
    return replace(table, columns=columns, rows=rows, numeric=numeric)
