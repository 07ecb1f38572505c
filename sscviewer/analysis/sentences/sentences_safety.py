"""Sentences on serious events, deaths, and what was done with the drug for adverse events, by relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.absence import records, records_deaths
from sscviewer.analysis.events.event_columns import COLUMNS
from sscviewer.analysis.events.event_names import ANY_EVENT
from sscviewer.analysis.number_words import join_words, share
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.sentences.sentences_who import told_arms, with_arm
from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital

if TYPE_CHECKING:
    from sscviewer.analysis.results import Told
    from sscviewer.model.arrays import Bools, Ints
    from sscviewer.model.study import Study

EVENTS = "adverse_events"
FATAL_GRADE = 5
"""Grade 5 is death. **Source**: CTCAE, all versions."""


def safety_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return serious events, deaths, dose changes and withdrawals of each arm, and what is not in the file.

    Events are those of the table of adverse events, by the same rules; a death counts whenever it was. A
    patient with a related and another such event counts as related.
    """
    table = results.adverse_events
    if not records(study, EVENTS) or not table.events.any():
        return ()
    arms = dict(results.population.arms)
    said = [_of_arm(study, results, arm, arms[arm]) for arm in told_arms(results.population)]
    silent = [
        words
        for column, words in (
            ("serious", "which adverse events are serious"),
            ("related", "which are related to the drug"),
            ("withdrawal", "what was done with the drug for them"),
        )
        if not table.available[COLUMNS.index(column)]
    ]
    if not _records_deaths(study):
        silent.append("whether anybody died")
    missing = [f"The file does not say {join_words(silent)}."] if silent else []
    return (*(sentence for sentence in said if sentence), *missing)


def _of_arm(study: Study, results: Told, arm: str, members: Bools) -> str:
    """Return the sentence of one arm; "" where it has nobody or the file says nothing."""
    n, available = int(members.sum()), dict(zip(COLUMNS, results.adverse_events.available, strict=True))
    if not n:
        return ""
    parts = []
    patient, is_in = _events_of(study, results, members)
    related = is_in[:, COLUMNS.index("related")]
    if available["serious"]:
        parts.append(_serious(n, patient, is_in[:, COLUMNS.index("serious")], related, available["related"]))
    if _records_deaths(study):
        died = int((_died(study) & members).sum())
        parts.append(f"{counted(died, 'patient') if died else 'nobody'} died")
    if available["withdrawal"]:
        withdrawn = is_in[:, COLUMNS.index("withdrawal")]
        changed = len(np.unique(patient[is_in[:, COLUMNS.index("dose_change")]]))
        stopped = len(np.unique(patient[withdrawn]))
        whom = counted(changed, "patient") if changed else "nobody"
        parts.append(f"the dose was changed or interrupted for an adverse event in {whom}")
        parts.append(
            f"the drug was withdrawn for one in {stopped or 'nobody'}"
            + _by_relation(patient, withdrawn, related, available["related"])
        )
    return capital(f"{with_arm(arm)}{join_words(parts)}.") if parts else ""


def _events_of(study: Study, results: Told, members: Bools) -> tuple[Ints, Bools]:
    """Return the patient of every counted event of an arm (m,), and in which columns it is (m, columns)."""
    coded = results.coded
    span = coded.events_of(ANY_EVENT)
    patient, is_in = study.positions(EVENTS)[coded.event[span]], coded.is_in[span]
    mine = members[patient]
    return patient[mine], is_in[mine]


def _serious(n: int, patient: Ints, serious: Bools, related: Bools, says_related: bool) -> str:
    who, events = len(np.unique(patient[serious])), int(serious.sum())
    if not events:
        return f"0 of {counted(n, 'patient')} had a serious adverse event"
    which = f" ({int((serious & related).sum())} related to the drug)" if says_related else ""
    return f"{share(who, n)} had {counted(events, 'serious adverse event')}{which}"


def _by_relation(patient: Ints, chosen: Bools, related: Bools, says_related: bool) -> str:
    everybody = set(patient[chosen].tolist())
    if not (everybody and says_related):
        return ""
    of_related = set(patient[chosen & related].tolist())
    return f" ({len(of_related)} for a related one, {len(everybody - of_related)} for another)"


def _died(study: Study) -> Bools:
    """Return which patients died by a date, a flag, the disposition or a fatal event; (patients,)."""
    died: Bools = np.array([end.died for end in outcomes(study)], dtype=bool)
    fatal = (study.column(EVENTS, "AEOUT") == "FATAL") | (study.column(EVENTS, "AETOXGR") == FATAL_GRADE)
    died[study.positions(EVENTS)[fatal]] = True
    return died


def _records_deaths(study: Study) -> bool:
    """Return whether the file has a source that would say that a patient died."""
    graded = not np.isnan(study.column(EVENTS, "AETOXGR")).all()
    return records_deaths(study) or graded or bool((study.column(EVENTS, "AEOUT") != "").any())
