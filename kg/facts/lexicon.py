"""Word lists of the clause and of the modality: which verbs carry a noun, which deny, plan, report."""

from __future__ import annotations

from kg.facts.inflect import verb_forms


def forms(verbs: str) -> frozenset[str]:
    """Every form of every verb of a list."""
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "hardly", "neither"})
NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
PLANS = forms("plan intend schedule expect prepare promise pledge vow agree threaten propose hope seek commit aim") | {
    "due", "set", "ready", "going"}
FACES = forms("face await risk")
ATTEMPTS = forms("try attempt")
UNDONE = forms("refuse decline fail deny forbid prevent stop avoid postpone cancel reject") | {"unable", "unwilling"}
FACTUAL = forms(
    "decide vote choose move manage begin start continue have force order compel oblige proceed help happen remain use "
    "require"
) | {"went", "goes", "came"}
HYPOTHETICAL = frozenset({"can", "could", "may", "might", "should", "must", "ought", "cannot", "would"})
HEDGES = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
HABITS = frozenset({"routinely", "regularly", "often", "usually", "frequently", "always", "sometimes", "typically"})
SPEECH = forms(
    "say tell state report note claim allege announce add explain argue warn insist confirm assert maintain believe "
    "think write recall declare acknowledge admit stress emphasize emphasise suggest reveal mention complain conclude "
    "testify reply respond estimate know learn indicate quote cite find inform"
)
ALLEGING = forms("allege claim accuse suspect")
DENYING = forms("deny reject dispute refute")
CONDITIONS = frozenset({"if", "unless", "whether", "should"})
WISHES = forms("demand urge seek call want ask request propose consider ban allow permit include mean suggest") | {
    "right", "rights", "permission", "calls", "demands", "freedom", "ban", "bans", "law", "laws", "possibility",
    "permit", "permits", "cases", "risk", "threat", "fear", "fears", "reports", "request", "requests", "application"}
# Verbs that carry an event noun as their object: "held a rally", "filed an appeal", "faces extradition".
LIGHT = forms(
    "bring press initiate institute hold stage organize organise conduct attend lead carry file launch lodge submit "
    "sign issue publish release make give have join start begin convene host call announce plan stand open arrange "
    "undergo receive conclude reach ink strike set create win gain gather collect introduce take participate face "
    "commit perpetrate sponsor obtain draw deliver survive suffer"
)
JOINING = forms("attend join take participate")
