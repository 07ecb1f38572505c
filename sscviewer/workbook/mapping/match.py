"""Which entry of a mapping belongs to which sheet: by name first, by headings where the name changed."""

from collections.abc import Sequence

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.mapping.mapping import Mapping, SheetMapping, fingerprint
from sscviewer.workbook.values.words import key


def match_sheets(
    mapping: Mapping, recognised: Sequence[Recognised], findings: Findings
) -> list[SheetMapping | None]:
    """Return the entry of each sheet, None for a new sheet; say which entries and sheets are left over.

    A mapping of groups alone has no say in what the sheets are.
    """
    if not mapping.sheets:
        return [None] * len(recognised)
    prints = [fingerprint(c.heading.written for c in r.table.columns) for r in recognised]
    found: list[SheetMapping | None] = [None] * len(recognised)
    free = list(mapping.sheets)
    for same_name, same_columns in ((True, True), (True, False), (False, True)):
        for i, sheet in enumerate(recognised):
            if found[i] is not None:
                continue
            entry = next(
                (
                    e
                    for e in free
                    if (not same_name or key(e.name) == key(sheet.table.sheet))
                    and (not same_columns or (e.fingerprint == prints[i] and (e.fingerprint or same_name)))
                ),
                None,
            )
            if entry is not None:
                found[i] = entry
                free.remove(entry)
    _report(free, recognised, found, findings)
    return found


def _report(
    free: list[SheetMapping],
    recognised: Sequence[Recognised],
    found: list[SheetMapping | None],
    findings: Findings,
) -> None:
    for entry in free:
        findings.add(
            "warning" if entry.tables else "info",
            "mapping.unmatched",
            say(
                "The mapping has a sheet “{name}”, which is not in this file; that part was not used.",
                name=entry.name,
            ),
            sheet=entry.name,
        )
    for sheet, own in zip(recognised, found, strict=True):
        if own is None:
            findings.add(
                "info",
                "mapping.new_sheet",
                say(
                    "Sheet “{sheet}” is not in the mapping; it was read as it was recognised.",
                    sheet=sheet.table.sheet,
                ),
                sheet=sheet.table.sheet,
            )
        elif key(own.name) != key(sheet.table.sheet):
            findings.add(
                "info",
                "mapping.renamed_sheet",
                say(
                    "Sheet “{sheet}” has the columns that the mapping has for “{name}” and was read so.",
                    sheet=sheet.table.sheet,
                    name=own.name,
                ),
                sheet=sheet.table.sheet,
            )
