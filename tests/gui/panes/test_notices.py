"""What lies over the foot of a page follows it, and leaves it alone otherwise."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from sscviewer.gui.panes.notices import Notices


class Counter(QObject):
    """Counts what a page is asked."""

    asked = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.asked += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_message_that_stays_asks_for_nothing_more(qtbot):
    """A page was laid out without end, one processor busy, for as long as any message stood."""
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(QLabel("the page"))
    strips, strip = Notices(page), QLabel("a sentence over several lines " * 9)
    strip.setWordWrap(True)
    strip.hide()
    strips.add(strip)
    page.resize(300, 400)
    page.show()
    strip.show()
    for _ in range(20):
        QApplication.processEvents()
    counter = Counter()
    page.installEventFilter(counter)
    for _ in range(20):
        QApplication.processEvents()
    assert counter.asked == 0
    assert strips.geometry().bottom() == page.rect().bottom()
    before = strips.height()
    page.resize(900, 500)
    assert strips.height() < before
    assert strips.geometry().bottom() == page.rect().bottom()
    strip.hide()
    assert not strips.isVisible()
