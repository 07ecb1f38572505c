"""The abbreviations of a document: those that stand in it, with what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.report.document import Document, Section

MEANINGS = {
    "AE": "adverse event", "ALP": "alkaline phosphatase", "ALT": "alanine aminotransferase",
    "AST": "aspartate aminotransferase", "BMI": "body mass index", "BP": "blood pressure",
    "CI": "confidence interval", "CK": "creatine kinase", "cLDA": "constrained longitudinal data analysis",
    "CRP": "C-reactive protein", "CTCAE": "Common Terminology Criteria for Adverse Events",
    "df": "degrees of freedom", "DLCO": "diffusing capacity of the lung for carbon monoxide",
    "ESR": "erythrocyte sedimentation rate", "FEV1": "forced expiratory volume in 1 second",
    "FVC": "forced vital capacity", "GLI": "Global Lung Function Initiative",
    "HAQ-DI": "Health Assessment Questionnaire Disability Index",
    "HRCT": "high-resolution computed tomography",
    "ILD": "interstitial lung disease", "IQR": "interquartile range", "LS": "least squares",
    "MedDRA": "Medical Dictionary for Regulatory Activities",
    "MMRM": "mixed model for repeated measures", "mRSS": "modified Rodnan skin score",
    "N": "number of patients", "n": "number of patients with the value", "P": "probability under no effect",
    "QTc": "QT interval corrected for the heart rate", "REML": "restricted maximum likelihood",
    "SAE": "serious adverse event", "SD": "standard deviation", "SE": "standard error",
    "SHAQ": "Scleroderma Health Assessment Questionnaire", "SSc": "systemic sclerosis",
    "TLC": "total lung capacity", "ULN": "upper limit of normal", "VAS": "visual analogue scale",
}  # fmt: skip


def abbreviations(document: Document, names: Mapping[str, str]) -> str:
    """Return "AE, adverse event; CI, …" of what stands in the document, in alphabetical order; "" for none.

    Parameters
    ----------
    names
        Short names of the measurements of the file -> their titles.
    """
    text = " \n ".join(texts_of(document))
    known = {**{short: title for short, title in names.items() if _is_short(short, title)}, **MEANINGS}
    found = [short for short in known if re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text)]
    return "; ".join(f"{short}, {known[short]}" for short in sorted(found, key=str.casefold))


def _is_short(short: str, title: str) -> bool:
    """Return whether a name is an abbreviation of its title: one word of several capitals."""
    return " " not in short and short != title and sum(map(str.isupper, short)) > 1


def texts_of(document: Document) -> Iterator[str]:
    """Yield everything a document says, but its cover and footer."""
    for section in document.sections:
        yield from _texts(section)


def _texts(section: Section) -> Iterator[str]:
    yield section.heading
    for paragraph in section.said:
        yield paragraph.text
    if section.table is not None:
        yield from _cells(section.table)


def _cells(table: Table) -> Iterator[str]:
    yield from (table.title, *table.columns, *table.notes)
    for row in table.rows:
        yield from row
