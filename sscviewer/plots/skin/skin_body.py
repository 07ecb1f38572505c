"""One figure of the body map: the sites coloured and numbered for a visit, or for the change between two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from sscviewer.analysis.number_words import signed_short
from sscviewer.clinical.skin_score import SITE_MAX, SITE_WORDS, SITES
from sscviewer.plots.ink import Ink, hatch, wrap
from sscviewer.plots.mark import Mark
from sscviewer.plots.skin.body_outline import is_beside, number_position, other_paths, site_paths
from sscviewer.plots.style import contrast

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.skin_map import SkinChange, SkinMap

EDGE_PT = 0.7
HATCH_EMS = 0.32
NOT_ASSESSED = "–"
NUMBER_HALF = 1.6
"""Half the side, in body units, of where a number beside its site can be pointed at."""
MOST_NAMED = 4
"""So many missing sites are named; more are counted."""


class Body:
    """A body with a number on every site; subclasses say what the numbers and colours are."""

    def values(self) -> Sequence[float]:
        """Return the number of each site, NaN where there is none."""
        raise NotImplementedError

    def fill(self, value: float, ink: Ink) -> str:
        """Return the colour of a number."""
        raise NotImplementedError

    def printed(self, value: float) -> str:
        """Return a number as it is printed."""
        raise NotImplementedError

    def title(self) -> tuple[str, str]:
        """Return the two lines above the body."""
        raise NotImplementedError

    def words(self, ink: Ink, width: float) -> list[str]:
        """Return the lines below the body: the total, then what is missing."""
        raise NotImplementedError

    def mark(self, position: int) -> Mark:
        """Return what is said about a site."""
        raise NotImplementedError

    def site_at(self, at: QPointF) -> int | None:
        """Return the position of the site at a point in body units."""
        paths = site_paths()
        inside = (position for position, path in enumerate(paths) if path.contains(at))
        # Fingers are slim: between them, and on the number below them, is meant as well.
        near = (i for i, site in enumerate(SITES) if is_beside(site) and _around(site, paths[i]).contains(at))
        return next(chain(inside, near), None)

    def paint(self, painter: QPainter, transform: QTransform, ink: Ink) -> None:
        """Draw the body and its numbers."""
        style = ink.style
        painter.setPen(ink.pen(style.body_edge, 0.6 * EDGE_PT))
        painter.setBrush(ink.brush(style.body))
        for path in other_paths():
            painter.drawPath(transform.map(path))
        for path, value in zip(site_paths(), self.values(), strict=True):
            self._paint_site(painter, transform.map(path), value, ink)
        for site, value in zip(SITES, self.values(), strict=True):
            at = transform.map(QPointF(*number_position(site)))
            missing, beside = np.isnan(value), is_beside(site)
            if missing and not beside:
                # The dash would be lost among the hatching.
                half = 0.36 * ink.em
                ink.patch(painter, QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), style.background)
            text = NOT_ASSESSED if missing else self.printed(value)
            colour = style.text if missing or beside else contrast(self.fill(value, ink))
            ink.text(painter, at.x(), at.y(), text, "centre", colour, ink.strong)

    def _paint_site(self, painter: QPainter, path: QPainterPath, value: float, ink: Ink) -> None:
        style = ink.style
        missing = np.isnan(value)
        painter.setPen(ink.pen(style.body_edge, EDGE_PT))
        painter.setBrush(ink.brush(style.background if missing else self.fill(value, ink)))
        painter.drawPath(path)
        if missing:
            painter.save()
            painter.setClipPath(path)
            painter.setPen(ink.pen(style.missing, 0.6))
            hatch(painter, path.boundingRect(), HATCH_EMS * ink.em)
            painter.restore()


def _around(site: str, path: QPainterPath) -> QRectF:
    """Return the box of a site and of the number beside it."""
    x, y = number_position(site)
    return path.boundingRect().united(
        QRectF(x - NUMBER_HALF, y - NUMBER_HALF, 2 * NUMBER_HALF, 2 * NUMBER_HALF)
    )


class VisitBody(Body):
    """The scores of one visit."""

    def __init__(self, skin: SkinMap) -> None:
        self.skin = skin

    def values(self) -> Sequence[float]:
        """Return the scores."""
        return [site.score for site in self.skin.sites]

    def fill(self, value: float, ink: Ink) -> str:
        """Return the colour of a score."""
        return ink.style.skin[min(max(round(value), 0), SITE_MAX)]

    def printed(self, value: float) -> str:
        """Return the score."""
        return f"{value:g}"

    def title(self) -> tuple[str, str]:
        """Return the visit and when it was."""
        return visit_name(self.skin), when(self.skin)

    def words(self, ink: Ink, width: float) -> list[str]:
        """Return the total and what was not assessed."""
        parts = [f"Total {part}" if i == 0 else part for i, part in enumerate(self._total())]
        lines = wrap(parts, " ", width, ink, ink.strong)
        return [*lines, *missing_lines("not assessed", self.skin.missing, ink, width)]

    def _total(self) -> list[str]:
        words = self.skin.total_words
        head, _, said = words.partition(" (")
        return [head, f"({said}"] if said else [head]

    def mark(self, position: int) -> Mark:
        """Return the score, its meaning, visit and cell; its key is the site's PARAMCD."""
        site = self.skin.sites[position]
        value = "not assessed" if np.isnan(site.score) else score_words(site.score)
        lines = [f"{site.name}: {value}", " · ".join(part for part in self.title() if part), site.srcref]
        text = "\n".join(line for line in lines if line)
        return Mark("measurements", site.row, text, site.srcref, self.skin.usubjid, site.paramcd)


