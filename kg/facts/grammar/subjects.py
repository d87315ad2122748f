"""Who the subject of a verb is, its own or one that it shares (pure, over tokens)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.astray import behind_a_date, behind_appositions, cleft, excluded, modified, past_brackets, set_off
from kg.facts.grammar.lexicon import ACCUSING, CONTESTED, DOERS, DONE_TO, GIVING, PUNISHING
from kg.facts.grammar.misread import (
    INVERTING,
    UNSUFFERED,
    blamed,
    goes_on,
    has_passive_auxiliary,
    judges,
    like_object,
    names_for_a_post,
    past_a_reading,
    put_between_commas,
    reduced,
    right_before,
)

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# After these a gerund has the object of the verb above as its subject: "fined Ann for blocking a road".
OBJECT_GERUNDS = frozenset({"of", "for", "with", "from", "into", "over", "on"})
KILLED = frozenset({"killed", "murdered", "assassinated", "slain", "executed"})
PLURAL_AUXILIARIES = frozenset({"were", "are", "have"})


def is_verbal(token: Token) -> bool:
    """Whether a token is used as a verb or participle."""
    if token.dep_ == "amod" and token.tag_ == "JJ":
        return token.lower_.endswith("ed")
    return token.pos_ in ("VERB", "AUX") or (token.tag_ in ("VBN", "VBD") and token.dep_ != "compound")


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated to it, in order; clauses are no conjuncts of nouns, "but not X" is none."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and not (is_verbal(child) and not is_verbal(token)) and not excluded(child):
            found += conjuncts(child)
    return found + [t for c in behind_appositions(token) for t in conjuncts(c)]


def is_passive(verb: Token) -> bool:
    """Whether a verb's grammatical subject is its logical object."""
    if has_passive_auxiliary(verb) or blamed(verb) or set_off(verb):
        return True
    if names_for_a_post(verb) or judges(verb):
        return False
    if verb.tag_ in ("VBN", "VBD") and any(c.dep_ == "agent" for c in verb.children):
        return True
    clausal = verb.dep_ in ("acl", "amod", "advcl") and not any(c.dep_ == "nsubj" for c in verb.children)
    if (verb.tag_ in ("VBN", "JJ") and clausal and not has_auxiliary(verb)) or reduced(verb):
        return True
    if verb.lower_ in UNSUFFERED and not has_auxiliary(verb):  # "was passed in May and came into force in June"
        return False
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "conj" and not has_auxiliary(verb) and not own_subjects(verb):
        head = above_gerunds(verb, verb.head)
        return is_verbal(head) and is_passive(head) and (not direct_objects(verb) or _keeps_object(verb))
    if _clipped(verb) or _in_a_series(verb) or _seen(verb):
        return True
    return verb.tag_ == "VBN" and any(c.lower_ in ("got", "gets", "get", "getting") for c in (verb.head, *verb.lefts))


def _keeps_object(verb: Token) -> bool:
    """ "was held and fined 500 pesos", "was tried and given ten years": the object that a passive keeps."""
    objects = direct_objects(verb)
    if any(c.dep_ == "dative" for c in verb.children) or any(o.pos_ == "PRON" for o in objects):
        return False
    if any(o.lower_ in CONTESTED for o in objects):  # "was arrested and denied the charges"
        return False
    summed = all(o.pos_ == "NUM" or any(c.dep_ == "nummod" for c in o.children) for o in objects)
    signed = bool(objects) and objects[-1].pos_ == "NUM"  # "fined Rs. 50,000"
    return verb.lower_ in GIVING or (verb.lower_ == "fined" and (summed or signed))


def _seen(verb: Token) -> bool:
    """ "the march saw Ann Lee arrested and fined": the small clause of what a day or a march saw."""
    if verb.lower_ not in DONE_TO | GIVING or verb.tag_ not in ("VBD", "VBN") or has_auxiliary(verb):
        return False
    under = verb.dep_ in ("ccomp", "oprd", "xcomp") and verb.head.lower_ in ("saw", "see", "sees", "seen")
    return under and bool(own_subjects(verb)) and not direct_objects(verb)


def _clipped(verb: Token) -> bool:
    """ "Two teachers jailed for a poem", "ordered Ann released": what is done to somebody, without its auxiliary."""
    gapped = verb.lower_ in PUNISHING and verb.dep_ in ("conj", "parataxis") and has_passive_auxiliary(verb.head)
    if not (verb.lower_ in DONE_TO or gapped) or verb.tag_ not in ("VBD", "VBN") or has_auxiliary(verb):
        return False
    own = [t for t in own_subjects(verb) if t.lower_ not in RELATIVES]
    acting = any(t.lower_ in DOERS or any(c.lower_ in DOERS for c in t.children) for t in own)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "obj", "ccomp", "xcomp", "dative")]
    lent = any(direct_objects(c) for c in verb.children if c.dep_ == "conj" and is_verbal(c))
    return bool(own) and not acting and not objects and not lent


