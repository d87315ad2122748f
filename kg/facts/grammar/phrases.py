"""From the head word of a phrase to the entities that the phrase stands for: names, appositions, stand-ins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.fields import WORDS
from kg.facts.grammar.clauses import conjuncts, is_verbal, subjects
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import ANYBODY
from kg.facts.grammar.misread import speaks_for
from kg.facts.grammar.subjects import SUBJECTS
from kg.facts.groups import OFFICERS, is_plural_pronoun, size
from kg.facts.scene import TEXTS, Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

# People without a name who stand for the organisation that they belong to ("members of X", "X's delegate").
STAND_INS = words(
    "member members activist activists supporter supporters delegate delegates delegation expert experts "
    "official officials officer officers spokesman spokeswoman spokesperson spokespeople representative "
    "representatives group group_of follower followers employee employees staff leadership leaders "
    "participants volunteers volunteer administration lawyers branch office offices headquarters board "
    "management committee reporters journalists journalist reporter rapporteur rapporteurs observer observers monitor "
    "monitors ministers lawmakers deputies envoy envoys judges judge inspectors prosecutors prosecutor ambassador "
    "ambassadors researchers investigators agents troops soldiers detectives spokespersons councillors justices "
    "website websites newsroom newsrooms site bureau bureaus bureaux studio studios premises branches "
    "bloc coalition faction caucus watchdog secretariat embassy consulate leadership negotiators diplomats party "
    "company fund charity agency newspaper daily weekly broadcaster station channel portal organisation "
    "organization movement union association alliance federation network foundation leaders presidents heads "
    "chiefs parliamentarians legislators senators campaigners organisers organizers chapter wing team mission "
    "unit countries states nations founders directors spokeswomen rebels fighters militants guerrillas "
    "delegations"
)
# Words for offices: the name that such a phrase ends with is the officer's.
OFFICERS_OF = words(
    "minister commissioner rapporteur representative ambassador envoy president governor mayor secretary prosecutor "
    "ombudsman ombudswoman chair chairman chairwoman chairperson director head chief commander leader speaker premier "
    "chancellor coordinator rector dean senator deputy lawmaker expert founder author coordinator president "
    "spokesperson spokesman spokeswoman lawyer archbishop bishop cardinal imam activist candidate economist analyst "
    "researcher professor historian editor columnist blogger journalist reporter member co-founder adviser advisor"
)
# "the publisher of the Herald, Reef Press": a firm or a person.
OWNERS = words("publisher owner proprietor operator printer")
OWNING = frozenset({"Person", "Company", "CivilSocietyOrganization"})
PEOPLE_ONLY = frozenset({"Person"})
# Who works for a firm does not act for it: "employees of X launched a petition".
EMPLOYED = frozenset({"employee", "employees", "staff"})
INCLUDING = frozenset({"including", "like"})
BODIES = frozenset({"CivilSocietyOrganization", "PoliticalParty", "MediaOutlet", "Company"})
NORM_NOUNS = words("petition petitions bill law draft act decree plan strategy convention covenant declaration")
LINKS = frozenset({"of", "from", "with", "for"})
DEEPEST = 3


def named(token: Token, scene: Scene) -> list[Reference]:
    """The references that a phrase's head stands for: its own, its appositions', else the organisation's."""
    own = [*scene.at(token)]
    if own and own[0].how == "name":
        return own
    if speaks_for(token):
        return []
    if not own and token.dep_ == "appos" and (above := scene.at(token.head)):
        return [*above]
    beside = [c for c in token.children if c.dep_ == "appos" and not _of_another(c, token) and not _past_verb(c, token)]
    apposed = [r for c in beside for t in conjuncts(c) for r in named(t, scene)]
    if apposed or own:
        return apposed or own
    alone = (
        _set_beside(token, scene)
        or _pointed_at(token, scene)
        or _members(token, scene)
        or _titled(token, scene)
        or _cited(token, scene)
        or _speaker(token, scene)
        or _by_name(token, scene)
        or _for_example(token, scene)
    )
    return alone or list(_stood_for(token, scene, 0))


def _past_verb(name: Token, doer: Token) -> bool:
    """ "Gunmen opened fire, killing two priests, Ann Lee and Bo Wu": the parser may take the victims for the gunmen."""
    verb = doer.head
    return doer.dep_ == "nsubj" and is_verbal(verb) and verb.pos_ == "VERB" and name.left_edge.i > verb.i > doer.i


def _of_another(name: Token, head: Token) -> bool:
    """ "the son of President Ann Lee": the name is the president's, though the parser hangs it on the son."""
    before = name.left_edge.nbor(-1) if name.left_edge.i > 0 else name
    return name.pos_ == "PROPN" and before.pos_ == "PROPN" and before.dep_ == "pobj" and before.head.head == head


