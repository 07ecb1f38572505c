"""A trial's define.xml: the labels of the variables of each data set (CDISC Define-XML 1.0 to 2.1)."""

import io
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

Labels = dict[str, dict[str, str]]
"""{data set: {variable: label}}, names in capitals."""


def read_labels(data: bytes) -> Labels:
    """Return the labels; entities and what lies elsewhere are refused by defusedxml.

    Raises
    ------
    Exception
        Of any kind, if the file is not in order.
    """
    variables: dict[str, tuple[str, str]] = {}
    groups: dict[str, list[str]] = {}
    for _, element in iterparse(io.BytesIO(data), events=("end",), forbid_dtd=True):
        kind = _local(element.tag)
        if kind == "ItemDef":
            variables[element.get("OID", "")] = (element.get("Name", "").upper(), _label(element))
            element.clear()
        elif kind == "ItemGroupDef":
            name = element.get("SASDatasetName") or element.get("Name", "")
            references = (child for child in element if _local(child.tag) == "ItemRef")
            groups[name.upper()] = [child.get("ItemOID", "") for child in references]
            element.clear()
    found: Labels = {}
    for name, items in groups.items():
        known = dict(variables[item] for item in items if item in variables)
        found[name] = {variable: label for variable, label in known.items() if variable and label}
    return {name: labels for name, labels in found.items() if labels}


def _label(item: Element) -> str:
    """Return the label: an attribute in version 1, a translated description in version 2."""
    for name, value in item.attrib.items():
        if _local(name) == "Label":
            return " ".join(value.split())
    for child in item:
        if _local(child.tag) == "Description":
            return " ".join("".join(child.itertext()).split())
    return ""


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2]
