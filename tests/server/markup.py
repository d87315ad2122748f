"""What may not stand in a page: any script but the bundled ones."""

from __future__ import annotations

import re

FOREIGN_SCRIPT = r'<script(?! type="module" src="/static/built/\w+\.js"></script>)'


def foreign_scripts(text: str) -> list[str]:
    """The beginnings of script elements that are not ours."""
    return re.findall(FOREIGN_SCRIPT, text)
