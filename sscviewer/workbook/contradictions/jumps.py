"""Values that change more between two visits than a body can: most often a slip of the pen."""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import Contradiction, Read, at, day

FVC_JUMP = 0.30
"""Forced vital capacity: 30 % of the earlier value (our default; a tenth already counts as progression)."""
FVC_JUMP_DAYS = 200
"""… between visits up to half a year and its window apart; over longer times such a loss is possible."""
MRSS_JUMP = 15.0
"""Skin score: 15 points (our default; the inter-observer SD is about 5, Clements 1995)."""
MRSS_JUMP_DAYS = 106
"""… within three months and its window."""

_ROUNDING = 1e-9
"""2.0 to 2.6 is 30 %, not more, though binary numbers say so."""

Floats = npt.NDArray[np.float64]


def fvc_jump(code: str) -> Callable[[Read], Iterator[Contradiction]]:
    """Return a check for jumps of the forced vital capacity in one of its units."""

    def check(read: Read) -> Iterator[Contradiction]:
        yield from _jumps(
            read.study,
            code,
            FVC_JUMP_DAYS,
            _relative,
            say("more than {fvc_jump:.0f} %", fvc_jump=100 * FVC_JUMP),
        )

    return check


def skin_jump(read: Read) -> Iterator[Contradiction]:
    """Find jumps of the skin score."""
    yield from _jumps(
        read.study,
        "MRSS",
        MRSS_JUMP_DAYS,
        _points,
        say("more than {mrss_jump:.0f} points", mrss_jump=MRSS_JUMP),
    )


def _relative(before: Floats, after: Floats) -> npt.NDArray[np.bool_]:
    with np.errstate(divide="ignore", invalid="ignore"):
        too_much: npt.NDArray[np.bool_] = np.abs(after - before) > (FVC_JUMP + _ROUNDING) * before
    return too_much


def _points(before: Floats, after: Floats) -> npt.NDArray[np.bool_]:
    too_much: npt.NDArray[np.bool_] = np.abs(after - before) > MRSS_JUMP
    return too_much


def _jumps(
    study: Study,
    code: str,
    most_days: int,
    is_jump: Callable[[Floats, Floats], npt.NDArray[np.bool_]],
    limit: str,
) -> Iterator[Contradiction]:
    if code not in study.parameters:
        return
    label = study.parameters[code].axis_label
    value, ady = study.column("measurements", "AVAL"), study.column("measurements", "ADY")
    when = study.column("measurements", "ADT")
    for usubjid in study.usubjids:
        rows = study.rows("measurements", usubjid)
        own = np.flatnonzero(study.column("measurements", "PARAMCD")[rows] == code) + rows.start
        own = own[~np.isnan(value[own]) & ~np.isnan(ady[own])]
        close = np.diff(ady[own]) <= most_days
        jump = is_jump(value[own][:-1], value[own][1:]) & close
        back = _is_way_back(value[own], jump, is_jump)
        for i in np.flatnonzero(jump & ~back).tolist():
            before, row = int(own[i]), int(own[i + 1])
            yield at(
                study,
                "measurements",
                row,
                "",
                say(
                    "{measure} went from {value:g} on {day} ({cell}) to {value2:g} on {day2}, {limit} "
                    "between visits; both values are drawn and analysed.",
                    measure=label,
                    value=value[before],
                    day=day(when[before]),
                    cell=study.column("measurements", "SRCREF")[before],
                    value2=value[row],
                    day2=day(when[row]),
                    limit=limit,
                ),
            )


def _is_way_back(
    values: Floats, jump: npt.NDArray[np.bool_], is_jump: Callable[[Floats, Floats], npt.NDArray[np.bool_]]
) -> npt.NDArray[np.bool_]:
    """Return which jumps only undo the one before: one odd value is one finding, not two."""
    back = np.zeros(len(jump), dtype=bool)
    for i in range(1, len(jump)):
        alike = not is_jump(values[i - 1 : i], values[i + 1 : i + 2])[0]
        back[i] = jump[i] and jump[i - 1] and not back[i - 1] and alike
    return back
