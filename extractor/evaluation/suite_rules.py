"""The sections [gate], [gate.margins], [criticality] and [forbidden] of a suite file, read and checked."""

import tomllib
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from extractor.errors import SuiteError
from extractor.evaluation.criticality import Criticality
from extractor.evaluation.forbidden import Forbidden, further_keys
from extractor.evaluation.measure import GATED
from extractor.evaluation.rules import OVERALL, GateRules
from extractor.records.paths import declared_paths

Fail = Callable[..., SuiteError]
"""Makes an error of a key, what is wrong there and `hint=`."""

_KEYS = frozenset(
    {"measure", "critical", "margins", "must_never_fail", "documents", "underpowered", "seed"},
)


def gate_rules(given: Any, documents: Collection[str], fail: Fail) -> GateRules:
    """The gate's rules. `documents` are the suite's ids. Raises what `fail` makes."""
    table = _table(given, "gate", fail)
    for key in table:
        if key not in _KEYS:
            raise fail(f"gate.{key}", "unknown key", hint=f"Known: {', '.join(sorted(_KEYS))}")
    found: dict[str, Any] = {}
    for key, allowed in (("measure", GATED), ("underpowered", ("fail", "pass"))):
        if key in table:
            found[key] = _choice(table[key], allowed, f"gate.{key}", fail)
    for key in ("documents", "seed"):
        if key in table:
            found[key] = _count(table[key], f"gate.{key}", fail)
    found["critical"] = tuple(_paths(table.get("critical", []), "gate.critical", fail))
    found["must_never_fail"] = tuple(
        _choice(name, documents, "gate.must_never_fail", fail)
        for name in _texts(table.get("must_never_fail", []), "gate.must_never_fail", fail)
    )
    margins = _table(table.get("margins", {}), "gate.margins", fail)
    found["margins"] = {
        _choice(name, (OVERALL, *found["critical"]), "gate.margins", fail): _share(
            value, f"gate.margins.{name}", fail
        )
        for name, value in margins.items()
    }
    return GateRules(**found)


def criticality(given: Any, folder: Path, fail: Fail) -> Criticality:
    """The weights, or the weights of the TOML file named. Raises what `fail` makes."""
    if isinstance(given, str):
        given = _file(folder / given, fail)
    table = _table(given, "criticality", fail)
    return Criticality({_path(name, "criticality", fail): _weight(table[name], name, fail) for name in table})


def forbidden(given: Any, fail: Fail) -> Forbidden:
    """The keys in which paired items must agree, by the path of their list. Raises what `fail` makes."""
    table = _table(given, "forbidden", fail)
    return Forbidden({path: _keys_of(path, names, fail) for path, names in table.items()})


def _keys_of(path: str, given: Any, fail: Fail) -> frozenset[str]:
    where = f"forbidden.{path}"
    known = further_keys(_path(path, "forbidden", fail))
    if not known:
        raise fail(where, "its items have no key besides their name", hint="Name a list such as /outcomes")
    return frozenset(_choice(name, known, where, fail) for name in _texts(given, where, fail))


def _file(path: Path, fail: Fail) -> Any:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise fail("criticality", f"there is no file {path}", hint="Correct the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fail("criticality", f"{path} is not TOML: {error}", hint="Correct the file") from error


def _table(given: Any, where: str, fail: Fail) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise fail(where, "a table is expected", hint=f"Write [{where}]")
    return given


def _texts(given: Any, where: str, fail: Fail) -> list[str]:
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise fail(where, "a list of texts is expected", hint='Write ["…", "…"]')
    return given


def _paths(given: Any, where: str, fail: Fail) -> Iterable[str]:
    return (_path(name, where, fail) for name in _texts(given, where, fail))


def _path(name: str, where: str, fail: Fail) -> str:
    if name not in declared_paths():
        raise fail(where, f"the record has no field {name!r}", hint="Name a path such as /design/phases")
    return name


def _choice(value: Any, allowed: Collection[str], where: str, fail: Fail) -> str:
    if value not in allowed:
        raise fail(where, f"{value!r} is none of these", hint=f"Use one of: {', '.join(allowed)}")
    return str(value)


def _count(value: Any, where: str, fail: Fail) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise fail(where, f"{value!r} is no count", hint="Use a whole number")
    return value


def _share(value: Any, where: str, fail: Fail) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise fail(where, f"{value!r} is no share", hint="Use a number from 0 to 1")
    return float(value)


def _weight(value: Any, name: str, fail: Fail) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise fail(f"criticality.{name}", f"{value!r} is no weight", hint="Use a number from 0 on")
    return float(value)
