"""The catalogue of reference equations: name, quantities, ages, groups and source of each."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from sscviewer.clinical import gli_diffusion, gli_lung_volumes, gli_spirometry, nhanes3, older_equations
from sscviewer.clinical.reference_values import ReferenceValues
from sscviewer.model.persons import Group, Persons


@dataclass(frozen=True, slots=True)
class ReferenceEquation:
    """One named set of equations.

    Attributes
    ----------
    name
        As reports write it; every % predicted carries it.
    quantities
        What it predicts: FVC, FEV1, FEV6, TLC, RV … in L, FEV1FVC as `ratio_is_percent` says, DLCO in
        mL/min/mmHg, TLCO in mmol/min/kPa.
    youngest, oldest
        Years of age.
    groups
        The groups it tells apart; empty when it is for everybody alike.
    fallback
        What another group is counted as.
    """

    name: str
    citation: str
    compute: Callable[[str, Persons], ReferenceValues]
    quantities: tuple[str, ...]
    youngest: float
    oldest: float
    groups: frozenset[Group] = frozenset()
    fallback: Group = Group.OTHER
    ratio_is_percent: bool = False

    @property
    def short(self) -> str:
        """Return the name without its brackets, for an axis."""
        return self.name.partition(" (")[0]

    def group_used(self, group: Group) -> Group | None:
        """Return the group whose equation is used for somebody; None when there is one for all."""
        if not self.groups:
            return None
        if group in self.groups:
            return group
        return Group.CAUCASIAN if group == Group.MEXICAN_AMERICAN else self.fallback


_ALL = (
    ReferenceEquation(
        "GLI-2012",
        "Quanjer PH et al. Eur Respir J 2012;40:1324-43",
        gli_spirometry.gli_2012,
        (*gli_spirometry.VOLUMES, *gli_spirometry.FLOWS, *gli_spirometry.EQUATIONS_ONLY),
        *gli_spirometry.AGES,
        groups=frozenset(set(Group) - {Group.MEXICAN_AMERICAN}),
    ),
    ReferenceEquation(
        "GLI Global 2022",
        "Bowerman C et al. Am J Respir Crit Care Med 2023;207:768-74",
        gli_spirometry.gli_global,
        gli_spirometry.VOLUMES,
        *gli_spirometry.AGES,
    ),
    ReferenceEquation(
        "NHANES III",
        "Hankinson JL et al. Am J Respir Crit Care Med 1999;159:179-87",
        nhanes3.nhanes_3,
        (*nhanes3.VOLUMES, *nhanes3.RATIOS),
        *nhanes3.AGES,
        groups=frozenset(nhanes3.GROUPS),
        fallback=Group.CAUCASIAN,
        ratio_is_percent=True,
    ),
    ReferenceEquation(
        "ECSC 1993",
        "Quanjer PH et al. Eur Respir J 1993;6 Suppl 16:5-40",
        older_equations.ecsc_1993,
        older_equations.ECSC_QUANTITIES,
        older_equations.ADULT,
        older_equations.OLDEST,
    ),
    ReferenceEquation(
        "Crapo",
        "Crapo RO et al. Am Rev Respir Dis 1981;123:659-64 and 185-9; "
        "Bull Eur Physiopathol Respir 1982;18:419-25",
        older_equations.crapo,
        older_equations.CRAPO_QUANTITIES,
        older_equations.ADULT,
        older_equations.OLDEST,
    ),
    ReferenceEquation(
        "GLI-2017 (corrected 2020)",
        "Stanojevic S et al. Eur Respir J 2017;50:1700010, correction 2020;56:1750010",
        gli_diffusion.gli_2017,
        gli_diffusion.QUANTITIES,
        *gli_diffusion.AGES,
    ),
    ReferenceEquation(
        "GLI-2021",
        "Hall GL et al. Eur Respir J 2021;57:2000289",
        gli_lung_volumes.gli_2021,
        gli_lung_volumes.QUANTITIES,
        *gli_lung_volumes.AGES,
    ),
)
EQUATIONS = MappingProxyType({equation.name: equation for equation in _ALL})
"""All equations by name."""


def equations_for(quantity: str) -> tuple[ReferenceEquation, ...]:
    """Return the equations that predict a quantity, the usual one first."""
    return tuple(equation for equation in _ALL if quantity in equation.quantities)
