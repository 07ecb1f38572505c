"""The results and the methods in plain sentences, from the same objects as the tables and figures.

**Source**: resources/methods/sentences.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.results import Sentences
from sscviewer.analysis.sentences.sentences_efficacy import efficacy_sentences
from sscviewer.analysis.sentences.sentences_methods import methods_sentences
from sscviewer.analysis.sentences.sentences_safety import safety_sentences
from sscviewer.analysis.sentences.sentences_who import (
    baseline_sentences,
    disposition_sentences,
    dose_sentences,
    event_sentences,
    population_sentences,
    tolerated_sentences,
)

if TYPE_CHECKING:
    from sscviewer.analysis.results import Told
    from sscviewer.model.study import Study


def sentences(study: Study, results: Told) -> Sentences:
    """Return the results of a trial in words; what the file does not have is not spoken of."""
    return Sentences(
        results=(
            *population_sentences(study, results),
            *baseline_sentences(study, results),
            *dose_sentences(study, results),
            *disposition_sentences(study, results),
            *event_sentences(study, results),
            *safety_sentences(study, results),
            *tolerated_sentences(results),
            *efficacy_sentences(study, results),
        ),
        methods=methods_sentences(study, results),
    )
