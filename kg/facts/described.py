"""Fillers of a role that a text describes and does not name: "the ministry", "a newspaper", "the draft law" (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import PEOPLE
from kg.facts.roles import tokens_at
from kg.facts.scene import classes

if TYPE_CHECKING:
    from kg.facts.grammar.clauses import Clause
    from kg.facts.patterns import Role
    from kg.facts.scene import Scene
    from kg.mentions.tokens import Token

NORMS = words(
    "law laws bill bills act acts draft drafts amendment amendments legislation decree decrees ordinance ordinances "
    "provision provisions clause clauses article articles statute statutes regulation regulations constitution rules "
    "code order moratorium package reform reforms treaty convention protocol covenant pact strategy policy measure"
)
OUTLETS = words(
    "newspaper newspapers website websites site sites broadcaster broadcasters station stations channel channels "
    "magazine magazines outlet outlets portal portals daily weekly radio newsroom newsrooms blog podcast network"
)
GROUPS = words(
    "group groups organisation organisations organization organizations ngo ngos association associations charity "
    "charities foundation foundations union unions movement movements coalition network alliance federation "
    "opposition campaigners campaigner activists critics teachers doctors nurses miners students workers strikers "
    "dockers protesters residents families survivors"
)
BODIES = words(
    "ministry ministries government governments authorities authority cabinet commission council regulator agency "
    "police army military troops soldiers forces junta officers officials prosecutors prosecutor president king "
    "governor mayor minister ministers premier officials registrar watchdog court courts judge judges tribunal bureau "
    "parliament lawmakers legislators deputies mps senators congress senate legislature assembly committee speaker "
    "chamber mediators administration inspectors investigators"
)
OTHERS = words("party parties company companies bank rebels militants gunmen insurgents separatists")
DESCRIPTIONS: Mapping[str, frozenset[str]] = {
    "Norm": NORMS,
    "MediaOutlet": OUTLETS,
    "CivilSocietyOrganization": GROUPS,
    "GovernmentBody": BODIES,
    "Legislature": BODIES,
    "Court": BODIES,
    "Person": PEOPLE | BODIES,
    "PoliticalParty": OTHERS,
    "Company": OTHERS,
    "ArmedGroup": OTHERS,
    "Petition": words("petition petitions"),
    "Country": words("country countries states sides neighbours neighbors"),
}
BY_CLASS: Mapping[str, frozenset[str]] = {
    cls: DESCRIPTIONS[name] for name in DESCRIPTIONS for cls in (classes([name]) if name == "Norm" else {name})
}


def described(role: Role, heads: tuple[Token, ...], scene: Scene) -> bool:
    """Whether words that stand for one of a role's classes, or a name that nobody knows, are among the heads."""
    nameless = [t for t in heads if t.i not in scene.dated]
    return not any(scene.at(t) for t in nameless) and any(_stands_for(t, role) for t in nameless)


def _stands_for(token: Token, role: Role) -> bool:
    if token.tag_ in ("NNP", "NNPS") and token.is_title:
        return bool(role.classes - {"Country", "Place", "Petition"})
    word = token.lower_
    return any(word in BY_CLASS.get(cls, ()) for cls in role.classes)


def heads_of(role: Role, clause: Clause) -> tuple[Token, ...]:
    """The heads at the plain edges of a role; edges that look further afield describe nobody."""
    plain = [
        e
        for e in role.edges
        if e.split(">")[0] in ("object", "subject", "dative", "comp", "holder") or e.startswith("prep:")
    ]
    return tuple(t for edge in plain for t in tokens_at(edge, clause))
