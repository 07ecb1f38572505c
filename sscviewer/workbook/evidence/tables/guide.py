"""What a workbook says about itself: names of fields, meaning of codes, which sheets describe the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sscviewer.workbook.evidence.words.patient_words import names_patients
from sscviewer.workbook.values.cells import Sheet
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import key, split_heading

_LOOKED_AT = 3
"""A sheet that describes others has its headings in one of its first rows."""

_YES_NO = {"1": "Yes", "0": "No"}


@dataclass(frozen=True, slots=True)
class Item:
    """What a dictionary says of a field.

    Attributes
    ----------
    choices
        {code: what it means}; empty where the cells are no codes.
    is_identifier
        Whether the dictionary says that the field identifies a person.
    """

    label: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    unit: str = ""
    is_identifier: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """What the workbook says about itself.

    Attributes
    ----------
    items
        By the field's name, as `words.key` makes it.
    describing
        {sheet: what it is} of the sheets that hold no data of patients.
    visits, patients, arms
        {code: name} of events or visits, of patients, and of the arm of each patient.
    documents
        {number of a filled form: visit, its planned date, its number}.
    """

    items: Mapping[str, Item] = field(default_factory=dict)
    describing: Mapping[str, str] = field(default_factory=dict)
    visits: Mapping[str, str] = field(default_factory=dict)
    patients: Mapping[str, str] = field(default_factory=dict)
    arms: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)

    def item(self, name: str) -> Item:
        """Return what is known of a field."""
        return self.items.get(key(name), Item())


def read_rows(
    sheet: Sheet, names: Mapping[str, Iterable[str]], needed: Iterable[str]
) -> list[dict[str, str]]:
    """Return the rows of a sheet whose headings are the `names` wanted; none when one `needed` is missing."""
    wanted = {key(text): name for name, listed in names.items() for text in listed}
    for top, row in enumerate(sheet.first_rows(_LOOKED_AT)):
        places: dict[str, int] = {}
        for i, text in enumerate(row):
            if key(text) in wanted:
                places.setdefault(wanted[key(text)], i)
        if set(needed) <= set(places):
            columns = {name: sheet.columns[i].texts for name, i in places.items()}
            return [{name: texts[r] for name, texts in columns.items()} for r in range(top + 1, sheet.n_rows)]
    return []


def read_redcap_guide(sheets: Iterable[Sheet]) -> Guide:
    """Return what data dictionary, events and arms of a REDCap project say."""
    own = read_toml("edc")["redcap"]
    items: dict[str, Item] = {}
    describing: dict[str, str] = {}
    visits: dict[str, str] = {}
    for sheet in sheets:
        if rows := read_rows(sheet, own["dictionary"], ("name", "label")):
            describing[sheet.name] = "the data dictionary"
            items |= {key(row["name"]): _item(row) for row in rows if row["name"]}
        elif rows := read_rows(sheet, own["events"], ("unique", "name")):
            describing[sheet.name] = "the list of events"
            visits |= {row["unique"]: row["name"] for row in rows}
        elif read_rows(sheet, own["arms"], ("number", "name")):
            describing[sheet.name] = "the list of arms"
    return Guide(items, describing, visits)


def _item(row: Mapping[str, str]) -> Item:
    kind, label = key(row.get("type", "")), " ".join(row["label"].split())
    if kind in ("yesno", "truefalse"):
        choices: Mapping[str, str] = _YES_NO
    elif kind in read_toml("edc")["redcap"]["choice_types"]["coded"]:
        choices = read_choices(row.get("choices", ""))
    else:
        choices = {}
    says_yes = row.get("identifier", "").strip().casefold() in ("y", "yes", "1", "true")
    return Item(label, choices, row.get("form", ""), row.get("note", ""), says_yes)


def read_choices(text: str) -> dict[str, str]:
    """Return {code: meaning} of "1, male | 2, female"."""
    pairs = (part.partition(",") for part in text.split("|"))
    return {code.strip(): meaning.strip() for code, comma, meaning in pairs if comma}


def find_describing(sheet: Sheet) -> str | None:
    """Return what kind of sheet about the data this is, by its headings; None for sheets of data."""
    tops = [{key(text) for text in row if text} for row in sheet.first_rows(_LOOKED_AT)]
    for words_for, what in (
        ("code_list", "a code list"),
        ("item_dictionary", "an item dictionary"),
        ("trial_design", "the design of the trial"),
    ):
        for listed in read_toml("edc")["skipped"][words_for]:
            wanted = {key(text) for text in listed}
            if any(wanted <= top for top in tops):
                return what
    return "a list that explains columns" if _explains_columns(sheet) else None


def _explains_columns(sheet: Sheet) -> bool:
    """Return whether each row names one column and says what it is: as long lists of values never do.

    A list of values has a patient, or something else, in front, and names what was measured again and again.
    """
    for top, row in enumerate(sheet.first_rows(_LOOKED_AT)):
        headings = [key(text) for text in row]
        if any(names_patients(split_heading(text)) for text in row if text.strip()):
            continue
        for name, meaning in read_toml("edc")["skipped"]["column_list"]:
            is_first = key(name) == next(filter(None, headings), "")
            if is_first and key(meaning) in headings:
                rows = zip(*(column.texts[top + 1 :] for column in sheet.columns), strict=True)
                at = headings.index(key(name))
                told = [row[at].strip() for row in rows if any(text.strip() for text in row)]
                if len(told) > 1 and "" not in told and len(set(told)) == len(told):
                    return True
    return False
