"""Bodies named by description: "an Almaty court", "Kenyan police", "the authorities", "the mayor’s office"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.mentions.model import Mention, Sentence

CAP = r"[A-ZÀ-ÖØ-Þ][\w]*(?:[-’'](?!s\b)\w+)*\.?"
OWNER = rf"(?:{CAP} ){{0,2}}{CAP}"
COURT_KIND = (
    r"(?:(?:administrative|district|city|regional|criminal|civil|military|appeals?|appellate|supreme|high|county|federal|"
    r"constitutional|municipal|specialized|magistrates?[’']?|juvenile|special|local|provincial|inter-district) )*"
)
# (pattern, class, name as it is written or a form to build from the groups)
RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), cls)
    for pattern, cls in (
        (rf"(?P<owner>{OWNER})(?:[’']s)? (?P<body>{COURT_KIND}courts?)\b", "Court"),
        (rf"\b(?P<body>{COURT_KIND}court) (?:in|of) (?:the city of )?(?P<in>{OWNER})", "Court"),
        (rf"(?P<owner>{OWNER})(?:[’']s)? (?P<body>(?:riot |traffic |city |state |national |security )?police)\b", "GovernmentBody"),
        (rf"\b(?P<body>[Pp]olice|[Aa]uthorities|[Oo]fficials) in (?P<in>{OWNER})", "GovernmentBody"),
        (
            rf"(?P<owner>{OWNER})(?:[’']s)? (?P<body>(?:city |local |municipal |regional |provincial |district |state )*"
            r"(?:authorities|government))\b",
            "GovernmentBody",
        ),
        (r"\b(?P<body>government|parliament|Parliament|Government) of (?P<in>[A-Z][\w’]*(?: [A-Z]\w*)*)", "?"),
        (rf"(?P<owner>{OWNER})(?:[’']s)? (?P<body>parliament|legislature|lower house|upper house)\b", "Legislature"),
        (r"\b(?P<body>(?:(?:city|district) )?(?:mayor|governor|ombudsman|ombudsperson|prosecutor|prosecutor general|"
         r"attorney general)[’']s [Oo]ffice)\b", "GovernmentBody"),
        (r"\b(?P<body>(?:city|local|district|regional|municipal|tax|border|immigration|customs|electoral|state|de facto|"
         r"military|health|education|prison) authorities)\b", "GovernmentBody"),
        (r"\b(?P<body>city hall|city council|security services?|secret services?|intelligence services?|"
         r"election commission|electoral commission|security forces|riot police)\b", "GovernmentBody"),
        (r"\b(?P<body>(?:inter-agency |parliamentary |government )?working group)\b", "GovernmentBody"),
        (r"\b(?P<body>(?:lower|upper) (?:chamber|house) of parliament)\b", "Legislature"),
        (r"(?<![-’'\w])(?P<body>parliament)\b(?! speaker)", "Legislature"),
        (r"(?P<body>\b[Pp]olice)\b(?! (?:station|officer|chief|custody|car|van|brutality|violence|report|headquarters))", "GovernmentBody"),
        (r"\b(?P<body>[Tt]he (?:government|authorities|Government)|[Aa]uthorities)\b(?! in )", "GovernmentBody"),
    )
)  # fmt: skip


def find(sentence: Sentence) -> Iterator[Mention]:
    """Described bodies; `owner` in the facts names the place or state that the description ties them to."""
    for pattern, cls in RULES:
        for m in pattern.finditer(sentence.text):
            found = _mention(sentence, m, cls)
            if found:
                yield found


def _mention(sentence: Sentence, m: re.Match[str], cls: str) -> Mention | None:
    groups = m.groupdict()
    owner = (groups.get("owner") or groups.get("in") or "").strip()
    state = _state(owner)
    if groups.get("owner") and not state and not _place_like(owner):
        owner_words = owner.split()
        state = _state(owner_words[-1])
        owner = owner_words[-1]
    start = m.start("owner") + len(groups["owner"]) - len(owner) if groups.get("owner") else m.start("body")
    end = m.end("in") if groups.get("in") else m.end("body")
    text = sentence.text[start:end]
    body = groups["body"]
    resolved = cls if cls != "?" else ("Legislature" if body.lower() == "parliament" else "GovernmentBody")
    facts: dict[str, object] = {"body": body.lower()}
    if owner:
        facts |= {"owner": state.name, "country": state.iso} if state else {"owner": owner}
    if owner and not state and owner.lower() in {"the", "a", "an", "in"}:
        return None
    a = sentence.start + start
    return Mention(a, a + len(text), text, resolved, text, "description", facts)


def _state(text: str) -> authorities.Country | None:
    return authorities.country_by_name(text) or authorities.country_by_adjective(text)


def _place_like(text: str) -> bool:
    return text[:1].isupper() and text.split()[0] not in {"The", "In", "On", "But", "An", "A", "When", "After", "As"}
