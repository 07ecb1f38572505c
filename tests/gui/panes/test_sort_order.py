"""The order of texts in a column: by weight, by number, and as people count."""

import random

import pytest

from sscviewer.gui.panes.sort_order import sort_key

ORDERED = [
    ("", "Mild", "MODERATE", "severe", "Life-threatening", "Fatal"),
    ("info", "warning", "error"),
    ("−10.5", "−2", "0", "3.5", "12"),
    ("", "-5", "7", "10"),
    ("Month 1", "Month 2", "Month 10", "Month 10b", "Month 12"),
    ("S-2", "S-10", "S-100"),
    ("apple", "Banana", "cherry"),
    ("mild rash", "moderate rash", "severe rash"),
]


@pytest.mark.parametrize("texts", ORDERED, ids=lambda texts: texts[-1])
def test_texts_come_in_their_order_however_they_lay(texts):
    for seed in range(5):
        mixed = list(texts)
        random.Random(seed).shuffle(mixed)
        assert sorted(mixed, key=sort_key(mixed, numeric=False)) == list(texts)


def test_one_other_word_and_the_column_is_plain_text():
    texts = ["severe", "mild", "Grade 3"]
    assert sorted(texts, key=sort_key(texts, numeric=False)) == ["Grade 3", "mild", "severe"]
