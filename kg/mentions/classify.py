"""From a capitalised run to candidate mentions: what its own words, its neighbours and the model say it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.geonames import cities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.people import name_words, person_weight
from kg.mentions.runs import LINKS, Run

if TYPE_CHECKING:
    from spacy.tokens import Span

    from kg.mentions.titles import Title

WORLDWIDE = frozenset({"UN", "United", "International", "World", "European", "African", "Inter-American", "Asian", "Global",
                       "OSCE", "EU", "Commonwealth", "Arab", "Organization", "Organisation"})  # fmt: skip
FIRST_HEADS = frozenset({"Radio", "TV", "Hotel", "Bank", "Studio", "University", "Lake", "Mount", "Camp", "Port", "Channel",
                         "Movement", "Free", "Fort", "Rio", "Club"})  # fmt: skip
CENTRES = frozenset({"Centre", "Center", "Bureau", "House", "Office", "Platform"})
# Last words of capitalised runs that name days, happenings and works, none of which act.
NOT_ACTORS = frozenset({"Day", "Days", "Week", "Year", "Revolution", "War", "Prize", "Award", "Cup", "Festival", "Games",
                        "Olympics", "Summit", "Report", "Reports", "Index", "Survey", "Spring", "Law", "Act", "Code", "Bill",
                        "Convention", "Covenant", "Protocol", "Charter", "Constitution", "Plan", "Strategy", "Concept"})  # fmt: skip
PLACE_BEFORE = frozenset({"in", "at", "near", "from", "outside", "to", "across", "around", "into", "through"})
PLACE_NER = frozenset({"GPE", "LOC", "FAC"})


def candidates(sentence: Sentence, run: Run, titles: Sequence[Title]) -> Iterator[Mention]:
    """What a run may be, each with the rule that says so; `votes` decides over the whole corpus."""
    span = sentence.span
    start, end = name_words(span, run)
    if span[end - 1].text in NOT_ACTORS:
        return
    words = [t.text for t in span[start:end]]
    headed = _by_head(words)
    if headed:
        yield mention(sentence, start, end, headed, "head", possessed(span, start))
        return
    cue = _by_cue(span, start, end)
    if cue:
        yield mention(sentence, start, end, cue, "cue", possessed(span, start))
    weight, rule = person_weight(span, start, end, titled=_titled(span, start, end, titles))
    if weight:
        yield mention(sentence, start, end, "Person", rule)
    yield from _place(sentence, start, end)
    if not cue and weight < 4:
        yield from _organisation(sentence, start, end)


def mention(sentence: Sentence, start: int, end: int, cls: str, rule: str, facts: dict[str, object] | None = None) -> Mention:
    """A mention over tokens `start:end` of the sentence's span."""
    found = sentence.span[start:end]
    a = sentence.offset + found.start_char
    return Mention(a, a + len(found.text), found.text, cls, found.text, rule, facts or {})


def possessed(span: Span, start: int) -> dict[str, object]:
    """The state that owns or qualifies what begins at `start`: "Kenya’s …", "Kenyan …"."""
    i = start - 1
    if i >= 1 and span[i].tag_ == "POS":
        i -= 1
    for width in (3, 2, 1):
        if i - width + 1 >= 0:
            text = span[i - width + 1 : i + 1].text
            country = authorities.country_by_name(text) or (authorities.country_by_adjective(text) if width == 1 else None)
            if country and text[:1].isupper():
                return {"country": country.iso, "owner": country.name}
    return {}


def _by_head(words: list[str]) -> str:
    heads = lexicon().heads
    if len(words) < 2:
        return ""
    cut = next((k for k, w in enumerate(words) if w in LINKS), len(words))
    head = words[cut - 1] if cut else ""
    cls = heads.get(head, "") or (heads.get(words[0], "") if words[0] in FIRST_HEADS else "")
    if not cls:
        return _inner_head(words, cut)
    if cut == 1 and len(words) == 2 and cls == "Place":
        return ""
    if head in CENTRES and cls == "GovernmentBody":
        return _centre(words, head, cut)
    if words[0] in WORLDWIDE and cls in {"GovernmentBody", "CivilSocietyOrganization", "Legislature"}:
        return "InternationalOrganization"
    return cls


def _inner_head(words: list[str], cut: int) -> str:
    """A head word that other words follow: "Workers Union Kenya", "Party of …"."""
    inner = [lexicon().heads[w] for w in words[:cut] if w in lexicon().heads]
    strong = [c for c in inner if c in {"PoliticalParty", "GovernmentBody", "Court"}]
    return strong[0] if strong and cut < len(words) else ""


