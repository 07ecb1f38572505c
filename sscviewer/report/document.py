"""What a document is: a cover, and sections of paragraphs, tables and figures; not how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ParamSpec

from sscviewer.analysis.guarded import attempted_or
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Figure

Given = ParamSpec("Given")
Cover = tuple[tuple[str, str], ...]
"""(what, its words) of every line of the cover."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its heading, and the sections whose tables and figures it refers to."""

    text: str
    heading: str = ""
    refers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a text or paragraphs, a picture or a table below it, in this order."""

    name: str
    heading: str
    table: Table | None = None
    figure: Figure | None = None
    text: str = ""
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def said(self) -> tuple[Paragraph, ...]:
        """The text as paragraphs."""
        return (*((Paragraph(self.text),) if self.text else ()), *self.paragraphs)


def guarded_section(
    name: str, heading: str, make: Callable[Given, Section], *args: Given.args, **kwargs: Given.kwargs
) -> Section:
    """Return a section; where making it fails, its heading and the sentence that says so."""
    return attempted_or(lambda words: Section(name, heading, text=words), make, *args, **kwargs)


@dataclass(frozen=True, slots=True)
class Document:
    """The document, ready to be shown or written."""

    title: str
    sections: tuple[Section, ...]
    footer: str
    cover: Cover = ()
    american: bool = False
