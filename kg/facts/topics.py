"""What somebody speaks of: the thing that what is said is about, not all that it mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.clauses import Clause, conjuncts
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import forms
from kg.facts.grammar.phrases import named, under
from kg.facts.scene import TEXTS, Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

BESIDE = words("outside inside near at")
TEXT_NOUNS = words("bill law act draft text measure measures amendments legislation petition ordinance decree treaty")
# What is denied; with "her" before it, what she has said.
BLAME = words(
    "allegation allegations accusation accusations claim claims charge charges this that it them any responsibility "
    "involvement wrongdoing part role link links account report reports version connection"
)
NO_ONE_LAW = frozenset({"within", "before", "above", "outside"})  # "equal before the law" speaks of law as such
BREACHES = words("violation breach rule letter spirit violations breaches")
CONTENT = frozenset({"ccomp", "xcomp", "dobj", "prep", "dative", "advcl"})
# To whom: with a clause of what is told, their object is the hearer.
TELLING = forms("tell inform assure reassure")
HEARD_BY = frozenset({"to", "with", "before"})
SPOKEN = forms("say tell write announce explain recall complain testify speak add admit confess state reply repeat")
# What only locates or measures what is spoken of.
ASIDE = frozenset({"Place"})
WEIGHTS = {"Bill": -2, "Petition": -2, "Policy": -2, "Law": -1, "LawProvision": -1, "Country": 1,
           "InternationalOrganization": 1, "Court": 2, "Legislature": 2, "Treaty": 3}  # fmt: skip
GROUNDS = words("under by with against")
CODES = frozenset({"Code", "Constitution", "Codes", "Charter"})
MEANWHILE = words("while whereas as when after before")
# What "the bill" may be, where several texts were named: first of all a bill.
CALLED = {"bill": "Bill", "draft": "Bill", "measure": "Bill", "law": "Law", "act": "Law", "petition": "Petition",
          "decree": "Policy"}  # fmt: skip
# No petition is called so, though "the text" or "the measure" may be one.
NORMS = words("bill law act legislation amendments ordinance decree treaty")
PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
STEPS = frozenset({"pobj", "pcomp", "relcl", "acl", "advcl", "ccomp", "xcomp", "acomp", "attr"})


def topic(clause: Clause, scene: Scene) -> list[Reference]:
    """References after (or in the quotation before) a word of speech that it is about, the speakers left out."""
    verb = clause.trigger
    speakers = {r.entity for t in clause.heads("subject") for r in named(t, scene)}
    content = [c for c in verb.children if c.dep_ in CONTENT and not _apart(c)]
    where = {r.entity for p in (*_where_said(verb), *_hearers(verb)) for r in under(p, scene)}
    found = [
        r for c in content for r in _spoken_of(c, scene) if r.entity not in speakers | where and r.cls not in ASIDE
    ]
    found = [r for r in found if _inside(scene.token_of(r), _sentence_of(verb))]
    weighed = [(_weight(r, scene.token_of(r), verb), r.start, r) for r in found]
    spoken = [
        t for c in content for t in c.subtree if not _no_text(t, clause, scene) and not _named_in(found, t, scene)
    ]
    weighed += [(_weight(r, t, verb) + 1, t.idx, r) for r, t in _recalled_at(spoken, clause, scene)]
    weighed.sort(key=lambda w: w[:2])
    return list(dict.fromkeys(r for weight, _, r in weighed if weight == weighed[0][0] and r.cls == weighed[0][2].cls))


def text_meant(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """ "came out in support of the petition", "is against it": the text named before, wherever its stand-in hangs."""
    heads = [t for c in clause.trigger.children for t in c.subtree if t.i > clause.trigger.i and not _apart(c)]
    heads = [t for t in heads if not _no_text(t, clause, scene)]
    return tuple(r.entity for r, _ in _recalled_at(heads, clause, scene))


def _apart(content: Token) -> bool:
    """ "…, she warned, while the party left": what goes on meanwhile."""
    return content.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in MEANWHILE for c in content.children)


def _inside(token: Token | None, bounds: tuple[int, int]) -> bool:
    return token is None or bounds[0] <= token.i < bounds[1]


def _sentence_of(verb: Token) -> tuple[int, int]:
    """The tokens between the semicolons around a verb: "he left; she called it …" are two sentences."""
    stops = [t.i for t in verb.sent if t.text == ";"]
    first = max((i for i in stops if i < verb.i), default=verb.sent.start)
    return first, min((i for i in stops if i > verb.i), default=verb.sent.end)


def _named_in(found: list[Reference], word: Token, scene: Scene) -> bool:
    """ "Fiji has promised that it …": a pronoun after the name of what it may stand for."""
    before = [r for r in found if r.cls not in ("Person", "Treaty") and starts_before(r, word, scene)]
    return word.tag_ == "PRP" and bool(before)


def _spoken_of(content: Token, scene: Scene) -> list[Reference]:
    """The references under a part of what is said, and those for whom its subject and object stand ("the two")."""
    heads = [c for c in content.children if c.dep_ in PARTIES] if content.dep_ != "dobj" else [content]
    meant = [t for h in heads for t in conjuncts(h) if t.tag_ != "PRP"]
    own = [r for r in under(content, scene) if not _voiced(scene.token_of(r))]
    return [*own, *(r for t in meant for r in named(t, scene))]


def _voiced(token: Token | None) -> bool:
    """ "rejected her account": whose account it is, not what is spoken of."""
    return token is not None and token.dep_ == "poss" and token.head.lower_ in BLAME


def _weight(reference: Reference, token: Token | None, verb: Token) -> int:
    """The lighter, the likelier: by the phrases between a word of speech and a name under it, and by what it names."""
    weight = WEIGHTS.get(reference.cls, 0)
    if token is not None and token.dep_ == "pobj" and token.head.lower_ in GROUNDS:
        weight += 3
    while token is not None and token != verb and token.head != token:
        weight += 2 * (token.dep_ in STEPS) + (token.dep_ == "poss" and token.head.pos_ == "PROPN")
        token = token.head
    return weight


def _hearers(verb: Token) -> list[Token]:
    """To whom something is told: "told the court that …", "said to reporters", "in an interview with Radio Sun"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and verb.lower_ in TELLING]
    led = [c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ in HEARD_BY and verb.lower_ in SPOKEN]
    return [*objects, *led]


