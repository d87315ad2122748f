"""One file per format, each a function from bytes to drafts, and the table that names them."""

from __future__ import annotations

from kg.documents.draft import Reader
from kg.documents.formats.docx import read_docx
from kg.documents.formats.html import read_html
from kg.documents.formats.jsonl import read_jsonl
from kg.documents.formats.markdown import read_markdown
from kg.documents.formats.pdf import read_pdf
from kg.documents.formats.txt import read_txt

READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".jsonl": read_jsonl,
}
"""Extension (lower case, with its dot) to reader. A new format is a new file here and a line in this table."""
