"""Treatments had in turn, times that are durations, headings that look like visits: each made up here."""

import random

import pytest

from sscviewer.workbook.evidence.recognise import recognise_plain
from tests.workbook.evidence.columns_in_memory import table

ORDERS = [("placebo", "drug"), ("drug", "placebo")]


def read(headings, rows):
    return recognise_plain(table(headings, rows), ask=True)


def of_values(found):
    """Return {field: letters} of the measurements, and the codes of what was measured."""
    fields = {n: "".join(c.letter for c in columns) for n, columns in found.fields["measurements"].items()}
    return fields, [p.paramcd for p in found.parameters]


def crossover(words):
    return [
        [p, period + 1, words.get(given, given), 10 + 3 * p % 7 + period]
        for p in range(1, 9)
        for period, given in enumerate(ORDERS[p % 2])
    ]


@pytest.mark.parametrize("words", [{}, {"placebo": 0, "drug": 1}, {"placebo": -0.5, "drug": 0.5}])
def test_the_treatment_of_a_crossover_stays_with_its_values(words):
    fields, codes = of_values(read(("id", "period", "treatment", "effect"), crossover(words)))
    assert (fields["VISIT"], fields["ATPT"], codes) == ("B", "C", ["EFFECT"])


def test_a_number_for_a_treatment_is_written_with_its_heading():
    found = read(("id", "period", "drug", "effect"), crossover({"placebo": 1, "drug": 2}))
    assert set(found.fields["measurements"]["ATPT"][0].cells.unique_texts) == {"drug 1", "drug 2"}


def test_a_run_in_of_all_is_no_crossover():
    rows = [[p, v, "placebo" if v == 0 else "drug", 10.5 + p + v] for p in range(1, 9) for v in (0, 4, 8)]
    fields, _ = of_values(read(("id", "week", "treatment", "effect"), rows))
    assert "ATPT" not in fields


def durations(patients=8, rows=3, shuffle=False):
    chance = random.Random(5)
    listed = [
        [p, round(chance.uniform(5, 400), 1), i % 2, p % 3] for p in range(patients) for i in range(rows)
    ]
    if shuffle:
        chance.shuffle(listed)
    return listed


def test_times_in_no_order_are_how_long_something_took():
    fields, codes = of_values(read(("id", "time", "status", "kind"), durations()))
    assert not {"VISIT", "ADY"} & set(fields)
    assert codes == ["TIME", "STATUS"]


@pytest.mark.parametrize("step", [1, -1], ids=["first to last", "last to first"])
def test_irregular_times_in_order_are_when(step):
    rows = [[p, 30.5 * v + p / 8, 5 + v] for p in range(1, 9) for v in range(4)[::step]]
    fields, codes = of_values(read(("id", "time", "x"), rows))
    assert fields["ADY"] == "B" or fields["VISIT"] == "B"
    assert codes == ["X"]


def test_shuffled_rows_say_nothing_of_their_times():
    rows = [[p, 30.5 * v + p / 8, 5 + v] for p in range(1, 9) for v in range(4)]
    random.Random(1).shuffle(rows)
    fields, codes = of_values(read(("id", "time", "x"), rows))
    assert {"VISIT", "ADY"} & set(fields)
    assert codes == ["X"]


@pytest.mark.parametrize("heading", ["conc", "dose", "group", "birthmonth"])
def test_numbers_that_rise_and_name_another_thing_are_no_times(heading):
    rows = [[p, level, 5.5 + p * level] for p in range(1, 8) for level in (1, 2, 4)]
    assert not {"VISIT", "ADY"} & set(of_values(read(("subject", heading, "x"), rows))[0])


def test_numbers_that_rise_in_the_few_patients_with_two_rows_are_no_times():
    rows = [[p, 40 + p % 5, 7.5 + p % 11] for p in range(1, 40)] + [
        [40, 1, 7.5],
        [40, 2, 8.5],
        [41, 1, 7],
        [41, 3, 9],
    ]
    assert "ADY" not in of_values(read(("id", "code", "x"), rows))[0]


def test_spans_of_follow_up_have_times_though_most_patients_have_one():
    rows = [[p, 0, 40.5 + p % 7, 5.5 + p % 3] for p in range(1, 30)] + [[30, 0, 9.5, 4], [30, 9.5, 41.5, 6]]
    fields, _ = of_values(read(("id", "start", "stop", "x"), [*rows, [31, 0, 8.5, 4], [31, 8.5, 30.5, 6]]))
    assert fields["ADY"] == "B"


@pytest.mark.parametrize(
    ("first", "second"),
    [("d1", "d2"), ("run200m", "run800m"), ("bp.1d", "bp.2d")],
    ids=["yes or no", "metres", "letters"],
)
def test_a_letter_beside_a_number_is_no_visit_by_itself(first, second):
    values = {"d1": (0, 1), "run200m": (21.5, 130.5), "bp.1d": (80, 82)}[first]
    others = ("bp.1s", "bp.2s") if first == "bp.1d" else ("a", "b")
    rows = [
        [
            i,
            "MF"[i % 2],
            *((v + (i % 2 if i > 3 else 0)) if v > 1 else i % 2 for v in values),
            120 + i,
            130 - i,
        ]
        for i in range(1, 9)
    ]
    found = read(("id", "sex", first, second, *others), rows)
    assert found.tables == ("subjects",)


def test_a_condition_told_on_each_row_is_no_history():
    rows = [[p, ("easy", "hard")[p % 2], 300 + 7 * p + i] for p in range(1, 9) for i in range(6)]
    assert "history" not in read(("id", "condition", "response"), rows).tables


def test_words_that_are_no_sexes_are_no_sex():
    rows = [[i, f"G{1 + i % 4}", 10.5 + i] for i in range(1, 13)]
    assert "SEX" not in read(("id", "gen", "height"), rows).fields["subjects"]


@pytest.mark.parametrize("step", [0.25, 0.26], ids=["shared", "each its own"])
def test_concentrations_of_a_drug_were_taken_at_hours(step):
    rows = [
        [p, step * k + (p / 100 if step > 0.25 else 0), 9.5 - k / 4] for p in range(1, 9) for k in range(11)
    ]
    found = read(("subject", "time", "conc"), rows)
    assert [q.taken for q in found.questions] == ["hours"]
    assert all(
        text.startswith(("Hour", "Baseline"))
        for text in found.fields["measurements"]["VISIT"][0].cells.unique_texts
    )
