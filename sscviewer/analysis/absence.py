"""What a file does not hold at all: it is said, never counted as 0 or as 100 %."""

import numpy as np

from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study

NO_ENDS = say("The file does not say who completed or stopped.")
NO_EVENTS = say("Adverse events are not recorded in this file.")
NO_DOSES = say("Doses are not recorded in this file.")
NO_VALUES = say("Measurements are not recorded in this file.")
NO_LABS = say("Laboratory values are not recorded in this file.")
NO_TIME = say(
    "The file gives no time between its visits. Dates, study times or the unit of numbered visits can be "
    "given in File, Map columns."
)
NO_LIVER = say("The file has no ALT or AST, or no bilirubin.")


def records(study: Study, table: str) -> bool:
    """Return whether the file has any row of a table."""
    return bool(len(study.column(table, "USUBJID")))


def records_doses(study: Study) -> bool:
    """Return whether the file says of anybody when the first dose was."""
    return not bool(np.isnat(study.column("subjects", "TRTSDT")).all())


def records_ends(study: Study) -> bool:
    """Return whether the file says of anybody how the trial or the treatment ended, or of a death.

    That nobody died (DTHFL "N") tells no end: `records_deaths`.
    """
    ends = study.column("disposition", "EOSSTT")
    deaths = study.column("subjects", "DTHFL") == "Y"
    return bool((ends != "").any() or deaths.any() or not np.isnat(study.column("subjects", "DTHDT")).all())


def records_deaths(study: Study) -> bool:
    """Return whether the file says of anybody how the trial ended, or of anybody that he died or did not."""
    return records_ends(study) or bool((study.column("subjects", "DTHFL") != "").any())


def records_labs(study: Study) -> bool:
    """Return whether the file has a laboratory value."""
    return any(parameter.kind == "lab" for parameter in study.parameters.values())


def not_in_file(study: Study) -> dict[str, str | None]:
    """Return for every block of the results the sentence that says which source is missing, None for none."""
    ends = None if records_ends(study) else NO_ENDS
    events = None if records(study, "adverse_events") else NO_EVENTS
    doses = None if records(study, "exposure") else NO_DOSES
    values = None if records(study, "measurements") else NO_VALUES
    labs = values or (None if records_labs(study) else NO_LABS)
    liver = labs or (
        None if {"ALT", "AST"} & set(study.parameters) and "BILI" in study.parameters else NO_LIVER
    )
    times = joined(words for words in (ends, events) if words) or None
    timeless = NO_TIME if study.visit_order else None
    return {
        "demographics": None,
        "disposition": ends,
        "exposure": doses,
        "adverse_events": events,
        "event_rates": events or timeless,
        "course": values,
        "observed_means": values,
        "last_changes": values,
        "lanes": None,
        "dose_changes": doses,
        "visit_windows": values or timeless,
        "time_to_event": times or timeless,
        "arm_comparisons": times or timeless,
        "sensitivity": values,
        "tipping": values,
        "diagnostics": values,
        "missing_shifts": values,
        "dose_question": doses,  # without events the reasons of the log may tell
        "one_arm": values,
        "distribution": values,
        "rates_by_dose": doses or events,
        "responders": values,
        "laboratory": labs,
        "liver": liver,
    }
