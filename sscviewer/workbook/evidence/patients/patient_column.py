"""Which column says whose row it is: by its heading, by its cells, by what it shares with other sheets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.profiles import Groups, Profile, groups_of
from sscviewer.workbook.evidence.patients.patient import ROWS_AS_PATIENTS, Patient
from sscviewer.workbook.evidence.patients.patient_rows import rows_as_patients
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.patient_words import (
    NOT_WHO,
    NUMBERS,
    PEOPLE,
    names_patients,
    speaks_of_people,
)
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.cells import NUMBER, Cells, text_cells
from sscviewer.workbook.values.vocabulary import common_columns, is_patients
from sscviewer.workbook.values.words import is_number

_GLUED = re.compile(r"^([a-z]{3,}?)_?(?:id|no|nr|num|number|code)$")
CENTRE_AND_NUMBER, NUMBER_ALONE = "centre and number", "number alone"
"""Options of questions about the patient, beside the headings of the sheet."""

_SEVERAL = 1.5
"""So many rows patients have on average where a sheet has several rows of each."""

_MANY_ROWS = 16
"""With so many rows two numbers or words say something of people; with fewer they may be two patients."""

_ENOUGH = 1.0
"""Below this score a column is not taken for the patient without a question."""

_OF_PEOPLE = 2.0
"""From this score on a heading speaks of people."""

_FILLED_DOWN = 0.6
"""In a sheet with each patient's number on the first row of its block only, fewer cells are filled."""


def find_patient(
    table: SheetTable,
    columns: Sequence[Column],
    profiles: Mapping[str, Profile],
    known: frozenset[str] = frozenset(),
) -> Patient | None:
    """Return the patient column among some columns of a sheet; None when none can be told.

    Parameters
    ----------
    known
        The patients of the other sheets, as written.
    """
    scored = [(_score(c, profiles[c.letter], columns, known), -i, c) for i, c in enumerate(columns)]
    best = max(scored, default=(0.0, 0, None), key=lambda one: one[:2])
    column = best[2]
    if column is None or best[0] < _ENOUGH:
        return None
    if profiles[column.letter].is_unique and not speaks_of_people(set(english(column.heading.written))):
        named = [c for score, _, c in scored if score >= _OF_PEOPLE and c is not column]
        column = next((c for c in named if _has_rows(c, profiles[c.letter])), column)
    column = _as_called(column, [c for score, _, c in scored if score >= _OF_PEOPLE], profiles)
    found = Patient(column, _why(column, known))
    found = filled_down(table, found, columns, profiles)
    return within_centres(table, found, columns, profiles)


def _as_called(found: Column, named: Sequence[Column], profiles: Mapping[str, Profile]) -> Column:
    """Return "Subject" with a code that people know, where "subjectId" is the key of the same patients."""
    if profiles[found.letter].kind != "whole":
        return found
    groups = groups_of(found.cells)
    for column in named:
        is_bare = len(english(column.heading.written)) == 1 and profiles[column.letter].kind == "code"
        if is_bare and len(english(found.heading.written)) > 1:
            others = groups_of(column.cells)
            n = len(np.unique(np.stack([groups, others]), axis=1).T)
            if n == len(np.unique(groups)) == len(np.unique(others)):
                return column
    return found


