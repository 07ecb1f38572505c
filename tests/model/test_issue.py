"""A message says what was found and what was done."""

from sscviewer.model.issue import Issue


def test_found_and_done_are_told_apart_at_the_last_semicolon():
    issue = Issue("warning", "x", "A (b; c) is d; it is kept as text.")
    assert (issue.found, issue.done) == ("A (b; c) is d", "It is kept as text.")


def test_a_message_without_semicolon_is_all_found():
    issue = Issue("warning", "x", "Row 5 names no patient and was not used.")
    assert (issue.found, issue.done) == ("Row 5 names no patient and was not used.", "")
