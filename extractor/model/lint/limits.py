"""What servers take: sizes and keywords, by the name of a set of limits."""

from dataclasses import dataclass, field

from extractor.errors import SettingsError

_PLAIN = frozenset(
    {
        "$defs",
        "$ref",
        "$schema",
        "additionalProperties",
        "anyOf",
        "const",
        "description",
        "enum",
        "items",
        "properties",
        "required",
        "title",
        "type",
    }
)
BOUNDS = frozenset(
    {
        "exclusiveMaximum",
        "exclusiveMinimum",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "multipleOf",
        "uniqueItems",
    }
)
"""Keywords that bound a length, a number or a count."""


@dataclass(frozen=True, slots=True)
class Limits:
    """One set of them.

    `keywords` are those that are taken; a keyword that has a rule of its own is judged by that rule.
    """

    name: str
    properties: int
    depth: int
    characters: int
    enum_values: int
    long_enum_characters: int
    recursion: bool
    same_first_keys: bool
    ascii_enums: bool
    patterns: bool
    bounds: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    keywords: frozenset[str] = field(default=_PLAIN)


OPENAI = Limits(
    name="openai",
    properties=5_000,
    depth=10,
    characters=120_000,
    enum_values=1_000,
    long_enum_characters=15_000,
    recursion=True,
    same_first_keys=True,
    ascii_enums=False,
    patterns=True,
    bounds=BOUNDS - {"maxLength", "maxProperties", "minLength", "minProperties", "uniqueItems"},
    formats=frozenset(
        {"date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "time", "uuid"},
    ),
)
"""The guide of OpenAI's strict mode."""

STRICTEST = Limits(
    name="strictest",
    properties=100,
    depth=5,
    characters=15_000,
    enum_values=500,
    long_enum_characters=7_500,
    recursion=False,
    same_first_keys=False,
    ascii_enums=True,
    patterns=False,
)
"""The lowest limit of any known server, and only keywords that all of them take."""

LIMITS = {one.name: one for one in (OPENAI, STRICTEST)}


def limits_named(name: str) -> Limits:
    """The limits of a name. Raises SettingsError."""
    if name not in LIMITS:
        raise SettingsError(f"no limits are called {name!r}", hint=f"Use one of: {', '.join(sorted(LIMITS))}")
    return LIMITS[name]
