"""Which words the command line knows, and what becomes of errors."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sscviewer import __version__
from sscviewer.cli.commands import analyse, check, demo, export, verify
from sscviewer.faults import NO_MEMORY, NOT_LOADED, FaultLog, describe_fault, log_fault
from sscviewer.plots.paper.figure_formats import FIGURE_FORMATS
from sscviewer.report.what import DOCUMENT_FORMATS, WHAT

DONE, FAULT, BAD_INPUT = 0, 1, 2
_MOST_POINTS = 100


def run(arguments: Sequence[str], open_demo: Callable[[], int] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 the program is at fault, 2 the input is.

    Parameters
    ----------
    arguments
        Without the program's name.
    open_demo
        Opens the window on the demo trial; None where there is no display.
    """
    options = _parser().parse_args(arguments)
    options.open_demo = open_demo
    with FaultLog() as faults:
        code = _run(options)
    if code == FAULT or not faults.texts:
        return code
    _tell_fault("a part could not be made and says so", faults.path, "\n".join(faults.texts))
    return FAULT


def _run(options: argparse.Namespace) -> int:
    from sscviewer.workbook import UnusableFile

    try:
        return int(options.command(options) or DONE)
    except UnusableFile as error:
        sys.stderr.write(f"sscviewer: {error}\n")
        return BAD_INPUT
    except MemoryError:
        sys.stderr.write(f"sscviewer: {NO_MEMORY}\n")
        return BAD_INPUT
    except ImportError as error:
        log_fault(type(error), error, error.__traceback__)
        sys.stderr.write(f"sscviewer: {NOT_LOADED}\n")
        return FAULT
    except BrokenPipeError:
        return DONE  # the reader of our output (head, less) has seen enough
    except Exception as error:  # noqa: BLE001 - the last door: a bug is logged and said in one sentence
        path = log_fault(type(error), error, error.__traceback__)
        _tell_fault(type(error).__name__, path, describe_fault(type(error), error, error.__traceback__))
        return FAULT


def _tell_fault(what: str, path: Path | None, described: str) -> None:
    where = f"the log file {path}, which holds" if path else "these lines, which hold"
    sys.stderr.write(
        f"sscviewer: the program is at fault ({what}); "
        f"please report it with {where} no patient data.\n{'' if path else described}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sscviewer",
        description="Open a small trial's spreadsheet, click through the patients, save the plots.",
        epilog="`sscviewer [--safe] [FILE]` opens the window; --safe leaves out your settings and marks.",
    )
    parser.add_argument("--version", action="version", version=f"sscviewer {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo_parser = commands.add_parser("demo", help="open the synthetic demo trial")
    demo_parser.add_argument("--write", type=Path, metavar="PATH", help="save the demo workbook instead")
    demo_parser.add_argument("--quiet", action="store_true", help="no progress on stderr")
    demo_parser.set_defaults(command=demo)

    check_parser = _with_file(commands, "check", "print what the program made of every sheet and row")
    check_parser.add_argument("--json", action="store_true", help="as one JSON document")
    check_parser.add_argument(
        "--explain",
        action="store_true",
        help="say of every sheet and column what it was taken for, and on what evidence",
    )
    check_parser.add_argument(
        "--queries",
        type=Path,
        metavar="OUT.xlsx",
        help="save the findings as a query list (.xlsx, .csv, or with other columns .redcap.csv, .odm.csv)",
    )
    check_parser.add_argument(
        "--severity",
        type=_words("error", "warning", "info"),
        default=("error", "warning"),
        help="which findings go into the query list (default: error,warning)",
    )
    check_parser.add_argument(
        "--since", type=Path, metavar="OLD.xlsx", help="also say what changed since an older export"
    )
    check_parser.set_defaults(command=check)

    analyse_parser = _with_file(commands, "analyse", "print every analysis")
    analyse_parser.add_argument("--json", action="store_true", help="as one JSON document")
    analyse_parser.add_argument(
        "--planned-dose",
        default="",
        metavar="SCHEDULE",
        help="the planned doses, for the relative dose intensity, such as '1: 100, 15: 200, until 364'",
    )
    analyse_parser.add_argument(
        "--since",
        type=Path,
        metavar="OLD.xlsx",
        help="also say which numbers differ from those of an older export, and by which rows",
    )
    _with_prediction(analyse_parser)
    analyse_parser.set_defaults(command=analyse)

    export_parser = _with_file(
        commands, "export", "write figures, patient profiles, tables and a report to a folder"
    )
    export_parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    export_parser.add_argument("--what", type=_words(*WHAT, "all"), default=("profiles", "figures"))
    export_parser.add_argument(
        "--manifest",
        type=Path,
        metavar="M.json",
        help="make the files of this manifest again, or say what differs (exit 2)",
    )
    export_parser.add_argument(
        "--hide-identities",
        action="store_true",
        help="labels for patients and sites, study days for dates, no free text, no name of the file",
    )
    export_parser.add_argument(
        "--arm-letters",
        type=Path,
        metavar="FILE.json",
        help="keep the letters of the arms in the closed report in this file, not in the study memory; "
        "it tells which arm is which",
    )
    export_parser.add_argument("--subject", action="append", default=[], metavar="ID")
    export_parser.add_argument(
        "--format", type=_words(*dict.fromkeys((*FIGURE_FORMATS, *DOCUMENT_FORMATS))), default=("pdf",)
    )
    _with_document(export_parser)
    _with_prediction(export_parser)
    export_parser.set_defaults(command=export)

    verify_parser = commands.add_parser("verify", help="recompute the stored reference results")
    verify_parser.add_argument("--json", action="store_true", help="as one JSON document")
    verify_parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE.pdf",
        help="also write the document to be signed: results, versions, hashes, tests (.pdf or .docx)",
    )
    verify_parser.set_defaults(command=verify)
    return parser


