"""Word lists of the clause and of the modality: which verbs carry a noun, which deny, plan, report."""

from __future__ import annotations

from kg.facts.grammar.inflect import verb_forms, words


def forms(verbs: str) -> frozenset[str]:
    """Every form of every verb of a list."""
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "hardly", "neither"})
NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
PLANS = forms(
    "plan intend schedule expect prepare promise pledge vow agree propose hope seek aim order oblige require"
) | {"due", "set", "ready", "going", "slated", "plans", "plan", "intention", "order", "orders", "obliged"}
FACES = forms("face await risk")
# "called a strike" is none of the wishes, "called for one" is.
CALLING = forms("call")
ANNOUNCING = forms("announce") | CALLING
ATTEMPTS = forms("try attempt")
UNDONE = forms("refuse decline fail deny forbid prevent stop avoid postpone cancel reject omit neglect scrap") | {
    "unable",
    "unwilling",
}
FACTUAL = forms(
    "decide vote choose move manage begin start continue have force compel proceed help happen remain rush cease "
    "dare go come make lead cause prompt drive push get"
)
CAUSING = words("made makes making saw let had helped heard watched")
# Nouns whose infinitive is what was done: "its decision to fund the clinic".
RESOLVED = words("decision decisions move moves vote failure")
HYPOTHETICAL = frozenset({"can", "could", "may", "might", "should", "must", "ought", "cannot", "would"})
HEDGES = frozenset({"allegedly", "reportedly", "purportedly", "supposedly", "apparently", "seemingly", "presumably"})
GUESSES = frozenset({"perhaps", "possibly", "probably", "maybe", "likely", "hypothetically", "almost", "nearly"})
HABITS = frozenset({"routinely", "regularly", "often", "usually", "frequently", "always", "sometimes", "typically"})
SPEECH = forms(
    "say tell state report note claim allege announce add explain argue warn insist confirm assert maintain believe "
    "think write recall declare acknowledge admit stress emphasize emphasise suggest reveal mention complain conclude "
    "testify reply respond estimate know learn indicate quote cite find inform document record observe remark hear "
    "post tweet ask joke"
)
SUSPECTING = forms("suspect allege claim")
ALLEGING = forms("allege claim accuse suspect")
DENYING = forms("deny reject dispute refute dismiss rebut")
CONDITIONS = frozenset({"if", "unless", "whether", "should", "lest", "provided", "supposing"})
LATER = frozenset({"when", "once", "until", "till", "before", "after", "whenever", "as"})
# Deeds of which somebody is told to have given the order: "ordered the murder of Ann Lee".
DEEDS = words(
    "murder murders killing killings assassination massacre massacres attack attacks bombing execution executions "
    "abduction kidnapping beating shelling torture"
)
COMMANDING = forms("order plan")
# With "of", "with", "for": what somebody is said to have done, not what was done.
ACCUSING = forms("accuse suspect charge indict prosecute arraign try acquit clear investigate blame want") | {
    "charges",
    "charge",
    "accusation",
    "accusations",
    "suspicion",
    "allegation",
    "allegations",
    "suspected",
    "claims",
    "claim",
    "counts",
    "count",
    "proceedings",
    "investigation",
    "case",
    "cases",
}
# Past forms that have somebody as their object; without one, as in headlines ("Two teachers jailed"), they are passive.
DONE_TO = words(
    "detained arrested jailed imprisoned sentenced convicted charged indicted fined acquitted pardoned freed released "
    "remanded abducted kidnapped killed murdered assassinated beaten assaulted injured wounded tortured raped deported "
    "extradited expelled banned barred blocked suspended dissolved deregistered shuttered rearrested re-arrested "
    "arraigned stabbed shot executed lynched hospitalised hospitalized hurt"
)
# Participles that keep an object in the passive ("was given a year"), and what only an active verb denies.
GIVING = frozenset({"given", "handed", "granted", "denied", "awarded", "dealt", "allowed", "shown"})
CONTESTED = words("charge charges allegations accusations wrongdoing involvement claims guilt")
DOERS = words(
    "police officers officer authorities court courts judge judges prosecutors prosecutor soldiers troops gunmen army "
    "agents forces militants tribunal ministry government magistrate security"
)
# Nouns that a "that" clause or "of" hangs on: what they tell is not told as so.
CLAIMS = words(
    "claim claims allegation allegations accusation accusations suspicion suspicions assertion assertions suggestion "
    "suggestions insinuation insinuations charge charges"
)
RUMOURS = words(
    "rumour rumours rumor rumors fear fears possibility risk idea hope hopes threat threats speculation prospect "
    "chance likelihood theory demand demands call calls proposal proposals hint hints wish notion danger assumption "
    "condition expectation expectations request requests recommendation recommendations"
)
PREVENTING = forms("prevent stop ban bar prohibit refrain abstain discourage dissuade deter keep exempt save")
# Of these verbs, those that stop what is their bare object too: people keep a vigil, and save it for later.
STOPPING = PREVENTING - forms("keep save")
RETRACTING = forms("retract withdraw correct debunk disprove refute apologise apologize")
FALSELY = frozenset({"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "wrongfully"})
# Who is cleared of a deed has not done it.
CLEARING = forms("acquit clear absolve exonerate")
WITHOUT = frozenset({"without", "instead", "than", "against"})
FANCIES = forms("dream imagine fantasise fantasize pretend hope fear doubt suppose assume presume speculate guess")
# With a gerund: what somebody only has in mind, is for or is against.
WEIGHING = forms("consider contemplate mull discuss suggest propose recommend advocate favour favor oppose envisage")
# Nouns of what people want or talk over: with "for" and "on" before it, a happening is only their aim or matter.
PLEAS = words(
    "petition petitions campaign campaigns plea pleas motion motions demand demands bid bids appeal appeals "
    "application applications request requests"
)
TALKS = words("talks negotiations vote votes referendum consultations")
# With "that" and the subjunctive: what somebody wants of somebody.
ADVISING = forms("recommend propose demand request urge suggest insist advise ask require")
SUPPOSED = words("feared presumed believed thought assumed supposed rumoured rumored")
# Made-up works, and what they do with what never happened.
FAKE = words(
    "forged fake fabricated fictional fictitious bogus satirical doctored counterfeit hoax falsified generated "
    "manipulated concocted"
)
WORKS = words(
    "letter document film movie video image photo photograph report article story post statement account screenshot "
    "recording audio series drama decree order announcement message website leaflet clip"
)
FICTION = words("novel sitcom comedy deepfake")
STAGED = FICTION | words("film movie play drama series opera musical thriller cartoon sketch")
SHOWING = forms("show depict portray imagine feature describe picture recount")
AIMING = forms("work call campaign insist aim think consider talk plan threaten lobby push press vote advocate") | {
    "right",
    "plan",
    "plans",
    "call",
    "calls",
    "risk",
    "possibility",
    "idea",
    "hope",
    "means",
    "way",
    "proposal",
}
PUNISHING = forms(
    "convict fine jail arrest detain sentence imprison punish expel dismiss sue question ban bar stop prevent blame "
    "praise condemn criticise criticize thank deport fire release summon warn"
) | {"found", "find"}
WISHES = forms(
    "threaten demand urge seek call want ask request propose consider ban allow permit include mean suggest"
) | {
    "right",
    "rights",
    "permission",
    "calls",
    "demands",
    "freedom",
    "ban",
    "bans",
    "law",
    "laws",
    "possibility",
    "permit",
    "permits",
    "cases",
    "risk",
    "threat",
    "fear",
    "fears",
    "reports",
    "request",
    "requests",
    "application",
}
# Verbs that carry an event noun as their object: "held a rally", "filed an appeal", "faces extradition".
LIGHT = forms(
    "bring press initiate institute hold stage organize organise conduct attend lead carry file launch lodge submit "
    "sign issue publish release make give have join start begin convene host call announce plan stand open arrange "
    "undergo receive conclude reach ink strike set create win gain gather collect introduce take participate face "
    "commit perpetrate sponsor obtain draw deliver survive suffer grant end form"
)
JOINING = forms("attend join take participate")
GATHERINGS = words(
    "march marches rally rallies protest protests demonstration demonstrations procession processions parade parades "
    "sit-in sit-ins in gathering gatherings vigil vigils riot riots unrest clash clashes revolt revolts uprising "
    "uprisings revolution pogrom mutiny coup picket pickets strike strikes blockade blockades walkout walkouts "
    "encampment election elections referendum vote poll polls runoff talks summit session sessions meeting meetings "
    "conference conferences forum congress violence disturbances counter-protest"
)
# Verbs that tell that a gathering or a fight took place, as its subject or its object, and nothing of who held it.
HAPPENING = forms(
    "erupt flare break begin start continue spread sweep rock occur happen resume last turn draw attract follow come "
    "culminate result leave force prompt trigger paralyse paralyze shake grip engulf go pass proceed drag enter "
    "coincide bring see disrupt halt lead conclude close fill block degenerate descend escalate intensify kick"
)
# With "into": "the funeral turned into a protest".
BECOMING = forms("turn erupt descend spill escalate degenerate grow develop evolve explode morph")
DISPERSING = forms("disperse break crush suppress quell quash interrupt disrupt storm attack film cover")
WITNESSED = forms(
    "disperse break crush suppress quell quash attend join witness mark address interrupt disrupt cover film spark "
    "trigger prompt ignite provoke lead end cause put see follow watch monitor observe"
)

# A person without a name: what an arrest, a verdict or a blow happens to.
PEOPLE = words(
    "people person persons man men woman women boy boys girl girls child children youth youths teenager teenagers "
    "student students teacher teachers activist activists journalist journalists reporter reporters editor editors "
    "protester protesters protestor protestors demonstrator demonstrators marcher marchers participant participants "
    "supporter supporters member members officer officers official officials policeman policemen soldier soldiers "
    "guard guards constable constables corporal lawyer lawyers worker workers miner miners farmer farmers villager "
    "villagers resident residents citizen citizens suspect suspects defendant defendants prisoner prisoners detainee "
    "detainees brother brothers sister sisters son sons daughter daughters husband wife mother father parent parents "
    "cousin relative relatives neighbour neighbours colleague colleagues leader leaders organiser organisers organizer "
    "organizers doctor doctors nurse nurses driver drivers passer-by blogger bloggers writer singer pastor priest imam "
    "monk monks refugee refugees migrant migrants volunteer volunteers victim victims survivor survivors civilian "
    "civilians politician politicians deputy deputies judge prosecutor minister mayor pensioner businessman vendor "
    "vendors artist artists publisher publishers cleric trader traders others accused co-accused applicant applicants "
    "peasants peasant fishers fishermen fisherman herders herder strikers striker pickers inmates inmate bystander "
    "bystanders onlookers defendants cameraman deputies pupils pupil schoolgirls schoolboys "
    "pharmacist customer passenger passengers individual individuals elder elders attacker attackers gunman gunmen"
)
# Others to whom things happen; what they do themselves is too common to tell without their names.
ANYBODY = PEOPLE | words(
    "president vice-president premier king rector dean warden "
    "worshippers worshipper commuters shoppers tourists tourist peacekeepers peacekeeper policewoman policewomen "
    "pilgrims schoolchildren servicemen serviceman rebels rebel militants militant fighters fighter conscripts "
    "recruits settlers paramedics paramedic medics medic clerics imams priests pastors nuns nun bishop columnist "
    "columnists cartoonist cartoonists photographer photographers cameramen correspondent correspondents presenter "
    "presenters broadcaster poet poets playwright rapper rappers musician musicians singers actor actors actress "
    "comedian comedians historian historians scholar scholars academic academics professor professors lecturer "
    "lecturers scientist scientists economist engineer engineers shopkeeper shopkeepers merchants motorcyclist loggers "
    "ranger rangers labourer labourers laborer laborers dissident dissidents opponent opponents critic critics "
    "campaigner campaigners unionist unionists candidate candidates councillor councillors senator senators lawmaker "
    "lawmakers legislators governor mayors ministers judges prosecutors attorney attorneys general colonel captain "
    "commander commanders sergeant diplomat diplomats consul aide aides bodyguard bodyguards adviser secretary "
    "treasurer chairman chairwoman chairperson foreigner foreigners nationals minors minor infant baby toddler teens "
    "teen grandmother grandfather widow widows girlfriend boyfriend friend friends classmates uncle aunt nephew niece "
    "cousins twins adults patients patient tenants domestic maid maids guide athlete footballer coach whistleblower "
    "whistleblowers witness witnesses hostages hostage captives captive kidnappers robbers bandits smugglers "
    "traffickers looters rioters evacuees deportees seekers militiamen militiaman peasant-farmers priest-activist "
    "executives executive staffer staffers crew lama lamas opposition-supporters ex-minister ex-president ex-mayor "
    "headteacher principal trainee accountant banker bankers filmmaker filmmakers director directors producer "
    "translator interpreter fixer chief chiefs environmentalist environmentalists feminist feminists defender defenders"
)
PRONOUNS = words("he she they him her them us whom")
QUANTITIES = words("dozens scores hundreds thousands several many some most one others both all")