def said_patient(
    table: SheetTable, columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> Patient | None:
    """Return the patient column that the user named, or the rows; None when nothing was said."""
    said = table.said("patient")
    if said == ROWS_AS_PATIENTS:
        return replace(
            rows_as_patients(table, columns), why="each row is a patient, as you said", questions=()
        )
    column = next((c for c in columns if said and table.name_of(c) == said), None)
    if column is None:
        return None
    found = filled_down(table, Patient(column, "you said so"), columns, profiles)
    return within_centres(table, found, columns, profiles)


# How much a heading says, from 3 ("patient id") to 1.2 for a bare "Number" that counts up. Chosen by hand:
# the order matters, and that patients of the other sheets in the cells (at most 1.5) lift a code without a
# word over such a number, but never over "patient". A sheet whose "patient" is the number of the row and
# whose code has another heading is so read by the number.
def _score(column: Column, profile: Profile, columns: Sequence[Column], known: frozenset[str]) -> float:
    """Return how likely a column is the patient: the words of its heading, weighed by what it holds."""
    is_empty = len(column.cells) > 0 and not profile.filled  # below headings alone nothing is empty yet
    if (
        is_empty
        or profile.kind in ("date", "pair", "text")
        or (profile.kind == "yes_no" and profile.filled > 3)
    ):
        return 0.0
    heading = column.heading
    exact = is_patients(heading)
    exact |= (
        heading.full_key == "studyid" and profile.distinct > 1
    )  # "study id" of the patient, not the trial
    words = set(english(heading.written)) | _glued(heading.written)
    people, numbers = speaks_of_people(words), bool(words & NUMBERS)
    if exact:
        named = 3.0 if people or words & {"usubjid", "subjid"} else 2.5
    elif people and numbers and not words & (NOT_WHO - {"of"}):
        named = 2.2
    elif people and len(words) == 1:
        named = 2.0
    elif numbers and words & _OF_THE_TRIAL and words <= _OF_THE_TRIAL | NUMBERS and _is_each_row(profile):
        named = 1.5  # "Study no.": another one on each row
    elif numbers and len(words) == 1 and tokens(heading.written) != ("no",):
        named = 1.2 if counts_up(column.cells) else 0.0
    else:
        named = 0.0
    if named and profile.filled and profile.kind == "term" and _is_term_beside(column, columns):
        return 0.0
    if named and _is_flag(column, profile):
        return 0.0
    if profile.kind == "number" and not exact:
        return 0.0
    shared = _share_known(column.cells, known) if known and profile.kind != "number" else 0.0
    return named + (1.5 * shared if shared > 0.5 and (named or profile.kind == "code") else 0.0)


_OF_THE_TRIAL = frozenset({"study", "trial"})


def _is_each_row(profile: Profile) -> bool:
    """Return whether codes or whole numbers are another on each row."""
    return profile.is_unique and profile.kind in ("code", "whole")


def _glued(written: str) -> set[str]:
    """Return who a heading in one word speaks of that ends in "id" or "no" ("childid"), and "id"."""
    found = _GLUED.match("".join(tokens(written)))
    people = set(english(found[1])) & PEOPLE if found else set()
    return people | {"id"} if people else set()


def counts_up(cells: Cells) -> bool:
    """Return whether a column of numbers names what its rows belong to: in blocks, in order, none left out.

    A column of counts ("Number") falls and rises.
    """
    codes = cells.codes
    if not len(codes) or not cells.filled.all():
        return False
    first = codes[np.concatenate([[0], np.flatnonzero(np.diff(codes)) + 1])]
    if len(np.unique(first)) < len(first) or len(first) < 2:
        return False
    if (cells.unique_kinds[first] == NUMBER).all():
        return bool((np.diff([cells.unique_values[i] for i in first.tolist()]) > 0).all())
    texts = [cells.unique_texts[i] for i in first.tolist()]
    if not all(map(is_number, texts)):
        return True
    return all(float(a) < float(b) for a, b in pairwise(texts))


def _has_rows(column: Column, profile: Profile) -> bool:
    """Return whether people have several rows each, in blocks or equally many, and "id" numbers the rows."""
    counts = np.bincount(groups_of(column.cells)[column.cells.filled]) if profile.filled else np.zeros(1, int)
    several = len(counts) >= 2 and profile.filled >= _SEVERAL * len(counts)
    return several and (counts_up(column.cells) or bool((counts == counts[0]).all()))


def _is_flag(column: Column, profile: Profile) -> bool:
    """Return whether a column says yes or no of people ("case": 1, 0), or which of two they are.

    Two patients with many rows each have them in blocks.
    """
    if profile.distinct != 2 or profile.filled < _MANY_ROWS:
        return False
    is_yes_no = profile.kind == "whole" and (profile.low, profile.high) == (0.0, 1.0)
    return is_yes_no or not counts_up(column.cells)


def _is_term_beside(column: Column, columns: Sequence[Column]) -> bool:
    """Return whether "PT" holds preferred terms: words, beside another column that can be the patient."""
    if set(english(column.heading.written)) != {"pt"}:
        return False
    others = (c for c in columns if c is not column)
    return any(names_patients(c.heading) for c in others)


def _share_known(cells: Cells, known: frozenset[str]) -> float:
    texts = [text.strip() for text in cells.first_texts(2000) if text.strip()]
    return sum(text in known for text in texts) / len(texts) if texts else 0.0


def _why(column: Column, known: frozenset[str]) -> str:
    if known and _share_known(column.cells, known) > 0.5:
        return say("its heading, and the same patients stand on other sheets")
    return say("its heading")


def filled_down(
    table: SheetTable, found: Patient, columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> Patient:
    """Return the patient column filled down where it stands on the first row of each block only."""
    cells = found.column.cells
    filled = cells.filled
    profile = profiles[found.column.letter]
    if not len(table) or not filled[0] or profile.filled > _FILLED_DOWN * len(table) or not profile.is_unique:
        return found
    others = [c.cells.filled for c in columns if c is not found.column and not c.cells.is_blank]
    blank = ~filled
    with_data = np.sum(others, axis=0) >= max(1, len(others) / 3) if others else blank & False
    # nine of ten rows without a patient must hold data: where more are empty they part blocks, and are
    # nobody's
    if not blank.any() or float(with_data[blank].mean()) < 0.9:
        return found
    rows = np.maximum.accumulate(np.where(filled, np.arange(len(cells)), 0))
    column = Column(found.column.letter, found.column.heading, cells.changed(cells.codes[rows]))
    n = int(blank.sum())
    note = (
        "id.filled_down",
        say(
            "Column “{written}” names a patient only on the first row of a block: {n} rows below "
            "were taken for the same patient.",
            written=column.heading.written,
            n=n,
        ),
    )
    return replace(found, column=column, notes=(*found.notes, note))


def within_centres(
    table: SheetTable, found: Patient, columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> Patient:
    """Return the patients as centre and number where the numbers start again in each centre."""
    profile = profiles[found.column.letter]
    if profile.kind != "whole" or found.column.cells.is_blank:
        return found
    groups = found.groups
    for column in columns:
        if not is_centre(column):
            continue
        sites = groups_of(column.cells)
        named = groups >= 0  # subtotals name a centre and no patient
        if profiles[column.letter].distinct < 2 or (sites[named] < 0).any():
            continue
        pairs = np.unique(groups[named] * (int(sites.max()) + 1) + sites[named])
        # half as many pairs again as numbers: fewer are a patient or two who moved, not numbers that start
        # again. Two centres of very different size, sharing less than half of their numbers, are taken for
        # one list.
        if len(pairs) < 1.5 * len(np.unique(groups[named])) or not _in_blocks(groups[named], sites[named]):
            continue
        if table.said("patient", table.name_of(found.column)) == NUMBER_ALONE:
            return found
        return _joined(table, found, column)
    return found


def is_centre(column: Column) -> bool:
    """Return whether a heading names the centre."""
    is_site = common_columns().get(column.heading.full_key) == "SITEID"
    return is_site or bool(set(english(column.heading.written)) & {"site", "centre", "center"})


def with_centre(number: Column, site: Column) -> Column:
    """Return the patients' numbers, each behind its centre ("01-003")."""
    pairs = zip(site.cells.texts, number.cells.texts, strict=True)
    texts = [f"{centre.strip()}-{of.strip()}" if of.strip() else "" for centre, of in pairs]
    return Column(number.letter, number.heading, text_cells(texts))


def _in_blocks(groups: Groups, sites: Groups) -> bool:
    """Return whether each centre's rows stand together, as lists by centre do and transfers do not."""
    return int((np.diff(sites) != 0).sum()) + 1 <= 2 * len(np.unique(sites))


def _joined(table: SheetTable, found: Patient, site: Column) -> Patient:
    numbers = found.column.cells.texts
    column = with_centre(found.column, site)
    texts = list(column.cells.texts)
    note = (
        "id.within_centre",
        say(
            "The numbers in “{written}” start again in each “{written2}”: patients are called "
            "centre and number, as in {next}.",
            written=found.column.heading.written,
            written2=site.heading.written,
            next=next(filter(None, texts)),
        ),
    )
    question = Question(
        "patient",
        table.sheet,
        found.column.letter,
        say(
            "Is number {next} another patient in each “{written}”?",
            next=next(filter(None, numbers)),
            written=site.heading.written,
        ),
        (CENTRE_AND_NUMBER, NUMBER_ALONE),
        CENTRE_AND_NUMBER,
        table.name_of(found.column),
        tuple(
            Example(
                say("{numbers} in {texts}", numbers=numbers[i], texts=site.cells.texts[i]),
                (say("patient {texts}", texts=texts[i]), say("patient {numbers}", numbers=numbers[i])),
            )
            for i in _first_of_each(texts)
        ),
    )
    if table.said("patient", table.name_of(found.column)):
        return Patient(
            column, say("{why}, with the centre, as you said", why=found.why), (*found.notes, note)
        )
    return Patient(column, say("{why}, with the centre", why=found.why), (*found.notes, note), (question,))


def _first_of_each(texts: Sequence[str]) -> list[int]:
    """Return where the first few different texts and the last one stand."""
    places = list({text: i for i, text in reversed(list(enumerate(texts))) if text}.values())[::-1]
    return sorted({*places[:2], places[-1]})
