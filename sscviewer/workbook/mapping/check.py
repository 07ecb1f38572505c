"""Strict reading of one table of a mapping file: every odd key or value is one sentence that names it."""

import math
from typing import Any

from sscviewer.model.sentence import say
from sscviewer.workbook.unusable import UnusableFile


class BadMapping(UnusableFile):
    """A mapping file cannot be used; the text is one sentence that names the line or the key."""


class Entry:
    """A TOML table, read key by key.

    Attributes
    ----------
    values
        The table.
    name
        Its own key, "" for an entry of a list.
    where
        What to call its sheet in a sentence.
    """

    def __init__(self, values: dict[str, Any], where: str, name: str, path: str = "") -> None:
        self.values = values
        self.where = where
        self.name = name
        self._path = path
        self._read: set[str] = set()

    def bad(self, key: str, why: str) -> BadMapping:
        """Return the error that a value is wrong."""
        path = ".".join(part for part in (self._path, key) if part)
        return BadMapping(say("The mapping is wrong at {place}: {why}.", place=self._place(path), why=why))

    def _place(self, path: str) -> str:
        if self.where.startswith("The mapping"):
            return f"“{path}”"
        return say("“{path}” of {where}", path=path, where=self.where) if path else self.where

    def done(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self.values:
            if key not in self._read:
                raise self.bad(key, "there is no such key")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.bad(key, "a text in quotation marks is wanted")
        return value

    def whole(self, key: str, default: int | None = None) -> int:
        """Return a whole number, 0 or more."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.bad(key, "a whole number is wanted")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text stands for a list of one."""
        value = self._take(key, None)
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
            raise self.bad(key, "a list of texts is wanted")
        return tuple(value)

    def lists_by_name(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a table of lists of texts."""
        inner = Entry(self._table(key), self.where, key, key)
        return {name: inner.texts(name) for name in inner.values}

    def entries(self, key: str) -> list["Entry"]:
        """Return a list of tables."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.bad(key, "a list of tables is wanted")
        return [Entry(v, self._inside(f"{key} {i}"), "", self._below(key)) for i, v in enumerate(value, 1)]

    def named_entries(self, key: str) -> list["Entry"]:
        """Return a table of tables."""
        value = self._table(key)
        for name, inner in value.items():
            if not isinstance(inner, dict):
                raise self.bad(f"{key}.{name}", "a table is wanted")
        return [Entry(v, self.where, name, f"{self._below(key)}.{name}") for name, v in value.items()]

    def texts_by_name(self, key: str) -> dict[str, str]:
        """Return a table of texts; with key "" this table itself."""
        value = self._table(key)
        for name, text in value.items():
            if not isinstance(text, str):
                raise self.bad(f"{key}.{name}".lstrip("."), "a text in quotation marks is wanted")
        return dict(value)

    def numbers_by_name(self, key: str) -> dict[str, float]:
        """Return a table of finite numbers."""
        value = self._table(key)
        for name, number in value.items():
            if (
                not isinstance(number, int | float)
                or isinstance(number, bool)
                or not math.isfinite(float(number))
            ):
                raise self.bad(f"{key}.{name}", "a number of months is wanted")
        return {name: float(number) for name, number in value.items()}

    def _table(self, key: str) -> dict[str, Any]:
        value = self._take(key, {}) if key else self.values
        if not isinstance(value, dict):
            raise self.bad(key, "a table is wanted")
        return value

    def _take(self, key: str, default: Any) -> Any:
        self._read.add(key)
        if key not in self.values and default is None:
            raise self.bad(key, "it is missing")
        return self.values.get(key, default)

    def _inside(self, what: str) -> str:
        return what if self.where.startswith("The mapping") else self.where

    def _below(self, key: str) -> str:
        return "" if self.where.startswith("The mapping") else ".".join(p for p in (self._path, key) if p)
