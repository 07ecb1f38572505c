"""Where the files that ship with the program are; the only module that knows.

In a checkout `resources/` lies beside the package, in an installed wheel inside it.
"""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any


def resource_path(*parts: str) -> Path:
    """Return the path of a bundled file or folder.

    Raises
    ------
    FileNotFoundError
        If nothing of that name ships with the program.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"{'/'.join(parts)} does not ship with this program")
    return path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return one file of `resources/vocabulary` as it is written."""
    with resource_path("vocabulary", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def font_paths() -> tuple[Path, ...]:
    """Return the fonts of screen and figures: Source Sans Pro regular, italic, semibold, bold; or nothing."""
    try:
        folder = Path(str(files("font_source_sans_pro"))) / "files"
    except ModuleNotFoundError:
        return ()
    return tuple(folder / f"SourceSansPro-{style}.ttf" for style in ("Regular", "It", "Semibold", "Bold"))
