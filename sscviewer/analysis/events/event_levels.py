"""How bad each adverse event was: its grade, else the rank of its severity."""

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.patient.timeline import SEVERITY_WORDS
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.study import Study


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
