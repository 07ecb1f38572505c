"""Which words a mapping may use: roles, fields that are words, what they can mean."""

from functools import cache

from sscviewer.model.parameters import BY_CARD, Parameter
from sscviewer.model.tables import POPULATION_FLAGS, SETTLED, TABLES
from sscviewer.workbook.evidence.words.item_names import item_parameters
from sscviewer.workbook.values.vocabulary import known_parameter, read_toml, roles

WORD_GROUPS = {
    "SEX": "sex",
    "SSCSUB": "subset",
    "AETOXGR": "grade",
    "AEITOXGR": "grade",
    "AESEV": "severity",
    "AESER": "yes_no",
    "AEREL": "related",
    "AEACN": "action_taken",
    "AEOUT": "outcome",
    "TRTEMFL": "emergent",
    "AENDT": "ongoing",
    "AEENRTPT": "relative_end",
    "CMENRTPT": "relative_end",
    "MHENRTPT": "relative_end",
    "EOSSTT": "status",
    "DSDECOD": "reason",
    "EXDOSFRQ": "frequency",
    "EXACN": "action_taken",
    "EXCAT": "treatment_role",
    "SVSTAT": "visit_status",
    "STATUS": "not_done",
    "ABLFL": "yes_no",
    "DTHFL": "yes_no",
    **dict.fromkeys(POPULATION_FLAGS, "yes_no"),
}
"""Field → the group of values.toml that says what its words mean."""

_PLAIN = {
    "related": {"Y": "related", "N": "not related"},
    "yes_no": {"Y": "yes", "N": "no"},
    "emergent": {"Y": "treatment-emergent", "N": "not treatment-emergent"},
    "not_done": {"Y": "not done"},
    "treatment_role": {"STUDY": "the trial’s drug", "BACKGROUND": "background treatment"},
    "sex": {"F": "female", "M": "male"},
    "grade": {str(n): f"grade {n}" for n in range(1, 6)},
    "frequency": {
        "1": "once a day",
        "2": "twice a day",
        "3": "three times a day",
        "4": "four times a day",
        "6": "six times a day",
        "0.5": "every other day",
        "0.14285714285714285": "once a week",
        "0.07142857142857142": "every 2 weeks",
        "0.047619047619047616": "every 3 weeks",
        "0.03571428571428571": "every 4 weeks",
        "0.03285420944558522": "once a month",
    },
}

EXTRA_FIELDS = {
    "measurements": {
        "ADT": "date",
        "ADY": "number",
        "TEST": "text",
        "RESULT": "number",
        "AVALU": "text",
        "ANRLO": "number",
        "ANRHI": "number",
        "ATPT": "text",
        "ABLFL": "text",
        "STATUS": "text",
    },
    "visits": {"TARGETDT": "date"},
    "disposition": {"TRTEDT": "date", "LSTALVDT": "date", "DTHDT": "date"},
    "event_times": {"PARAMCD": "text", "AVAL": "number", "AVALU": "text", "STARTDT": "date", "ADT": "date"},
}
"""Fields that sheets of a role have beyond the columns of their table."""

_DERIVED = SETTLED | {
    *("SRCREF", "PARAMCD", "AVAL", "AVALC", "AVALQ", "AVISIT", "AVISITN", "AERELFL", "RFSTDT", "RFSTSRC")
}


@cache
def known_roles() -> tuple[str, ...]:
    """Return the tables a sheet can feed; carried values are rows of a sheet of measurements."""
    return tuple(name for name in TABLES if name != "carried_values")


@cache
def fields_of(table: str) -> dict[str, str]:
    """Return {field: "text", "number" or "date"} that a sheet feeding a table can hold."""
    flags = {f"{c.name}F" for c in TABLES[table] if c.kind == "date"}
    own: dict[str, str] = {
        c.name: c.kind for c in TABLES[table] if c.name not in _DERIVED and c.name not in flags
    }
    return own | EXTRA_FIELDS.get(table, {})


def needs_of(table: str) -> tuple[frozenset[str], ...]:
    """Return groups of fields of which a sheet of this role must have at least one each."""
    return next((role.needs for role in roles() if role.table == table), ())


@cache
def meanings(field: str) -> tuple[str, ...]:
    """Return the standard terms the words of a field can mean; none when its words are kept as written."""
    if field == "TEST":
        return tuple(p.paramcd for p in pickable_parameters())
    group = WORD_GROUPS.get(field)
    return tuple(read_toml("values")[group]) if group else ()


def meaning_in_words(field: str, meaning: str) -> str:
    """Return a standard term as people say it."""
    if meaning == "":
        return "nothing"
    if field == "TEST":
        known = next((p for p in pickable_parameters() if p.paramcd == meaning), None)
        return parameter_words(known) if known else meaning
    plain = _PLAIN.get(WORD_GROUPS.get(field, ""), {})
    return plain.get(meaning) or meaning.replace("/", " / ").casefold()


def parameter_words(parameter: Parameter) -> str:
    """Return a parameter for a list: name and, where the name does not say it, the unit."""
    unit = f" ({parameter.unit})" if parameter.unit and parameter.unit not in parameter.param else ""
    return f"{parameter.param}{unit}"


def pickable_parameters() -> tuple[Parameter, ...]:
    """Return the parameters the program knows, in the order to offer them; no items of questionnaires."""
    return tuple(BY_CARD.values())


def is_known_code(code: str) -> bool:
    """Return whether a PARAMCD is one the program knows, items included."""
    return known_parameter(code) is not None or code in item_parameters()
