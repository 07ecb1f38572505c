"""Several parameters side by side: patients down, visits across, so that rules work on whole arrays."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.analysed_values import BASELINE, AnalysedValues, analysed_values
from sscviewer.analysis.due import due_at
from sscviewer.analysis.settled.after_stop import COMPOSITE, event_before
from sscviewer.model.arrays import Bools, Floats, Texts
from sscviewer.model.dates import DAYS_PER_YEAR
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class ParameterTable:
    """One parameter: values, study days, cells, rows; (n, v), NaN, "" and -1 where nothing was measured."""

    aval: Floats
    day: Floats
    srcref: Texts
    row: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class VisitTable:
    """Values of some parameters at the visits of a trial.

    Attributes
    ----------
    usubjids : (n,) patients
    avisit, avisitn : (v,) visits in time order; the first is always the baseline, at 0 months
    failed : (n, v)
        Whether an event that counts as failure (composite) came before the visit.
    failure_day : (n,) its study day, NaN without one
    tables
        By PARAMCD; parameters the trial lacks are not in it.
    """

    usubjids: tuple[str, ...]
    avisit: tuple[str, ...]
    avisitn: Floats
    failed: Bools
    failure_day: Floats
    tables: Mapping[str, ParameterTable]

    @property
    def shape(self) -> tuple[int, int]:
        """Patients and visits."""
        return len(self.usubjids), len(self.avisit)

    def aval(self, paramcd: str) -> Floats:
        """Return the values of a parameter, (n, v); all NaN when the trial lacks it."""
        table = self.tables.get(paramcd)
        return np.full(self.shape, np.nan) if table is None else table.aval

    def base(self, paramcd: str) -> Floats:
        """Return the baseline of a parameter, (n, 1)."""
        return self.aval(paramcd)[:, :1]

    def years(self, paramcd: str) -> Floats:
        """Return the time from the baseline's day to each value's, in years; (n, v)."""
        table = self.tables.get(paramcd)
        if table is None:
            return np.full(self.shape, np.nan)
        start = table.day[:, :1]
        # Between a day before the first dose and one after it lies no day 0.
        elapsed: Floats = (table.day - start - ((start < 0) & (table.day > 0))) / DAYS_PER_YEAR
        return elapsed


def visit_table(
    study: Study, paramcds: Collection[str], usubjids: Collection[str] | None = None
) -> VisitTable:
    """Return the analysed values (`analysis.analysed_values`) of some parameters.

    Parameters
    ----------
    usubjids
        Patients, all when None.
    """
    who = tuple(study.usubjids if usubjids is None else usubjids)
    known = [paramcd for paramcd in dict.fromkeys(paramcds) if paramcd in study.parameters]
    line = np.full(len(study.usubjids), -1, dtype=np.int64)
    place = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    line[[place[usubjid] for usubjid in who]] = np.arange(len(who))
    found = {paramcd: analysed_values(study, paramcd) for paramcd in known}
    names = {0.0: BASELINE}
    for values in found.values():
        counted = line[values.patient] >= 0
        for name, months in zip(values.avisit[counted], values.avisitn[counted].tolist(), strict=True):
            names.setdefault(months, str(name))
    months = sorted(names)
    tables = {paramcd: _spread(study, values, line, months) for paramcd, values in found.items()}
    mine = [place[usubjid] for usubjid in who]
    months_of = np.array(months)
    due = np.column_stack([due_at(study, who, month, None) for month in months])
    failed = event_before(study, months_of, COMPOSITE)[mine] & due
    day = study.column("subjects", "ICEDY")[mine]
    failure_day = np.where(study.column("subjects", "ICESTRAT")[mine] == COMPOSITE, day, np.nan)
    return VisitTable(who, tuple(names[m] for m in months), months_of, failed, failure_day, tables)


def _spread(
    study: Study, values: AnalysedValues, line: npt.NDArray[np.int64], months: list[float]
) -> ParameterTable:
    shape = (int(line.max(initial=-1)) + 1, len(months))
    aval, day, srcref = np.full(shape, np.nan), np.full(shape, np.nan), np.full(shape, "", dtype=object)
    row = np.full(shape, -1, dtype=np.int64)
    mine = line[values.patient] >= 0
    at = line[values.patient[mine]], np.searchsorted(months, values.avisitn[mine])
    aval[at], day[at], row[at] = values.aval[mine], values.day[mine], values.row[mine]
    srcref[at] = study.column("measurements", "SRCREF")[values.row[mine]]
    return ParameterTable(aval, day, srcref, row)