def recalled_text(heads: Iterable[Token], clause: Clause, scene: Scene) -> list[Reference]:
    """What "it" or "the bill" may be where nobody resolved it: the texts named before, the last first."""
    open_heads = _open(heads, clause, scene)
    return _texts_before(open_heads[0], scene) if open_heads else []


def _recalled_at(heads: Iterable[Token], clause: Clause, scene: Scene) -> list[tuple[Reference, Token]]:
    """For the first word that may mean a text named before, that text."""
    open_heads = [t for t in _open(heads, clause, scene) if _inside(t, _sentence_of(clause.trigger))]
    texts = _texts_before(open_heads[0], scene) if open_heads else []
    found = [r for r in texts if _at_issue(r, scene)][:1] if not open_heads or _shallow(open_heads[0], clause) else []
    return [(r, open_heads[0]) for r in found if r.cls != "Treaty"]


def _shallow(word: Token, clause: Clause) -> bool:
    """ "we came to ask who sold it": deep in what is said, a pronoun means something else."""
    above = [t for t in word.ancestors if t.dep_ in ("ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp")]
    depth = sum(t.i != clause.trigger.i and clause.trigger in t.ancestors for t in above)
    return word.tag_ != "PRP" or depth < 3


def _at_issue(reference: Reference, scene: Scene) -> bool:
    """Whether a text can be what a debate is about: a code or a constitution is rarely meant by "the law"."""
    entity = scene.entity(reference.entity)
    if reference.cls == "LawProvision":
        return False
    return entity is None or reference.cls != "Law" or not CODES & set(entity.name.split())


def _open(heads: Iterable[Token], clause: Clause, scene: Scene) -> list[Token]:
    pronouns = () if _other_object(clause.trigger, scene) else ("it", "they", "them")
    return [
        t for t in heads
        if (t.lower_ in pronouns or (t.lower_ in TEXT_NOUNS and _pointed(t)))
        and not any(r.cls in TEXTS for r in named(t, scene))
    ]  # fmt: skip


def _texts_before(word: Token, scene: Scene) -> list[Reference]:
    here = [r for r in scene.linked.references if r.cls in TEXTS and starts_before(r, word, scene)]
    found = [r for r in (*reversed(here), *scene.before) if not _is_of_another_kind(word, r)]
    wanted = CALLED.get(word.lower_, "")  # what is praised or passed is rarely a treaty in passing
    return sorted(found, key=lambda r: (r.cls == "Treaty", bool(wanted) and r.cls != wanted))


def _is_of_another_kind(word: Token, reference: Reference) -> bool:
    """ "proposed the bill", after a petition was named: it is not that."""
    petition = reference.cls == "Petition"
    return word.lower_ in NORMS if petition else word.lower_ == "petition"


def _other_object(verb: Token, scene: Scene) -> bool:
    """ "received the list and filed it": the pronoun is the object of the verb before."""
    return verb.dep_ == "conj" and any(
        c.dep_ == "dobj" and c.lower_ not in TEXT_NOUNS and not any(r.cls in TEXTS for r in named(c, scene))
        for c in verb.head.children
    )


def starts_before(reference: Reference, token: Token, scene: Scene) -> bool:
    """Whether a reference begins before a word of its sentence."""
    return reference.start < token.idx + scene.linked.sentence.offset


def _pointed(noun: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "these", "its") for c in noun.children)


def _no_text(word: Token, clause: Clause, scene: Scene) -> bool:
    """ "The office said it would look into the claim", "he denies it", "a breach of the law": no text named before."""
    if word.lower_ == "law" and word.dep_ == "pobj":
        return word.head.lower_ in NO_ONE_LAW or word.head.head.lower_ in BREACHES
    if word.lower_ != "it":
        return False
    if clause.trigger.lemma_ == "deny":
        return True
    speaks = [r for t in clause.heads("subject") for r in named(t, scene) if r.cls != "Person"]
    return word.dep_ == "nsubj" and word.head.head == clause.trigger and bool(speaks)


def _where_said(verb: Token) -> Iterator[Token]:
    """ "told reporters outside the High Court that …": the place where somebody speaks is not what is spoken of."""
    for above in (verb, *(c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < verb.i + 4)):
        yield from (c for c in above.children if c.dep_ == "prep" and (c.lower_ in BESIDE or _in_front(c)))


def _in_front(preposition: Token) -> bool:
    return preposition.doc[preposition.i + 1 : preposition.i + 2].text.lower() == "front"
