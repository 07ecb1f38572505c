"""What else a sheet of visits records beside what was measured: side effects, and the dose at each visit."""

from collections.abc import Container, Mapping, Sequence

from sscviewer.workbook.evidence.fields import SHARED, fields_of, has_needs
from sscviewer.workbook.evidence.header import Column
from sscviewer.workbook.evidence.profiles import Profile
from sscviewer.workbook.evidence.recognised import Fields
from sscviewer.workbook.values.vocabulary import roles

_KINDS = ("adverse_events", "exposure")


def kinds_beside(
    times: Fields, free: Sequence[Column], profiles: Mapping[str, Profile], without: Container[str]
) -> dict[str, Fields]:
    """Return the records that a sheet of several rows per patient holds beside its values.

    A record without a start of its own starts on the date of its row, which is when it was written down.

    Parameters
    ----------
    times
        The columns that say whose and when the rows are.
    free
        The columns that are nothing else.
    """
    found: dict[str, Fields] = {}
    for role in roles():
        if role.table not in _KINDS or role.table in without:
            continue
        own = {n: c for n, c in fields_of(role, free, profiles).items() if n != "IGNORED"}
        own = {n: tuple(c for c in listed if not c.cells.is_blank) for n, listed in own.items()}
        own = {n: listed for n, listed in own.items() if listed}
        if "ASTDT" not in own and "ADT" in times:
            own["ASTDT"] = times["ADT"]
        if has_needs(role, own) and set(own) - SHARED:
            found[role.table] = {"USUBJID": times["USUBJID"], **own}
            free = [c for c in free if not any(c in listed for listed in own.values())]
    return found


def notes_of(found: Mapping[str, Fields], times: Fields) -> list[tuple[str, str]]:
    """Return (code, sentence) of what was supposed of the records beside the values."""
    words = {"adverse_events": "Adverse events", "exposure": "Doses"}
    return [
        (
            "records.at_visits",
            f"{words[table]} stand on the rows of visits: each starts on the date of its row, "
            f"“{times['ADT'][0].heading.written}”.",
        )
        for table, fields in found.items()
        if "ADT" in times and fields.get("ASTDT") == times["ADT"]
    ]
