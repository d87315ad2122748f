"""What every reader of world news knows: states, currencies, treaties, offices … (packaged lists, pure values).

The lists are `ontology/authorities/*.csv`; a cell that holds several values separates them with "|". They hold
general knowledge only and are read once per process. A lookup that finds nothing answers None or "".
"""

from kg.authorities.lists import (
    currencies,
    currency_code,
    holidays,
    international,
    legislatures,
    media,
    offices,
    parties,
    treaties,
)
from kg.authorities.people import given_name_gender, name_shape, name_shapes, surname_gender
from kg.authorities.reading import fold
from kg.authorities.rows import (
    Country,
    Currency,
    GivenName,
    Holiday,
    Legislature,
    NameShape,
    Office,
    Organisation,
    Outlet,
    PartyName,
    Regions,
    Treaty,
)
from kg.authorities.states import countries, country_by_adjective, country_by_iso, country_by_name, region_states

__all__ = [
    "Country",
    "Currency",
    "GivenName",
    "Holiday",
    "Legislature",
    "NameShape",
    "Office",
    "Organisation",
    "Outlet",
    "PartyName",
    "Regions",
    "Treaty",
    "countries",
    "country_by_adjective",
    "country_by_iso",
    "country_by_name",
    "currencies",
    "currency_code",
    "fold",
    "given_name_gender",
    "holidays",
    "international",
    "legislatures",
    "media",
    "name_shape",
    "name_shapes",
    "offices",
    "parties",
    "region_states",
    "surname_gender",
    "treaties",
]