def _centre(words: list[str], head: str, cut: int) -> str:
    """Centres and bureaus are of the state, of the world, of citizens, or mere places, as their other words tell."""
    if words[0] in WORLDWIDE:
        return "InternationalOrganization" if cut < len(words) else "Place"
    if words[0] in {"National", "State", "Federal", "Central", "Presidential", "Investigative"} or head in {"Office", "Platform"}:
        return "GovernmentBody"
    return "CivilSocietyOrganization" if cut < len(words) or head == "House" else ("GovernmentBody" if head == "Bureau" else "Place")


def _by_cue(span: Span, start: int, end: int) -> str:
    """The class that a common noun beside the name gives: "outlet X", "X newspaper", "X, a rights group"."""
    cues = lexicon().cues
    i = start - 1
    while i >= 0 and span[i].text in {",", "“", "‘", '"', "called", "named", "the", "-"}:
        i -= 1
    if i >= 0 and span[i].text.islower():
        two = f"{span[i - 1].text} {span[i].text}" if i else ""
        found = cues.get(two) or cues.get(span[i].text)
        if found and (i == start - 1 or span[i + 1].text in {"called", "named", ",", "“", "‘", '"'}):
            return found
    after = span[end].text if end < len(span) else ""
    if after in cues and after not in {"group", "station", "agency", "platform", "publication"}:
        return cues[after]
    return _by_apposition(span, end)


def _by_apposition(span: Span, end: int) -> str:
    i = end + (1 if end < len(span) and span[end].text in {"”", "’", '"'} else 0)
    if i + 2 >= len(span) or span[i].text not in {",", "("} or span[i + 1].text.lower() not in {"a", "an", "the"}:
        return ""
    for token in span[i + 2 : i + 8]:
        if token.text in lexicon().cues and token.pos_ == "NOUN":
            return lexicon().cues[token.text]
        if token.pos_ in {"VERB", "PUNCT", "ADP", "PRON"} and token.text != "-":
            return ""
    return ""


def _titled(span: Span, start: int, end: int, titles: Sequence[Title]) -> bool:
    """Whether a title stands right before the name, or right after it behind a comma."""
    for title in titles:
        gap = span[title.end : start]
        if title.end <= start and len(gap) <= 1 and gap.text in {"", ","}:
            return True
        lead = span[end : title.start]
        plain = all(t.text in {",", "a", "an", "the", "another", "one", "of", "and", "-"} or t.pos_ in {"ADJ", "NUM"} or
                    authorities.country_by_adjective(t.text) for t in lead)  # fmt: skip
        if title.start > end and lead.text.startswith(",") and len(lead) <= 6 and plain:
            return True
    return False


def _place(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    span = sentence.span
    text = span[start:end].text
    known = cities(text)
    labelled = any(t.ent_type_ in PLACE_NER for t in span[start:end])
    led = start > 0 and span[start - 1].text.lower() in PLACE_BEFORE
    if known and (labelled or led or known[0].population > 300_000):
        yield mention(sentence, start, end, "Place", "city")
    elif labelled:
        yield mention(sentence, start, end, "Place", "ner-place")
    elif known:
        yield mention(sentence, start, end, "Place", "city-weak")


def _organisation(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    span = sentence.span
    text = span[start:end].text
    if text in lexicon().never or authorities.country_by_adjective(text) or len(text) < 3:
        return
    if end < len(span) and span[end].text in lexicon().media_verbs and end + 1 < len(span):
        yield mention(sentence, start, end, "MediaOutlet", "media-verb")
    if _member_of(span, start):
        yield mention(sentence, start, end, "CivilSocietyOrganization", "member-of")
    if any(t.ent_type_ == "ORG" for t in span[start:end]):
        yield mention(sentence, start, end, "CivilSocietyOrganization", "ner-org")


def _member_of(span: Span, start: int) -> bool:
    """"co-founder of X", "activist from X", "X’s co-founder": members and founders belong to groups."""
    roles = {"founder", "member", "members", "activist", "activists", "coordinator", "chairwoman", "chairman", "chair",
             "director", "head", "leader", "spokesperson", "spokeswoman", "spokesman", "representative"}  # fmt: skip
    before = [t.text.lower() for t in span[max(0, start - 4) : start]]
    return len(before) >= 2 and before[-1] in {"of", "from", "at", "the", "with"} and any(w in roles for w in before)
