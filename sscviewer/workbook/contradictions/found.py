"""What a rule is given and what it gives back, and the small words that sentences are made of."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.clinical.ctcae_criteria import DEFAULT_VERSION, Version
from sscviewer.clinical.percent_check import TOLERANCE
from sscviewer.model.dates import last_possible
from sscviewer.model.issue import Severity
from sscviewer.model.rules import Margins
from sscviewer.model.study import Study

Days = npt.NDArray[np.datetime64]
Mask = npt.NDArray[np.bool_]

FVC_TOLERANCE = TOLERANCE
"""Points by which FVC % predicted may differ from what the litres say; a setting."""


@dataclass(frozen=True, slots=True)
class Read:
    """A trial and what reading it left behind.

    Attributes
    ----------
    listed
        The patients on the subjects sheet; empty when the file has none.
    said
        What every row of every sheet said about its patient, in the order of the file: USUBJID, SRCREF and
        whatever of SEX and BRTHDTC there is. The study keeps the first only.
    fvc_tolerance
        Points by which FVC % predicted may differ from what the litres say.
    own
        Checks of the user's.
    margins
        Windows of visits as the plan has them; of others `model.rules.window_days`.
    version
        Of CTCAE, by which laboratory values are graded.
    """

    study: Study
    listed: Set[str] = frozenset()
    said: tuple[pd.DataFrame, ...] = ()
    fvc_tolerance: float = FVC_TOLERANCE
    own: "tuple[ContradictionRule, ...]" = ()
    margins: Margins = field(default_factory=dict)
    version: Version = DEFAULT_VERSION


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction: who, which cell, and "what was found; what was done"."""

    usubjid: str
    srcref: str
    message: str


@dataclass(frozen=True, slots=True)
class ContradictionRule:
    """One rule: its stable code, how grave it is, one line of words, and who looks."""

    code: str
    severity: Severity
    words: str
    check: Callable[[Read], Iterator[Contradiction]]


def at(study: Study, table: str, row: int, column: str, message: str) -> Contradiction:
    """Return a contradiction at the cell of one value; at the row's first cell when the value has none."""
    reference = study.srcref(table, row, column) or str(study.column(table, "SRCREF")[row])
    return Contradiction(str(study.column(table, "USUBJID")[row]), reference, message)


def first_days(study: Study, table: str, column: str) -> Days:
    """Return the first day each date may be."""
    return study.column(table, column).astype("datetime64[D]")


def last_days(study: Study, table: str, column: str) -> Days:
    """Return the last day each date may be."""
    return last_possible(study.column(table, column), study.column(table, f"{column}F"))


def day(value: np.datetime64) -> str:
    """Return a day as ISO 8601."""
    return str(value.astype("datetime64[D]"))


def name(value: object) -> str:
    """Return a term or a dose as people write it."""
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def event_name(study: Study, row: int) -> str:
    """Return an adverse event's reported term, else its preferred one."""
    events = "adverse_events"
    return name(study.column(events, "AETERM")[row]) or name(study.column(events, "AEDECOD")[row])
