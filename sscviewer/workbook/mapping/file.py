"""A mapping as a TOML file: readable, with a stable order, written whole or not at all, read strictly."""

import tomllib
from pathlib import Path
from typing import get_args

import tomli_w

from sscviewer.model.parameters import Better
from sscviewer.model.questions import Answer
from sscviewer.whole_file import not_written, write_whole_file
from sscviewer.workbook.evidence.columns.numbered import APART, TIMES, VISITS
from sscviewer.workbook.evidence.columns.times import TIME_UNITS
from sscviewer.workbook.evidence.sheets.tablets import OF_ONE, WHOLE
from sscviewer.workbook.mapping.check import BadMapping, Entry
from sscviewer.workbook.mapping.mapping import SUPPLEMENT, Mapping, ParameterMapping, SheetMapping
from sscviewer.workbook.mapping.words import fields_of, is_known_code, known_roles, meanings
from sscviewer.workbook.measurements.number_marks import MARKS
from sscviewer.workbook.unusable import UnusableFile
from sscviewer.workbook.values.date_order import ORDERS, DateOrder

FORMAT = 1
_MOST_BYTES = 2_000_000

OPTIONS: dict[str, tuple[str, ...]] = {
    "time_unit": TIME_UNITS,
    "patient": (),
    "sex_codes": (),
    "arm_codes": (),
    "study_drug": (),
    "tablets": (WHOLE, OF_ONE),
    "number_mark": tuple(MARKS),
    "which_sheet": (),
    "occasions": (VISITS, *TIMES, APART),
    "fill_down": ("yes",),
    "split_pairs": ("yes",),
}
"""Questions that a mapping answers, and what may be said; without options a heading or words of the file."""

_TOP = """\
# How sscviewer reads a workbook: which sheet is what, and which column holds what.
# Any text editor will do. Columns go by their headings; a repeated heading has its number ("Race #2").
#
#   role        subjects, visits, measurements, adverse_events, exposure, disposition, medications, history,
#               two of them joined by "+", or "ignored" for a sheet that holds no data
#   columns     the columns of each field; the first wins, the others fill its gaps
#   parameter   columns of measured values; any code, name and unit of your own will do; better = "lower"
#   date_order  "dmy" or "mdy": what 03/04/2007 is in columns whose dates do not tell
#   answer      what cells mean where a file does not tell: the unit of times, the patient, codes of sex,
#               whether V1, V2, V3 are visits or measurements of their own (question occasions),
#               fill_down = "yes", split_pairs = "yes"; "sscviewer check FILE --json" lists questions, options
#   words       what a text in a column means; units: the unit of a test; visits: months since baseline
#   groups      adverse event terms that are counted together, each patient once, under a name of your own
#
# Use it with: sscviewer check FILE --mapping THIS.toml

"""


def mapping_text(mapping: Mapping) -> str:
    """Return a mapping as TOML."""
    order = f'date_order = "{mapping.date_order}"\n' if mapping.date_order else ""
    groups = {name: list(terms) for name, terms in mapping.groups.items() if terms}
    listed = [tomli_w.dumps({"groups": groups})] if groups else []
    answers = [_answer_text(answer) for answer in mapping.answers]
    sheets = (_sheet_text(sheet) for sheet in mapping.sheets)
    return "\n".join([f"{_TOP}format = {FORMAT}\n{order}", *listed, *answers, *sheets])


def _answer_text(answer: Answer) -> str:
    named = {"question": answer.id, "sheet": answer.sheet, "column": answer.column, "answer": answer.option}
    return f"[[answer]]\n{tomli_w.dumps({name: text for name, text in named.items() if text})}"


def _read_answer(entry: Entry) -> Answer:
    answer = Answer(
        entry.text("question"), entry.text("sheet", ""), entry.text("column", ""), entry.text("answer")
    )
    known = OPTIONS.get(answer.id)
    if known is None:
        raise entry.bad("question", f"“{answer.id}” is none of {', '.join(OPTIONS)}")
    if known and answer.option not in known:
        raise entry.bad("answer", f"“{answer.option}” is none of {', '.join(known)}")
    entry.done()
    return answer


def save_mapping(mapping: Mapping, path: Path) -> None:
    """Write a mapping beside its file, then put it in the file's place.

    Raises
    ------
    UnusableFile
        If it cannot be written; the old file is untouched.
    """
    try:
        write_whole_file(path, mapping_text(mapping).encode("utf-8"))
    except OSError as error:
        raise UnusableFile(not_written(path, error)) from error


