"""What people find of single facts beside their sentences: lines of the judgement log, of claims that there are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from kg.entities.judgements import LOG, WITHDRAWN, add_line, kind_of, now, stacked
from kg.errors import SourceError, UsageError
from kg.graph.judged import is_judged
from kg.graph.review import FactVerdict
from kg.graph.terms import Term, cg, name, text_of
from kg.store.lookup import quads_of
from kg.store.snapshots import open_snapshot

Found = Literal["right", "wrong", "unsure"]
LABELS = (name("skos:prefLabel"), name("rdfs:label"))


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the published graph: what it says, and the rules that read it."""

    subject: Term
    predicate: Term
    value: Term
    rules: tuple[str, ...]


def load(log: Path) -> list[FactVerdict]:
    """The verdicts on facts of a judgement log, oldest first. Raises SourceError that names a broken line."""
    lines = log.read_text(encoding="utf8").splitlines() if log.is_file() else []
    return [_line(log, number, text) for number, text in enumerate(lines, 1) if kind_of(text) == "fact"]


def standing(log: Iterable[FactVerdict]) -> dict[str, list[FactVerdict]]:
    """The verdicts on each claim that are not withdrawn, oldest first; the last of them counts."""
    return stacked(log, lambda one: one.claim)


def judge(store: Path, claim: str, verdict: Found, *, who: str, reason: str = "") -> FactVerdict:
    """Add a verdict on a claim (its IRI or the last part of it) to the log; the next build leaves out what is wrong.

    Raises UsageError for a claim that the published graph does not have, or that is no single fact.
    """
    if not who.strip():
        raise UsageError("a verdict needs the name of who gives it; give --who")
    node = claim.strip().rstrip("/").rsplit("/", 1)[-1]
    found = _claim(store, node)
    if found is None:
        raise UsageError(f"the graph has no claim {node}; see civicgraph query facts-of-a-document")
    if not is_judged(found.subject, found.predicate, found.rules):
        raise UsageError(f"{node} follows from a name or from another fact; judge the pair of names or that fact")
    given = FactVerdict(node, _words(store, found), verdict, who.strip(), now(), reason.strip())
    _append(store, given)
    return given


def undo(store: Path, claim: str, *, who: str, reason: str = "") -> FactVerdict:
    """Withdraw the latest verdict on a claim that stands, by a further line. Raises UsageError if there is none."""
    node = claim.strip().rstrip("/").rsplit("/", 1)[-1]
    stack = standing(load(store / LOG)).get(node)
    if not stack:
        raise UsageError(f"no verdict on {node} stands; see civicgraph review log")
    if not who.strip():
        raise UsageError("a withdrawal needs the name of who makes it; give --who")
    gone = replace(stack[-1], verdict=WITHDRAWN, who=who.strip(), when=now(), reason=reason.strip())
    _append(store, gone)
    return stack[-1]


def _append(store: Path, given: FactVerdict) -> None:
    add_line(store / LOG, {"kind": "fact"} | asdict(given))


def _claim(store: Path, node: str) -> Claim | None:
    """The claim of the published graph."""
    snapshot = open_snapshot(store)
    told = list(quads_of(snapshot.graph, f"<{snapshot.manifest['base']}id/claim/{node}>"))
    parts = {p: o for _, p, o, _ in told if p in map(name, ("rdf:subject", "rdf:predicate", "rdf:object"))}
    if len(parts) < 3:
        return None
    rules = tuple(text_of(o) for _, p, o, _ in told if p == cg("rule"))
    return Claim(parts[name("rdf:subject")], parts[name("rdf:predicate")], parts[name("rdf:object")], rules)


def _words(store: Path, claim: Claim) -> str:
    """What a claim says, for people who read the log: labels where there are any."""
    local = text_of(claim.predicate).replace("#", "/").rsplit("/", 1)[-1]
    return f"{_label(store, claim.subject)}: {local} {_label(store, claim.value)}"


def _label(store: Path, term: Term) -> str:
    """What the published graph calls a thing, else its own text."""
    told = quads_of(open_snapshot(store).graph, term) if term.startswith("<") else ()
    return next((text_of(o) for _, p, o, _ in told if p in LABELS), text_of(term))


def _line(log: Path, number: int, text: str) -> FactVerdict:
    try:
        fields = json.loads(text)
        fields.pop("kind")
        given = FactVerdict(**fields)
    except (ValueError, TypeError) as error:
        raise SourceError(f"{log}: line {number} is no verdict ({error}); mend or remove it") from error
    if given.verdict not in (*get_args(Found), WITHDRAWN):
        raise SourceError(f"{log}: line {number}: verdict {given.verdict!r} is none of {', '.join(get_args(Found))}")
    return given
