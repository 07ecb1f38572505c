"""Everything the user can do, as a table: text, menu, keys, who does it, and when it can be done."""

from dataclasses import dataclass

from sscviewer.gui.state.settings import PERCENTS
from sscviewer.gui.state.showing import PAGES

MENUS = {
    "File": "&File",
    "Edit": "&Edit",
    "Patient": "&Patient",
    "View": "&View",
    "Figures": "Fi&gures",
    "Help": "&Help",
}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One entry of a menu.

    Attributes
    ----------
    id
        Stable name.
    text
        As the menu shows it, with its mnemonic.
    menu
        "File", or "View/Time axis" for a submenu.
    does
        "opening.choose": who does it and the name of their slot. Without `value` the slot gets nothing;
        of a group with values it gets the action, whose data() is the value.
    keys
        Shortcuts, the first of which the menu shows.
    when
        "always", or a condition the window says is met: "trial", "patient", "filter" …
    value
        The choice this entry stands for.
    choice
        "one" (of its group), "any" (switches), "" for a plain entry.
    view_keys
        More keys, which work only on the patient page's figure (the list has them by nature).
    separated
        A line above it.
    short
        Text of its button, "" for that of the menu.
    """

    id: str
    text: str
    menu: str
    does: str
    keys: tuple[str, ...] = ()
    when: str = "always"
    value: str = ""
    choice: str = ""
    view_keys: tuple[str, ...] = ()
    separated: bool = False
    short: str = ""


def plain_words(text: str) -> str:
    """Return the text of a menu without mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


def _choices(
    menu: str, does: str, entries: tuple[tuple[str, str], ...], *, choice: str, when: str = "trial"
) -> tuple[ActionSpec, ...]:
    stem = does.rpartition(".")[2]
    return tuple(
        ActionSpec(f"{stem}.{value}", text, menu, does, when=when, value=value, choice=choice)
        for value, text in entries
    )


