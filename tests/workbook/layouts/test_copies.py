"""A sheet that repeats another but for a few cells: one of them counts, which is asked and remembered."""

import pytest

from sscviewer.workbook import load_study
from sscviewer.workbook.mapping.library import remember_answers

PEOPLE = [f"P{i:02d}" for i in range(1, 9)]
VISITS = ("Baseline", "Month 3", "Month 6")
LUNG = [["Patient", "Visit", "FVC (L)"]] + [
    [p, v, round(2.5 + i / 10 - k / 50, 2)] for i, p in enumerate(PEOPLE) for k, v in enumerate(VISITS)
]


def changed(rows, row, column, value):
    copy = [list(one) for one in rows]
    copy[row][column] = value
    return copy


def sheet_of(loaded):
    return {s.name: s.used for s in loaded.report.sheets}


def questions(loaded):
    return [q for q in loaded.report.questions if q.id == "which_sheet"]


@pytest.mark.parametrize(
    ("names", "taken"),
    [(("Lung", "Lung old"), "Lung"), (("Kopie von Lung", "Lung"), "Lung"), (("A", "B"), "A")],
)
def test_of_two_sheets_that_are_nearly_the_same_one_counts(make_workbook, names, taken):
    path = make_workbook(dict(zip(names, (LUNG, changed(LUNG, 5, 2, 1.11)), strict=True)))
    loaded = load_study(path)
    assert sheet_of(loaded) == {name: 24 * (name == taken) for name in names}
    (question,) = questions(loaded)
    assert question.taken == taken
    assert question.examples[0].written == "“FVC (L)”, rows 6 and 6"
    assert question.examples[0].read == ("2.58", "1.11", "both cells")
    other = next(name for name in names if name != taken)
    said = load_study(path, answers=(question.answered(other),))
    assert sheet_of(said)[other] == 24
    assert questions(said) == []
    assert len(load_study(path, answers=(question.answered("both"),)).study.measurements) == 48


def test_the_answer_is_kept_for_files_of_the_shape(make_workbook, tmp_path):
    path = make_workbook({"A": LUNG, "B": changed(LUNG, 5, 2, 1.11)})
    loaded = load_study(path)
    remember_answers(tmp_path / "kept", loaded.shape, (questions(loaded)[0].answered("B"),))
    assert sheet_of(load_study(path, library=tmp_path / "kept")) == {"A": 0, "B": 24}


def test_a_copy_without_a_difference_is_left_out_without_a_question(load):
    loaded = load({"Lung": LUNG, "Again": LUNG})
    assert sheet_of(loaded) == {"Lung": 24, "Again": 0}
    assert questions(loaded) == []
    (told,) = [i.message for i in loaded.report.issues if i.code == "sheet.ignored"]
    assert "repeats sheet “Lung”" in told


def test_two_lists_of_patients_that_differ_are_asked_about(load):
    rows = [["Patient", "Sex", "Age", "Arm"]] + [[p, "F", 40 + i, "AB"[i % 2]] for i, p in enumerate(PEOPLE)]
    loaded = load({"Patients": rows, "Patients May": changed(rows, 3, 3, "B")})
    assert questions(loaded)[0].examples[0].read == ("A", "B", "both cells")


def test_a_list_that_went_on_is_the_one_that_counts(load):
    loaded = load({"Spring": LUNG[:19], "Autumn": LUNG})
    assert sheet_of(loaded) == {"Spring": 0, "Autumn": 24}


def test_parts_of_one_list_are_both_read(load):
    loaded = load({"Part 1": LUNG[:13], "Part 2": [LUNG[0], *LUNG[13:]]})
    assert sheet_of(loaded) == {"Part 1": 12, "Part 2": 12}
    assert questions(loaded) == []


def test_sheets_taken_for_visits_by_their_contents_are_said_so(load):
    first = [["Patient", "FVC (L)"]] + [[p, 2.5 + i / 10] for i, p in enumerate(PEOPLE)]
    second = [["Patient", "FVC (L)"]] + [[p, 2.4 + i / 10] for i, p in enumerate(PEOPLE)]
    loaded = load({"Alpha": first, "Beta": second})
    (told,) = [i.message for i in loaded.report.issues if i.code == "visit.by_content"]
    assert "“Alpha”, “Beta”" in told
    named = load({"Baseline": first, "Month 3": second})
    assert not any(i.code == "visit.by_content" for i in named.report.issues)


def test_a_copy_with_numbers_as_text_and_columns_moved_is_a_copy(load):
    as_text = [[cell if isinstance(cell, str) else str(cell) for cell in reversed(row)] for row in LUNG]
    assert sheet_of(load({"Lung": LUNG, "Typed": as_text})) == {"Lung": 24, "Typed": 0}


def test_rows_that_share_their_cells_but_not_their_places_are_no_copy(load):
    shifted = [LUNG[0]] + [[p, v, LUNG[1 + (i + 3) % 24][2]] for i, (p, v, _) in enumerate(LUNG[1:])]
    assert sheet_of(load({"Lung": LUNG, "Other": shifted})) == {"Lung": 24, "Other": 24}
