"""What laws, bills and petitions concern, in at most eight words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.clauses import clause_of, is_passive, subjects
from kg.facts.grammar.inflect import verb_forms
from kg.facts.grammar.lexicon import SPEECH
from kg.facts.linked import NORMS, View, of_class, token_range
from kg.facts.model import Fact
from kg.facts.relations.anaphora import meant_norm
from kg.facts.relations.words import word_list
from kg.names import words

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

LONGEST = 8
DANGLING = {"the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "without", "and", "or", "but",
            "that", "which", "than", "as", "any", "its", "their", "his", "her"}  # fmt: skip
FARTHEST = 18  # tokens from "oblige" to what somebody is obliged to do
TITLE_WORDS = 4  # a shorter title only names the norm
LINK = re.compile(
    r"\b(?:(?:on|against|for|about|regulating|regarding|concerning|demanding|calling for|strengthening|to)(?![\w-]) ?|"
    r"(?=(?:banning|prohibiting|(?:de)?criminali[sz]ing|restricting|charging|taxing|establishing|creating|allowing|"
    r"requiring|legali[sz]ing|outlawing|introducing|abolishing|raising|lowering|extending|limiting|protecting|"
    r"obliging|granting|curbing|easing|tightening|scrapping)\b))"
    r"(?:the |an? |so-called )*(?P<topic>[^,;]+)"
)
# What a petition's or bill's own words ask somebody to do: "asking the Senate to ban dumping".
ASKED = re.compile(
    r"\b(?:ask|urg|call|request|petition|oblig|requir|forc|compel|order)(?:ing|s|es)?(?: on| upon| for)? "
    r"(?:[\w’'-]+ ){1,7}?to (?P<topic>(?!the\b|an?\b|[A-Z])[^,;]+)"
)
TOLD = re.compile(
    r"\b(?:that|which) (?:(?:would|will|could|may) )?(?P<topic>(?!is\b|was\b|has\b|bears?\b|had\b)[^,;]+)"
)
TITLED = re.compile(r"\b(?:[Ll]aw|Act|Bill|Decree)(?: No\. ?[\w/-]+)? (?:on|for|against) (?:the )?(?P<topic>.+)")
LAST_ON = re.compile(r".*\bon (?P<topic>[A-Z].+)")
# "a petition with 9,000 signatures to the mayor" says whom it asks, not what for.
SIGNED = re.compile(r"\b(?:signatures|names) to (?:the |an? )?[A-Z][\w’' -]*")
# "amendments to the Press Act" tell which norm they change, not what they are about.
AMENDING = re.compile(
    r"(?:[Dd]raft )?(?:[Aa]mendments?|changes) to (?:the |its |their )?(?:[A-Z]|\w+ (?:law|act|code|constitution)$)"
)
CASES = frozenset(form for verb in ("let", "allow", "oblige", "require", "force", "permit", "enable", "make", "compel")
                  for form in verb_forms(verb))  # fmt: skip
ARGUING = frozenset(form for verb in ("argue", "claim", "insist", "warn", "fear", "hope", "believe", "think", "promise")
                    for form in verb_forms(verb))  # fmt: skip
OUTSIDE = frozenset({"nsubj", "nsubjpass", "aux", "mark", "cc", "conj", "punct", "advcl", "relcl"})
DESCRIBED = frozenset({"described-norm", "petition"})


def read_topics(view: View) -> Iterator[Fact]:
    """`concerns` of the norms of a sentence."""
    for norm in of_class(view.linked, NORMS - {"Policy"}):
        topic = (_of_description(norm, _and_more(view, norm)) or _apposed(view, norm)) if norm.how == "name" else ""
        if topic:
            yield _fact(view, norm.entity, topic, "topic-of-name")
    for verb in view.span:
        if verb.pos_ in ("VERB", "AUX") and not _in_name(view, verb):
            yield from _of_clause(view, verb)


def _in_name(view: View, verb: Token) -> bool:
    """Whether a verb stands in the words by which a norm is called, which tell their topic themselves."""
    return any(r.cls in NORMS for r in view.scene.at(verb))


def _apposed(view: View, norm: Reference) -> str:
    """ "Bill 12, on the draining of lakes, …": what follows the number of a norm behind a comma."""
    _, end = token_range(view.linked, norm)
    if view.span[end : end + 1].text not in (",", "(") or view.span[end + 1 : end + 2].text.lower() not in (
        "on",
        "about",
    ):
        return ""
    if not any(t.pos_ == "NOUN" for t in view.span[end + 2 : end + 4]):
        return ""
    stop = next(
        (k for k in range(end + 2, len(view.span)) if view.span[k].text in (",", ")", ".", ";")), len(view.span)
    )
    return shortened(view.span[end + 2 : stop].text.removeprefix("the "))


def _fact(view: View, norm: str, topic: str, rule: str) -> Fact:
    return Fact(norm, "concerns", "", view.proof, rule, literal=topic)


def _and_more(view: View, norm: Reference) -> str:
    """ "an act that repeals one section and cuts …": what the name leaves out."""
    rest = view.linked.sentence.document.text[norm.end : view.linked.sentence.end]
    return rest.partition(",")[0] if rest.startswith(" and ") else ""


def _of_description(norm: Reference, tail: str = "") -> str:
    """ "a law against dumping" and titles long enough to tell; quoted titles of petitions are names, no topics."""
    if norm.mention is None:
        return ""
    if norm.mention.rule in DESCRIBED:
        if AMENDING.match(norm.mention.text):
            return ""
        text = SIGNED.sub("", norm.mention.text + tail)
        found = ASKED.search(text) or (TOLD.search(text) if norm.cls != "Petition" else None) or LINK.search(text)
        return shortened(found["topic"]) if found else ""
    found = TITLED.match(norm.mention.text) or LAST_ON.match(norm.mention.text)
    long_enough = found and norm.mention.rule == "titled-law" and len(words(found["topic"])) >= TITLE_WORDS
    return shortened(found["topic"]) if found and long_enough else ""


def shortened(text: str) -> str:
    """At most eight words, the last one no "of" or "the" that leads on; quotation marks around them left out."""
    kept = text.split()
    cut = len(kept) > LONGEST
    kept = kept[:LONGEST]
    while cut and len(kept) > 1 and kept[-1].lower() in DANGLING:
        kept.pop()
    found = " ".join(kept).strip(' “”"‘’.,;:')
    return found if found.count("“") == found.count("”") else found.replace("“", "").replace("”", "")


def _of_clause(view: View, verb: Token) -> Iterator[Fact]:
    """ "the bill would fine campers", "the law bans camping", "a petition that asks the city to plant trees"."""
    norms = [key for t in subjects(verb) for key in _norm(view, t)] if not is_passive(verb) else []
    if not norms:
        return
    topic = _topic(verb, petition=norms[0].startswith("Petition"))
    if _tells(topic, verb):
        yield _fact(view, norms[0], shortened(topic), "topic-of-clause")


def _tells(topic: str, verb: Token) -> bool:
    """Whether words tell a topic: "registered" or "reach" alone is what was left of a clause."""
    lone = [t for t in verb.subtree if t.text == topic and t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG"]
    return bool(topic) and not lone


def _norm(view: View, token: Token) -> list[str]:
    found = [r.entity for r in view.scene.at(token) if r.cls in NORMS - {"Policy"}]
    return found or [key for key in [meant_norm(token, view, NORMS - {"Policy"})] if key]


def _topic(verb: Token, *, petition: bool) -> str:
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "will", "shall") for c in verb.children)
    if petition:
        return _asked(verb) if verb.lower_ in word_list("asking") else ""
    if would and (_argued(verb) or verb.lemma_ == "do"):
        return ""
    if would or verb.lower_ in CASES:
        return _phrase(_inner(verb)) if verb.lemma_ not in ("be", "have", "take", "go", "come", "enter") else ""
    if verb.lower_ in word_list("regulating") and not _said(verb):
        if any(c.dep_ == "conj" and c.pos_ == "VERB" for c in verb.children):
            return _to_end(verb)
        return next((_phrase(o) for o in verb.children if o.dep_ == "dobj"), "")
    return ""


def _said(verb: Token) -> bool:
    """ "… say it protects customers": praise or blame, no topic."""
    return verb.dep_ == "ccomp" and verb.head.lower_ in SPEECH


def _argued(verb: Token) -> bool:
    """ "… arguing that it would bring order", "fears the act would harm shops": what somebody thinks comes of it."""
    return verb.dep_ == "ccomp" and verb.head.lower_ in ARGUING


def _inner(verb: Token) -> Token:
    """The verb of what is allowed or ordered, by the tree or, where parsers hang it elsewhere, the next infinitive."""
    if verb.lower_ not in CASES:
        return verb
    after = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + FARTHEST)]
    infinitive = next((t for t in after if t.tag_ == "VB" and t.nbor(-1).lower_ == "to"), verb)
    return next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), infinitive)


def _phrase(token: Token) -> str:
    """The words of a phrase from its head (a noun's own first words, a verb itself) to its end, subjects left out."""
    skipped = {t.i for c in token.children if c.dep_ in OUTSIDE for t in c.subtree}
    kept = [t for t in token.subtree if t.i not in skipped]
    first = token.i if token.pos_ in ("VERB", "AUX") else kept[0].i
    if token.doc[first].lower_ in ("the", "a", "an") and len(kept) > 1:
        first += 1
    last = max(t.i for t in kept)
    return str(token.doc[first : last + 1].text)


def _to_end(verb: Token) -> str:
    """A verb with all that it and its fellows do: "abolishes the bureau and hands its powers"."""
    last = max(t.i for t in verb.subtree)
    return str(verb.doc[verb.i : last + 1].text).partition(",")[0]


def _asked(verb: Token) -> str:
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp")), None)
    if inner is None:
        return ""
    wanted = clause_of(inner).heads("object")
    return _phrase(wanted[0]) if wanted else _phrase(inner)