def _pointed_at(token: Token, scene: Scene) -> list[Reference]:
    """ "all three", "both", "the two editors": those last named together; "officers": the last police; "it"."""
    if token.lower_ in OFFICERS and not any(c.lower_ in LINKS or c.dep_ == "poss" for c in token.children):
        return [scene.police] if scene.police is not None else []
    if is_plural_pronoun(token):
        here = {r.entity for t in subjects(token.head) if t != token for r in scene.at(t)}
        return [r for r in scene.meant if r.entity not in here]
    if token.lower_ == "it":
        return _nearest_body(token, scene)
    return list(scene.groups.get(size(token), ()))


def _set_beside(token: Token, scene: Scene) -> list[Reference]:
    """ "detained the imam, Ann Lee, on Monday": a name set off right after a person's trade, wherever it was hung."""
    end = token.i + 2
    if (
        token.lower_ not in ANYBODY
        or token.tag_ in ("NNS", "NNPS")
        or end >= scene.span.end
        or token.nbor(1).text != ","
    ):
        return []
    name = next((r for r in scene.within(end, scene.span.end) if r.cls == "Person"), None)
    words = scene.tokens_of(name) if name is not None else []
    if not words or words[0].i != end:
        return []
    after = words[-1].nbor(1) if words[-1].i + 1 < scene.span.end else None
    return [name] if name is not None and (after is None or after.text in (",", ".", ";", ")")) else []


def _nearest_body(pronoun: Token, scene: Scene) -> list[Reference]:
    """The one organisation that the sentence names before an "it" that nobody resolved, if no norm may be meant."""
    place = pronoun.idx + scene.linked.sentence.offset
    own = {r.entity for t in subjects(pronoun.head) for r in scene.at(t)}
    before = [r for r in scene.linked.references if r.start < place and r.how != "adjective" and r.entity not in own]
    bodies = {r.entity: r for r in before if r.cls in BODIES}
    others = [r for r in before if r.cls in TEXTS or r.cls in ("GovernmentBody", "Court", "Legislature")]
    return list(bodies.values()) if len(bodies) == 1 and not others else []


def _members(token: Token, scene: Scene) -> list[Reference]:
    """ "X was among those arrested", "those arrested include X", "eight people, including X and Y": X and Y."""
    head = token.head
    if head.lower_ in ("among", "including") and token.dep_ == "pobj" and is_verbal(head.head):
        people = subjects(head.head)
        return [r for t in people if t != token for r in _person(t, scene)]
    if person := [t for t in _said_to_be(token) if t != token]:
        return [r for t in person for r in _person(t, scene)]
    if token.dep_ in SUBJECTS and head.lower_ in ("include", "included", "includes", "were", "are"):
        people = [t for c in head.children if c.dep_ in ("dobj", "attr") for t in conjuncts(c)]
    else:
        return [r for t in _picked_out(token) for r in _person(t, scene)] or _as_many(token, scene)
    return [r for t in people if t != token for r in scene.at(t) if r.cls == "Person"]


def _as_many(token: Token, scene: Scene) -> list[Reference]:
    """ "two reporters with the Herald, X and Y": as many people, named in the same phrase."""
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    wanted = WORDS.get(number.lower_, 0) if number is not None and token.lower_ in ANYBODY else 0
    people = {r.entity: r for r in under(token, scene) if r.cls == "Person"} if wanted > 1 else {}
    if wanted > 1 and len(people) != wanted:
        people = {r.entity: r for r in _right_after(token, wanted, scene)}
    return list(people.values()) if len(people) == wanted else []


def _right_after(token: Token, wanted: int, scene: Scene) -> list[Reference]:
    """As many people as a text counts, named from the comma on right after those words."""
    start = token.i + 2
    if start >= scene.span.end or token.nbor(1).text not in (",", ":", "–", "—"):
        return []
    people = [r for r in scene.within(start, scene.span.end) if r.cls == "Person"][:wanted]
    first = scene.tokens_of(people[0]) if people else []
    return people if first and first[0].i - start < 3 else []


