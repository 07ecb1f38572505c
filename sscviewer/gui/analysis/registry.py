"""Which views the pages of the whole trial have, in the order of their tabs."""

from sscviewer.gui.analysis.view import AnalysisView

VIEWS_OF: dict[str, tuple[type[AnalysisView], ...]] = {}
