"""Headings → the 17 sites of the skin score, and the items and categories of the HAQ-DI."""

from functools import cache

from sscviewer.model.parameters import Parameter
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import key, words

_FILLERS = frozenset({"a", "an", "the", "your", "or", "and", "of", "to", "from", "incl", "including"})


def _item_key(text: str) -> str:
    """Return the key of a heading without the little words that questionnaires differ in."""
    return "".join(word for word in words(text).split() if word not in _FILLERS)


def _skin_sites() -> list[tuple[str, list[str]]]:
    """Return (name, words) of the 17 sites in the order of their codes."""
    skin = read_toml("items")["skin"]
    sites: list[tuple[str, list[str]]] = []
    for site in skin["sites"]:
        if not site.get("sided"):
            sites.append((site["name"], site["words"]))
            continue
        for side in ("right", "left"):
            both = [f"{s} {w}" for s in skin[side] for w in site["words"]]
            both += [f"{w} {s}" for s in skin[side] for w in site["words"]]
            sites.append((f"{site['name']}, {side}", both))
    return sites


@cache
def _skin_words() -> dict[str, str]:
    return {key(word): f"MRSS{i:02d}" for i, (_, listed) in enumerate(_skin_sites(), 1) for word in listed}


@cache
def _haq_words() -> dict[str, str]:
    haq = read_toml("items")["haq"]
    found: dict[str, str] = {}
    for c, category in enumerate(haq["categories"], 1):
        prefixes = ["", *category["words"]]
        for i, listed in enumerate(category["items"], 1):
            found |= {_item_key(f"{p} {word}"): f"HAQ{c:02d}{i:02d}" for p in prefixes for word in listed}
        for suffix, listed in (("AID", haq["aid_words"]), ("HELP", haq["help_words"])):
            both = [f"{p} {w}" for p in category["words"] for w in listed]
            both += [f"{w} {p}" for p in category["words"] for w in listed]
            found |= {_item_key(word): f"HAQ{c:02d}{suffix}" for word in both}
        devices = category["devices"]
        prefixes = ["", *category["words"], *haq["aid_words"]]
        found |= {_item_key(f"{p} {word}"): f"HAQ{c:02d}AID" for p in prefixes for word in devices}
    return found


def skin_site(heading: str) -> str | None:
    """Return MRSS01 … MRSS17 for the heading of a skin site, else None."""
    return _skin_words().get(key(heading))


def is_total(heading: str) -> bool:
    """Return whether a heading on a skin score sheet is the total."""
    return key(heading) in {key(word) for word in read_toml("items")["skin"]["total"]}


def haq_item(heading: str) -> str | None:
    """Return HAQ0101 …, HAQ01AID … or HAQ01HELP … for the heading of a questionnaire item, else None."""
    plain = words(heading)
    return _haq_words().get(_item_key(plain)) or _haq_words().get(_item_key(plain.removeprefix("haq ")))


@cache
def _category_words() -> dict[str, str]:
    haq = read_toml("items")["haq"]
    found: dict[str, str] = {}
    for c, category in enumerate(haq["categories"], 1):
        listed = [
            word for word in category["words"] for word in (word, *_both_ways(word, haq["category_words"]))
        ]
        found |= {_item_key(word): f"HAQC{c:02d}" for word in listed}
    return found


def _both_ways(word: str, others: list[str]) -> list[str]:
    return [text for other in others for text in (f"{word} {other}", f"{other} {word}")]


def haq_category(heading: str) -> str | None:
    """Return HAQC01 … HAQC08 for the heading of a category's score, else None."""
    return _category_words().get(_item_key(words(heading)))


@cache
def item_parameters() -> dict[str, Parameter]:
    """Return every item as a parameter."""
    found = {
        f"MRSS{i:02d}": Parameter(f"MRSS{i:02d}", f"Skin score, {name}", "", name, "item", 0, 3, 0)
        for i, (name, _) in enumerate(_skin_sites(), 1)
    }
    for c, category in enumerate(read_toml("items")["haq"]["categories"], 1):
        name = category["name"]
        for i, listed in enumerate(category["items"], 1):
            code = f"HAQ{c:02d}{i:02d}"
            found[code] = Parameter(
                code, f"HAQ {name}: {listed[0]}", "", listed[0].capitalize(), "item", 0, 3, 0
            )
        code = f"HAQC{c:02d}"
        found[code] = Parameter(code, f"HAQ {name}: category score", "", f"{name}, score", "item", 0, 3, 0)
        for suffix, label in (("AID", "aid or device"), ("HELP", "help from another person")):
            code = f"HAQ{c:02d}{suffix}"
            found[code] = Parameter(code, f"HAQ {name}: {label}", "", f"{name}: {label}", "item", 0, 1, 0)
    return found
