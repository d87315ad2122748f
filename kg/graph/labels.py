"""Names for events, made from what is known of them: "Conviction of Ann Lee, 2025-02-28" (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.model import Event
from kg.graph.context import Context
from kg.graph.iris import hyphenated
from kg.graph.world import preferred

# What is done by somebody rather than to somebody: the agent tells such events apart.
BY_AGENT = frozenset({
    "March", "Rally", "Picket", "Meeting", "PressConference", "Unrest", "Statement", "Publication", "BillProposal",
    "Refusal", "Approval", "PetitionLaunch", "OfficialMeeting", "Agreement", "Attack",
})  # fmt: skip
ABOUT = {
    "Statement": "about",
    "Publication": "about",
    "Refusal": "to",
    "Approval": "for",
    "Appointment": "of",
    "Appeal": "to",
}
COURTS = frozenset({"Court", "GovernmentBody"})
STATUS = {"planned": "Planned", "alleged": "Alleged", "refused": "Refused", "attempted": "Attempted"}
DENIED, UNCERTAIN, REPORTED = "Denied", "Uncertain", "Reported"
OPENINGS = (*STATUS.values(), DENIED, UNCERTAIN, REPORTED)
"""All words before the kind that may say how an event stands to reality."""
SHOWN = 2


def kind_words(event: Event) -> str:
    """The kind as words: "petition launch"; for treaties the action itself ("ratification")."""
    if event.kind == "TreatyAction" and event.action:
        return event.action
    return "event" if event.kind == "OtherEvent" else hyphenated(event.kind).replace("-", " ")


def event_label(event: Event, context: Context) -> str:
    """A short English name; protected persons are left out of it."""
    patients, agents = _names(event.patient, context), _names(event.agent, context)
    if event.kind == "OtherEvent" and _opening(event) == "Event":
        return _dated(_untitled(patients, agents, event, context), event)
    parts = [_opening(event)]
    heard = [context.entity(key).cls in COURTS for key in event.patient if key not in context.protected]
    lodged = event.kind == "Appeal" and all(heard)
    if patients:
        about = "of" if event.kind == "Appeal" and not lodged else ABOUT.get(event.kind, "of")
        parts.append(f"{about} {patients}")
    if agents and (event.kind in BY_AGENT or lodged or not patients):
        parts.insert(1, f"by {agents}")
    if len(parts) == 1 and event.place:
        parts.append(f"in {_names((event.place,), context)}")
    if event.count and event.count > 1:
        parts.append(f"({event.count})")
    return _dated(" ".join(parts), event)


def _untitled(patients: str, agents: str, event: Event, context: Context) -> str:
    """What happened, where no kind says it."""
    if patients:
        return f"What happened to {patients}"
    if agents:
        return f"What {agents} did"
    place = _names((event.place,), context) if event.place else ""
    return f"What happened in {place}" if place else "Event"


def _dated(label: str, event: Event) -> str:
    return f"{label}, {event.date.edtf}" if event.date else label


def _opening(event: Event) -> str:
    status = STATUS.get(event.status, "")
    if not event.polarity:
        status = f"{DENIED} {status.lower()}".strip()
    elif event.guessed and not status:
        status = UNCERTAIN
    elif event.source and not status:
        status = REPORTED
    text = f"{status} {kind_words(event)}" if status else kind_words(event)
    return text[:1].upper() + text[1:]


def _names(keys: Sequence[str], context: Context) -> str:
    """ "A", "A and B", "A, B and 3 more"."""
    names = [preferred(context.entity(key)) for key in keys if key not in context.protected]
    if len(names) <= SHOWN:
        return " and ".join(names)
    return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"
