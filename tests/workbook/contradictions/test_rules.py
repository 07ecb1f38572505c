"""The table of rules: what every rule promises, and the manual that lists them."""

from sscviewer.bundled import resource_path
from sscviewer.workbook.contradictions.rules import RULES


def test_codes_are_different_and_every_rule_has_words():
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(rule.words and rule.words[0].isupper() and not rule.words.endswith(".") for rule in RULES)


def test_the_manual_lists_every_rule():
    page = resource_path("manual", "7_contradictions.md").read_text(encoding="utf-8")
    missing = [rule.words for rule in RULES if rule.words not in page]
    assert not missing


def test_sentences_say_what_was_done(demo_study):
    codes = {rule.code for rule in RULES}
    said = [issue for issue in demo_study.issues if issue.code in codes]
    assert said
    assert all(issue.done.endswith(".") and issue.usubjid and issue.cell for issue in said)