class ChangeBody(Body):
    """The change of each site from one visit to another."""

    def __init__(self, change: SkinChange) -> None:
        self.change = change

    def values(self) -> Sequence[float]:
        """Return the changes."""
        return self.change.changes

    def fill(self, value: float, ink: Ink) -> str:
        """Return the colour of a change."""
        return ink.style.changes[min(max(round(value), -SITE_MAX), SITE_MAX) + SITE_MAX]

    def printed(self, value: float) -> str:
        """Return the change with its sign."""
        return signed_short(value)

    def title(self) -> tuple[str, str]:
        """Return what is compared."""
        return "Change", f"{visit_name(self.change.first)} to {visit_name(self.change.second)}"

    def words(self, ink: Ink, width: float) -> list[str]:
        """Return the change of the total and which sites have none."""
        total = "not known" if np.isnan(self.change.total) else signed_short(self.change.total)
        return [f"Total {total}", *missing_lines("no change known", self.change.missing, ink, width)]

    def mark(self, position: int) -> Mark:
        """Return both scores and their cells."""
        before, after = self.change.first.sites[position], self.change.second.sites[position]
        scores = [NOT_ASSESSED if np.isnan(site.score) else f"{site.score:g}" for site in (before, after)]
        value = self.change.changes[position]
        said = "" if np.isnan(value) else f" ({signed_short(value)})"
        cells = " · ".join(site.srcref for site in (before, after) if site.srcref)
        lines = [f"{after.name}: {scores[0]} → {scores[1]}{said}", self.title()[1], cells]
        text = "\n".join(line for line in lines if line)
        usubjid = self.change.second.usubjid
        return Mark("measurements", after.row, text, after.srcref, usubjid, after.paramcd)


def score_words(score: float) -> str:
    """Return "2, moderate"."""
    word = f", {SITE_WORDS[int(score)]}" if score in range(len(SITE_WORDS)) else ""
    return f"{score:g}{word}"


def visit_name(skin: SkinMap) -> str:
    """Return the visit, or the date where the file names none."""
    return skin.visit or skin.date or "Visit without a date"


def when(skin: SkinMap) -> str:
    """Return "2006-12-11 · day 91"; only what is known."""
    day = "" if np.isnan(skin.day) else f"day {skin.day:.0f}".replace("-", "−")
    return " · ".join(part for part in (skin.date if skin.visit else "", day) if part)


def missing_lines(words: str, missing: Sequence[str], ink: Ink, width: float) -> list[str]:
    """Return which sites are missing, named where they are few."""
    if not missing:
        return []
    if len(missing) > MOST_NAMED:
        return [f"{words}: {len(missing)} of {len(SITES)} sites"]
    return wrap([f"{words}: {missing[0]}", *missing[1:]], "; ", width, ink, ink.small)
