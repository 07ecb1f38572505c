"""The lines of what a safety board agreed on."""

from sscviewer.analysis.plan.line import PlanLine

BOARD = "Safety board pack"

BOARD_LINES: tuple[PlanLine, ...] = (
    PlanLine(
        "board",
        "last_review",
        "Last day of data of the pack before",
        none="this is the first",
        used_by=(BOARD,),
    ),
    PlanLine(
        "board",
        "stopping_event",
        "The stopping rule is about",
        (
            ("serious", "serious adverse events"),
            ("level_3", "adverse events of grade 3 or worse"),
            ("withdrawal", "adverse events that lead to withdrawal"),
        ),
        used_by=(BOARD,),
    ),
    PlanLine(
        "board",
        "stopping_rate",
        "… in more of the patients than",
        none="there is no rule",
        share=True,
        used_by=(BOARD,),
    ),
    PlanLine("board", "stopping_certainty", "… with a probability from", share=True, used_by=(BOARD,)),
)
