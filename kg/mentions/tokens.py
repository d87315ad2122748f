"""A parsed paragraph as plain values: what the rooms above read instead of spaCy's objects, under the same names.

spaCy makes a token anew for each look at it and looks its strings up again; the rules look at each token some hundred
times. Here a token is made once, with everything that is asked of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload


class Word:
    """What all tokens of one spelling share: `lower_` is the text in small letters, the rest are its properties."""

    __slots__ = ("is_currency", "is_punct", "is_title", "like_num", "lower_", "text")

    def __init__(self, text: str, lower: str, *, title: bool, punct: bool, currency: bool, number: bool) -> None:
        """Keep the properties, as spaCy's vocabulary has them."""
        self.text, self.lower_ = text, lower
        self.is_title, self.is_punct, self.is_currency, self.like_num = title, punct, currency, number


class Token:
    """A word of a parsed paragraph: `i` is its place among the tokens, `idx` that of its first character.

    `head` is the token itself at the root; `children` are `lefts` and then `rights`.
    """

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_currency", "is_punct",
        "is_sent_start", "is_title", "lefts", "lemma_", "like_num", "lower_", "pos_", "rights", "tag_", "text",
        "whitespace_",
    )  # fmt: skip

    doc: Doc
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]

    def __init__(self, word: Word, i: int, idx: int, *, blank: bool, starts: bool) -> None:
        """A token that is not yet tied to its paragraph: `Doc` does it."""
        self.text, self.lower_, self.is_title = word.text, word.lower_, word.is_title
        self.is_punct, self.is_currency, self.like_num = word.is_punct, word.is_currency, word.like_num
        self.i, self.idx, self.whitespace_, self.is_sent_start = i, idx, " " if blank else "", starts
        self.lemma_ = self.tag_ = self.pos_ = self.dep_ = self.ent_type_ = ""
        self._subtree: tuple[Token, ...] = ()

    def __len__(self) -> int:
        """The number of characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word, for whoever debugs a rule."""
        return self.text

    @property
    def n_lefts(self) -> int:
        """How many children stand before it."""
        return len(self.lefts)

    @property
    def is_lone_sign(self) -> bool:
        """Whether it is punctuation below which nothing hangs."""
        return not self.children and self.head is not self and (self.is_punct or self.text.isspace())

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and all below it, in order; kept once it was asked for."""
        if not self._subtree:
            before, after = (tuple(t for c in side for t in c.subtree) for side in (self.lefts, self.rights))
            self._subtree = (*before, self, *after)
        return self._subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=lambda t: t.i)

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=lambda t: t.i)

    @property
    def sent(self) -> Span:
        """The sentence in which it stands."""
        return self.doc.sentence_at(self.i)

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places further on. Raises IndexError where there is none."""
        place = self.i + distance
        if place < 0:
            raise IndexError(f"no token {distance} from {self.text!r}")
        return self.doc.tokens[place]


class Span(Sequence[Token]):
    """Some tokens in a row, `start` to `end` (excluded) of their paragraph."""

    __slots__ = ("doc", "end", "start", "tokens")

    doc: Doc
    tokens: tuple[Token, ...]

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        """The tokens of `doc` between two places in it."""
        self.doc, self.start, self.end = doc, start, end
        self.tokens = doc.tokens[start:end]

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """A token, or a stretch; places count from the first of these tokens."""
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Go through the tokens."""
        return iter(self.tokens)

    def __repr__(self) -> str:
        """The words."""
        return self.text

    @property
    def text(self) -> str:
        """The characters from the first token to the last, without a blank behind."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """Where the first token begins."""
        return self.tokens[0].idx if self.tokens else 0

    @property
    def end_char(self) -> int:
        """Where the last token ends."""
        return self.tokens[-1].idx + len(self.tokens[-1].text) if self.tokens else 0

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several; a lone sign if there is nothing else."""
        return min(self.tokens, key=lambda t: len(self.doc) if t.is_lone_sign else sum(1 for _ in t.ancestors))


class Doc(Span):
    """A parsed paragraph: all its tokens. `text` is the paragraph's, character for character."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str, tokens: Sequence[Token], heads: Sequence[int]) -> None:
        """Tie tokens to each other; `heads` holds the place of each one's head."""
        self.tokens, self._text = tuple(tokens), text
        self.doc, self.start, self.end = self, 0, len(self.tokens)
        lefts: list[list[Token]] = [[] for _ in tokens]
        rights: list[list[Token]] = [[] for _ in tokens]
        for token, head in zip(self.tokens, heads, strict=True):
            token.doc, token.head = self, self.tokens[head]
            if head != token.i:
                (lefts if token.i < head else rights)[head].append(token)
        for token, before, after in zip(self.tokens, lefts, rights, strict=True):
            token.lefts, token.rights = tuple(before), tuple(after)
            token.children = token.lefts + token.rights
        self._starts = [t.i for t in self.tokens if t.is_sent_start or t.i == 0]

    @property
    def text(self) -> str:
        """The paragraph."""
        return self._text

    @property
    def sents(self) -> Iterator[Span]:
        """The sentences, in order."""
        return (self.sentence_at(start) for start in self._starts)

    def sentence_at(self, place: int) -> Span:
        """The sentence in which the token at a place stands."""
        number = bisect_right(self._starts, place)
        end = self._starts[number] if number < len(self._starts) else self.end
        return Span(self, self._starts[number - 1], end)
