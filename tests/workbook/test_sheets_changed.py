"""A whole workbook changed as people change theirs: what it says of the trial stays the same."""

import random

import pytest

from tests.fuzz.tables import make_trial

TABLES = ("subjects", "measurements", "adverse_events", "exposure", "disposition", "medications", "visits")


def told(loaded):
    """Return what a workbook says: how many records of each kind, and the values of each patient."""
    study = loaded.study
    values = study.measurements.groupby(["USUBJID", "PARAMCD"], observed=True)["AVAL"].sum().round(6)
    counts = {name: len(study.frame(name)) for name in TABLES if name != "visits"}
    return counts, {pair: value for pair, value in values.items() if value}


@pytest.fixture
def whole(load):
    return told(load(make_trial()))


def test_sheets_in_another_order_and_rows_shuffled(load, whole):
    book = {name: [list(row) for row in rows] for name, rows in make_trial().items()}
    for rows in book.values():
        body = rows[1:]
        random.Random(7).shuffle(body)
        rows[1:] = body
    assert told(load(dict(reversed(book.items())))) == whole


@pytest.mark.parametrize("name", list(make_trial()))
def test_a_sheet_in_two_halves_says_the_same(load, whole, name):
    book = make_trial()
    rows = book[name]
    half = 1 + len(rows) // 2
    book[name], book[f"{name} of site 2"] = rows[:half], [rows[0], *rows[half:]]
    assert told(load(book)) == whole


@pytest.mark.parametrize("name", list(make_trial()))
def test_a_sheet_that_stands_twice_adds_no_patient(load, whole, name):
    book = make_trial()
    book[f"{name} (2)"] = [list(row) for row in book[name]]
    counts, values = told(load(book))
    assert counts["subjects"] == whole[0]["subjects"]
    assert set(values) == set(whole[1])
