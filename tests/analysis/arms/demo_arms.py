"""The demo trial with its patients in two arms."""

from sscviewer.model.study import build_study

TABLES = ("subjects", "measurements", "adverse_events", "exposure", "disposition")


def with_arms(study, names=("Imatinib", "Placebo")):
    """Return the trial with its patients in these arms in turn."""
    tables = {name: getattr(study, name).copy() for name in TABLES if len(getattr(study, name))}
    arm = [names[i % len(names)] for i in range(len(tables["subjects"]))]
    tables["subjects"]["TRT01A"] = arm
    return build_study(tables, list(study.parameters.values()), source=study.source)
