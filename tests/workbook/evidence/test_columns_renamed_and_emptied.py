"""Whatever is emptied, shuffled or renamed: never a crash, and what the cells decide stays decided."""

import datetime as dt

import numpy as np
import pytest

from sscviewer.workbook.evidence.recognise import recognise_plain
from tests.workbook.evidence.columns_in_memory import table
from tests.workbook.evidence.test_recognise import long_rows

HEADINGS = [
    "Subject",
    "Sex",
    "Age",
    "Arm",
    "Visit",
    "Date",
    "FVC (L)",
    "KL-6",
    "BP",
    "Event",
    "Grade",
    "Remark",
]


def trial(rng):
    """Rows of a sheet that holds everything at once."""
    return [
        [
            f"S-{p:03d}", "FM"[p % 2], 40 + p, "AB"[p % 2], visit, dt.date(2030, 1 + 3 * i, 1 + p),
            2.5 + rng.random(), round(300 * rng.random()), f"{110 + p}/{70 + i}", None if i else "Cough",
            None if i else 1 + p % 3, "none",
        ]
        for p in range(6)
        for i, visit in enumerate(("Baseline", "Month 3", "Month 6"))
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_any_columns_emptied_and_rows_shuffled(seed):
    rng = np.random.default_rng(seed)
    rows = trial(rng)
    empty = np.flatnonzero(rng.random(len(HEADINGS)) < 0.4)
    rows = [[None if i in empty else v for i, v in enumerate(row)] for row in rows]
    rng.shuffle(rows)
    found = recognise_plain(table(HEADINGS, rows), ask=True)
    assert found.tables or found.why_not


@pytest.mark.parametrize("seed", range(20))
def test_headings_of_nonsense_leave_what_the_cells_decide(seed):
    rng = np.random.default_rng(seed)
    names = ["".join(rng.choice(list("bcdfghjklmnpqrstvwxz"), 7)) for _ in range(2)]
    found = recognise_plain(table(["Subject", names[0], "Age", "Week", names[1]], long_rows()))
    assert found.tables == ("subjects", "measurements")
    assert [p.column.heading.written for p in found.parameters] == [names[1]]


def test_the_order_of_the_rows_does_not_matter():
    rows = long_rows()
    forward = recognise_plain(table(["Subject", "Arm", "Age", "Week", "x"], rows))
    backward = recognise_plain(table(["Subject", "Arm", "Age", "Week", "x"], rows[::-1]))
    assert forward.tables == backward.tables
    assert [p.paramcd for p in forward.parameters] == [p.paramcd for p in backward.parameters]


def test_a_workbook_with_every_sheet_emptied_in_turn(load):
    subjects = [["Subject", "Sex", "Date of death"], ["A", "F", None], ["B", "M", None]]
    visits = [["Subject", "Visit", "Date", "x"], ["A", "Baseline", dt.date(2030, 1, 1), 1.5]]
    labs = [["Subject", "Visit", "Crea"], ["A", "Baseline", 0.8], ["B", "Baseline", 0.9]]
    whole = {"Subjects": subjects, "Visits": visits, "Labs": labs, "More": [["Subject", "Arm"], ["A", "X"]]}
    for name in whole:
        left = {n: rows if n != name else rows[:1] for n, rows in whole.items()}
        assert load(left).study.usubjids
    assert load(dict(reversed(whole.items()))).study.usubjids == load(whole).study.usubjids
