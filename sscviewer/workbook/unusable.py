"""The ways in which opening a file can end without a study."""


class UnusableFile(Exception):  # noqa: N818 - a verdict on the file, not a fault of the program
    """The file cannot be used; the text is one plain sentence that says why and what to do."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return str(self)


class Unrecognised(UnusableFile):
    """No sheet was recognised, but the file can be read: a mapping that says what is what makes it usable."""


class LoadCancelled(Exception):  # noqa: N818 - the user's wish
    """Loading was stopped because the caller asked for it."""
