"""Checklists of journals: each item in our own words, with where the program answers it."""

from __future__ import annotations

import tomllib
from functools import cache

from sscviewer.bundled import resource_path
from sscviewer.report.document import Cover, Document, Section
from sscviewer.report.house_style import BRITISH, in_style
from sscviewer.report.table_file import Table

CHECKLISTS = ("harms", "pilot")
"""CONSORT Harms 2022; CONSORT for randomised pilot and feasibility trials."""
NOT_HERE = "Not in the program: for the authors."
HEADS = ("Item", "Section", "What is asked", "Where the program answers it", "Page of your report")
NOTE = "Items are in our own words; the journal’s own form is the one to hand in. The last column is yours."


@cache
def checklist(name: str) -> Table:
    """Return a checklist as a table (raises FileNotFoundError for a name that is none)."""
    with resource_path("checklists", f"{name}.toml").open("rb") as file:
        said = tomllib.load(file)
    rows = tuple(
        (item["number"], item["section"], item["asks"], item["answer"] or NOT_HERE, "")
        for item in said["items"]
    )
    return Table(f"consort_{name}", said["title"], HEADS, rows, notes=(NOTE,))


def checklists_document(title: str, footer: str, cover: Cover = ()) -> Document:
    """Return all checklists as one document."""
    sections = tuple(Section(name, checklist(name).title, table=checklist(name)) for name in CHECKLISTS)
    return in_style(Document(title, sections, footer, cover), BRITISH)


def checklists_markdown() -> str:
    """Return all checklists as tables of the manual."""
    parts = []
    for table in map(checklist, CHECKLISTS):
        rows = (table.columns[:4], ("---",) * 4, *(row[:4] for row in table.rows))
        lines = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
        parts.append(f"## {table.title}\n\n{lines}\n")
    return "\n".join(parts)
