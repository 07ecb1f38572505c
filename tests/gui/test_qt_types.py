"""Work off the window's thread may ask for any of Qt's classes while the window does."""

import subprocess
import sys

TWO_THREADS = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets
from sscviewer.gui.state.tasks import Tasks

sys.setswitchinterval(1e-6)
app = QtWidgets.QApplication([])

def ask(ticket=None):
    for module in (QtWidgets, QtGui, QtCore):
        for name in dir(module):
            getattr(module, name)

tasks, left = Tasks(), ["reading", "looking", "computing"]
def done(result):
    left.pop()
    if not left:
        app.quit()
for lane in tuple(left):
    tasks.run(lane, ask, done, lane=lane)
ask()
app.exec()
tasks.close()
"""


def test_threads_may_ask_for_the_same_classes() -> None:
    """Without every type made before, this crashed or stood still each time it was tried."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", TWO_THREADS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
