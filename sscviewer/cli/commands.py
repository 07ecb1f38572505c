"""What each command does. stdout carries the result only; progress goes to stderr on a terminal."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sscviewer.bundled import resource_path

if TYPE_CHECKING:
    from sscviewer.workbook import Loaded, UnusableFile

DEMO_FOLDER = "sscviewer-demo"


def check(options: argparse.Namespace) -> None:
    """Print the load report of a file, and what changed since an older export when there is one."""
    from sscviewer.cli.report_text import changes_text, explanation, report_text
    from sscviewer.workbook import UnusableFile

    try:
        loaded = _load(options)
    except UnusableFile as error:
        if options.json:
            _print(_json(_refused(options.file, error)))
        raise
    say = explanation if options.explain else report_text
    document, text = loaded.report.to_json(), say(loaded.report)
    if options.since:
        from sscviewer.workbook.changes.compare import compare_studies

        changes = compare_studies(_load(options, options.since).study, loaded.study)
        document["changes"] = changes.to_json()
        text += "\n\n" + changes_text(changes)
    if options.queries:
        _write_queries(options, loaded)
    _print(_json(document) if options.json else text)


def _refused(path: Path, error: "UnusableFile") -> dict[str, Any]:
    """Return the document of a file that cannot be used."""
    from sscviewer.model.load_report import refused_json, source_json

    nothing = {"name": path.name, "sha256": None, "bytes": None, "container": None}
    source = source_json(error.source) if error.source else nothing
    return refused_json(source, error.sentence, error.questions)


def _write_queries(options: argparse.Namespace, loaded: "Loaded") -> None:
    from sscviewer.report.query_list import QueryList, QueryListFailed, write_query_list
    from sscviewer.workbook import UnusableFile

    issues = tuple(issue for issue in loaded.report.issues if issue.severity in options.severity)
    try:
        write_query_list(options.queries, QueryList(issues, loaded.report.source))
    except QueryListFailed as error:
        raise UnusableFile(str(error)) from error


def analyse(options: argparse.Namespace) -> None:
    """Print every analysis of a file."""
    from sscviewer.analysis.analyse import analyse_study
    from sscviewer.cli.analysis_text import analysis_json, analysis_text
    from sscviewer.cli.planning import settle_as_asked

    study, plan = settle_as_asked(options, _load(options))
    results = analyse_study(study, plan)
    _print(_json(analysis_json(results, study.source)) if options.json else analysis_text(results))


def export(options: argparse.Namespace) -> None:
    """Write figures, profiles, tables and the report of a file to a folder."""
    from sscviewer.cli.export import export_study
    from sscviewer.cli.planning import settle_as_asked

    study, plan = settle_as_asked(options, _load(options))
    written = export_study(
        study,
        options.out,
        plan=plan,
        what=options.what,
        formats=options.format,
        subjects=options.subject,
        progress=_progress(options.quiet),
    )
    _print("\n".join(str(path) for path in written))


def verify(options: argparse.Namespace) -> int:
    """Recompute the stored reference results; 0 only if all agree."""
    from sscviewer.cli.verify_text import verification

    text, document, agreed = verification()
    _print(_json(document) if options.json else text)
    return 0 if agreed else 1


def demo(options: argparse.Namespace) -> int:
    """Open the demo trial; without a display write its figures and report to a folder and say so."""
    path = resource_path("demo", "demo_trial.xlsx")
    if options.write:
        _write_demo(path, options.write)
        _print(f"The synthetic demo trial is in {options.write}.")
        return 0
    if options.open_demo is not None:
        return int(options.open_demo())
    from sscviewer.cli.export import export_demo
    from sscviewer.cli.planning import settle_as_asked

    folder = Path.cwd() / DEMO_FOLDER
    loaded = _load(options, path)
    study, plan = settle_as_asked(options, loaded)
    written = export_demo(study, plan, loaded.report, folder, _progress(options.quiet))
    names = "\n".join(f"  {item.relative_to(folder)}" for item in written)
    _print(
        "There is no display here, so no window was opened. The demo trial's report and figures\n"
        f"were written to {folder}:\n{names}"
    )
    return 0


def _write_demo(source: Path, target: Path) -> None:
    from sscviewer.cli.export import write_bytes

    write_bytes(target, source.read_bytes())


def _load(options: argparse.Namespace, path: Path | None = None) -> "Loaded":
    """Load the file of the command, or another one, with what the command line says about reading it."""
    from sscviewer.cli.reading import load_as_asked

    return load_as_asked(options, path or options.file, _progress(options.quiet))


def _progress(quiet: bool) -> Callable[[str, float], None] | None:
    """Return a one-line progress display, or None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        return None

    def show(what: str, done: float) -> None:
        end = "\n" if done >= 1 else ""
        sys.stderr.write(f"\r\x1b[K{what} {done:4.0%}{end}")
        sys.stderr.flush()

    return show


def _json(document: dict[str, Any]) -> str:
    # RFC 8259 has no NaN: whoever lets one through has a bug that must show.
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def _print(text: str) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")
    sys.stdout.write(text + "\n")
