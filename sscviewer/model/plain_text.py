"""Text as it is written: without characters that no text has, and with a capital where a sentence begins."""

from collections.abc import Iterable

from sscviewer.model.sentence import Sentence

_STRAY = dict.fromkeys((*range(9), *range(14, 32), 127, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
_BREAKS = {0x0B: "\n", 0x0C: "\n"}
"""A vertical tab or form feed is how some programs write a new line within a cell."""

_TABLE = {**_STRAY, **_BREAKS}


def plain_text(text: str) -> str:
    """Return a text without control characters and what else XML 1.0 forbids: Word, Excel and SVG refuse it.

    Tabs and ends of line stay. They come from instruments, modems and old terminals, and from Excel, which
    keeps them as "_x0001_".

    **Source**: XML 1.0 (fifth edition), 2.2.
    """
    return text if text.isprintable() else text.translate(_TABLE)


def capital(text: str) -> str:
    """Return a text that begins with a capital; the rest as it is ("FVC fell" keeps its own)."""
    return text.capital() if isinstance(text, Sentence) else text[:1].upper() + text[1:]


def texts_of(values: Iterable[object]) -> list[str]:
    """Return cells as texts without spaces around; "" where nothing was written (None, NaN, NaT)."""
    return ["" if value is None or value != value else str(value).strip() for value in values]
