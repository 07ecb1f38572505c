"""Ages worked out from whole dates of birth, where the file gives none."""

import numpy as np

from sscviewer.model.entry_facts import ages_on_day_1
from sscviewer.model.sentence import say
from sscviewer.model.study import Study, with_tables
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.settling.patients import OLDEST


def with_ages_by_birth(study: Study, findings: Findings) -> Study:
    """Return the trial with AGE, in completed years on day 1, of patients who have only a date of birth.

    A month or a year of birth alone makes no AGE: it may be a year off, which predicted values allow for.
    """
    given, (age, is_whole) = study.column("subjects", "AGE"), ages_on_day_1(study, only_whole=True)
    found = np.isnan(given) & is_whole & (age >= 0) & (age <= OLDEST)
    if not found.any():
        return study
    findings.add(
        "info",
        "subject.age_by_birth",
        say(
            "The file gives no age of {n} of {total} patients; it is worked out from the date of "
            "birth, in completed years on day 1.",
            n=int(found.sum()),
            total=len(found),
        ),
    )
    ages = np.where(found, np.floor(age), given)
    return with_tables(study, {"subjects": study.frame("subjects").assign(AGE=ages)})
