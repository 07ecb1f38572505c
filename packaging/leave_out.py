"""What the packaged program does without: PyInstaller takes whatever a library mentions.

`smoke.py` walks through the finished program and shows that nothing that is needed was left out.
"""

import re

_NETWORK = ("PySide6.QtNetwork", "ssl", "_ssl")
_QT_UNUSED = (
    "Concurrent", "DBus", "Designer", "Help", "Qml", "Quick", "QuickControls2", "QuickTest",
    "QuickWidgets", "Sql", "UiTools", "Xml",
)  # fmt: skip
_OTHERS = (
    "tkinter", "matplotlib", "IPython", "jupyter_rfb", "PyQt5", "PyQt6", "PySide2", "pytest", "hypothesis",
    "_pytest", "pandas.tests", "numpy.tests", "setuptools", "pip", "wheel",
    "hatchling", "editables", "sqlalchemy", "pyarrow", "cupy", "numba",
    "lxml.isoschematron", "pyqtgraph.examples", "pyqtgraph.jupyter",
    "pyqtgraph.opengl", "statsmodels.sandbox", "PIL.AvifImagePlugin", "PIL._avif", "PIL.WebPImagePlugin",
    "PIL._webp", "PIL._imagingcms", "PIL._imagingtk", "lxml.objectify", "lxml.html", "lxml.sax",
    "statsmodels.tsa", "statsmodels.nonparametric", "scipy.signal", "readline", "pydoc_data",
)  # fmt: skip

NOT_IN_THE_PROGRAM = [*_NETWORK, *(f"PySide6.Qt{name}" for name in _QT_UNUSED), *_OTHERS]
NOT_IN_THE_CHILD = [
    "PySide6",
    "shiboken6",
    "pyqtgraph",
    "pandas",
    "scipy",
    "statsmodels",
    "PIL",
    *_NETWORK,
    *_OTHERS,
]

_QT_LIBRARIES = (
    r"Network|Pdf|Qml\w*|Quick\w*|VirtualKeyboard\w*|OpcUa|Sql|Help|Designer\w*|EglFS\w*"
    r"|ShaderTools|Labs\w*"
)
_PLUGINS = (
    "networkinformation|tls|qmltooling|sqldrivers|virtualkeyboard|egldeviceintegrations|generic"
    "|vectorimageformats|wayland-graphics-integration-server"
)
_OF_GTK = (
    "gtk-3|gdk-3|gdk_pixbuf|cairo|pango|atk|atspi|epoxy|pixman|thai|datrie|fribidi|cloudproviders|colord"
)
_OF_GIO = "gio-2|gobject-2|gmodule-2|mount|blkid|selinux|uuid|harfbuzz|graphite2|jpeg|Xrender"
_OF_CUPS = "cups|avahi|gnutls|hogweed|nettle|gmp|idn2|p11-kit|tasn1|unistring"
_FILES = (
    rf"(^|/)(lib)?Qt6?({_QT_LIBRARIES})(\.|/|$)",
    r"/translations/(?!(qtbase|sscviewer)_de\.qm$)",  # words in languages the program does not speak
    rf"/plugins/({_PLUGINS})/",
    r"/plugins/imageformats/(lib)?q(pdf|tga|tiff|wbmp|webp|icns|gif)\b",
    r"/plugins/platforms/(lib)?q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\b",
    r"/plugins/platformthemes/(lib)?qgtk3\b",
    r"/plugins/platforminputcontexts/(lib)?qtvirtualkeyboard",
    r"(^|/)opengl32sw\.dll$",
    rf"(^|/)lib({_OF_GTK})",  # what GTK's theme plugin brought along
    rf"^lib({_OF_GIO})\.",  # the same; Pillow has its own of some of them, in a folder
    rf"^lib({_OF_CUPS})[.-]",  # printing is by the system's own, where it has one
    r"rapidfuzz/.*_avx2\.",  # beside the same code for every processor, and no measure of ours needs it
    r"font_source_sans_pro/files/(?!LICENSE|SourceSansPro-(Regular|It|Semibold|Bold)\.ttf$)",
    r"pyqtgraph/icons/peegee/",
    r"docx/templates/default-docx-template/",
    r"\.dist-info/RECORD$",
    r"(^|/)lib(krb5|k5crypto|gssapi|com_err|keyutils|ssl\.|avif|webp)",
    r"(^|/)lib(Xinerama|Xcomposite|Xdamage|Xcursor|Xrandr|Xi)\.",
    r"(^|/)(tests?|testing)/data/",
    r"statsmodels/(datasets|sandbox|.*/tests?)/",
    r"(^|/)sscviewer/resources/(demo|manual)/.*\.py$",  # what made them; a script handed to the user stays
    r"__pycache__",
)
_LEFT_OUT = [re.compile(pattern, re.IGNORECASE) for pattern in _FILES]


def is_left_out(path: str) -> bool:
    """Return whether a file of the program's folder, by its path inside it, is left out."""
    return any(pattern.search(path.replace("\\", "/")) for pattern in _LEFT_OUT)
