"""The tables of a trial's results: for its document, for the safety board, for comparing two exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.analysis.results import RecordCounts
    from sscviewer.model.study import Study


def results_tables(study: Study, plan: AnalysisPlan) -> tuple[Table, ...]:
    """Return the counted tables and those of changes, of all patients; nothing else is computed for them."""
    from sscviewer.analysis.analyse import count_study, courses
    from sscviewer.analysis.population import populations

    who = populations(study, plan)
    counted = counted_tables(study, who, count_study(study, plan, who))
    return (*counted, *changes_tables(study, plan, who, courses(study, plan, who.efficacy)))


def counted_tables(study: Study, who: Populations, counted: RecordCounts) -> tuple[Table, ...]:
    """Return who the patients are, how the trial ended for them, their doses and their adverse events."""
    from sscviewer.analysis.absence import not_in_file
    from sscviewer.analysis.enrolment.table_one import table_one
    from sscviewer.analysis.enrolment.trial_ends import trial_ends
    from sscviewer.report.trial_tables import events_table, exposure_table
    from sscviewer.report.who_tables import disposition_table, table_one_table

    missing = not_in_file(study)["adverse_events"]
    return (
        table_one_table(table_one(study, who.efficacy)),
        disposition_table(trial_ends(study, who.disposition)),
        exposure_table(counted.exposure),
        _said(missing) if missing else events_table(counted.adverse_events),
    )


def changes_tables(
    study: Study, plan: AnalysisPlan, who: Populations, modelled: tuple[Course, ...]
) -> tuple[Table, Table]:
    """Return the table of modelled changes and that of responders."""
    from sscviewer.analysis.endpoints.responders import responders
    from sscviewer.report.trial_tables import efficacy_table, responders_table

    level, cut_off = plan.model.level, plan.study.cut_off
    found = responders(study, who.efficacy, plan.responses, cut_off, level=level)
    return efficacy_table(modelled, study.parameters), responders_table(found)


def _said(missing: str) -> Table:
    """Return the table of adverse events of a file that records none."""
    return Table("adverse_events", "Adverse events", ("Adverse event",), (), frozenset(), (missing,))
