"""What the values of a findings domain or an ADaM data set are called: code, name and unit."""

from collections import Counter

import numpy as np
import pandas as pd

from sscviewer.workbook.evidence.columns.parameter_names import find_parameter
from sscviewer.workbook.rows.fields import Texts
from sscviewer.workbook.values.cells import as_array, as_objects
from sscviewer.workbook.values.vocabulary import is_unit, unit_of
from sscviewer.workbook.values.words import identifier, split_heading


def analysis_parameters(codes: Texts, params: Texts, units: Texts) -> tuple[Texts, Texts, Texts]:
    """Return code, name and unit of ADaM parameters, whose PARAM ends in the unit ("FVC (L)")."""
    known = {triple: _analysis_parameter(*triple) for triple in set(zip(codes, params, units, strict=True))}
    found = [known[triple] for triple in zip(codes, params, units, strict=True)]
    code, name, unit = zip(*found, strict=True) if found else ((), (), ())
    return as_objects(code), as_objects(name), as_objects(unit)


def _analysis_parameter(code: str, param: str, unit: str) -> tuple[str, str, str]:
    heading = split_heading(param)
    if not unit and heading.bracket and is_unit(heading.bracket):
        unit, param = unit_of(heading.bracket), heading.name
    return (find_parameter(code, unit) or find_parameter(param, unit) or identifier(code), param, unit)


def specimens_apart(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the values with a code of their own for each specimen but the commonest (GLUC, GLUC_URINE)."""
    code, specimen = as_array(frame["PARAMCD"]), as_array(frame["SPEC"])
    counted = Counter((c, s) for c, s in zip(code, specimen, strict=True) if s)
    main = {c: s for (c, s), _ in reversed(counted.most_common())}
    pairs = {
        (c, s): c if s in ("", main.get(c)) else f"{c}_{identifier(s)}"
        for c, s in set(zip(code, specimen, strict=True))
    }
    apart = as_objects([pairs[pair] for pair in zip(code, specimen, strict=True)])
    moved = apart != code
    name = np.where(moved, as_array(frame["NAME"]) + " (" + specimen + ")", as_array(frame["NAME"]))
    return frame.assign(PARAMCD=apart, NAME=name)
