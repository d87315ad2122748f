"""What names are by their company, in made-up sentences: each with the classes that it must show, or must not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from kg.mentions.find import find_mentions
from kg.mentions.model import Sentence

pytestmark = pytest.mark.model

SHOWN = [
    # places that lead, stand or are governed
    ("Residents of Quilcaya Alta blocked the road to Ayamarca on 3 March.", "Place", ["Quilcaya Alta", "Ayamarca"]),
    ("Police officers came to Shna Killi at dawn and arrested nine people.", "Place", ["Shna Killi"]),
    ("Families from the hamlets of Tola Ganj and Piro Bigha marched on Sunday.", "Place", ["Tola Ganj", "Piro Bigha"]),
    ("The wind farm at Hovsgard Fjell was stopped by a court.", "Place", ["Hovsgard Fjell"]),
    ("Kelvar Apparel, a factory in the Dawei free trade zone, closed.", "Place", ["Dawei free trade zone"]),
    # names with words of descent and Arabic particles
    ("The poet Fatma bint al-Mukhtar was summoned.", "Person", ["Fatma bint al-Mukhtar"]),
    ("The court fined Aigul Bekbolot kyzy 20,000 soms.", "Person", ["Aigul Bekbolot kyzy"]),
    ("Ahmad bin Haji Osman and Siti Nur binti Rahim were charged.", "Person", ["Siti Nur binti Rahim"]),
    # bodies
    ("The General Security Directorate held him.", "GovernmentBody", ["General Security Directorate"]),
    ("The Registrar of Associations struck the group off.", "GovernmentBody", ["Registrar of Associations"]),
    ("The KGB was said to have questioned him.", "GovernmentBody", ["KGB"]),
    ("The Audit Chamber objected on Monday.", "GovernmentBody", ["Audit Chamber"]),
    ("He was held on the orders of the governor of Ashgrove.", "GovernmentBody", ["governor of Ashgrove"]),
    ("The ban came from the police of Vrbas Canton.", "GovernmentBody", ["police of Vrbas Canton"]),
    ("A Dodoma magistrate had them rearrested.", "Court", ["Dodoma magistrate"]),
    ("A judge in Antofagasta ordered the release of the six.", "Court", ["judge in Antofagasta"]),
    ("The OSCE Mission to Moldova welcomed the ruling.", "InternationalOrganization", ["OSCE Mission to Moldova"]),
    ("The European Union’s delegation in Dakar said so.", "InternationalOrganization", ["European Union’s delegation"]),
    # citizens, outlets, firms
    ("The Centre for Rural Law published a report.", "CivilSocietyOrganization", ["Centre for Rural Law"]),
    ("The Moravian Church in Suriname said it would wait.", "CivilSocietyOrganization", ["Moravian Church"]),
    ("He wrote for Le Matin du Sahel until 2020.", "MediaOutlet", ["Le Matin du Sahel"]),
    ("She presents the radio programme Hora Clara every Friday.", "MediaOutlet", ["Hora Clara"]),
    ("Brightwater Holdings of Mauritius owns the quarry.", "Company", ["Brightwater Holdings"]),
    # parties
    ("Edna Kuito, a former National Assembly member for the Social Dawn Front, said so.", "PoliticalParty",
     ["Social Dawn Front"]),
    ("His deputy, Jana Vukas, of the Left Union, carried a lantern.", "PoliticalParty", ["Left Union"]),
    ("The Harvest Front, junior partner of the ruling party, left.", "PoliticalParty", ["Harvest Front"]),
    ("Two opposition coalitions, the Alliance for the Morrow and the Sunrise Platform, were banned.", "PoliticalParty",
     ["Alliance for the Morrow", "Sunrise Platform"]),
    # those who have taken up arms
    ("Fighters of the Lake Brotherhood and the Menda Restoration Guards attacked the town.", "ArmedGroup",
     ["Lake Brotherhood"]),
    ("The separatist Governing Council of Ambra denied it.", "ArmedGroup", ["Governing Council of Ambra"]),
    # petitions
    ("A petition to have the quarry closed, which Ana Vask started in May, has 4,100 names.", "Petition",
     ["petition to have the quarry closed"]),
    ("Its petition to the Speaker on the portal Sauti had 31,000 signatures.", "Petition", ["petition"]),
    ("A petition began it. “For a Clean Lake”, launched on the portal e-Duu, won.", "Petition", ["For a Clean Lake"]),
    # norms
    ("Kenya ratified ILO Convention 190 in 2021.", "Treaty", ["ILO Convention 190"]),
    ("The Mutual Fishing Agreement with Angola was signed.", "Treaty", ["Mutual Fishing Agreement with Angola"]),
    ("The Ports Bill is back. Owners could be fined under Clause 31.", "LawProvision", ["Clause 31"]),
]  # fmt: skip
NOT_SHOWN = [
    ("The official came to Ann Lee at dawn.", "Place", "Ann Lee"),
    ("The journalist shouted at Ann Lee.", "Place", "Ann Lee"),
    ("The governor of Ashgrove, Ann Lee, said so.", "GovernmentBody", "governor of Ashgrove"),
    ("A retired judge in Antofagasta, he has written novels.", "Court", "judge in Antofagasta"),
    ("They prayed in the Moravian Church until noon.", "CivilSocietyOrganization", "Moravian Church"),
    ("The cash programme Ladder was closed.", "MediaOutlet", "Ladder"),
    ("The Harvest Front, a charity, left.", "PoliticalParty", "Harvest Front"),
    ("The rebels burned the office of the Red Ridge Foundation.", "ArmedGroup", "Red Ridge Foundation"),
    ("The last clause was struck out; nobody read Clause 31.", "LawProvision", "Clause 31"),
    ("The second petition to have gathered enough names was theirs.", "Petition", "petition to have gathered"),
    ("“For a Clean Lake”, launched on the portal e-Duu in May, won.", "MediaOutlet", "For a Clean Lake"),
    ("The tax office and General Ana Muñoz said so.", "GovernmentBody", "General Ana Muñoz"),
]


def _found(sentences: Sequence[Sentence], cls: str) -> set[str]:
    per = find_mentions({"doc": sentences})["doc"]
    return {m.text for here in per for m in here if m.cls == cls}


@pytest.mark.parametrize(("text", "cls", "names"), SHOWN)
def test_shown(read: Callable[..., list[Sentence]], text: str, cls: str, names: list[str]) -> None:
    assert set(names) <= _found(read(text), cls)


@pytest.mark.parametrize(("text", "cls", "name"), NOT_SHOWN)
def test_not_shown(read: Callable[..., list[Sentence]], text: str, cls: str, name: str) -> None:
    assert name not in _found(read(text), cls)
