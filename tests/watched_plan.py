"""A plan that notes which of its choices are read: what follows a rule is seen to follow it."""

import sys
from dataclasses import fields, replace

WITHIN = ("<string>", "/analysis/plan/", "dataclasses.py", "watched_plan.py")
"""Code that reads a choice to write, compare or hash it, and follows nothing."""


def watched_plan(plan, seen):
    """Return the plan; (part, choice) of every choice that is read from it is added to `seen`."""
    parts = {part.name: getattr(plan, part.name) for part in fields(plan)}
    return replace(plan, **{name: _watched(part, name, seen) for name, part in parts.items()})


def _watched(part, name, seen):
    kind = type(part)
    choices = {field.name for field in fields(part)}

    def noted(self, choice):
        place = sys._getframe(1).f_code.co_filename.replace("\\", "/")
        if choice in choices and not any(word in place for word in WITHIN):
            seen.add((name, choice))
        return object.__getattribute__(self, choice)

    watched = type(kind.__name__, (kind,), {"__getattribute__": noted, "__slots__": ()})
    return watched(**{choice: object.__getattribute__(part, choice) for choice in choices})
