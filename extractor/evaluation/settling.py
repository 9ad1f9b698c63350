"""Gold with its verdicts applied."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import to_jsonable_python

from extractor.documents import Document
from extractor.errors import RecordError, SuiteError
from extractor.evaluation.gold_verdict import Decision, GoldVerdict, appended, of_document
from extractor.evaluation.slots import slot_at
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction
from extractor.records.pointer import split
from extractor.records.record import TrialRecord
from extractor.records.redraft import redraft
from extractor.verification.verify import verify

_T = TypeVar("_T")


def settle(page: Document, gold: Extraction, verdicts: Iterable[GoldVerdict]) -> Extraction:
    """Gold as its verdicts leave it, verified anew where a value changed. Without a verdict, gold itself.

    Raises SuiteError for a verdict on another text, on a value that gold no longer has, or whose value the
    field cannot hold.
    """
    found = of_document(verdicts, gold.document.id, gold.document.text_sha256)
    draft = redraft(gold).model_copy(update={"findings": gold.findings})
    for verdict in found:
        draft = _applied(draft, verdict)
    return verify(page, draft) if any(one.decision is not Decision.GOLD_STANDS for one in found) else gold


def _applied(draft: Draft, verdict: GoldVerdict) -> Draft:
    record = draft.record.model_dump(mode="json", exclude_none=True)
    _check(record, verdict)
    if verdict.decision is Decision.GOLD_STANDS:
        return draft
    if verdict.decision is Decision.BOTH_RIGHT:
        return _also(draft, verdict)
    return _instead(draft, record, verdict)


def _also(draft: Draft, verdict: GoldVerdict) -> Draft:
    """The other value becomes an alternative; it must be one that the field can hold."""
    try:
        slot_at(draft.record, verdict.pointer).parse(verdict.value, pointer=verdict.pointer)
    except (LookupError, ValueError) as error:
        raise _error(verdict, "gold has no such address") from error
    except RecordError as error:
        raise _error(verdict, f"its value cannot stand there: {error.message}") from error
    others = [*draft.acceptable.get(verdict.pointer, []), verdict.value]
    return draft.model_copy(update={"acceptable": {**draft.acceptable, verdict.pointer: others}})


def _instead(draft: Draft, record: dict[str, Any], verdict: GoldVerdict) -> Draft:
    """The value takes the place of gold's; words and reasons of what stood there go with it."""
    pointer = _written(record, verdict)
    try:
        changed = TrialRecord.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        unknown = first["type"] == "extra_forbidden"
        why = "the record has no such field" if unknown else f"its value cannot stand there: {first['msg']}"
        raise _error(verdict, why) from error
    quotes = _outside(draft.quotes, pointer)
    if verdict.value is not None:
        quotes[pointer] = [Quote(text=verdict.quote)]
    missing = _outside(draft.missing, pointer)
    above = {place: why for place, why in missing.items() if not (pointer + "/").startswith(place + "/")}
    acceptable = _outside(draft.acceptable, pointer)
    return draft.model_copy(
        update={"record": changed, "quotes": quotes, "missing": above, "acceptable": acceptable}
    )


def _written(record: dict[str, Any], verdict: GoldVerdict) -> str:
    """Write the value into the record; the pointer at which it stands now."""
    items = appended(verdict.pointer)
    tokens = split(items or verdict.pointer)
    target: Any = record
    for token in tokens[:-1]:
        target = target[int(token)] if isinstance(target, list) else target.setdefault(token, {})
    if items:
        grown = target.setdefault(tokens[-1], [])
        grown.append(verdict.value)
        return f"{items}/{len(grown) - 1}"
    if isinstance(target, list):
        target[int(tokens[-1])] = verdict.value
    else:
        target[tokens[-1]] = verdict.value
    return verdict.pointer


def _check(record: dict[str, Any], verdict: GoldVerdict) -> None:
    """Refuse a verdict on what gold does not say any more."""
    if appended(verdict.pointer) or (verdict.decision is Decision.GOLD_STANDS and verdict.gold is None):
        return
    try:
        value: Any = record
        for token in split(verdict.pointer):
            value = value[int(token)] if isinstance(value, list) else (value or {}).get(token)
    except (LookupError, ValueError, AttributeError) as error:
        raise _error(verdict, "gold has no such address") from error
    said = to_jsonable_python(verdict.gold)
    if (value or None) != (said or None):
        raise _error(verdict, f"gold says {value!r} there, the verdict was on {said!r}")


def _outside(found: dict[str, _T], pointer: str) -> dict[str, _T]:
    return {place: value for place, value in found.items() if not (place + "/").startswith(pointer + "/")}


def _error(verdict: GoldVerdict, what: str) -> SuiteError:
    return SuiteError(
        f"verdict of {verdict.who} on {verdict.document} {verdict.pointer}: {what}",
        hint="Give a new verdict, or take the line out",
    )
