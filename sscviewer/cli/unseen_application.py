"""A Qt application that needs no display: figures and views are drawn off screen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@contextmanager
def unseen_application() -> "Iterator[QApplication]":
    """Give the application that runs, or one of its own that is shut down at the end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance()
    if isinstance(running, QApplication):
        yield running
        return
    application = QApplication(["sscviewer"])
    try:
        yield application
    finally:
        application.shutdown()
