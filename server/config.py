"""Every setting of the server, once: its name, its default and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from kg.errors import UsageError
from kg.graph.iris import DEFAULT_BASE

PREFIX = "CIVICGRAPH_"


@dataclass(frozen=True, slots=True)
class Setting:
    """A number or word that the operator may change: by flag, or by the variable CIVICGRAPH_<NAME>."""

    name: str
    default: str | int | float
    help: str

    @property
    def variable(self) -> str:
        """The environment variable."""
        return PREFIX + self.name.upper()


SETTINGS = (
    Setting("host", "127.0.0.1", "address to listen on; 0.0.0.0 opens the server to the network"),
    Setting("port", 8000, "port to listen on"),
    Setting("proxy", "", "address of a proxy whose X-Forwarded-For, -Proto and -Host are believed; none by default"),
    Setting("workers", 4, "processes that answer queries; each can be stopped without harm to the others"),
    Setting("share", 2, "queries that one client may have running; its further ones wait"),
    Setting("queue", 32, "queries that may wait for a worker; whoever comes then is told to come again"),
    Setting("timeout", 10.0, "seconds that a query may take; a request may ask for less with timeout="),
    Setting("memory", 2048, "megabytes of address space that a worker may take"),
    Setting(
        "in_memory",
        5_000_000,
        "triples up to which a graph is held in memory; larger ones are read from disk, if above 300,000",
    ),
    Setting("answer_bytes", 64_000_000, "bytes of an answer at most"),
    Setting("query_bytes", 100_000, "bytes of query text that are read at most"),
    Setting("body_bytes", 1_000_000, "bytes of a request's body that are read at most"),
    Setting("cache", 128, "megabytes of answers that are kept for those who ask the same again"),
    Setting(
        "access_log", "", "file for a line of JSON per request, - for standard error; queries by hash; none by default"
    ),
    Setting("rows", 1000, "rows of an answer that a page shows at most; the other formats have all of them"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of SETTINGS, and `base`, the base IRI of the graph that is served."""

    host: str = "127.0.0.1"
    port: int = 8000
    proxy: str = ""
    workers: int = 4
    share: int = 2
    queue: int = 32
    timeout: float = 10.0
    memory: int = 2048
    in_memory: int = 5_000_000
    answer_bytes: int = 64_000_000
    query_bytes: int = 100_000
    body_bytes: int = 1_000_000
    cache: int = 128
    access_log: str = ""
    rows: int = 1000
    base: str = DEFAULT_BASE


def read_settings(environment: Mapping[str, str], given: Mapping[str, object], base: str = DEFAULT_BASE) -> Settings:
    """What is `given` (None counts as not given), else what the environment says, else the defaults.

    Raises UsageError naming the setting whose value is not a number above zero.
    """
    values: dict[str, object] = {"base": base}
    for setting in SETTINGS:
        value = given.get(setting.name)
        if value is None:
            value = environment.get(setting.variable, setting.default)
        values[setting.name] = _converted(setting, value)
    assert values.keys() == {field.name for field in fields(Settings)}
    return Settings(**values)  # type: ignore[arg-type]


def _converted(setting: Setting, value: object) -> object:
    kind = type(setting.default)
    try:
        number = kind(str(value))
    except ValueError as error:
        raise _wrong(setting, value) from error
    if not isinstance(number, str) and not 0 < number < 1e12:
        raise _wrong(setting, value)
    return number


def _wrong(setting: Setting, value: object) -> UsageError:
    return UsageError(f"{setting.name} is {value!r}; give a number above zero ({setting.help})")
