"""What lies over the foot of a page follows it, and leaves it alone otherwise."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

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
    strips, strip = Notices(page, page), QLabel("a sentence over several lines " * 9)
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


def test_a_message_stays_in_sight_when_another_page_comes(qtbot):
    window, stack, foot = QWidget(), QStackedWidget(), QLabel("a hint")
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(stack)
    layout.addWidget(foot)
    for words in ("one", "two"):
        stack.addWidget(QLabel(words))
    strips, strip = Notices(stack, window), QLabel("said")
    strips.add(strip)
    window.resize(400, 300)
    window.show()
    for page in (1, 0):
        stack.setCurrentIndex(page)
        assert window.childAt(strips.geometry().center()) is strip
        assert strips.geometry().bottom() == stack.geometry().bottom()
