"""What each command does. stdout carries the result only; progress goes to stderr on a terminal."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sscviewer.bundled import resource_path

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.cli.export import Exported
    from sscviewer.gui.saving.trial_folder import Prepared
    from sscviewer.model.load_report import LoadReport
    from sscviewer.model.study import Study
    from sscviewer.report.trial_report import DocumentChoice
    from sscviewer.workbook import Loaded, UnusableFile
    from sscviewer.workbook.mapping.mapping import Mapping

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
    report = found_by_plan(options, loaded)
    document, text = report.to_json(), say(report)
    if options.since:
        from sscviewer.workbook.changes.compare import compare_studies

        changes = compare_studies(_load(options, options.since).study, loaded.study)
        document["changes"] = changes.to_json()
        text += "\n\n" + changes_text(changes)
    if options.queries:
        _write_queries(options, loaded.study, report)
    _print(_json(document) if options.json else text)


def found_by_plan(options: argparse.Namespace, loaded: "Loaded") -> "LoadReport":
    """Return the report of a file with what is found by the plan."""
    from sscviewer.analysis.plan import DEFAULT_PLAN
    from sscviewer.analysis.settle import settle_study
    from sscviewer.cli.planning import plan_as_asked
    from sscviewer.report.findings import report_by_plan

    plan = plan_as_asked(options, loaded, DEFAULT_PLAN)
    return report_by_plan(loaded.report, loaded.study, settle_study(loaded.study, plan), plan)


def _refused(path: Path, error: "UnusableFile") -> dict[str, Any]:
    """Return the document of a file that cannot be used."""
    from sscviewer.model.load_report import refused_json, source_json

    nothing = {"name": path.name, "sha256": None, "bytes": None, "container": None}
    source = source_json(error.source) if error.source else nothing
    return refused_json(source, error.sentence, error.questions)


def _write_queries(options: argparse.Namespace, study: "Study", report: "LoadReport") -> None:
    from sscviewer.memory.query_log import numbered
    from sscviewer.memory.query_words import Asker
    from sscviewer.report.query_list import QueryList, QueryListFailed, write_query_list
    from sscviewer.workbook import UnusableFile

    issues = [issue for issue in report.issues if issue.severity in options.severity]
    queries = numbered(Asker(study, report).questions(issues))
    try:
        write_query_list(options.queries, QueryList(queries, report.source))
    except QueryListFailed as error:
        raise UnusableFile(str(error)) from error


def analyse(options: argparse.Namespace) -> None:
    """Print every analysis of a file."""
    from sscviewer.analysis.analyse import analyse_study
    from sscviewer.cli.analysis_text import analysis_json, analysis_text
    from sscviewer.cli.planning import settle_as_asked

    loaded = _load(options)
    study, plan = settle_as_asked(options, loaded)
    results = analyse_study(study, plan)
    document = analysis_json(results, study.source) if options.json else {}
    text = "" if options.json else analysis_text(results)
    if options.since:
        from sscviewer.analysis.guarded import attempted, attempted_or, failure
        from sscviewer.cli.since import since_json, since_text
        from sscviewer.report.result_changes import results_since

        older = _load(options, options.since)
        settled, _ = settle_as_asked(options, older, plan)
        found = attempted(results_since, (older.study, settled), (loaded.study, study), plan)
        if options.json:
            changed = attempted(since_json, found)
            document["changed_results"] = None if failure(changed) else changed
            document["failed"] |= {"changed_results": words} if (words := failure(changed)) else {}
        else:
            text += "\n\n" + attempted_or(str, since_text, found, options.since.name)
    _print(_json(document) if options.json else text)


def export(options: argparse.Namespace) -> int:
    """Write figures, profiles, tables and the report of a file to a folder, or those of a manifest again."""
    from sscviewer.cli.export import export_trial, words_of
    from sscviewer.gui.saving.export_steps import Wanted

    if options.manifest:
        return _export_again(options)
    loaded = as_read = _load(options)
    subjects = tuple(options.subject)
    if options.hide_identities:
        from sscviewer.cli.hiding import hidden

        loaded, labels = hidden(loaded, options.plan)
        subjects = tuple(labels.get(usubjid, usubjid) for usubjid in subjects)
    trial = _with_letters(options, prepared(options, loaded), as_read)
    trial = replace(trial, choice=_choice(options))
    wanted = Wanted(words_of(options.what), tuple(options.format), subjects)
    written = export_trial(trial, options.out, wanted, _progress(options.quiet))
    _print("\n".join(map(str, written.files)))
    return _said(written)


def _said(written: "Exported") -> int:
    """Say on stderr what is missing; 2 where a picture was left out."""
    for sentence in written.said:
        sys.stderr.write(f"sscviewer: {sentence}\n")
    return 2 if written.left_out else 0


def _export_again(options: argparse.Namespace) -> int:
    """Make the files of a manifest again; 2 where something differs, said on stderr."""
    from sscviewer.cli.remake import make_again, manifest_of
    from sscviewer.workbook.mapping.file import parse_mapping

    manifest = manifest_of(options.manifest)
    mapping = (
        parse_mapping(manifest.mapping, "the manifest’s mapping")
        if manifest.mapping and not options.mapping
        else None
    )
    loaded = _load(options, mapping=mapping)
    trial = _with_letters(options, prepared(options, loaded, manifest.plan), loaded)
    made = make_again(manifest, trial, options.out)
    plan = [
        f"The plan differs: {part}.{name} is {trial.plan.value(part, name)!r}, "
        f"was {manifest.plan.value(part, name)!r}."
        for part, name in manifest.plan.changed(trial.plan)
    ]
    _print("\n".join(str(path) for path in made.files))
    for sentence in (*plan, *made.differs):
        sys.stderr.write(f"sscviewer: {sentence}\n")
    return 2 if plan or made.differs else 0


def prepared(options: argparse.Namespace, loaded: "Loaded", plan: "AnalysisPlan | None" = None) -> "Prepared":
    """Return a trial ready to be written from, by the plan of the options, else by `plan`."""
    from sscviewer.cli.planning import settle_as_asked
    from sscviewer.gui.saving.trial_folder import Prepared
    from sscviewer.report.findings import report_by_plan
    from sscviewer.workbook.mapping.file import mapping_text

    study, followed = settle_as_asked(options, loaded, plan)
    report = report_by_plan(loaded.report, loaded.study, study, followed)
    return Prepared(loaded.study, study, report, followed, mapping_text(loaded.mapping))


def _choice(options: argparse.Namespace) -> "DocumentChoice":
    """Return what the report holds."""
    from sscviewer.report.house_style import HouseStyle
    from sscviewer.report.trial_report import DocumentChoice

    style = HouseStyle(options.spelling == "american", options.percent == "spaced")
    endpoints = None if options.endpoint is None else tuple(options.endpoint)
    return DocumentChoice(options.parts, endpoints=endpoints, every_visit=options.every_visit, style=style)


def _with_letters(options: argparse.Namespace, trial: "Prepared", as_read: "Loaded") -> "Prepared":
    """Return a trial whose arms keep their letters over all exports."""
    from sscviewer.cli.arm_letters import letters_of

    return replace(trial, letters=partial(letters_of, as_read, options.file, options.arm_letters))


def verify(options: argparse.Namespace) -> int:
    """Recompute the stored reference results; 0 only if all agree."""
    from sscviewer.cli.verify_text import verification

    text, document, agreed = verification(options.out)
    _print(_json(document) if options.json else text)
    return 0 if agreed else 1


def demo(options: argparse.Namespace) -> int:
    """Open the demo trial; without a display write its figures and report to a folder and say so."""
    path = resource_path("demo", "demo_trial.xlsx")
    if options.write:
        _write(options.write, path.read_bytes())
        _print(f"The synthetic demo trial is in {options.write}.")
        return 0
    if options.open_demo is not None:
        return int(options.open_demo())
    from sscviewer.analysis.analyse import analyse_study
    from sscviewer.cli.analysis_text import analysis_text
    from sscviewer.cli.export import export_trial
    from sscviewer.cli.report_text import report_text
    from sscviewer.gui.saving.export_steps import Wanted

    folder = Path.cwd() / DEMO_FOLDER
    loaded = _load(options, path)
    trial = prepared(options, loaded)
    text = folder / "report.txt"
    written = export_trial(trial, folder, Wanted(formats=("png",)), _progress(options.quiet))
    page = f"{report_text(loaded.report)}\n\n{analysis_text(analyse_study(trial.study, trial.plan))}\n"
    _write(text, page.encode("utf-8"))
    names = "\n".join(f"  {item.relative_to(folder)}" for item in (text, *written.files))
    _print(
        "There is no display here, so no window was opened. The demo trial's report and figures\n"
        f"were written to {folder}:\n{names}"
    )
    return _said(written)


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all (raises UnusableFile)."""
    from sscviewer.whole_file import not_written, write_whole_file
    from sscviewer.workbook import UnusableFile

    try:
        write_whole_file(path, data)
    except OSError as error:
        raise UnusableFile(not_written(path, error)) from error


def _load(
    options: argparse.Namespace, path: Path | None = None, mapping: "Mapping | None" = None
) -> "Loaded":
    """Load the file of the command, or another one, with what the command line says about reading it."""
    from sscviewer.cli.reading import load_as_asked

    return load_as_asked(options, path or options.file, _progress(options.quiet), mapping)


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
