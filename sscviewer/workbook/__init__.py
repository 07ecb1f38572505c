"""A file becomes a Study and a load report; the only place that knows spreadsheets."""

from sscviewer.workbook.load import Loaded, load_study
from sscviewer.workbook.unusable import LoadCancelled, UnusableFile

__all__ = ["LoadCancelled", "Loaded", "UnusableFile", "load_study"]
