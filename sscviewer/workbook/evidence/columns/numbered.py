"""Columns of one stem that differ in a bare number ("V1" to "V9", "re74"): visits, or several measurements.

Nothing in the cells tells: the items of a form are as alike as one value at several visits. It is asked.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.tables.header import SheetTable
from sscviewer.workbook.values.vocabulary import known_parameter

OCCASIONS, VISITS, APART = "occasions", "one measurement at several visits", "different measurements"
"""The question, and its options; between them stand those of `TIMES`."""

TIMES = {
    f"one measurement, numbered by {unit}s": unit.capitalize() for unit in ("day", "week", "month", "year")
}
"""Options that also say when the visits were, with the word that their names begin with."""

_VARIABLES = frozenset({"x", "v", "var", "col", "q", "item", "z", "u", "w", "f", "gene", "snp", "pc"})
"""Stems that number variables or items: statistics programs call columns without headings V1, V2 ..."""

_LATEST_FIRST = 24
"""A first visit is no later than month 24; what begins with 74 are calendar years, before any trial."""

_SHOWN, _NAMED = 3, 2


def numbered_families(found: Sequence[ParameterColumn]) -> dict[str, list[ParameterColumn]]:
    """Return {stem: columns} of those whose visits are bare numbers and whose stem is not known."""
    listed: dict[str, list[ParameterColumn]] = defaultdict(list)
    for one in found:
        if one.visit.isdigit() and one.paramcd and known_parameter(one.paramcd) is None:
            listed[one.name].append(one)
    return listed


def settle_numbered(
    table: SheetTable, found: Sequence[ParameterColumn]
) -> tuple[tuple[ParameterColumn, ...], tuple[Question, ...]]:
    """Return the columns that are visits of a measurement, as said or likely, and what is asked of them.

    Families of which the same is likely are asked about together, under the heading of the first; an answer
    about another one goes before that.
    """
    together: dict[str, list[list[ParameterColumn]]] = defaultdict(list)
    for stem, family in numbered_families(found).items():
        together[_likely(stem, family)].append(family)
    left: set[str] = set()
    timed: dict[str, str] = {}
    questions = []
    for likely, families in together.items():
        for_all = table.said(OCCASIONS, table.name_of(families[0][0].column))
        said = [table.said(OCCASIONS, table.name_of(family[0].column)) or for_all for family in families]
        for family, option in zip(families, said, strict=True):
            if (option or likely) == APART:
                left |= {one.column.letter for one in family}
            elif option in TIMES:
                timed |= {one.column.letter: f"{TIMES[option]} {int(one.visit)}" for one in family}
        open_ones = [family for family, option in zip(families, said, strict=True) if not option]
        if open_ones:
            questions.append(_question(table, open_ones, likely))
    kept = [one for one in found if one.column.letter not in left]
    named = tuple(replace(one, visit=timed.get(one.column.letter, one.visit)) for one in kept)
    return named, tuple(questions)


def _likely(stem: str, family: Sequence[ParameterColumn]) -> str:
    first = min(int(one.visit) for one in family)
    return APART if stem.strip(" _.").casefold() in _VARIABLES or first > _LATEST_FIRST else VISITS


def _question(table: SheetTable, families: Sequence[Sequence[ParameterColumn]], likely: str) -> Question:
    first = families[0]
    examples = tuple(
        Example(text, (f"{one.name}, visit {one.visit}", f"{text}, a measurement of its own"))
        for family in families[:_SHOWN]
        for one in family[: _SHOWN if len(families) == 1 else 2]
        for text in (one.column.heading.written,)
    )
    return Question(
        OCCASIONS,
        table.sheet,
        first[0].column.letter,
        _text(table, families),
        (VISITS, *TIMES, APART),
        likely,
        table.name_of(first[0].column),
        examples,
    )


def _text(table: SheetTable, families: Sequence[Sequence[ParameterColumn]]) -> str:
    """Return what is asked of one family of columns, or of several at once."""
    listed = [", ".join(f"“{one.column.heading.written}”" for one in family[:_SHOWN]) for family in families]
    n = len(families[0])
    if len(families) == n == 1:
        one = families[0][0]
        return say(
            "Is {listed} of sheet “{sheet}” “{name}” at visit {visit}, or a measurement of its own?",
            listed=listed[0],
            sheet=table.sheet,
            name=one.name,
            visit=one.visit,
        )
    if len(families) == 1:
        return say(
            "Are {listed} … of sheet “{sheet}” one measurement at {n} visits, or {n} measurements?",
            listed=listed[0],
            sheet=table.sheet,
            n=n,
        )
    more = len(families) - _NAMED
    rest = (
        say(" and {more} more such groups of columns", more=more)
        if more > 1
        else say(" and one more")
        if more == 1
        else ""
    )
    return say(
        "Are {listed} …{rest} of sheet “{sheet}” each one measurement at several visits, or "
        "several measurements?",
        listed=" …, ".join(listed[:_NAMED]),
        rest=rest,
        sheet=table.sheet,
    )
