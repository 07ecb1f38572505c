"""What no view can draw: counted and listed, so that nothing is dropped in silence."""

from dataclasses import dataclass

import numpy as np

from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class NotShown:
    """One record that is in the file and not in the picture.

    Attributes
    ----------
    table
        Name of the table it is in.
    what, why
        "FVC, % predicted" and "not a number".
    srcref
        Its cell.
    """

    table: str
    usubjid: str
    what: str
    why: str
    srcref: str


def find_not_shown(study: Study) -> tuple[NotShown, ...]:
    """Return every record of the trial that cannot be drawn, with the reason.

    Measured values that are no number or have no time, and dose records without dose or start. Adverse events
    are always drawn: one without a start begins at the left edge with an arrow.
    """
    return (*_measurements(study), *_exposure(study))


def _measurements(study: Study) -> list[NotShown]:
    def column(name: str) -> list[str]:
        return [str(value) for value in study.column("measurements", name)]

    aval = study.column("measurements", "AVAL")
    timed = ~np.isnan(study.column("measurements", "ADY")) | ~np.isnan(
        study.column("measurements", "AVISITN")
    )
    bad = np.flatnonzero(np.isnan(aval) | ~timed)
    if not bad.size:
        return []
    usubjid, paramcd, cells = column("USUBJID"), column("PARAMCD"), column("SRCREF")
    return [
        NotShown(
            "measurements",
            usubjid[i],
            study.parameters[paramcd[i]].axis_label if paramcd[i] in study.parameters else paramcd[i],
            "not a number" if np.isnan(aval[i]) else "no date and no visit",
            cells[i],
        )
        for i in bad
    ]


def _exposure(study: Study) -> list[NotShown]:
    dose = np.fmax(study.column("exposure", "EXDAILY"), study.column("exposure", "EXDOSE"))
    start = study.column("exposure", "ASTDY")
    return [
        NotShown(
            "exposure",
            str(study.column("exposure", "USUBJID")[i]),
            "Dose",
            "no dose" if np.isnan(dose[i]) else "no start date",
            str(study.column("exposure", "SRCREF")[i]),
        )
        for i in np.flatnonzero(np.isnan(dose) | np.isnan(start))
    ]
