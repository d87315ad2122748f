"""Clauses of lawmaking that the parser hangs on the wrong word: the same roles whatever stands between."""

import pytest

from tests.facts.grammar.test_clauses import at, clause

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "subject", "obj"),
    [
        ("On 22 May the Saeima adopted, at third and final reading with 63 members in favour, the Night Trains Act, "
         "which replaces a statute of 1994.", "adopted", ["Saeima"], ["Act"]),
        ("At its sitting of 22 May the Saeima of Latvia considered and adopted in final reading the Night Trains Act.",
         "adopted", ["Saeima"], ["Act"]),
        ("The Coastal Access Act, which the Assembly of Tonga passed in June and Prince Regent Tavake Moala "
         "signed on 9 July, has led to 40 fines.", "signed", ["Moala"], ["Act"]),
        ("An amendment to the Night Trains Act that would double the fee, tabled by three deputies on 12 March, is "
         "opposed by drivers.", "tabled", ["deputies"], ["amendment"]),
        ("An amendment to the Night Trains Act, tabled by three deputies on 12 March, was adopted on 4 April.",
         "tabled", ["deputies"], ["amendment"]),
        ("The house passed at first reading the draft Law on Street Vendors, submitted by the Cabinet on 28 March.",
         "submitted", ["Cabinet"], ["Law"]),
        ("The Vagrancy Act, repealed in 2014, was used against street vendors.", "repealed", [], ["Act"]),
        # What only looks like it.
        ("The senate adopted the budget on Monday, and the treaty is next.", "adopted", ["senate"], ["budget"]),
    ],
)  # fmt: skip
def test_roles_of_a_law(text: str, word: str, subject: list[str], obj: list[str]) -> None:
    found = clause(text, word)
    assert (at(found, "subject"), at(found, "object")) == (subject, obj)
