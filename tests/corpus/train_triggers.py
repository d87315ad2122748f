"""Train the model of kg/facts/learned: which word of a text tells of an event, and of which kind.

It learns from `triggers/*.txt`, where each such word is marked, from the examples of the patterns, and from the gold
records of the sets in `SETS`, whose words are found by what the first have taught. Neither the real documents nor the
blind set are among them. How often the model is right is measured on documents that it has not seen (`FOLDS` times a
part is held back), and kept in `precision.json` beside the weights. `make train` runs this; the same texts give the
same file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kg.documents.distinct import distinct
from kg.documents.find import find
from kg.documents.model import Article, Document, Paragraph
from kg.documents.read import read
from kg.documents.works import assign_works
from kg.evaluate import Records, read_folder, rule_counts
from kg.facts.confidence import LEARNED, RuleCount, write_counts
from kg.facts.events import scenes_of
from kg.facts.learned import model as learned
from kg.facts.learned.features import features, may_tell, word_of
from kg.facts.learned.model import FILE, STEP, Model
from kg.facts.learned.roles import FAMILY, as_pattern, families
from kg.facts.match import in_a_name, matches
from kg.facts.model import Event
from kg.facts.patterns import patterns
from kg.facts.reader import is_question
from kg.facts.scene import Scene
from kg.ids import digest
from kg.mentions.analysis import parse
from kg.mentions.tokens import Token
from kg.pipeline import articles_of, extract, resolved
from tests.facts.test_patterns import MARKUP, laid_out
from tests.facts.test_patterns import document as page_of

HERE = Path(__file__).resolve().parent
SETS = ("sample", "dev", "fresh")
MARK = re.compile(r"\{(\w+):([^{}]*)\}")
STRENGTH = 0.3
"""Inverse of the penalty on large weights."""
TWICE = 2
"""A feature that fewer words have is left out."""
SMALL = 2
"""A feature none of whose weights reaches so many steps is left out."""
FOLDS = 5
STEPS = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Chances among which the least of each kind is sought."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A word that might tell of an event: where it starts in its document, its features, the kind that rules find."""

    document: str
    sentence: tuple[int, int]
    start: int
    word: str
    features: frozenset[str]
    ruled: frozenset[str]


def marked(path: Path) -> tuple[list[Document], dict[str, dict[int, str]]]:
    """Each line of a file as a document, and by document and offset the kind of each marked word."""
    documents, kinds = [], {}
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if not line.strip():
            continue
        name, text, found, at = f"{path.stem}-{number}", "", {}, 0
        for mark in MARK.finditer(line):
            text += line[at : mark.start()]
            found[len(text)] = mark[1]
            text, at = text + mark[2], mark.end()
        text += line[at:]
        article = Article(
            f"{name}#1", 1, "", "", 0, len(text), (Paragraph(0, len(text)),), published="2025-08-05", work=name
        )
        documents.append(Document(name, "", f"{name}.txt", text, (article,)))
        kinds[name] = found
    return documents, kinds


def seen(documents: Sequence[Document]) -> Iterator[Seen]:
    """All words of the documents that might tell of an event."""
    found = resolved(documents, list(parse(documents)))
    for linked in found.sentences.values():
        for article, dates in articles_of(linked):
            for scene in scenes_of(article, found.entities, dates):
                yield from _seen(scene)


def _seen(scene: Scene) -> Iterator[Seen]:
    if is_question(scene):
        return
    for token in scene.span:
        if may_tell(token) and not in_a_name(token, scene):
            yield _word(token, scene)


def _word(token: Token, scene: Scene) -> Seen:
    sentence, ruled = scene.linked.sentence, frozenset(m.pattern.kind for m in matches(token, scene))
    return Seen(
        sentence.document.id, (sentence.start, sentence.end), token.idx + sentence.offset, word_of(token),
        frozenset(features(token, scene)), ruled,
    )  # fmt: skip


