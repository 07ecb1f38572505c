"""Names of sheets that come from several files: what all files' names have in common is left out."""

from collections.abc import Sequence
from pathlib import PurePosixPath

_CLUTTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_EDGES = "_- ."


def is_clutter(path: str) -> bool:
    """Return whether a file was left behind by a system or by Excel (``~$trial.xlsx``)."""
    parts = PurePosixPath(path).parts
    return not parts or any(
        part.startswith((".", "~$", "__MACOSX")) or part.casefold() in _CLUTTER for part in parts
    )


def part_names(paths: Sequence[str]) -> list[str]:
    """Return a short name for each file, all different.

    "s_AE_2019.xls" and "s_DM_2019.xls" are "AE" and "DM".
    """
    stems = [PurePosixPath(path).stem for path in paths]
    if len(set(stems)) > 1:
        before = _to_edge(stems)
        stems = [stem[before:] for stem in stems]
        after = _to_edge([stem[::-1] for stem in stems])
        stems = [stem[: len(stem) - after] for stem in stems]
    return make_different(stems)


def _to_edge(stems: Sequence[str]) -> int:
    """Return the length of the beginning that all have in common, up to and with a mark between words."""
    same = 0
    for characters in zip(*stems, strict=False):
        if len(set(characters)) > 1:
            break
        same += 1
    return max(stems[0].rfind(edge, 0, same) for edge in _EDGES) + 1


def make_different(names: Sequence[str]) -> list[str]:
    """Return the names, those that came before with a number."""
    seen: set[str] = set()
    found = []
    for name in names:
        new, count = name, 1
        while new.casefold() in seen:
            count += 1
            new = f"{name} ({count})"
        seen.add(new.casefold())
        found.append(new)
    return found
