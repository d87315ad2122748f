"""Values that stand beside a trigger: money, charges, attendance, counts (pure, over text)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.authorities import country_by_adjective, currencies, currency_code

UNITS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = (
    {word: n for n, word in enumerate(str(ONES).split())}
    | {word: 10 * n for n, word in enumerate(str(TENS).split(), 2)}
    | {"a": 1, "an": 1, "dozen": 12, "once": 1, "twice": 2}
)
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1000, 9999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
}
NUMBER = (
    r"(?:\d{1,3}(?:[ ,\u00a0]\d{3})+|\d+)(?:\.\d+)?(?:[ -](?:hundred|thousand|million|billion))?"
    r"|(?:(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")(?:[ -](?:and )?)?)+"
    r"(?:hundred|thousand|million|billion)?"
)


def number(text: str) -> float | None:
    """The value of a number in figures or words, None if it is none.

    >>> number("twenty-five"), number("1.8 billion"), number("50 thousand")
    (25.0, 1800000000.0, 50000.0)
    """
    words = re.findall(r"[a-z]+|\d[\d.]*", re.sub(r"(?<=\d)[, \u00a0](?=\d{3}\b)", "", text.lower()))
    total = current = 0.0
    known = False
    for word in words:
        value = _value(word)
        if value is not None:
            current, known = current + value, True
        elif word in SCALES:
            total, current, known = (
                (total + (current or 1) * SCALES[word], 0.0, True)
                if SCALES[word] > 100
                else (total, (current or 1) * 100, True)
            )
    return total + current if known else None


def _value(word: str) -> float | None:
    if word[0].isdigit():
        return float(word.rstrip("."))
    return float(WORDS[word]) if word in WORDS else None


def _currency_words(shortest: int = 1) -> str:
    words = sorted({w for c in currencies() for w in c.words}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w) for w in words if len(w) >= shortest or not w.isascii() or not w.isalpha())


def money(text: str, country: str = "") -> Iterator[tuple[int, int, float, str]]:
    """Start, end, amount and ISO 4217 code of each sum; `country` decides between currencies of one name."""
    for match in _money().finditer(text):
        amount = number(match["after"] or match["before"])
        word = match["sign"] or match["word"]
        state = country_by_adjective(match["where"]) if match["where"] else None
        if amount is not None and text[: match.start()].lower().endswith("half "):  # "half a million rupiah"
            amount /= 2
        if amount is not None:
            yield match.start(), match.end(), amount, currency_code(word, state.iso if state else country)


@cache
def _money() -> re.Pattern[str]:
    words, after_it = _currency_words(), _currency_words(2)  # "R5,000", but "10 p.m."
    value = rf"(?:{NUMBER})" + r"(?:(?<=\d) ?(?:k|mn?|bn|lakh|crore)\b)?"
    after = rf"(?<!\w)(?P<sign>{words})\.? ?(?P<after>{value})(?!\w)"
    of_where = r"(?:of )?(?:(?P<where>[^\W\d]+(?:an|ian|ese|ish|i|ic|ch)) )?"  # "10 million Guinean francs"
    return re.compile(
        rf"{after}|(?<![\w.,])(?P<before>(?!an? \w+\.? ?\d){value})[ -]{of_where}(?P<word>{after_it})(?!\w)", re.I
    )


CHARGE = re.compile(
    r"\b(?:on|under) (?:\w+[ -]){0,3}?(?:charges?|accusations?|suspicion|counts?)(?: of| including|,)? "
    r"(?P<a>(?!on \w+day|on [A-Z]).+)|"
    r"\b(?:charged|indicted|arraigned) (?:\S+ ){0,12}?with (?P<e>.+)|"
    r"\b(?:charges?|counts?|indictment|guilty|accused|convicted|convicting|suspected|conviction|acquitted) "
    r"(?:\S+ ){0,6}?of (?P<b>.+)|"
    r"\bfor (?:allegedly )?(?P<c>(?!\d|up to |at least |the (?:first|second)|"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|life|several|many|\w+teen|twenty|thirty)\b).+)|"
    r"on (?P<d>[“\"][^”\"]+[”\"]) charges?",
    re.I,
)
BEFORE_CHARGES = re.compile(
    r"\bon (?:(?:criminal|dubious|unfounded|separate|trumped-up|false|politically motivated|fresh|new) )*"
    r"(?P<words>(?:(?!charges?\b|suspicion\b|the\b|an?\b|\d)[\w’'-]+ ){1,3}?)charges?\b(?! of\b| including\b|,? of\b)",
    re.I,
)
CHARGE_END = re.compile(
    r"(?:,? but (?:have|has|had|is|are)\b|, (?:for|in|of) which\b|"
    r"[,;]? (?:and|but) (?:was |were |also |has been |had been )*(?:sentenced|fined|jailed|banned|ordered|released|"
    r"imprisoned|placed|detained|arrested|given|received|got|handed|sent|barred|deported|expelled|stripped)\b"
    r"|, (?:who|which|after|while|according|in a|following|but|saying|and (?:is|was|has))\b|;| – | — | who\b"
    r"|, (?:(?:about|just|only|some|an?|\w+) )?(?:days?|weeks?|months?|years?|hours?) (?:after|before|since|later)\b"
    r"| under the (?:[A-Z][\w’'-]* (?:of |and |on |the )*)+(?:\(|Act|Law|Code|Decree|Ordinance|Regulations?)"
    r"| (?:before|at) (?:the |an? )?(?:[A-Z][\w’'-]* |\w+ )?(?:[A-Z][\w’'-]* )*(?:[Cc]ourt|[Tt]ribunal)\b"
    r"|,? (?:to|in) (?:prison|jail)\b|\.$|[.!?][”\"]?$| under (?:[Aa]rticle|[Ss]ection)| (?:in|on) (?:\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
    r"| (?:opened|began|begins|started|starts|resumed|resumes|continues|continued|ended|went|will) "
    r"|,? and(?: (?:was|were|is|are|also|each|later|then|has|had))*$|, (?:a|an|the) "
    r"| and (?:is|are|was|were|has|had|will|remains?) )"
)

# Before a bare "for", it belongs to what is told or quoted in between.
ELSEWHERE = re.compile(r"“[^”]*$|\b(?:said|says|that|provid(?:es|ed|ing)|adopted|calls?|called|calling)\b", re.I)
# A charge in quotation marks ends with the last of them: what follows explains it.
QUOTED_CHARGE = re.compile(r"“[^”]+”(?:,? (?:and|or) “[^”]+”)*|\"[^\"]+\"(?:,? (?:and|or) \"[^\"]+\")*")


def charge(text: str) -> str:
    """What somebody is accused or convicted of, in the text's words; `text` begins at the trigger. "" if none."""
    before = BEFORE_CHARGES.search(text)
    if before is not None:
        return before["words"].strip(" “”\"'‘’")
    match = CHARGE.search(text)
    if match is None or (match["c"] and ELSEWHERE.search(text, 0, match.start())):
        return ""
    words = next(g for g in (match["a"], match["b"], match["c"], match["d"], match["e"]) if g)
    quoted = QUOTED_CHARGE.match(words)
    end = None if quoted else CHARGE_END.search(words)
    if quoted:
        return re.sub(r"[“”\"]", "", quoted[0]).strip(" ,.;'‘’")  # of several each has its marks, which would be halved
    return _closed(words[: end.start()] if end else words).strip(" ,.;“”\"'‘’")


