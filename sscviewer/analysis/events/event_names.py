"""The rows of the adverse event table: any event, the user's groups, each class and its terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.analysis.plan.events import TermGroup
from sscviewer.model.arrays import Ints
from sscviewer.model.study import Study

Kind = Literal["any", "group", "class", "term"]

NOT_CODED = "Not coded"
NO_NAME = "Event without a name"


@dataclass(frozen=True, slots=True)
class EventName:
    """What a row of the table counts.

    Attributes
    ----------
    body_system
        "" for any event and for a group.
    term
        Of a term its name, of a group the group's; "" otherwise.
    """

    kind: Kind
    body_system: str = ""
    term: str = ""

    @property
    def words(self) -> str:
        """The row's heading."""
        return self.term or self.body_system or "Any adverse event"


ANY_EVENT = EventName("any")


@dataclass(frozen=True, slots=True)
class NamedRows:
    """The rows and which events stand in them.

    Attributes
    ----------
    parent : (rows,) position of a term's class, of any other row its own
    row, event : (m,) pairs: the event (position among the events given) stands in the row
    unmatched
        (group, term) for terms of a group that no event has.
    """

    names: tuple[EventName, ...]
    parent: Ints
    row: Ints
    event: Ints
    unmatched: tuple[tuple[str, str], ...]


def name_rows(study: Study, events: Ints, groups: Sequence[TermGroup] = ()) -> NamedRows:
    """Return the rows for some events (rows of the adverse events table).

    Without a preferred term the reported term is counted. Spellings that differ in case and spaces only are
    one name, printed as it is written most often.
    """
    decoded, reported, body_systems = (
        study.column("adverse_events", name)[events] for name in ("AEDECOD", "AETERM", "AEBODSYS")
    )
    terms, term = _spelled_once(np.where(decoded != "", decoded, reported), NO_NAME)
    classes, body_system = _spelled_once(body_systems, NOT_CODED)
    pairs, pair = np.unique(body_system * max(len(terms), 1) + term, return_inverse=True)
    everyone = np.arange(len(events))
    n_groups, first_class = len(groups), 1 + len(groups)
    first_term = first_class + len(classes)
    members, unmatched = _group_members(groups, terms, term)
    class_of_pair, term_of_pair = np.divmod(pairs, max(len(terms), 1))
    names = [ANY_EVENT, *(EventName("group", "", group.name) for group in groups)]
    names += [EventName("class", name) for name in classes]
    names += [
        EventName("term", classes[c], terms[t]) for c, t in zip(class_of_pair, term_of_pair, strict=True)
    ]
    in_groups = [np.full(len(events_of), 1 + i) for i, events_of in enumerate(members)]
    return NamedRows(
        names=tuple(names),
        parent=np.concatenate([np.arange(first_term), first_class + class_of_pair]),
        row=np.concatenate(
            [np.zeros(len(events), int), *in_groups, first_class + body_system, first_term + pair]
        ),
        event=np.concatenate([everyone, *members[:n_groups], everyone, everyone]),
        unmatched=unmatched,
    )


def fold(text: str) -> str:
    """Return a name without regard to case and spaces."""
    return " ".join(text.split()).casefold()


def _spelled_once(texts: npt.NDArray[np.object_], empty: str) -> tuple[list[str], Ints]:
    """Return the different names and for each text which one it is."""
    spelling, spellings = pd.factorize(texts)
    keys = [fold(str(text)) for text in spellings]
    name, _ = pd.factorize(np.array(keys, dtype=object))
    often = np.bincount(spelling, minlength=len(keys))
    names = [empty] * (int(name.max()) + 1 if len(keys) else 0)
    for position in np.argsort(often, kind="stable"):  # the commonest is written last and stays
        names[name[position]] = " ".join(str(spellings[position]).split()) or empty
    return names, name[spelling].astype(np.int64)


def _group_members(
    groups: Sequence[TermGroup], terms: Sequence[str], term: Ints
) -> tuple[list[Ints], tuple[tuple[str, str], ...]]:
    by_key = {fold(name): i for i, name in enumerate(terms)}
    members, unmatched = [], []
    for group in groups:
        found = [by_key[fold(name)] for name in group.terms if fold(name) in by_key]
        unmatched += [(group.name, name) for name in group.terms if fold(name) not in by_key]
        members.append(np.flatnonzero(np.isin(term, found)))
    return members, tuple(unmatched)
