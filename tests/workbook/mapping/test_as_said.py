"""Answers in a mapping: they change how cells are read, headless as in the window, what is odd is named."""

from dataclasses import replace

import pytest

from sscviewer.analysis.settle import settle_study
from sscviewer.model.endpoint_cards import way_of
from sscviewer.model.questions import Answer
from sscviewer.workbook import UnusableFile, load_study
from sscviewer.workbook.mapping.check import BadMapping
from sscviewer.workbook.mapping.file import mapping_text, parse_mapping
from sscviewer.workbook.mapping.library import remember_answers, store_mapping
from sscviewer.workbook.preview.preview import look_at
from tests.planned import PLAN

TIMES = [
    ["Patient", "Time", "FVC (L)", "Marker"],
    *([f"P{p}", t, 2.5 + 0.1 * p - 0.01 * t, 500 + 10 * p + 3 * t] for p in range(6) for t in (0, 2, 4, 8)),
]
BLOCKS = [
    ["Group", "Patient", "Visit", "BP", "FVC (L)"],
    ["a", "1", "Baseline", "142/98", 2.5],
    [None, "2", "Baseline", "120/80", 2.6],
    ["b", "3", "Baseline", "n.d.", 2.7],
    [None, "3", "Week 12", "high", 2.6],
]


def answers_text(*answers) -> str:
    lines = ["format = 1"]
    for question, sheet, column, option in answers:
        lines += ["[[answer]]", f'question = "{question}"', f'sheet = "{sheet}"', f'answer = "{option}"']
        lines += [f'column = "{column}"'] if column else []
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("unit", "days"),
    [
        ("days", [1, 3, 5, 9]),
        ("weeks", [1, 15, 29, 57]),
        ("months", [1, 61, 122, 244]),  # 30.4375 days each, whole days
        ("years", [1, 731, 1462, 2923]),
    ],
)
def test_a_unit_of_times_in_the_mapping_decides_the_study_days(make_workbook, unit, days):
    path = make_workbook({"FVC": TIMES})
    mapping = parse_mapping(answers_text(("time_unit", "FVC", "Time", unit)))
    loaded = load_study(path, mapping=mapping)
    assert sorted(set(loaded.study.measurements["ADY"])) == days
    assert loaded.report.questions == ()
    assert [i.message for i in loaded.report.issues if i.code == "question.answered"] == [
        f"Time unit of column “Time”: “{unit}”, as you said."
    ]


def test_the_mapping_in_force_carries_the_answers_and_gives_the_same_study_again(make_workbook):
    path = make_workbook({"FVC": TIMES})
    first = load_study(path, answers=(Answer("time_unit", "FVC", "Time", "months"),))
    again = load_study(path, mapping=parse_mapping(mapping_text(first.mapping)))
    assert again.mapping == first.mapping
    assert again.study.measurements.equals(first.study.measurements)


def test_a_sheet_mapped_otherwise_keeps_its_study_days(make_workbook):
    # visit and study day are made of one column of numbers; each has a name of its own in the mapping
    path = make_workbook({"FVC": TIMES})
    first = load_study(path, answers=(Answer("time_unit", "FVC", "Time", "months"),))
    (sheet,) = first.mapping.sheets
    fewer = replace(first.mapping, sheets=(replace(sheet, parameters=sheet.parameters[:1]),))
    study = load_study(path, mapping=fewer).study
    assert set(study.measurements["PARAMCD"]) == {"FVC"}
    assert sorted(set(study.measurements["ADY"])) == [1, 61, 122, 244]


def test_both_halves_of_pairs_survive_a_mapping_of_their_sheet(make_workbook):
    cells = ([f"{p}", v, f"1{p}2/9{p}", p] for p in (1, 2) for v in ("V1", "V2"))
    rows = [["Patient", "Visit", "BP", "x"], *cells]
    path = make_workbook({"Data": rows})
    first = load_study(path)
    (sheet,) = first.mapping.sheets
    named = tuple(replace(p, name="Upper") if p.code == "SYSBP" else p for p in sheet.parameters)
    other = load_study(path, mapping=replace(first.mapping, sheets=(replace(sheet, parameters=named[:2]),)))
    for loaded in (first, other):
        values = loaded.study.measurements.groupby("PARAMCD", observed=True)["AVAL"].unique()
        assert sorted(values["SYSBP"]) == [112, 122]
        assert sorted(values["DIABP"]) == [91, 92]


