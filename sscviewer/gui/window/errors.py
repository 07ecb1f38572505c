"""Bugs: written to a log without data values, and told to the user once."""

import faulthandler
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QMessageBox

from sscviewer.faults import LOG, describe_fault, told_of
from sscviewer.gui.language import tr

_LOG_BYTES = 500_000
_GO_ON = "Something went wrong in sscviewer. Your file is as it was; you can go on working."
_NO_WINDOW = (
    "sscviewer cannot start. Start it with --safe, which leaves your settings out; "
    "if that does not help, install it again."
)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ErrorDesk(QObject):
    """Takes every exception nobody caught.

    Signals
    -------
    arrived
        With a sentence and the description of a bug; carries them from any thread to the window's.

    Attributes
    ----------
    trouble
        Why no log can be kept, in a sentence; "" when it can.
    """

    arrived = Signal(str, str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.trouble = ""
        self._box: QMessageBox | None = None
        self._faults: TextIO | None = None
        self._logger = logging.getLogger(LOG)
        self.arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Write to the log from now on, where there can be one, and take what nobody caught."""
        try:
            self._open_log()
        except OSError:
            self._logger.addHandler(logging.NullHandler())
            folder = self._log.parent
            self.trouble = (
                f"No log of faults can be kept: the folder {folder}, or the log in it, cannot be used."
            )
        self._logger.propagate = False
        sys.excepthook = self.take
        threading.excepthook = self.take_thread
        qInstallMessageHandler(self.take_qt)

    def _open_log(self) -> None:
        """Open the log, and the file of crashes beside it (raises OSError)."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(self._log, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._logger.addHandler(handler)
        self._faults = self._log.with_suffix(".crash").open("a", encoding="utf-8")
        faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """Give everything back; the last thing before the program ends."""
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None
        for handler in list(self._logger.handlers):
            self._logger.removeHandler(handler)
            handler.close()

    def take(self, kind: type[BaseException], error: BaseException, tb: TracebackType | None) -> None:
        """Log a bug and tell the user; `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = describe_fault(kind, error, tb)
        self._logger.error(text)
        self.arrived.emit(told_of(error, _GO_ON), text)

    def take_thread(self, args: threading.ExceptHookArgs) -> None:
        """Log a bug in a thread; `threading.excepthook`."""
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def take_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Log what Qt says."""
        self._logger.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)

    def tell_at_once(self, error: BaseException) -> None:
        """Log a bug without which there would be a window, and wait until the user has read of it."""
        text = describe_fault(type(error), error, error.__traceback__)
        self._logger.error(text)
        self._message(told_of(error, _NO_WINDOW), text).exec()

    @Slot(str, str)
    def _tell(self, sentence: str, text: str) -> None:
        if self._box is not None:
            return
        box = self._message(sentence, text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._told)
        self._box = box
        box.open()

    def _message(self, sentence: str, details: str) -> QMessageBox:
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("sscviewer")
        box.setText(tr(sentence))
        noted = tr("It was noted, without any data, in\n{log}").format(log=self._log)
        box.setInformativeText(
            tr("{trouble} The details hold no data.").format(trouble=self.trouble) if self.trouble else noted
        )
        box.setDetailedText(details)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        return box

    @Slot()
    def _told(self) -> None:
        self._box = None
