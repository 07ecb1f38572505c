"""A file becomes a Study and a load report; the only place that knows spreadsheets."""

from sscviewer.workbook.load import DateOrder, Loaded, load_study
from sscviewer.workbook.unusable import LoadCancelled, UnusableFile

__all__ = ["DateOrder", "LoadCancelled", "Loaded", "UnusableFile", "load_study"]
