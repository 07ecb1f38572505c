"""Keeps headings and captions with what they head, and short tables whole: Qt's text engine does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextTable

SHORT = 0.75
"""A table of up to so much of a page is not divided."""
FIRST = 0.12
"""Of anything longer, so much of a page stands below its heading: the heads of a table and a few rows."""
_MOST_BREAKS = 500
"""A layout that moves back and forth ends here; no report has so many pages."""


@dataclass(slots=True)
class _Piece:
    """Headings and a caption with what they head: from the first block to the end of what must stay."""

    first: QTextBlock
    top: float
    bottom: float


def keep_together(text: QTextDocument) -> None:
    """Begin a new page before every heading that would stand apart from what it heads."""
    broken: set[int] = set()
    for _ in range(_MOST_BREAKS):
        # After widths or breaks were set Qt keeps marks of where things stood: it leaves out texts below.
        text.markContentsDirty(0, text.characterCount())
        height = text.pageSize().height()
        torn = next((p for p in _pieces(text) if _is_torn(p, height, broken)), None)
        if torn is None:
            return
        broken.add(torn.first.position())
        cursor = QTextCursor(torn.first)
        shape = cursor.blockFormat()
        shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor.setBlockFormat(shape)


def _is_torn(piece: _Piece, height: float, broken: set[int]) -> bool:
    return (
        int(piece.top // height) != int((piece.bottom - 1) // height) and piece.first.position() not in broken
    )


def _pieces(text: QTextDocument) -> list[_Piece]:
    """Return what must not be divided, from top to bottom."""
    layout, page = text.documentLayout(), text.pageSize().height()
    pieces: list[_Piece] = []
    first: QTextBlock | None = None
    body = list(_body(text))
    for (table, block), (_, note) in zip(body, (*body[1:], (None, QTextBlock())), strict=True):
        if table is None and _is_heading(block):
            first = first or block
        elif first is not None:
            area = layout.frameBoundingRect(table) if table else layout.blockBoundingRect(block)
            end = area.bottom()
            if table is None or area.height() > SHORT * page:
                end = min(end, area.top() + FIRST * page)
            elif note.isValid() and not _is_heading(note):
                end = layout.blockBoundingRect(note).bottom()
            pieces.append(_Piece(first, layout.blockBoundingRect(first).top(), end))
            first = None
    return pieces


def _body(text: QTextDocument) -> Iterator[tuple[QTextTable | None, QTextBlock]]:
    """Yield the tables and the blocks of text outside tables."""
    it = text.rootFrame().begin()
    while not it.atEnd():
        frame, block = it.currentFrame(), it.currentBlock()
        if isinstance(frame, QTextTable):
            yield frame, block
        elif block.text():
            yield None, block
        it += 1


def _is_heading(block: QTextBlock) -> bool:
    """Return whether a block is a heading or the caption of a table: it ends where its table begins."""
    if block.blockFormat().headingLevel() > 0:
        return True
    after = block.next()
    return after.isValid() and QTextCursor(after).currentTable() is not None
