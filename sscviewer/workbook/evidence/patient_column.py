"""Which column says whose row it is: by its heading, by its cells, by what it shares with other sheets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from sscviewer.model.questions import Example, Question
from sscviewer.workbook.evidence.header import Column, SheetTable
from sscviewer.workbook.evidence.identities import holds_names
from sscviewer.workbook.evidence.profiles import Groups, Profile, groups_of, profile
from sscviewer.workbook.evidence.tokens import english, tokens
from sscviewer.workbook.values.cells import EMPTY, NUMBER, TEXT, Cells
from sscviewer.workbook.values.vocabulary import common_columns, is_patients, read_toml
from sscviewer.workbook.values.words import is_number, split_heading

NO_LETTER = ""
"""The letter of a column that is not on the sheet."""

_PEOPLE = frozenset(
    {"patient", "subject", "participant", "person", "usubjid", "subjid", "case", "volunteer"}
    | {"animal", "child", "recipient", "individual", "respondent"}
)
_GLUED = re.compile(r"^([a-z]{3,}?)_?(?:id|no|nr|num|number|code)$")
NUMBERS = frozenset({"id", "number", "code", "identifier", "record", "key"})
_ROWS = frozenset({"rownames", "row", "rownumber", "index", "unnamed", "x", "obs"})
_ROW_NAMES = frozenset({"rownames", "unnamed"})
"""What R and pandas call the labels of rows: after rows were left out they do not count any more."""
_ROW_FILLERS = frozenset({"number", "no", "name", "names", "0"})
_NOT_WHO = frozenset(
    {"age", "date", "visit", "name", "status", "sex", "weight", "height", "count", "of", "per"}
)

ROWS_AS_PATIENTS = "row numbers as patients"
CENTRE_AND_NUMBER, NUMBER_ALONE = "centre and number", "number alone"
"""Options of questions about the patient, beside the headings of the sheet."""

_SEVERAL = 1.5
"""So many rows patients have on average where a sheet has several rows of each."""

_MANY_ROWS = 16
"""With so many rows two numbers or words say something of people; with fewer they may be two patients."""

_MOST_OPTIONS = 8
"""Columns a question offers as the patient: more cannot be read in a dialog; the mapping dialog has all."""
_EXAMPLES = 3
"""So many columns are offered as the patient's, each with the cells of so many rows."""

_ENOUGH = 1.0
"""Below this score a column is not taken for the patient without a question."""

_OF_PEOPLE = 2.0
"""From this score on a heading speaks of people."""

_FILLED_DOWN = 0.6
"""In a sheet with each patient's number on the first row of its block only, fewer cells are filled."""


@dataclass(frozen=True, slots=True)
class Patient:
    """The patient of each row.

    Attributes
    ----------
    column
        The column, filled down or joined with the centre where that is what it means.
    why
        The evidence, in words.
    notes
        (code, sentence) of what was done to it.
    """

    column: Column
    why: str
    notes: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_of_people(self) -> bool:
        """Whether its heading speaks of people, or the same patients stand on other sheets."""
        words = set(english(self.column.heading.written))
        told = "other sheets" in self.why or "you said" in self.why
        return bool(words & _PEOPLE) or told or not self.column.letter

    @property
    def groups(self) -> Groups:
        """The patient of each row by number."""
        return groups_of(self.column.cells)


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
    if profiles[column.letter].is_unique and not set(english(column.heading.written)) & _PEOPLE:
        named = [c for score, _, c in scored if score >= _OF_PEOPLE and c is not column]
        column = next((c for c in named if _has_rows(c, profiles[c.letter])), column)
    found = Patient(column, _why(column, known))
    found = filled_down(table, found, columns, profiles)
    return within_centres(table, found, columns, profiles)


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


def _score(column: Column, profile: Profile, columns: Sequence[Column], known: frozenset[str]) -> float:
    """Return how likely a column is the patient: the words of its heading, weighed by what it holds."""
    if profile.kind in ("date", "pair", "text") or (profile.kind == "yes_no" and profile.filled > 3):
        return 0.0
    heading = column.heading
    exact = is_patients(heading)
    exact |= (
        heading.full_key == "studyid" and profile.distinct > 1
    )  # "study id" of the patient, not the trial
    words = set(english(heading.written)) | _glued(heading.written)
    people, numbers = bool(words & _PEOPLE), bool(words & NUMBERS)
    if exact:
        named = 3.0 if people or words & {"usubjid", "subjid"} else 2.5
    elif people and numbers and not words & (_NOT_WHO - {"of"}):
        named = 2.2
    elif people and len(words) == 1:
        named = 2.0
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


def _glued(written: str) -> set[str]:
    """Return who a heading in one word speaks of that ends in "id" or "no" ("childid"), and "id"."""
    found = _GLUED.match("".join(tokens(written)))
    people = set(english(found[1])) & _PEOPLE if found else set()
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
    return any(is_patients(c.heading) for c in others)