def _in_a_series(verb: Token) -> bool:
    """ "was charged, tried in her absence and acquitted": later members of a series of passives, however parsed."""
    if verb.lower_ not in DONE_TO | GIVING | {"tried"} or verb.tag_ not in ("VBD", "VBN") or has_auxiliary(verb):
        return False
    if (direct_objects(verb) and not _keeps_object(verb)) or verb.dep_ not in ("conj", "advcl"):
        return False
    head, steps = verb.head, 0
    while steps < 3 and is_verbal(head) and head.dep_ in ("conj", "advcl") and not has_auxiliary(head):
        head, steps = head.head, steps + 1
    return is_verbal(head) and any(c.dep_ in ("nsubjpass", "auxpass") for c in head.children)


def subjects(verb: Token) -> list[Token]:
    """The grammatical subjects of a verb, its own or those it shares, antecedents put for relative pronouns."""
    own = own_subjects(verb)
    if own:
        return [found for token in own for found in antecedents(token)]
    return [verb.head] if judges(verb) else _named_anew(verb) or _inherited(verb)


def _named_anew(verb: Token) -> list[Token]:
    """ "held a picket on a street and Bo Wu, a nurse, held one in a park": a name hung on the street begins anew."""
    if verb.dep_ != "conj" or verb.i == 0 or not is_verbal(verb.head):
        return []
    if apart := put_between_commas(verb):
        return apart
    if verb.nbor(-1).text != ",":
        return []
    between = verb.doc[verb.head.i + 1 : verb.i]
    joined = [t for t in between if t.dep_ == "conj" and t.pos_ == "PROPN" and t.head.i > verb.head.i]
    described = [t for t in joined if any(c.dep_ in ("appos", "relcl") for c in t.children)]
    return [t for t in described if t.left_edge.nbor(-1).lower_ == "and" and t.right_edge.i >= verb.i - 2]


def governor(token: Token) -> Token | None:
    """The nearest verb above a token."""
    while token.head != token:
        token = token.head
        if is_verbal(token):
            return token
    return None


def direct_objects(verb: Token) -> list[Token]:
    """The heads of a verb's direct objects; the parser takes some for adverbs ("struck down Section 9")."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "obj")]
    if len(found) > 1 and verb.dep_ == "ccomp" and verb.head.lower_ in INVERTING and not own_subjects(verb.head):
        found = [c for c in found if c == found[0] or c.left_edge.nbor(-1).text != ","]  # "…, the Watch, a group, said"
    if found and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        found = [c for c in found if c not in _inverted(verb)]  # "It will fail, warned Lee, who …": Lee warns
    found = found or names_for_a_post(verb) or [c for c in verb.rights if like_object(c)]
    return found or past_brackets(verb) or past_a_reading(verb) or _parted(verb)


def _parted(verb: Token) -> list[Token]:
    """ "The act, which A passed in June and B signed": the act, which the parser takes for the subject of "signed"."""
    told = [c for c in verb.children if c.dep_ == "nsubj" and any(g.dep_ == "relcl" for g in c.children)]
    return told if told and behind_a_date(verb) else []


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on the verb itself, with their conjuncts."""
    found = _inverted(verb) or [t for c in verb.children if c.dep_ in SUBJECTS for t in conjuncts(c)]
    found = [t for t in found if not (t.pos_ == "PROPN" and excluded(t))] if len(found) > 1 else found
    if not any(t.head == verb and t.dep_ == "nsubj" for t in found) and (near := right_before(verb)):
        return near
    if not found or _parted(verb):
        found = behind_a_date(verb) or found
    if found:
        return found
    # A title in quotation marks may leave the subject hanging on the auxiliary.
    below = [c for a in verb.children if a.dep_ in ("aux", "auxpass") for c in a.children if c.dep_ in SUBJECTS]
    return [t for c in below for t in conjuncts(c)]


def _inverted(verb: Token) -> list[Token]:
    """ "They will not, said Lee": the name right after a verb of speech speaks, whatever the parser calls it."""
    if verb.lower_ not in INVERTING or verb.i == 0 or not verb.nbor(-1).is_punct or _follows_subject(verb):
        return []
    beside = (c for c in verb.rights if c.left_edge.i == verb.i + 1 and c.pos_ == "PROPN")
    return [t for c in beside if c.dep_ in ("npadvmod", "attr", "dobj", "oprd", "appos") for t in conjuncts(c)]


def _follows_subject(verb: Token) -> bool:
    """ "…, Lee, the head of the mission, warned Chad": what ends right before the verb, at a comma, speaks already."""
    before = [c for c in verb.lefts if c.dep_ == "nsubj" and c.right_edge.i >= verb.i - 2]
    described = any(t.dep_ in ("appos", "relcl", "acl") for c in before for t in c.children)
    return verb.nbor(-1).text == "," and described


