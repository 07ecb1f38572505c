"""The rules that choose the data, in `verify`: small trials read, settled and analysed from the start.

**Source**: resources/reference/rules.json; each figure is worked out by hand, and `why` says how.
"""

import csv
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.settle import settle_study
from sscviewer.analysis.verify import VerifyRow, compared
from sscviewer.bundled import resource_path
from sscviewer.cli.analysis_text import analysis_json
from sscviewer.workbook import UnusableFile, load_study


def rule_figures() -> Iterator[VerifyRow]:
    """Give every figure of every small trial, compared; NaN where ours is not there.

    Raises
    ------
    FileNotFoundError
        If the reference cases are not installed.
    """
    content = json.loads(resource_path("reference", "rules.json").read_text(encoding="utf-8"))
    for case in content["cases"]:
        document = _analysed(case["tables"])
        for figure in case["figures"]:
            ours = _found(document, figure["find"])
            yield compared(case["case"], figure["quantity"], figure["value"], ours, figure["tolerance"])


def _analysed(tables: dict[str, list[list[Any]]]) -> dict[str, Any]:
    """Return what `analyse --json` says of tables written as a folder of text files."""
    with TemporaryDirectory() as name:
        for sheet, rows in tables.items():
            with (Path(name) / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        try:
            study = load_study(name).study
        except UnusableFile:
            return {}
    study = settle_study(study, DEFAULT_PLAN)
    return analysis_json(analyse_study(study, DEFAULT_PLAN), study.source)


def _found(document: Any, way: Sequence[str | dict[str, Any]]) -> float:
    """Return the number a way through a document leads to; of a list its length; NaN where there is none."""
    for step in way:
        if isinstance(step, str):
            document = document.get(step) if isinstance(document, dict) else None
        else:
            entries = document if isinstance(document, list) else []
            document = next((e for e in entries if all(e.get(k) == v for k, v in step.items())), None)
    if isinstance(document, list):
        return float(len(document))
    return float(document) if isinstance(document, (int, float)) else math.nan
