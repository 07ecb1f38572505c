"""The index of a folder of files saved together: what each shows, as a page with links."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from sscviewer.report.manifest import Made

HEADINGS = {
    "patient": "Pages of patients",
    "patients": "All patients in one file",
    "table": "Tables of results",
    "view figure": "Pictures of the whole trial",
    "view table": "Tables of the whole trial",
    "report": "Report",
    "narratives": "Narratives",
    "queries": "Queries",
    "board": "Safety board",
    "handover": "Tables for a statistician",
    "checklists": "Checklists",
    "comparison": "Patients beside each other",
    "skin map": "Skin maps",
}
"""What a file can be (`Made.kind`), in the order of the index. A skin map is not made again: the visits
chosen in it are not kept."""


def index_html(title: str, files: Sequence[Made], folder: Path, footer: str) -> str:
    """Return the page; links are relative to the folder, so that it may be moved as a whole."""
    order = list(HEADINGS)
    made = sorted(files, key=lambda one: order.index(one.kind))
    parts = []
    for kind, of in groupby(made, key=lambda one: one.kind):
        parts.append(f"<h2>{HEADINGS[kind]}</h2><ul>{''.join(_line(one, folder) for one in of)}</ul>")
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    body = f"<h1>{escape(title)}</h1>{''.join(parts)}<p>{escape(footer)}</p>"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>\n"


def _line(made: Made, folder: Path) -> str:
    name = made.path.relative_to(folder).as_posix()
    return f'<li><a href="{quote(name)}">{escape(name)}</a>: {escape(made.shows)}</li>'
