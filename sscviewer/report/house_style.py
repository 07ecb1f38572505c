"""How a journal wants its words: British or American, a space before % or none, numbers never torn apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscviewer.report.document import Document, Section
    from sscviewer.report.table_file import Table

NBSP = "\u00a0"
TABLES_OF_THE_FILE = ("adverse_events", "worst", "serious", "stops", "deaths", "labs", "disposition")
"""Sections whose cells hold words of the file: they stay as they were written."""
_STEMS = (
    ("haem", "hem"), ("anaemia", "anemia"), ("oedema", "edema"), ("diarrhoea", "diarrhea"),
    ("dyspnoea", "dyspnea"), ("oesoph", "esoph"), ("leukaemi", "leukemi"), ("tumour", "tumor"),
    ("colour", "color"), ("behaviour", "behavior"), ("litre", "liter"), ("centre", "center"),
    ("randomis", "randomiz"), ("hospitalis", "hospitaliz"), ("standardis", "standardiz"),
    ("normalis", "normaliz"), ("summaris", "summariz"), ("categoris", "categoriz"), ("analyse", "analyze"),
    ("modelled", "modeled"), ("labelled", "labeled"), ("judgement", "judgment"), ("titre", "titer"),
    ("ageing", "aging"), ("programme", "program"),
)  # fmt: skip
"""British beginnings and insides of words, and the American ones; "analyses" stays, it is a noun's plural."""
_BRITISH = re.compile("|".join(british for british, _ in _STEMS), re.IGNORECASE)
_AMERICAN = dict(_STEMS)
_NOUN = re.compile(r"analyses\b", re.IGNORECASE)
_PERCENT = re.compile(rf"(?<=[\d.])[ {NBSP}]?%")
_UNIT = r"(?:%|mL|L|mg|kg|g|m|mm|mmHg|months?|days?|weeks?|years?|points?|patients?|CI|to)"
_NUMBER_UNIT = re.compile(rf"(?<=\d) (?={_UNIT}\b|%)")
_SIGNS = re.compile(r" ?([=±<>≤≥]) (?=[\d−.])")
_LABELS = re.compile(r"\b(Table|Figure|Week|Month|Day|Visit|Arm) (?=[A-Z0-9]\b|\d)")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a journal asks for."""

    american: bool = False
    spaced_percent: bool = True


BRITISH = HouseStyle()
"""The usual one."""


def in_style(document: Document, style: HouseStyle) -> Document:
    """Return a document in a journal's style; words of the file stay, numbers keep their units."""

    def words(text: str) -> str:
        return numbers(american(text) if style.american else text)

    def numbers(text: str) -> str:
        return unbroken(_PERCENT.sub(f"{NBSP}%" if style.spaced_percent else "%", text))

    def section(of: Section) -> Section:
        cells = numbers if of.name in TABLES_OF_THE_FILE else words
        table = _table(of.table, words, cells) if of.table is not None else None
        said = tuple(replace(one, text=words(one.text), heading=words(one.heading)) for one in of.paragraphs)
        return replace(of, heading=words(of.heading), text=words(of.text), paragraphs=said, table=table)

    return replace(document, sections=tuple(map(section, document.sections)))


def american(text: str) -> str:
    """Return a text in American spelling."""

    def spelt(found: re.Match[str]) -> str:
        if _NOUN.match(text, found.start()):
            return found[0]
        new = _AMERICAN[found[0].lower()]
        return new.capitalize() if found[0][0].isupper() else new

    return _BRITISH.sub(spelt, text)


def unbroken(text: str) -> str:
    """Return a text whose numbers stand on one line with their signs and units."""
    text = _NUMBER_UNIT.sub(NBSP, text)
    text = _SIGNS.sub(lambda m: f"{NBSP}{m[1]}{NBSP}" if m[0][0] == " " else f"{m[1]}{NBSP}", text)
    return _LABELS.sub(rf"\1{NBSP}", text)


def _table(table: Table, words: Callable[[str], str], cells: Callable[[str], str]) -> Table:
    rows = tuple(tuple(_indented(cell, cells) for cell in row) for row in table.rows)
    notes, heads = tuple(map(words, table.notes)), tuple(map(words, table.columns))
    return replace(table, title=words(table.title), columns=heads, rows=rows, notes=notes)


def _indented(cell: str, styled: Callable[[str], str]) -> str:
    """Return a cell in style; the spaces before it say how far it stands in."""
    bare = cell.lstrip(" ")
    return cell[: len(cell) - len(bare)] + styled(bare)