def _with_document(parser: argparse.ArgumentParser) -> None:
    """Say what the report holds, and how it is worded."""
    from sscviewer.report.parts import PARTS, USUAL

    words = parser.add_argument_group("the report")
    words.add_argument("--parts", type=_words(*PARTS), default=USUAL, help=f"of: {', '.join(PARTS)}")
    words.add_argument(
        "--endpoint", action="append", metavar="PARAMCD", help="an endpoint of the table of changes"
    )
    words.add_argument("--every-visit", action="store_true", help="changes at every visit, not the last")
    words.add_argument("--spelling", choices=("british", "american"), default="british")
    words.add_argument(
        "--percent", choices=("spaced", "closed"), default="spaced", help="a space before %% or none"
    )


def _with_file(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--mapping", type=Path, metavar="FILE.toml", help="read columns as this file says")
    parser.add_argument(
        "--save-mapping", type=Path, metavar="FILE.toml", help="write down how the columns were read"
    )
    parser.add_argument("--plan", type=Path, metavar="FILE.toml", help="the analysis plan to follow")
    parser.add_argument(
        "--save-plan", type=Path, metavar="FILE.toml", help="write down the analysis plan that was followed"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress on stderr")
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="F",
        help="a text file whose first line is the workbook's password",
    )
    parser.add_argument(
        "--date-order",
        choices=("dmy", "mdy"),
        help="what 03/04/2007 is in a column whose dates do not tell; without it day first, and said",
    )
    parser.add_argument("--checks", type=Path, metavar="FILE.toml", help="checks of your own, beside ours")
    parser.add_argument(
        "--fvc-tolerance",
        type=_points,
        default=argparse.SUPPRESS,
        metavar="POINTS",
        help="how far FVC %% predicted may be from the litres by NHANES III without a finding (default: 8)",
    )
    return parser


def _points(text: str) -> float:
    """Read a number of points above 0."""
    try:
        points = float(text)
    except ValueError:
        points = 0.0
    if not 0 < points <= _MOST_POINTS:
        raise argparse.ArgumentTypeError(
            f"expected points of % predicted from 0 to {_MOST_POINTS}, not {text!r}"
        )
    return points


def _with_prediction(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--equation",
        metavar="NAME",
        help="spirometry: GLI-2012 (default), GLI Global 2022, NHANES III, ECSC 1993, Crapo",
    )
    parser.add_argument(
        "--predicted",
        choices=("file", "computed"),
        help="which %% predicted is analysed where the file has its own (default: the file's)",
    )


def _words(*allowed: str) -> Callable[[str], tuple[str, ...]]:
    """Return a reader of comma-separated words."""

    def read(text: str) -> tuple[str, ...]:
        words = tuple(word.strip() for word in text.split(",") if word.strip())
        unknown = [word for word in words if word not in allowed]
        if unknown or not words:
            raise argparse.ArgumentTypeError(f"expected some of {', '.join(allowed)}, not {text!r}")
        return words

    return read
