"""The one form of all GLI equations: closed terms in height and exact age, plus splines in age.

    M = exp(a0 + a1·h + a2·t + group + Mspline)
    S = exp(p0 + p1·t + group + Sspline)
    L = q0 + q1·ln(age) + Lspline

h is the height or its logarithm, t the age or its logarithm.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.equation_tables import coefficients, splines
from sscviewer.clinical.reference_values import Lms
from sscviewer.model.arrays import Floats
from sscviewer.model.persons import FEMALE, Group, Persons

ROW_YEARS = 0.25
"""Distance of the rows of a spline table. **Source**: Quanjer 2012, look-up tables."""

N_GROUPS = max(Group) + 1


@dataclass(frozen=True, slots=True)
class LmsEquation:
    """One quantity of one equation. The first axis of every array is the sex: male, female.

    Attributes
    ----------
    terms : (2, 7) float, a0 a1 a2 p0 p1 q0 q1
    m_group, s_group : (2, N_GROUPS) float, what is added for each `Group`
    rows : (2, rows, 3) float, splines of M, S and L every quarter of a year from `youngest` on
    youngest, oldest
        Years of age the equation holds for.
    log_height, log_age, log_age_s
        Whether M takes the logarithm of the height, M of the age, S of the age.
    """

    terms: Floats
    m_group: Floats
    s_group: Floats
    rows: Floats
    youngest: float
    oldest: float
    log_height: bool = True
    log_age: bool = True
    log_age_s: bool = True

    def __call__(self, persons: Persons) -> Lms:
        """Return L, M and S, (n,) each; NaN where sex, age or height is missing or out of range."""
        known = persons.known(self.youngest, self.oldest)
        who = persons if known.all() else persons.pick(known)
        found = np.full((3, len(known)), np.nan)
        found[:, known] = self._evaluate(who)
        return Lms(*found)

    def _evaluate(self, who: Persons) -> Floats:
        side = (who.sex == FEMALE).astype(np.int64)
        a0, a1, a2, p0, p1, q0, q1 = np.take(self.terms, side, axis=0).T
        log_age = np.log(who.age)
        height = np.log(who.height) if self.log_height else who.height
        spline_m, spline_s, spline_l = self._splines(side, who.age)
        cell = side * N_GROUPS + who.group
        m = a0 + a1 * height + a2 * (log_age if self.log_age else who.age)
        m += np.take(self.m_group, cell) + spline_m
        s = p0 + p1 * (log_age if self.log_age_s else who.age)
        s += np.take(self.s_group, cell) + spline_s
        return np.stack([q0 + q1 * log_age + spline_l, np.exp(m), np.exp(s)])

    def _splines(self, side: npt.NDArray[np.int64], age: Floats) -> Floats:
        """Return M, S and L of the splines, straight between two rows; (3, n)."""
        count = self.rows.shape[1]
        place = (age - self.youngest) / ROW_YEARS
        below = np.minimum(place.astype(np.int64), count - 2)
        part = (place - below)[:, np.newaxis]
        table = self.rows.reshape(-1, 3)
        first = side * count + below
        between: Floats = (
            np.take(table, first, axis=0) * (1 - part) + np.take(table, first + 1, axis=0) * part
        )
        return between.T


SEXES = ("males", "females")
"""How the tables call them, in the order of the first axis."""

HALF_IN_BINARY = 1e-7
"""A coefficient that ends in 5 may lie this much below it in binary, in units of its last digit."""

TERMS = ("a0", "a1", "a2", "p0", "p1", "q0", "q1")


@dataclass(frozen=True, slots=True)
class LmsTables:
    """How to read the quantities of one equation.

    Attributes
    ----------
    coefficients, splines
        Names of the tables.
    names
        What the table calls each of `TERMS`.
    groups_m, groups_s
        What the table calls the terms of each `Group` in M and in S; a group without a term adds nothing.
    digits
        Decimals that the coefficients are rounded to, halves away from 0.
    """

    coefficients: str
    splines: str
    names: tuple[str, ...] = TERMS
    groups_m: tuple[tuple[Group, str], ...] = ()
    groups_s: tuple[tuple[Group, str], ...] = ()
    digits: int | None = None

    def read(self, quantity: str, ages: tuple[float, float], **shape: bool) -> LmsEquation:
        """Return one quantity, called as in the tables; `shape` as the flags of `LmsEquation`.

        A term or a spline that the tables have not, or leave empty, is 0.

        Raises
        ------
        FileNotFoundError
            If no table of that name ships with the program.
        """
        table = coefficients(self.coefficients)
        columns = [table[f"{quantity}_{sex}"] for sex in SEXES]
        terms = [[column.get(name, 0.0) for name in self.names] for column in columns]
        return LmsEquation(
            terms=self._rounded(np.nan_to_num(np.array(terms))),
            m_group=self._rounded(_of_groups(columns, self.groups_m)),
            s_group=self._rounded(_of_groups(columns, self.groups_s)),
            rows=self._rows(quantity, ages[0]),
            youngest=ages[0],
            oldest=ages[1],
            **shape,
        )

    def _rounded(self, values: Floats) -> Floats:
        if self.digits is None:
            return values
        unit = 10.0**self.digits
        rounded: Floats = np.copysign(np.floor(np.abs(values) * unit + 0.5 + HALF_IN_BINARY) / unit, values)
        return rounded

    def _rows(self, quantity: str, youngest: float) -> Floats:
        curves = splines(self.splines)
        start = int(np.searchsorted(curves["age"], youngest))
        none = np.zeros_like(curves["age"])
        parts = [[curves.get(f"{quantity}_{sex}_{part}spline", none) for part in "MSL"] for sex in SEXES]
        rows: Floats = np.nan_to_num(np.array(parts).transpose(0, 2, 1)[:, start:])
        return rows


def _of_groups(columns: list[Mapping[str, float]], names: tuple[tuple[Group, str], ...]) -> Floats:
    found = np.zeros((len(columns), N_GROUPS))
    for group, name in names:
        found[:, group] = [column[name] for column in columns]
    return found