def read_mapping(path: Path) -> Mapping:
    """Read a mapping.

    Raises
    ------
    BadMapping
        If it is not one; its text is one sentence that names the line or the key.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BadMapping(f"“{path.name}” is too large for a mapping: choose a file that sscviewer wrote.")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadMapping(
            f"The mapping “{path.name}” cannot be read ({error.strerror}): check its name and folder."
        ) from error
    except UnicodeDecodeError as error:
        raise BadMapping(f"“{path.name}” is not a text file in UTF-8, so it is no mapping.") from error
    return parse_mapping(text, path.name)


def parse_mapping(text: str, name: str = "mapping") -> Mapping:
    """Return the mapping a TOML text says (see `read_mapping`)."""
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadMapping(f"The mapping “{name}” is not valid TOML: {error}.") from error
    top = Entry(document, f"The mapping “{name}”", "")
    if top.whole("format") != FORMAT:
        raise BadMapping(f"The mapping “{name}” has no “format = {FORMAT}”: it was made by another program.")
    order = _read_order(top)
    sheets = tuple(_read_sheet(entry) for entry in top.entries("sheet"))
    groups = top.lists_by_name("groups")
    answers = tuple(_read_answer(entry) for entry in top.entries("answer"))
    top.done()
    return Mapping(sheets, groups, order, answers)


def _read_order(top: Entry) -> DateOrder | None:
    said = top.text("date_order", "")
    order: DateOrder | None = next((known for known in ORDERS if known == said), None)
    if said and order is None:
        raise top.bad("date_order", f"“{said}” is neither “dmy” nor “mdy”")
    return order


def _sheet_text(sheet: SheetMapping) -> str:
    """Return one sheet: its own keys, a line per measurement, then its tables."""
    own = {
        "name": sheet.name,
        "fingerprint": sheet.fingerprint,
        "role": sheet.role,
        "header_row": sheet.header_row,
    }
    lines = [f"    {_parameter_text(p)},\n" for p in sheet.parameters]
    listed = f"parameter = [\n{''.join(lines)}]\n" if lines else ""
    columns = {
        table: {f: c[0] if len(c) == 1 else list(c) for f, c in one.items()}
        for table, one in sheet.fields.items()
    }
    visits = {text: int(m) if m == int(m) else m for text, m in sheet.visits.items()}
    tables = {"columns": columns, "words": sheet.words, "units": sheet.units, "visits": visits}
    filled = {name: value for name, value in tables.items() if value}
    below = "\n" + tomli_w.dumps({"sheet": filled}) if filled else ""
    return f"[[sheet]]\n{tomli_w.dumps(own)}{listed}{below}"


def _parameter_text(parameter: ParameterMapping) -> str:
    entry = {"column": parameter.column, "code": parameter.code}
    for name in ("name", "unit", "visit", "better"):
        value = getattr(parameter, name)
        if value or (name == "unit" and value is not None):
            entry[name] = value
    return "{ " + ", ".join(tomli_w.dumps({name: value}).strip() for name, value in entry.items()) + " }"


def _read_sheet(entry: Entry) -> SheetMapping:
    name = entry.text("name")
    entry.where = f"sheet “{name}”"
    role = entry.text("role")
    tables = () if role == "ignored" else tuple(role.split("+"))
    for table in tables:
        if table not in known_roles():
            raise entry.bad("role", f"“{role}” is no role; use one of {', '.join(known_roles())}, ignored")
    sheet = SheetMapping(
        name=name,
        fingerprint=entry.text("fingerprint", ""),
        header_row=entry.whole("header_row", 0),
        tables=tables,
        fields={e.name: _read_columns(e, tables) for e in entry.named_entries("columns")},
        parameters=tuple(_read_parameter(e) for e in entry.entries("parameter")),
        words={e.name: _read_words(e) for e in entry.named_entries("words")},
        units=entry.texts_by_name("units"),
        visits=entry.numbers_by_name("visits"),
    )
    entry.done()
    return sheet


def _read_columns(entry: Entry, tables: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    supplement = entry.name == SUPPLEMENT
    if entry.name not in tables and not supplement:
        raise entry.bad("", f"its role is not “{entry.name}”")
    found = {}
    for field in list(entry.values):
        known = supplement or field.isupper() or field in fields_of(entry.name)
        if not known:
            raise entry.bad(field, "is no field; fields are written in capitals, such as USUBJID")
        found[field] = entry.texts(field)
    return found


def _read_words(entry: Entry) -> dict[str, str]:
    allowed = meanings(entry.name)
    if not allowed:
        raise entry.bad("", f"the words of “{entry.name}” are kept as written and cannot be mapped")
    found = entry.texts_by_name("")
    for text, meaning in found.items():
        if meaning and meaning not in allowed and not (entry.name == "TEST" and is_known_code(meaning)):
            raise entry.bad(text, f"“{meaning}” is none of {', '.join(allowed[:12])}")
    return found


def _read_parameter(entry: Entry) -> ParameterMapping:
    code = entry.text("code")
    if code and not (code.replace("_", "").isalnum() and code.isascii() and code.isupper()):
        raise entry.bad("code", f"“{code}” must be capitals, digits and _ only, such as SIXMWD")
    parameter = ParameterMapping(
        entry.text("column"),
        code,
        entry.text("name", ""),
        entry.text("unit") if "unit" in entry.values else None,
        entry.text("visit", ""),
        _read_better(entry),
    )
    entry.done()
    return parameter


def _read_better(entry: Entry) -> Better:
    said = entry.text("better", "")
    better: Better | None = next((known for known in get_args(Better) if known == said), None)
    if better is None:
        raise entry.bad("better", f"“{said}” is neither “higher” nor “lower”")
    return better
