"""Twelve questions of the kind that pages and saved queries ask; `{n}` is another number each time."""

from __future__ import annotations

from tests.bench.graph import CG, ID, LABEL, NAME, RDF

_PROLOGUE = f"PREFIX cg: <{CG}> PREFIX rdf: <{RDF}> "
_PERSON, _EVENT, _LABEL, _NAME = f"<{ID}person/{{n}}>", f"<{ID}event/{{n}}>", f"<{LABEL}>", f"<{NAME}>"
QUESTIONS: dict[str, str] = {
    name: _PROLOGUE + text
    for name, text in {
        "facts of a person": f"SELECT ?p ?o {{ {_PERSON} ?p ?o }}",
        "events of a person": f"""SELECT ?e ?label ?day {{ ?e ?role {_PERSON} ; {_LABEL} ?label ; cg:earliest ?day }}
            ORDER BY ?day""",
        "events of a state in a year": f"""SELECT ?e ?day {{ ?e a cg:Conviction ; cg:country <{ID}country/{{n}}> ;
            cg:earliest ?day FILTER(?day >= "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date>) }} ORDER BY ?day""",
        "count by state and kind": "SELECT ?c ?k (COUNT(*) AS ?n) { ?e cg:country ?c ; cg:kind ?k } GROUP BY ?c ?k",
        "evidence of an event": f"""SELECT ?quote {{ ?claim rdf:subject {_EVENT} ; cg:evidence ?s .
            ?s cg:quote ?quote }}""",
        "shared events": f"""SELECT ?other (COUNT(*) AS ?n) {{ ?e cg:patient|cg:agent {_PERSON} ;
            cg:patient|cg:agent ?other }} GROUP BY ?other""",
        "places within": f"SELECT ?p {{ ?p cg:locatedIn+ <{ID}place/{{n}}> }}",
        "where a place lies": f"SELECT ?p {{ <{ID}place/{{n}}> cg:locatedIn+ ?p }}",
        "search in names": f'SELECT ?s ?l {{ ?s {_NAME} ?l FILTER(CONTAINS(LCASE(?l), "harbour {{n}}")) }} LIMIT 50',
        "neighbourhood": f"""CONSTRUCT {{ ?a ?p ?b }} {{ {{ BIND({_EVENT} AS ?a) ?a ?p ?b }}
            UNION {{ {_EVENT} ?q ?a . ?a ?p ?b }} }}""",
        "newest with details": f"""SELECT ?e ?day ?label ?who {{ ?e a cg:Fine ; cg:earliest ?day ; {_LABEL} ?label
            OPTIONAL {{ ?e cg:patient ?who }} OPTIONAL {{ ?e cg:place ?place }} }} ORDER BY DESC(?day) LIMIT 25""",
        "export": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 100000",
    }.items()
}  # fmt: skip
