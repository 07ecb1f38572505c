"""Patient numbers written with small letters here and capitals there ("pt7" and "PT7"): one patient.

A list of patients that has both ways of writing tells two patients apart by them: these stay two, as do
numbers that differ in blanks and dashes (`contradictions.patients.written_alike`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.rows.patient_zeros import ids_of, with_ids
from sscviewer.workbook.values.cells import TEXT


def one_case(recognised: Iterable[Recognised], findings: Findings) -> list[Recognised]:
    """Return the sheets with patient numbers in the capitals that are on most sheets.

    Two numbers that a list of patients has beside one another stay two. Only numbers with a digit are
    taken: initials such as "aB" and "AB" may be two people.
    """
    listed = list(recognised)
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    two: set[str] = set()
    for found in listed:
        ids = ids_of(found) if found.tables else ()
        here = [text for text, kind, _ in ids if kind == TEXT and any(c.isdigit() for c in text)]
        here = list(dict.fromkeys(here))
        for text in here:
            ways[text.casefold()][text] += 1
        if found.tables == ("subjects",):
            two |= {name for name, n in Counter(text.casefold() for text in here).items() if n > 1}
    new = {
        text: counted.most_common(1)[0][0]
        for name, counted in ways.items()
        if name not in two
        for text in counted
        if text != counted.most_common(1)[0][0]
    }
    return [_renamed(found, new, findings) if found.tables else found for found in listed] if new else listed


def _renamed(found: Recognised, new: Mapping[str, str], findings: Findings) -> Recognised:
    here = [(text, cell) for text, kind, cell in ids_of(found) if kind == TEXT and text in new]
    if not here:
        return found
    text, cell = here[0]
    many = counted(len(here), "patient number differs", "patient numbers differ")
    findings.add(
        "warning",
        "id.case",
        say(
            "{many} from others in capitals only (such as {text} here and {new} elsewhere); they "
            "were taken for the same patients.",
            many=many,
            text=text,
            new=new[text],
        ),
        sheet=found.table.sheet,
        cell=cell,
        usubjid=new[text] if len(here) == 1 else "",
    )
    return with_ids(found, new, TEXT)
