"""Where the files that ship with the program are; the only module that knows.

In a checkout `resources/` lies beside the package, in an installed wheel inside it.
"""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def resource_path(*parts: str) -> Path:
    """Return the path of a bundled file or folder.

    Raises
    ------
    FileNotFoundError
        If nothing of that name ships with the program.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    root = inside if inside.is_dir() else package.parent / "resources"
    path = root.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"{'/'.join(parts)} does not ship with this program")
    return path


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return one file of `resources/vocabulary` as it is written."""
    with resource_path("vocabulary", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def font_paths() -> tuple[Path, ...]:
    """Return the fonts of screen and figures: Source Sans Pro regular, italic, semibold, bold."""
    folder = Path(str(files("font_source_sans_pro"))) / "files"
    return tuple(folder / f"SourceSansPro-{style}.ttf" for style in ("Regular", "It", "Semibold", "Bold"))


def reference_table(name: str) -> Path:
    """Return the path of a table of reference equations: a data file of pyspiro, which is not imported.

    Raises
    ------
    FileNotFoundError
        If the package or the table is not there.
    """
    spec = find_spec("pyspiro")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder, "data", name)
        if path.is_file():
            return path
    raise FileNotFoundError(f"{name} of the package pyspiro is not installed")
