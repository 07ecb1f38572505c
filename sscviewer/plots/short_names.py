"""Names of patients where they are longer than their room: what all share is left out, what differs stays."""

from collections.abc import Sequence

from PySide6.QtGui import QFont

from sscviewer.plots.ink import Ink
from sscviewer.plots.screen.said import Verbatim


def short_names(names: Sequence[str], room: float, ink: Ink, font: QFont | None = None) -> tuple[str, ...]:
    """Return the names as they are when all fit the room, else each without what all begin and end with.

    Cut at its end alone, every "SITE-0012-SSC-007" of a trial would read "SITE-0012-…". What is left out is
    whole words, so that 001 to 020 do not become 01 to 20; "…" stands in its place.
    """
    font, names = font or ink.small, [Verbatim(name) for name in names]
    if all(ink.width(name, font) <= room for name in names):
        return tuple(names)
    begin = end = 0
    if len(set(names)) > 1:
        begin = _shared(names)
        end = _shared([name[begin:][::-1] for name in names])
    short = (name[begin : len(name) - end] for name in names)
    marks = "…" if begin else "", "…" if end else ""
    return tuple(ink.elide(Verbatim(f"{marks[0]}{name}{marks[1]}"), room, font) for name in short)


def _shared(names: Sequence[str]) -> int:
    """Return how long the beginning is that all share, up to its last sign that is no letter or digit."""
    length = 0
    for i, signs in enumerate(zip(*names, strict=False)):
        if len(set(signs)) > 1:
            break
        if not signs[0].isalnum():
            length = i + 1
    return length
