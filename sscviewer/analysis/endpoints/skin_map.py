"""The 17 sites of the skin score of one patient, visit by visit: what the body map draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.record import field_text
from sscviewer.clinical.skin_extent import classify_extent
from sscviewer.clinical.skin_score import SITE_CODES, SITES, TOTAL_MAX, compute_mrss
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

TOTAL = "MRSS"


@dataclass(frozen=True, slots=True)
class SkinSite:
    """One site at one examination.

    Attributes
    ----------
    score
        0 to 3; NaN when not assessed.
    row
        Its row in the measurements; -1 when there is none.
    srcref
        "Sheet!D4"; "" when there is none.
    """

    paramcd: str
    name: str
    score: float
    row: int
    srcref: str


@dataclass(frozen=True, slots=True)
class SkinMap:
    """One examination of the skin.

    Attributes
    ----------
    visit, date, day
        Visit as analysed, ISO date ("" without one), study day (NaN).
    sites
        All 17, in the order of their codes.
    total
        The sum of the sites; NaN unless all are there or, where the user chose to prorate, few are missing.
    prorated
        Whether missing sites were made up for in the total.
    recorded
        The total the file gives at this visit; NaN without one.
    missing
        Names of the sites not assessed.
    extent
        DIFFUSE, LIMITED, NONE or "" (`clinical.skin_extent`), of this examination alone.
    """

    usubjid: str
    visit: str
    avisitn: float
    date: str
    day: float
    sites: tuple[SkinSite, ...]
    total: float
    prorated: bool
    recorded: float
    missing: tuple[str, ...]
    extent: str

    @property
    def total_words(self) -> str:
        """The total in words: "22 of 51", what it lacks, and the recorded one where it is another."""
        if not np.isnan(self.total):
            about = f"about {self.total:.1f}" if self.prorated else f"{self.total:g}"
            made = f", {len(self.missing)} sites prorated" if self.prorated else ""
            other = not np.isnan(self.recorded) and not self.prorated and self.recorded != self.total
            said = f" (recorded as {self.recorded:g})" if other else ""
            return f"{about} of {TOTAL_MAX}{made}{said}"
        said = f" (recorded as {self.recorded:g})" if not np.isnan(self.recorded) else ""
        return f"not known{said}"


@dataclass(frozen=True, slots=True)
class SkinChange:
    """The change of each site between two examinations; NaN where one of them lacks it."""

    first: SkinMap
    second: SkinMap
    changes: tuple[float, ...]

    @property
    def total(self) -> float:
        """Change of the total."""
        return self.second.total - self.first.total

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the sites without a change."""
        return tuple(name for name, change in zip(SITES, self.changes, strict=True) if np.isnan(change))


def has_skin_sites(study: Study) -> bool:
    """Return whether the file has single sites at all."""
    return any(code in study.parameters for code in SITE_CODES)


def skin_maps(study: Study, usubjid: str, most_missing: int) -> tuple[SkinMap, ...]:
    """Return every examination of a patient's skin in time order; empty when no site was scored.

    Parameters
    ----------
    most_missing
        Up to so many missing sites are prorated in the total (`clinical.skin_score.compute_mrss`).

    Values belong to one examination when they are of one day (without a date: of one visit) and, where the
    file tells several readings of a day apart, of one of these.
    """
    rows = study.rows("measurements", usubjid)
    codes = study.column("measurements", "PARAMCD")[rows]
    wanted = np.flatnonzero(np.isin(codes, SITE_CODES)) + rows.start
    groups: dict[tuple[float, str, str], list[int]] = {}
    for row in wanted.tolist():
        groups.setdefault(_when(study, row), []).append(row)
    recorded = _recorded_totals(study, rows)
    return tuple(_one_map(study, usubjid, groups[when], recorded, most_missing) for when in sorted(groups))


def compare_maps(first: SkinMap, second: SkinMap) -> SkinChange:
    """Return the change of each site from one examination to another."""
    pairs = zip(first.sites, second.sites, strict=True)
    return SkinChange(first, second, tuple(b.score - a.score for a, b in pairs))


def map_of(maps: tuple[SkinMap, ...], study: Study, row: int) -> int:
    """Return the position of the examination a measurement belongs to; -1 when it is of none.

    It is the one of its day or, without a date, of its visit; of several, the first.
    """
    ady = float(study.column("measurements", "ADY")[row])
    visit = str(study.column("measurements", "AVISIT")[row])
    for i, skin in enumerate(maps):
        if skin.day == ady or (np.isnan(ady) and skin.visit == visit):
            return i
    return -1


def _when(study: Study, row: int) -> tuple[float, str, str]:
    """Return (day, visit where there is no date, time point): what values of one examination share.

    Those without any time come last.
    """
    ady = float(study.column("measurements", "ADY")[row])
    visit = str(study.column("measurements", "AVISIT")[row])
    day = ady if not np.isnan(ady) else float(planned_day(study.column("measurements", "AVISITN")[row]))
    return (
        np.inf if np.isnan(day) else day,
        "" if not np.isnan(ady) else visit,
        str(study.column("measurements", "ATPT")[row]),
    )


def _recorded_totals(study: Study, rows: slice) -> dict[tuple[float, str, str], float]:
    codes = study.column("measurements", "PARAMCD")[rows]
    values = study.column("measurements", "AVAL")
    found = np.flatnonzero(codes == TOTAL) + rows.start
    return {_when(study, row): float(values[row]) for row in found.tolist()}


def _one_map(
    study: Study,
    usubjid: str,
    rows: list[int],
    recorded: dict[tuple[float, str, str], float],
    most_missing: int,
) -> SkinMap:
    def column(name: str) -> npt.NDArray[Any]:
        return study.column("measurements", name)

    by_code = {str(column("PARAMCD")[row]): row for row in rows}
    sites = tuple(_site(study, code, name, by_code) for code, name in zip(SITE_CODES, SITES, strict=True))
    scores = np.array([[site.score for site in sites]])
    missing = tuple(site.name for site in sites if np.isnan(site.score))
    total = float(compute_mrss(scores, most_missing)[0])
    return SkinMap(
        usubjid=usubjid,
        visit=str(column("AVISIT")[rows[0]]),
        avisitn=float(study.column("measurements", "AVISITN")[rows[0]]),
        date=field_text(study, "measurements", rows[0], "ADT"),
        day=float(study.column("measurements", "ADY")[rows[0]]),
        sites=sites,
        total=total,
        prorated=bool(missing) and not np.isnan(total),
        recorded=recorded.get(_when(study, rows[0]), np.nan),
        missing=missing,
        extent=str(classify_extent(scores)[0]),
    )


def _site(study: Study, code: str, name: str, rows: dict[str, int]) -> SkinSite:
    row = rows.get(code, -1)
    if row < 0:
        return SkinSite(code, name, np.nan, -1, "")
    score = float(study.column("measurements", "AVAL")[row])
    return SkinSite(code, name, score, row, str(study.column("measurements", "SRCREF")[row]))
