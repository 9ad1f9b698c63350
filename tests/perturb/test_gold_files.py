"""Products as gold files: the suite's own check finds no fault in them that the seed has not."""

from pathlib import Path

from perturb import PERTURBATIONS, perturb
from perturb.sample import Sample

from extractor.documents import Document
from extractor.evaluation.case import Case
from extractor.evaluation.gold import check_gold
from extractor.evaluation.suite import Suite
from extractor.records.envelope import Extraction


def faults(folder: Path, document: Document, gold: Extraction) -> dict[str, str]:
    page, file = folder / f"{document.id}.txt", folder / f"{document.id}.json"
    page.write_bytes(document.text.encode())
    file.write_text(gold.to_json(), encoding="utf-8")
    return {problem.pointer: problem.reason for problem in check_gold(Suite("one", (Case(page, file),)))}


def test_a_product_is_as_good_gold_as_the_page_it_was_made_of(sample: Sample, tmp_path: Path) -> None:
    before = set(faults(tmp_path, sample.document, sample.gold).values())
    for seed in range(3):
        product = perturb(sample.document, sample.gold, tuple(PERTURBATIONS), seed=seed)
        assert set(faults(tmp_path, product.document, product.gold).values()) <= before
