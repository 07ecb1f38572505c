"""Which of two numbers before the year is the day, where a column does not tell: what to ask the user."""

from typing import Literal

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.values.cells import Cells
from sscviewer.workbook.values.dates_in_cells import Order, day_and_month, parse_date

DateOrder = Literal["dmy", "mdy"]
"""What 03/04/2007 is: day first or month first; so on the command line too."""

ORDERS: dict[DateOrder, Order] = {"dmy": "day first", "mdy": "month first"}

MOST_EXAMPLES = 3
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_question(sheet: str, letter: str, heading: str, cells: Cells) -> Question:
    """Return what to ask about a column in which every date can be read both ways.

    Its examples are its first dates that differ between the two orders.
    """
    written = [cells.unique_texts[code] for code in dict.fromkeys(cells.codes.tolist())]
    pairs = ((text, day_and_month(text)) for text in written)
    two_ways = [text for text, pair in pairs if pair and pair[0] != pair[1]]
    examples = tuple(_example(text) for text in two_ways[:MOST_EXAMPLES])
    listed = ", ".join(example.written for example in examples)
    return Question(
        "date_order",
        sheet,
        letter,
        say(
            "Is the day or the month first in column “{heading}” ({listed})?", heading=heading, listed=listed
        ),
        tuple(ORDERS),
        "dmy",
        heading,
        examples,
    )


def _example(text: str) -> Example:
    found = (parse_date(text, order) for order in ORDERS.values())
    return Example(
        text.strip(), tuple(date_in_words(str(one.first), one.flag) if one else "" for one in found)
    )


def date_in_words(iso: str, flag: str) -> str:
    """Return a date as people write it, with only what is known of it; "" for none."""
    if iso == "NaT" or flag == "Y":
        return ""
    year, month, day = iso.split("-")
    if flag == "M":
        return say("{year}, month not known", year=year)
    name = _MONTHS[int(month) - 1]
    return (
        say("{name} {year}, day not known", name=name, year=year)
        if flag == "D"
        else say("{n} {name} {year}", n=int(day), name=name, year=year)
    )
