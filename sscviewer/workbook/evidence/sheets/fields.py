"""Which column is which field of a table: by its heading, as far as its cells keep the field's contract."""

from collections.abc import Mapping, Sequence
from functools import cache

from sscviewer.workbook.evidence.columns.contracts import holds
from sscviewer.workbook.evidence.columns.export_frame import export_frame
from sscviewer.workbook.evidence.columns.grain import Grain
from sscviewer.workbook.evidence.columns.profiles import Profile, known_share
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.arm_words import ARMS
from sscviewer.workbook.evidence.words.tokens import Phrases, english, tokens
from sscviewer.workbook.values.vocabulary import Role, common_columns, common_headings, roles, standard

SHARED = frozenset(
    {
        *("USUBJID", "SITEID", "VISIT", "ADT", "ASTDT", "ASTDY", "AENDT", "AENDY"),
        *("IGNORED", "AEENRTPT", "EXPSTRG"),
    }
)
"""Columns that many roles have; they say little about which it is."""

_BY_LETTERS_ONLY = frozenset({"USUBJID", "IGNORED"})
"""Fields for which the words of a heading are not enough: the patient has its own evidence."""


def field_of(columns: Mapping[str, str], column: Column) -> str | None:
    """Return what a column is in a vocabulary of headings; None when it is not in it."""
    heading = column.heading
    for k in (heading.full_key, heading.key):
        if k in columns:
            return columns[k]
    return None


@cache
def _phrases(table: str) -> Phrases:
    """Return the headings of a role, then those that all share, to be found by their words."""
    role = next(role for role in roles() if role.table == table)
    return Phrases({**role.spelled, **common_headings()}, _OWN_WORDS.get(table, frozenset()))


_OWN_WORDS = {
    "adverse_events": frozenset({"adverse", "event", "max", "maximum", "worst", "highest"}),
    "medications": frozenset({"medication", "drug"}),
    "exposure": frozenset({"drug", "study", "treatment", "dose"}),
    "history": frozenset({"history", "medical", "disease"}),
    "measurements": frozenset({"lab", "test"}),
    "disposition": frozenset({"primary", "main", "study", "trial", "early", "premature"}),
}
"""Words that headings of a sheet repeat of its subject: "med_start" on a sheet of medication is its start."""


