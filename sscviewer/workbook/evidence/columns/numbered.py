"""Columns of one stem that differ in a bare number ("V1" to "V9", "re74"): visits, or several measurements.

Nothing in the cells tells: the items of a form are as alike as one value at several visits. It is asked.
"""

from collections import defaultdict
from collections.abc import Sequence

from sscviewer.model.questions import Example, Question
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.tables.header import SheetTable
from sscviewer.workbook.values.vocabulary import known_parameter

OCCASIONS, VISITS, APART = "occasions", "one measurement at several visits", "different measurements"
"""The question, and its options."""

_VARIABLES = frozenset({"x", "v", "var", "col", "q", "item", "z", "u", "w", "f", "gene", "snp", "pc"})
"""Stems that number variables or items: statistics programs call columns without headings V1, V2 ..."""

_LATEST_FIRST = 24
"""A first visit is no later than month 24; what begins with 74 are calendar years, before any trial."""

_SHOWN = 3


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
    """Return the columns that are visits of a measurement, as said or likely, and what is asked of them."""
    left: set[str] = set()
    questions = []
    for stem, family in numbered_families(found).items():
        likely = _likely(stem, family)
        name = table.name_of(family[0].column)
        said = table.said(OCCASIONS, name)
        if (said or likely) == APART:
            left |= {one.column.letter for one in family}
        if not said:
            questions.append(_question(table, family, name, likely))
    return tuple(one for one in found if one.column.letter not in left), tuple(questions)


def _likely(stem: str, family: Sequence[ParameterColumn]) -> str:
    first = min(int(one.visit) for one in family)
    return APART if stem.strip(" _.").casefold() in _VARIABLES or first > _LATEST_FIRST else VISITS


def _question(table: SheetTable, family: Sequence[ParameterColumn], name: str, likely: str) -> Question:
    written = [one.column.heading.written for one in family]
    examples = tuple(
        Example(text, (f"{one.name}, visit {one.visit}", f"{text}, a measurement of its own"))
        for text, one in list(zip(written, family, strict=True))[:_SHOWN]
    )
    return Question(
        OCCASIONS,
        table.sheet,
        family[0].column.letter,
        f"Are {', '.join(f'“{text}”' for text in written[:_SHOWN])} … of sheet “{table.sheet}” one "
        f"measurement at {len(family)} visits, or {len(family)} measurements?",
        (VISITS, APART),
        likely,
        name,
        examples,
    )
