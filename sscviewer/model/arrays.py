"""The five kinds of array that cross between rooms; shapes stand where they are used."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
"""Numbers; NaN where there is none."""
Ints = npt.NDArray[np.int64]
"""Counts, positions, rows."""
Bools = npt.NDArray[np.bool_]
"""Which of the entries something holds for."""
Texts = npt.NDArray[np.object_]
"""Words of the file; "" where there is none."""
Dates = npt.NDArray[np.datetime64]
"""Days; NaT where there is none."""
