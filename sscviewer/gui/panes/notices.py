"""Messages and progress over the foot of a page: they come and go, and nothing under them moves."""

from PySide6.QtCore import QEvent, QObject, QPoint, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Notices(QWidget):
    """Strips one above the other that lie over the foot of `page`; there only while one of them is.

    They belong to what the page lies in: a stack of pages would raise its next one over them.
    """

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._strips: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setAutoFillBackground(True)
        page.installEventFilter(self)
        self.hide()

    def add(self, strip: QWidget) -> None:
        """Take a strip over; the next one lies below it."""
        self._strips.append(strip)
        self._layout.addWidget(strip)
        strip.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page, and the strips as they come and go."""
        kinds = QEvent.Type
        # A page asks for its layout because of what is done here: to answer that would never end.
        mine = (kinds.ShowToParent, kinds.HideToParent, kinds.LayoutRequest)
        if event.type() in ((kinds.Resize, kinds.Move) if watched is self._page else mine):
            self._settle()
        return False

    @Slot()
    def _settle(self) -> None:
        width, shown = self._page.width(), [strip for strip in self._strips if not strip.isHidden()]
        self._layout.invalidate()
        height = max(self._layout.heightForWidth(width), self._layout.minimumSize().height()) if shown else 0
        place = self._page.mapTo(self.parentWidget(), QPoint(0, self._page.height() - height))
        self.setGeometry(place.x(), place.y(), width, height)
        self.setVisible(bool(shown))
        self._layout.activate()
        self.raise_()
