"""Tooltips show text as it is: what looks like HTML in a cell of the file is text there too."""

from html import escape

from PySide6 import QtGui


def plain_tip(text: str) -> str:
    """Return a tooltip that reads as the text does.

    Qt takes a tooltip for HTML when its first line looks like HTML, and then loads the pictures it names.
    """
    # `mightBeRichText` is in QtGui's part of the namespace Qt, not in QtCore's.
    looks_rich = QtGui.Qt.mightBeRichText(text)
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if looks_rich else text
