"""Words by which an arm of a trial is called."""

from sscviewer.model.treatments import is_placebo
from sscviewer.workbook.evidence.words.tokens import english, tokens

ARMS = frozenset(
    {
        *("arm", "treatment", "group", "drug", "cohort", "allocation"),
        *("randomized", "randomised", "randomization", "randomisation"),
    }
)
"""What heads a column of arms."""

_CALLED = (ARMS - {"cohort"}) | {"verum", "control", "active", "intervention", "comparator"}


def without_arm_words(text: str) -> str:
    """Return the words of a title that call nothing an arm: "wk 4" of "Treatment wk4"."""
    return " ".join(part for part in tokens(text) if not set(english(part)) & _CALLED)


def is_arm(text: str) -> bool:
    """Return whether a title calls what stands below it an arm: "Placebo", "Control group", "Drug A"."""
    return is_placebo(text) or bool(set(english(text)) & _CALLED)
