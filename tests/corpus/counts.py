"""How the precision of rules is kept for `kg.facts.confidence` to read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from kg.facts.confidence import RuleCount


def write_counts(path: Path, counts: Mapping[str, RuleCount], measured_on: str) -> None:
    """Write the counts, a rule a line, with the words that say on what they were measured."""
    rows = [
        f'  {json.dumps(rule)}: {{"family": {json.dumps(one.family)}, "right": {one.right}, "wrong": {one.wrong}}}'
        for rule, one in sorted(counts.items())
    ]
    head = f'{{\n "measured_on": {json.dumps(measured_on)},\n "rules": {{\n'
    path.write_text(head + ",\n".join(rows) + "\n }\n}\n", encoding="utf8")
