"""The results and the methods in plain sentences, from the same objects as the tables and figures.

**Source**: resources/methods/sentences.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.guarded import attempted_or
from sscviewer.analysis.results import Sentences
from sscviewer.analysis.sentences.sentences_efficacy import efficacy_paragraphs
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


PATIENTS, DOSE, ENDS = "Patients", "Dose", "How the trial ended"
EVENTS, TOLERATED, CHANGE = "Adverse events", "Which dose is tolerated", "Change from baseline"
"""Headings of the parts of the results."""


def sentences(study: Study, results: Told) -> Sentences:
    """Return the results of a trial in words; what the file does not have is not spoken of."""
    of_one = {
        PATIENTS: (population_sentences, baseline_sentences),
        DOSE: (dose_sentences,),
        ENDS: (disposition_sentences,),
        EVENTS: (event_sentences, safety_sentences),
        TOLERATED: (tolerated_sentences,),
    }
    parts = (
        *(
            (heading, tuple(attempted_or(_alone, make, study, results) for make in makers))
            for heading, makers in of_one.items()
        ),
        (CHANGE, attempted_or(lambda words: (_alone(words),), efficacy_paragraphs, study, results)),
    )
    told = ((heading, tuple(tuple(said) for said in part if said)) for heading, part in parts)
    return Sentences(
        result_parts=tuple((heading, part) for heading, part in told if part),
        methods=methods_sentences(study, results),
    )


def _alone(sentence: str) -> tuple[str, ...]:
    return (sentence,)