def labels(words: Sequence[Seen], gold: Records, known: Model) -> list[str]:
    """The kind each word tells by the records: where a rule found a recorded event its word, of another event the
    likeliest word of its sentences."""
    found: dict[int, str] = {}
    for document in sorted({w.document for w in words}):
        events = [r for r in gold.get(document, ()) if r["kind"] == "event"]
        near = [(n, w) for n, w in enumerate(words) if w.document == document]
        left = []
        for event in events:
            within = [(n, w) for n, w in near if n not in found and _told_in(event, w)]
            ruled = next((n for n, w in within if event["class"] in w.ruled), None)
            if ruled is not None:
                found[ruled] = event["class"]
            else:
                left.append(event)
        for event in left:
            kind = event["class"]
            within = [(n, w) for n, w in near if n not in found and _told_in(event, w)]
            if within and kind in known.kinds:
                found[max(within, key=lambda pair: known.chance(pair[1].features, kind))[0]] = kind
    return [found.get(n, "") for n in range(len(words))]


def _told_in(event: Mapping[str, object], word: Seen) -> bool:
    start, end = word.sentence
    evidence: Iterable[dict[str, int]] = event.get("evidence", ())  # type: ignore[assignment]
    return any(e["start"] < end and start < e["end"] for e in evidence)


def fit(words: Sequence[Seen], kinds: Sequence[str]) -> Model:
    """A model of these words and what they tell."""
    counts = Counter(f for w in words for f in w.features)
    rows = {f: row for row, f in enumerate(sorted(f for f, n in counts.items() if n >= TWICE))}
    columns, ends = [], [0]
    for w in words:
        columns += sorted(rows[f] for f in w.features if f in rows)
        ends.append(len(columns))
    table = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(words), len(rows)))
    fitted = LogisticRegression(C=STRENGTH, max_iter=500).fit(table, list(kinds))
    weights = np.rint(fitted.coef_.T / STEP).astype(np.int16)
    kept = np.abs(weights).max(axis=1) >= SMALL
    names = [f for f, keep in zip(rows, kept, strict=True) if keep]
    telling = frozenset(w.word for w, kind in zip(words, kinds, strict=True) if kind)
    bias = np.rint(fitted.intercept_ / STEP).astype(np.int16)
    return Model(
        tuple(fitted.classes_), telling, {f: n for n, f in enumerate(names)}, weights[kept], bias, anything(), source()
    )


def anything() -> dict[str, float]:
    """Every kind from the lowest step on: what is tried before it is known how often each is right."""
    return dict.fromkeys(as_pattern(), STEPS[0])


def source() -> str:
    """A digest of all that the model is taught from."""
    taught = [HERE / "triggers", *(HERE / name for name in SETS), *(HERE / f"{name}-gold" for name in SETS)]
    files = sorted(path for folder in taught for path in folder.rglob("*") if path.is_file())
    return digest(*(digest(path.name, sha256(path.read_bytes()).hexdigest()) for path in files))


@cache
def taught() -> tuple[list[Seen], list[str]]:
    """The words of the marked texts and the kinds they are marked with."""
    words: list[Seen] = []
    kinds: list[str] = []
    for path in sorted((HERE / "triggers").glob("*.txt")):
        documents, marks = marked(path)
        those = list(seen(documents))
        words += those
        kinds += [marks[w.document].get(w.start, "") for w in those]
    return words, kinds


@cache
def drilled() -> tuple[list[Seen], list[str]]:
    """The trigger words in the examples of the patterns: what they tell in the positive ones, and nothing in others."""
    lines = [(p, e.text, p.kind) for p in patterns() for e in p.positive]
    lines += [(p, text, "") for p in patterns() for text in p.negative]
    pages = [page_of(MARKUP.sub(r"\1", text)) for _, text, _ in lines]
    words: list[Seen] = []
    kinds: list[str] = []
    for (pattern, text, kind), parsed in zip(lines, parse(pages), strict=True):
        linked, entities, dates, _ = laid_out(text, parsed)
        starts = pattern.verbs | pattern.nouns | pattern.words
        for scene in scenes_of(linked, entities, dates):
            those = [t for t in scene.span if t.lower_ in starts and may_tell(t) and not in_a_name(t, scene)]
            words += [_word(t, scene) for t in those]
            kinds += [kind for _ in those]
    return words, kinds