def test_cells_filled_down_and_pairs_split_as_said(make_workbook):
    path = make_workbook({"Data": BLOCKS})
    plain = load_study(path).study
    assert "DIABP" not in set(plain.measurements["PARAMCD"])
    said = answers_text(("fill_down", "Data", "Group", "yes"), ("split_pairs", "Data", "BP", "yes"))
    loaded = load_study(path, mapping=parse_mapping(said))
    pressure = loaded.study.measurements.query("PARAMCD == 'DIABP'").set_index("USUBJID")["AVAL"]
    assert pressure.dropna().to_dict() == {"1": 98, "2": 80}
    preview = look_at(path).preview(parse_mapping(said)).sheets[0]
    (group,) = (c for c in preview.columns if c.name == "Group")
    assert group.n_filled == 4


def test_an_answer_about_a_column_that_is_not_there_is_named(make_workbook):
    loaded = load_study(make_workbook({"FVC": TIMES}), answers=(Answer("time_unit", "FVC", "Hour", "weeks"),))
    (issue,) = (i for i in loaded.report.issues if i.code == "mapping.unmatched")
    assert "“Hour”" in issue.message
    assert [q.id for q in loaded.report.questions] == ["time_unit"]


def test_later_answers_take_the_place_of_those_kept(make_workbook, tmp_path):
    path, library = make_workbook({"FVC": TIMES}), tmp_path / "kept"
    shape = load_study(path).shape
    remember_answers(library, shape, (Answer("time_unit", "FVC", "Time", "weeks"),))
    remember_answers(library, shape, (Answer("time_unit", "FVC", "Time", "days"),))
    loaded = load_study(path, library=library)
    assert sorted(set(loaded.study.measurements["ADY"])) == [1, 3, 5, 9]
    assert loaded.shape == shape  # found again, whatever was answered


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (("time_unit", "FVC", "Time", "moons"), "“moons” is none of visits, minutes, hours"),
        (("colour", "FVC", "Time", "red"), "“colour” is none of time_unit"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_by_name(answer, sentence):
    with pytest.raises(BadMapping, match=sentence):
        parse_mapping(answers_text(answer))


def test_codes_of_sex_are_asked_never_guessed(make_workbook):
    rows = [["Patient", "Sex", "Age"], *([f"P{p}", 1 + p % 2, 40 + p] for p in range(4))]
    path = make_workbook({"Patients": rows})
    asked = load_study(path)
    (question,) = asked.report.questions
    assert question.taken == "as written"
    assert list(asked.study.subjects["SEX"]) == ["1", "2", "1", "2"]
    answered = load_study(path, answers=(question.answered(question.options[0]),))
    assert list(answered.study.subjects["SEX"]) == ["F", "M", "F", "M"]
    assert not {"subject.sex_word"} & {i.code for i in answered.report.issues}


def test_a_question_shows_no_cell_of_a_column_that_identifies_a_person(make_workbook):
    rows = [["Surname", "What", "Value"], *([f"Smith{p}", f"Y{p % 3}", 40 + p] for p in range(6))]
    with pytest.raises(UnusableFile) as refused:
        load_study(make_workbook({"Data": rows}))
    (question,) = refused.value.questions
    assert "Surname" not in question.options
    assert not any("Smith" in text for e in question.examples for text in (e.written, *e.read))


def test_unit_name_and_direction_of_an_own_marker_are_said_once_and_kept(make_workbook, tmp_path):
    path, library = make_workbook({"FVC": TIMES}), tmp_path / "kept"
    first = load_study(path)
    (sheet,) = first.mapping.sheets
    (own,) = (p for p in sheet.parameters if p.code != "FVC")
    assert way_of(first.study.parameters[own.code]) == 0  # nobody knows
    said = replace(own, name="Serum marker", unit="U/mL", better="lower")
    parameters = tuple(said if p is own else p for p in sheet.parameters)
    mapping = replace(first.mapping, sheets=(replace(sheet, parameters=parameters),))
    assert parse_mapping(mapping_text(mapping)) == mapping
    store_mapping(library, first.shape, mapping)
    study = load_study(path, library=library).study
    parameter = study.parameters[own.code]
    assert (parameter.param, parameter.unit, way_of(parameter)) == ("Serum marker", "U/mL", -1)
    assert way_of(settle_study(study, PLAN).parameters[own.code]) == -1  # as every analysis sees it
