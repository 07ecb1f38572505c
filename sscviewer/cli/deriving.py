"""Adds derived parameters as the command line says."""

import argparse

from sscviewer.analysis.derived.derive import with_derived
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.clinical.reference_equations import equations_for
from sscviewer.model.study import Study
from sscviewer.workbook import UnusableFile


def derive_as_asked(options: argparse.Namespace, study: Study) -> Study:
    """Return the trial with derived parameters by the options --equation and --predicted.

    Raises
    ------
    UnusableFile
        If there is no such equation.
    """
    default = DerivationSettings()
    said = vars(options)
    equation, prefer = said.get("equation") or default.equation, said.get("predicted") or default.prefer
    known = [one.name for one in equations_for("FVC")]
    if equation not in known:
        raise UnusableFile(f"There is no equation {equation}; choose one of {', '.join(known)}.")
    return with_derived(study, DerivationSettings(equation=equation, prefer=prefer))
