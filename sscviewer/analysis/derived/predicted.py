"""% predicted, z score and lower limit of normal of every lung function value a person is known for."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.derived.measured import Measured
from sscviewer.analysis.derived.recipes import RecipeWriter
from sscviewer.analysis.derived.targets import Target, limit_parameter, percent_parameter, z_parameter
from sscviewer.analysis.derived.values import DerivedValues
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.clinical.reference_equations import ReferenceEquation
from sscviewer.clinical.reference_values import percent_predicted
from sscviewer.model.arrays import Floats
from sscviewer.model.entry_facts import EntryFacts
from sscviewer.model.issue import Issue
from sscviewer.model.parameters import BY_CODE, Parameter
from sscviewer.model.persons import FEMALE, MALE
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

MOST = 0.9
"""A computed % predicted is analysed in place of one that the file has not if it covers this part of the
values (our choice): a course of a few patients must not push aside the litres of all."""

BESIDE, IN_FILE = "C", "F"
"""What is added to the PARAMCD of % predicted that is not the one analysed: computed, as in the file."""


class Predictor:
    """Computes predicted values of one trial, and counts what it could not compute.

    Attributes
    ----------
    renamed
        % predicted of the file that make room for computed ones, by PARAMCD.
    """

    def __init__(self, study: Study, facts: EntryFacts, settings: DerivationSettings) -> None:
        self._study = study
        self._settings = settings
        self._writer = RecipeWriter(study, facts)
        self._n = 0
        self._why_not: Counter[str] = Counter()
        self.renamed: dict[str, Parameter] = {}

    def predict(self, target: Target, tests: Measured) -> Iterator[DerivedValues]:
        """Give % predicted, z and lower limit of one quantity."""
        equation = target.equation(self._settings)
        if equation is None:
            return
        reference = equation.compute(target.quantity, tests.persons)
        known = ~np.isnan(reference.predicted)
        self._n += len(known)
        self._why_not.update(_why_not(tests.pick(~known), equation))
        if not known.any():
            return
        recipe = np.full(len(known), "", dtype=object)
        recipe[known] = self._writer.write(equation, tests.pick(known))
        factor = target.factor(equation)
        value = tests.value / factor
        name = self._study.parameters.get(target.paramcd) or BY_CODE[target.paramcd]
        percent = self._placed(percent_parameter(target, name, equation), covered=bool(known.mean() >= MOST))
        yield from _derived(percent, tests, percent_predicted(value, reference), recipe)
        yield from _derived(z_parameter(target, name, equation), tests, reference.z(value), recipe)
        if target.has_limit:
            limit = limit_parameter(target, name, equation)
            yield from _derived(limit, tests, reference.lln * factor, recipe, keeps_limit=False)

    def issue(self) -> Issue | None:
        """Return the one sentence that says how many values have no predicted one, and why."""
        if not self._why_not:
            return None
        reasons = ", ".join(f"{reason}: {count}" for reason, count in self._why_not.most_common())
        return Issue(
            "info",
            "predicted.missing",
            say(
                "{total} of {n} lung function values have no predicted value ({reasons}); they are "
                "shown as measured.",
                total=self._why_not.total(),
                n=self._n,
                reasons=reasons,
            ),
        )

    def _placed(self, percent: Parameter, *, covered: bool) -> Parameter:
        """Return the parameter of computed % predicted: the one analysed, or one beside the file's own."""
        own = self._study.parameters.get(percent.paramcd)
        if own is not None and self._settings.prefer == "computed":
            code, words = f"{own.paramcd}{IN_FILE}", f"{own.param} (as in the file)"
            self.renamed[own.paramcd] = replace(own, paramcd=code, param=words, kind="derived")
        elif own is not None or not covered:
            return replace(percent, paramcd=f"{percent.paramcd}{BESIDE}", kind="derived")
        return percent


def _derived(
    parameter: Parameter,
    tests: Measured,
    values: Floats,
    recipe: npt.NDArray[np.object_],
    *,
    keeps_limit: bool = True,
) -> Iterator[DerivedValues]:
    there = ~np.isnan(values)
    if there.any():
        yield DerivedValues(parameter, tests.rows[there], values[there], recipe[there], keeps_limit)


def _why_not(tests: Measured, equation: ReferenceEquation) -> dict[str, int]:
    """Return how many values have no predicted one, by the first reason that holds."""
    who = tests.persons
    left, counted = np.ones_like(who.age, dtype=np.bool_), {}
    for reason, holds in (
        ("sex not known", (who.sex != MALE) & (who.sex != FEMALE)),
        ("no height", ~(who.height > 0)),
        ("age not known", np.isnan(who.age)),
        (
            say(
                "age outside {youngest:g} to {oldest:g} years",
                youngest=equation.youngest,
                oldest=equation.oldest,
            ),
            left,
        ),
    ):
        if (left & holds).any():
            counted[reason] = int((left & holds).sum())
        left = left & ~holds
    return counted
