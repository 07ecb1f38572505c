"""sscviewer: open a small trial's spreadsheet, click through the patients, save the plots."""

__version__ = "0.2.0"
