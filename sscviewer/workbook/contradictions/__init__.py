"""Contradictions inside a trial, in plain words: one file per subject, one table of rules.

Nothing is changed or left out because of them; each is an issue that names the cell and says what was done.
"""