def _closed(words: str) -> str:
    """ "inciting unrest" and with theft": a charge whose first mark was left outside ends at the last one."""
    return words[: words.rindex('"')] if words.count('"') % 2 else words


PEOPLE = (
    "people|persons?|participants?|protest(?:e|o)rs?|demonstrators?|marchers|activists?|members|women|men|"
    "residents|citizens|students|workers|supporters|teachers|farmers|journalists|lawyers|villagers|miners|doctors|"
    "opposition supporters|rallygoers|attendees|nurses|drivers|pensioners|mothers|volunteers|delegates"
)
ABOUT = r"(?:about|around|approximately|some|nearly|almost|over|more than|at least|up to|roughly|as many as)"
BREAKS = r"(?:about|around|some|over|more|nearly|at|up|roughly|of|thousands|hundreds|dozens|scores|the|two|a|and|"
BREAKS += "january|february|march|april|may|june|july|august|september|october|november|december)\\b"
CROWD = re.compile(
    rf"(?:{ABOUT} )?(?P<low>{NUMBER})(?: ?(?:-|–|to) ?(?P<high>{NUMBER}))? "
    rf"(?:(?!{BREAKS})[^\W\d]+[ -]){{0,2}}?(?:{PEOPLE})\b",
    re.I,
)
VAGUE_CROWD = re.compile(
    r"\b(?P<vague>tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands)"
    r"(?: of\b| (?:took|gather|march|rall|protest|turn|attend|join|pour|demonstrat|came|stood|stand)\w*)",
    re.I,
)


# "arrested 31 people", "31 people were hurt" counts those to whom it happened, not those who came.
_HARMED = (
    r"(?:arrest|detain|seiz|injur|wound|kill|hurt|jail|fin|charg|releas|free|beat|round|shot|held|took|taken|pick|"
    r"dead|cit)\w*"
)
HARMED_BEFORE = re.compile(
    rf"\b{_HARMED}(?: (?:up|away|at|least|some|about|around|more|than|another|over|nearly|further|a|as|many)){{0,4}} $",
    re.I,
)
YEAR, IN = (
    re.compile(r"(?:19|20)\d\d"),
    re.compile(
        r"\b(?:in|since|by|until|during|before|after|january|february|march|april|may|june|july|august|september|october|"
        r"november|december) $",
        re.I,
    ),
)
HARMED_AFTER = re.compile(rf" (?:were|was|had been|have been|are|being)(?: \w+ly)? {_HARMED}", re.I)


def attendance(text: str) -> tuple[int, int] | None:
    """How many people came: (lowest, highest); "more than N" is N, "thousands" (1000, 9999)."""
    for match in _came(CROWD, text):
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else low
        if low is not None and high is not None and low > 1:
            return int(min(low, high)), int(max(low, high))
    vague = next(_came(VAGUE_CROWD, text), None)
    return VAGUE[vague["vague"].lower()] if vague else None


def _came(form: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The numbers of people who are not told of as held or hurt."""
    for match in form.finditer(text):
        dated = "low" in match.re.groupindex and YEAR.fullmatch(match["low"]) and IN.search(text, 0, match.start())
        if not dated and not HARMED_BEFORE.search(text, 0, match.start()) and not HARMED_AFTER.match(text, match.end()):
            yield match


TIMES = re.compile(rf"\b(?P<n>{NUMBER}) times\b|\b(?P<w>twice)\b", re.I)


def count(text: str, noun_number: str = "") -> int | None:
    """How many such events: "24 times", or the number before the trigger's noun ("ten refusals")."""
    match = TIMES.search(text)
    value = number(noun_number) if noun_number else number(match["n"] or match["w"]) if match else None
    return int(value) if value and value > 1 else None
