"""What is linted, as a user names it: a class by its import path, or a file that holds a JSON Schema."""

import sys
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from extractor.errors import SettingsError
from extractor.model.lint.check import lint_model, lint_schema
from extractor.model.lint.limits import Limits
from extractor.model.lint.trap import Trap
from extractor.records import strict_json


def lint_target(name: str, limits: Limits) -> list[Trap]:
    """The traps of `MODULE:CLASS` or of a file `….json`. A module is imported, and so its code runs.

    Raises SettingsError for a name that leads to no model, RecordError for a file that is no strict JSON.
    """
    if name.endswith(".json"):
        path = Path(name)
        return lint_schema(strict_json.loads(strict_json.read(path), source=name), limits)
    return lint_model(_model(name), limits)


def _model(name: str) -> type[BaseModel]:
    module_name, colon, class_name = name.partition(":")
    if not colon or not class_name:
        raise SettingsError(
            f"{name!r} names no model", hint="Write module:Class, as in shop.models:Order, or a file ….json"
        )
    found = _attribute(_module(module_name), module_name, class_name)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        raise SettingsError(f"{name} is no pydantic model", hint="Name a class that inherits from BaseModel")
    return found


def _module(name: str) -> Any:
    if "" not in sys.path and str(Path.cwd()) not in sys.path:
        sys.path.insert(0, str(Path.cwd()))  # as `python -m` does: one's own models lie here
    try:
        return import_module(name)
    except Exception as error:
        raise SettingsError(
            f"the module {name!r} cannot be imported ({type(error).__name__}: {error})",
            hint="Run the command in the folder from which Python finds it",
        ) from error


def _attribute(module: Any, module_name: str, class_name: str) -> Any:
    try:
        return attrgetter(class_name)(module)
    except AttributeError as error:
        raise SettingsError(
            f"the module {module_name} has no {class_name!r}", hint="Check the spelling"
        ) from error
