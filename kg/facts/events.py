"""An article's linked sentences in, its events out: the entry of the facts room for happenings (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.dates import PartialDate
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.called_off import called_off
from kg.facts.dating.leads import led
from kg.facts.dating.placed import placed_in_time
from kg.facts.dating.rulings import of_one_ruling
from kg.facts.dating.sessions import spoken
from kg.facts.dating.settings import Setting, settings
from kg.facts.dating.story import carried, foreseen, of_the_living, once_charged
from kg.facts.dating.titled_years import without_names
from kg.facts.dating.yearly import of_the_year
from kg.facts.demands import is_demanded, read_demand
from kg.facts.groups import named_together, police, still_meant
from kg.facts.learned.model import Model, model
from kg.facts.learned.read import read_learned
from kg.facts.listing import label_date, read_item
from kg.facts.merge import merge
from kg.facts.model import Event
from kg.facts.outcomes import linked
from kg.facts.petitions.counts import fallen_short, read_counts
from kg.facts.petitions.fields import read_field_events
from kg.facts.petitions.steps import read_steps, replaced
from kg.facts.petitions.told import read_told, with_makers
from kg.facts.quotes import quoted, read_label
from kg.facts.reader import read_sentence
from kg.facts.scene import Scene, recalled
from kg.facts.spoken_of import about
from kg.facts.treaty_table import read_table
from kg.facts.whereabouts import judged, placed
from kg.ids import digest
from kg.mentions.timex.article import ArticleDates
from kg.mentions.timex.model import Dated, Timex

IN_PUBLIC = re.compile(
    r"\bin an? (?:\w+ ){0,2}(?:statement|post|letter|note|e-mail|message|appeal|release|speech|tweet|address)\b"
    r"|\btold reporters\b"
)
ANY_ACT = "other/act"  # the widest pattern: only where nothing finer is told
# What a text tells by the way is not what its speaker has reported: "the bill, tabled in May, is vague, Ann said".
ASIDE = frozenset({"TreatyAction", "BillProposal"})
PLAIN = frozenset({"speech/say", "speech/say-that", "speech/according"})


def read_events(
    article_sentences: Sequence[LinkedSentence],
    entities: Mapping[str, Entity],
    dates: ArticleDates,
    known: Model | None = None,
) -> list[Event]:
    """The events of one article, in the order of their first proof, each told once.

    `article_sentences` are in order; `dates` holds, by the position of a sentence in them, its dated spans with offsets
    from the sentence's start. Events of negative polarity ("were not detained") are among them, marked, and those that
    the model `known` guesses (by default the one that comes with the program). What rules read is the same whatever it
    guesses: guesses are added to it at the end.
    """
    scenes = scenes_of(article_sentences, entities, dates)
    headed = {id(scene): _heading(dates.entries[n]) for n, scene in enumerate(scenes) if n in dates.entries}
    ruled = _ruled(scenes, headed)
    guesses = _guessed(scenes, ruled, headed, known or model())
    places = settings(scenes, dates.entries, dates.reference, _without_a_day(dates))
    found = _settled(ruled, scenes, dates, places)
    if guesses:
        found += [e for e in _settled([*ruled, *guesses], scenes, dates, places) if e.guessed]
    work = article_sentences[0].sentence.article.work if article_sentences else ""
    return linked(sorted(_identified(found, work), key=_start))


def _ruled(scenes: Sequence[Scene], headed: Mapping[int, Dated]) -> list[Event]:
    """What the rules read in each sentence, and in what several together tell, in the order of the proofs."""
    events: list[Event] = []
    for kind in ("text", "item"):
        for group in _paragraphs(scenes, kind):
            entry = _is_entry(group)
            if entry and is_demanded(group[0]):
                # What is asked for has not happened; what has a date, as a rule, has.
                events += [e for scene in group for e in told(scene) if e.date is not None]
                events += read_demand(group, events)
                continue
            events += read_item(group) if entry else quoted(group, [told(s, headed.get(id(s))) for s in group])
    steps = read_steps(scenes, events)
    events = called_off([fallen_short(e) for e in events if not replaced(e, steps)], scenes) + steps
    events = with_makers(scenes, [*events, *read_told(scenes, events)])
    events += read_counts(scenes, events)
    events += read_field_events(scenes, events)
    events += read_table([scene for scene in scenes if _kind(scene) == "row"])
    return sorted(events, key=_start)


def _guessed(scenes: Sequence[Scene], ruled: Sequence[Event], headed: Mapping[int, Dated], known: Model) -> list[Event]:
    """What the model adds to the rules, sentence by sentence; nothing to what is asked for."""
    found: list[Event] = []
    told_at: dict[int, list[Event]] = {}
    for event in ruled:
        for start in {one.start for one in event.evidence}:
            told_at.setdefault(start, []).append(event)
    for group in (g for kind in ("text", "item") for g in _paragraphs(scenes, kind)):
        entry = label_date(group[0]) if _is_entry(group) else None
        if _is_entry(group) and is_demanded(group[0]):
            continue
        beside = [told_at.get(scene.linked.sentence.start, []) for scene in group]
        pairs = zip(group, beside, strict=True)
        seen = [read_learned(scene, by_rules, entry or headed.get(id(scene)), known) for scene, by_rules in pairs]
        found += quoted(group, seen, beside)
    return found


def _is_entry(group: Sequence[Scene]) -> bool:
    """Whether a paragraph is an item of a list, or begins with its date as those of a chronology do."""
    return _kind(group[0]) == "item" or label_date(group[0]) is not None


def _settled(
    events: Sequence[Event], scenes: Sequence[Scene], dates: ArticleDates, places: Mapping[int, Setting]
) -> list[Event]:
    """The events, each once, with what the article as a whole says of them: their days, places and judges.

    `places` holds the times that the text has reached, by the start of each sentence.
    """
    once = merge(once_charged(sorted(events, key=_start)))
    timed = carried(placed_in_time(led(about(once), scenes), places, dates.reference))
    ruled = of_one_ruling(timed, scenes, places, dates.reference)
    spoke = spoken(ruled, scenes, places, dates.reference)
    said = of_the_year(spoke, scenes, dates.reference, dates.report_year)
    return of_the_living(judged(placed(foreseen(said, dates.reference), _located(scenes))))


def scenes_of(
    article_sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity], dates: ArticleDates
) -> list[Scene]:
    """The sentences of an article as the readers of facts see them, in order; arguments as for `read_events`."""
    return [
        without_names(Scene(s, entities, dates.of(index), before, together, force, they))
        for index, (before, (s, together, force, they)) in enumerate(
            zip(recalled(article_sentences), _remembered(article_sentences, entities), strict=True)
        )
    ]


def _without_a_day(dates: ArticleDates) -> frozenset[int]:
    """The sentences that name a time which the article does not resolve ("on Wednesday" in a text without a day, "a
    month before the vote" where nothing tells when that was).
    """
    return frozenset(at for at, times in dates.unresolved.items() if any(map(_is_another, times)))


def _is_another(time: Timex) -> bool:
    return time.kind != "relative" or (time.anchor == "clause" and time.amount != 0)


def _located(scenes: Iterable[Scene]) -> frozenset[int]:
    """The starts of the sentences that name a place."""
    return frozenset(s.linked.sentence.start for s in scenes if any(r.cls == "Place" for r in s.linked.references))


def _remembered(
    sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity]
) -> Iterator[tuple[LinkedSentence, Mapping[int, tuple[Reference, ...]], Reference | None, tuple[Reference, ...]]]:
    """Each sentence with the people named together, the police, and those whom "they" may mean, from before it."""
    together: dict[int, tuple[Reference, ...]] = {}
    force: Reference | None = None
    they: tuple[Reference, ...] = ()
    for sentence in sentences:
        together = together | named_together(sentence)
        yield sentence, together, force, they
        they = still_meant(sentence, they)
        force = police([sentence], entities) or force


def _heading(day: PartialDate) -> Dated:
    """The date over an entry, which labels each of its sentences as one at their beginning does."""
    return Dated(0, 0, "", day)


def told(scene: Scene, label: Dated | None = None) -> list[Event]:
    """The events of a sentence of running text. A plain report of an event is its source, not a statement beside it,
    unless a person has said it of somebody else, or somebody in public."""
    events = read_sentence(scene, label) or read_label(scene)
    sources = {e.source for e in events if e.source and e.polarity and e.kind not in ASIDE}
    events = [e for e in events if e.rule != ANY_ACT or not any(_share(e, other) for other in events)]
    events = [e for e in events if not _is_a_penalty(e, events) and not _is_the_refusal(e, events)]
    suffered = {key for e in events if e.source for key in e.patient if key == e.source}
    return [
        e for e in events
        if not (e.rule in PLAIN and set(e.agent) & sources and (suffered & set(e.agent) or not _personal(e)))
    ]  # fmt: skip


def _is_a_penalty(expulsion: Event, events: Sequence[Event]) -> bool:
    """ "was fined and is to be deported": part of the verdict, as long as it has not happened."""
    return (expulsion.kind, expulsion.status) == ("Extradition", "planned") and any(
        e.kind == "Conviction"
        and set(e.patient) & set(expulsion.patient)
        and any(s.type == "other" for s in e.sanctions)
        for e in events
    )


def _is_the_refusal(approval: Event, events: Sequence[Event]) -> bool:
    """ "refused to allow the march": the approval that was not given is the refusal, and no second fact."""
    return (approval.kind, approval.polarity) == ("Approval", False) and any(
        e.kind == "Refusal" and e.polarity and set(approval.agent) == set(e.agent) for e in events
    )


def _share(act: Event, other: Event) -> bool:
    """Whether another event of the sentence has one of the people or bodies of an act, or nobody at all."""
    people = {*other.agent, *other.patient, *other.participant}
    return other.rule != ANY_ACT and (not people or bool(people & {*act.agent, *act.patient}))


def _personal(statement: Event) -> bool:
    if statement.agent[0].startswith("MediaOutlet:"):
        return False
    person = bool(statement.patient or statement.participant) and statement.agent[0].startswith("Person:")
    return person or bool(IN_PUBLIC.search(statement.evidence[0].quote))


def _start(event: Event) -> int:
    return event.evidence[0].start


def _kind(scene: Scene) -> str:
    return scene.linked.sentence.paragraph.kind


def _paragraphs(scenes: Iterable[Scene], kind: str) -> list[list[Scene]]:
    """The scenes of each paragraph of a kind, in order."""
    groups: dict[int, list[Scene]] = {}
    for scene in scenes:
        if _kind(scene) == kind:
            groups.setdefault(scene.linked.sentence.paragraph.start, []).append(scene)
    return list(groups.values())


def _identified(events: Iterable[Event], work: str) -> list[Event]:
    """Give each event an id that depends on what it says and on the work, not on the run or the copy."""
    done: dict[str, int] = {}
    result = []
    for event in events:
        date = event.date.edtf if event.date else ""
        whole = digest(
            event.kind,
            event.status,
            date,
            work,
            event.evidence[0].quote,
            event.place,
            str(event.polarity),
            event.action,
            *event.agent,
            "|",
            *event.patient,
        )
        done[whole] = done.get(whole, 0) + 1
        result.append(replace(event, id=whole if done[whole] == 1 else digest(whole, str(done[whole]))))
    return result
