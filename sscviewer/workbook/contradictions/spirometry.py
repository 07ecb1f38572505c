"""Forced vital capacity in litres against the same in % predicted."""

from collections.abc import Iterator

from sscviewer.clinical.percent_check import check_percent
from sscviewer.clinical.reference_equations import EQUATIONS
from sscviewer.model.entry_facts import entry_facts
from sscviewer.model.persons import Group
from sscviewer.model.same_tests import same_tests
from sscviewer.model.sentence import say
from sscviewer.workbook.contradictions.found import Contradiction, Read, at

EQUATION = EQUATIONS["NHANES III"]


def predicted_off(read: Read) -> Iterator[Contradiction]:
    """Find % predicted that does not follow from litres, sex, age and height by NHANES III.

    A patient for whom another group's equation could have been used is compared with that one and with the
    Caucasian one; the nearer counts.
    """
    study, tolerance = read.study, read.fvc_tolerance
    if not {"FVC", "FVCPP"} <= set(study.parameters):
        return
    volumes, percents = same_tests(study, "FVC", "FVCPP")
    values = study.column("measurements", "AVAL")
    litres, percent = values[volumes], values[percents]
    check = check_percent(EQUATION, "FVC", entry_facts(study).persons(volumes), litres, percent, tolerance)
    off = check.off.nonzero()[0].tolist()
    if check.is_other_equation:
        yield Contradiction(
            "",
            study.column("measurements", "SRCREF")[percents[off[0]]].rpartition("!")[0],
            say(
                "The laboratory's FVC % predicted differs from NHANES III by more than {tolerance:g} "
                "points in {n} of {total} tests, so it uses another equation; its values are used.",
                tolerance=tolerance,
                n=len(off),
                total=check.n,
            ),
        )
        return
    for i in off:
        yield at(
            study,
            "measurements",
            int(percents[i]),
            "",
            say(
                "FVC {percent:g} % predicted does not fit {litres:g} L, which is {expected:.0f} % by "
                "NHANES III ({group}) for this sex, age and height (±{tolerance:g} points are "
                "allowed for); both values are used.",
                percent=percent[i],
                litres=litres[i],
                expected=check.expected[i],
                group=Group(check.group[i]).words,
                tolerance=tolerance,
            ),
        )
