"""Writes one trial's files: each kind in one way, whether asked for now or made again from a manifest."""

from functools import cached_property

from sscviewer.gui.saving.documents import Documents
from sscviewer.gui.saving.pictures import Pictures
from sscviewer.gui.saving.trial_folder import TrialFolder


class Writer(TrialFolder):
    """The folder of one trial, and who draws and writes into it."""

    @cached_property
    def pictures(self) -> Pictures:
        """Draws pages of patients and views of the whole trial."""
        return Pictures(self)

    @cached_property
    def documents(self) -> Documents:
        """Writes tables of results and documents."""
        return Documents(self)
