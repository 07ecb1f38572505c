"""Which endpoints the sentences tell: all that are modelled, litres only where there is no % predicted."""

from sscviewer.analysis.modelled import modelled_parameters
from sscviewer.model.study import Study


def told_endpoints(study: Study) -> tuple[str, ...]:
    """Return PARAMCD of the endpoints to speak of; a measurement in two units is told once."""
    codes = modelled_parameters(study)
    return tuple(code for code in codes if f"{code}PP" not in codes)
