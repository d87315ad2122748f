"""The normalised clause of a trigger: who does what to whom, whatever the grammar (pure, over tokens).

Edges: "subject" (logical agent, passives swapped), "object" (logical patient), "dative", "prep:<word>", "comp" (a
complement verb), and for nouns "poss", "compound" and "holder" (the subject of the light verb that carries the noun) or
"joiner" (the same where the verb means taking part).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.facts.grammar.lexicon import BECOMING, GATHERINGS, HAPPENING, JOINING, LIGHT, NEGATIONS, UNDONE, WITNESSED
from kg.facts.grammar.subjects import (
    RELATIVES,
    SUBJECTS,
    antecedents,
    conjuncts,
    direct_objects,
    governor,
    is_passive,
    is_verbal,
    subjects,
)

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

__all__ = [
    "Clause",
    "carrier",
    "clause_of",
    "conjuncts",
    "governor",
    "has_negation",
    "is_passive",
    "is_verbal",
    "subjects",
]
PARTICLES = frozenset({"up", "down", "away", "over", "aside", "out", "back", "off"})
LATE = UNDONE | {"voted", "vote", "votes", "decided", "decides", "agreed", "agrees"}
Voice = Literal["active", "passive", "nominal"]


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A trigger with its roles. `verb` carries tense and negation: the trigger, the light verb of a noun, or None.

    `end` is where its words end, if the parser does not tell.
    """

    trigger: Token
    verb: Token | None
    voice: Voice
    roles: Mapping[str, tuple[Token, ...]]
    end: int = 0

    def heads(self, edge: str) -> tuple[Token, ...]:
        """The head tokens at an edge, all conjuncts; "prep:*" stands for any preposition."""
        if edge == "prep:*":
            return tuple(t for name, ts in self.roles.items() if name.startswith("prep:") for t in ts)
        return self.roles.get(edge, ())


def has_negation(token: Token, ties: Collection[str] = ("neg",)) -> bool:
    """ "did not say": whether a word that denies hangs on a token by one of these ties."""
    return any(c.lower_ in NEGATIONS and c.dep_ in ties for c in token.children)


def clause_of(trigger: Token) -> Clause:
    """The clause of a verb, participle or noun; of "sit-in", that of its last part."""
    if trigger.dep_ == "compound" and trigger.nbor(1).text == "-" and trigger.head.i == trigger.i + 2:
        trigger = trigger.head
    if is_verbal(trigger):
        return _verb_clause(trigger)
    return _noun_clause(trigger)


def _verb_clause(verb: Token) -> Clause:
    roles: dict[str, list[Token]] = {}
    passive = is_passive(verb)
    agents = [t for c in verb.children if c.dep_ == "agent" for t in _objects_of(c)]
    subject = subjects(verb)
    roles["object"] = _patients(verb, subject if passive else [])
    roles["subject"] = agents if passive else [t for t in subject if t not in roles["object"]]
    if passive and direct_objects(verb):  # "Ann was granted bail", "was handed a term"
        roles["dative"] = list(subject)
    for child in verb.children:
        _add(roles, child)
    for particle in (c for c in verb.children if c.dep_ == "prt" or c.lower_ in PARTICLES):
        roles.setdefault(f"prt:{particle.lower_}", []).append(particle)
    _shared_object(verb, roles)
    return Clause(verb, verb, "passive" if passive else "active", _frozen(roles))


def _patients(verb: Token, subject: list[Token]) -> list[Token]:
    found = [*subject, *(t for d in direct_objects(verb) for a in antecedents(d) for t in conjuncts(a))]
    if verb.dep_ == "relcl" and not found and not is_passive(verb) and not _relative_subject(verb):
        found.append(verb.head)
    if verb.dep_ == "amod":
        found.append(verb.head)
    if verb.tag_ == "VBN" and verb.dep_ in ("pobj", "nsubj", "nsubjpass", "dobj") and not found:
        found += [verb for c in verb.children if c.dep_ == "det"]  # "the detained", "two of the convicted"
    return found


def _relative_subject(verb: Token) -> bool:
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    return any(c.lower_ in RELATIVES for c in own) or not own


def _shared_object(verb: Token, roles: dict[str, list[Token]]) -> None:
    """ "arrested and fined X": the object stands at the last verb."""
    if roles["object"] or is_passive(verb):
        return
    last = next((c for c in verb.children if c.dep_ == "conj" and is_verbal(c) and c.i - verb.i <= 3), None)
    if last is not None:
        roles["object"] = [t for d in direct_objects(last) for t in conjuncts(d)]


def _add(roles: dict[str, list[Token]], child: Token) -> None:
    if child.dep_ == "dative":
        roles.setdefault("dative", []).extend(_objects_of(child) or conjuncts(child))
    elif child.dep_ in ("prep", "agent") or child.dep_ == "dative":
        for part in conjuncts(child):
            roles.setdefault(f"prep:{part.lower_}", []).extend(_objects_of(part))
            for inner in part.children:
                if inner.dep_ == "prep":
                    roles.setdefault(f"prep:{inner.lower_}", []).extend(_objects_of(inner))
    elif child.dep_ in ("xcomp", "ccomp") or _late_infinitive(child):
        if not _set_before(child):
            roles.setdefault("comp", []).append(child)
    elif child.dep_ in ("oprd", "attr", "acomp"):
        roles.setdefault("complement", []).append(child)


