"""From a capitalised run to candidate mentions: what its own words, its neighbours and the model say it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.armed import armed
from kg.mentions.cues import (
    DEPUTIES,
    acts,
    by_apposition,
    by_cue,
    cue_directly_before,
    informed,
    keeps_count,
    led_by_rule,
    member_of,
    of_company,
    of_media,
    partisan,
)
from kg.mentions.geonames import cities
from kg.mentions.heads import CHAMBER_WORDS, NOT_ACTORS, WORLDWIDE, by_head
from kg.mentions.lexicon import lexicon
from kg.mentions.links import COMPOUNDED, is_cap
from kg.mentions.model import Mention, Sentence
from kg.mentions.parties import electoral
from kg.mentions.people import name_words, person_weight
from kg.mentions.runs import Run
from kg.mentions.sited import PLACE_NER, places
from kg.mentions.spans import mention, possessed
from kg.mentions.titles import names_people

if TYPE_CHECKING:
    from kg.mentions.titles import Title
    from kg.mentions.tokens import Span

# Classes that an apposition may give in spite of a name's own words: "Open Square, a civic group".
TOLD = {
    "PoliticalParty": {"CivilSocietyOrganization", "Place"}, "MediaOutlet": {"CivilSocietyOrganization", "Place"},
    "CivilSocietyOrganization": {"Place", "GovernmentBody", "MediaOutlet"},
    "ArmedGroup": {"CivilSocietyOrganization", "GovernmentBody", "PoliticalParty", "Place"},
    "Company": {"CivilSocietyOrganization", "Place"},
}  # fmt: skip
PARTY_LIKE = frozenset({"CivilSocietyOrganization", "Legislature", "Place", "Company"})
# What parties and treaties are called.
PACTS = frozenset({"Accord", "Convention", "Charter", "Compact", "Covenant", "Concord"})
PARTNER = re.compile(r"\bpartners?(?: (?:in|of) (?:the |its )?(?:\w+ )?(?:coalition|government|alliance))?, the$")
STUDYING = frozenset({"CivilSocietyOrganization", "GovernmentBody"})
# Churches that act are communities of believers, those one stands before are buildings.
CREEDS = frozenset({
    "Catholic", "Orthodox", "Lutheran", "Anglican", "Baptist", "Methodist", "Moravian", "Presbyterian", "Pentecostal",
    "Evangelical", "Adventist", "Mennonite", "Reformed", "Apostolic", "Coptic", "Episcopal", "Protestant",
})  # fmt: skip
AT = frozenset({"at", "in", "near", "outside", "inside", "to", "from", "behind", "opposite", "towards"})
HALLS = frozenset({"Club", "House", "Centre", "Center"})
NGOS = frozenset({"NGO", "NGOs", "CSO", "CSOs"})
FRONTS = ("in front of", "outside", "near", "opposite", "to", "at")


def candidates(sentence: Sentence, run: Run, titles: Sequence[Title]) -> Iterator[Mention]:
    """What a run may be, each with the rule that says so; `votes` decides over the whole corpus."""
    span, start, end = sentence.span, run.start, run.end
    abroad = next((k + 1 for k in range(start, min(start + 2, end - 1)) if span[k].text in {"NGO", "CSO"}), start)
    if abroad > start:  # "the Kenyan NGO Open Shore"
        yield mention(sentence, abroad, end, "CivilSocietyOrganization", "cue", possessed(span, abroad - 1))
        return
    headed = by_head([t.text for t in span[start:end]])
    if not headed:
        start, end = name_words(span, run)
        headed = by_head([t.text for t in span[start:end]])
    if span[end - 1].text in NOT_ACTORS and not (
        headed and (span[end - 2].text == "of" or _of_lawyers(span, start, end))
    ):
        if span[end - 1].text in PACTS and end - start > 1 and (partisan(span, start, end) or _runs(span, start, end)):
            yield mention(sentence, start, end, "PoliticalParty", "apposition")
        return
    if headed and span[end - 1].text in NGOS and start and span[start - 1].lower_ in {"a", "an"}:
        return  # "a Lagos NGO" names nobody
    if headed:
        yield from _headed(sentence, start, end, headed)
    else:
        yield from _unheaded(sentence, start, end, titles)


def _of_lawyers(span: Span, start: int, end: int) -> bool:
    """ "Centre for Rural Law": what stands behind "for" is what a body works on."""
    words = [t.text for t in span[start:end]]
    return (
        words[-1] == "Law" and "for" in words[1:] and lexicon().heads.get(words[words.index("for") - 1], "") in STUDYING
    )


def _headed(sentence: Sentence, start: int, end: int, headed: str) -> Iterator[Mention]:
    span = sentence.span
    if end < len(span) and span[end].text in {"building", "headquarters"}:
        start -= start > 0 and span[start - 1].text == "former"
        yield mention(sentence, start, end + 1, "Place", "place-tail")
        return
    told = (
        ("ArmedGroup" if armed(span, start, end) else "")
        or by_apposition(span, end)
        or ("Company" if of_company(span, start) else "")
        or cue_directly_before(span, start)
        or led_by_rule(span, start)
    )
    if span[end - 1].text in HALLS and _fronted(span, start):
        yield mention(sentence, start, end, "Place", "place-tail")
        return
    if (
        (headed in PARTY_LIKE or span[end - 1].text == "Platform")
        and told != "ArmedGroup"
        and (partisan(span, start, end) or _contends(span, start, end, headed))
    ):
        yield mention(sentence, start, end, "PoliticalParty", "apposition")
    elif headed in TOLD.get(told, ()):
        yield mention(sentence, start, end, told, "apposition", possessed(span, start))
    elif headed == "Place" and (member_of(span, start, end) or acts(span, start, end) or _believers(span, start, end)):
        yield mention(sentence, start, end, "CivilSocietyOrganization", "actor")
    if headed in {"CivilSocietyOrganization", "GovernmentBody"} and _of_chamber(span, start, end):
        headed = "Legislature"
    start = _called_possessor(span, start)
    worldwide = span[start].text in WORLDWIDE
    end = _seat(span, _numbered(span, end)) if headed == "Court" and not worldwide else end
    yield mention(sentence, start, end, headed, "head", possessed(span, start))


def _believers(span: Span, start: int, end: int) -> bool:
    """ "the Moravian Church said": a church that is no building, as no word of place leads to it."""
    if span[end - 1].text != "Church" or span[end - 2].text not in CREEDS:
        return False
    before = [t.lower_ for t in span[max(0, start - 2) : start] if t.lower_ != "the"]
    return not (before and before[-1] in AT)


def _of_chamber(span: Span, start: int, end: int) -> bool:
    """ "the Senate’s Budget Management Committee": a chamber’s committees are of deputies."""
    if start < 2 or span[start - 1].tag_ != "POS" or span[end - 1].text not in {"Committee", "Subcommittee"}:
        return False
    return span[start - 2].text in CHAMBER_WORDS | {"parliament"}


def _contends(span: Span, start: int, end: int, headed: str) -> bool:
    """Whether what citizens' groups may be called too is a party here: it won seats, it is the opposition's."""
    open_ = headed == "CivilSocietyOrganization" or span[end - 1].text in {"Congress", "Platform"}
    return open_ and electoral(span, start, end, strict=True)


def _fronted(span: Span, start: int) -> bool:
    """ "in front of the Press Club", "outside Government House": what people gather at is a building."""
    before = span[max(0, start - 5) : start].text.lower().removesuffix(" the")
    return before.endswith(FRONTS)


def _called_possessor(span: Span, start: int) -> int:
    """ "a group called Kenya’s Union of Nurses": the possessor is a part of what it is called."""
    i = start - 2
    if i < 1 or span[start - 1].tag_ != "POS" or not authorities.country_by_name(span[i].text):
        return start
    return i if span[i - 1].text in {"called", "named"} else start


def _numbered(span: Span, end: int) -> int:
    """ "District Court No. 2"."""
    numbered = end + 1 < len(span) and span[end].text in {"No.", "no.", "№"} and span[end + 1].text.isdigit()
    return end + 2 if numbered else end


def _seat(span: Span, end: int) -> int:
    """The city that tells a court from others of its kind: "High Court in Mombasa"."""
    i = end
    if (
        i + 1 < len(span)
        and span[i].text == "in"
        and is_cap(span[i + 1])
        and not authorities.country_by_name(span[i + 1].text)
    ):
        word = span[i + 1]
        last = i + 2
        while last < len(span) and is_cap(span[last]):
            last += 1
        if word.ent_type_ in PLACE_NER or cities(span[i + 1 : last].text):
            return last
    return end


def _unheaded(sentence: Sentence, start: int, end: int, titles: Sequence[Title]) -> Iterator[Mention]:
    span = sentence.span
    if end - start == 1 and lexicon().heads.get(span[start].text, "MediaOutlet") != "MediaOutlet":
        return  # "the Forum": a name already told, shortened to its kind
    if span[end - 1].text in PACTS and end - start > 1 and (partisan(span, start, end) or _runs(span, start, end)):
        yield mention(sentence, start, end, "PoliticalParty", "apposition")
        return
    if _affiliation(span, start, end, titles):
        yield mention(sentence, start, end, "PoliticalParty", "apposition")
        return
    if span[end : end + 1].text == "-" and span[end + 1 : end + 2].text in COMPOUNDED:
        yield from places(sentence, start, end)  # "the Luganda-language daily": a tongue or a town
        return
    titled = names_people(span, start, end, titles)
    weight, rule = person_weight(span, start, end, titled=titled)
    cue = by_cue(span, start, end, apart=weight < 3) or ("ArmedGroup" if armed(span, start, end) else "")
    if cue == "CivilSocietyOrganization" and partisan(span, start, end):
        cue = "PoliticalParty"  # "deputies of the X coalition"
    if cue:
        surely = cue in TOLD and cue_directly_before(span, start) == cue
        yield mention(sentence, start, end, cue, "apposition" if surely else "cue", possessed(span, start))
    if weight:
        yield mention(sentence, start, end, "Person", rule, {"mononym": True} if rule == "mononym" else {})
    yield from places(sentence, start, end)
    if not cue and weight < 4:
        yield from _organisation(sentence, start, end)
    elif not cue and weight < 5 and end - start > 1 and electoral(span, start, end, strict=True):
        yield mention(sentence, start, end, "PoliticalParty", "cue")


def _runs(span: Span, start: int, end: int) -> bool:
    """ "the junior partner, the Maritime Accord", "the Unity Convention holds nine seats": a party, and no treaty."""
    before = span[max(0, start - 8) : start].text.lower()
    return electoral(span, start, end, strict=True) or bool(PARTNER.search(before))


def _affiliation(span: Span, start: int, end: int, titles: Sequence[Title]) -> bool:
    """ "Senator Ana Sol (Rural Dawn)": what stands in brackets behind a politician's name is a party."""
    if not start or span[start - 1].text != "(" or span[end : end + 1].text not in {")", ",", "-", "–", "/"}:
        return False
    if cities(span[start:end].text):
        return False
    first = start - 2
    while first > 0 and is_cap(span[first]):
        first -= 1
    return any(first - 1 <= t.head <= start - 2 and span[t.head].lower_ in DEPUTIES for t in titles)


def person_like(text: str) -> bool:
    """Whether a name begins with a given name: "candidate Ann Lee" is told by other rules."""
    return bool(authorities.given_name_gender(text.split()[0])) and " " in text


def _organisation(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    span = sentence.span
    text = span[start:end].text
    if text in lexicon().never or authorities.country_by_adjective(text) or len(text) < 3:
        return
    if end < len(span) and span[end].text in lexicon().media_verbs and end + 1 < len(span):
        yield mention(sentence, start, end, "MediaOutlet", "media-verb")
    party = partisan(span, start, end) or electoral(span, start, end, strict=True)
    if party and not cities(text) and not person_like(text):
        yield mention(sentence, start, end, "PoliticalParty", "cue")
    elif of_media(span, start, end) or informed(span, start, end):
        yield mention(sentence, start, end, "MediaOutlet", "member-of")
    elif member_of(span, start, end) or keeps_count(span, end):
        yield mention(sentence, start, end, "CivilSocietyOrganization", "member-of")
    if any(t.ent_type_ == "ORG" for t in span[start:end]):
        yield mention(sentence, start, end, "CivilSocietyOrganization", "ner-org")
