"""Rows of a recognised sheet as rows of the trial's tables."""