def _set_before(child: Token) -> bool:
    """ "Six were freed; three were ordered held": a sentence of its own, which the parser takes for a part."""
    return child.dep_ == "ccomp" and any(t.text == ";" for t in child.doc[child.i : child.head.i])


def _late_infinitive(child: Token) -> bool:
    """ "refused in 2018 to extradite him": a complement that the parser takes for a purpose."""
    to = child.dep_ == "advcl" and child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children)
    return to and child.head.lower_ in LATE


def carrier(noun: Token) -> Token | None:
    """The light verb whose object, passive subject or "in" a noun is ("held a rally", "took part in a march")."""
    head = noun.head
    if noun.dep_ == "conj" and not is_verbal(head):
        return carrier(head)
    if noun.dep_ in ("dobj", "nsubjpass", "attr", "nsubj") and is_verbal(head) and head.lower_ in LIGHT:
        return head
    if noun.dep_ == "attr" and noun.lower_ in GATHERINGS and any(c.dep_ == "expl" for c in head.children):
        return head  # "there were riots"
    told = [c for c in noun.children if c.dep_ == "relcl" and c.lower_ in HAPPENING and noun.lower_ in GATHERINGS]
    if is_verbal(head) and _tells_of(noun, head):
        return told[0] if told else head
    if noun.dep_ in ("acl", "relcl"):
        return None
    if noun.dep_ == "pobj" and head.lower_ == "into" and head.head.lower_ in BECOMING and noun.lower_ in GATHERINGS:
        return head.head
    if noun.dep_ == "pobj" and head.lower_ in ("in", "to", "for", "part") and head.dep_ == "prep":
        return _part_taker(head.head)
    below = LIGHT | HAPPENING if noun.dep_ != "pobj" and noun.lower_ in GATHERINGS else LIGHT
    return next((c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lower_ in below), None)


def _tells_of(noun: Token, verb: Token) -> bool:
    """ "riots erupted", "police dispersed the rally", "the sit-in was broken up"."""
    if noun.lower_ not in GATHERINGS:
        return False
    if noun.dep_ == "nsubj":
        return verb.lower_ in HAPPENING
    return noun.dep_ in ("dobj", "nsubjpass") and verb.lower_ in WITNESSED


def _part_taker(above: Token) -> Token | None:
    if above.lower_ in JOINING and any(c.dep_ == "dobj" and c.lower_ == "part" for c in above.children):
        return above
    if above.lower_ in ("part", "participation") and is_verbal(above.head):
        return above.head
    return above if above.lower_.startswith("participat") and is_verbal(above) else None


def _noun_clause(noun: Token) -> Clause:
    roles: dict[str, list[Token]] = {}
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "amod", "nmod", "appos"):
            roles.setdefault(child.dep_, []).extend(conjuncts(child))
        elif child.dep_ in ("prep", "agent"):
            _add(roles, child)
            _past_a_date(child, roles)
    verb = governor(noun) if _is_predicate(noun) else carrier(noun)
    roles["subject"] = [*roles.get("prep:by", ()), *(_passive_agents(noun))]
    if noun.tag_ == "JJ" or noun.dep_ == "ccomp":  # "declared the group (an) undesirable (body)": of a small clause
        roles["subject"] += [t for c in noun.children if c.dep_ in SUBJECTS for t in conjuncts(c)]
    if verb is not None and not _is_predicate(noun):
        _carried(noun, verb, roles)
    return Clause(noun, verb, "nominal", _frozen(roles))


def _is_predicate(word: Token) -> bool:
    """ "found Ann guilty": an adjective has the tense and the negation of the verb over it."""
    return word.tag_ == "JJ" and word.dep_ in ("acomp", "oprd", "ccomp", "xcomp", "advcl", "conj")


def _past_a_date(preposition: Token, roles: dict[str, list[Token]]) -> None:
    """ "the arrest in May 2019 of X": what the parser hangs on the date belongs to the noun."""
    for time in (c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ == "DATE"):
        for part in time.subtree:
            if part.dep_ == "prep" and part.lower_ in ("of", "by", "against"):
                _add(roles, part)


def _carried(noun: Token, verb: Token, roles: dict[str, list[Token]]) -> None:
    clause = _verb_clause(verb)
    holders = [t for t in clause.heads("subject") if t.i != noun.i]
    if verb.lower_ in LIGHT:
        roles["joiner" if verb.lower_ in JOINING else "holder"] = holders
    for edge, tokens in clause.roles.items():
        if edge.startswith("prep:") or edge == "dative":
            roles.setdefault(edge, []).extend(t for t in tokens if t.i != noun.i)


def _objects_of(preposition: Token) -> list[Token]:
    direct = [c for c in preposition.children if c.dep_ in ("pobj", "pcomp", "dobj")]
    return [t for c in direct for a in antecedents(c) for t in conjuncts(a)]


def _passive_agents(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield from (t for c in child.children if c.dep_ == "agent" for t in _objects_of(c))


def _frozen(roles: dict[str, list[Token]]) -> dict[str, tuple[Token, ...]]:
    return {edge: tuple(dict.fromkeys(tokens)) for edge, tokens in roles.items() if tokens}