def has_auxiliary(verb: Token) -> bool:
    """Whether an auxiliary hangs on the verb itself."""
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def antecedents(token: Token) -> list[Token]:
    """The noun a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVES or token.tag_ not in ("WP", "WDT", "IN", "DT", "WP$"):
        return [token]
    above = token
    while above.dep_ != "relcl" and above.head != above:
        above = above.head
    if above.dep_ != "relcl" or above.head == above:
        return [meant] if (meant := cleft(token)) is not None else [token]
    if any(c.dep_ in ("aux", "auxpass") and c.lower_ in PLURAL_AUXILIARIES for c in above.children):
        return conjuncts(_first_conjunct(above.head))
    return [_apposed_to(above.head) if _set_off(token) else above.head]


def _set_off(pronoun: Token) -> bool:
    return pronoun.lower_ == "who" and pronoun.i > 0 and pronoun.nbor(-1).text == ","


def _apposed_to(noun: Token) -> Token:
    """ "X, a sister of Y, who …" and "X, the head of Y, who …" speak of X."""
    role = noun
    while role.dep_ in ("pobj", "prep", "conj") and role.head != role:
        role = role.head
    if noun.dep_ == "pobj" and role.dep_ == "appos" and role.pos_ == "NOUN":
        return role.head
    return noun


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and not is_verbal(token.head):
        token = token.head
    return token


def _inherited(verb: Token) -> list[Token]:
    """The subject that a verb without one of its own shares with another word of the sentence."""
    head = verb.head
    if (text := modified(verb)) is not None:
        return [text]
    if verb.dep_ == "conj" and is_verbal(head):
        return _shared(verb, above_gerunds(verb, head))
    if verb.dep_ in ("relcl", "acl"):
        if verb.tag_ == "VB" and verb.dep_ == "acl":  # "the bank's decision to fund"
            return [t for c in head.children if c.dep_ == "poss" for t in conjuncts(c)]
        return [head] if verb.tag_ in ("VBN", "VBG") or verb.dep_ == "relcl" or goes_on(verb) else []
    if verb.dep_ == "amod" and verb.tag_ == "VBG":
        return [head]
    if verb.dep_ in ("xcomp", "ccomp") and is_verbal(head):
        # "told her lawyer that at night officers beat him": who is told does nothing; the parser lost the subject.
        return [] if any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children) else _controller(head)
    if verb.dep_ == "xcomp" and head.dep_ == "acomp":  # "is due to appear"
        return subjects(head.head)
    if verb.dep_ == "advcl" and is_verbal(head):
        dead = verb.tag_ == "VBG" and head.lower_ in KILLED and is_passive(head)
        return [] if dead else subjects(head)  # "a petition begun after Ann was killed, asking for a law"
    if verb.dep_ == "pcomp":
        return _of_gerund(verb)
    return []


def _shared(verb: Token, head: Token) -> list[Token]:
    """The subject of a coordinated verb; where "were" does not fit a single subject, those it acted upon."""
    shared = subjects(head)
    plural = any(c.dep_ == "auxpass" and c.lower_ == "were" for c in verb.children)
    if plural and not is_passive(head) and len(shared) == 1 and shared[0].tag_ in ("NN", "NNP"):
        return acted_upon(head) or shared
    return shared


def acted_upon(verb: Token) -> list[Token]:
    """Whom a verb is done to: its subject in the passive, its object, or the subject of its small clause."""
    if is_passive(verb):
        return subjects(verb)
    small = [g for c in verb.children if c.dep_ in ("ccomp", "oprd") for g in c.children if g.dep_ == "nsubj"]
    return [t for d in direct_objects(verb) or small for t in conjuncts(d)]


def _of_gerund(gerund: Token) -> list[Token]:
    """Who does what a preposition leads to: who is punished for it, else who does the verb above."""
    above = governor(gerund)
    if above is None or above.i == gerund.i:
        return []
    if gerund.head.lower_ in OBJECT_GERUNDS and above.lower_ in PUNISHING | ACCUSING:
        return acted_upon(above)
    return subjects(above)


def above_gerunds(verb: Token, head: Token) -> Token:
    """A finite verb never shares with a gerund or an infinitive: the parser hung it too low."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    while finite and head.tag_ in ("VBG", "VB") and (above := governor(head)) is not None:
        head = above
    return head


def _controller(head: Token) -> list[Token]:
    told = [c for c in head.children if c.dep_ in ("dobj", "dative")]
    if told and head.lower_ not in ("promised", "promise", "promises"):
        return [t for c in told for t in conjuncts(c)]
    return subjects(head)
