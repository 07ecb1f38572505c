"""Fixtures for the drawing: pages of two invented trials, and a figure."""

import pytest

from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.shown_parameters import default_parameters
from tests.plots.dense_study import dense_study


class Trial:
    """A study with its frame, and its pages on demand."""

    def __init__(self, study) -> None:
        self.study = study
        self.codes = default_parameters(study)
        self.frame = trial_frame(study, self.codes)

    def page(self, usubjid: str):
        return patient_page(self.study, usubjid, self.frame, self.codes)


@pytest.fixture(scope="session")
def dense() -> Trial:
    return Trial(dense_study())


@pytest.fixture(scope="session")
def tiny(tiny_study) -> Trial:
    return Trial(tiny_study)


@pytest.fixture
def ink(qapp):
    from sscviewer.plots.ink import Ink
    from sscviewer.plots.style import screen_style

    return Ink(screen_style(dark=False, font_pt=9, pixel_ratio=1.0))


@pytest.fixture
def figure(qtbot, dense):
    from sscviewer.plots.patient.patient_figure import PatientFigure
    from sscviewer.plots.style import screen_style

    figure = PatientFigure(screen_style(dark=False, font_pt=9, pixel_ratio=1.0))
    qtbot.addWidget(figure)
    figure.resize(1000, 760)
    figure.set_frame(dense.frame)
    figure.show_page(dense.page("S04"))
    figure.show()
    return figure
