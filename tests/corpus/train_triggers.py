"""Train the model of kg/facts/learned: which word of a text tells of an event, and of which kind.

It learns from `triggers/*.txt`, where each such word is marked, from the examples of the patterns, and from the gold
records of the sets in `SETS`, whose words are found by what the first have taught. Neither the real documents nor the
blind set are among them. How often the model is right is measured on documents that it has not seen (`FOLDS` times a
part is held back), and kept in `precision.json` beside the weights. `make train` runs this; the same texts give the
same file. A test fails once texts, records or what the model looks at are no longer those that taught it. The patterns
and their examples are not watched: they change daily, and a few examples more make no other model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from kg.documents.model import Article, Document, Paragraph
from kg.entities.resolve import Resolution
from kg.evaluate import Records, read_folder, verdicts
from kg.facts.confidence import LEARNED, RuleCount
from kg.facts.events import read_events, scenes_of
from kg.facts.grammar.clauses import clause_of
from kg.facts.learned.features import Around, features, may_tell, word_of
from kg.facts.learned.model import FILE, STEP, Model
from kg.facts.learned.roles import PREFIX, as_pattern, file_of_kind
from kg.facts.match import in_a_name, matches
from kg.facts.model import Event
from kg.facts.patterns import patterns
from kg.facts.reader import is_question
from kg.facts.scene import Scene
from kg.ids import digest
from kg.mentions.analysis import parse
from kg.mentions.tokens import Token
from kg.pipeline import Extraction, articles_of, referred, resolved
from tests.corpus.counts import write_counts
from tests.corpus.reading import documents_of
from tests.facts import marked as made_up

HERE = Path(__file__).resolve().parent
LOOKS = HERE.parent.parent / "kg" / "facts" / "learned" / "features.py"
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
MEASURED_ON = (
    f"{', '.join(SETS)}: each document by a model that has not seen it; the least chance of each kind was chosen on "
    "these same guesses, so that unseen text has somewhat fewer right"
)


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


def seen(found: Resolution) -> Iterator[Seen]:
    """All words of some documents that might tell of an event."""
    for linked in found.sentences.values():
        for article, dates in articles_of(linked):
            for scene in scenes_of(article, found.entities, dates):
                yield from _seen(scene)


def read_through(documents: Sequence[Document]) -> Resolution:
    """Who and what the documents of a set name."""
    return resolved(documents, list(parse(documents)))


def _seen(scene: Scene) -> Iterator[Seen]:
    if is_question(scene):
        return
    around = Around(scene)
    for token in scene.span:
        if may_tell(token) and not in_a_name(token, scene):
            yield _word(token, scene, around)


def _word(token: Token, scene: Scene, around: Around) -> Seen:
    sentence, ruled = scene.linked.sentence, frozenset(m.pattern.kind for m in matches(token, scene))
    return Seen(
        sentence.document.id, (sentence.start, sentence.end), token.idx + sentence.offset, word_of(token),
        frozenset(features(token, clause_of(token), around)), ruled,
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
    import numpy as np  # late: whoever parses first tells it how to multiply
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

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
    """A digest of the texts and records that the model is taught from, and of what it looks at in them."""
    taught = [HERE / "triggers", *(HERE / name for name in SETS), *(HERE / f"{name}-gold" for name in SETS)]
    files = [*sorted(path for folder in taught for path in folder.rglob("*") if path.is_file()), LOOKS]
    return digest(*(digest(path.name, sha256(path.read_bytes()).hexdigest()) for path in files))


@cache
def taught() -> tuple[list[Seen], list[str]]:
    """The words of the marked texts and the kinds they are marked with."""
    words: list[Seen] = []
    kinds: list[str] = []
    for path in sorted((HERE / "triggers").glob("*.txt")):
        documents, marks = marked(path)
        those = list(seen(read_through(documents)))
        words += those
        kinds += [marks[w.document].get(w.start, "") for w in those]
    return words, kinds


@cache
def drilled() -> tuple[list[Seen], list[str]]:
    """The trigger words in the examples of the patterns: what they tell in the positive ones, and nothing in others."""
    lines = [(p, e.text, p.kind) for p in patterns() for e in p.positive]
    lines += [(p, text, "") for p in patterns() for text in p.negative]
    pages = [made_up.document(made_up.plain(text)) for _, text, _ in lines]
    words: list[Seen] = []
    kinds: list[str] = []
    for (pattern, text, kind), parsed in zip(lines, parse(pages), strict=True):
        linked, entities, dates, _ = made_up.laid_out(text, parsed)
        starts = pattern.verbs | pattern.nouns | pattern.words
        for scene in scenes_of(linked, entities, dates):
            those = [t for t in scene.span if t.lower_ in starts and may_tell(t) and not in_a_name(t, scene)]
            around = Around(scene)
            words += [_word(t, scene, around) for t in those]
            kinds += [kind for _ in those]
    return words, kinds


@cache
def annotated() -> tuple[dict[str, list[Document]], dict[str, Resolution], Records]:
    """The documents of each set with gold records, whom and what they name, and the records by document."""
    documents = {name: documents_of(HERE / name) for name in SETS}
    found = {name: read_through(those) for name, those in documents.items()}
    gold: Records = {}
    for name in SETS:
        gold |= read_folder(HERE / f"{name}-gold")
    return documents, found, gold


@cache
def words_of_sets() -> list[Seen]:
    """The words of all these documents."""
    return [word for found in annotated()[1].values() for word in seen(found)]


@cache
def first() -> Model:
    """The model of the marked texts alone, which finds the words of the records."""
    return fit(*taught())


def train(held_back: Collection[str] = ()) -> Model:
    """A model of the marked texts, the examples, and the annotated documents that are not held back."""
    words, kinds = taught()
    examples, told = drilled()
    more = [w for w in words_of_sets() if w.document not in held_back]
    return fit([*words, *examples, *more], [*kinds, *told, *labels(more, annotated()[2], first())])


def cross_checked() -> list[tuple[Event, bool]]:
    """Each guess at documents that were held back, and whether it is right."""
    ids = sorted(d.id for documents in annotated()[0].values() for d in documents)
    checked: list[tuple[Event, bool]] = []
    for fold in range(FOLDS):
        held_back = frozenset(ids[fold::FOLDS])
        known = train(held_back)
        for name in SETS:
            checked += guesses(name, held_back, known)
    return checked


def guesses(name: str, chosen: Collection[str], known: Model) -> list[tuple[Event, bool]]:
    """What a model guesses at the chosen documents of a set, and whether it is right by the records."""
    documents, found, gold = annotated()
    part = [d for d in documents[name] if d.id in chosen]
    articles = [pair for d in part for pair in articles_of(found[name].sentences[d.id])]
    events = [e for article, dates in articles for e in read_events(article, found[name].entities, dates, known)]
    named = referred(found[name].entities, [], events)
    extraction = Extraction(part, named, [], events, found[name].sentences)
    judged = verdicts(extraction, {d.id: gold[d.id] for d in part})
    return [(told, right) for told, right in judged if isinstance(told, Event) and told.guessed]


def least(checked: Sequence[tuple[Event, bool]]) -> dict[str, float]:
    """For each kind the lowest step from which on more guesses were right than wrong; none where there is no such step.

    One right and one wrong are added to each count: a kind that was hardly ever seen has to show more than chance. That
    somebody killed or hurt somebody is never guessed.
    """
    steps: dict[str, float] = {}
    for kind in sorted({event.kind for event, _ in checked if file_of_kind()[event.kind] != "violence"}):
        for step in STEPS:
            right = [is_right for event, is_right in checked if event.kind == kind and event.guessed >= step]
            if 2 * (sum(right) + 1) > len(right) + 2:
                steps[kind] = step
                break
    return steps


def write_model(model: Model, path: Path) -> None:
    """Keep a model in a file, features in the order of their rows."""
    import numpy as np

    np.savez_compressed(
        path,
        kinds=np.array(model.kinds),
        words=np.array(sorted(model.words)),
        features=np.array("\n".join(sorted(model.rows, key=lambda f: model.rows[f])).encode()),
        weights=model.weights,
        bias=model.bias,
        least=np.array(list(model.least.values())),
        guessed=np.array(list(model.least)),
        source=np.array(model.source),
    )


def main() -> None:
    """Train, measure and write."""
    checked = cross_checked()
    steps = least(checked)
    kept = [(event.rule, right) for event, right in checked if event.guessed >= steps.get(event.kind, 2)]
    right = Counter(rule for rule, is_right in kept if is_right)
    wrong = Counter(rule for rule, is_right in kept if not is_right)
    counts = {rule: RuleCount(PREFIX, right[rule], wrong[rule]) for rule in sorted({*right, *wrong})}
    write_counts(LEARNED, counts, MEASURED_ON)
    write_model(replace(train(), least=steps), FILE)
    print(f"{FILE.stat().st_size:,} bytes; right {right.total()} of {len(kept)} on documents held back; least {steps}")


if __name__ == "__main__":
    main()