def fields_of(role: Role, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return which columns hold what; the role's own words go before the common ones.

    A heading that is in the vocabulary letter by letter goes before one that only says the same in other
    words; of those the first is taken, what a data capture system says of each form last.
    """
    found: dict[str, tuple[Column, ...]] = {}
    rest: list[Column] = []
    for column in columns:
        name = field_of(role.columns, column) or field_of(common_columns(), column)
        if name and holds(name, column, profiles[column.letter]):
            found[name] = (*found.get(name, ()), column)
        elif not name:
            rest.append(column)
    framed = export_frame(columns, of_edc=False)
    for column in sorted(rest, key=lambda c: c.letter in framed):
        phrases, written = _phrases(role.table), column.heading.written
        said = phrases.find(written) or phrases.find(written.partition("(")[0]) or _of_each(phrases, written)
        if said is None or said in found or said in _BY_LETTERS_ONLY or column.cells.is_blank:
            continue
        if holds(said, column, profiles[column.letter]):
            found[said] = (column,)
    return _with_varying_terms(found, profiles)


def _of_each(phrases: Phrases, written: str) -> str | None:
    """Return what a heading of several names says, where each says the same ("AE / side effects")."""
    parts = [part for part in written.split("/") if part.strip()]
    said = {phrases.find(part) for part in parts} if len(parts) > 1 else set()
    return said.pop() if len(said) == 1 else None


def _with_varying_terms(
    found: dict[str, tuple[Column, ...]], profiles: Mapping[str, Profile]
) -> dict[str, tuple[Column, ...]]:
    """Return the fields without terms of events that are the same on every row, where another is not."""
    varying = tuple(c for c in found.get("AETERM", ()) if profiles[c.letter].distinct > 1)
    return {**found, "AETERM": varying} if varying else found


_ABOUT_EVENTS = frozenset({"ae", "adverse", "event", "toxicity", "tox", "reaction", "side"})
_NOT_THE_TERM = frozenset(
    {"category", "outcome", "action", "relationship", "severity", "grade", "status", "date"}
)


def with_term(
    found: dict[str, tuple[Column, ...]], columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> dict[str, tuple[Column, ...]]:
    """Return the fields of a sheet of adverse events with its term.

    Of the columns of words that speak of events it is the one with the most different words, where no heading
    names the term, or the column it names is empty.
    """
    have = [c for name in ("AETERM", "AEDECOD") for c in found.get(name, ())]
    most = max((profiles[c.letter].filled for c in columns), default=0)
    if any(2 * profiles[c.letter].filled >= most for c in have):
        return found
    taken = {c.letter for name, listed in found.items() if name != "AETERM" for c in listed}
    free = [
        (profiles[c.letter].distinct, -i, c)
        for i, c in enumerate(columns)
        if c.letter not in taken and profiles[c.letter].kind == "term"
        if set(tokens(c.heading.written)) & _ABOUT_EVENTS
        and not set(english(c.heading.written)) & _NOT_THE_TERM
    ]
    if not free:
        return found
    term = max(free, key=lambda one: one[:2])[2]
    rest = tuple(c for c in found.get("AETERM", ()) if c is not term)
    return {**found, "AETERM": (term, *rest)}


def are_remarks(
    terms: Sequence[Column], columns: Sequence[Column], profiles: Mapping[str, Profile], grain: Grain
) -> bool:
    """Return whether words are written on a few rows of a sheet that has numbers on most: "meal", "hypo"."""
    rows = max((profiles[c.letter].filled for c in columns), default=0)
    if not terms or not grain.repeated or any(2 * profiles[c.letter].filled >= rows for c in terms):
        return False
    numbers = (c for c in columns if profiles[c.letter].kind == "number" and grain.varies(c))
    return any(2 * profiles[c.letter].filled >= rows for c in numbers)


_DRUG_WORDS = frozenset(
    {
        "drug",
        "medication",
        "medicine",
        "product",
        "treatment",
        "compound",
        "agent",
        "substance",
        "preparation",
    }
)
_CHANGES = frozenset({"DOSE REDUCED", "DOSE INCREASED", "DRUG INTERRUPTED", "DRUG WITHDRAWN"})
_NO_DRUGS = ("action_taken", "treatment_role", "frequency", "yes_no", "relative_end")
"""Groups of words in a column about a drug that do not say which it is."""


def with_drug(
    found: Fields, columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> dict[str, tuple[Column, ...]]:
    """Return the fields of a dose log with what its cells say: action, role and name of the drug.

    Without the name, the doses of two drugs would be those of one.
    """
    out = dict(found)
    for field, fits in (("EXCAT", _is_role), ("EXACN", _is_action), ("EXTRT", _is_drug)):
        taken = {c.letter for listed in out.values() for c in listed}
        fitting = [c for c in columns if c.letter not in taken and fits(c, profiles[c.letter])]
        if field not in out and fitting:
            out[field] = (fitting[0],)
    return out


def is_dose_log(
    drugs: Sequence[Column], columns: Sequence[Column], profiles: Mapping[str, Profile], grain: Grain
) -> bool:
    """Return whether a list of medication is a log of doses: of one drug alone, in doses that change.

    A drug that patients of any trial may have is as well beside the trial's in doses that change.
    """
    exposure = next(role for role in roles() if role.table == "exposure")
    doses = fields_of(exposure, columns, profiles).get("EXDOSE", ())
    one = bool(drugs) and all(profiles[c.letter].distinct == 1 and not _is_usual(c) for c in drugs)
    return one and any(grain.varies(c) for c in doses)


def _is_usual(column: Column) -> bool:
    """Return whether a cell names a drug that patients of any trial may have, with a strength or without."""
    said = [word for text in column.cells.unique_texts for word in (text, *text.split())]
    return any(standard("background_drug", word, "") for word in said)


def _is_role(column: Column, of: Profile) -> bool:
    return of.filled > 0 and known_share(column.cells, "treatment_role") == 1


def _is_action(column: Column, of: Profile) -> bool:
    means = {standard("action_taken", text, "") for text in column.cells.unique_texts}
    return bool(means & _CHANGES) and known_share(column.cells, "action_taken") >= _HALF


def _is_drug(column: Column, of: Profile) -> bool:
    is_said = bool(set(english(column.heading.written)) & _DRUG_WORDS) and of.kind in ("term", "code")
    return is_said and not any(known_share(column.cells, group) >= _HALF for group in _NO_DRUGS)


_HALF = 0.5
"""Half of the different texts known: a column of actions or routes has some words in nobody's list. A column
of drugs one of which is called like a route stays one; one of two, with one so called, is lost."""

_OF_ARMS = frozenset({"study", "trial", "the", "of", "assigned", "actual", "planned", "code", "number"})
"""Words that a heading of arms written as 0 and 1, or yes and no, may have beside."""
_MOST_ARMS = 8
"""More different words are drugs or wards; trials with more arms name their column so that we know it."""


_NUMBERS = frozenset({"number", "id", "code", "identifier"})
"""What a patient was called by when randomised names no arm: "Randomization number"."""

_NO_ARM = frozenset(
    {"date", "dose", "age", "time", "end", "stop", "stopped", "reason", "status", "last", "first", "duration"}
)
"""What is said of a treatment, not which it is: "End of treatment", "Reason for stopping treatment"."""


def arm_column(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> Column | None:
    """Return the column that says which arm a patient is in, by its words and its few different cells."""
    for column in columns:
        words, of = set(english(column.heading.written)), profiles[column.letter]
        few = 2 <= of.distinct <= _MOST_ARMS and of.kind in ("term", "code", "whole", "yes_no")
        if _is_yes_no(of) and not set(english(column.heading.name)) <= ARMS | _OF_ARMS:
            continue  # "Therapy before surgery" was had or not: nobody was put into it
        if (
            few
            and words & ARMS
            and not (words & _NUMBERS and words & ARMS <= _PLANNED)
            and not words & _NO_ARM
            and (of.kind == "yes_no" or not holds("EOSSTT", column, of))
        ):
            return column
    return None


def _is_yes_no(of: Profile) -> bool:
    return of.kind == "yes_no" or (of.kind == "whole" and (of.low, of.high) == (0.0, 1.0))


_PLANNED = frozenset(
    {
        *("randomised", "randomized", "randomisation", "randomization", "planned", "intended"),
        *("assigned", "assignment", "allocated", "allocation"),
    }
)
_ACTUAL = frozenset(
    {"actual", "actually", "received", "given", "taken", "treated", "administered", "delivered"}
)


_PLANNED_NAMES = frozenset({"trt01p", "trtp"})
_ACTUAL_NAMES = frozenset({"trt01a", "trta", "actarm"})
"""What the standards call them, which no words tell: ADaM's and SDTM's variables."""


def with_arms(
    found: dict[str, tuple[Column, ...]], columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> dict[str, tuple[Column, ...]]:
    """Return the fields of a list of patients with the arm as planned and the arm as treated told apart.

    Of two columns of arms that share their words one says by its heading what was planned ("Allocated arm"),
    or the other what was had ("Treatment received"); a plain "Arm" beside the latter is the plan.
    """
    planned = [c for c in columns if _is_arm(c, profiles, _PLANNED_NAMES, _PLANNED, _ACTUAL)]
    actual = [c for c in columns if _is_arm(c, profiles, _ACTUAL_NAMES, _ACTUAL, _PLANNED)]
    plain = [c for c in found.get("TRT01A", ()) if c not in planned and c not in actual]
    planned = planned or list(found.get("TRT01P", ())) or (plain if actual else [])
    named = {_word(text) for c in planned for text in c.cells.unique_texts} - {""}
    actual = [c for c in actual if not named or named & {_word(text) for text in c.cells.unique_texts}]
    arms = {"TRT01P": tuple(planned[:1]), "TRT01A": tuple(actual[:1])}
    return {**found, **{field: one for field, one in arms.items() if one}}


def _is_arm(
    column: Column,
    profiles: Mapping[str, Profile],
    names: frozenset[str],
    wanted: frozenset[str],
    unwanted: frozenset[str],
) -> bool:
    words, of = set(english(column.heading.written)), profiles[column.letter]
    if not 2 <= of.distinct <= _MOST_ARMS or of.kind not in ("term", "code", "whole") or of.is_unique:
        return False
    other = words & (_NO_ARM - {"dose"}) or ("dose" in words and "group" not in words)
    says = bool(words & wanted and words & ARMS) and not words & unwanted and not other
    return says or _word(column.heading.written) in names


def _word(text: str) -> str:
    return " ".join(text.casefold().split())


def has_needs(role: Role, found: Fields) -> bool:
    """Return whether each group of fields that a role needs has at least one."""
    return all(set(found) & group for group in role.needs)
