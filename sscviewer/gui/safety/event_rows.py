"""How rows of tables and pictures of adverse events are headed."""

from typing import TYPE_CHECKING

from sscviewer.plots.screen.said import Verbatim

if TYPE_CHECKING:
    from sscviewer.analysis.events.event_names import EventName


def row_label(name: "EventName") -> str:
    """Return a row's heading, the terms of a class standing in."""
    return Verbatim(f"    {name.words}") if name.kind == "term" else row_name(name)


def row_name(name: "EventName") -> str:
    """Return a row's heading in a picture; terms and classes of the file are never translated."""
    return name.words if name.kind == "any" else Verbatim(name.words)
