"""What every package says of the program: name, version, and the files it opens."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION: str = PROJECT["version"]
SUMMARY: str = PROJECT["description"]
IDENTIFIER = "org.sscviewer.sscviewer"


@dataclass(frozen=True, slots=True)
class FileType:
    """One kind of file the program is offered for; it is never made the default program of any.

    Attributes
    ----------
    ends
        How its names end.
    mime
        Its MIME type; one of ours (`application/x-sscviewer-…`) where the system knows none.
    text
        What it is called.
    uti
        What macOS calls it; "" where it has no name for it.
    """

    ends: tuple[str, ...]
    mime: str
    text: str
    uti: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether the system must be told of the type."""
        return self.mime.startswith("application/x-sscviewer-")


_OPEN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILE_TYPES = (
    FileType(("xlsx",), _OPEN, "Excel workbook", "org.openxmlformats.spreadsheetml.sheet"),
    FileType(("xlsm",), "application/vnd.ms-excel.sheet.macroEnabled.12", "Excel workbook with macros"),
    FileType(("xlsb",), "application/vnd.ms-excel.sheet.binary.macroEnabled.12", "Excel binary workbook"),
    FileType(("xls",), "application/vnd.ms-excel", "Excel 97-2003 workbook", "com.microsoft.excel.xls"),
    FileType(("ods",), "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet"),
    FileType(("csv",), "text/csv", "Comma-separated text", "public.comma-separated-values-text"),
    FileType(("tsv",), "text/tab-separated-values", "Tab-separated text", "public.tab-separated-values-text"),
    FileType(("xpt",), "application/x-sscviewer-xpt", "SAS transport file"),
    FileType(("sas7bdat",), "application/x-sscviewer-sas", "SAS data set"),
    FileType(("sav", "zsav", "por"), "application/x-sscviewer-spss", "SPSS data set"),
    FileType(("dta",), "application/x-sscviewer-stata", "Stata data set"),
)

MACOS_TYPES = [
    {
        "CFBundleTypeName": kind.text,
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "CFBundleTypeExtensions": list(kind.ends),
        **({"LSItemContentTypes": [kind.uti]} if kind.uti else {}),
    }
    for kind in FILE_TYPES
]
