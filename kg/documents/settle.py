"""Blocks that only their neighbours explain: footnotes, menus, teasers, link lists, lists without bullets (pure).

Each function takes all blocks of a page and gives back those that stay, some with another role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.documents.blocks import BODY, Block, is_short
from kg.documents.wording import ends_sentence, is_truncated, last_sentence, words

LONG_ITEM = 45
"""More words than this after a number are a numbered paragraph, as in reports of the United Nations."""
MENU_MOST = 90
"""The longest entry of a menu, in code points."""
_LIST_GOES_ON = re.compile(r"(?:[;,]|[;,]\s+(?:and|or))$")


def settle(blocks: Sequence[Block]) -> list[Block]:
    """Apply every rule of this file, in order."""
    found = list(blocks)
    for rule in (_without_footnotes, _without_menus, _without_teasers, _without_tails, _plain_lists, _numbered):
        found = rule(found)
    return found


def introduces(text: str) -> bool:
    """Whether a line introduces a list: a colon at its end, or "the following …" with a half stop."""
    return text.endswith((":", ":-", ": -")) or (
        text.endswith((";", ",", "–", "—")) and bool(re.search(r"\b(?:following|below)\b", text))
    )


def _without_footnotes(blocks: list[Block]) -> list[Block]:
    kept: list[Block] = []
    goes_on = False
    for block in blocks:
        if block.role == "footnote" or (goes_on and block.role in ("short", "text")):
            goes_on = not ends_sentence(block.text)
        else:
            goes_on = False
            kept.append(block)
    return kept


def _without_menus(blocks: list[Block]) -> list[Block]:
    """Bullets above the first text are breadcrumbs and menus, unless a line introduces them or one is a sentence."""
    first = next((i for i, b in enumerate(blocks) if b.role == "text"), 0)
    kept: list[Block] = []
    run: list[Block] = []
    for block in blocks[:first]:
        if block.role == "item":
            run.append(block)
            continue
        kept += _unless_menu(kept, run)
        run = []
        kept.append(block)
    return kept + _unless_menu(kept, run) + blocks[first:]


def _unless_menu(before: list[Block], run: list[Block]) -> list[Block]:
    if before and introduces(before[-1].text):
        return run
    if len(run) == 1 and run[0].label[:1].isdigit():
        return run  # a menu has more than one entry
    return run if any(ends_sentence(b.text) or len(b.text) > MENU_MOST for b in run) else []


def _without_teasers(blocks: list[Block]) -> list[Block]:
    """Drop "Asia 3 hours ago", the titles under it and the broken-off text under them."""
    kept: list[Block] = []
    i = 0
    while i < len(blocks):
        if blocks[i].role != "teaser":
            kept.append(blocks[i])
            i += 1
            continue
        i += 1
        after = i
        while after < len(blocks) and blocks[after].role in ("short", "caption"):
            after += 1
        if after < len(blocks) and blocks[after].role == "text" and is_truncated(blocks[after].text):
            i = after + 1
    return kept


def _without_tails(blocks: list[Block]) -> list[Block]:
    """Drop "Related stories" with the titles and broken-off texts below, up to running text or a framed title."""
    kept: list[Block] = []
    i = 0
    while i < len(blocks):
        if blocks[i].role != "tail":
            kept.append(blocks[i])
            i += 1
            continue
        i = _past_links(blocks, i + 1) if any(b.role in BODY for b in kept) else i + 1
    return kept


def _past_links(blocks: Sequence[Block], i: int) -> int:
    """The first block after a list of links: a heading with its text stays, and so does a title with its dateline."""
    while i < len(blocks):
        block, after = blocks[i], blocks[i + 1] if i + 1 < len(blocks) else None
        link = block.role in ("short", "date", "caption", "teaser", "tail", "more") or (
            block.role in ("text", "item")
            and (is_truncated(block.text) or (block.role == "item" and not ends_sentence(block.text)))
        )
        if not link or (block.role == "short" and after and _is_kept(after)):
            return i
        i += 1
    return i


def _is_kept(after: Block) -> bool:
    return after.role == "frame" or (after.role == "text" and not is_truncated(after.text))


def _plain_lists(blocks: list[Block]) -> list[Block]:
    """Lines after "… are:" that are short or end in half stops are items, bullets or not."""
    found = list(blocks)
    for i, block in enumerate(found):
        if block.role == "text" and introduces(block.text):
            for k in _entries(found, i + 1):
                found[k] = replace(found[k], role="item")
    return found


def _entries(blocks: Sequence[Block], first: int) -> list[int]:
    half = []
    for i in range(first, len(blocks)):
        if blocks[i].role not in ("text", "short") or blocks[i].gap != blocks[first].gap:
            break
        half.append(i)
        if not _LIST_GOES_ON.search(blocks[i].text):
            break
    if len(half) > 1:
        return half
    run = []
    for i in range(first, len(blocks)):
        if blocks[i].role != "short" or blocks[i].gap != blocks[first].gap:
            break
        run.append(i)
    followed = first + len(run) < len(blocks) and blocks[first + len(run)].role in BODY
    if followed and run and blocks[first].gap == blocks[first + len(run)].gap:
        run = run[:-1]  # the last short line heads the text below it
    return run if len(run) > 1 else []


def _numbered(blocks: list[Block]) -> list[Block]:
    """A number before a heading makes no list, and one before several sentences makes a numbered paragraph."""
    found = []
    for i, block in enumerate(blocks):
        if block.role == "item" and block.label[-1:] in ".)" and block.label[-2:-1].isalnum():
            block = replace(block, role=_numbered_role(blocks, i))
        found.append(block)
    return found


def _numbered_role(blocks: Sequence[Block], i: int) -> str:
    block = blocks[i]
    alone = not any(0 <= k < len(blocks) and blocks[k].role == "item" for k in (i - 1, i + 1))
    before_text = i + 1 < len(blocks) and blocks[i + 1].role in ("text", "short")
    if (
        alone
        and before_text
        and is_short(block.text)
        and len(words(block.text)) <= 14
        and not ends_sentence(block.text)
    ):
        return "short"
    several = last_sentence(block.text) > 0 or len(words(block.text)) > LONG_ITEM
    return "text" if several else "item"
