"""The words that say how a predicted value was computed: who, by which equation, from which cells."""

import numpy as np

from sscviewer.analysis.derived.measured import Measured
from sscviewer.clinical.reference_equations import ReferenceEquation
from sscviewer.model.arrays import Texts
from sscviewer.model.entry_facts import EntryFacts
from sscviewer.model.study import Study

_SEXES = {"M": "male", "F": "female"}


class RecipeWriter:
    """Writes recipes; what is the same for all tests of a patient is put together once.

    "GLI-2012, female (DM!C4), 48.3 y (47.8 on day 1, DM!D4), 163 cm (DM!E4), Caucasian (DM!F4), FVC PFT!D4"
    """

    def __init__(self, study: Study, facts: EntryFacts) -> None:
        self._study = study
        self._facts = facts
        self._persons: dict[int, tuple[str, str]] = {}

    def write(self, equation: ReferenceEquation, tests: Measured) -> Texts:
        """Return one recipe for each value."""
        place = self._facts.place[tests.rows]
        fixed = {row: self._of_patient(row, equation) for row in np.flatnonzero(np.bincount(place)).tolist()}
        ages, inputs = tests.persons.age.tolist(), tests.inputs.tolist()
        texts = [
            f"{fixed[row][0]}{age:.1f}{fixed[row][1]}{words}"
            for row, age, words in zip(place.tolist(), ages, inputs, strict=True)
        ]
        return np.array(texts, dtype=object)

    def _of_patient(self, row: int, equation: ReferenceEquation) -> tuple[str, str]:
        """Return what stands before and after the age."""
        if row not in self._persons:
            sex = _SEXES[str(self._study.column("subjects", "SEX")[row])]
            person = f"{sex}{self._cell(row, 'SEX')}, ", f"{self._age(row)}, {self._height(row)}, "
            self._persons[row] = person
        before, after = self._persons[row]
        group = self._group(row, equation)
        return f"{equation.name}, {before}", f"{after}{group}, " if group else after

    def _age(self, row: int) -> str:
        if self._facts.is_born[row]:
            return f" y (by date of birth{self._cell(row, 'BRTHDTC', ', {}')})"
        return f" y ({self._facts.age[row]:g} at entry{self._cell(row, 'AGE', ', {}')})"

    def _height(self, row: int) -> str:
        height = f"{self._facts.height[row]:g} cm"
        if self._facts.is_measured[row]:
            return f"{height} (median of those measured)"
        return f"{height}{self._cell(row, 'HEIGHT')}"

    def _group(self, row: int, equation: ReferenceEquation) -> str:
        found = self._facts.groups[row]
        used = equation.group_used(found.group)
        if used is None:
            return ""
        if found.is_said:
            return f"{used.words}{self._cell(row, 'RACE')}"
        race = str(self._study.column("subjects", "RACE")[row])
        return f"{used.words} (race {f'“{race}” names no group' if race else 'not recorded'})"

    def _cell(self, row: int, column: str, words: str = " ({})") -> str:
        cell = self._study.srcref("subjects", row, column)
        return words.format(cell) if cell else ""
