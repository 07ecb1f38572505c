"""The lines of what was known before a trial of one arm."""

from sscviewer.analysis.plan.choices import CHANGE
from sscviewer.analysis.plan.line import PlanLine

ONE_ARM = "Efficacy: one arm"

ONE_ARM_LINES: tuple[PlanLine, ...] = (
    PlanLine(
        "one_arm", "endpoint", "Historical numbers are of", none="the primary endpoint", used_by=(ONE_ARM,)
    ),
    PlanLine("one_arm", "months", "… and hold at", unit="months after baseline", used_by=(ONE_ARM,)),
    PlanLine(
        "one_arm",
        "prior_change",
        "Mean change under this treatment before",
        none="no historical prior",
        used_by=(ONE_ARM,),
    ),
    PlanLine("one_arm", "prior_se", "… its standard error", none="not given", used_by=(ONE_ARM,)),
    PlanLine("one_arm", "prior_source", "… its source", none="not given", used_by=(ONE_ARM,)),
    PlanLine("one_arm", "discount", "Historical information counts with", share=True, used_by=(ONE_ARM,)),
    PlanLine(
        "one_arm",
        "control_change",
        "Mean change of historical untreated patients",
        none="no historical control",
        used_by=(ONE_ARM, CHANGE),
    ),
    PlanLine("one_arm", "control_se", "… its standard error", none="not given", used_by=(ONE_ARM, CHANGE)),
    PlanLine("one_arm", "control_source", "… its source", none="not given", used_by=(ONE_ARM, CHANGE)),
    PlanLine("one_arm", "next_patients", "The next trial has", unit="patients", used_by=(ONE_ARM,)),
    PlanLine("one_arm", "level", "Level of these intervals", share=True, used_by=(ONE_ARM,)),
)
