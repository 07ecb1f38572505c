"""What ARCHITECTURE.md calls by a file's name is there: a newcomer who follows a recipe finds it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("sscviewer", "tests", "resources", "packaging")
FILE = re.compile(r"[\w./-]+\.(?:py|toml|md|sh|ts|txt)")


def test_every_file_and_folder_is_there():
    there = {f"/{path.relative_to(ROOT)}" for room in ROOMS for path in (ROOT / room).rglob("*")}
    there |= {f"/{path.name}" for path in ROOT.iterdir()}
    words = re.findall(r"`([^`\n]+)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    named = {name for one in words for name in FILE.findall(one)}
    named |= {one.rstrip("/") for one in words if re.fullmatch(r"[\w./]+/", one)}
    assert len(named) > 60
    missing = sorted(name for name in named if not any(path.endswith(f"/{name}") for path in there))
    assert missing == []
