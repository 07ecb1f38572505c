"""What is found in a file by a plan: the one list that is shown, printed and asked the sites about."""

from dataclasses import replace

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.visit_margins import followed_margins
from sscviewer.model.load_report import LoadReport
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.rules import check_by_plan


def report_by_plan(report: LoadReport, collected: Study, study: Study, plan: AnalysisPlan) -> LoadReport:
    """Return the report of a file with the findings that the plan decides by it, and those of settling.

    Parameters
    ----------
    collected, study
        The trial as read, and as the plan settles it.
    """
    read = report.issues
    if not collected.is_hidden:  # what was found then is said without names and dates already
        read = check_by_plan(read, collected, followed_margins(plan.visits), plan.laboratory.version)
    return replace(report, issues=(*read, *study.issues[len(collected.issues) :]))
