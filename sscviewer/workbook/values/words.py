"""How words of a file are made comparable, and how a unit is taken off a heading."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NOT_WORD = re.compile(r"(?:[^\w%<>+]|_)+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


@lru_cache(maxsize=50_000)
def words(text: str) -> str:
    """Return lower-case words of any script with single blanks: no accents, no punctuation but % < > +."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(_NOT_WORD.sub(" ", plain.replace("%", " % ")).split())


def key(text: str) -> str:
    """Return the words without blanks, by which vocabularies are looked up ("Visit date" = "VISIT_DATE")."""
    return words(text).replace(" ", "")


def identifier(text: str) -> str:
    """Return an upper-case name made of the words ("Anti-Scl-70" → "ANTI_SCL_70"); "X" for none."""
    name = words(text.replace("%", " pct ")).upper().replace(" ", "_")
    name = re.sub(r"\W", "", name).strip("_") or "X"
    return name if not name[0].isdigit() else f"X{name}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written, its text without a bracket, and what stood in the bracket."""

    written: str
    name: str
    bracket: str

    @property
    def key(self) -> str:
        """The heading without its bracket, for look-up."""
        return key(self.name)

    @property
    def full_key(self) -> str:
        """The heading with what is in its bracket, for look-up."""
        return key(self.written)


@lru_cache(maxsize=5_000)
def split_heading(written: str) -> Heading:
    """Return the heading with the last bracket taken off ("FVC (L)" → "FVC", "L")."""
    found = list(_BRACKETS.finditer(written))
    if not found:
        return Heading(written, _CAMEL.sub(" ", written).strip(), "")
    last = found[-1]
    name = " ".join((written[: last.start()] + " " + written[last.end() :]).split())
    return Heading(written, _CAMEL.sub(" ", name) or written, last[1].strip())


_PHRASE = r"([^\W\d_]+(?:[ -][^\W\d_]+)*)"
_MEANING = re.compile(rf"(?<!\d)(\d)\s*[=:]\s*{_PHRASE}|{_PHRASE}\s*[=:]\s*(\d)(?!\s*[=:\d])")


def codes_in_heading(written: str) -> dict[str, str]:
    """Return {code: words} as a heading explains it: "Sex (1=m, 2=f)", "gender [male: 0; female: 1]"."""
    return {code or second: first or said for code, first, said, second in _MEANING.findall(written)}


def is_number(text: str) -> bool:
    """Return whether a text is a number as programs write it."""
    try:
        float(text)
    except ValueError:
        return False
    return True
