"""Numbers written as text: what decimal and thousands marks a column uses, and what one text says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.workbook.values.vocabulary import is_unit, unit_of

Comma = Literal["decimal", "thousands", "unknown"]

NAN = float("nan")
TOO_LARGE = 1e100
"""No quantity of any unit is as large; a cell that says so is broken, and its square is no number."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What comma and dot mean in a column; a dot is one of decimals unless the column says otherwise."""

    comma: Comma = "unknown"
    dot: Comma = "unknown"


_SPACES = re.compile(r"[\u00a0\u2007\u2009\u202f]")
_GROUP_SPACE = re.compile(r"(?<=\d)[ '’](?=\d{3}(?:\D|$))")
_TEXT = re.compile(r"^([<>≤≥]?=?)\s*([+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?)\s*(.*)$")
_FOOTNOTE = re.compile(r"[*†‡§¶]+$")
"""What points to a footnote behind a number: "2.31*"."""
_PLAIN = re.compile(r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$")
_DECIMAL_COMMA = re.compile(r"^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d*),\d+$")
_THOUSANDS = re.compile(r"^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$")
_DOT_THOUSANDS = re.compile(r"^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$")
_DOUBTFUL = re.compile(r"^[+-]?[1-9]\d{0,2}[.,]\d{3}$")
_QUALIFIER = {"": "", "<": "<", ">": ">", "≤": "<", "≥": ">", "<=": "<", ">=": ">", "=": ""}


@dataclass(frozen=True, slots=True)
class NumberText:
    """What a text says: the number (NaN when it says none), "<" or ">", the unit behind it."""

    value: float = NAN
    qualifier: str = ""
    unit: str = ""


def _parts(text: str) -> tuple[str, str, str] | None:
    """Return qualifier, digits and what follows them."""
    plain = _SPACES.sub(" ", text).replace("\N{MINUS SIGN}", "-").strip()
    match = _TEXT.match(_GROUP_SPACE.sub("", plain))
    if match is None or match[1] not in _QUALIFIER:
        return None
    return match[1], match[2], match[3].strip()


def decide_comma(texts: Iterable[str], numbers: Iterable[float]) -> Comma:
    """Return what a comma means in a column.

    "12,5" and "0,812" can only have a decimal comma and "1,234.5" only one of thousands. Where every comma
    stands before three digits, the column's other numbers decide; without any it stays unknown.

    Parameters
    ----------
    texts, numbers
        The column's different texts, and its number cells.
    """
    written = [parts[1] for text in texts if "," in text and (parts := _parts(text))]
    if not written:
        return "unknown"
    decimal = [bool(_DECIMAL_COMMA.match(digits)) for digits in written]
    thousands = [bool(_THOUSANDS.match(digits)) for digits in written]
    if any(d and not t for d, t in zip(decimal, thousands, strict=True)):
        return "unknown" if any(t and not d for d, t in zip(decimal, thousands, strict=True)) else "decimal"
    if any(t and not d for d, t in zip(decimal, thousands, strict=True)):
        return "thousands"
    return _by_size(written, numbers)


def decide_marks(texts: Iterable[str], numbers: Iterable[float]) -> Marks:
    """Return what comma and dot mean in a column, "unknown" where its own cells do not tell.

    "1.234.567" and "1.234,5" have dots of thousands, and so has "210.000" in a column with decimal commas;
    one "2.45" makes all dots of the column decimal.
    """
    listed = list(texts)
    comma = decide_comma(listed, numbers)
    written = [parts[1] for text in listed if "." in text and (parts := _parts(text))]
    if not written or not all(_DOT_THOUSANDS.match(digits) for digits in written):
        return Marks(comma, "decimal")
    grouped = comma == "decimal" or any(not _DOUBTFUL.match(digits) for digits in written)
    if grouped:
        return Marks(comma, "thousands")
    return Marks(comma, "decimal" if comma == "thousands" else "unknown")


def _by_size(written: list[str], numbers: Iterable[float]) -> Comma:
    known = [abs(number) for number in numbers if number]
    read = [float(digits.replace(",", "")) for digits in written if _THOUSANDS.match(digits)]
    if not known or not read or not any(read):
        return "unknown"
    distance = np.log10(float(np.median(np.abs(read)))) - np.log10(float(np.median(known)))
    return "thousands" if abs(distance) < abs(distance - 3) else "decimal"


def doubtful_mark(text: str) -> str:
    """Return the one mark of a text that may be of decimals or of thousands ("2,458", "210.000"), else ""."""
    parts = _parts(text) if "," in text or "." in text else None
    if parts is None or not _DOUBTFUL.match(parts[1]):
        return ""
    return "," if "," in parts[1] else "."


def parse_text(text: str, comma: Comma = "unknown", dot: Comma = "decimal") -> NumberText:
    """Return what a text says; text behind the number that is no unit makes it no number.

    A mark that points to a footnote is no text: `has_footnote` finds it.
    """
    parts = _parts(text)
    if parts is None:
        return NumberText()
    sign, digits, rest = parts[0], parts[1], _FOOTNOTE.sub("", parts[2]).strip()
    value = _value(digits, comma, dot)
    if rest in ("", "%"):
        return NumberText(value, _QUALIFIER[sign])
    if is_unit(rest) and value == value:
        return NumberText(value, _QUALIFIER[sign], unit_of(rest))
    return NumberText()


def has_footnote(text: str) -> bool:
    """Return whether a mark behind a number points to a footnote."""
    parts = _parts(text)
    return parts is not None and _FOOTNOTE.search(parts[2]) is not None


def _value(digits: str, comma: Comma, dot: Comma) -> float:
    """Return the number; NaN for none, and for one beyond what a measurement can be ("1E400")."""
    value = _number(digits, comma, dot)
    return value if abs(value) < TOO_LARGE else NAN


def _number(digits: str, comma: Comma, dot: Comma) -> float:
    if dot == "thousands" and _DOT_THOUSANDS.match(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if _PLAIN.match(digits):
        return float(digits)
    if comma == "decimal" and _DECIMAL_COMMA.match(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if comma == "thousands" and _THOUSANDS.match(digits):
        return float(digits.replace(",", ""))
    return NAN
