"""Which lung function values get predicted ones, and what the derived parameters are called."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.clinical.reference_equations import EQUATIONS, ReferenceEquation
from sscviewer.model.parameters import BY_CODE, Parameter
from sscviewer.model.study import Study

PER_CENT = 100.0


@dataclass(frozen=True, slots=True)
class Target:
    """One quantity.

    Attributes
    ----------
    paramcd, quantity
        Its PARAMCD, and what equations call it.
    percent_code
        PARAMCD of its % predicted.
    setting
        Which setting names its equation.
    has_limit
        Whether its lower limit is a parameter; that of a corrected DLCO is that of DLCO.
    """

    paramcd: str
    quantity: str
    percent_code: str
    setting: str
    has_limit: bool = True

    def equation(self, settings: DerivationSettings) -> ReferenceEquation | None:
        """Return the equation chosen, None when it does not predict this quantity."""
        equation = EQUATIONS[getattr(settings, self.setting)]
        return equation if self.quantity in equation.quantities else None

    def factor(self, equation: ReferenceEquation) -> float:
        """Return by what the equation's values are multiplied to be in the unit of the parameter."""
        return PER_CENT if self.quantity == "FEV1FVC" and not equation.ratio_is_percent else 1.0


TARGETS = (
    Target("FVC", "FVC", "FVCPP", "equation"),
    Target("FEV1", "FEV1", "FEV1PP", "equation"),
    Target("FEV1FVC", "FEV1FVC", "FEV1FVCPP", "equation"),
    Target("TLC", "TLC", "TLCPP", "volumes"),
    Target("DLCO", "DLCO", "DLCOPP", "diffusion"),
    Target("DLCOHB", "DLCO", "DLCOHBPP", "diffusion", has_limit=False),
)
SI_DLCO = "mmol/min/kPa"


def targets_of(study: Study) -> Iterator[Target]:
    """Return the targets, and DLCO in SI units, which the loader keeps apart, where there is no other."""
    yield from TARGETS
    if "DLCO" not in study.parameters:
        for parameter in study.parameters.values():
            if parameter.paramcd.startswith("DLCO_") and parameter.unit == SI_DLCO:
                yield Target(parameter.paramcd, "TLCO", "DLCOPP", "diffusion")


def percent_parameter(target: Target, name: Parameter, equation: ReferenceEquation) -> Parameter:
    """Return the % predicted of a quantity, named by its equation, of the kind the file's own would have.

    Parameters
    ----------
    name
        The measured parameter.
    """
    unnamed = Parameter("", f"{name.param}, % predicted", "", name.short, "derived")
    base = BY_CODE.get(target.percent_code, unnamed)
    return replace(
        base,
        paramcd=target.percent_code,
        param=f"{base.param} ({equation.short})",
        unit=f"% {equation.short}",
    )


def z_parameter(target: Target, name: Parameter, equation: ReferenceEquation) -> Parameter:
    """Return the z score of a quantity."""
    return Parameter(
        f"{target.paramcd}Z",
        f"{name.param}, z score ({equation.short})",
        f"z {equation.short}",
        name.short,
        "derived",
        digits=2,
    )


def limit_parameter(target: Target, name: Parameter, equation: ReferenceEquation) -> Parameter:
    """Return the lower limit of normal of a quantity."""
    return replace(
        name,
        paramcd=f"{target.paramcd}LLN",
        param=f"{name.param}, lower limit of normal ({equation.short})",
        short=f"{name.short} LLN",
        kind="derived",
    )
