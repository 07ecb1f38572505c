"""The lung function values that predicted values are computed for."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats, Ints, Texts
from sscviewer.model.entry_facts import EntryFacts
from sscviewer.model.persons import Persons
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Measured:
    """Values of one quantity, measured or themselves derived.

    Attributes
    ----------
    rows : (n,) int, the measurement each is, or is computed from
    value : (n,) float, none NaN
    inputs : (n,) str, "FVC PFT!D4"
    persons : who was measured, at the time
    """

    rows: Ints
    value: Floats
    inputs: Texts
    persons: Persons

    def pick(self, which: npt.NDArray[np.bool_]) -> "Measured":
        """Return some of the values."""
        return Measured(self.rows[which], self.value[which], self.inputs[which], self.persons.pick(which))


def measured(study: Study, facts: EntryFacts, paramcd: str) -> Measured:
    """Return the values of one parameter."""
    values = study.column("measurements", "AVAL")
    rows = np.flatnonzero((study.column("measurements", "PARAMCD") == paramcd) & ~np.isnan(values))
    name = study.parameters[paramcd].short
    cells = study.column("measurements", "SRCREF")[rows].tolist()
    inputs = np.array([f"{name} {cell}" for cell in cells], dtype=object)
    return Measured(rows, values[rows], inputs, facts.persons(rows))
