"""The ways in which opening a file can end without a study."""

from typing import TYPE_CHECKING

from sscviewer.model.sentence import sentence_of

if TYPE_CHECKING:  # the child program says that a file is unusable too, and starts sooner without them
    from sscviewer.model.load_report import Source
    from sscviewer.model.questions import Question


class UnusableFile(Exception):  # noqa: N818 - a verdict on the file, not a fault of the program
    """The file cannot be used; the text is one plain sentence that says why and what to do.

    Attributes
    ----------
    source
        The file, once it could be read; None when not even that.
    questions
        What a person would ask, whose answers would make the file usable.
    """

    source: "Source | None" = None
    questions: "tuple[Question, ...]" = ()

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return sentence_of(self)


class PasswordNeeded(UnusableFile):
    """The file is encrypted, and the password is missing or, if `is_wrong`, not the right one."""

    def __init__(self, sentence: str, *, is_wrong: bool = False) -> None:
        super().__init__(sentence)
        self.is_wrong = is_wrong


class LoadCancelled(Exception):  # noqa: N818 - the user's wish
    """Loading was stopped because the caller asked for it."""
