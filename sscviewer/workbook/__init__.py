"""A file becomes a Study and a load report; the only place that knows spreadsheets."""

from sscviewer.workbook.load import Loaded, load_study
from sscviewer.workbook.unusable import LoadCancelled, Unrecognised, UnusableFile

__all__ = ["LoadCancelled", "Loaded", "Unrecognised", "UnusableFile", "load_study"]
