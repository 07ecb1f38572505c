"""Numbers, units, visit names and headings as people write them."""

import math

import pytest

from sscviewer.workbook.evidence.columns.parameter_names import find_parameter, visit_label
from sscviewer.workbook.evidence.words.item_names import haq_item, skin_site
from sscviewer.workbook.evidence.words.visit_names import read_visit, read_visits
from sscviewer.workbook.values.number_text import parse_text
from sscviewer.workbook.values.vocabulary import conversions, standard, unit_of
from sscviewer.workbook.values.words import identifier, split_heading


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        ("2.81", 2.81, ""),
        ("<0.1", 0.1, "<"),
        ("> 200", 200, ">"),
        ("≤5", 5, "<"),
        (">=7", 7, ">"),
        ("65 %", 65, ""),
        (" -3 ", -3, ""),
        ("1e3", 1000, ""),
        ("2 810", 2810, ""),
        ("1'234.5", 1234.5, ""),
        ("65\N{NO-BREAK SPACE}%", 65, ""),
        ("\N{MINUS SIGN}3", -3, ""),
    ],
)
def test_numbers_in_text(text, number, qualifier):
    found = parse_text(text)
    assert (found.value, found.qualifier) == (number, qualifier)


@pytest.mark.parametrize(
    "text", ["", "ND", "2,81", "84/82", "28 10", "<LLOQ", "19 but poor", "nan", "inf", "1.2.3"]
)
def test_other_text_is_no_number(text):
    assert math.isnan(parse_text(text).value)


@pytest.mark.parametrize(
    ("written", "avisit", "months"),
    [
        ("Baseline", "Baseline", 0.0),
        ("BL", "Baseline", 0.0),
        ("Month 3", "Month 3", 3.0),
        ("month_3", "Month 3", 3.0),
        ("M12", "Month 12", 12.0),
        ("6 mo", "Month 6", 6.0),
        ("Week 26", "Week 26", 26 * 7 * 12 / 365.25),
        ("WEEK 0", "Baseline", 0.0),
        ("Day 15", "Day 15", 14 * 12 / 365.25),
        ("Day 1", "Day 1", 0.0),
        ("Year 1", "Year 1", 12.0),
    ],
)
def test_visits_with_a_time(written, avisit, months):
    visit = read_visit(written)
    assert visit.avisit == avisit
    assert visit.months == pytest.approx(months)


@pytest.mark.parametrize(
    ("written", "avisit"),
    [
        ("SCREENING 2", "Screening 2"),
        ("Unscheduled 3.1", "Unscheduled 3.1"),
        ("AMBUL ECG REMOVAL", "AMBUL ECG REMOVAL"),
        ("Early termination", "Early termination"),
        ("Visit 7", "Visit 7"),
    ],
)
def test_visits_without_a_time(written, avisit):
    visit = read_visit(written)
    assert visit.avisit == avisit
    assert math.isnan(visit.months)


def test_last_screening_stands_in_for_a_missing_baseline():
    found = read_visits(["Screening 1", "Screening 2", "Week 2"])
    assert math.isnan(found["Screening 1"].months)
    assert found["Screening 2"].months == 0
    assert math.isnan(read_visits(["Screening", "Baseline"])["Screening"].months)


@pytest.mark.parametrize(
    ("name", "unit", "code"),
    [
        ("FVC", "L", "FVC"),
        ("FVC", "% predicted", "FVCPP"),
        ("fvc % pred", None, "FVCPP"),
        ("DLco", "%", "DLCOPP"),
        ("mRSS", None, "MRSS"),
        ("HAQ-DI", None, "HAQDI"),
        ("Serum creatinine", "mg/dL", "CREAT"),
        ("Mood", None, None),
    ],
)
def test_parameters_by_name_and_unit(name, unit, code):
    assert find_parameter(name, unit) == code


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("3", "Month 3"),
        ("0", "Baseline"),
        ("month 6", "Month 6"),
        ("at baseline", "Baseline"),
        ("wk 2", "Week 2"),
        ("change", ""),
    ],
)
def test_visits_in_headings(text, label):
    assert visit_label(text) == label


def test_units_are_spelled_one_way():
    assert [unit_of(u) for u in ("ml", "% pred", "BEATS/MIN", "umol/L", "GI/L", "NO UNITS", "furlong")] == [
        "mL",
        "% predicted",
        "beats/min",
        "µmol/L",
        "10^9/L",
        "",
        "furlong",
    ]


@pytest.mark.parametrize(
    ("group", "word", "term"),
    [
        ("sex", "weiblich", "F"),
        ("yes_no", "Oui", "Y"),
        ("action_taken", "Dose held", "DRUG INTERRUPTED"),
        ("action_taken", "Permanently discontinued", "DRUG WITHDRAWN"),
        ("outcome", "Recovered/Resolved", "RECOVERED/RESOLVED"),
        ("outcome", "died", "FATAL"),
        ("status", "Lost to follow-up", "DISCONTINUED"),
        ("reason", "Withdrew consent", "WITHDRAWAL BY SUBJECT"),
        ("related", "REMOTE", "N"),
        ("related", "Possible", "Y"),
        ("sex", "intersex", "intersex"),
    ],
)
def test_words_become_terms(group, word, term):
    assert standard(group, word) == term


def test_headings_lose_their_unit():
    heading = split_heading("FVC (% predicted)")
    assert (heading.name, heading.bracket) == ("FVC", "% predicted")
    assert split_heading("VisitDate").name == "Visit Date"
    assert identifier("Anti-Scl-70") == "ANTI_SCL_70"
    assert identifier("6MWT") == "X6MWT"


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Face", "MRSS01"),
        ("Right Fingers", "MRSS04"),
        ("Fingers (L)", "MRSS05"),
        ("Left Foot", "MRSS17"),
        ("Nose", None),
    ],
)
def test_skin_sites(heading, code):
    assert skin_site(heading) == code


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Dressing: dress yourself", "HAQ0101"),
        ("Stand up from a straight chair", "HAQ0201"),
        ("Activities: do chores", "HAQ0803"),
        ("Grip: aids or devices", "HAQ07AID"),
        ("Jar opener", "HAQ07AID"),
        ("Hygiene: help from another person", "HAQ05HELP"),
        ("Fly a kite", None),
    ],
)
def test_questionnaire_items(heading, code):
    assert haq_item(heading) == code


@pytest.mark.parametrize(
    ("written", "unit"),
    [("mm", "mm"), ("MM", "mm"), ("mM", "mmol/L"), ("µM", "µmol/L"), ("uM", "µmol/L"), ("mmol/l", "mmol/L")],
)
def test_a_length_is_no_concentration(written, unit):
    assert unit_of(written) == unit


def test_every_conversion_takes_a_known_quantity_to_itself():
    """One quantity in both units: 1 L is 1 000 mL, water boils at 212 °F, an inch is 2.54 cm."""
    same = {
        ("µg/L", "ng/mL"): (7, 7), ("µg/mL", "mg/L"): (7, 7), ("ng/L", "pg/mL"): (7, 7),
        ("L", "mL"): (1, 1000), ("cm", "m"): (172, 1.72), ("cm", "in"): (2.54, 1),
        ("kg", "lb"): (45.359237, 100), ("kg", "g"): (1, 1000), ("°C", "°F"): (100, 212),
        ("years", "months"): (2, 24),
    }  # fmt: skip
    same |= {(to, given): (b, a) for (given, to), (a, b) in same.items()}
    for pair, (factor, offset) in conversions().items():
        given, expected = same[pair]
        assert given * factor + offset == pytest.approx(expected), pair
