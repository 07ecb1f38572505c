"""Which views the pages of the whole trial have, in the order of their tabs."""

from sscviewer.gui.analysis.view import AnalysisView
from sscviewer.gui.cohort.courses import Courses, Multiples
from sscviewer.gui.cohort.swimmer import Lanes
from sscviewer.gui.cohort.waterfall import Bars

VIEWS_OF: dict[str, tuple[type[AnalysisView], ...]] = {
    "cohort": (Courses, Multiples, Lanes, Bars),
}