@cache
def annotated() -> tuple[list[Seen], Records, list[Document]]:
    """The words of the sets with gold records, these records, and the documents."""
    words: list[Seen] = []
    gold: Records = {}
    documents: list[Document] = []
    for name in SETS:
        those = assign_works(distinct([d for path in find([HERE / name]).files for d in read(path)]))
        words += seen(those)
        gold |= read_folder(HERE / f"{name}-gold")
        documents += those
    return words, gold, documents


@cache
def first() -> Model:
    """The model of the marked texts alone, which finds the words of the records."""
    return fit(*taught())


def train(wanted: Callable[[str], bool] = lambda _: True) -> Model:
    """The model of the marked texts and of the annotated documents that are wanted."""
    words, kinds = taught()
    known, gold, _ = annotated()
    more = [w for w in known if wanted(w.document)]
    examples, told = drilled()
    return fit([*words, *examples, *more], [*kinds, *told, *labels(more, gold, first())])


def cross_checked() -> list[tuple[str, float, bool]]:
    """Of each guess on documents that were held back its rule, the step that its chance reaches, and if it is right."""
    _, gold, documents = annotated()
    held = {name: n % FOLDS for n, name in enumerate(sorted(d.id for d in documents))}
    found: list[tuple[str, float, bool]] = []
    for fold in range(FOLDS):
        trained = train(lambda name, fold=fold: held[name] != fold)  # type: ignore[misc]
        learned.model = lambda trained=trained: trained  # type: ignore[assignment,misc]
        part = [d for d in documents if held[d.id] == fold]
        extraction = extract(part, list(parse(part)))
        stepped = replace(extraction, events=[_stepped(e) for e in extraction.events])
        for rule, one in rule_counts(stepped, {d.id: gold[d.id] for d in part}).items():
            name, _, step = rule.partition("@")
            found += [(name, float(step), right) for right in (*[True] * one.right, *[False] * one.wrong) if step]
    return found


def _stepped(event: Event) -> Event:
    step = max((s for s in STEPS if s <= event.guessed), default=0.0)
    return replace(event, rule=f"{event.rule}@{step}") if event.guessed else event


def least(found: Sequence[tuple[str, float, bool]]) -> dict[str, float]:
    """For each kind the lowest step from which on more guesses were right than wrong; none where there is no such step.

    One right and one wrong are added to each count: a kind that was hardly ever seen has to show more than chance. That
    somebody killed or hurt somebody is never guessed.
    """
    steps: dict[str, float] = {}
    for rule in sorted({rule for rule, _, _ in found if families()[rule.partition("/")[2]] != "violence"}):
        for step in STEPS:
            right = [is_right for name, reached, is_right in found if name == rule and reached >= step]
            if 2 * (sum(right) + 1) > len(right) + 2:
                steps[rule.partition("/")[2]] = step
                break
    return steps


def main() -> None:
    """Train, measure and write."""
    found = cross_checked()
    steps = least(found)
    kept = [(rule, right) for rule, step, right in found if step >= steps.get(rule.partition("/")[2], 2)]
    right, wrong = (
        Counter(rule for rule, is_right in kept if is_right),
        Counter(r for r, is_right in kept if not is_right),
    )
    counts = {rule: RuleCount(FAMILY, right[rule], wrong[rule]) for rule in sorted({*right, *wrong})}
    write_counts(LEARNED, counts, f"{' and '.join(SETS)}, each document by a model that has not seen it")
    replace(train(), least=steps).write(FILE)
    print(f"{FILE.stat().st_size:,} bytes; right {right.total()} of {len(kept)} on documents held back; least {steps}")


if __name__ == "__main__":
    main()
