"""How laboratory values are judged."""

from dataclasses import dataclass

from sscviewer.clinical.ctcae_criteria import DEFAULT_VERSION, Version
from sscviewer.clinical.hepatic import WINDOW_DAYS


@dataclass(frozen=True, slots=True)
class LaboratoryRules:
    """By what values are graded, and what stands together for Hy's law.

    Attributes
    ----------
    version
        Of CTCAE, by which values are graded; the grades of adverse events are the file's.
    hys_law_days
        So many days after a raised aminotransferase a raised bilirubin counts for Hy's law, and alkaline
        phosphatase is looked at within as many of the onset.
    """

    version: Version = DEFAULT_VERSION
    hys_law_days: int = WINDOW_DAYS
