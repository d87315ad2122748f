"""A page's blocks to its articles (pure). When in doubt a page is one article.

A page holds several where at least two titles have a frame of their own (a dateline, a byline, "Published") above
text, or where it says that it lists results, or where at least half of its pieces are teasers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.documents.blocks import BODY, Block, is_single
from kg.documents.datelines import prefix_end
from kg.documents.wording import clean_heading, is_truncated, norm, words


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks of one article, its title left out, with the date they give ("" if none).

    `by_page` tells that the date is only the page's. `start` is where the title, or the text, begins.
    """

    title: str
    start: int
    blocks: tuple[Block, ...]
    published: str = ""
    by_page: bool = False


def divide(blocks: Sequence[Block], title: str = "", published: str = "") -> list[Part]:
    """The articles of a page. `title` and `published` are what is known of the whole file, "" if nothing."""
    starts = _framed(blocks) or _listed(blocks)
    if len(starts) < 2:
        return [_single(blocks, title, published)]
    page = published or next((b.date for b in blocks[: starts[0][0]] if b.date), "")
    intro = [b for b in blocks[: starts[0][0]] if b.role in BODY]
    parts = (
        [Part(title, intro[0].start, tuple(intro), page, bool(page))] if any(b.role == "text" for b in intro) else []
    )
    ends = [first for first, _ in starts[1:]] + [len(blocks)]
    for (first, named), end in zip(starts, ends, strict=True):
        inner = _up_to_end([b for i, b in enumerate(blocks[first:end], first) if i != named])
        own = _own_date(inner)
        parts.append(
            Part(
                clean_heading(blocks[named].text),
                blocks[named].start,
                tuple(inner),
                own or page,
                bool(page) and not own,
            )
        )
    return parts


