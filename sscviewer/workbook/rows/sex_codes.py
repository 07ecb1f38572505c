"""Sex written in numbers: which of them is female is asked, never taken for granted."""

import numpy as np

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.rows.fields import SheetContext, Texts
from sscviewer.workbook.values.vocabulary import standard
from sscviewer.workbook.values.words import codes_in_heading, is_number

AS_WRITTEN = "as written"
_SEXES = {"female": "F", "male": "M"}


def decode_sex(context: SheetContext, columns: tuple[Column, ...], sex: Texts) -> Texts:
    """Return sexes with the codes that the user explained; ask about one or two codes that nobody did.

    Parameters
    ----------
    sex
        (n,) "F", "M", "U", "" or what else is written.
    """
    sex = _in_pairs(sex)
    words = [str(word) for word in dict.fromkeys(sex.tolist()) if word]
    codes = sorted(word for word in words if is_number(word))
    if not columns or not 0 < len(codes) <= 2 or set(words) - {*codes, "U"}:
        return sex
    column = columns[0]
    said = context.table.said("sex_codes", context.table.name_of(column))
    meant = _in_heading(context.table.name_of(column))
    if not said and set(codes) <= set(meant):
        return np.array([meant.get(str(word), word) for word in sex.tolist()], dtype=object)
    if not said:
        context.findings.ask(_question(context.table.sheet, column, context.table.name_of(column), codes))
        return sex
    meant = _meanings(said)
    return np.array([meant.get(str(word), word) for word in sex.tolist()], dtype=object)


_PAIRS = {
    frozenset("HF"): {"H": "M"},  # French: homme, femme
    frozenset("HM"): {"H": "M", "M": "F"},  # Spanish: hombre, mujer
    frozenset("VM"): {"V": "F"},  # Dutch: vrouw, man
    frozenset("KM"): {"K": "F"},  # Danish, Swedish, Polish: kvinde, kvinna, kobieta
}
"""Letters that only the other letter of the column explains: "M" alone is a man."""


def _in_pairs(sex: Texts) -> Texts:
    """Return sexes with a letter read by the other letter of the column."""
    said = {str(word).upper() for word in sex.tolist() if word} - {"U"}
    meant = _PAIRS.get(frozenset(said), {})
    return (
        np.array([meant.get(str(word).upper(), word) for word in sex.tolist()], dtype=object)
        if meant
        else sex
    )


def _in_heading(written: str) -> dict[str, str]:
    """Return {code: "F" or "M"} as the heading says it, where it names one of them."""
    found = {
        code: {standard("sex", word, "") for word in said.split()} & {"F", "M"}
        for code, said in codes_in_heading(written).items()
    }
    return {code: sexes.pop() for code, sexes in found.items() if len(sexes) == 1}


def _question(sheet: str, column: Column, name: str, codes: list[str]) -> Question:
    first, second = ("female", "male"), ("male", "female")
    options = [
        ", ".join(
            say("{code} is {word}", code=code, word=word) for code, word in zip(codes, words, strict=False)
        )
        for words in (first, second)
    ]
    examples = tuple(
        Example(code, (*(words[i] for words in (first, second)), "sex not known"))
        for i, code in enumerate(codes)
    )
    said = " and ".join(codes)
    return Question(
        "sex_codes",
        sheet,
        column.letter,
        say(
            "What {what} {said} in column “{written}” mean?",
            what=say("do") if len(codes) > 1 else say("does"),
            said=said,
            written=column.heading.written,
        ),
        (*options, AS_WRITTEN),
        AS_WRITTEN,
        name,
        examples,
    )


def _meanings(option: str) -> dict[str, str]:
    """Return {code: "F" or "M"} of an option such as "1 is female, 2 is male"."""
    parts = (part.rpartition(" is ") for part in option.split(", "))
    return {code: _SEXES[word] for code, _, word in parts if word in _SEXES}
