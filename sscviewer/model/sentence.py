"""Sentences that keep what they are made of, so that a window can say them in another language.

A sentence is its English text: that is what is compared, kept, copied and saved, wherever it goes. Beside the
text it keeps the pattern and the fields, which the window translates and fills anew (`plots/screen/said.py`).
What is no `Sentence` is shown as it stands: names of the file, and texts not made here.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from numbers import Number
from string import Formatter
from typing import Any, Self

DECIMAL = re.compile(r"[<>≤≥=±+\-−\d\s\u202f,]*\d\.\d+\s?%?")
"""A number that was written already, with its sign and digits: "−2.10", "< 0.001", "12.5 %"."""


class Sentence(str):
    """An English text, its pattern and its fields; made by `say`.

    Attributes
    ----------
    pattern
        "{n} of {total} patients stopped".
    fields
        What stands for each name: numbers, sentences, and names of the file.
    begins
        Whether it begins with a capital although its pattern does not.
    """

    __slots__ = ("begins", "fields", "pattern")

    pattern: str
    fields: Mapping[str, Any]
    begins: bool

    def told(self, translated: Callable[[str], str], number: Callable[[str], str]) -> str:
        """Return the sentence in another language.

        Parameters
        ----------
        translated
            Gives a pattern in that language, with the same fields; one that it does not know as it is.
        number
            Gives a number, as it is written in English, in the way of that language.
        """
        words = translated(self.pattern)
        text = _Filled(translated, number).vformat(words, (), self.fields) if self.fields else words
        return _capital(text) if self.begins else text

    def capital(self) -> Self:
        """Return the sentence with a capital where it begins."""
        return self._made(_capital(self), self.pattern, self.fields, True)

    @classmethod
    def _made(cls, text: str, pattern: str, fields: Mapping[str, Any], begins: bool) -> Self:
        made = cls(text)
        made.pattern, made.fields, made.begins = pattern, fields, begins
        return made


class _Filled(Formatter):
    """Fills a pattern; numbers and sentences among its fields are said in the language too."""

    def __init__(self, translated: Callable[[str], str], number: Callable[[str], str]) -> None:
        self._translated, self._number = translated, number

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Sentence):
            return value.told(self._translated, self._number)
        text = format(value, format_spec)
        return self._number(text) if isinstance(value, Number) or DECIMAL.fullmatch(text) else text


def say(pattern: str, **fields: Any) -> str:
    """Return a `Sentence`; its pattern is written out where this is called, since translations are found so.

    Fields are names in the pattern, with a format where they are numbers ("{share:.0f} %"). A pattern without
    fields is taken as it stands, a sentence as it was made.
    """
    if isinstance(pattern, Sentence):
        return pattern
    return Sentence._made(pattern.format(**fields) if fields else pattern, pattern, fields, False)


def joined(parts: Iterable[str], between: str = " ") -> str:
    """Return sentences and texts one after the other, without those that are empty."""
    fields = {f"part{i}": part for i, part in enumerate(parts) if part}
    pattern = between.replace("{", "{{").replace("}", "}}").join(f"{{{name}}}" for name in fields)
    return say(pattern, **fields)


def sentence_of(error: Exception) -> str:
    """Return what an exception says as it was made, which `str` of it forgets."""
    return error.args[0] if error.args and isinstance(error.args[0], str) else str(error)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
