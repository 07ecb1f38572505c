"""What a rule said."""


def told(loaded, code):
    """Return (cell, patient, message) of every issue of one rule."""
    return [(i.srcref, i.usubjid, i.message) for i in loaded.report.issues if i.code == code]


def cells(loaded, code):
    """Return (cell, patient) of every issue of one rule."""
    return [(cell, who) for cell, who, _ in told(loaded, code)]
