"""A mapping goes into a file and comes back; a file that is not one is refused in one sentence."""

import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscviewer.model.tables import SETTLED, TABLES
from sscviewer.workbook.mapping.check import BadMapping
from sscviewer.workbook.mapping.file import OPTIONS, mapping_text, parse_mapping, read_mapping, save_mapping
from sscviewer.workbook.mapping.mapping import (
    Mapping,
    ParameterMapping,
    SheetMapping,
    column_names,
    fingerprint,
    shape,
)
from sscviewer.workbook.mapping.words import WORD_GROUPS, fields_of, known_roles, meanings
from sscviewer.workbook.measurements.number_marks import MARKS
from sscviewer.workbook.unusable import UnusableFile

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
codes = st.text(string.ascii_uppercase + string.digits + "_", min_size=1, max_size=8).filter(
    lambda code: any(c.isalpha() for c in code)
)
parameters = st.builds(
    ParameterMapping, texts, st.just("") | codes, st.just("") | texts, st.none() | texts, st.just("") | texts
)


@st.composite
def sheets(draw):
    tables = tuple(draw(st.lists(st.sampled_from(known_roles()), max_size=2, unique=True)))
    fields = {
        table: draw(
            st.dictionaries(
                st.sampled_from(sorted(fields_of(table))),
                st.lists(texts, min_size=1, max_size=3).map(tuple),
                max_size=4,
            )
        )
        for table in tables
    }
    field = draw(st.sampled_from(sorted(WORD_GROUPS)))
    words = draw(st.dictionaries(texts, st.sampled_from(("", *meanings(field))), max_size=3))
    return SheetMapping(
        draw(texts),
        draw(st.just("") | st.text("0123456789abcdef", min_size=12, max_size=12)),
        draw(st.integers(0, 30)),
        tables,
        fields,
        tuple(draw(st.lists(parameters, max_size=3))),
        {field: words} if words else {},
        draw(st.dictionaries(texts, texts, max_size=2)),
        draw(st.dictionaries(texts, st.floats(-24, 240, allow_nan=False), max_size=3)),
    )


groups = st.dictionaries(texts, st.lists(texts, min_size=1, max_size=3).map(tuple), max_size=3)


@given(st.lists(sheets(), max_size=4), groups)
def test_what_is_written_is_read_back(listed, named):
    mapping = Mapping(tuple(listed), named)
    text = mapping_text(mapping)
    assert parse_mapping(text) == mapping
    assert mapping_text(parse_mapping(text)) == text


def test_the_file_explains_itself_and_is_replaced_whole(tmp_path):
    path = tmp_path / "trial.toml"
    path.write_text("old")
    save_mapping(
        Mapping((SheetMapping("AE", "", 1, ("history",), {"history": {"USUBJID": ("Pat",)}}),)), path
    )
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# How sscviewer reads a workbook")
    assert 'USUBJID = "Pat"' in text
    assert [p.name for p in tmp_path.iterdir()] == ["trial.toml"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UnusableFile, match="cannot be written"):
        save_mapping(Mapping(), tmp_path / "no" / "trial.toml")


SHEET = 'format = 1\n[[sheet]]\nname = "AE"\nrole = "adverse_events"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1\n[[sheet]\n", "line 2"),
        ("", "“format”"),
        ("format = 2", "format = 1"),
        ("format = 1\nshet = []", "“shet”"),
        ('format = 1\n[[sheet]]\nname = "AE"\nrole = "events"', "“role” of sheet “AE”"),
        ('format = 1\n[[sheet]]\nrole = "ignored"', "sheet 1"),
        ('format = 1\ngroups = ["Rash"]', "“groups”"),
        ("format = 1\n[groups]\nOedema = []", "“groups.Oedema”"),
        ("format = 1\n[groups]\nOedema = [1]", "“groups.Oedema”"),
        (SHEET + "header_row = -1", "“header_row” of sheet “AE”"),
        (SHEET + "header_row = true", "“header_row” of sheet “AE”"),
        (SHEET + 'colour = "red"', "“colour” of sheet “AE”"),
        (
            SHEET + "[sheet.columns.adverse_events]\nAETERM = 3",
            "“columns.adverse_events.AETERM” of sheet “AE”",
        ),
        (SHEET + "[sheet.columns.exposure]\nEXDOSE = 'x'", "“columns.exposure” of sheet “AE”"),
        (SHEET + '[sheet.words.AEREL]\n"maybe" = "perhaps"', "“words.AEREL.maybe” of sheet “AE”"),
        (SHEET + '[sheet.words.AETERM]\n"a" = "b"', "“words.AETERM” of sheet “AE”"),
        (SHEET + '[sheet.visits]\nV1 = "soon"', "“visits.V1” of sheet “AE”"),
        (SHEET + "[sheet.visits]\nV1 = inf", "“visits.V1” of sheet “AE”"),
        (SHEET + 'parameter = [{ column = "x", code = "not a code" }]', "“parameter.code” of sheet “AE”"),
        (SHEET + 'parameter = [{ code = "X" }]', "“parameter.column” of sheet “AE”"),
    ],
)
def test_what_is_wrong_is_named(text, said):
    with pytest.raises(BadMapping) as caught:
        parse_mapping(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=200))
def test_any_text_is_a_mapping_or_refused(text):
    with contextlib.suppress(BadMapping):
        parse_mapping(text)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadMapping, match="UTF-8"):
        read_mapping(path)
    with pytest.raises(BadMapping, match="cannot be read"):
        read_mapping(tmp_path / "gone.toml")


def test_columns_have_one_name_each():
    named = column_names([("A", "Race"), ("B", ""), ("C", "Race"), ("D", "Sex ")])
    assert named == {"A": "Race", "B": "(column B)", "C": "Race #2", "D": "Sex"}


def test_the_shape_is_that_of_headings_and_not_of_their_order():
    assert fingerprint(["Visit date", "FVC (L)"]) == fingerprint(["FVC (l)", "VISIT_DATE"])
    assert fingerprint(["Visit"]) != fingerprint(["Visits"])
    one, other = SheetMapping("AE", "a", 1), SheetMapping("PFT", "b", 3)
    assert shape(Mapping((one, other))) == shape(Mapping((other, one)))


def test_what_the_plan_settles_is_no_field_of_a_sheet():
    said = {c.name for of in TABLES.values() for c in of if c.label.startswith("Settled by the plan")}
    assert said < SETTLED
    for table in known_roles():
        assert not SETTLED & set(fields_of(table))


def test_words_of_a_dose_log_can_be_said():
    assert {"STUDY", "BACKGROUND"} == set(meanings("EXCAT"))
    assert "DRUG INTERRUPTED" in meanings("EXACN")


def test_every_question_that_has_options_takes_the_ones_it_asks():
    assert OPTIONS["number_mark"] == tuple(MARKS)
