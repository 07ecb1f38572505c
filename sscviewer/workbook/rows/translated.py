"""What each text of a column means, asked once for each different one."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.rows.fields import SheetContext, Texts
from sscviewer.workbook.values.cells import as_objects
from sscviewer.workbook.values.vocabulary import standard

Words = Callable[[SheetContext, Fields, pd.DataFrame, str], pd.DataFrame]
"""Fills the text columns of a table's records: the sheet, its fields, the records, the domain."""


def translate(texts: Texts, group: str, default: str | None = None) -> Texts:
    """Return the standard terms; words we do not know stay as written (or become `default`)."""
    return each_once(texts, lambda text: standard(group, text, default) if text else "")


def each_once(texts: Texts, meaning: Callable[[str], object]) -> Texts:
    """Return what each text means; each different one is asked once."""
    found = {text: meaning(str(text)) for text in set(texts)}
    return as_objects([found[text] for text in texts])


def column_of(frame: pd.DataFrame, name: str) -> Texts:
    """Return the texts of a column, all empty where the table lacks it."""
    if name in frame:
        return frame[name].to_numpy(dtype=object)
    return np.full(len(frame), "", dtype=object)
