"""Sentences on their way from the child program, as plain data: the window says them in its language."""

import re
from typing import Any

from sscviewer.model.sentence import Sentence, say

MOST_LETTERS = 2000
"""Of a text that is no sentence of ours."""

_LONGEST = 10 * MOST_LETTERS
"""Of a sentence, with all the names it lists."""

_MOST_DEEP = 8
"""Sentences within sentences."""

_PLAIN_FIELDS = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[^\W\d]\w*\})*")
"""A pattern without formats and without attributes: what the child read may have taken it over."""


def sent(text: str) -> Any:
    """Return a text as `marshal` takes it: of a sentence its English, its pattern and its fields."""
    if isinstance(text, Sentence):
        fields = {
            name: sent(value) if isinstance(value, str) else value for name, value in text.fields.items()
        }
        return str(text), text.pattern, fields
    return str(text)[:MOST_LETTERS]


def received(data: Any, deep: int = 0) -> Any:
    """Return the sentence that was sent, or its English text where it is not made as ours are."""
    if not isinstance(data, tuple):
        return str(data)[:MOST_LETTERS] if deep == 0 or isinstance(data, str) else data
    english = str(data[0])[:_LONGEST] if data else ""
    try:
        _, pattern, fields = data
        if deep > _MOST_DEEP or not _PLAIN_FIELDS.fullmatch(pattern):
            return english
        made = say(pattern, **{name: received(value, deep + 1) for name, value in fields.items()})
    except (ValueError, TypeError, AttributeError, LookupError):
        return english  # no sentence of ours: a damaged child sent it
    return made if made == english else english
