"""Words in scripts and languages other than English: none is lost, none taken for another."""

import pytest

from sscviewer.workbook.evidence.columns.families import families, occasion_of
from sscviewer.workbook.evidence.columns.parameter_names import with_trailing_unit
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.tables.summary_rows import is_summary
from sscviewer.workbook.evidence.words.patient_words import names_patients
from sscviewer.workbook.evidence.words.reading_words import reading_in
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.evidence.words.visit_names import read_visit
from sscviewer.workbook.values.words import identifier, key, split_heading
from tests.workbook.evidence.columns_in_memory import cells


def test_words_of_other_scripts_are_words():
    assert len({key(text) for text in ("恶心", "腹泻", "тошнота", "ναυτία", "")}) == 5
    assert identifier("用力肺活量") != identifier("血红蛋白")
    assert tokens("治疗前FVC") == ("治疗前", "fvc")


@pytest.mark.parametrize(
    ("written", "visit", "months"),
    [
        ("第4周", "Week 4", 28 / 30.4375),
        ("Semaine 4", "Week 4", 28 / 30.4375),
        ("nach 6 Monaten", "Month 6", 6),
        ("Mes 3", "Month 3", 3),
        ("12 mesi", "Month 12", 12),
        ("3 meses", "Month 3", 3),
        ("Basal", "Baseline", 0),
        ("基线", "Baseline", 0),
    ],
)
def test_visits_in_other_languages(written, visit, months):
    found = read_visit(written)
    assert (found.avisit, found.months) == (visit, pytest.approx(months))


@pytest.mark.parametrize("written", ["Week 4a", "Week 4 A", "Week 4 post", "Day 1 post", "Month 6 a"])
def test_a_word_behind_the_time_makes_another_visit(written):
    assert read_visit(written).avisit == written


@pytest.mark.parametrize("written", ["post 3 months", "a 3 mesi", "al mes 3", "nach 3 Monaten"])
def test_a_word_before_the_time_adds_nothing(written):
    assert read_visit(written).avisit == "Month 3"


@pytest.mark.parametrize(
    "written", ["Pt no", "Code patient", "Cod. paz.", "Numero paziente", "Identifiant patient"]
)
def test_headings_that_name_patients(written):
    assert names_patients(split_heading(written))


@pytest.mark.parametrize("written", ["Patient age", "Number of patients per site", "Sample ID"])
def test_headings_that_do_not(written):
    assert not names_patients(split_heading(written))


@pytest.mark.parametrize(
    "written", ["Mean", "Subtotal A", "Gesamt:", "Totale", "合计", "Mean (SD)", "Total patients"]
)
def test_rows_that_sum_up(written):
    assert is_summary(written)


@pytest.mark.parametrize(
    "written", ["SD-01", "Max 1", "MIN-003", "Summer", "A", "", "Max Weber", "Max W.", "Min Kim", "Sum Li"]
)
def test_codes_that_do_not_sum_up(written):
    assert not is_summary(written)


def test_the_stem_of_a_heading_with_accents_is_whole():
    found = occasion_of(Column("B", split_heading("DLCO % théorique M6"), cells([60, 61])))
    assert (found.stem, found.visit) == ("DLCO % théorique", "Month 6")
    assert with_trailing_unit(found.stem) == ("DLCOPP", "% predicted")


@pytest.mark.parametrize(
    ("headings", "stems", "visits"),
    [
        (("peso pre", "peso pos"), {"peso"}, {"pre", "pos"}),
        (("peso_pré", "peso_pós"), {"peso"}, {"pre", "pos"}),
        (
            tuple(f"PANAS_{side}_{when}" for side in ("pos", "neg") for when in ("pre", "post")),
            {"PANAS_pos", "PANAS_neg"},
            {"pre", "post"},
        ),
        (("PANAS pos", "PANAS neg", "PANAS pre"), set(), set()),
    ],
)
def test_pos_is_after_only_beside_pre_alone(headings, stems, visits):
    columns = tuple(Column(text, split_heading(text), cells([1.5, 2.5, 3])) for text in headings)
    found = families(columns, {c.letter: profile(c.cells) for c in columns})
    assert {o.stem for o in found} == stems
    assert {o.visit for o in found} == visits


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("FEV1 reading 2", ("FEV1", "2")),
        ("FEV1 best of 3", ("FEV1", "best")),
        ("SpO2 reading 1", ("SpO2", "1")),
        ("HbA1c 2nd reading", ("HbA1c", "2")),
        ("FEV1 #2", ("FEV1", "2")),
        ("6 minute walk trial 2", ("6 minute walk", "2")),
        ("FVC_rep2", ("FVC", "2")),
        ("1. Messung FVC", ("FVC", "1")),
        ("FEV1", None),
        ("FVC 2", None),
    ],
)
def test_a_digit_of_a_name_counts_no_readings(name, told):
    assert reading_in(name) == told


@pytest.mark.parametrize(
    ("headings", "visits"),
    [
        (("CD3+CD4+", "CD3+CD8+", "CD3+CD19+"), []),
        (("CD4+ D+1", "CD4+ D+8"), ["Day 1", "Day 8"]),
        (("Urine protein 12h (mg)", "Urine protein 24h (mg)"), []),
        (("Level 0h", "Level 2h"), ["Baseline", "Hour 2"]),
        (("Level 2h", "Level 4h", "Level 6h"), ["Hour 2", "Hour 4", "Hour 6"]),
    ],
)
def test_cells_and_collections_are_no_times(headings, visits):
    columns = [
        Column("ABC"[i], split_heading(h), cells([10 + i, 11 + i, 12 + i])) for i, h in enumerate(headings)
    ]
    found = families(columns, {c.letter: profile(c.cells) for c in columns})
    assert [o.visit for o in found] == visits