ACTIONS = (
    ActionSpec("open", "&Open workbook…", "File", "opening.choose", ("Ctrl+O",)),
    ActionSpec("open_folder", "Open &folder…", "File", "opening.choose_folder", ("Ctrl+Shift+O",)),
    ActionSpec("demo", "Open the &demo trial", "File", "opening.open_demo"),
    ActionSpec("reload", "Reload from d&isk", "File", "opening.reload", ("F5",), "named", short="Reload"),
    ActionSpec("map", "&Map columns…", "File", "mapping.show", ("Ctrl+M",), "mappable"),
    ActionSpec(
        "compare",
        "Compare with an earlier e&xport…",
        "File",
        "comparing.choose",
        when="named",
        separated=True,
    ),
    ActionSpec("queries", "Ask about the fi&ndings…", "File", "queries.ask", when="named"),
    ActionSpec("answers", "Take in ans&wers…", "File", "queries.choose_answers", when="named"),
    ActionSpec(
        "keep_beside", "&Keep marks beside the workbook…", "File", "keep_beside.ask", when="kept_elsewhere"
    ),
    ActionSpec("everything", "Save e&verything…", "File", "everything.ask", when="trial", separated=True),
    ActionSpec("narratives", "Save na&rratives…", "File", "everything.ask_narratives", when="trial"),
    ActionSpec("board", "Save t&he safety board’s pack…", "File", "everything.ask_board", when="trial"),
    ActionSpec(
        "handover", "Save tables for a s&tatistician…", "File", "everything.ask_handover", when="trial"
    ),
    ActionSpec("new_workbook", "Save an &empty trial workbook…", "File", "new_workbook.ask"),
    ActionSpec(
        "open_plan", "Open p&lan…", "File", "plan_files.open", when="trial", separated=True, short="Open…"
    ),
    ActionSpec("save_plan", "Save plan &as…", "File", "plan_files.save", when="trial", short="Save as…"),
    ActionSpec(
        "fvc_check", "Check of FVC % &predicted…", "File", "opening.ask_fvc_tolerance", when="not hidden"
    ),
    ActionSpec("own_checks", "Use checks of &your own…", "File", "own_checks.choose", when="not hidden"),
    ActionSpec(
        "no_own_checks", "Stop &using checks of your own", "File", "own_checks.stop", when="not hidden"
    ),
    ActionSpec("start", "&Start page", "File", "view.show_start", when="trial"),
    ActionSpec(
        "remember", "Remem&ber recent files", "File", "opening.remember", choice="switch", separated=True
    ),
    ActionSpec("forget", "For&get recent files", "File", "opening.forget", when="recent"),
    ActionSpec("quit", "&Quit", "File", "window.close", ("Ctrl+Q",), separated=True),
    ActionSpec(
        "undo",
        "&Undo",
        "Edit",
        "undoing.undo",
        ("Ctrl+Z",),
        when="undoable",
        short="Undo",
    ),
    ActionSpec(
        "redo",
        "&Redo",
        "Edit",
        "undoing.redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        when="redoable",
        short="Redo",
    ),
    ActionSpec("preferences", "&Preferences…", "Edit", "preferring.ask", ("Ctrl+,",), separated=True),
    ActionSpec("next", "&Next patient", "Patient", "patients.next", ("J",), "patient", view_keys=("Down",)),
    ActionSpec(
        "previous", "&Previous patient", "Patient", "patients.previous", ("K",), "patient", view_keys=("Up",)
    ),
    ActionSpec(
        "ten_on", "Ten patients &on", "Patient", "patients.ten_on", (), "patient", view_keys=("PgDown",)
    ),
    ActionSpec(
        "ten_back", "Ten patients &back", "Patient", "patients.ten_back", (), "patient", view_keys=("PgUp",)
    ),
    ActionSpec("first", "&First patient", "Patient", "patients.first", (), "patient", view_keys=("Home",)),
    ActionSpec("last", "&Last patient", "Patient", "patients.last", (), "patient", view_keys=("End",)),
    ActionSpec(
        "unseen", "Next patient not yet re&viewed", "Patient", "patients.unseen", ("Ctrl+U",), "patient"
    ),
    ActionSpec("find", "Fin&d patient", "Patient", "patients.find", ("Ctrl+F",), "trial", separated=True),
    ActionSpec("find_next", "Find ne&xt", "Patient", "patients.next_found", ("F3",), "trial"),
    ActionSpec(
        "find_previous", "Find previo&us", "Patient", "patients.previous_found", ("Shift+F3",), "trial"
    ),
    ActionSpec(
        "filter",
        "Fil&ter patients…",
        "Patient",
        "patients.filter",
        ("Ctrl+Shift+F",),
        "trial",
        separated=True,
    ),
    ActionSpec("clear", "Cle&ar the filter", "Patient", "patients.clear", when="filter"),
    ActionSpec(
        "pin",
        "P&in to compare",
        "Patient",
        "patients.pin",
        ("P",),
        "patient",
        choice="switch",
        separated=True,
    ),
    ActionSpec(
        "unpin", "&End the comparison", "Patient", "patients.unpin", ("Shift+P",), "pinned", short="End"
    ),
    ActionSpec(
        "review",
        "&Reviewed",
        "Patient",
        "patients.review",
        ("R",),
        "patient",
        choice="switch",
        separated=True,
    ),
    ActionSpec("comment", "&Comment", "Patient", "patients.comment", ("C",), "patient"),
    *(
        ActionSpec(
            f"page.{view}",
            f"{title} page",
            "View",
            "view.show_page",
            (str(number),),
            when="trial",
            value=view,
            choice="one",
        )
        for number, (view, title) in enumerate(PAGES.items(), 1)
    ),
    ActionSpec("back", "Back to the pa&ge before", "View", "view.back", ("Alt+Left",), when="back"),
    *_choices(
        "View/Time a&xis",
        "view.choose_time_unit",
        (("months", "&Months"), ("days", "Study &days"), ("dates", "&Calendar dates")),
        choice="one",
    ),
    *_choices(
        "View/Events &by",
        "view.choose_lane_order",
        (("onset", "&Onset"), ("class", "System organ &class"), ("grade", "&Grade, worst first")),
        choice="one",
    ),
    *_choices(
        "View/Ba&nds",
        "view.choose_bands",
        (
            ("relative10", "FVC &10 %, DLCO 15 % below baseline (relative, OMERACT)"),
            ("mcid", "Least change that &matters (MCID)"),
            ("ppf", "FVC 5, DLCO 10 points below baseline (&PPF 2022)"),
            ("skin", "MRSS &5 points and 25 % below baseline"),
            ("eligibility", "FVC &eligibility limit (85 % predicted)"),
            ("cohort", "&Other patients behind"),
            ("model", "Cohort model and own &fitted line"),
        ),
        choice="any",
    ),
    *_choices(
        "View/% predi&cted",
        "opening.choose_percent",
        (("file", "As in the &file"), *((name, f"Computed by {name}") for name in PERCENTS[1:])),
        choice="one",
        when="always",
    ),
    ActionSpec(
        "panels",
        "Choose &measurements and lanes…",
        "View",
        "view.choose_panels",
        ("M",),
        when="patient",
        short="Panels…",
    ),
    ActionSpec(
        "events",
        "Ad&verse events shown",
        "View",
        "view.filter_events",
        ("E",),
        "patient",
        choice="switch",
        short="Events",
    ),
    ActionSpec("values", "Val&ues as a table…", "View", "view.show_values", ("V",), "patient"),
    ActionSpec("skin", "S&kin map…", "View", "view.show_skin", ("B",), "patient"),
    ActionSpec("endpoints", "How endpo&ints are made…", "View", "opening.ask_endpoints", short="Rules…"),
    ActionSpec(
        "reset", "&Whole time range", "View", "view.reset_days", ("Ctrl+0",), when="zoomed", short="Reset"
    ),
    ActionSpec(
        "details", "Detail&s", "View", "view.show_details", ("F4",), "trial", choice="switch", separated=True
    ),
    *_choices(
        "View/&Theme",
        "view.choose_theme",
        (
            ("system", "As the &system"),
            ("light", "&Light"),
            ("dark", "&Dark"),
            ("light_contrast", "&High contrast, light"),
            ("dark_contrast", "High &contrast, dark"),
        ),
        choice="one",
        when="always",
    ),
    ActionSpec(
        "hide",
        "&Hide identities",
        "View",
        "hiding.toggle",
        ("Ctrl+Shift+H",),
        when="trial",
        choice="switch",
        separated=True,
    ),
    ActionSpec(
        "present", "Presentation (&full screen)", "View", "view.present", ("F11",), "trial", choice="switch"
    ),
    ActionSpec("save", "&Save figure…", "Figures", "figures.save", ("Ctrl+S",), when="figure", short="Save…"),
    ActionSpec(
        "copy_drawing",
        "Copy figure as &drawing",
        "Figures",
        "figures.copy_drawing",
        ("Ctrl+Shift+C",),
        when="figure",
    ),
    ActionSpec("copy", "&Copy figure", "Figures", "figures.copy", ("Ctrl+C",), when="copyable", short="Copy"),
    ActionSpec(
        "save_table", "Save &table…", "Figures", "tables.save", ("Ctrl+T",), when="table", short="Table…"
    ),
    ActionSpec(
        "profiles", "&All patients to one PDF…", "Figures", "profiles.save", (), "patient", short="PDF…"
    ),
    ActionSpec("manual", "&Manual", "Help", "help.manual", ("F1",)),
    ActionSpec("keys", "&Keyboard shortcuts", "Help", "help.keys", ("?",)),
    ActionSpec("verify", "&Verify this installation…", "Help", "help.verify", separated=True),
    ActionSpec("log", "Show &log file", "Help", "help.log"),
    ActionSpec("about", "&About sscviewer", "Help", "help.about"),
)
