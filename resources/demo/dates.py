"""Partial dates as people write them."""

from datetime import date

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def partial_text(day: date, known: str, style: int) -> str:
    """Write a date of which only the month or the year is known.

    Parameters
    ----------
    day : datetime.date
        Any day of the month or year meant.
    known : str
        ``month`` or ``year``.
    style : int
        Which of the three ways of writing a month, 0 to 2: ``03/2007``, ``UN-MAR-2007``, ``2007-03``.

    Returns
    -------
    str
        The text for the cell.
    """
    if known == "year":
        return str(day.year)
    month = _MONTHS[day.month - 1]
    return (f"{day:%m/%Y}", f"UN-{month}-{day.year}", f"{day:%Y-%m}")[style]
