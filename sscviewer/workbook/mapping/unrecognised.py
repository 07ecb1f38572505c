"""A readable file in which nothing was recognised."""

from sscviewer.workbook.mapping.mapping import Mapping
from sscviewer.workbook.unusable import UnusableFile


class Unrecognised(UnusableFile):
    """No sheet was recognised, but the file can be read: a mapping that says what is what makes it usable.

    Attributes
    ----------
    mapping
        What was recognised, to start from.
    shape
        The key under which answers for such workbooks are kept.
    """

    def __init__(self, sentence: str, mapping: Mapping, shape: str) -> None:
        super().__init__(sentence)
        self.mapping = mapping
        self.shape = shape
