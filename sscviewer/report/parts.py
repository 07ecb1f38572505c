"""What the document of a trial can hold."""

PARTS = {
    "plan": "Analysis plan",
    "results": "Results in words",
    "table_1": "Baseline characteristics",
    "flow": "Flow of patients",
    "disposition": "Disposition",
    "exposure": "Exposure",
    "dose_question": "Which dose is tolerated",
    "adverse_events": "Adverse events",
    "change": "Change from baseline",
    "responders": "Responders",
    "methods": "Methods in words",
    "abbreviations": "Abbreviations",
    "whole_plan": "Every rule of the plan",
    "harms": "Checklist: CONSORT Harms 2022",
    "pilot": "Checklist: CONSORT for pilot trials",
}
"""What a document can hold, in its order."""
EXTRA = ("responders", "whole_plan", "harms", "pilot")
"""What stands in it only when asked for."""
USUAL = tuple(name for name in PARTS if name not in EXTRA)
