"""The command line: what scripts, tests and machines without a screen use."""

from sscviewer.cli.run import run

__all__ = ["run"]
