"""PDF: the words of each page, put together again into paragraphs."""

from __future__ import annotations

import io
import logging
import zlib
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from kg.documents.draft import Draft
from kg.documents.formats.reflow import reflow
from kg.errors import SourceError

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every repair of a damaged file; what matters raises
DAMAGE: tuple[type[Exception], ...] = (zlib.error, EOFError)
DAMAGE += (
    PyPdfError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    AssertionError,
)
"""pypdf meets damage in the middle of its parsing and lets Python's own errors through."""


def read_pdf(data: bytes, path: Path) -> list[Draft]:
    """One draft. Raises SourceError for a broken or protected file, and for one without text (a scan)."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{path}: protected by a password; save a copy without one")
        pages = [page.extract_text() for page in reader.pages]
    except DependencyError as error:
        raise SourceError(f"{path}: protected by a password; save a copy without one") from error
    except DAMAGE as error:
        raise SourceError(f"{path}: broken PDF ({_reason(error)}); download or export it again") from error
    text = reflow([page.split("\n") for page in pages])
    if not any(character.isalnum() for character in text):
        raise SourceError(f"{path}: the PDF holds no text (a scan?); run text recognition on it first")
    return [Draft(text)]


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
