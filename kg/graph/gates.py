"""The promises of a finished graph. A build that breaks one is thrown away.

The gates read quads, not the values they were made from, so that `build` and `check` test the same thing: what is
served.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from kg.errors import GateError
from kg.graph.terms import Quad, Term, Triple, cg, is_iri, literal, name, text_of, value_of

Broken = Iterator[str]
TYPE, CLAIM, INFERRED, EVIDENCE = name("rdf:type"), cg("Claim"), cg("InferredClaim"), cg("evidence")
MODE, POLARITY, ASSERTED, ATTRIBUTED = cg("mode"), cg("polarity"), cg("Asserted"), cg("Attributed")
SAYS = (name("rdf:subject"), name("rdf:predicate"), name("rdf:object"))
IN_ARTICLE, SOURCE, DERIVED = cg("inArticle"), cg("attributedTo"), name("prov:wasDerivedFrom")
READ = frozenset({TYPE, EVIDENCE, MODE, POLARITY, *SAYS, SOURCE, DERIVED})
LABELS = frozenset(map(name, ("skos:prefLabel", "skos:altLabel", "rdfs:label")))
TRUE = literal("true", datatype="xsd:boolean")


@dataclass(slots=True)
class Claimed:
    """A claim as read from the graph: each property that a gate reads with its values."""

    iri: Term
    values: dict[Term, list[Term]]
    triple: Triple = field(init=False)
    asserted: bool = field(init=False)

    def __post_init__(self) -> None:
        """Note what it says, and whether it is positive and asserted."""
        subject, predicate, value = map(self.one, SAYS)
        self.triple = subject, predicate, value
        self.asserted = self.one(MODE) == ASSERTED and self.one(POLARITY) == TRUE

    def one(self, predicate: Term) -> Term:
        """The value of a property, "" if it has none."""
        found = self.values.get(predicate)
        return found[0] if found else ""


@dataclass(slots=True)
class Checked:
    """The triples by graph, and what they are held against: the texts by document id, and protected names."""

    graphs: Mapping[str, Collection[Triple]]
    texts: Mapping[str, str] | None
    protected: Collection[str]
    claims: list[Claimed] = field(default_factory=list)
    documents: dict[Term, dict[Term, Term]] = field(default_factory=dict)


def check_gates(quads: Iterable[Quad], texts: Mapping[str, str] | None = None, protected: Collection[str] = ()) -> int:
    """`check_graphs` of quads."""
    graphs: dict[str, list[Triple]] = defaultdict(list)
    for subject, predicate, value, graph in quads:
        graphs[text_of(graph).rsplit("/", 1)[-1]].append((subject, predicate, value))
    return check_graphs(graphs, texts, protected)


def check_graphs(
    graphs: Mapping[str, Collection[Triple]],
    texts: Mapping[str, str] | None = None,
    protected: Collection[str] = (),
) -> int:
    """Test every gate and return the number of claims.

    `graphs` holds the triples by the last part of their graph's name. `texts` maps document ids to their text; without
    it quotes are not compared. `protected` holds names that no label may be. Raises GateError with one line: the gate,
    the first node that breaks it, and how many do.
    """
    checked = _sorted_out(graphs, texts, protected)
    for promise, gate in GATES.items():
        broken = sorted(gate(checked))
        if broken:
            more = f" and {len(broken) - 1} more" if len(broken) > 1 else ""
            raise GateError(f"gate broken: {promise}: {broken[0]}{more}; the graph was not replaced")
    return len(checked.claims)


def _sorted_out(
    graphs: Mapping[str, Collection[Triple]], texts: Mapping[str, str] | None, protected: Collection[str]
) -> Checked:
    checked = Checked(defaultdict(list, graphs), texts, protected)
    nodes: dict[Term, dict[Term, list[Term]]] = {}
    for subject, predicate, value in checked.graphs["claims"]:
        if predicate in READ:
            nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
    checked.claims = [Claimed(node, values) for node, values in nodes.items() if CLAIM in values.get(TYPE, ())]
    for subject, predicate, value in checked.graphs["documents"]:
        checked.documents.setdefault(subject, {})[predicate] = value
    return checked


def _claims_have_sentences(checked: Checked) -> Broken:
    for claim in checked.claims:
        evidence = claim.values.get(EVIDENCE)
        if not evidence or any(IN_ARTICLE not in checked.documents.get(s, ()) for s in evidence):
            yield claim.iri


def _quotes_are_verbatim(checked: Checked) -> Broken:
    for node, values in checked.documents.items():
        if IN_ARTICLE in values and not _verbatim(values, checked):
            yield node


def _verbatim(sentence: Mapping[Term, Term], checked: Checked) -> bool:
    """Whether the sentence lies in its document, and says there what it quotes."""
    start, end = int(text_of(sentence[cg("start")])), int(text_of(sentence[cg("end")]))
    article = checked.documents.get(sentence[IN_ARTICLE], {})
    document = checked.documents.get(article.get(cg("inDocument"), ""), {})
    if start < 0 or start >= end or not document:
        return False
    if checked.texts is None:
        return True
    text = checked.texts.get(text_of(document[name("dcterms:identifier")]), "")[start:end]
    quote = sentence.get(cg("quote"))
    return len(text) == end - start and (quote is None or quote == literal(text))


def _world_is_asserted(checked: Checked) -> Broken:
    asserted = {claim.triple for claim in checked.claims if claim.asserted}
    yield from (" ".join(triple) for triple in checked.graphs["world"] if triple not in asserted)


def _conclusions_have_premises(checked: Checked) -> Broken:
    """Each inferred triple has an inferred claim, and what that rests on are claims that are asserted."""
    asserted = {claim.iri for claim in checked.claims if claim.asserted}
    sound = set()
    for claim in checked.claims:
        if INFERRED in claim.values[TYPE]:
            premises = claim.values.get(DERIVED, ())
            if premises and asserted.issuperset(premises):
                sound.add(claim.triple)
            else:
                yield claim.iri
    yield from (" ".join(triple) for triple in checked.graphs["inferred"] if triple not in sound)


def _times_are_ordered(checked: Checked) -> Broken:
    """In the world, and among the claims on each event."""
    said = [claim.triple for claim in checked.claims]
    earliest, last = cg("earliest"), cg("latest")
    latest = {s: text_of(o) for s, p, o in said if p == last}
    yield from (s for s, p, o in said if p == earliest and text_of(o) > latest.get(s, ""))


def _fines_have_amounts(checked: Checked) -> Broken:
    said = [claim.triple for claim in checked.claims]
    amounts, sanction, fine = {cg("amount"), cg("amountWithheld")}, cg("sanctionType"), literal("fine")
    told = {s for s, p, _ in said if p in amounts}
    yield from (s for s, p, o in said if p == sanction and o == fine and s not in told)


def _attributions_have_sources(checked: Checked) -> Broken:
    for claim in checked.claims:
        if claim.one(MODE) == ATTRIBUTED and not claim.one(SOURCE):
            yield claim.iri


def _things_have_mentions(checked: Checked) -> Broken:
    """Every node of the world has a class, and a sentence for it; a state may be known by its code alone."""
    typed = {c.triple[0] for c in checked.claims if c.triple[1] == TYPE and c.values.get(EVIDENCE)}
    world = checked.graphs["world"]
    linked = {o for _, _, o in world if is_iri(o) and "/id/" in o and "/id/country/" not in o}
    yield from sorted(linked.union(s for s, _, _ in world) - typed)


def _protected_stay_hidden(checked: Checked) -> Broken:
    hidden = {spelling.casefold() for spelling in checked.protected}
    if not hidden:
        return
    said = (claim.triple for claim in checked.claims)
    told = (t for t in chain(checked.graphs["world"], checked.graphs["claims"], said) if t[1] in LABELS)
    for subject, _, value in told:
        if value.startswith('"') and value_of(value).text.casefold() in hidden:
            yield subject


GATES: dict[str, Callable[[Checked], Broken]] = {
    "each claim has a sentence": _claims_have_sentences,
    "each quote is verbatim": _quotes_are_verbatim,
    "each world triple has a positive asserted claim": _world_is_asserted,
    "what is inferred has premises that are asserted": _conclusions_have_premises,
    "earliest is not after latest": _times_are_ordered,
    "a fine has an amount or says so": _fines_have_amounts,
    "what is attributed has a source": _attributions_have_sources,
    "each entity has a mention": _things_have_mentions,
    "no protected person is named": _protected_stay_hidden,
}
