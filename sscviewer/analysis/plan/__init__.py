"""The analysis plan: every choice that makes a number, in one place.

Nothing here knows an analysis; every analysis takes its part of the plan and has no rule of its own.
"""

from sscviewer.analysis.plan.plan import DEFAULT_PLAN, AnalysisPlan

__all__ = ["DEFAULT_PLAN", "AnalysisPlan"]
