"""The Reader that asks a model: send, parse, re-ask with the faults, give up with a named error."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from extractor.documents import Document
from extractor.errors import ModelError, RecordError
from extractor.model import answer
from extractor.model.client import Client, Message, Reply, Request
from extractor.model.faults import (
    EmptyAnswerError,
    FilteredAnswerError,
    InvalidAnswerError,
    RefusedAnswerError,
    TruncatedAnswerError,
)
from extractor.model.prompt import Prompt, load
from extractor.model.wire import wire_schema, wire_schema_hash
from extractor.records.draft import Draft
from extractor.records.envelope import Lineage, Usage

SCHEMA_NAME = "Answer"


class ModelReader:
    """Reads pages with a model.

    An answer that is no valid record is asked for again, at most `reasks` times, with the faults named.
    `parameters` go into each request as they are, such as `{"temperature": 0}`.
    """

    def __init__(
        self,
        client: Client,
        *,
        model: str,
        prompt: Prompt | None = None,
        reasks: int = 2,
        parameters: Mapping[str, Any] | None = None,
    ) -> None:
        self._client = client
        self._model = model
        self._prompt = prompt or load()
        self._reasks = reasks
        self._parameters = dict(parameters or {})

    def read(self, document: Document) -> Draft:
        """Read one page. Raises a ModelError of `extractor.model.faults` with `.document` and `.raw`."""
        try:
            return self._read(document)
        except ModelError as error:
            if error.document:
                raise
            named = type(error)(error.message, document=document.id, raw=error.raw, hint=error.hint)
            raise named from error.__cause__

    def _read(self, document: Document) -> Draft:
        messages = self._prompt.messages(document)
        replies: list[Reply] = []
        for _ in range(self._reasks + 1):
            replies.append(self._client.complete(self._request(messages)))
            _check_finished(replies[-1])
            try:
                draft = answer.to_draft(answer.parse(replies[-1].text))
            except RecordError as error:
                faults = answer.faults(error)
                messages = (*messages, *_complaint(replies[-1].text, faults))
                continue
            return draft.model_copy(update={"lineage": self._lineage(replies), "usage": _usage(replies)})
        raise InvalidAnswerError(
            f"no valid record after {len(replies)} answers ({faults[0]})",
            raw=replies[-1].text,
            hint="Try a stronger model",
        )

    def _request(self, messages: tuple[Message, ...]) -> Request:
        return Request(
            messages=messages,
            schema=wire_schema(),
            schema_name=SCHEMA_NAME,
            model=self._model,
            parameters=self._parameters,
        )

    def _lineage(self, replies: list[Reply]) -> Lineage:
        return Lineage.model_validate(
            {
                "reader": "model",
                "model": self._model,
                "prompt": self._prompt.sha256,
                "schema": wire_schema_hash(),
                "answers": _hash_of([reply.text for reply in replies]),
            }
        )


def _check_finished(reply: Reply) -> None:
    """Raise for an answer that is none: asking for better JSON would not help."""
    if reply.refusal is not None:
        raise RefusedAnswerError(
            "the model refused to answer", raw=reply.refusal, hint="Read .raw, or try another model"
        )
    if reply.finish_reason == "content_filter":
        raise FilteredAnswerError(
            "the provider's filter withheld the answer", raw=reply.text, hint="Try another model or provider"
        )
    if reply.finish_reason == "length":
        raise TruncatedAnswerError(
            "the answer was cut off at the limit of tokens",
            raw=reply.text,
            hint="Raise the server's limit of tokens, or use a model with a longer answer",
        )
    if not reply.text.strip():
        raise EmptyAnswerError("the answer is empty", raw=reply.text, hint="Try again, or another model")


def _complaint(text: str, faults: list[str]) -> tuple[Message, Message]:
    listed = "\n".join(f"- {fault}" for fault in faults)
    words = f"Your answer is no valid record:\n{listed}\nCorrect it and write the whole JSON object again."
    return Message("assistant", text), Message("user", words)


def _hash_of(texts: list[str]) -> str:
    return hashlib.sha256(json.dumps(texts).encode("ascii")).hexdigest()


def _usage(replies: list[Reply]) -> Usage:
    """What the answers cost. An answer out of our cache cost nothing."""
    paid = [reply for reply in replies if not reply.cached]
    return Usage(
        attempts=len(replies),
        tokens_in=sum(reply.tokens_in for reply in paid),
        tokens_out=sum(reply.tokens_out for reply in paid),
        tokens_cached=sum(reply.tokens_cached for reply in paid),
        cached=not paid,
    )
