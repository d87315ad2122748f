"""What a name's own words say it is."""

from __future__ import annotations

import pytest

from kg.mentions.heads import by_head


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("Ministry of Fisheries", "GovernmentBody"),
        ("Water Ministry", "GovernmentBody"),
        ("Ministry of Law", "GovernmentBody"),
        ("National Peasants Union", "CivilSocietyOrganization"),
        ("State Audit Committee", "GovernmentBody"),
        ("General Committee for Dams", "GovernmentBody"),
        ("Harbour Aid Committee", "CivilSocietyOrganization"),
        ("Agriculture Committee", "Legislature"),
        ("Ethics Committee of the Senate", "Legislature"),
        ("City Council", "Legislature"),
        ("Oruro Municipal Council", "Legislature"),
        ("Water Council", "GovernmentBody"),
        ("Oruro District Court", "Court"),
        ("Green Harvest Party", "PoliticalParty"),
        ("Party of Free Farmers", "PoliticalParty"),
        ("Accra Evening Post", "MediaOutlet"),
        ("Radio Delta", "MediaOutlet"),
        ("UN Committee on Dams", "InternationalOrganization"),
        ("African Union", "InternationalOrganization"),
        ("International Grain Center", "Place"),
        ("Bureau for Cooperatives", "GovernmentBody"),
        ("International Bureau for Herders", "InternationalOrganization"),
        ("Kisumu Rights Bureau for Herders", "CivilSocietyOrganization"),
        ("Baraka Holdings", "Company"),
        ("Liberty Square", "Place"),
        ("Palace of Culture", "Place"),
        ("Plaza Bolognesi", "Place"),
        ("Democratic Union of Anglers", "PoliticalParty"),
        ("Harbour Patriotic Front", "PoliticalParty"),
        ("Harbour Workers Front", "CivilSocietyOrganization"),
        ("Delta Labour Congress", "CivilSocietyOrganization"),
        ("People's Ferry Congress", "PoliticalParty"),
        ("Delta House of Assembly", "Legislature"),
        ("Delta Legislative Council", "Legislature"),
        ("Delta Council of Churches", "CivilSocietyOrganization"),
        ("Chamber of Commerce", "CivilSocietyOrganization"),
        ("Fundación Agua Mansa", "CivilSocietyOrganization"),
        ("Partido Agua Mansa", "PoliticalParty"),
        ("Losvida District Executive Committee", "GovernmentBody"),
        ("Diario Agua Mansa", "MediaOutlet"),
        ("Divers for Clean Bays", ""),
        ("Doctors for Clean Bays", "CivilSocietyOrganization"),
        ("Ministry", ""),
        ("Square", ""),
        ("Ama Mensah", ""),
        ("Battle of Ideas", ""),
    ],
)
def test_the_class_of_a_name_by_its_words(name: str, cls: str) -> None:
    assert by_head(name.split()) == cls
