"""Values that a qualifier tells apart (position, eye, side, time point) as series of their own."""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from sscviewer.model.arrays import Texts
from sscviewer.model.issue import Issue
from sscviewer.model.parameters import Parameter
from sscviewer.model.replicates import told_apart_by
from sscviewer.model.sentence import say
from sscviewer.model.study import Study, with_measurements

MOST_SERIES = 12
"""More different words than this are no qualifier (times of day, remarks): the parameter stays whole."""


def with_own_series(study: Study) -> Study:
    """Return the trial with a parameter for each qualifier (ATPT) of a parameter that tells values apart.

    Only where one patient has values of two qualifiers: the change of such a patient would be from one to the
    other. Readings that are only counted ("reading 2") are of one quantity; the plan says what they are
    together. Items of a score are left: their total belongs to all of them.
    """
    codes, words = study.column("measurements", "PARAMCD"), _qualifiers(study)
    if not np.any(words != ""):
        return study
    split = set(_told_apart(study))
    if not split:
        return study
    moved = np.array([code in split for code in codes], dtype=bool) & (words != "")
    new = codes.copy()
    new[moved] = [_code(code, word) for code, word in zip(codes[moved], words[moved], strict=True)]
    columns = {str(name): study.column("measurements", str(name)) for name in study.measurements}
    parameters = tuple(_parameters(study, codes, words, new))
    place = study.positions("measurements")
    said = (_issue(study, code) for code in study.parameters if code in split)
    return with_measurements(study, columns | {"PARAMCD": new}, place, parameters, (*study.issues, *said))


def _qualifiers(study: Study) -> Texts:
    """Return what tells each value apart; which of several readings it is does not."""
    words = study.column("measurements", "ATPT")
    meant = {word: told_apart_by(str(word)) for word in set(words)}
    return np.array([meant[word] for word in words], dtype=object)


def _issue(study: Study, paramcd: str) -> Issue:
    mine = study.column("measurements", "PARAMCD") == paramcd
    words = sorted({str(word).lower() for word in _qualifiers(study)[mine] if word})
    sheet = str(study.column("measurements", "SRCREF")[mine][0]).rpartition("!")[0]
    return Issue(
        "info",
        "measurements.series",
        say(
            "{measure} has several values of a patient told apart by position or time point "
            "({words}); each is a series of its own.",
            measure=study.parameters[paramcd].param,
            words=", ".join(words),
        ),
        sheet,
    )


def _told_apart(study: Study) -> Iterator[str]:
    rows = study.measurements[["USUBJID", "PARAMCD"]].assign(ATPT=_qualifiers(study))
    rows = rows[rows["ATPT"] != ""].drop_duplicates()
    for code, part in rows.groupby("PARAMCD", sort=False):
        several = part.groupby("USUBJID")["ATPT"].size().max() > 1
        kind = study.parameters[str(code)].kind
        if several and kind != "item" and part["ATPT"].nunique() <= MOST_SERIES:
            yield str(code)


def _code(paramcd: str, word: str) -> str:
    return f"{paramcd}_{re.sub(r'[^A-Z0-9]+', '_', word.upper()).strip('_')}"


def _parameters(study: Study, codes: Texts, words: Texts, new: Texts) -> Iterator[Parameter]:
    """Yield each parameter that still has values, and behind its place those split from it."""
    first = pd.DataFrame({"old": codes, "word": words, "new": new}).drop_duplicates(["old", "new"])
    for paramcd, parameter in study.parameters.items():
        for row in first[first["old"] == paramcd].sort_values("new").itertuples():
            if row.new == paramcd:
                yield parameter
                continue
            said = str(row.word).lower()
            yield replace(
                parameter,
                paramcd=str(row.new),
                param=f"{parameter.param}, {said}",
                short=f"{parameter.short}, {said}",
            )
