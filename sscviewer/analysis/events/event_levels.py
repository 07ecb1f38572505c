"""How bad each adverse event was: its grade, else the rank of its severity."""

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.events.event_columns import Scale
from sscviewer.analysis.patient.timeline import SEVERITY_WORDS
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.study import Study

_RANKS = {1: "mild", 2: "moderate", 3: "severe", 4: "life-threatening", 5: "fatal"}


@cached_per_study
def severity_ranks(study: Study) -> npt.NDArray[np.int64]:
    """Return the rank of each event's severity word (m,), 0 without one that is known."""
    words = study.column("adverse_events", "AESEV")
    known = {word: SEVERITY_WORDS.get(str(word).upper(), 0) for word in set(words)}
    return np.array([known[word] for word in words], dtype=np.int64)


@cached_per_study
def event_levels(study: Study) -> npt.NDArray[np.float64]:
    """Return each event's grade, else the rank of its severity (m,); 0 without either."""
    grade = study.column("adverse_events", "AETOXGR")
    return np.where(np.isnan(grade), severity_ranks(study), grade)


@cached_per_study
def event_scale(study: Study) -> Scale:
    """Return what the levels are: "grade" where the file has any, else "severity"; "" with neither."""
    if not np.isnan(study.column("adverse_events", "AETOXGR")).all():
        return "grade"
    return "severity" if severity_ranks(study).any() else ""


def level_or_worse(level: int, scale: Scale) -> str:
    """Return "of grade 2 or worse", or "moderate or worse" where the file has severity."""
    return f"{_RANKS[level]} or worse" if scale == "severity" else f"of grade {level} or worse"


def least_level(level: int, scale: Scale) -> str:
    """Return "grade ≥ 2", or "moderate or worse" where the file has severity."""
    return f"{_RANKS[level]} or worse" if scale == "severity" else f"grade ≥ {level}"


def level_words(level: int, scale: Scale) -> str:
    """Return "grade 2", or "moderate" where the file has severity."""
    return _RANKS.get(level, "not said") if scale == "severity" else f"grade {level}"
