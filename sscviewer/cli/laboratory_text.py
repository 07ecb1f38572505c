"""The laboratory as lines of text."""

from sscviewer.analysis.labs.hepatic import hys_law_words
from sscviewer.analysis.labs.laboratory import Laboratory
from sscviewer.analysis.labs.liver_ratio import ratio_words
from sscviewer.model.rounding import rounded


def laboratory_lines(found: Laboratory, arm: str) -> list[str]:
    """Return worst grades, values without a grade and the liver; nothing for a trial without a laboratory."""
    grades = [row for row in found.grades if row.arm == arm]
    lines: list[str] = []
    if grades or found.not_graded:
        lines += ["", f"Laboratory, worst grade after baseline ({found.words})"]
        for row in grades:
            counts = ", ".join(f"{grade}: {len(ids)}" for grade, ids in enumerate(row.patients) if ids)
            lines.append(f"  {f'{row.test}, {row.direction}: {row.term}':<58} n = {row.n}; grade {counts}")
        lines += [f"  {one.test}: {one.n} values not graded: {one.why}" for one in found.not_graded]
        lines += [f"  note: {note}" for note in found.notes]
    if found.liver.points:
        lines += ["", "Liver, peaks after baseline"]
        for count in found.liver.counts:
            if count.arm == arm:
                lines.append(f"  {count.words:<40}{count.n:>4} ({rounded(count.percent, 0)} %)")
        lines += [f"  {hys_law_words(row)}" for row in found.liver.hys_law]
        if not found.liver.hys_law:
            lines.append("  No patient is in the range of Hy’s law.")
        lines += [f"  note: {note}" for note in found.liver.notes]
    if found.ratios.values:
        lines += ["", "Liver, ratio R", f"  {ratio_words(found.ratios)}"]
    return lines
