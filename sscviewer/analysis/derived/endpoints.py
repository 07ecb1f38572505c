"""Endpoints worked out from others (`analysis.derived_endpoints`) as rows beside the collected ones."""

from dataclasses import replace

import numpy as np

from sscviewer.analysis.derived.totals import cells_in_words
from sscviewer.analysis.derived.values import DerivedValues, add_values
from sscviewer.analysis.derived_endpoints import DerivedValues as Endpoint
from sscviewer.analysis.derived_endpoints import derive_endpoints
from sscviewer.analysis.endpoint_settings import EndpointSettings
from sscviewer.model.study import Study

ANALYSED = ("BDI", "TDI", "GITTOT")
"""Totals of questionnaires are endpoints like any other; the rest is shown, not modelled."""


def with_endpoints(study: Study, settings: EndpointSettings) -> Study:
    """Return the trial with totals of questionnaires, scales as 0 to 3, CRISS and EUSTAR index."""
    found = derive_endpoints(study, settings)
    if not found:
        return study
    cells = _rows_of_cells(study)
    return add_values(study, [_as_rows(one, cells, study) for one in found], {}, ())


def _rows_of_cells(study: Study) -> dict[tuple[str, str], int]:
    """Return the row of each patient's cell."""
    patients, cells = (study.column("measurements", name) for name in ("USUBJID", "SRCREF"))
    return {(str(p), str(c)): row for row, (p, c) in enumerate(zip(patients, cells, strict=True))}


def _as_rows(found: Endpoint, cells: dict[tuple[str, str], int], study: Study) -> DerivedValues:
    """Return an endpoint's values at the row of the latest of what each is made from."""
    day = study.column("measurements", "ADY")
    rows, words = [], []
    for usubjid, inputs in zip(found.usubjid, found.inputs, strict=True):
        known = [cells[usubjid, cell] for cell in inputs]
        rows.append(max(known, key=lambda row: (np.nan_to_num(day[row], nan=-np.inf), -row)))
        words.append(f"{found.recipe} ({cells_in_words(inputs)})")
    parameter = found.parameter
    if parameter.paramcd not in ANALYSED:
        parameter = replace(parameter, kind="derived")
    return DerivedValues(
        parameter,
        np.array(rows, dtype=np.int64),
        found.aval,
        np.array(words, dtype=object),
        keeps_limit=False,
    )
