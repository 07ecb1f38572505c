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
}
"""What a document can hold, in its order."""
USUAL = tuple(name for name in PARTS if name not in ("responders", "whole_plan"))
