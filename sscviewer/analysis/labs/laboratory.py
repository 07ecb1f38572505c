"""The laboratory of a trial in one call: worst grades, what has none, and the liver."""

from dataclasses import asdict, dataclass, replace

from sscviewer.analysis.labs.hepatic import Hepatic, hepatic, hys_law_words
from sscviewer.analysis.labs.lab_not_graded import NotGraded
from sscviewer.analysis.labs.lab_shift import WorstGrades, worst_grades
from sscviewer.analysis.labs.labs import labs
from sscviewer.analysis.labs.liver_ratio import LiverRatios, liver_ratios, ratio_entry
from sscviewer.analysis.plan.laboratory import LaboratoryRules
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Laboratory:
    """What the command line tells of the laboratory.

    Attributes
    ----------
    words
        "CTCAE version 5.0".
    grades
        Worst grade after baseline of every graded test and direction, by arm.
    not_graded
        Values without a grade, by test and reason.
    notes
        How it was done, as sentences.
    """

    words: str
    grades: tuple[WorstGrades, ...]
    not_graded: tuple[NotGraded, ...]
    notes: tuple[str, ...]
    liver: Hepatic
    ratios: LiverRatios


def laboratory(study: Study, who: Population, rules: LaboratoryRules) -> Laboratory:
    """Return the laboratory of a trial, by the plan."""
    of = labs(study)
    liver = hepatic(of, who, rules.hys_law_days)
    notes = of.notes if of.tests or of.not_graded else ()
    liver = liver if liver.points else replace(liver, notes=())
    ratios = liver_ratios(study, of, who)
    return Laboratory(of.words, worst_grades(of, who), of.not_graded, notes, liver, ratios)


def laboratory_entry(found: Laboratory) -> dict[str, object]:
    """Return the laboratory as `analyse --json` has it; patients by grade, and counts."""
    return {
        "criteria": found.words,
        "worst_grades": [
            {
                "arm": row.arm,
                "PARAMCD": row.paramcd,
                "test": row.test,
                "term": row.term,
                "direction": row.direction,
                "N": row.n,
                "grades": {str(grade): len(ids) for grade, ids in enumerate(row.patients)},
                "patients": {
                    str(grade): list(ids) for grade, ids in enumerate(row.patients) if grade and ids
                },
            }
            for row in found.grades
        ],
        "not_graded": [
            {"PARAMCD": one.paramcd, "test": one.test, "n": one.n, "why": f"not graded: {one.why}"}
            for one in found.not_graded
        ],
        "notes": list(found.notes),
    }


def liver_entry(of: Laboratory) -> dict[str, object]:
    """Return the liver as `analyse --json` has it."""
    found = of.liver
    return {
        "quadrants": [asdict(row) for row in found.counts],
        "peaks": [asdict(point) for point in found.points],
        "hys_law": [asdict(row) | {"words": hys_law_words(row)} for row in found.hys_law],
        "without_point": list(found.without_point),
        "r_ratio": ratio_entry(of.ratios),
        "notes": list(found.notes),
    }
