"""How a figure differs from what the program would draw: title, axes, colours, font and notes on it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sscviewer.plots.notes import KINDS, Note
from sscviewer.plots.style import Style

Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FigureLook:
    """What the user chose of a figure's look; as it comes, nothing is changed.

    Attributes
    ----------
    title
        In place of the figure's own; None for that one.
    x, y
        Ends of the axes, where these can be zoomed on screen too; None for the whole. Of a patient's page
        `x` are study days and there is no `y`.
    colours
        "#rrggbb" of arms, groups and endpoints in their order; empty for the program's.
    family
        Font; "" for the one that comes with the program.
    notes
        What the user wrote on the figure.
    order
        Names of arms or groups in the order wanted; those not named come after them.
    """

    title: str | None = None
    x: Limits | None = None
    y: Limits | None = None
    colours: tuple[str, ...] = ()
    family: str = ""
    notes: tuple[Note, ...] = ()
    order: tuple[str, ...] = ()

    def styled(self, style: Style) -> Style:
        """Return a style with this font and these colours, after which the program's go on."""
        courses = (*self.colours, *style.courses[len(self.colours) :])
        return replace(style, courses=courses, family=self.family)

    def to_json(self) -> dict[str, Any]:
        """Return the look as JSON can hold it."""
        return {
            "title": self.title,
            "x": None if self.x is None else list(self.x),
            "y": None if self.y is None else list(self.y),
            "colours": list(self.colours),
            "family": self.family,
            "order": list(self.order),
            "notes": [_note_json(note) for note in self.notes],
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> FigureLook:
        """Return the look that `to_json` wrote.

        Raises
        ------
        KeyError, TypeError, ValueError
            If the document is another.
        """
        title, x, y = document["title"], document["x"], document["y"]
        return cls(
            None if title is None else str(title),
            None if x is None else (float(x[0]), float(x[1])),
            None if y is None else (float(y[0]), float(y[1])),
            tuple(str(colour) for colour in document["colours"]),
            str(document["family"]),
            tuple(_note_of(note) for note in document["notes"]),
            tuple(str(name) for name in document["order"]),
        )


PLACES = ("x", "y", "to_x", "to_y")


def _note_json(note: Note) -> dict[str, Any]:
    places = {name: getattr(note, name) for name in PLACES}
    known = {name: None if math.isnan(at) else at for name, at in places.items()}
    return {"kind": note.kind, "words": note.words, "panel": note.panel, **known}


def _note_of(document: Mapping[str, Any]) -> Note:
    if document["kind"] not in KINDS:
        raise ValueError(document["kind"])
    places = {name: math.nan if document[name] is None else float(document[name]) for name in PLACES}
    return Note(document["kind"], str(document["words"]), panel=str(document["panel"]), **places)
