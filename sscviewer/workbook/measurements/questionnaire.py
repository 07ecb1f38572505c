"""The HAQ-DI: answers in words as numbers, and the items of a sheet with a row per question (SDTM QS).

Which item a row is, its question says (QSTEST "HAQ01-Dress Yourself"); the standard's codes look like ours
and are others, so none is taken for an item by its code.
"""

import re
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.evidence.item_names import haq_item, item_parameters
from sscviewer.workbook.evidence.parameter_names import find_parameter
from sscviewer.workbook.rows.fields import Texts
from sscviewer.workbook.rows.record_words import translate
from sscviewer.workbook.values.cells import as_objects
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import identifier, key

_PREFIX = re.compile(r"^HAQ(?:[-\s]?DI)?\s*\d*\s*[-:]\s*", re.IGNORECASE)
_ITEM = re.compile(r"^HAQ\d{4}$")
_AIDED = ("AID", "HELP")
_TOTAL = "HAQDI"


def answered(code: str, texts: Texts, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the answers of an item as numbers: ticks as 1 and 0, degrees of difficulty as 0 to 3."""
    if code.startswith("HAQ") and code.endswith(_AIDED):
        ticks = translate(texts, "yes_no", "")
        return np.where(ticks == "Y", 1.0, np.where(ticks == "N", 0.0, np.nan))
    if not _ITEM.match(code) or not np.isnan(values).any():
        return values
    degrees = np.array([_degrees().get(key(text), np.nan) for text in texts])
    return np.where(np.isnan(values), degrees, values)


@cache
def _degrees() -> dict[str, float]:
    answers = read_toml("items")["haq"]["answers"]
    return {key(word): float(number) for number, listed in answers.items() for word in listed}


def read_haq_rows(
    codes: Texts, questions: Texts, categories: Texts, texts: Texts, values: npt.NDArray[Any]
) -> tuple[Texts, npt.NDArray[np.float64]]:
    """Return the codes of rows and their values, those of the HAQ as its items and index.

    Parameters
    ----------
    codes, questions, categories : (n,) str, what QSTESTCD, QSTEST and QSCAT say
    texts, values : (n,) the answer as written, and as a number (NaN where it is none)
    """
    triples = list(zip(codes, questions, categories, strict=True))
    known = {triple: _code(*triple) for triple in set(triples)}
    found = as_objects([known[triple] for triple in triples])
    out = values.astype(np.float64)
    for code in set(found) & set(item_parameters()):
        rows = np.flatnonzero(found == code)
        out[rows] = answered(code, texts[rows], out[rows])
    return found, out


def _code(code: str, question: str, category: str) -> str:
    """Return our code of a row; one that is not of the HAQ, or not known, keeps its own."""
    own = identifier(code or question)
    if not (_is_haq(category) or _is_haq(code) or _is_haq(question)):
        return own
    asked = _PREFIX.sub("", question)
    if item := haq_item(asked):
        return item
    if _TOTAL in (find_parameter(asked, None), find_parameter(question, None), find_parameter(code, None)):
        return _TOTAL
    return f"QS_{own}" if own in item_parameters() else own


def _is_haq(text: str) -> bool:
    plain = key(text)
    return plain.startswith(("haq", "healthassessmentquestionnaire"))
