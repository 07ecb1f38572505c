"""Table 1: any choice of baseline variables, by arm or by how the trial ended, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.enrolment.baseline_variables import Variable, Variables, baseline_variables
from sscviewer.analysis.number_words import plain
from sscviewer.analysis.outcome import WORDS, outcomes
from sscviewer.analysis.population import ALL, Population
from sscviewer.model.arrays import Bools
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

By = Literal["arm", "outcome", "none"]
Statistic = Literal["n", "mean", "median", "range"]
STATISTICS: tuple[Statistic, ...] = ("n", "mean", "median", "range")
QUANTILES = say("quartiles by linear interpolation between the ordered values (R’s type 7)")


@dataclass(frozen=True, slots=True)
class Summary:
    """A numeric variable in one column, full precision; NaN where it cannot be computed."""

    n: int
    missing: int
    mean: float
    sd: float
    median: float
    q1: float
    q3: float
    min: float
    max: float


@dataclass(frozen=True, slots=True)
class Count:
    """A level, or the missing values, of a variable in one column.

    Attributes
    ----------
    of
        The denominator: all patients of the column, with or without a value.
    """

    n: int
    of: int
    percent: float
    usubjids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableOneRow:
    """One printed line.

    Attributes
    ----------
    variable
        Name of the variable the line belongs to.
    label
        For people; a level or a statistic on the lines below a variable's name.
    kind
        "heading" (name of the variable), "statistic", "level" or "missing".
    texts
        What is printed, one per column; "" on headings.
    numbers
        The numbers behind, one per column; None on headings.
    """

    variable: str
    label: str
    kind: Literal["heading", "statistic", "level", "missing"]
    texts: tuple[str, ...]
    numbers: tuple[Summary | Count | None, ...]


@dataclass(frozen=True, slots=True)
class TableOne:
    """The table.

    Attributes
    ----------
    columns
        (title, patients): the groups, then "All".
    notes
        How it was computed, as sentences to stand below it.
    """

    columns: tuple[tuple[str, int], ...]
    rows: tuple[TableOneRow, ...]
    notes: tuple[str, ...]


Columns = tuple[tuple[str, Bools], ...]


def table_one(
    study: Study,
    who: Population,
    names: Sequence[str] | None = None,
    *,
    by: By = "arm",
    statistics: Sequence[Statistic] = STATISTICS,
) -> TableOne:
    """Return Table 1 of the patients counted.

    Parameters
    ----------
    names
        Names of `baseline_variables`, in the order to print; None for the usual ones. Unknown names, and
        variables nobody has a value of, are named in the notes.
    by
        Columns by arm, by how the trial ended, or none; "All" is always the last.
    statistics
        The lines of a numeric variable. No tests between columns: at baseline they answer no question.
    """
    variables = baseline_variables(study)
    wanted = list(variables.usual if names is None else names)
    columns = _columns(study, who, by)
    shown = [variables.by_name[name] for name in wanted if name in variables.by_name]
    empty = [variable for variable in shown if not _has_values(variables, variable, who)]
    rows: list[TableOneRow] = []
    for variable in shown:
        if variable in empty:
            continue
        if variable.kind == "number":
            rows += _number_rows(study, variables, variable, columns, statistics)
        else:
            rows += _level_rows(study, variables, variable, columns)
    titles = tuple((title, int(members.sum())) for title, members in columns)
    unknown = [name for name in wanted if name not in variables.by_name]
    return TableOne(titles, tuple(rows), _notes(who, shown, statistics, empty, unknown))


def _columns(study: Study, who: Population, by: By) -> Columns:
    every = ("All", who.treated)
    if by == "arm":
        return (*((arm, members) for arm, members in who.arms if arm != ALL), every)
    if by == "none":
        return (every,)
    status = np.array([end.status for end in outcomes(study)], dtype=object)
    groups = [(capital(words), who.treated & (status == name)) for name, words in WORDS.items()]
    return (*((title, members) for title, members in groups if members.any()), every)


def _has_values(variables: Variables, variable: Variable, who: Population) -> bool:
    return bool((variables.is_known(variable) & who.treated).any())


def _number_rows(
    study: Study, variables: Variables, variable: Variable, columns: Columns, statistics: Sequence[Statistic]
) -> list[TableOneRow]:
    values = variables.numbers[variable.name]
    summaries = tuple(_summary(values[members]) for _, members in columns)
    blank = tuple("" for _ in columns)
    rows = [TableOneRow(variable.name, variable.heading, "heading", blank, tuple(None for _ in columns))]
    for statistic in statistics:
        texts = tuple(_text(summary, statistic, variable.digits) for summary in summaries)
        rows.append(TableOneRow(variable.name, _LINES[statistic], "statistic", texts, summaries))
    return [*rows, *_missing(study, variable, np.isnan(values), columns)]


_LINES: dict[Statistic, str] = {
    "n": "n",
    "mean": "Mean ± SD",
    "median": "Median [quartiles]",
    "range": "Minimum to maximum",
}


def _summary(values: npt.NDArray[np.float64]) -> Summary:
    known = values[~np.isnan(values)]
    if not known.size:
        return Summary(0, len(values), *(np.nan,) * 7)
    q1, median, q3 = (float(q) for q in np.quantile(known, [0.25, 0.5, 0.75]))
    sd = float(known.std(ddof=1)) if known.size > 1 else np.nan
    mean, low, high = float(known.mean()), float(known.min()), float(known.max())
    return Summary(known.size, len(values) - known.size, mean, sd, median, q1, q3, low, high)


def _text(of: Summary, statistic: Statistic, digits: int) -> str:
    """Return a printed statistic, with the decimals of the values; a mean has at least one."""
    if statistic == "n":
        return str(of.n)
    if not of.n:
        return "–"
    if statistic == "mean":
        digits = max(digits, 1)
        return f"{_fixed(of.mean, digits)} ± {_fixed(of.sd, digits)}"
    if statistic == "median":
        # The middle of two whole numbers is shown as it is, not rounded to one of them.
        halves = any(not float(q).is_integer() for q in (of.median, of.q1, of.q3))
        digits = max(digits, int(halves))
        quartiles = f"{_fixed(of.q1, digits)} to {_fixed(of.q3, digits)}"
        return f"{_fixed(of.median, digits)} [{quartiles}]"
    return f"{_fixed(of.min, digits)} to {_fixed(of.max, digits)}"


def _fixed(value: float, digits: int) -> str:
    return "–" if np.isnan(value) else plain(value, digits)


def _level_rows(
    study: Study, variables: Variables, variable: Variable, columns: Columns
) -> list[TableOneRow]:
    values = variables.levels[variable.name]
    blank = tuple("" for _ in columns)
    rows = [TableOneRow(variable.name, variable.heading, "heading", blank, tuple(None for _ in columns))]
    known = values != ""
    for level in variable.levels:
        if not (columns[-1][1] & (values == level)).any():
            continue
        counts = tuple(
            _count(study, members & (values == level), int(members.sum())) for _, members in columns
        )
        texts = tuple(_share(count) for count in counts)
        rows.append(TableOneRow(variable.name, variable.words(level), "level", texts, counts))
    return [*rows, *_missing(study, variable, ~known, columns)]


def _missing(study: Study, variable: Variable, missing: Bools, columns: Columns) -> list[TableOneRow]:
    """Return the line of missing values, where any column has some."""
    if not (columns[-1][1] & missing).any():
        return []
    counts = tuple(_count(study, members & missing, int(members.sum())) for _, members in columns)
    texts = tuple(_share(count) for count in counts)
    return [TableOneRow(variable.name, "Missing", "missing", texts, counts)]


def _share(count: Count) -> str:
    """Return "5 (63 %)"."""
    return f"{count.n} ({_fixed(count.percent, 0)} %)" if count.of else "–"


def _count(study: Study, chosen: Bools, of: int) -> Count:
    ids = tuple(study.usubjids[i] for i in np.flatnonzero(chosen))
    return Count(len(ids), of, 100 * len(ids) / of if of else np.nan, ids)


def _notes(
    who: Population,
    shown: list[Variable],
    statistics: Sequence[Statistic],
    empty: list[Variable],
    unknown: list[str],
) -> tuple[str, ...]:
    notes = [
        say(
            "{heading}. Percentages are of all patients of a column; missing values are shown.",
            heading=who.heading,
        )
    ]
    if any(variable.kind == "number" for variable in shown) and "median" in statistics:
        notes.append(say("SD with n − 1; {quantiles}.", quantiles=QUANTILES))
    if empty:
        notes.append(say("Without any value: {what}.", what=", ".join(variable.label for variable in empty)))
    if unknown:
        notes.append(say("Not in this trial: {unknown}.", unknown=", ".join(unknown)))
    return tuple(notes)