def _share_known(cells: Cells, known: frozenset[str]) -> float:
    texts = [text.strip() for text in cells.unique_texts[:2000] if text.strip()]
    return sum(text in known for text in texts) / len(texts) if texts else 0.0


def _why(column: Column, known: frozenset[str]) -> str:
    if known and _share_known(column.cells, known) > 0.5:
        return "its heading, and the same patients stand on other sheets"
    return "its heading"


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
    if not blank.any() or float(with_data[blank].mean()) < 0.9:
        return found
    rows = np.maximum.accumulate(np.where(filled, np.arange(len(cells)), 0))
    column = Column(found.column.letter, found.column.heading, cells.changed(cells.codes[rows]))
    n = int(blank.sum())
    note = (
        "id.filled_down",
        f"Column “{column.heading.written}” names a patient only on the first row of a block: {n} rows below "
        "were taken for the same patient.",
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
        if common_columns().get(column.heading.full_key) != "SITEID" and not (
            set(english(column.heading.written)) & {"site", "centre", "center"}
        ):
            continue
        sites = groups_of(column.cells)
        if profiles[column.letter].distinct < 2 or (sites < 0).any() or (groups < 0).any():
            continue
        pairs = np.unique(groups * (int(sites.max()) + 1) + sites)
        if len(pairs) < 1.5 * len(np.unique(groups)) or not _in_blocks(groups, sites):
            continue
        if table.said("patient", table.name_of(found.column)) == NUMBER_ALONE:
            return found
        return _joined(table, found, column)
    return found


def _in_blocks(groups: Groups, sites: Groups) -> bool:
    """Return whether each centre's rows stand together, as lists by centre do and transfers do not."""
    return int((np.diff(sites) != 0).sum()) + 1 <= 2 * len(np.unique(sites))


def _joined(table: SheetTable, found: Patient, site: Column) -> Patient:
    pairs = zip(site.cells.texts, found.column.cells.texts, strict=True)
    texts = [f"{centre.strip()}-{number.strip()}" for centre, number in pairs]
    numbers = found.column.cells.texts
    column = Column(found.column.letter, found.column.heading, _text_cells(texts))
    note = (
        "id.within_centre",
        f"The numbers in “{found.column.heading.written}” start again in each “{site.heading.written}”: "
        f"patients are called centre and number, as in {texts[0]}.",
    )
    question = Question(
        "patient",
        table.sheet,
        found.column.letter,
        f"Is number {found.column.cells.texts[0]} another patient in each “{site.heading.written}”?",
        (CENTRE_AND_NUMBER, NUMBER_ALONE),
        CENTRE_AND_NUMBER,
        table.name_of(found.column),
        tuple(
            Example(
                f"{numbers[i]} in {site.cells.texts[i]}", (f"patient {texts[i]}", f"patient {numbers[i]}")
            )
            for i in _first_of_each(texts)
        ),
    )
    if table.said("patient", table.name_of(found.column)):
        return Patient(column, f"{found.why}, with the centre, as you said", (*found.notes, note))
    return Patient(column, f"{found.why}, with the centre", (*found.notes, note), (question,))


def _first_of_each(texts: Sequence[str]) -> list[int]:
    """Return where the first few different texts and the last one stand."""
    places = list({text: i for i, text in reversed(list(enumerate(texts)))}.values())[::-1]
    return sorted({*places[:2], places[-1]})


def _text_cells(texts: Sequence[str]) -> Cells:
    places = {text: i for i, text in enumerate(dict.fromkeys(texts))}
    kinds = np.array([TEXT if text else EMPTY for text in places], dtype=np.uint8)
    return Cells(np.array([places[text] for text in texts], dtype=np.int32), kinds, list(places))


def rows_as_patients(table: SheetTable, columns: Sequence[Column]) -> Patient:
    """Return each row as a patient of its own, called by its number or by a column of row numbers."""
    numbered = next((c for c in columns if is_row_number(c) and profile(c.cells).is_unique), None)
    if numbered is not None:
        column, what = numbered, f"the numbers in “{numbered.heading.written}”"
    else:
        n = len(table)
        cells = Cells(
            np.arange(n, dtype=np.int32), np.full(n, NUMBER, dtype=np.uint8), [float(i + 1) for i in range(n)]
        )
        column, what = Column(NO_LETTER, split_heading("Row"), cells), "the row numbers"
    named = named_columns(columns)
    question = Question(
        "patient",
        table.sheet,
        "",
        f"Sheet “{table.sheet}” has no column that names the patient. Is each row a patient?",
        (ROWS_AS_PATIENTS, *(table.name_of(c) for c in named)),
        ROWS_AS_PATIENTS,
        examples=row_examples(table, named, rows_first=True),
    )
    note = (
        "id.row_numbers",
        f"No column of sheet “{table.sheet}” names the patient: each row was taken for one patient, called "
        f"by {what}. Say in the mapping which column it is if this is wrong.",
    )
    return Patient(column, "no column names the patient", (note,), (question,))


def named_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns that an answer can name: a heading, of its own; those that repeat first."""
    listed = [c for c in columns if c.heading.written and not c.cells.is_blank]
    kept = sorted(listed, key=lambda c: profile(c.cells).kind in ("date", "number", "pair", "yes_no"))
    return tuple(kept[:_MOST_OPTIONS])


def row_examples(
    table: SheetTable, columns: Sequence[Column], *, rows_first: bool = False
) -> tuple[Example, ...]:
    """Return a few rows: which patient each would be by each column, and by its number."""
    found = []
    for i in range(min(_EXAMPLES, len(table))):
        cells = tuple(c.cells.texts[i].strip() or "nobody" for c in columns)
        own = (f"patient {i + 1}",)
        found.append(Example(f"row {table.rows[i]}", (*own, *cells) if rows_first else (*cells, *own)))
    return tuple(found)


def recoded_patient(
    table: SheetTable, hidden: Sequence[Column], opened: Sequence[Column], codes: dict[str, str]
) -> Patient | None:
    """Return a number that identifies a person as the patient, each replaced by P001, P002 and so on.

    Parameters
    ----------
    opened
        The other columns of the sheet, any of which may be the patient's instead.
    codes
        What stands for which number on the sheets before; it is added to.
    """
    said = table.said("patient")
    column = next((c for c in hidden if said and table.name_of(c) == said), None)
    column = column or next((c for c in hidden if _is_persons_number(c)), None)
    column = column or next((c for c in hidden if _is_persons_name(c)), None)
    if column is None:
        return None
    found, name = recoded(column, codes), table.name_of(column)
    if said == name:
        return found
    others = tuple(table.name_of(c) for c in (*hidden, *named_columns(opened)) if c is not column)
    text = (
        f"Only column “{column.heading.written}” of sheet “{table.sheet}” tells the patients apart, and it "
        "identifies persons: is it the patient, replaced by codes?"
    )
    options = (name, *others[:_MOST_OPTIONS], ROWS_AS_PATIENTS)
    question = Question("patient", table.sheet, column.letter, text, options, name)
    return replace(found, questions=(question,))


def recoded(column: Column, codes: dict[str, str]) -> Patient:
    """Return a column that identifies persons as the patient, each person replaced by a code."""
    for text in dict.fromkeys(text.strip() for text in column.cells.texts if text.strip()):
        codes.setdefault(text, f"P{len(codes) + 1:03d}")
    cells = _text_cells([codes.get(text.strip(), "") for text in column.cells.texts])
    note = (
        "privacy.recoded",
        f"Column “{column.heading.written}” identifies persons and is the only one that names the patient: "
        "what it holds was replaced by P001, P002 and so on, and is shown nowhere.",
    )
    why = "the only column that names a person, replaced"
    return Patient(Column(column.letter, column.heading, cells), why, (note,))


_MOSTLY = 0.9
"""So many rows have the number; a few without may be notes below the table."""


def _is_persons_number(column: Column) -> bool:
    """Return whether a column holds a number that belongs to one person, on nearly every row."""
    of = profile(column.cells)
    said = set(tokens(column.heading.written)) & set(read_toml("privacy")["numbers"])
    return bool(said) and of.kind in ("whole", "code") and of.filled >= _MOSTLY * len(column.cells)


_NAMES = frozenset({"name", "names", "surname", "lastname", "fullname", "nachname", "nom", "nome", "cognome"})


def _is_persons_name(column: Column) -> bool:
    """Return whether a column names a person on nearly every row; two persons of one name become one."""
    of = profile(column.cells)
    said = bool(set(tokens(column.heading.written)) & _NAMES) or holds_names(column)
    return said and of.kind == "term" and of.filled >= _MOSTLY * len(column.cells)


def is_row_label(column: Column) -> bool:
    """Return whether a column is headed as the labels of rows are: not at all, "rownames", "row"."""
    words = set(english(column.heading.written))
    return column.heading.written == "" or bool(words & _ROWS and words <= _ROWS | _ROW_FILLERS)


def is_row_number(column: Column) -> bool:
    """Return whether a column numbers the rows and says nothing else."""
    of_rows = bool(set(english(column.heading.written)) & _ROW_NAMES) or _is_left_edge(column)
    return is_row_label(column) and (_counts(column.cells) or (of_rows and _names_each(column.cells)))


def _is_left_edge(column: Column) -> bool:
    """Return whether whole numbers without a heading stand down the left edge of the sheet."""
    return column.heading.written == "" and column.letter == "A" and profile(column.cells).kind == "whole"


def _names_each(cells: Cells) -> bool:
    """Return whether nearly each row has a number of its own, as R's row names are after rows were left out.

    Those of a sheet made long, 1.1 to 1.12, lose a few when 1.10 becomes a number.
    """
    texts = cells.unique_texts
    return len(texts) >= _MOSTLY * len(cells) and len(cells) > 1 and all(map(is_number, texts))


def _counts(cells: Cells) -> bool:
    texts = cells.unique_texts
    n = len(cells)
    return n > 1 and len(texts) == n and texts[0] in ("0", "1") and texts[-1] in (str(n), str(n - 1))
