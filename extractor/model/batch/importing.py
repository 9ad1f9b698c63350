"""Take a provider's output and error files into the cache and `kept.jsonl`. Nothing is sent."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from extractor.errors import RecordError, SettingsError
from extractor.model.answer_store import AnswerStore
from extractor.model.batch.foreign import refuse_foreign
from extractor.model.batch.kept import SECOND, UNKNOWN, UNREADABLE, Kept, KeptLine
from extractor.model.batch.lines import Line, lines_of
from extractor.model.batch.results import USABLE, Result, read_result
from extractor.model.batch.terms import Terms
from extractor.model.client import Reply

_AT_ONCE = 100
_SECRET_LENGTH = 8


@dataclass
class Imported:
    """What an import found: lines by kind, those that were known already, and what a person should know."""

    kinds: Counter[str] = field(default_factory=Counter)
    known: int = 0
    notes: list[str] = field(default_factory=list)


class Import:
    """One import. Use it as a context manager: what was taken is on disk at the end, whatever happened.

    An answer that is in the cache stays there; another answer to the same request is kept beside it.
    """

    def __init__(
        self, terms: Terms, store: AnswerStore, kept: Kept, asked: Collection[str], *, secret: str | None
    ) -> None:
        self._terms = terms
        self._store = store
        self._kept = kept
        self._asked = asked
        self._secret = secret if secret and len(secret) >= _SECRET_LENGTH else None
        self._fresh: dict[str, Reply] = {}
        self.found = Imported()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._flush()
        finally:
            self._kept.save()

    def take(self, paths: Sequence[Path], *, limit: int | None = None) -> Imported:
        """Read files, in any order.

        Raises OSError, and SettingsError where the cache keeps nothing or for a file that cannot be the
        provider's; what was read before stays.
        """
        for path in paths:
            refuse_foreign(path)
            for line in lines_of(path, limit=limit) if limit else lines_of(path):
                self._take_line(line, f"{path}:{line.number}")
        self._flush()
        return self.found

    def _take_line(self, line: Line, place: str) -> None:
        if line.text is None:
            self.found.notes.append(f"{place}: the line is longer than any answer and was left out")
            return
        try:
            result = read_result(line.text, self._terms.mode)
        except RecordError as error:
            if line.torn:
                self.found.notes.append(f"{place}: the line is cut off: download the file again")
            else:
                self.found.notes.append(f"{place}: {error}")
                self._keep("", UNREADABLE, line.text)
            return
        self._take_result(result, line.text)

    def _take_result(self, result: Result, text: str) -> None:
        if result.custom_id not in self._asked:
            self._keep(result.custom_id, UNKNOWN, text)
        elif result.kind != USABLE or result.reply is None:
            self._keep(result.custom_id, result.kind, text)
        else:
            self._take_answer(result.custom_id, result.reply, text)

    def _take_answer(self, key: str, reply: Reply, text: str) -> None:
        other = self._fresh.get(key) or self._store.find(key)
        if other is None:
            self._fresh[key] = reply
            self.found.kinds[USABLE] += 1
            if len(self._fresh) >= _AT_ONCE:
                self._flush()
        elif other.text == reply.text:
            self.found.known += 1
        else:
            self._keep(key, SECOND, text)

    def _keep(self, key: str, kind: str, text: str) -> None:
        clean = text.replace(self._secret, "***") if self._secret else text
        if self._kept.add(KeptLine(custom_id=key, kind=kind, line=clean)):
            self.found.kinds[kind] += 1
        else:
            self.found.known += 1

    def _flush(self) -> None:
        rows = [self._store.row(key, reply, self._terms.model) for key, reply in self._fresh.items()]
        whole = [row for row in rows if row is not None]
        if len(whole) < len(rows) or (whole and not self._store.keep(whole)):
            raise SettingsError(
                "the answer cache keeps nothing: the answers stay in the provider's files",
                hint="Make room or set EXTRACTOR_CACHE_DIR, then import the same files again",
            )
        self._fresh.clear()
