"""The Reader that asks a model: every pass of a plan, judged, asked again where needed, merged."""

import asyncio
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from extractor.documents import Document
from extractor.errors import ModelError
from extractor.model.client import Client, Prefix, Remembers, Reply, Request
from extractor.model.conversation import Conversation
from extractor.model.failing import failure
from extractor.model.faults import Fault
from extractor.model.merging import merge
from extractor.model.page_message import page_message
from extractor.model.passes import DEFAULT_PLAN
from extractor.model.pieces import pieces_of
from extractor.model.prompt import Prompt, load
from extractor.model.running import run
from extractor.model.spending import Prices, usage_of
from extractor.model.uniting import unite
from extractor.model.wire.forms import form_of
from extractor.model.wire.part import Part
from extractor.records.draft import Draft
from extractor.records.envelope import Lineage

Outcome = Part | BaseException


class ModelReader:
    """Reads pages with a model.

    `plan` names how many passes ask for which fields; with `parallel` they are asked at once. An answer that
    is not of its form is asked for again, at most `reasks` times a pass, with the faults named. `parameters`
    go into each request as they are, such as `{"temperature": 0}`. With `prices` the usage has a cost. A page
    of more than `max_page_chars` characters is asked in pieces. With `retry_kept` a pass that kept answers
    would make fail is asked anew. `schema_hash` is that of all answers' forms.
    """

    def __init__(
        self,
        client: Client,
        *,
        model: str,
        plan: str = DEFAULT_PLAN,
        prompt: Prompt | None = None,
        reasks: int = 2,
        parameters: Mapping[str, Any] | None = None,
        parallel: bool = True,
        prices: Prices | None = None,
        max_page_chars: int | None = None,
        retry_kept: bool = False,
    ) -> None:
        self.model = model
        self.prompt = prompt or load()
        self.plan = self.prompt.plan(plan)
        self._client = client
        self._remembers = client if isinstance(client, Remembers) else None
        self._reasks = reasks
        self._parallel = parallel
        self._prices = prices
        self._max_page_chars = max_page_chars
        self._retry_kept = retry_kept
        self._forms = [form_of(asked.fields) for asked in self.plan.passes]
        self._prefixes = [
            Prefix(
                asked.name, self.prompt.system(asked, form), form.schema, asked.name, model, parameters or {}
            )
            for asked, form in zip(self.plan.passes, self._forms, strict=True)
        ]
        self.schema_hash = _hash_of([form.schema_hash for form in self._forms])

    def read(self, document: Document) -> Draft:
        """Read one page, without awaiting. Raises as `aread` does."""
        return run(self.aread(document))

    async def aread(self, document: Document) -> Draft:
        """Read one page. Every pass is asked before the first error is raised.

        Raises a ModelError of `extractor.model.faults` with `.document`, `.raw` and `.spent`.
        """
        conversations = self._conversations(document)
        outcomes = await self._asked(conversations)
        if errors := [one for one in outcomes if isinstance(one, BaseException)]:
            raise self._priced(failure(document, errors, conversations))
        usage = usage_of(conversations, self.model, self._prices)
        draft = merge(self._united(document, [one for one in outcomes if isinstance(one, Part)]))
        return draft.model_copy(update={"lineage": self._lineage(conversations), "usage": usage})

    def _priced(self, error: BaseException) -> BaseException:
        if isinstance(error, ModelError) and self._prices:
            error.cost = self._prices.cost(self.model, error.spent)
        return error

    def requests(self, document: Document) -> list[Request]:
        """The first request of every pass on every piece of a page; nothing is sent."""
        pieces = pieces_of(document.text, self._max_page_chars)
        turns = [(page_message(document.text, piece),) for piece in pieces]
        return [Request(prefix, turn, document.id) for prefix in self._prefixes for turn in turns]

    def _conversations(self, document: Document) -> list[Conversation]:
        requests = self.requests(document)
        forms = [form for form in self._forms for _ in range(len(requests) // len(self._forms))]
        return [
            Conversation(first, form, document, watch=self.prompt.watch, reasks=self._reasks)
            for first, form in zip(requests, forms, strict=True)
        ]

    def _united(self, document: Document, parts: Sequence[Part]) -> list[Part]:
        """One part for each pass, out of those of its pieces."""
        pieces = len(parts) // len(self._forms)
        return [unite(parts[at : at + pieces], document.text) for at in range(0, len(parts), pieces)]

    async def _asked(self, conversations: Sequence[Conversation]) -> list[Outcome]:
        """What became of each pass. In sequence a fault ends the page: the rest would be paid in vain."""
        if self._parallel:
            known = [self._known(one) for one in conversations]
            asked = [self._ask(one) for one, part in zip(conversations, known, strict=True) if part is None]
            answered = iter(await asyncio.gather(*asked, return_exceptions=True) if asked else ())
            return [next(answered) if part is None else part for part in known]
        outcomes: list[Outcome] = []
        for conversation in conversations:
            outcomes += await asyncio.gather(self._ask(conversation), return_exceptions=True)
            if isinstance(outcomes[-1], Fault):
                break
        return outcomes

    def _known(self, conversation: Conversation) -> Outcome | None:
        """What became of a pass whose answers are at hand; None where one is still to be asked for.

        A page that needs no waiting is so read in one go, while what it needs is at hand.
        """
        try:
            while self._remembers and (reply := self._remembers.kept(conversation.request)):
                conversation.asked += 1
                if part := self._taken(conversation, reply):
                    return part
        except Exception as error:  # noqa: BLE001 - an outcome, as for a pass that is asked
            return error
        return None

    async def _ask(self, conversation: Conversation) -> Part:
        while True:
            conversation.asked += 1
            reply = await self._client.complete(conversation.request)
            if part := self._taken(conversation, reply):
                return part

    def _taken(self, conversation: Conversation, reply: Reply) -> Part | None:
        """What a reply says; None if it must be asked again. Raises the fault of one that is no answer."""
        try:
            return conversation.take(reply)
        except Fault:
            if not (self._retry_kept and conversation.is_kept):
                raise
            conversation.begin_anew()
            return None

    def _lineage(self, conversations: Sequence[Conversation]) -> Lineage:
        texts = [[reply.text for reply in one.replies] for one in conversations]
        return Lineage.model_validate(
            {
                "reader": "model",
                "model": self.model,
                "prompt": self.prompt.sha256,
                "plan": self.plan.name,
                "schema": self.schema_hash,
                "answers": _hash_of(texts),
            }
        )


def _hash_of(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode("ascii")).hexdigest()
