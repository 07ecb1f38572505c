"""Headings and test names → parameters, with the unit, and with the visit where the heading names one."""

import re
from dataclasses import dataclass

from sscviewer.model.parameters import PREDICTED
from sscviewer.workbook.evidence.columns.profiles import Profile, profile
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.item_names import haq_category, haq_item, is_total, skin_site
from sscviewer.workbook.evidence.words.reading_words import reading_in
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.evidence.words.visit_names import visit_label
from sscviewer.workbook.values.vocabulary import (
    is_unit,
    known_parameter,
    parameter_names,
    percent_partner,
    unit_of,
)
from sscviewer.workbook.values.words import key


@dataclass(frozen=True, slots=True)
class ParameterColumn:
    """A column that holds one parameter, or the dates of a visit.

    Attributes
    ----------
    paramcd
        "" for a column of dates.
    unit
        In our spelling; None when the heading gives none.
    visit
        The visit the heading names, as written; "" when the rows have a visit column.
    name
        For people, where the heading says more than that; "" for the heading.
    """

    column: Column
    paramcd: str
    unit: str | None
    visit: str = ""
    name: str = ""


def find_parameter(name: str, unit: str | None) -> str | None:
    """Return the PARAMCD of a measurement's name; with a unit of "% predicted" or "%" its partner's."""
    names = parameter_names()
    code = names.get(key(name)) or names.get("".join(english(name)))
    if code is None:
        one = reading_in(name)  # one of several readings is no quantity of its own
        return None if one is None else find_parameter(one[0], unit)
    partner = percent_partner(code)
    return partner if partner and unit in (PREDICTED, "%") else code


_SKIN_SHEET, _HAQ_SHEET = 10, 10
"""From this many site or item columns on, a sheet is a skin score or a questionnaire."""
_HAQ_CATEGORIES = 6
"""From this many columns of category scores on, words such as "Eating" are those of the questionnaire."""


def read_parameter_columns(sheet: str, columns: tuple[Column, ...]) -> tuple[ParameterColumn, ...]:
    """Return the columns that hold parameters, items, or dates of a visit named in the heading."""
    found = {
        c.letter: p for c in columns if (p := _plain_parameter(c)) and can_be(p.paramcd, profile(c.cells))
    }
    sites = {
        c.letter: ParameterColumn(c, code, "") for c in columns if (code := skin_site(c.heading.written))
    }
    items = {c.letter: ParameterColumn(c, code, "") for c in columns if (code := haq_item(c.heading.written))}
    if len(sites) >= _SKIN_SHEET:
        totals = {c.letter: ParameterColumn(c, "MRSS", "") for c in columns if is_total(c.heading.written)}
        found |= sites | totals
    categories = {
        c.letter: ParameterColumn(c, code, "") for c in columns if (code := haq_category(c.heading.written))
    }
    if len(categories) >= _HAQ_CATEGORIES:
        found |= categories
    if len(items) >= _HAQ_SHEET:
        found |= items
    timed = {c.letter: p for c in columns if c.letter not in found and (p := _timed_parameter(c))}
    if sum(bool(p.paramcd) for p in timed.values()) >= 2:
        found |= timed
    return tuple(found[c.letter] for c in columns if c.letter in found)


def _plain_parameter(column: Column) -> ParameterColumn | None:
    heading = column.heading
    full = parameter_names().get(heading.full_key)
    unit = unit_of(heading.bracket) if heading.bracket and is_unit(heading.bracket) else None
    full = full or parameter_names().get("".join(english(heading.written)))
    is_one = unit is not None or reading_in(heading.name) is not None
    code = full or (find_parameter(heading.name, unit) if is_one else None)
    if code:
        return ParameterColumn(column, code, unit)
    found = with_trailing_unit(heading.written)
    return ParameterColumn(column, *found) if found else None


def with_trailing_unit(written: str) -> tuple[str, str] | None:
    """Return parameter and unit of a name like "FVC L" or "DLCO mL/min/mmHg"; None for others."""
    parts = re.split(r"[\s_,]+", written.strip())
    is_variable = " " not in written.strip()  # "alt_u_l" is in U/L
    for cut in range(1, len(parts)):
        for unit in (" ".join(parts[cut:]), *(("/".join(parts[cut:]),) if is_variable else ())):
            if is_unit(unit) and (code := find_parameter(" ".join(parts[:cut]), unit_of(unit))):
                return code, unit_of(unit)
    return None


_ENOUGH = 10
"""So many values that cannot be those of a parameter are not all slips."""
_NEVER_YES_OR_NO = frozenset({"vital", "lung"})
"""Kinds of parameters that nobody has 0 or 1 of; of a blood count 0 and 1 may say whether it was raised."""


def can_be(paramcd: str, of: Profile) -> bool:
    """Return whether numbers can be those of a parameter that the program knows.

    Not where they are 0 and 1: "resp" of these says who has symptoms. Values outside its limits are settled
    once they are read.
    """
    known = known_parameter(paramcd)
    if known is None or of.kind != "whole" or of.filled < _ENOUGH:
        return True
    return (of.low, of.high) != (0, 1) or known.kind not in _NEVER_YES_OR_NO


_BOUNDARY = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|[\s_.,:;/-]+")
_DATE_WORDS = frozenset({"date", "visitdate", "testdate", "dateofvisit", "assessmentdate", "pftdate"})


def _timed_parameter(column: Column) -> ParameterColumn | None:
    """Return parameter and visit of a heading like "FVC3", "Month 3 MRSS", "FVC (L) 6 mo"."""
    heading = column.heading
    unit = unit_of(heading.bracket) if heading.bracket and is_unit(heading.bracket) else None
    text = heading.name if unit is not None else heading.written
    parts = [part for part in _BOUNDARY.split(text) if part]
    for cut in range(len(parts) - 1, 0, -1):
        for name, rest in ((parts[:cut], parts[cut:]), (parts[cut:], parts[:cut])):
            found = _name_and_visit(column, " ".join(name), " ".join(rest), unit)
            if found:
                return found
    return None


def _name_and_visit(column: Column, name: str, visit: str, unit: str | None) -> ParameterColumn | None:
    is_date = key(name) in _DATE_WORDS
    code = "" if is_date else find_parameter(name, unit)
    if code is None and unit is None:
        return _unit_and_visit(column, name, visit)
    if code is None or not (label := visit_label(visit)):
        return None
    return ParameterColumn(column, code, unit, label)


def _unit_and_visit(column: Column, name: str, visit: str) -> ParameterColumn | None:
    """Return the parameter of a name that ends in a unit ("FVC L" of "FVC L month 3")."""
    head, _, tail = name.rpartition(" ")
    if (
        head
        and not visit_label(f"{tail} {visit}")
        and is_unit(tail)
        and (code := find_parameter(head, unit_of(tail)))
        and (label := visit_label(visit))
    ):
        return ParameterColumn(column, code, unit_of(tail), label)
    return None
