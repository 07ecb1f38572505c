"""Where a label may be folded."""

import pytest


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("FVC, % predicted (Month 12)", ["FVC, % predicted", "(Month 12)"]),
        ("With shrinkage (95 % CI)", ["With shrinkage", "(95 % CI)"]),
        ("shifted by δ = −4.17 %", ["shifted by δ =", "−4.17 %"]),
        ("High dose (n = 21)", ["High dose", "(n = 21)"]),
        ("two words", ["two", "words"]),
    ],
)
def test_what_belongs_together_stays_on_a_line(ink, text, lines):
    assert ink.fold(text, 1.01 * ink.width(text)) == [text]
    assert ink.fold(text, 0.93 * ink.width(text)) == lines


def test_where_it_does_not_fit_it_is_folded_all_the_same(ink):
    assert ink.fold("Month 12", 1.01 * ink.width("Month")) == ["Month", "12"]


def test_nothing_is_no_line_and_the_last_one_is_cut(ink):
    assert ink.fold("", 100.0) == ink.fold("  ", 100.0) == []
    first, last = ink.fold("Change at Month 12 of the trial", 1.05 * ink.width("Change at"), most=2)
    assert (first, last[-1]) == ("Change at", "…")
    assert last.startswith("Mon")
