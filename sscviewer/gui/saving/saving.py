"""What every saving that takes its time tells the window."""

from PySide6.QtCore import QObject, Signal


class Saving(QObject):
    """Writes files while the window goes on.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    begun, advanced, ended
        Writing began (text), is so far (text, 0-1), is over.
    """

    told = Signal(str, str)
    begun = Signal(str)
    advanced = Signal(str, float)
    ended = Signal()
