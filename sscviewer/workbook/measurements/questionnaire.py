"""The HAQ-DI: answers in words as numbers, and the items of a sheet with a row per question (SDTM QS).

Which item a row is, its question says (QSTEST "HAQ01-Dress Yourself"); the standard's codes look like ours
and are others, so none is taken for an item by its code.
"""

import re
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.clinical.haq import CATEGORY_CODES, ITEM_CODES, ITEM_MAX
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.parameter_names import find_parameter
from sscviewer.workbook.evidence.words.item_names import haq_item, item_parameters
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.rows.fields import Texts
from sscviewer.workbook.rows.translated import translate
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


def from_zero(frame: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    """Return the measurements with the answers of sheets that code them 1 to 4 as 0 to 3, which is said.

    A sheet codes so when an answer is 4 and of many none is 0. Where none is 4 either, nothing tells: the
    answers then stand as they are.
    """
    is_item = frame["PARAMCD"].isin(_CODED).to_numpy()
    if not is_item.any():
        return frame
    value = frame["AVAL"].to_numpy(dtype=float, copy=True)
    sheets = np.array([str(reference).rpartition("!")[0] for reference in frame["SRCREF"]], dtype=object)
    for sheet in dict.fromkeys(sheets[is_item]):
        rows = np.flatnonzero(is_item & (sheets == sheet) & ~np.isnan(value))
        given = value[rows]
        if len(given) < _ENOUGH_ANSWERS or given.min() != 1 or given.max() != _HIGHEST + 1:
            continue
        value[rows] -= 1
        findings.add(
            "warning",
            "haq.from_one",
            say(
                "The {n} answers of the HAQ are coded 1 to 4 (one is 4, none is 0); they were read "
                "as 0 to 3, of which the index is made.",
                n=len(given),
            ),
            sheet=str(sheet),
            cell=str(frame["SRCREF"].iloc[rows[0]]).rpartition("!")[2],
        )
    return frame.assign(AVAL=value)


_CODED = frozenset((*ITEM_CODES, *CATEGORY_CODES))
_HIGHEST = float(ITEM_MAX)
_ENOUGH_ANSWERS = 16
"""Of so many answers, two of a patient's categories of questions each, one is 0 where 0 is an answer."""


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
