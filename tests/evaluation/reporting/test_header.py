from collections.abc import Callable
from typing import Any

from extractor.evaluation import DocumentScore, EvaluationReport
from extractor.evaluation.reporting.header import Header, Spent
from extractor.evaluation.reporting.score_tables import versions
from extractor.records.envelope import Extraction


def header(*found: Extraction | None) -> Header:
    scores = tuple(DocumentScore(str(at), (), ()) for at, _ in enumerate(found))
    return Header.of(EvaluationReport("s", "model", "a" * 64, "b" * 64, scores, found))


def usage(**more: Any) -> dict[str, Any]:
    return {"usage": {"requests": 2, "tokens_in": 10, "tokens_out": 3, "tokens_cached": 4, **more}}


def test_what_determined_the_records_is_named_once(extraction: Callable[..., Extraction]) -> None:
    lineage = {
        "reader": "model",
        "model": "m",
        "prompt": "c" * 64,
        "schema": "d" * 64,
        "vocabulary": "e" * 64,
    }
    found = header(extraction(lineage=lineage), extraction(lineage=lineage | {"model": "n"}), None)
    assert (found.models, found.prompts, found.schemas) == (("m", "n"), ("c" * 64,), ("d" * 64,))
    assert found.n_documents == 3
    told = dict(versions(found))
    assert told["model"] == "m/n"
    assert told["prompt"] == "c" * 12
    assert dict(versions(found, whole=True))["gold"] == "a" * 64


def test_other_pages_have_another_hash(extraction: Callable[..., Extraction]) -> None:
    one = extraction()
    other = one.model_copy(update={"document": one.document.model_copy(update={"text_sha256": "2" * 64})})
    assert header(one).pages == header(one).pages
    assert len({header(one).pages, header(other).pages, header(one, other).pages}) == 3


def test_what_was_spent_is_added_up_and_an_unknown_price_is_no_price(
    extraction: Callable[..., Extraction],
) -> None:
    assert header(extraction()).spent is None
    priced = extraction(**usage(cost=0.5))
    assert header(priced, priced).spent == Spent(4, 20, 6, 8, 1.0)
    free = header(extraction(**usage())).spent
    assert free
    assert free.cost is None
