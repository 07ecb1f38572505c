"""Whether rows without patient numbers are people; whose rows they are where several columns could say it."""

import pytest

from sscviewer.workbook.evidence.recognise import recognise_plain
from tests.workbook.evidence.columns_in_memory import table


def columns_of(found, name):
    """Return the letters of a table's field and its different cells."""
    return {c.letter: set(c.cells.unique_texts) for c in found.fields[name]["USUBJID"]}


def read(headings, rows):
    return recognise_plain(table(headings, rows), ask=True)


def patients(headings, rows):
    """Return how many patients a sheet has; 0 when it is refused."""
    found = read(headings, rows)
    first = next((found.fields[t]["USUBJID"][0] for t in found.tables), None)
    return 0 if first is None else len({text for text in first.cells.texts if text})


AGED = [[40 + (7 * i) % 23, "MF"[i % 2], 2.5 + i / 8] for i in range(12)]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("age", "sex", "protein"), AGED),
        (("", "age", "sex", "protein"), [[11 + 3 * i, *row] for i, row in enumerate(AGED)]),
        (("age", "sex"), [row[:2] for row in AGED]),
        (("Age", "Number", "Start"), [[1 + (37 * i) % 190, 2 + i % 5, 3 + (5 * i) % 13] for i in range(12)]),
        (("weeks", "delta"), [[3.5 + (5 * i) % 12, i % 2] for i in range(12)]),
        (
            ("age", "sex", "ill", "cake", "milk"),
            [[*row[:2], "YN"[i % 2], "Y", "N"] for i, row in enumerate(AGED)],
        ),
    ],
)
def test_rows_that_say_who_or_how_long_are_patients_and_it_is_asked(headings, rows):
    found = read(headings, rows)
    assert found.tables[0] == "subjects"
    assert patients(headings, rows) == len(rows)
    assert [q.id for q in found.questions][:1] == ["patient"]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (
            ("faculty", "gender", "asked", "taken"),
            [[f, s, 90 + 7 * i, 30 + i] for i, f in enumerate("PQR") for s in "MF"],
        ),
        (("age", "deaths", "persons"), [[30 + 5 * i, 3 + (7 * i) % 5, 900 - i] for i in range(10)]),
        (("sex", "smoker", "Freq"), [["MF"[i % 2], "YN"[i // 2 % 2], 20 + i] for i in range(7)]),
        (("age", "co2"), [[9000 * i, 200 + (7 * i) % 31] for i in range(1, 20)]),
        (
            ("", "group", "births", "income"),
            [[f"Land {'ABCDEFGH'[i]}", "ab"[i % 2], i, 7 * i] for i in range(8)],
        ),
        (("id", "study", "year", "n1", "e1"), [[i, f"Team {i}", 1990 + i, 40 + i, 3] for i in range(1, 9)]),
        (
            ("study", "treatment", "deaths", "n"),
            [[f"Team {i // 2}", "PQ"[i % 2], i, 50 + i] for i in range(12)],
        ),
    ],
    ids=["crossed", "by age", "frequencies", "ages of ice", "places", "review", "review by arm"],
)
def test_tables_of_counts_places_and_studies_are_no_patients(headings, rows):
    assert read(headings, rows).tables == ()


def test_the_patients_of_several_studies_are_patients():
    rows = [[i, f"Study {i // 20}", 50 + i % 9, "MF"[i % 2]] for i in range(100)]
    assert patients(("id", "study", "age", "sex"), rows) == 100


def test_a_case_of_0_and_1_is_nobody():
    rows = [[i // 3 + 1, int(i % 3 == 0), 30 + (5 * i) % 17, i % 2] for i in range(30)]
    assert patients(("stratum", "case", "age", "smoker"), rows) == 30


def test_two_patients_with_many_rows_each_are_two():
    rows = [[p, 7 * i, 3.5 + i / 8] for p in (1, 2) for i in range(12)]
    assert patients(("case", "day", "x"), rows) == 2


def test_who_has_several_rows_is_the_patient_beside_a_number_of_each_row():
    rows = [
        [4 * j + i + 1, 20 + 3 * i + j, "ABCD"[i], drug]
        for j, drug in enumerate(("P", "C", "T"))
        for i in range(4)
    ]
    found = read(("ID", "Rate", "Subj", "Drug"), rows)
    assert patients(("ID", "Rate", "Subj", "Drug"), rows) == 4
    assert [p.paramcd for p in found.parameters] == ["RATE"]
    assert [c.letter for c in found.fields["measurements"]["ATPT"]] == ["D"]


@pytest.mark.parametrize("heading", ["childid", "PatNr", "subjectnum"])
def test_people_and_their_number_may_be_one_word(heading):
    rows = [[p, year, 6 + p + year] for p in range(1, 8) for year in (0, 1, 3)]
    assert patients((heading, "year", "score"), rows) == 7


def test_labels_of_rows_are_no_measurement_where_1_10_became_1_1():
    labels = [float(f"{p}.{i}") for p in range(1, 5) for i in range(1, 13)]
    rows = [[label, i // 12 + 1, i % 12, 20 + (7 * i) % 11] for i, label in enumerate(labels)]
    found = read(("rownames", "id", "week", "x"), rows)
    assert [p.paramcd for p in found.parameters] == ["X"]
