"""Static lung volumes by GLI-2021, made from persons of European ancestry.

**Source**: Hall 2021, Eur Respir J 57:2000289, table 3. Its equations differ in whether age and height enter
as they are or as logarithms.
"""

from functools import cache

from sscviewer.clinical.lms import LmsEquation, LmsTables
from sscviewer.clinical.reference_values import Lms
from sscviewer.model.persons import Persons

AGES = (5.0, 80.0)

LOG_HEIGHT = ("FRC", "TLC", "ERV", "IC", "VC")
LOG_AGE = ("FRC", "TLC")
LOG_AGE_S = ("FRC",)
QUANTITIES = (*LOG_HEIGHT, "RV", "RV_TLC")
"""Litres; RV_TLC in %."""

# This table has the age before the height.
_TABLES = LmsTables(
    "gli_2021_coefficients", "gli_2021_splines", names=("a0", "a2", "a1", "p0", "p1", "q0", "q1")
)


def gli_2021(quantity: str, persons: Persons) -> Lms:
    """Return L, M and S of one of `QUANTITIES`.

    **Source**: Hall 2021, table 3.
    """
    return _equation(quantity)(persons)


@cache
def _equation(quantity: str) -> LmsEquation:
    return _TABLES.read(
        quantity,
        AGES,
        log_height=quantity in LOG_HEIGHT,
        log_age=quantity in LOG_AGE,
        log_age_s=quantity in LOG_AGE_S,
    )
