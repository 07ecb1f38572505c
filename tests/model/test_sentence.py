"""Sentences are their English text wherever they go, and can be said in another language from their parts."""

import json
import pickle

import numpy as np
import pytest

from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import Sentence, joined, say, sentence_of

GERMAN = {
    "{n} of {total} stopped": "{n} von {total} brachen ab",
    "{share:.1f} % of {who}": "bei {who} {share:.1f} %",
    "{number} {what}": "{number} {what}",
    "patients": "Patienten",
    "stopped on day {day:.0f}": "abgebrochen an Tag {day:.0f}",
    "older": "älter",
}


def german(text):
    return text.told(lambda pattern: GERMAN.get(pattern, pattern), lambda number: number.replace(".", ","))


@pytest.mark.parametrize(
    ("sentence", "english", "told"),
    [
        (say("{n} of {total} stopped", n=3, total=20), "3 of 20 stopped", "3 von 20 brachen ab"),
        (
            say("{share:.1f} % of {who}", share=np.float64(12.34), who="A.1"),
            "12.3 % of A.1",
            "bei A.1 12,3 %",
        ),
        (counted(20, "patient"), "20 patients", "20 Patienten"),
        (
            say("{n} of {total} stopped", n=counted(2, "patient"), total="−2.10"),
            "2 patients of −2.10 stopped",
            "2 Patienten von −2,10 brachen ab",
        ),
        (capital(say("older")), "Older", "Älter"),
        (
            joined(("", say("older"), "Age {x}", say("stopped on day {day:.0f}", day=31.0)), " · "),
            "older · Age {x} · stopped on day 31",
            "älter · Age {x} · abgebrochen an Tag 31",
        ),
        (say("100 % {of} what is not known"), "100 % {of} what is not known", "100 % {of} what is not known"),
    ],
)
def test_a_sentence_is_english_and_told_in_another_language(sentence, english, told):
    assert sentence == english
    assert german(sentence) == told


def test_names_of_the_file_are_never_translated():
    assert (
        german(say("{n} of {total} stopped", n="older", total="patients")) == "older von patients brachen ab"
    )


def test_a_sentence_is_kept_copied_and_saved_as_its_text():
    sentence = say("{n} of {total} stopped", n=3, total=20)
    kept = pickle.loads(pickle.dumps(sentence))
    assert isinstance(kept, Sentence)
    assert (kept, kept.fields, kept.pattern) == (sentence, sentence.fields, sentence.pattern)
    assert json.loads(json.dumps({"said": sentence})) == {"said": "3 of 20 stopped"}
    assert {sentence: 1}["3 of 20 stopped"] == 1
    assert type(str(sentence)) is str
    assert german(sentence_of(ValueError(sentence))) == "3 von 20 brachen ab"
    assert sentence_of(KeyError(3)) == "3"
    assert not joined(())
