"""What is found in a file by a plan: the one list that is shown, printed and asked the sites about."""

from dataclasses import replace

from sscviewer.analysis.plan import DEFAULT_PLAN, AnalysisPlan
from sscviewer.analysis.visit_margins import followed_margins
from sscviewer.clinical.ctcae_criteria import Version
from sscviewer.model.load_report import LoadReport
from sscviewer.model.rules import Margins
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.rules import check_by_plan


def report_by_plan(
    report: LoadReport,
    collected: Study,
    study: Study,
    plan: AnalysisPlan,
    before: AnalysisPlan | None = None,
) -> LoadReport:
    """Return the report of a file with the findings that the plan decides by it, and those of settling.

    Parameters
    ----------
    collected, study
        The trial as read, and as the plan settles it.
    before
        By which the report was made; None where it is that of the file as read.
    """
    read, (margins, version) = report.issues, _asked_of_files(plan)
    if (margins, version) != _asked_of_files(before or DEFAULT_PLAN):
        read = check_by_plan(read, collected, margins, version)
    return replace(report, issues=(*read, *study.issues[len(collected.issues) :]))


def _asked_of_files(plan: AnalysisPlan) -> tuple[Margins, Version]:
    return followed_margins(plan.visits), plan.laboratory.version
