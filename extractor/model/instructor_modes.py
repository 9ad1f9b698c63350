"""What instructor does for us: it shapes a request for a mode, and reads answers out of tools and Markdown.

Imported only where a request is shaped or such an answer is read: it costs more than a second. Its create
loop is not used: it validates leniently, hides refusals and logs whole errors. Neither are its templating,
which would run over the page, and its cache, whose keys hold the API key.
"""

import json
from functools import cache
from typing import Any

from instructor.v2.core.errors import InstructorError
from instructor.v2.core.mode import Mode as TheirMode
from instructor.v2.core.providers import Provider
from instructor.v2.core.registry import ModeHandlers, mode_registry
from pydantic import BaseModel

from extractor.model.client import Prefix
from extractor.model.modes import Mode

TURN = "\ue000turn\ue000"
"""Stands in shaped arguments where the last message of a conversation goes."""
_THEIRS = {
    Mode.JSON_SCHEMA: TheirMode.JSON_SCHEMA,
    Mode.STRICT: TheirMode.JSON_SCHEMA,
    Mode.TOOLS: TheirMode.TOOLS,
    Mode.MD_JSON: TheirMode.MD_JSON,
}


def arguments(prefix: Prefix, mode: Mode) -> dict[str, Any]:
    """The arguments of a request for a prefix, with the system message and TURN as the user's message."""
    plain = {
        "model": prefix.model,
        **dict(sorted(prefix.parameters.items())),
        "messages": [{"role": "system", "content": prefix.system}, {"role": "user", "content": TURN}],
    }
    _, shaped = _handlers(mode).request_handler(response_model=_named(prefix, mode), kwargs=plain)
    if mode is Mode.STRICT:  # instructor has no way to ask for it
        shaped["response_format"]["json_schema"]["strict"] = True
    if mode is Mode.MD_JSON and _holds_schema(prefix):
        shaped["messages"][0]["content"] = prefix.system
    return dict(shaped)


def answer_in(completion: Any, mode: Mode) -> str:
    """The answer's JSON in a completion that is whole. Raises ValueError where instructor finds none."""
    as_it_is: Any = _AsItIs
    try:
        return str(_handlers(mode).response_parser(response=completion, response_model=as_it_is))
    except (InstructorError, ValueError, TypeError, LookupError, AssertionError) as error:
        raise ValueError(type(error).__name__) from None


class _AsItIs:
    """Takes the place of a model: the text of an answer is handed on unread."""

    @classmethod
    def model_validate_json(cls, text: str, **_: Any) -> str:
        return text


@cache
def _handlers(mode: Mode) -> ModeHandlers:
    return mode_registry.get_handlers(Provider.OPENAI, _THEIRS[mode])


def _named(prefix: Prefix, mode: Mode) -> type[BaseModel]:
    """A class with the prefix's schema and name: all that instructor asks of a model here."""
    schema = dict(prefix.schema)
    if mode is Mode.TOOLS:  # there the name is taken from the title
        schema["title"] = prefix.schema_name

    class Named(BaseModel):
        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            return dict(schema)

    Named.__name__ = prefix.schema_name
    return Named


def _holds_schema(prefix: Prefix) -> bool:
    """Whether the rules end with the schema already; it need not be paid twice."""
    return json.dumps(prefix.schema, ensure_ascii=False, separators=(",", ":")) in prefix.system
