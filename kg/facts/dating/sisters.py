"""The year of an article without any, by a sister on the same page that tells of the same petition (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.entities.model import LinkedSentence
from kg.mentions.timex.article import ArticleDates

OFTEN = 2  # times that an article names the petition it is about


def years_of_sisters(articles: Sequence[Sequence[LinkedSentence]], dates: Sequence[ArticleDates]) -> dict[int, int]:
    """By number, the years of the articles that tell no time of their own: those of sisters about the same petition.

    Nothing where the sisters do not agree, or where an article is about no petition.
    """
    about = [_petition(one) for one in articles]
    years: dict[str, set[int]] = {}
    for key, found in zip(about, dates, strict=True):
        if key and found.reference is not None:
            years.setdefault(key, set()).add(found.reference.latest.year)
    undated = [(n, key) for n, (key, d) in enumerate(zip(about, dates, strict=True)) if key and d.reference is None]
    return {n: next(iter(years[key])) for n, key in undated if len(years.get(key, ())) == 1}


def _petition(article: Sequence[LinkedSentence]) -> str:
    """The petition that an article names most often, "" if none often."""
    named = Counter(r.entity for one in article for r in one.references if r.cls == "Petition").most_common(1)
    return named[0][0] if named and named[0][1] >= OFTEN else ""
