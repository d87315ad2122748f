"""Comparing names across spellings and alphabets (pure).

`fold` brings transliterations of one name together: *Qairat* and *Kayrat*, *Nazarbaeva* and *Nazarbayeva*. The table
was chosen on Central Asian, Slavic and Caucasian names; it is for comparing, never for showing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

# Order matters: longer clusters first, so that "iye" is not eaten as "ye".
FOLDS: tuple[tuple[str, str], ...] = (
    ("ouska", "ovska"), ("ouski", "ovski"), ("dzh", "j"), ("dj", "j"),
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("ts", "c"),
    ("ph", "f"), ("ou", "u"), ("iye", "e"), ("ie", "e"), ("aye", "ae"), ("eye", "ee"), ("oye", "oe"), ("uye", "ue"),
    ("ye", "e"), ("yo", "o"), ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"), ("iy", "i"), ("yi", "i"),
    ("ii", "i"), ("q", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("ae", "e"), ("ee", "e"),
)  # fmt: skip
# Letters that English spells with two, or with another than their look.
DIGRAPHS = str.maketrans({"đ": "dj", "Đ": "Dj", "ə": "a", "Ə": "A"})
# Vowels that transliterations take for each other.
NEAR_VOWELS = frozenset({"ae", "ei", "ou"})
LEADING_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
# A silent h at the end of a word: Sarah, Fatimah, Abdullah.
SILENT_H = re.compile(r"(?<=[ae])h\b")
# Arabic articles that some texts write to the name and others leave out.
JOINED_ARTICLE = re.compile(r"^(?:al|el) ")
PARTICLES = frozenset({"al", "el", "de", "da", "di", "van", "von", "der", "den", "del", "la", "bin", "ibn", "ben",
                       "bint", "binti", "binte", "mint", "uld", "ould"})  # fmt: skip


def clean(name: str) -> str:
    """The name without a leading article, a possessive ending, surrounding quotes and doubled spaces."""
    text = " ".join(name.split()).strip(" ,;:.“”\"‘’'`")
    text = re.sub(r"[’'`]s$", "", LEADING_ARTICLE.sub("", text))
    return text.strip(' ,;:“”"')


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """ASCII lower case with transliteration variants brought together and doubled letters collapsed.

    >>> fold("Qayrat Zhaqsybekov") == fold("Kairat Jaksybekov")
    True
    """
    text = re.sub(r"[-–—/]", " ", anyascii(name.translate(DIGRAPHS)).lower())
    text = re.sub(r"\bx", "h", re.sub(r"[^a-z ]+", "", text))
    for old, new in FOLDS:
        text = text.replace(old, new)
    return SILENT_H.sub("", " ".join(re.sub(r"(.)\1", r"\1", word) for word in text.split()))


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """ASCII lower case words, articles and possessives left out: for names of things rather than people."""
    text = re.sub(r"[’'`]s\b", "", anyascii(name).lower().replace("’", "'"))
    return " ".join(w for w in re.findall(r"[a-z0-9]+", text) if w not in {"the", "a", "an"})


def spaced(name: str) -> str:
    """A camel-case name as words.

    >>> spaced("restrictedFreedom")
    'restricted freedom'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


@lru_cache(maxsize=100_000)
def words(name: str) -> frozenset[str]:
    """The content words of a name, plural endings cut, order and joining words left aside."""
    stop = {"of", "for", "and", "on", "in", "to", "at", "by", "so", "called", "against"}
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in plain(name).split() if w not in stop)


def surname(name: str) -> str:
    """The last word of a personal name, particles and suffixes such as "Jr." left out.

    >>> surname("Tomas O. Lindqvist Jr.")
    'Lindqvist'
    """
    parts = [p for p in name.split() if p.rstrip(".").lower() not in {"jr", "sr", "ii", "iii"}]
    return parts[-1] if parts else name


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word, voiced and unvoiced taken as one: what transliterations rarely change."""
    return re.sub(r"[aeiou ]+", "", fold(word)).translate(str.maketrans("gbdzv", "kptsf"))


def given_names_agree(a: str, b: str) -> bool:
    """Whether two given names can be of one person: one an initial of the other, or alike in consonants and letters."""
    x, y = fold(a).replace(" ", ""), fold(b).replace(" ", "")
    if not x or not y or x == y:
        return True
    if min(len(x), len(y)) == 1:
        return x[0] == y[0]
    x, y = x.replace("h", "g"), y.replace("h", "g")
    alike = skeleton(x) == skeleton(y) and len(skeleton(x)) >= 3 and x[0] == y[0]
    return alike and _vowels_agree(x, y) and fuzz.ratio(x, y) >= 60


def surnames_agree(a: str, b: str) -> bool:
    """Whether two surnames can be spellings of one: a consonant more or less makes them two (Ishanov, Isanov)."""
    x, y = bare(a), bare(b)
    alike = skeleton(x) == skeleton(y) and len(skeleton(x)) >= 3
    return x == y or (alike and _vowels_agree(x, y) and fuzz.ratio(x, y) >= 80)


def bare(surname: str) -> str:
    """A folded surname without the Arabic article and written as one word: al-Hadidi, El Hadidi, Bat-Ulzii."""
    return JOINED_ARTICLE.sub("", fold(surname)).replace(" ", "")


def shifted(a: str, b: str, *, given: bool = False) -> bool:
    """Whether two words differ only in an a that is always the other's o: Tajik and Russian, Rahmonov and Rakhmanov,
    Belarusian and Russian, Kavalenka and Kovalenko. A `given` name must end alike: that tells Pavlo from Pavla.
    """
    x, y = bare(a), bare(b)
    if len(x) != len(y) or (given and x[-1:] != y[-1:]) or len(skeleton(x)) < 3:
        return False
    return {v + w for v, w in zip(x, y, strict=True) if v != w} in ({"ao"}, {"oa"})


def _vowels_agree(a: str, b: str) -> bool:
    """Whether two folded words may be one, vowel by vowel: Temur and Timur, not Marat and Murat. One may be lost."""
    x, y = re.findall("[aeiou]", a), re.findall("[aeiou]", b)
    return len(x) != len(y) or all(v == w or "".join(sorted(v + w)) in NEAR_VOWELS for v, w in zip(x, y, strict=True))


def acronym(name: str) -> str:
    """The initials of the content words: "Human Rights Watch" gives "HRW"."""
    return "".join(w[0] for w in re.findall(r"[A-Za-z]+", name) if w[0].isupper()).upper()
