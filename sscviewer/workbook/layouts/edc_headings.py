"""What data capture systems build into the headings of their exports → headings as a person writes them."""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import replace

from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.tables.header import Column, SheetTable, is_known
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import key, split_heading

_EVENT = re.compile(r"^(?P<item>.+?)_E(?P<event>\d+)(?:_(?P<again>\d+))?_C\d+(?:_(?P<row>\d+))?$")
"""OpenClinica: the item, the number of the event, of its repeat, of the form, of the row in a group."""

_EVENT_DATE = re.compile(r"^(?:StartDate|Start Date)_E(?P<event>\d+)(?:_(?P<again>\d+))?$")
"""The day of an event, which belongs to no form."""

_SOME = 0.2
"""So many headings made so tell: a sheet of few items has as many columns that say whose rows they are."""

_COLLECTED = re.compile(r"^([A-Z]{2})([A-Z]+(?:_UN|_UNITS)?)$")
"""A variable as collected (CDASH): two letters of the domain, and what the variable is (LBORRES)."""


_TEST_AND_PART = re.compile(r"^(?P<test>.*[^\W_])_[A-Z]{2}(?P<part>ORRES|ORRESU)$")
"""A test side by side with others, as collected (CDASH): SYSBP_VSORRES and its unit, SYSBP_VSORRESU."""


def with_plain_headings(table: SheetTable) -> SheetTable:
    """Return a sheet whose headings say in words what a data capture system coded into them."""
    return _without_prefix(_without_forms(_with_words(_with_tests(_with_events(table)))))


def _renamed(table: SheetTable, names: dict[str, str]) -> SheetTable:
    """Return a sheet with new headings by letter; the written ones are kept for what people are told."""
    if not names:
        return table
    columns = tuple(
        Column(c.letter, split_heading(names[c.letter]), c.cells) if c.letter in names else c
        for c in table.columns
    )
    written = {c.letter: c.heading.written for c in table.columns} | dict(table.written)
    return replace(table, columns=columns, written=written)


def _with_events(table: SheetTable) -> SheetTable:
    """Return a sheet with "FVC_E2_C1" as FVC of visit 2, where most of its headings are made so.

    An item of a single event that does not repeat is no visit's: its name alone says enough. The only date of
    an event is the event's.
    """
    found = {c.letter: m for c in table.columns if (m := _EVENT.match(c.heading.written.strip()))}
    if len(found) < 2 or len(found) < _SOME * sum(bool(c.heading.written) for c in table.columns):
        return table
    events: dict[str, set[tuple[str, str]]] = {}
    for match in found.values():
        events.setdefault(match["item"], set()).add((match["event"], match["again"] or ""))
    names = {letter: _of_event(match, events[match["item"]]) for letter, match in found.items()}
    names |= _event_dates(
        table, {name.rpartition("_visit ")[2] for name in names.values() if "_visit " in name}
    )
    dates = [c.letter for c in table.columns if c.letter in found and profile(c.cells).kind == "date"]
    of_event = Counter(names[letter].rpartition("_visit ")[2] for letter in dates)
    for letter in dates:
        visit = names[letter].rpartition("_visit ")[2]
        if visit != names[letter] and of_event[visit] == 1:
            names[letter] = f"Date_visit {visit}"
    return _renamed(table, names)


def _event_dates(table: SheetTable, visits: Container[str]) -> dict[str, str]:
    """Return new headings of the days of events, of those that became visits."""
    found = {c.letter: m for c in table.columns if (m := _EVENT_DATE.match(c.heading.written.strip()))}
    named = {letter: _visit(m["event"], m["again"]) for letter, m in found.items()}
    return {letter: f"Date_visit {visit}" for letter, visit in named.items() if visit in visits}


def _of_event(match: re.Match[str], events: set[tuple[str, str]]) -> str:
    row = f"_{match['row']}" if match["row"] else ""
    if len(events) < 2:
        return f"{match['item']}{row}"
    return f"{match['item']}{row}_visit {_visit(match['event'], match['again'])}"


def _visit(event: str, again: str | None) -> str:
    return event if again in (None, "1") else f"{event}.{again}"


def _with_tests(table: SheetTable) -> SheetTable:
    """Return a sheet with "SYSBP_VSORRES" as SYSBP, and the column of its unit as that of SYSBP."""
    found = {c.letter: m for c in table.columns if (m := _TEST_AND_PART.match(c.heading.written.strip()))}
    ends = {"ORRES": "", "ORRESU": "_UN"}
    names = {letter: m["test"] + ends[m["part"]] for letter, m in found.items()}
    taken = {c.heading.written.strip() for c in table.columns} & set(names.values())
    return _renamed(table, {} if taken or len(set(names.values())) < len(names) else names)


def _with_words(table: SheetTable) -> SheetTable:
    """Return a sheet of results with "LBTEST", "LBORRES" as test and result, where both are there."""
    found = {c.letter: m for c in table.columns if (m := _COLLECTED.match(_bare(c.heading.written)))}
    words = read_toml("edc")["collected"]["words"]
    for domain, _ in Counter(m[1] for m in found.values()).most_common():
        mine = {letter: m[2] for letter, m in found.items() if m[1] == domain and m[2] in words}
        if {"TEST", "TESTCD"} & set(mine.values()) and {"ORRES", "STRESN"} & set(mine.values()):
            by_letter = {c.letter: c.heading.written.strip() for c in table.columns}
            return _renamed(table, {k: words[v] + by_letter[k][len(v) + 2 :] for k, v in mine.items()})
    return table


def _bare(written: str) -> str:
    """Return a heading without the form that its column has the value in (raw, standard)."""
    text = written.strip()
    return next((text.removesuffix(s) for s in _forms() if text.endswith(s)), text)


def _forms() -> tuple[str, ...]:
    return tuple(read_toml("edc")["collected"]["forms"])


def _without_forms(table: SheetTable) -> SheetTable:
    """Return a sheet in which the value as entered ("X_RAW") is headed X, if nothing else is.

    The column beside it (X_STD, X_INT) then is one of codes, and is said to be.
    """
    written = {c.heading.written.strip(): c for c in table.columns}
    entered = _forms()[0]
    bases = {name.removesuffix(entered) for name in written if name.endswith(entered)} - set(written)
    others = {base for base in bases if any(base + form in written for form in _forms()[1:])}
    return _renamed(table, {written[base + entered].letter: base for base in others})


_PREFIX = re.compile(r"^([^\W\d_][^:]*):\s+(\S.*)$")
"""What several headings have before a colon: "Item: FVC (L)", "Item: Date of test"."""


def _without_prefix(table: SheetTable) -> SheetTable:
    """Return a sheet without words before a colon that say nothing, where a heading that we know follows.

    They are what a system calls its items, or the form's own name; any other may change what is meant
    ("Predicted: FVC", "Change: FVC", "Month 3: FVC").
    """
    found = {c.letter: m for c in table.columns if (m := _PREFIX.match(c.heading.written.strip()))}
    empty = {*map(key, read_toml("edc")["prefixes"]["empty"]), key(table.title)}
    if len(found) < 2 or not {key(m[1]) for m in found.values()} <= empty:
        return table
    names = {letter: m[2] for letter, m in found.items()}
    taken = {c.heading.written.strip() for c in table.columns}
    is_one = len(set(names.values())) == len(names) and not taken & set(names.values())
    return _renamed(table, names if is_one and any(map(is_known, map(split_heading, names.values()))) else {})
