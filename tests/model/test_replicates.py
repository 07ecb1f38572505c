"""Which words only count readings, and which tell values apart."""

import pytest

from sscviewer.model.replicates import reading, told_apart_by


@pytest.mark.parametrize(
    "words",
    [reading("2"), "Reading 2", "READING 12", "Rep A", "Rep. 2", "replicate b", "1st", "2nd reading", "#3"],
)
def test_a_counted_reading_is_no_quantity_of_its_own(words):
    assert told_apart_by(words) == ""
    assert told_apart_by(f"standing, {words}") == "standing"


@pytest.mark.parametrize(
    "words", ["standing", "Day 2", "2 h", "1st dose", "reading room", "Rep", "A", "left 2"]
)
def test_other_words_tell_values_apart(words):
    assert told_apart_by(words) == words
