"""An entry of a mapping → columns of the sheet as it is now; what is not there is said."""

from dataclasses import dataclass

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.mapping.guess import names_of
from sscviewer.workbook.mapping.mapping import SUPPLEMENT, ParameterMapping, SheetMapping
from sscviewer.workbook.values.words import key


@dataclass(frozen=True, slots=True)
class Fit:
    """The columns an entry found."""

    tables: tuple[str, ...]
    fields: dict[str, Fields]
    parameters: tuple[tuple[ParameterMapping, Column], ...]


class _Columns:
    """Finds columns by name: as written, else by the words alone where only one has them."""

    def __init__(self, table: SheetTable, findings: Findings, made: dict[str, Column]) -> None:
        self._sheet = table.sheet
        self._findings = findings
        by_letter = {c.letter: c for c in table.columns}
        self._exact = made | {name: by_letter[letter] for letter, name in names_of(table).items()}
        self._by_key: dict[str, list[Column]] = {}
        for name, column in self._exact.items():
            self._by_key.setdefault(key(name), []).append(column)
        self._said: set[str] = set()

    def find(self, name: str) -> Column | None:
        """Return the column; None, with an issue, when there is none."""
        if name in self._exact:
            return self._exact[name]
        similar = self._by_key.get(key(name), [])
        if key(name) and len(similar) == 1:
            return similar[0]
        if name not in self._said:
            self._said.add(name)
            self._findings.add(
                "warning",
                "mapping.unmatched",
                say(
                    "The mapping expects a column “{name}” on sheet “{sheet}”, which has none; what it "
                    "would hold is missing.",
                    name=name,
                    sheet=self._sheet,
                ),
                sheet=self._sheet,
            )
        return None


def fit_columns(
    entry: SheetMapping, table: SheetTable, findings: Findings, made: dict[str, Column]
) -> Fit | None:
    """Return the columns an entry names; None, with an error, when the sheet cannot be read without more."""
    columns = _Columns(table, findings, made)
    fields: dict[str, Fields] = {}
    for name, one in entry.fields.items():
        found = {field: tuple(c for n in names if (c := columns.find(n))) for field, names in one.items()}
        fields[name] = {field: listed for field, listed in found.items() if listed}
    parameters = tuple((p, column) for p in entry.parameters if (column := columns.find(p.column)))
    fields = _with_patients(fields)
    tables = tuple(t for t in entry.tables if t in fields or SUPPLEMENT in fields)
    if not tables or not _has_patients(fields):
        _incomplete(entry, table, "a column of patient numbers", findings)
        return None
    if "measurements" in tables and not _has_values(fields, parameters):
        _incomplete(entry, table, "a measurement, or a column of tests and one of results", findings)
        tables = tuple(t for t in tables if t != "measurements")
        fields.pop("measurements", None)
    return Fit(tables, fields, parameters if "measurements" in tables else ()) if tables else None


def _with_patients(fields: dict[str, Fields]) -> dict[str, Fields]:
    """Return the fields with the patient column in each table of the sheet."""
    patient = next((one["USUBJID"] for one in fields.values() if "USUBJID" in one), None)
    if patient is None:
        return fields
    return {name: one if "USUBJID" in one else {"USUBJID": patient, **one} for name, one in fields.items()}


def _has_patients(fields: dict[str, Fields]) -> bool:
    return any("USUBJID" in one for one in fields.values())


def _has_values(fields: dict[str, Fields], parameters: tuple[tuple[ParameterMapping, Column], ...]) -> bool:
    if SUPPLEMENT in fields or any(p.code for p, _ in parameters):
        return True
    have = set(fields.get("measurements", {}))
    named = bool(have & {"TEST", "CODE"})
    return named and bool(have & {"RESULT", "STANDARD", "VALUE"})


def _incomplete(entry: SheetMapping, table: SheetTable, what: str, findings: Findings) -> None:
    findings.add(
        "error",
        "mapping.incomplete",
        say(
            "Sheet “{sheet}” cannot be read as the mapping says ({role}): it needs {what}.",
            sheet=table.sheet,
            role=entry.role.replace("_", " "),
            what=what,
        ),
        sheet=table.sheet,
    )
