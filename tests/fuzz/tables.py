"""A small invented trial as tables, and what hands do to tables: empty, rename, swap, shuffle, move, join."""

import io
import random
import zipfile
from collections.abc import Callable

import xlsxwriter

Rows = list[list[object]]
Tables = dict[str, Rows]

PEOPLE = [f"S-{number:02d}" for number in range(1, 13)]
VISITS = ("Baseline", "Month 3", "Month 6", "Month 12")

NONSENSE = (
    *(
        "",
        " ",
        "x",
        "Column1",
        "a/b",
        "1",
        "2008-01-15",
        "%",
        "#",
        "Datum",
        "Subject",
        "Visit",
        "Date",
        "FVC",
    ),
    *("Unnamed: 0", "FVC (L)", "AETERM", "USUBJID", "end", "=1+1", "µ", "患者", "x" * 300, "\u202e"),
)


def make_trial() -> Tables:
    """Return patients, lung function, side effects, doses and visits."""
    return {
        "Patients": [
            ["Subject", "Sex", "Age", "Arm", "Date of consent", "Date of death"],
            *(
                [p, "FM"[i % 2], 40 + i, "AB"[i % 2], f"2008-01-{1 + i:02d}", ""]
                for i, p in enumerate(PEOPLE)
            ),
        ],
        "Lung function": [
            ["Subject", "Visit", "Date", "FVC (L)", "FEV1 (L)", "mRSS", "KL-6 (U/mL)"],
            *(
                [p, v, f"2008-{1 + 3 * j:02d}-15", 2.5 + i / 20, 2.0 + i / 20, (i * 3 + j) % 30, 400 + i]
                for i, p in enumerate(PEOPLE)
                for j, v in enumerate(VISITS)
            ),
        ],
        "Adverse events": [
            ["Subject", "Adverse event", "Start date", "End date", "Grade", "Serious", "Related"],
            *([p, "Rash", "2008-02-01", "", 1 + i % 4, "No", "Yes"] for i, p in enumerate(PEOPLE[:8])),
        ],
        "Doses": [
            ["Subject", "Drug", "Dose (mg)", "Frequency", "Start date", "End date"],
            *([p, "X", 100, "bid", "2008-01-16", "2009-01-10"] for p in PEOPLE),
        ],
        "End of study": [
            ["Subject", "Status", "Date", "Reason"],
            *([p, "Completed", "2009-01-15", ""] for p in PEOPLE),
        ],
    }


def _empty_column(rows: Rows, dice: random.Random) -> None:
    column = dice.randrange(len(rows[0]))
    for row in rows[dice.randrange(2) :]:
        row[column] = ""


def _empty_sheet(rows: Rows, dice: random.Random) -> None:
    del rows[dice.randrange(2) :]


def _rename(rows: Rows, dice: random.Random) -> None:
    rows[0][dice.randrange(len(rows[0]))] = dice.choice(NONSENSE)


def _shuffle(rows: Rows, dice: random.Random) -> None:
    body = rows[1:]
    dice.shuffle(body)
    rows[1:] = body


def _shuffle_columns(rows: Rows, dice: random.Random) -> None:
    order = dice.sample(range(len(rows[0])), len(rows[0]))
    rows[:] = [[row[i] for i in order] for row in rows]


def _odd_cell(rows: Rows, dice: random.Random) -> None:
    row = dice.choice(rows)
    row[dice.randrange(len(row))] = dice.choice((*NONSENSE, None, -1, 1e300, True, "31.02.1961", "unknown"))


def _title(rows: Rows, dice: random.Random) -> None:
    rows.insert(0, [dice.choice(("Trial X", "", 2008)), *[""] * (len(rows[0]) - 1)])


def _repeat(rows: Rows, dice: random.Random) -> None:
    rows.append(list(dice.choice(rows)))


ON_ONE: tuple[Callable[[Rows, random.Random], None], ...] = (
    *(_empty_column, _empty_sheet, _rename, _shuffle, _shuffle_columns, _odd_cell, _title, _repeat),
)


def _on_one_sheet(tables: Tables, dice: random.Random) -> Tables:
    """Return all tables on one sheet: below one another, with their names as titles or not, or beside."""
    if dice.random() < 0.5:
        titled = dice.random() < 0.5
        return {"All": [row for name, rows in tables.items() for row in ([name] * titled, *rows, [])]}
    wide = {name: max(map(len, rows), default=0) for name, rows in tables.items()}
    rows = []
    for i in range(max(map(len, tables.values()))):
        at = (list(own[i]) if i < len(own) else [] for own in tables.values())
        rows.append(
            [c for row, n in zip(at, wide.values(), strict=True) for c in (*row, *[""] * (n + 1 - len(row)))]
        )
    return {"All": rows}


def _on_its_side(rows: Rows) -> Rows:
    width = max(map(len, rows), default=0)
    return [[row[i] if i < len(row) else "" for row in rows] for i in range(width)]


def mutate_tables(dice: random.Random) -> tuple[str, bytes]:
    """Return the trial as a workbook, or as an archive of text files, after some changes."""
    tables = make_trial()
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        names = list(tables)
        action = dice.random()
        if action < 0.1 and len(names) > 1:
            first, second = dice.sample(names, 2)
            tables[first], tables[second] = tables[second], tables[first]
        elif action < 0.15 and len(names) > 1:
            del tables[dice.choice(names)]
        elif action < 0.2:
            name = dice.choice(names)
            tables[f"{name} 2"] = [list(row) for row in tables[name]]
        elif action < 0.22:
            name = dice.choice(names)
            tables[name] = _on_its_side(tables[name])
        elif rows := [rows for rows in tables.values() if rows and rows[0]]:
            dice.choice(ON_ONE)(dice.choice(rows), dice)
    if dice.random() < 0.15:
        tables = _on_one_sheet(tables, dice)
    return ("tables.xlsx", _as_workbook(tables)) if dice.random() < 0.7 else ("tables.zip", _as_texts(tables))


def _as_workbook(tables: Tables) -> bytes:
    written = io.BytesIO()
    # half the time of openpyxl, and what the fuzz target waits for is the program
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_urls": False}) as book:
        for name, rows in tables.items():
            sheet = book.add_worksheet(name[:31])
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return written.getvalue()


def _as_texts(tables: Tables) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            archive.writestr(f"{name}.csv", "\n".join(";".join(map(str, row)) for row in rows))
    return packed.getvalue()
