"""Numbers of the tables and figures of a document, in the order in which they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.report.house_style import NBSP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sscviewer.report.document import Document, Paragraph, Section

_OWN_NUMBER = re.compile(r"^(?:Table|Figure)[ \u00a0]\d+\. ")


@dataclass(frozen=True, slots=True)
class Label:
    """What a table or figure is called: "Table", 3."""

    kind: str
    number: int

    @property
    def text(self) -> str:
        """Return "Table 3", its number never on another line."""
        return f"{self.kind}{NBSP}{self.number}"


def labels_of(document: Document) -> dict[str, Label]:
    """Return the label of every section that has a table or a figure."""
    count = {"Table": 0, "Figure": 0}
    labels = {}
    for section in document.sections:
        kind = "Table" if section.table is not None else "Figure" if section.figure is not None else ""
        if kind:
            count[kind] += 1
            labels[section.name] = Label(kind, count[kind])
    return labels


def caption(section: Section) -> str:
    """Return what stands behind the label."""
    title = section.table.title if section.table is not None else section.heading
    return f"{_OWN_NUMBER.sub('', title)}."


def references(paragraph: Paragraph, labels: Mapping[str, Label]) -> tuple[tuple[str, Label], ...]:
    """Return the tables and figures a paragraph refers to, of those in the document."""
    return tuple((name, labels[name]) for name in paragraph.refers if name in labels)
