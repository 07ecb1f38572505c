"""The arm of all: its key beside those of the arms, and its name; the window reads it without numpy."""

ALL = "ALL"
"""What stands for the arm in rows of all patients, also in `analyse --json`."""
ALL_PATIENTS = "All patients"


def arm_words(arm: str) -> str:
    """Return the name of an arm as it is shown."""
    return ALL_PATIENTS if arm == ALL else arm
