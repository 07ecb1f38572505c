"""The adverse events of a trial as numbers: coded once, counted again at every change of a filter."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.events.event_columns import COLUMNS, DOSE_CHANGES, SEVERE, WITHDRAWAL, Scale
from sscviewer.analysis.events.event_levels import severity_ranks
from sscviewer.analysis.events.event_names import EventName, fold, name_rows
from sscviewer.analysis.events.treatment_emergent import (
    EVENTS,
    emergence_words,
    treatment_emergent,
)
from sscviewer.analysis.plan.events import EventRules
from sscviewer.model.arrays import Bools, Ints
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

HIGHEST = 5
"""Grade of a death, the highest. **Source**: CTCAE, all versions."""


@dataclass(frozen=True, slots=True)
class CodedEvents:
    """The events that count, each under every row of the table it belongs to.

    A *cell* is one patient under one row; cells are sorted by row, then patient.

    Attributes
    ----------
    names : what each row is
    parent : (rows,) row of a term's class, of any other row itself
    rank : (rows,) place of each name in the alphabet
    event : (m,) row of the adverse events table
    starts : (cells + 1,) where each cell's events begin in `event`
    cell_row, cell_patient : (cells,) its row and the position of its patient in `usubjids`
    counts : (cells, columns) events by `COLUMNS`
    worst : (cells,) worst grade or severity, 0 when no event has one
    is_in : (m, columns) whether an event is in a column
    available : (columns,) whether the file says anything about a column
    notes : what was left out or decided, in words
    """

    settings: EventRules
    usubjids: tuple[str, ...]
    names: tuple[EventName, ...]
    parent: Ints
    rank: Ints
    event: Ints
    starts: Ints
    cell_row: Ints
    cell_patient: Ints
    counts: npt.NDArray[np.int32]
    worst: Ints
    is_in: Bools
    available: Bools
    scale: Scale
    notes: tuple[str, ...]

    def cells_of(self, name: EventName) -> slice:
        """Return where the cells of a row are.

        Raises
        ------
        ValueError
            If there is no such row.
        """
        row = self.names.index(name)
        first, last = np.searchsorted(self.cell_row, [row, row + 1])
        return slice(int(first), int(last))

    def events_of(self, name: EventName) -> slice:
        """Return where the events of a row are in `event` and `is_in` (raises as `cells_of`)."""
        cells = self.cells_of(name)
        return slice(int(self.starts[cells.start]), int(self.starts[cells.stop]))


def sum_by_row(values: npt.NDArray[Any], row: Ints, n_rows: int) -> Ints:
    """Return sums (n_rows, k) of values (n, k) by their rows (n,), which are in order."""
    total = np.zeros((n_rows, values.shape[1]), dtype=np.int64)
    starts = np.searchsorted(row, np.arange(n_rows))
    filled = starts < np.append(starts[1:], len(row))
    if filled.any():  # reduceat gives an empty row its neighbour's value
        total[filled] = np.add.reduceat(values, starts[filled], axis=0, dtype=np.int64)
    return total


def code_events(study: Study, settings: EventRules) -> CodedEvents:
    """Return the events of a trial coded for counting; once per trial and settings.

    All patients' events are coded; who counts is the population's to say (`event_table`).
    """
    counted = _counted(study, settings)
    chosen = np.flatnonzero(counted)
    rows = name_rows(study, chosen, settings.groups)
    level, scale = counted_levels(study, settings)
    is_in, available = _columns(study, level, scale, settings)
    patient, event = study.positions(EVENTS)[chosen[rows.event]], chosen[rows.event]
    order = np.lexsort([event, patient, rows.row])
    row, patient, event = rows.row[order], patient[order], event[order]
    first = np.ones(len(row), dtype=bool)
    first[1:] = (row[1:] != row[:-1]) | (patient[1:] != patient[:-1])
    starts = np.flatnonzero(first)
    inside = is_in[event]
    counts, worst = np.empty((0, len(COLUMNS)), np.int32), np.empty(0, np.int64)
    if len(starts):  # reduceat wants at least one
        counts = np.add.reduceat(inside, starts, axis=0, dtype=np.int32)
        worst = np.maximum.reduceat(level[event], starts)
    return CodedEvents(
        settings=settings,
        usubjids=study.usubjids,
        names=rows.names,
        parent=rows.parent,
        rank=_alphabet(rows.names),
        event=event,
        starts=np.append(starts, len(event)),
        cell_row=row[starts],
        cell_patient=patient[starts],
        counts=counts,
        worst=worst,
        is_in=inside,
        available=available,
        scale=scale,
        notes=_notes(study, settings, counted, scale, rows.unmatched),
    )


def _counted(study: Study, settings: EventRules) -> Bools:
    if settings.emergent_only:
        return treatment_emergent(study, settings.window_days)
    return np.ones(len(study.column(EVENTS, "USUBJID")), dtype=bool)


def _alphabet(names: tuple[EventName, ...]) -> Ints:
    """Return the place of each name in the alphabet."""
    order = sorted(range(len(names)), key=lambda i: fold(names[i].words))
    rank = np.empty(len(names), dtype=np.int64)
    rank[order] = np.arange(len(names))
    return rank


def counted_levels(study: Study, settings: EventRules) -> tuple[Ints, Scale]:
    """Return grade or severity of every event, 0 when not given, and which of them the file has.

    A file with any grade is counted by grade; severity words are never made grades.
    """
    grade = study.column(EVENTS, "AETOXGR")
    scale: Scale = "grade"
    level = np.where(np.isnan(grade), 0, grade).astype(np.int64).clip(0, HIGHEST)
    if not level.any():
        level = severity_ranks(study)
        scale = "severity" if level.any() else ""
    if scale and settings.ungraded_is_severe:
        level = np.where(level == 0, SEVERE, level)
    return level, scale


def _columns(study: Study, level: Ints, scale: Scale, settings: EventRules) -> tuple[Bools, Bools]:
    """Return which events are in which of `COLUMNS`, and which columns the file has."""
    related, serious, action = (study.column(EVENTS, name) for name in ("AERELFL", "AESER", "AEACN"))
    says_related, says_serious, says_action = (bool(np.any(c != "")) for c in (related, serious, action))
    is_related = related == "Y"
    if says_related and settings.unsaid_is_related:
        is_related = is_related | (related == "")
    in_column = {
        "any": np.ones(len(level), dtype=bool),
        "level_2": level >= 2,
        "level_3": level >= SEVERE,
        "related": is_related,
        "serious": serious == "Y",
        "withdrawal": action == WITHDRAWAL,
        "dose_change": np.isin(action, DOSE_CHANGES),
    }
    available = {
        "any": True,
        "level_2": scale != "",
        "level_3": scale != "",
        "related": says_related,
        "serious": says_serious,
        "withdrawal": says_action,
        "dose_change": says_action,
    }
    is_in = np.stack([in_column[name] for name in COLUMNS], axis=1)
    return is_in, np.array([available[name] for name in COLUMNS])


def _notes(
    study: Study,
    settings: EventRules,
    counted: Bools,
    scale: Scale,
    unmatched: tuple[tuple[str, str], ...],
) -> tuple[str, ...]:
    notes = []
    if settings.emergent_only:
        notes.append(emergence_words(study, settings.window_days))
        if not counted.all():
            left = int((~counted).sum())
            notes.append(
                say(
                    "Not treatment-emergent, so not counted: {left} of {n} events.", left=left, n=len(counted)
                )
            )
    else:
        notes.append(say("Every event counts, whenever it began."))
    notes += _gap_notes(study, settings, counted, scale)
    notes += [
        say("“{term}” of the group “{group}” is none of the events counted.", term=term, group=group)
        for group, term in unmatched
    ]
    return tuple(notes)


def _gap_notes(study: Study, settings: EventRules, counted: Bools, scale: Scale) -> list[str]:
    """Say how events are counted that lack a preferred term, a grade or a relation."""

    def lacking(name: str) -> int:
        return int(np.sum(study.column(EVENTS, name)[counted] == ""))

    notes = []
    uncoded = lacking("AEDECOD")
    if uncoded:
        notes.append(
            say("Events without a preferred term, counted by the reported one: {uncoded}.", uncoded=uncoded)
        )
    unscaled, _ = counted_levels(study, replace(settings, ungraded_is_severe=False))
    ungraded = int(np.sum(unscaled[counted] == 0)) if scale else 0
    if ungraded:
        how = "as severe" if settings.ungraded_is_severe else f"in no column by {scale}"
        notes.append(
            say(
                "Events without a {scale}, counted {how}: {ungraded}.",
                scale=scale,
                how=how,
                ungraded=ungraded,
            )
        )
    unsaid = lacking("AERELFL") if np.any(study.column(EVENTS, "AERELFL") != "") else 0
    if unsaid:
        how = "as related" if settings.unsaid_is_related else "as not related"
        notes.append(
            say(
                "Events that do not say whether they are related, counted {how}: {unsaid}.",
                how=how,
                unsaid=unsaid,
            )
        )
    return notes
