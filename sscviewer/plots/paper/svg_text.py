"""Text in SVG files: one element per text, anchored where it was aligned.

Qt writes every text from its left end and breaks it where the script changes. On a computer without the
bundled font the replacement is wider, and what was aligned right would run into the axis.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from sscviewer.plots.style import FAMILY

FAMILIES = f"'{FAMILY}', 'Source Sans 3', Helvetica, Arial, sans-serif"
_TEXT = re.compile(
    r"<text(?P<head>[^>]*?)\sx=\"(?P<x>[-\d.e]+)\"(?P<tail>[^>]*)>(?P<text>.*?)</text>\s*", re.DOTALL
)
_ANCHOR = {"left": "start", "centre": "middle", "right": "end"}


def anchored(svg: str, written: Iterable[tuple[str, float, str]]) -> str:
    """Return the SVG with its texts joined and anchored.

    Parameters
    ----------
    written
        (alignment, position, text) of every text, in the order drawn (`Ink.written`).

    Raises
    ------
    ValueError
        If the file's texts are not those that were drawn.
    """
    runs = list(_TEXT.finditer(svg))
    out: list[str] = []
    done = 0
    position = 0
    for along, x, text in written:
        count = _runs_of(text, (unescape(run["text"]) for run in runs[position:]))
        first, last = runs[position], runs[position + count - 1]
        out.append(svg[done : first.start()])
        where = f' x="{x:g}" text-anchor="{_ANCHOR[along]}"'
        out.append(f"<text{first['head']}{where}{first['tail']}>{escape(text, quote=False)}</text>\n")
        done, position = last.end(), position + count
    if position != len(runs):
        raise ValueError(f"{len(runs) - position} texts of the SVG were not drawn by us")
    out.append(svg[done:])
    return "".join(out).replace(f'font-family="{FAMILY}"', f'font-family="{FAMILIES}"')


def _runs_of(text: str, runs: Iterator[str]) -> int:
    """Return how many of the next elements make up a text."""
    joined = ""
    for count, run in enumerate(runs, start=1):
        joined += run
        if joined == text:
            return count
        if not text.startswith(joined):
            break
    raise ValueError(f"the SVG does not hold the text “{text}”")
