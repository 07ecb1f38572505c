"""The tables of a trial's results: for its document, for the safety board, for comparing two exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.guarded import attempted
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.analysis.results import RecordCounts
    from sscviewer.model.study import Study


def results_tables(study: Study, plan: AnalysisPlan) -> dict[str, Table]:
    """Return the counted tables and those of changes, of all patients; nothing else is computed for them."""
    from sscviewer.analysis.analyse import count_study, courses
    from sscviewer.analysis.population import populations

    who = populations(study, plan)
    counted = counted_tables(study, who, count_study(study, plan, who))
    modelled = attempted(courses, study, who.efficacy, plan)
    return {**counted, **changes_tables(study, plan, who, modelled)}


def counted_tables(study: Study, who: Populations, counted: RecordCounts) -> dict[str, Table]:
    """Return who the patients are, how the trial ended for them, their doses and their adverse events.

    A table that failed cannot be read, and takes no other down (`analysis/guarded.py`).
    """
    return {
        "table_1": attempted(_table_one, study, who),
        "disposition": attempted(_disposition, study, who),
        "exposure": attempted(_exposure, counted),
        "adverse_events": attempted(_events, study, counted),
    }


def _table_one(study: Study, who: Populations) -> Table:
    from sscviewer.analysis.enrolment.table_one import table_one
    from sscviewer.report.who_tables import table_one_table

    return table_one_table(table_one(study, who.efficacy))


def _disposition(study: Study, who: Populations) -> Table:
    from sscviewer.analysis.enrolment.trial_ends import trial_ends
    from sscviewer.report.who_tables import disposition_table

    return disposition_table(trial_ends(study, who.disposition))


def _exposure(counted: RecordCounts) -> Table:
    from sscviewer.report.trial_tables import exposure_table

    return exposure_table(counted.exposure)


def _events(study: Study, counted: RecordCounts) -> Table:
    from sscviewer.analysis.absence import not_in_file
    from sscviewer.report.trial_tables import events_table

    missing = not_in_file(study)["adverse_events"]
    return _said(missing) if missing else events_table(counted.adverse_events)


def changes_tables(
    study: Study, plan: AnalysisPlan, who: Populations, modelled: tuple[Course, ...]
) -> dict[str, Table]:
    """Return the table of modelled changes and that of responders."""
    from sscviewer.report.trial_tables import efficacy_table

    return {
        "change": attempted(efficacy_table, modelled, study.parameters),
        "responders": attempted(_responders, study, plan, who),
    }


def _responders(study: Study, plan: AnalysisPlan, who: Populations) -> Table:
    from sscviewer.analysis.endpoints.responders import responders
    from sscviewer.report.trial_tables import responders_table

    level, cut_off = plan.model.level, plan.study.cut_off
    return responders_table(responders(study, who.efficacy, plan.responses, cut_off, level=level))


def _said(missing: str) -> Table:
    """Return the table of adverse events of a file that records none."""
    return Table("adverse_events", "Adverse events", ("Adverse event",), (), frozenset(), (missing,))
