"""Every type of Qt's modules exists before there is a second thread.

PySide makes the Python type of a class when it is first asked for, from a table it walks meanwhile. The
worker imports pyqtgraph, which asks for all of them, while the window's thread asks for some by painting:
whoever came second found the table changed under it, and on a busy computer a start crashed now and then.
"""

from functools import cache

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets


@cache
def make_qt_types() -> None:
    """Have every type made, once; in the window's thread. pyqtgraph would ask for the same ones later."""
    for module in (QtCore, QtGui, QtSvg, QtWidgets):
        for name in dir(module):
            getattr(module, name)
