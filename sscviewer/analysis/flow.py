"""The flow of patients through the trial (CONSORT), as boxes and arrows to draw."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["main", "side"]


@dataclass(frozen=True, slots=True)
class FlowBox:
    """One box.

    Attributes
    ----------
    key
        "screened", "not_treated", "treated", "completed" …; with ":ARM" behind it in a column of an arm.
    title, n, usubjids
        What the patients of the box have in common, how many and who they are.
    items
        (words, count, patients) of the lines below the title: reasons.
    kind
        "main": on the way down; "side": those who leave it there.
    column, level
        Arm column (0 when there is one column, -1: across all) and step from the top.
    """

    key: str
    title: str
    n: int
    usubjids: tuple[str, ...]
    items: tuple[tuple[str, int, tuple[str, ...]], ...]
    kind: Kind
    column: int
    level: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole chart.

    Attributes
    ----------
    arms
        Titles of the columns; ("",) when there is one arm or none.
    links
        (key, key): an arrow from one box to another.
    check
        Whether every box is the sum of those it leads to, and the sentence that says so.
    notes
        What the counts rest on, as sentences.
    """

    arms: tuple[str, ...]
    boxes: tuple[FlowBox, ...]
    links: tuple[tuple[str, str], ...]
    adds_up: bool
    check: str
    notes: tuple[str, ...]
