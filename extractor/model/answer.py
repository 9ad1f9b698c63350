"""From the text of an answer to a Draft: strict parsing, keys given by code, pointers checked."""

import json
from collections.abc import Iterator

from pydantic import ValidationError

from extractor.errors import RecordError
from extractor.model.keys import Keys, check_keys
from extractor.model.wire import Answer
from extractor.records import strict_json
from extractor.records.draft import Draft, Quote
from extractor.records.finding import Finding, FindingCode
from extractor.records.missing import MissingReason
from extractor.records.pointer import resolve
from extractor.records.record import TrialRecord

_MAX_FAULTS = 20
_MAX_SHOWN = 120


def parse(text: str) -> Answer:
    """Read an answer. Raises RecordError for anything that is no strict JSON of the schema."""
    answer = strict_json.parse(Answer, text)
    check_keys(answer.record.arms, "/record/arms")
    check_keys(answer.record.interventions, "/record/interventions")
    reasons: set[str] = set()
    for position, entry in enumerate(answer.missing):
        if entry.pointer in reasons:
            raise RecordError(
                f"a second reason for {entry.pointer!r}",
                pointer=f"/missing/{position}",
                hint="Give one reason",
            )
        reasons.add(entry.pointer)
    return answer


def faults(error: RecordError) -> list[str]:
    """What is wrong with an answer, one line for each fault, with no word of the answer but its keys."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return [str(error)]
    found = cause.errors(include_input=False, include_url=False, include_context=False)
    lines = ["".join(f"/{part}" for part in fault["loc"]) + f": {fault['msg']}" for fault in found]
    more = len(lines) - _MAX_FAULTS
    return lines[:_MAX_FAULTS] + ([f"and {more} more faults"] if more > 0 else [])


def to_draft(answer: Answer) -> Draft:
    """The draft an answer offers, without lineage and usage. What cannot be kept is named in a finding."""
    keys = Keys(answer.record.model_dump(mode="json"))
    keys.give()
    record = TrialRecord.model_validate_json(json.dumps(keys.record), strict=True)
    offers = _Offers(record, keys)
    quotes: dict[str, list[Quote]] = {}
    for pointer, text in offers.words(answer):
        quotes.setdefault(pointer, []).append(Quote(text=text))
    missing = dict(offers.reasons(answer))
    return Draft(record=record, quotes=quotes, missing=missing, findings=keys.findings + offers.findings)


class _Offers:
    """Holds the pointers of an answer against the record."""

    def __init__(self, record: TrialRecord, keys: Keys) -> None:
        self.record = record
        self.keys = keys
        self.findings: list[Finding] = []

    def words(self, answer: Answer) -> Iterator[tuple[str, str]]:
        for entry in answer.quotes:
            pointer = self.keys.moved(entry.pointer)
            if pointer is None or not self._is_place(pointer):
                self._refuse(
                    entry.pointer, f"the words {_shown(entry.text)} were offered", "the record does not have"
                )
            else:
                yield pointer, entry.text

    def reasons(self, answer: Answer) -> Iterator[tuple[str, MissingReason]]:
        for entry in answer.missing:
            pointer = self.keys.moved(entry.pointer)
            what = f"the reason {entry.reason} was given"
            if pointer is None or not self._is_place(pointer):
                self._refuse(entry.pointer, what, "the record does not have")
            elif resolve(self.record, pointer) not in (None, []):
                self._refuse(entry.pointer, what, "that has a value")
            else:
                yield pointer, entry.reason

    def _is_place(self, pointer: str) -> bool:
        try:
            resolve(self.record, pointer)
        except (LookupError, ValueError):
            return False
        return True

    def _refuse(self, pointer: str, what: str, why: str) -> None:
        message = f"{what} for an address {why}"
        self.findings.append(Finding(code=FindingCode.INVALID_POINTER, pointer=pointer, message=message))


def _shown(text: str) -> str:
    return repr(text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…")