def _framed(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """(first block, title block) of each title with a frame below it; else of each with a date above it."""
    below = [i for i, b in enumerate(blocks) if _is_title(b) and _role(blocks, i + 1) in ("frame", "date")]
    if len(starts := _with_text(blocks, [(i, i) for i in below])) > 1:
        return starts
    above = [
        i for i, b in enumerate(blocks) if b.role == "date" and b.date and _role(blocks, i + 1) in ("short", "heading")
    ]
    starts = [(i, i + 1) for i in above if _role(blocks, i + 2) == "text"]
    return _with_text(blocks, starts) if _leads_each(blocks, above, starts) else []


def _leads_each(blocks: Sequence[Block], above: Sequence[int], starts: Sequence[tuple[int, int]]) -> bool:
    """Whether dates stand above titles: nothing comes before the first, or the name of a page that tells its news
    from the newest to the oldest; no title has its text before the first date.
    """
    first = next((i for i, b in enumerate(blocks) if b.role in ("short", "heading")), 0)
    if not above or first >= above[0]:
        return bool(above)
    told = next((i for i, b in enumerate(blocks) if b.role in ("short", "heading") and _role(blocks, i + 1) in BODY), 0)
    days = [blocks[i].date for i, _ in starts]
    return told > above[0] and len(days) > 1 and days == sorted(days, reverse=True)


def _teased(blocks: Sequence[Block]) -> bool:
    """Whether a stretch from one title to the next is a teaser: broken off, with a link to the rest or a date below."""
    body = [i for i, block in enumerate(blocks) if block.role in BODY]
    if not body:
        return False
    below = blocks[body[-1] + 1 :]
    return is_truncated(blocks[body[-1]].text) or any(b.role == "more" or (b.role == "date" and b.date) for b in below)


def _with_text(blocks: Sequence[Block], starts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Only those that have running text before the next."""
    ends = [*(first for first, _ in starts[1:]), len(blocks)][: len(starts)]
    return [
        s for s, end in zip(starts, ends, strict=True) if any(b.role in BODY for b in _up_to_end(blocks[s[1] : end]))
    ]


def _listed(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The titles of a page of results or teasers: short lines with text right below."""
    marker = next((i for i, b in enumerate(blocks) if b.role == "listing"), None)
    units = [i for i, b in enumerate(blocks) if _is_title(b) and _role(blocks, i + 1) == "text"]
    if marker is not None:
        below = [i for i in units if i > marker]
        return [(i, i) for i in (below if len(below) > 1 else units)]
    ends = [*units[1:], len(blocks)][: len(units)]
    teasers = sum(_teased(blocks[i:end]) for i, end in zip(units, ends, strict=True))
    return [(i, i) for i in units] if teasers > 1 and teasers >= 0.5 * len(units) else []


def _is_title(block: Block) -> bool:
    return block.role in ("short", "heading") and len(words(block.text)) > 2 and not block.text[0].islower()


def _role(blocks: Sequence[Block], i: int) -> str:
    while i < len(blocks) and blocks[i].role == "caption":
        i += 1
    return blocks[i].role if i < len(blocks) else ""


def _up_to_end(blocks: Sequence[Block]) -> list[Block]:
    """Without what follows "Leave a reply" or "References", once there was text."""
    seen = False
    for i, block in enumerate(blocks):
        seen = seen or block.role in BODY
        if block.role == "end" and seen:
            return list(blocks[:i])
    return list(blocks)


def _single(blocks: Sequence[Block], title: str, published: str) -> Part:
    kept = _up_to_end(blocks)
    petitions = [b for b in kept if b.role == "title"]
    named = None if len(petitions) == 1 and not title else _title(kept, title)
    heading = clean_heading((named or petitions[0]).text) if named or petitions else title
    same = {norm(heading), norm(title)} - {""}
    inner = [
        b for b in kept if b is not named and not (b.role in ("short", "heading", "item") and norm(b.text) in same)
    ]
    start = min((b.start for b in [*inner, *([named] if named else [])]), default=0)
    return Part(title or heading, start, tuple(_without_head(inner)), published or _own_date(inner))


def _title(blocks: Sequence[Block], known: str) -> Block | None:
    """The title: what is known, else what stands twice, else a marked heading, else what has a dateline below."""
    first = next((i for i, b in enumerate(blocks) if b.role in BODY), len(blocks))
    heads = [b for b in blocks[:first] if b.role in ("short", "heading") and not is_single(b.text)]
    if known:
        return next((b for b in heads if norm(b.text) == norm(known)), None) or _alike(heads, known)
    texts = [norm(b.text) for b in blocks if b.role in ("short", "heading")]
    twice = [b for b in heads if texts.count(norm(b.text)) > 1 and len(words(b.text)) > 2]
    marked = [b for b in heads if b.level == 1]
    dated = [one for one, other in pairwise(blocks[:first]) if one in heads and other.role in ("date", "frame")]
    long = [b for b in heads if len(words(b.text)) > 3 and not b.text[0].islower()]
    both = [b for b in dated if b in long]
    return next((group[0] for group in (twice, marked, both, long, dated, heads) if group), None)


def _alike(heads: Sequence[Block], known: str) -> Block | None:
    """A head that shares most words with the title known from elsewhere (sites add their name to one of them)."""
    wanted = set(norm(known).split())
    for block in heads:
        has = set(norm(block.text).split())
        if len(has & wanted) >= 0.6 * min(len(has), len(wanted)) and len(has & wanted) > 1:
            return block
    return None


def _without_head(blocks: list[Block]) -> list[Block]:
    """Of the short lines above the text only the last may be a heading, and none that has a dateline below it."""
    first = next((i for i, b in enumerate(blocks) if b.role in BODY), len(blocks))
    return [b for i, b in enumerate(blocks) if b.role != "short" or i >= first - 1]


def _own_date(blocks: Sequence[Block]) -> str:
    """The date above the text, else a line that says "Published", else the place and date before the first sentence."""
    first = next((i for i, b in enumerate(blocks) if b.role in BODY), len(blocks))
    above = [b for b in blocks[:first] if b.date]
    found = [b.date for b in (*(b for b in above if b.sure), *above, *(b for b in blocks if b.date and b.sure))]
    prefix = prefix_end(blocks[first].text)[1] if first < len(blocks) else ""
    last = next((b.date for b in reversed(blocks) if b.role in BODY or b.date), "")
    return next((value for value in (*found, prefix, last) if value), "")


def plain(blocks: Sequence[Block]) -> list[Block]:
    """What is left to read on a page without running text: its short lines are the text."""
    return [replace(b, role="text") if b.role in ("short", "heading") else b for b in blocks]
