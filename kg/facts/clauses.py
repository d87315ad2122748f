"""The normalised clause of a trigger: who does what to whom, whatever the grammar (pure, over spaCy's tokens).

Edges: "subject" (logical agent, passives swapped), "object" (logical patient), "dative", "prep:<word>", "comp" (a
complement verb), and for nouns "poss", "compound" and "holder" (the subject of the light verb that carries the noun) or
"joiner" (the same where the verb means taking part).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.facts.lexicon import JOINING, LIGHT

if TYPE_CHECKING:
    from spacy.tokens import Token

Voice = Literal["active", "passive", "nominal"]
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A trigger with its roles. `verb` carries tense and negation: the trigger, the light verb of a noun, or None."""

    trigger: Token
    verb: Token | None
    voice: Voice
    roles: Mapping[str, tuple[Token, ...]]

    def heads(self, edge: str) -> tuple[Token, ...]:
        """The head tokens at an edge, all conjuncts; "prep:*" stands for any preposition."""
        if edge == "prep:*":
            return tuple(t for name, ts in self.roles.items() if name.startswith("prep:") for t in ts)
        return self.roles.get(edge, ())


def clause_of(trigger: Token) -> Clause:
    """The clause of a verb, participle or noun."""
    if is_verbal(trigger):
        return _verb_clause(trigger)
    return _noun_clause(trigger)


def is_verbal(token: Token) -> bool:
    """Whether a token is used as a verb or participle."""
    if token.dep_ == "amod" and token.tag_ == "JJ":
        return token.lower_.endswith("ed")
    return token.pos_ in ("VERB", "AUX") or (token.tag_ in ("VBN", "VBD") and token.dep_ != "compound")


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated to it, in order; clauses are no conjuncts of nouns."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and not (is_verbal(child) and not is_verbal(token)):
            found += conjuncts(child)
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb's grammatical subject is its logical object."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.tag_ in ("VBN", "JJ") and verb.dep_ in ("acl", "amod", "advcl") and not _has_aux(verb):
        return True
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "conj" and not _has_aux(verb) and not _own_subjects(verb):
        head = _above_gerunds(verb, verb.head)
        return is_verbal(head) and is_passive(head) and not _direct_objects(verb)
    return verb.tag_ == "VBN" and any(c.lower_ in ("got", "gets", "get", "getting") for c in (verb.head, *verb.lefts))


def subjects(verb: Token) -> list[Token]:
    """The grammatical subjects of a verb, its own or those it shares, antecedents put for relative pronouns."""
    own = _own_subjects(verb)
    if own:
        return [found for token in own for found in _antecedents(token)]
    return _inherited(verb)


def governor(token: Token) -> Token | None:
    """The nearest verb above a token."""
    while token.head != token:
        token = token.head
        if is_verbal(token):
            return token
    return None


def _verb_clause(verb: Token) -> Clause:
    roles: dict[str, list[Token]] = {}
    passive = is_passive(verb)
    agents = [t for c in verb.children if c.dep_ == "agent" for t in _objects_of(c)]
    subject = subjects(verb)
    roles["object"] = _patients(verb, subject if passive else [])
    roles["subject"] = agents if passive else [t for t in subject if t not in roles["object"]]
    for child in verb.children:
        _add(roles, child)
    for particle in (c for c in verb.children if c.dep_ == "prt"):
        roles.setdefault(f"prt:{particle.lower_}", []).append(particle)
    _shared_object(verb, roles)
    return Clause(verb, verb, "passive" if passive else "active", _frozen(roles))


def _patients(verb: Token, subject: list[Token]) -> list[Token]:
    found = [*subject, *(t for d in _direct_objects(verb) for a in _antecedents(d) for t in conjuncts(a))]
    if verb.dep_ == "relcl" and not found and not is_passive(verb) and not _relative_subject(verb):
        found.append(verb.head)
    if verb.dep_ == "amod":
        found.append(verb.head)
    return found


def _relative_subject(verb: Token) -> bool:
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    return any(c.lower_ in RELATIVES for c in own) or not own


def _shared_object(verb: Token, roles: dict[str, list[Token]]) -> None:
    """"arrested and fined X": the object stands at the last verb."""
    if roles["object"] or is_passive(verb):
        return
    last = next((c for c in verb.children if c.dep_ == "conj" and is_verbal(c) and c.i - verb.i <= 3), None)
    if last is not None:
        roles["object"] = [t for d in _direct_objects(last) for t in conjuncts(d)]


def _add(roles: dict[str, list[Token]], child: Token) -> None:
    if child.dep_ == "dative":
        roles.setdefault("dative", []).extend(_objects_of(child) or conjuncts(child))
    elif child.dep_ in ("prep", "agent") or child.dep_ == "dative":
        for part in conjuncts(child):
            roles.setdefault(f"prep:{_preposition(part)}", []).extend(_objects_of(part))
            for inner in part.children:
                if inner.dep_ == "prep":
                    roles.setdefault(f"prep:{inner.lower_}", []).extend(_objects_of(inner))
    elif child.dep_ in ("xcomp", "ccomp"):
        roles.setdefault("comp", []).append(child)
    elif child.dep_ in ("oprd", "attr", "acomp"):
        roles.setdefault("complement", []).append(child)


