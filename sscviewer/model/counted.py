"""How many of something, in words: the one way a noun is put beside its number."""

from sscviewer.model.sentence import say


def counted(n: int, one: str, many: str = "") -> str:
    """Return "1 patient", "20 patients" or "1 200 values are …"; `many` where an s at the end is not enough.

    Thousands are set apart by a narrow space at which no line breaks.
    """
    number = f"{n:,}".replace(",", "\u202f")
    return say("{number} {what}", number=number, what=say(one if n == 1 else many or f"{one}s"))
