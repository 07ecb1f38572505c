"""Sheets in CDISC form whose headings are labels, names or both → the same sheets headed by names."""

import re
from dataclasses import replace
from functools import cache

from sscviewer.workbook.evidence.tables.header import Column, SheetTable, sdtm_labels
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import key, split_heading

MANY = 3
"""So many labels of CDISC variables make their sheet one in CDISC form; "Age" and "Sex" are everybody's."""

_EVERYBODYS = frozenset(
    {
        "AGE",
        "SEX",
        "RACE",
        "ETHNIC",
        "COUNTRY",
        "ADT",
        "DTHDT",
        "VISIT",
        "EPOCH",
        "PARAM",
        "--CAT",
        "--OUT",
        "--SEV",
        "--DUR",
        "--EVAL",
    }
)
_BOTH = re.compile(
    r"^\s*([A-Z][A-Z0-9]{1,7})\s*(?:[-:–(\[]|\n)\s*\S.*$"  # "AVAL - Analysis Value"
    r"|^.*[\[(]\s*([A-Z][A-Z0-9]{2,7})\s*[\])]\s*$",  # "Analysis Value (AVAL)"
    re.DOTALL,
)


@cache
def _labels() -> dict[str, str]:
    adam = {key(label): name for label, name in read_toml("adam")["labels"].items()}
    return {**adam, **sdtm_labels()}


def with_names(table: SheetTable) -> SheetTable:
    """Return a sheet with the names of CDISC variables as headings, where labels or both stand."""
    found = {c.letter: name for c in table.columns if (name := _name(c))}
    told = {name for name in found.values() if name not in _EVERYBODYS}
    if not {"USUBJID", "SUBJID"} & set(found.values()) or len(told) < MANY:
        return table
    domain = _domain(table, found)
    columns = tuple(
        Column(c.letter, split_heading(found[c.letter].replace("--", domain)), c.cells)
        if c.letter in found
        else c
        for c in table.columns
    )
    written = {c.letter: c.heading.written for c in table.columns}
    return replace(table, columns=columns, written=written)


def without_blank_patients(table: SheetTable) -> SheetTable:
    """Return a sheet without a column USUBJID in which nothing stands: exports keep its place so."""
    kept = tuple(
        c for c in table.columns if not (c.cells.is_blank and c.heading.written.strip().upper() == "USUBJID")
    )
    return replace(table, columns=kept) if len(kept) < len(table.columns) else table


def with_subject(table: SheetTable) -> SheetTable:
    """Return a sheet in CDISC form that names its patients by SUBJID alone with that as USUBJID."""
    names = {c.heading.written.strip().upper() for c in table.columns}
    if "USUBJID" in names or "SUBJID" not in names or not names & {"STUDYID", "DOMAIN", "SITEID", "PARAMCD"}:
        return table
    columns = tuple(
        Column(c.letter, split_heading("USUBJID"), c.cells) if c.heading.written.upper() == "SUBJID" else c
        for c in table.columns
    )
    written = {c.letter: c.heading.written for c in table.columns} | dict(table.written)
    return replace(table, columns=columns, written=written)


def _name(column: Column) -> str | None:
    written = column.heading.written.strip()
    if match := _BOTH.match(written):
        return match[1] or match[2]
    return _labels().get(column.heading.full_key) or _by_pattern(written)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    listed = read_toml("sdtm")["label_patterns"].items()
    return tuple((re.compile(pattern, re.IGNORECASE), name) for pattern, name in listed)


@cache
def _by_pattern(written: str) -> str | None:
    """Return the variable of a label that each domain words in its own way."""
    # a name ("AESTDTC", of eight letters at most) is no label
    if " " not in written and "/" not in written and len(written) < 8:
        return None
    return next((name for pattern, name in _patterns() if pattern.search(written)), None)


def _domain(table: SheetTable, found: dict[str, str]) -> str:
    """Return the letters for "--": of DOMAIN, a sheet's name that is a code, or what labels speak of."""
    stated = next((c for c in table.columns if found.get(c.letter) == "DOMAIN"), None)
    texts = stated.cells.unique_texts if stated is not None else ()
    domain = next((text for text in texts if text.strip()), "").upper()
    name = table.title.upper()
    plain = name[2:] if name.startswith("AD") else name
    if domain or 2 <= len(plain) <= _CODE_LENGTH:
        return (domain or plain)[:2]
    labels = [c.heading.written for c in table.columns if c.letter in found]
    return next((d for d, said in _spoken_of() if any(said.search(text) for text in labels)), plain[:2])


_CODE_LENGTH = 4
"""A sheet whose name is longer than a domain's code with what it was split by (LBCH) is called in words."""


@cache
def _spoken_of() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = read_toml("sdtm")["label_domains"].items()
    return tuple((domain, re.compile(pattern, re.IGNORECASE)) for domain, pattern in listed)