def _preposition(token: Token) -> str:
    return token.lower_


def _objects_of(preposition: Token) -> list[Token]:
    direct = [c for c in preposition.children if c.dep_ in ("pobj", "pcomp", "dobj")]
    return [t for c in direct for a in _antecedents(c) for t in conjuncts(a)]


def _direct_objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "obj")]


def _own_subjects(verb: Token) -> list[Token]:
    return [t for c in verb.children if c.dep_ in SUBJECTS for t in conjuncts(c)]


def _has_aux(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _antecedents(token: Token) -> list[Token]:
    """The noun a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVES or token.tag_ not in ("WP", "WDT", "IN", "DT", "WP$"):
        return [token]
    above = token
    while above.dep_ != "relcl" and above.head != above:
        above = above.head
    if above.dep_ != "relcl" or above.head == above:
        return [token]
    plural = any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("were", "are", "have") for c in above.children)
    return conjuncts(_first_conjunct(above.head)) if plural else [above.head]


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and not is_verbal(token.head):
        token = token.head
    return token


def _inherited(verb: Token) -> list[Token]:
    """The subject that a verb without one of its own shares with another word of the sentence."""
    head = verb.head
    if verb.dep_ == "conj" and is_verbal(head):
        return _finite_subjects(verb, head)
    if verb.dep_ in ("relcl", "acl"):
        return [head] if verb.tag_ in ("VBN", "VBG") or verb.dep_ == "relcl" else []
    if verb.dep_ == "amod" and verb.tag_ == "VBG":
        return [head]
    if verb.dep_ in ("xcomp", "ccomp") and is_verbal(head):
        return _controller(head)
    if verb.dep_ == "advcl" and is_verbal(head):
        return subjects(head)
    if verb.dep_ == "pcomp":
        above = governor(verb)
        return subjects(above) if above is not None and above.i != verb.i else []
    return []


def _finite_subjects(verb: Token, head: Token) -> list[Token]:
    """A finite verb never shares with a gerund or an infinitive: the parser hung it too low."""
    return subjects(_above_gerunds(verb, head))


def _above_gerunds(verb: Token, head: Token) -> Token:
    finite = verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    while finite and head.tag_ in ("VBG", "VB") and (above := governor(head)) is not None:
        head = above
    return head


def _controller(head: Token) -> list[Token]:
    told = [c for c in head.children if c.dep_ in ("dobj", "dative")]
    if told and head.lower_ not in ("promised", "promise", "promises"):
        return [t for c in told for t in conjuncts(c)]
    return subjects(head)


def carrier(noun: Token) -> Token | None:
    """The light verb whose object, passive subject or "in" a noun is ("held a rally", "took part in a march")."""
    head = noun.head
    if noun.dep_ == "conj" and not is_verbal(head):
        return carrier(head)
    if noun.dep_ in ("dobj", "nsubjpass", "attr", "nsubj") and is_verbal(head) and head.lower_ in LIGHT:
        return head
    if noun.dep_ in ("acl", "relcl"):
        return None
    if noun.dep_ == "pobj" and head.lower_ in ("in", "to", "for", "part") and head.dep_ == "prep":
        return _part_taker(head.head)
    return next((c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lower_ in LIGHT), None)


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
    verb = carrier(noun)
    roles["subject"] = [*roles.get("prep:by", ()), *(_passive_agents(noun))]
    if verb is not None:
        _carried(noun, verb, roles)
    return Clause(noun, verb, "nominal", _frozen(roles))


def _past_a_date(preposition: Token, roles: dict[str, list[Token]]) -> None:
    """"the arrest in May 2019 of X": what the parser hangs on the date belongs to the noun."""
    for time in (c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ == "DATE"):
        for part in time.subtree:
            if part.dep_ == "prep" and part.lower_ in ("of", "by", "against"):
                _add(roles, part)


def _carried(noun: Token, verb: Token, roles: dict[str, list[Token]]) -> None:
    clause = _verb_clause(verb)
    holders = [t for t in clause.heads("subject") if t.i != noun.i]
    roles["joiner" if verb.lower_ in JOINING else "holder"] = holders
    for edge, tokens in clause.roles.items():
        if edge.startswith("prep:") or edge == "dative":
            roles.setdefault(edge, []).extend(t for t in tokens if t.i != noun.i)


def _passive_agents(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield from (t for c in child.children if c.dep_ == "agent" for t in _objects_of(c))


def _frozen(roles: dict[str, list[Token]]) -> dict[str, tuple[Token, ...]]:
    return {edge: tuple(dict.fromkeys(tokens)) for edge, tokens in roles.items() if tokens}
