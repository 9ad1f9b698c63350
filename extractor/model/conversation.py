"""One pass on one page as a conversation, without any I/O.

The next request depends on the page and the replies so far and on nothing else, so that answers from a
server, a cache, a recording or a provider's batch file walk the same way.
"""

import json
from dataclasses import replace

from extractor.documents import Document
from extractor.errors import RecordError, Spent
from extractor.model.client import Message, Reply, Request
from extractor.model.faults import (
    EmptyAnswerError,
    FilteredAnswerError,
    InvalidAnswerError,
    NotJsonError,
    RefusedAnswerError,
    TruncatedAnswerError,
)
from extractor.model.leaks import LeakWatch
from extractor.model.wire.forms import PassForm
from extractor.model.wire.part import Part
from extractor.model.wire.reading import faults
from extractor.records.finding import Finding, FindingCode


class Conversation:
    """Asks for one answer and judges what comes back.

    Send `request`, hand the reply to `take`; None from there means: send `request` again, it has changed.
    """

    def __init__(
        self, first: Request, form: PassForm, page: Document, *, watch: LeakWatch, reasks: int = 2
    ) -> None:
        self.request = self._first = first
        self.replies: list[Reply] = []
        self.asked = 0
        """How often its request was handed to a client; one whose answer never came counts too."""
        self._form = form
        self._page = page
        self._watch = watch
        self._reasks = reasks

    @property
    def name(self) -> str:
        """The pass."""
        return self.request.prefix.name

    @property
    def spent(self) -> Spent:
        """What the replies cost. One out of our cache cost nothing."""
        paid = [reply for reply in self.replies if not reply.cached]
        return sum(map(_spent_on, paid), start=Spent())

    @property
    def is_kept(self) -> bool:
        """Whether all answers so far were kept ones, and none was asked for anew."""
        return not self.request.fresh and all(reply.cached for reply in self.replies)

    def begin_anew(self) -> None:
        """Forget the answers so far; from now on kept ones are passed over."""
        self.request = replace(self._first, fresh=True)
        self.replies, self.asked = [], 0

    def take(self, reply: Reply) -> Part | None:
        """Judge a reply: the part it gives, or None if it must be asked again.

        Raises the named error of a reply that is no answer, and InvalidAnswerError after `reasks` re-asks.
        """
        self.replies.append(reply)
        _check_finished(reply)
        try:
            part = self._form.read(reply.text, self._page)
        except RecordError as error:
            self._ask_again(reply, faults(error), error)
            return None
        if leak := self._watch.leaked(reply.text, self._page.text):
            finding = Finding(code=FindingCode.PROMPT_LEAK, pointer="", message=f"{self.name}: {leak}")
            part = replace(part, findings=[*part.findings, finding])
        return part

    def _ask_again(self, reply: Reply, found: list[str], error: RecordError) -> None:
        if len(self.replies) > self._reasks:
            kind = NotJsonError if _is_no_json(error) else InvalidAnswerError
            message = f"no valid answer to pass {self.name} after {len(self.replies)} tries ({found[0]})"
            raise kind(message, raw=reply.text) from error
        listed = "\n".join(f"- {fault}" for fault in found)
        words = f"Your answer is not valid:\n{listed}\nCorrect it and write the whole JSON object again."
        complaint = (Message("assistant", reply.text), Message("user", words))
        self.request = replace(self.request, turns=(*self.request.turns, *complaint))


def _is_no_json(error: RecordError) -> bool:
    """Whether the text is no JSON at all; NaN, a doubled key or endless depth are faults of an answer."""
    strict = error.__cause__
    return strict is not None and isinstance(strict.__cause__, json.JSONDecodeError)


def _check_finished(reply: Reply) -> None:
    """Raise for an answer that is none: asking for better JSON would not help."""
    if reply.refusal is not None:
        raise RefusedAnswerError("the model refused to answer", raw=reply.refusal)
    if reply.finish_reason == "content_filter":
        raise FilteredAnswerError("the provider's filter withheld the answer", raw=reply.text)
    if reply.finish_reason == "length":
        raise TruncatedAnswerError("the answer was cut off at the limit of tokens", raw=reply.text)
    if not reply.text.strip():
        raise EmptyAnswerError("the answer is empty", raw=reply.text)


def _spent_on(reply: Reply) -> Spent:
    return Spent(reply.sent, reply.tokens_in, reply.tokens_out, reply.tokens_cached)
