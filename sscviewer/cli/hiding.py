"""A loaded file with its patients' identities hidden, before anything is made from it."""

import sys
from dataclasses import replace

from sscviewer.model.hidden import NAME, hide_identities, hide_report
from sscviewer.workbook import Loaded
from sscviewer.workbook.changes.snapshots import shape_of
from sscviewer.workbook.mapping.mapping import Mapping


def hidden(loaded: Loaded) -> tuple[Loaded, dict[str, str]]:
    """Return the file without identities, and what each patient is called in it."""
    labels = _labels(loaded)
    study = hide_identities(loaded.study, labels, NAME)
    report = hide_report(loaded.report, loaded.study, labels, NAME)
    return replace(loaded, study=study, report=report, mapping=Mapping()), labels


def _labels(loaded: Loaded) -> dict[str, str]:
    """Return the labels kept for the study; where nothing can be kept new ones, said on stderr."""
    from sscviewer.gui.window.places import own_memory
    from sscviewer.memory.database import Database, MemoryUnusable
    from sscviewer.memory.labels import kept_labels, new_labels
    from sscviewer.memory.study_memory import StudyMemory

    try:
        database = Database(own_memory())
        try:
            memory = StudyMemory(database, loaded.study, shape_of(loaded.report))
            return kept_labels(memory, loaded.study.usubjids)
        finally:
            database.close()
    except MemoryUnusable as error:
        sys.stderr.write(f"sscviewer: {error} The labels of the patients are new ones, and are not kept.\n")
        return new_labels(loaded.study.usubjids)
