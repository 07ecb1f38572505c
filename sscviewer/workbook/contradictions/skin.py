"""The subset of the disease against the skin that is thickened."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.skin_extent import PROXIMAL, highest_proximal
from sscviewer.clinical.skin_score import N_SITES
from sscviewer.clinical.skin_score import SITE_CODES as SITES
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import Contradiction, Read, at, day

_PROXIMAL = tuple(SITES[i] for i in PROXIMAL)


def subset_against_sites(read: Read) -> Iterator[Contradiction]:
    """Find limited disease with thick proximal skin, and diffuse disease in which it was never thick."""
    study = read.study
    for row, usubjid in enumerate(study.usubjids):
        subset = study.column("subjects", "SSCSUB")[row]
        if subset not in ("LIMITED", "DIFFUSE"):
            continue
        places = _site_rows(study, usubjid)
        scores = study.column("measurements", "AVAL")[places]
        if subset == "LIMITED" and (scores > 0).any():
            yield _limited(study, usubjid, int(places[np.flatnonzero(scores > 0)[0]]))
        elif subset == "DIFFUSE" and _never_thick(study, places):
            yield at(
                study,
                "subjects",
                row,
                "SSCSUB",
                say(
                    "The subset of patient {usubjid} is diffuse, but upper arms, thighs, chest and "
                    "abdomen have the skin score 0 at every visit; the subset is used as recorded.",
                    usubjid=usubjid,
                ),
            )


def _site_rows(study: Study, usubjid: str) -> npt.NDArray[np.int64]:
    """Return a patient's scores of proximal sites, in time order."""
    rows = study.rows("measurements", usubjid)
    found = np.flatnonzero(np.isin(study.column("measurements", "PARAMCD")[rows], _PROXIMAL)) + rows.start
    order = np.argsort(study.column("measurements", "ADY")[found], kind="stable")
    ordered: npt.NDArray[np.int64] = found[order]
    return ordered


def _limited(study: Study, usubjid: str, row: int) -> Contradiction:
    value = study.column("measurements", "AVAL")[row]
    site = study.parameters[study.column("measurements", "PARAMCD")[row]].short.lower()
    when = study.column("measurements", "VISIT")[row] or day(study.column("measurements", "ADT")[row])
    return at(
        study,
        "measurements",
        row,
        "",
        say(
            "The skin score of the {site} is {value:g} ({when}), but the subset of patient "
            "{usubjid} is limited, which spares upper arms, thighs, chest and abdomen; the "
            "subset is used as recorded.",
            site=site,
            value=value,
            when=when,
            usubjid=usubjid,
        ),
    )


def _never_thick(study: Study, places: npt.NDArray[np.int64]) -> bool:
    """Return whether all proximal sites were assessed, and none ever scored above 0."""
    codes = study.column("measurements", "PARAMCD")[places]
    scores = study.column("measurements", "AVAL")[places]
    ever = np.full((1, N_SITES), np.nan)
    for code in _PROXIMAL:
        of_site = scores[(codes == code) & ~np.isnan(scores)]
        if not len(of_site):
            return False
        ever[0, SITES.index(code)] = of_site.max()
    return bool(highest_proximal(ever)[0] == 0)
