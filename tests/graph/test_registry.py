import pytest

from kg.entities.model import Entity, Place
from kg.graph.registry import assign, parent_of, parents_by_name

SOMEWHERE = [Place("d", 1, 0, 1, "x")]


def entity(cls: str, name: str, *forms: str, key: str = "", country: str = "", iso: str = "", part: str = "") -> Entity:
    names = dict.fromkeys((name, *forms), SOMEWHERE)
    return Entity(key or f"{cls}:{name.lower()}", cls, name, names, country, iso, part)


@pytest.mark.parametrize(
    ("thing", "path"),
    [
        (entity("Person", "Maarja Tamm"), "person/maarja-tamm"),
        (entity("Court", "Tartu court"), "organization/tartu-court"),
        (entity("Country", "Türkiye", iso="TR"), "country/tr"),
        (entity("Law", "Penal Code of Estonia", country="EE"), "law/ee/penal-code"),
        (entity("Law", "Code of Conduct", country="EE"), "law/ee/code-of-conduct"),
        (entity("Law", "Penal Code"), "law/penal-code"),
        (entity("Bill", "draft law on noise", country="EE"), "bill/ee/draft-law-on-noise"),
        (entity("LawProvision", "Article 12", country="EE", part="Penal Code of Estonia"), "law/ee/penal-code/art-12"),
        (entity("Person", "Анна Ли"), "person/anna-li"),
        (entity("Place", "???"), "place/x"),
    ],
)
def test_first_paths(thing: Entity, path: str) -> None:
    assert assign([thing], {})[0] == {thing.key: path}


def test_provisions_lie_under_their_law() -> None:
    law = entity("Law", "Penal Code", "Penal Code of Estonia", country="EE")
    same = entity("LawProvision", "Article 5", key="p1", part="penal code of estonia")
    by_key = entity("LawProvision", "Article 6", key="p2", part=law.key)
    paths, _ = assign([by_key, same, law], {})
    assert [paths["p1"], paths["p2"]] == ["law/ee/penal-code/art-5", "law/ee/penal-code/art-6"]


def test_equal_names_get_numbers_and_keep_them() -> None:
    one, two = entity("Person", "Ann Lee", key="k2"), entity("Person", "Ann Lee", key="k1")
    paths, registry = assign([one, two], {})
    assert paths == {"k1": "person/ann-lee", "k2": "person/ann-lee-2"}
    third = entity("Person", "Ann Lee", key="k0")
    assert assign([third, one, two], registry)[0] == paths | {"k0": "person/ann-lee-3"}


def test_a_fuller_name_found_later_renames_nobody() -> None:
    _, registry = assign([entity("MediaOutlet", "Radio Nord")], {})
    later = entity("Company", "Radio Nord International", "Radio Nord")
    assert assign([later], registry)[0] == {later.key: "organization/radio-nord"}


def test_a_surname_alone_hands_no_path_on() -> None:
    _, registry = assign([entity("Person", "Jaan Kask", "Kask")], {})
    other = entity("Person", "Mart Kask", "Kask")
    assert assign([other], registry)[0] == {other.key: "person/mart-kask"}


def test_the_owner_of_a_name_goes_before_a_newcomer() -> None:
    owner = entity("Place", "Springfield", key="z")
    paths, registry = assign([owner], {})
    newcomer = entity("Place", "Springfield", key="a")
    assert assign([newcomer, owner], registry)[0] == paths | {"a": "place/springfield-2"}


def test_a_path_once_given_is_given_to_no_other() -> None:
    _, registry = assign([entity("Person", "Ann Lee")], {})
    other = entity("Person", "Ann-Lee", key="k", country="EE")
    assert registry["person|ann lee"] == "person/ann-lee"
    assert assign([other], {"person|=gone": "person/ann-lee"})[0] == {"k": "person/ann-lee-2"}


def test_the_input_is_left_alone_and_order_does_not_matter() -> None:
    before: dict[str, str] = {}
    things = [entity("Person", name) for name in ("B C", "A B", "C D")]
    assert assign(things, before) == assign(things[::-1], before)
    assert before == {}


def test_nothing_is_part_of_itself() -> None:
    body = entity("GovernmentBody", "Ministry", part="Ministry")
    assert parent_of(body, parents_by_name([body])) is None
