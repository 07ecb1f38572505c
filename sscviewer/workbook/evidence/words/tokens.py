"""Headings as words: what they are called in English, without what only says how a value is stored."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from sscviewer.workbook.values.vocabulary import read_toml

_HAN = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PARTS = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]+|\d+(?:[.,]\d+)?|[%<>+]")
"""Chinese and Japanese characters stand beside Latin ones without a blank: "治疗前FVC"."""
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

_ELIDED = re.compile(r"\b[ld]['\u2019](?=[^\W\d])", re.IGNORECASE)
"""An article before a vowel ("l'étude"); a lone L is a side, a unit or an arm."""

_ALIKE = 92.0
"""From this similarity (0 to 100) on, two names are the same but for a slip of the pen. "severity" and
"serverity" have 94; names of up to four letters never reach it with one letter wrong, so "start" is not
"smart". It takes "AE term" for "AE terms", and would take two drugs whose names differ by a letter for one:
it is used on headings only, never on cells."""

_SHORTEST = 6
"""Shorter names are compared letter by letter."""


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a heading in lower case, without accents ("AE_ONSET_DT1" → 4)."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", _ELIDED.sub(" ", text)).replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_PARTS.findall(plain.casefold()))


@cache
def _english() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for meaning, listed in read_toml("languages")["words"].items():
        for word in listed:
            found["".join(tokens(word))] = tuple(meaning.split())
    return {**_collected(), **found}


@cache
def _collected() -> Mapping[str, tuple[str, ...]]:
    """Return the variables that CDASH collects, by domain and ending, in words."""
    listed = read_toml("languages")["collected"]
    return {
        f"{domain}{ending}": tuple(meaning.split())
        for part in (listed, listed["coded"])
        for domain in part["domains"]
        for ending, meaning in part["endings"].items()
    }


@cache
def _affixes() -> frozenset[str]:
    return frozenset(read_toml("languages")["affixes"]["form"])


@lru_cache(maxsize=20_000)
def english(text: str) -> tuple[str, ...]:
    """Return the words of a heading as the English vocabularies know them, in order."""
    said = tokens(text)
    if (joined := _collected().get("".join(said))) is not None:
        return joined  # "AEStDat", whose capitals part it in three
    out: list[str] = []
    for token in said:
        out += _english().get(token, (token,))
    return tuple(out)


@lru_cache(maxsize=20_000)
def meaning(text: str) -> frozenset[str]:
    """Return what a heading says: its English words without affixes and numbers, whatever their order."""
    words = english(text)
    kept = {word for word in words if not word[0].isdigit() and word not in _affixes()}
    return frozenset(kept or words)


class Phrases:
    """A vocabulary of headings, looked up by the words of a heading instead of by its letters.

    Parameters
    ----------
    own
        Words that a heading may have besides those of an entry.
    """

    def __init__(self, entries: Mapping[str, str], own: frozenset[str] = frozenset()) -> None:
        self._own = own
        self._exact: dict[frozenset[str], str] = {}
        for written, name in entries.items():
            self._exact.setdefault(meaning(written), name)
        self._spelled = {" ".join(sorted(words)): name for words, name in self._exact.items()}
        self._known: dict[frozenset[str], str | None] = {}

    def find(self, heading: str) -> str | None:
        """Return the entry that says the same as a heading, in another order, language or spelling."""
        words = meaning(heading)
        if all(len(word) == 1 and word.isascii() for word in words):
            return None  # letters in any order say nothing: "O1B1" is no "D.O.B."
        if words not in self._known:
            found = self._exact.get(words) or self._exact.get(words - self._own)
            self._known[words] = found or self._alike(" ".join(sorted(words)))
        return self._known[words]

    def _alike(self, spelled: str) -> str | None:
        if len(spelled) < _SHORTEST:
            return None
        found = process.extractOne(spelled, self._spelled.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._spelled[found[0]] if found else None
