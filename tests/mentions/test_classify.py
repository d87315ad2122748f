"""What capitalised runs of made-up sentences come to be, after the vote."""

from __future__ import annotations

import pytest

from kg.mentions.find import find_mentions

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        (
            "Open Square, a Lagos-based civic group, has applied for a permit.",
            "Open Square",
            "CivilSocietyOrganization",
        ),
        ("They met on Open Square in Lagos.", "Open Square", "Place"),
        ("The High Court in Mbeya freed him.", "High Court in Mbeya", "Court"),
        (
            "He fled after the trial of a group called Ghana’s Union of Anglers.",
            "Ghana’s Union of Anglers",
            "CivilSocietyOrganization",
        ),
        ("The mayor of Oruro resigned, and people in Oruro cheered.", "Oruro", "Place"),
        ("The Justice Ministry denied it.", "Justice Ministry", "GovernmentBody"),
        ("They walked to the former Ministry of Railways building.", "former Ministry of Railways building", "Place"),
        ("The lawyers Zirwa Otienda and Kwabro Addai spoke.", "Kwabro Addai", "Person"),
        ("His wife, Zirwa Otienda, was wounded.", "Zirwa Otienda", "Person"),
        ("Delta Transit, the company that builds the road, declined to comment.", "Delta Transit", "Company"),
        ("The Vendors' Alliance of Accra has sued.", "Vendors' Alliance of Accra", "CivilSocietyOrganization"),
        ("The ruling Order and Work party won.", "Order and Work", "PoliticalParty"),
        ("The Quiet Ferries Movement won 12 seats.", "Quiet Ferries Movement", "PoliticalParty"),
        ("The Quiet Ferries Movement won a prize.", "Quiet Ferries Movement", "CivilSocietyOrganization"),
        ("He was beaten by activists of the ANC in Durban.", "ANC", "PoliticalParty"),
        ("Karaban Tim recorded nine thefts on the bay.", "Karaban Tim", "CivilSocietyOrganization"),
        ("She told the Mwalu Beacono that it was over.", "Mwalu Beacono", "MediaOutlet"),
        ("He led the Nurses and Midwives Union.", "Nurses and Midwives Union", "CivilSocietyOrganization"),
        ("He is with the Centre for Rural Justice.", "Centre for Rural Justice", "CivilSocietyOrganization"),
        ("Mothers of the Harbour went home.", "Mothers of the Harbour", "CivilSocietyOrganization"),
        ("The harvest in Balochistan failed.", "Balochistan", "Place"),
        ("Tilers' Union of Sialkot has sued.", "Tilers' Union of Sialkot", "CivilSocietyOrganization"),
        ("He joined the Rest and Dignity Party.", "Rest and Dignity Party", "PoliticalParty"),
        ("The Border Unit of the Delta State Police met.", "Border Unit", "GovernmentBody"),
        ("The NGO bill failed.", "NGO bill", "Bill"),
        ("Channel 44, an investigative website, was fined.", "Channel 44", "MediaOutlet"),
        ("Prath Barkha, a Bengali-language daily, was fined.", "Prath Barkha", "MediaOutlet"),
        ("Zato Neme, an Accra NGO, was fined.", "Zato Neme", "CivilSocietyOrganization"),
        ("Critics such as Doctors for Clean Bays went home.", "Doctors for Clean Bays", "CivilSocietyOrganization"),
        ("Freelancer Kwabro Addai was fined.", "Kwabro Addai", "Person"),
        ("The Border Crime Squad of the Kisumu police met.", "Border Crime Squad", "GovernmentBody"),
        ("The Kisumu Magistrate’s Court freed him.", "Kisumu Magistrate’s Court", "Court"),
        ("Sen. Crisanto Bulano, its chair, agreed.", "Crisanto Bulano", "Person"),
        ("A catechist, Linos Fonyui, was shot.", "Linos Fonyui", "Person"),
        ("Delta Loyalty Party won. The leader of Delta Loyalty fled.", "Delta Loyalty", "PoliticalParty"),
        ("The soldier posted to Kumbarra was arrested.", "Kumbarra", "Place"),
        ("He lives in the community of Wasaking.", "Wasaking", "Place"),
        ("The Caribbean coast flooded.", "Caribbean coast", "Place"),
        ("It rained in the North-West and South-West.", "South-West", "Place"),
        ("The offices of Delta Minerals on Main Road burned.", "Delta Minerals", "Company"),
        ("They sued the Ferry Centre under Section 61 of the Ports Act.", "Ferry Centre", "Place"),
        ("A misdemeanours court in Giza freed her.", "misdemeanours court in Giza", "Court"),
        ("He cited Section 163 of the Bharat Nagar Sanhita.", "Bharat Nagar Sanhita", "Law"),
        ("The Chamber of Sugar Brewers objected.", "Chamber of Sugar Brewers", "CivilSocietyOrganization"),
        ("The Chamber of Deputies objected.", "Chamber of Deputies", "Legislature"),
        ("They joined the Partido Verde Ciudad.", "Partido Verde Ciudad", "PoliticalParty"),
        ("Councillor Yamo Perdoma, from the centrist Nuevo Alma, left.", "Nuevo Alma", "PoliticalParty"),
        ("It is before the Senate's Budget Management Committee.", "Budget Management Committee", "Legislature"),
        (
            "The bakers' federation, Fenalpanis, and the mayor, Ana Soto, left.",
            "Fenalpanis",
            "CivilSocietyOrganization",
        ),
        ("Gana Chatro Shakto, the student wing of the party, met.", "Gana Chatro Shakto", "PoliticalParty"),
        ("The governor of Dune State, the online newspaper Creek Notes said, left.", "Creek Notes", "MediaOutlet"),
        ("MPA Sadio Tiwano (Awami Subho) moved it.", "Awami Subho", "PoliticalParty"),
        ("They lost Alianza Liberal del Puerto.", "Alianza Liberal del Puerto", "PoliticalParty"),
        ("They joined the Civic Left.", "Civic Left", "PoliticalParty"),
        ("Deputies of the Taxo Riwo coalition left.", "Taxo Riwo", "PoliticalParty"),
        ("The Delta Digital Chamber objected.", "Delta Digital Chamber", "CivilSocietyOrganization"),
        ("The Bar Council objected.", "Bar Council", "CivilSocietyOrganization"),
        (
            "The Association for Free Media in the Horn (AFMH) sued.",
            "Association for Free Media in the Horn",
            "CivilSocietyOrganization",
        ),
        ("The House of Peoples' Representatives met.", "House of Peoples' Representatives", "Legislature"),
        ("The panel, chaired by Helo Puusepo-Joosta, met.", "Helo Puusepo-Joosta", "Person"),
        ("A councillor called Masudo Rano Bappo threatened her.", "Masudo Rano Bappo", "Person"),
        ('They met Rodrigo "Digo" Salazo, its chair.', 'Rodrigo "Digo" Salazo', "Person"),
        ("It was shut under Memorandum Order No. 12.", "Memorandum Order No. 12", "Policy"),
        ("Shoals Watch Asia on Friday criticized it.", "Shoals Watch Asia", "CivilSocietyOrganization"),
        ("They gave Open Dunes Network Kenya a prize.", "Open Dunes Network Kenya", "CivilSocietyOrganization"),
        ("Cooks' and Waiters' Guild of Lamu sued.", "Cooks' and Waiters' Guild of Lamu", "CivilSocietyOrganization"),
        ("Senator Otho Brandel (Aurora Rural) spoke.", "Aurora Rural", "PoliticalParty"),
        ("The United Reformers, whose leader fled, met.", "United Reformers", "PoliticalParty"),
        ("She sits for Brisa Costera, which governs in a coalition.", "Brisa Costera", "PoliticalParty"),
        ("Kofo Addai, member of the Lower House for Tema, left.", "Lower House", "Legislature"),
        ('“It is a charity,” Kwabro Addai said. "It is a charity," Addai said.', "Addai", "Person"),
        ("Hernold Quisbo Lobos fled. Quisbo was found in Oruro, said Hernold Quisbo Lobos.", "Quisbo", "Person"),
    ],
)
def test_the_class_of_a_name(read, text: str, name: str, cls: str) -> None:
    found = find_mentions({"doc": read(text)})["doc"]
    assert (name, cls) in {(m.text, m.cls) for ms in found for m in ms}


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("She edits the Luganda-language daily Zzira Lyaffe.", "Luganda", "MediaOutlet"),
        ('"We run a charity," Apasso said.', "Apasso", "CivilSocietyOrganization"),
        ("She was freed on Oct 12 and on Nov 3.", "Oct", "Place"),
        ("He slept in Section 4 of the Northern Highway.", "Northern Highway", "Law"),
        ("Because the Bill is long, they slept.", "Because the Bill", "Bill"),
        ("The governor of Dune State, the online newspaper Creek Notes said, left.", "Dune State", "MediaOutlet"),
        ("Gana Chatro Shakto, the student wing of the party, met.", "Gana Chatro Shakto", "Person"),
        ("They lost the Alianza del Puerto.", "Alianza del Puerto", "PoliticalParty"),
        ("The Association for Free Media in the Horn left.", "Association for Free Media in the Horn", "Place"),
        ("House Democrats left the hall.", "House Democrats", "PoliticalParty"),
        ("The actor Otho Brandel (Aurora Rural) spoke.", "Aurora Rural", "PoliticalParty"),
    ],
)
def test_a_name_is_not_of_a_class(read, text: str, name: str, cls: str) -> None:
    found = find_mentions({"doc": read(text)})["doc"]
    assert (name, cls) not in {(m.text, m.cls) for ms in found for m in ms}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Governance matters, and governance fails.", "Governance"),
        ("Several Ghanaians came on Monday.", "Several Ghanaians"),
        ("Meanwhile Reuters reported it.", "Meanwhile Reuters"),
        ("He was held on International Women’s Day.", "International Women"),
    ],
)
def test_what_is_no_name(read, text: str, name: str) -> None:
    assert name not in {m.text for ms in find_mentions({"doc": read(text)})["doc"] for m in ms}
