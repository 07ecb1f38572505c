"""What is under the mouse: a record of the file and the words that tell about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawn record.

    Attributes
    ----------
    table, row
        Table of the study and row in it; -1 where what is drawn is no single row.
    text
        Ready hover text, lines separated by newlines.
    srcref
        "Sheet!A1", "" when derived.
    usubjid
        The patient it belongs to, in pictures of the whole trial; "" for none.
    key
        What a picture of the whole trial tells its marks apart by.
    """

    table: str
    row: int
    text: str
    srcref: str = ""
    usubjid: str = ""
    key: str = ""
