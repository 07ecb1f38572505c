"""Which views the pages of the whole trial have, in the order of their tabs."""

from sscviewer.gui.analysis.view import AnalysisView
from sscviewer.gui.arms.changes import AncovaView, TestsView
from sscviewer.gui.arms.shares import EventsCompared, LabsCompared, RespondersCompared
from sscviewer.gui.arms.subgroups import SubgroupsView
from sscviewer.gui.arms.times import ArmTimesView
from sscviewer.gui.cohort.courses import Courses, MultiplesView
from sscviewer.gui.cohort.swimmer import Lanes
from sscviewer.gui.cohort.waterfall import WaterfallView
from sscviewer.gui.dose.benefit import DoseBenefit
from sscviewer.gui.dose.changes import DoseChanges
from sscviewer.gui.dose.events_at_dose import EventsAtDoseView
from sscviewer.gui.dose.exposure import Exposure
from sscviewer.gui.dose.intervals import EachPatient
from sscviewer.gui.dose.next_trial import NextTrialView
from sscviewer.gui.dose.plane import BenefitRiskView
from sscviewer.gui.dose.time_on_drug import TimeOnDrug
from sscviewer.gui.dose.tolerated import ToleratedDose
from sscviewer.gui.dose.tolerates import ToleratesView
from sscviewer.gui.dose.why_not import WhyNot
from sscviewer.gui.efficacy.categories import CategoriesView
from sscviewer.gui.efficacy.change import ChangeView
from sscviewer.gui.efficacy.diagnostics import Diagnostics
from sscviewer.gui.efficacy.forest import Endpoints
from sscviewer.gui.efficacy.one_arm import OneArmView
from sscviewer.gui.efficacy.responders import Responders
from sscviewer.gui.efficacy.sensitivity import Sensitivity
from sscviewer.gui.efficacy.slopes import Slopes
from sscviewer.gui.efficacy.thresholds import Thresholds
from sscviewer.gui.efficacy.tipping import TippingView
from sscviewer.gui.efficacy.windows import VisitWindows
from sscviewer.gui.efficacy.words import Words
from sscviewer.gui.report.disposition import Disposition
from sscviewer.gui.report.document import Report
from sscviewer.gui.report.flow import PatientFlow
from sscviewer.gui.report.table_one import TableOneView
from sscviewer.gui.safety.events_table import EventsTable
from sscviewer.gui.safety.labs.grades import LabGrades
from sscviewer.gui.safety.labs.liver import Liver
from sscviewer.gui.safety.labs.ratio import LiverRatioView
from sscviewer.gui.safety.labs.shift import LabShift
from sscviewer.gui.safety.labs.visits import LabVisitsView
from sscviewer.gui.safety.over_time import OverTime
from sscviewer.gui.safety.rates import Rates
from sscviewer.gui.safety.serious import Serious

VIEWS_OF: dict[str, tuple[type[AnalysisView], ...]] = {
    "cohort": (Courses, MultiplesView, Lanes, WaterfallView),
    "safety": (
        EventsTable,
        EventsCompared,
        Rates,
        OverTime,
        Serious,
        LabGrades,
        LabsCompared,
        LabShift,
        LabVisitsView,
        Liver,
        LiverRatioView,
    ),
    "dose": (
        ToleratedDose,
        ToleratesView,
        EachPatient,
        DoseBenefit,
        BenefitRiskView,
        NextTrialView,
        EventsAtDoseView,
        Exposure,
        DoseChanges,
        TimeOnDrug,
        WhyNot,
    ),
    "efficacy": (
        ChangeView,
        Endpoints,
        Responders,
        RespondersCompared,
        AncovaView,
        TestsView,
        SubgroupsView,
        ArmTimesView,
        Thresholds,
        CategoriesView,
        Slopes,
        OneArmView,
        Sensitivity,
        TippingView,
        Diagnostics,
        VisitWindows,
        Words,
    ),
    "report": (TableOneView, PatientFlow, Disposition, Report),
}