def _said_to_be(token: Token) -> list[Token]:
    """ "X became the fifth lawyer to be jailed", "X is one of 20 people held": who X is said to be."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "one":
        token = token.head.head
    copula = token.head.lower_ in ("is", "was", "became", "becomes", "become", "are", "were", "been")
    people = token.lower_ in ANYBODY or token.lower_ == "one"
    return subjects(token.head) if token.dep_ == "attr" and copula and people else []


def _person(token: Token, scene: Scene) -> list[Reference]:
    """The person that a word names, or that stands beside it in apposition."""
    apposed = [t for c in token.children if c.dep_ == "appos" for t in conjuncts(c)]
    return [r for t in (token, *apposed) for r in scene.at(t) if r.cls == "Person"]


def _picked_out(token: Token) -> list[Token]:
    """ "eight people, including X and Y", "20 students, among them X": X and Y."""
    if token.tag_ not in ("NNS", "NNPS", "CD"):
        return []
    led = [o for c in token.children if c.lower_ == "including" for o in c.children if o.dep_ in ("pobj", "dobj")]
    beside = [c for t in (token, token.head) for c in t.children if c.i > token.i and c.pos_ == "PROPN"]
    them = [c for c in beside if any(g.lower_ == "among" and g.i == c.left_edge.i for g in c.children)]
    return [t for o in (*led, *them) for t in conjuncts(o)]


def _by_name(token: Token, scene: Scene) -> list[Reference]:
    """ "a reporter of the Herald, Ann Lee, was hit": Ann, wherever the parser hung her, not the Herald."""
    if token.tag_ not in ("NN", "NNP") or token.lower_ not in STAND_INS | OFFICERS_OF | OWNERS:
        return []
    inside = [t for t in token.subtree if t.i > token.i and (t.dep_ == "appos" or _ends(t, token))]
    wanted = OWNING if token.lower_ in OWNERS else PEOPLE_ONLY
    return [r for t in inside for r in scene.at(t) if r.cls in wanted and _after_title(r, t, scene)][:1]


def _ends(name: Token, office: Token) -> bool:
    """ "the Minister of Labour Ann Lee": the last word of the office's phrase, and no other office between."""
    if name.i != office.right_edge.i or name.dep_ != "pobj" or name.pos_ != "PROPN":
        return False
    return not any(t.lower_ in OFFICERS_OF for t in name.doc[office.i + 1 : name.i])


def _after_title(reference: Reference, token: Token, scene: Scene) -> bool:
    """Whether a comma or another name, no preposition, stands before a name: "the son of Ann Lee" is not she."""
    start = reference.start - scene.linked.sentence.offset
    before = next((t for t in reversed(token.doc[: token.i + 1]) if t.idx < start), None)
    return before is not None and (before.text in (",", "–", "—") or before.pos_ == "PROPN")


def _for_example(token: Token, scene: Scene) -> list[Reference]:
    """ "groups including the River Union and Ann Lee": those who are named for all."""
    if token.tag_ != "NNS":
        return []
    links = [c for c in token.children if c.dep_ == "prep" and c.lower_ in INCLUDING]
    such = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "as"]
    named_for = [o for c in (*links, *such) for o in c.children if o.dep_ == "pobj"]
    return [r for o in named_for for t in conjuncts(o) for r in scene.at(t)]


def _cited(token: Token, scene: Scene) -> list[Reference]:
    """ "the petition against the dam “Stop Now”": a norm named further inside its own phrase."""
    if token.lower_ not in NORM_NOUNS:
        return []
    return [r for r in under(token, scene) if r.cls in ("Petition", "Bill", "Law", "Policy", "Treaty")][:1]


def _speaker(token: Token, scene: Scene) -> list[Reference]:
    """A pronoun nobody resolved, as the subject of what somebody says, is the speaker ("X said it was …")."""
    clause = token.head
    if token.lower_ not in ("it", "they", "he", "she") or clause.dep_ != "ccomp" or token.dep_ not in SUBJECTS:
        return []
    if token.lower_ in ("he", "she") and token.i < clause.head.i:  # "She was held, her colleague said."
        return []
    return [r for t in subjects(clause.head) if t != token for r in named(t, scene)]


def _titled(token: Token, scene: Scene) -> list[Reference]:
    """A name that the parser hung under its title or on the wrong side of it ("activist Ann Lee")."""
    near = [c for c in token.children if c.dep_ in ("compound", "nmod") and abs(c.i - token.i) <= 4]
    return [r for c in near for r in scene.at(c) if r.cls == "Person"]


def _stood_for(token: Token, scene: Scene, depth: int) -> Iterator[Reference]:
    stands_in = token.lower_ in STAND_INS or (depth > 0 and _people(token))
    if not _quantified(token) and (depth == DEEPEST or not stands_in):
        return
    seen: set[int] = set()
    for child in _modifiers(token):
        apposed = [r for c in child.children if c.dep_ == "appos" for r in scene.at(c)]
        for reference in scene.at(child) or apposed or _stood_for(child, scene, depth + 1):
            hired = reference.cls == "Company" and token.lower_ in EMPLOYED
            if reference.cls not in ("Person", "Place") and reference.start not in seen and not hired:
                seen.add(reference.start)
                yield reference


def _people(token: Token) -> bool:
    return token.tag_ == "NNS" or token.lower_ in ("people", "women", "men")


def _quantified(token: Token) -> bool:
    """ "All 25 of the X members", "several of its activists"."""
    return token.pos_ in ("NUM", "DET", "PRON") and any(c.lower_ == "of" for c in token.children)


def _modifiers(token: Token) -> Iterable[Token]:
    for child in token.children:
        if child.dep_ in ("compound", "poss", "nmod", "amod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in LINKS:
            yield from (t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c))


def under(token: Token, scene: Scene) -> list[Reference]:
    """The references anywhere under a token."""
    tokens = list(token.subtree)
    return scene.within(tokens[0].i, tokens[-1].i + 1)
