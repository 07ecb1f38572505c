"""The words of the window in the user's language: English in the code, German from `resources/translations`.

Only what is looked at is translated. What goes into files (figures, tables, reports, paragraphs in words) and
onto the clipboard stays English, whatever the language: it is compared with the plan, and read elsewhere.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from sscviewer.bundled import resource_path
from sscviewer.model.counted import counted
from sscviewer.model.sentence import Sentence, sentence_of
from sscviewer.plots.screen.said import Verbatim, for_screen, sentence_said

CONTEXT = "sscviewer"
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Code -> name, in the language itself."""
SYSTEM = "system"
"""The system's language if it is one of ours, else English."""


def tr(text: str) -> str:
    """Return words as they are shown; those that have no translation, such as a patient's ID, as they are."""
    if isinstance(text, Sentence):
        return sentence_said(text)
    return str(text) if isinstance(text, Verbatim) else QCoreApplication.translate(CONTEXT, text)


def tr_sentence(text: str) -> str:
    """Return a sentence as it is shown, any other text as it stands: cells of what file or user say."""
    return tr(text) if isinstance(text, Sentence) else text


def error_words(error: Exception) -> str:
    """Return what an error says as it is shown."""
    return tr(sentence_of(error))


def number_of(n: int, one: str, many: str) -> str:
    """Return "1 patient" or "3 patients" as it is shown."""
    return counted(n, tr(one), tr(many))


def tr_head(text: str) -> str:
    """Return a heading as it is shown; of "Patients (N = 20)" the words are translated."""
    words, shown = tr(text), for_screen()
    if words == text:
        words = shown(text)
    before, bracket, rest = text.partition(" (")
    return f"{tr(before)} {shown(f'({rest}')}" if words == text and bracket else words


def within(words: str) -> str:
    """Return words as they stand inside a sentence: German nouns keep their capital."""
    return words if QLocale().language() == QLocale.Language.German else words.lower()


def language_of(wish: str) -> str:
    """Return the language for a wish: "en", "de", or "system"."""
    if wish in LANGUAGES:
        return wish
    own = QLocale.system().name().partition("_")[0]
    return own if own in LANGUAGES else "en"


def speak(app: QCoreApplication, language: str) -> None:
    """Translate what is made from now on, Qt's own words too, and write its numbers as the language does.

    English keeps the system's way of writing numbers.
    """
    if language == "en":
        return
    locale = QLocale(language)
    # A point typed for the decimals would otherwise be taken for one of the thousands: 1.234 for 1234.
    options = QLocale.NumberOption
    locale.setNumberOptions(options.RejectGroupSeparator | options.OmitGroupSeparator)
    QLocale.setDefault(locale)
    folders = (
        str(resource_path("translations")),
        QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    )
    for name, folder in zip((CONTEXT, "qtbase"), folders, strict=True):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
