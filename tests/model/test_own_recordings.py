"""The answers recorded in eval/recordings belong to the prompt as it is, and read without a server."""

from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.extraction import Extractor
from extractor.model.replay import replay_reader
from extractor.records.envelope import EvidenceStatus

ROOT = Path(__file__).resolve().parents[2]
RECORDINGS = sorted(path.parent for path in (ROOT / "eval" / "recordings").glob("*/recording.json"))
PAGES = sorted((ROOT / "eval" / "documents").glob("*.txt"))


def test_each_plan_has_a_recording() -> None:
    assert [folder.name for folder in RECORDINGS] == ["five", "one"]


@pytest.mark.parametrize("folder", RECORDINGS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_recorded_page_is_read_and_verified(folder: Path, page: Path) -> None:
    found = Extractor(replay_reader(folder)).extract(Document.from_path(page))
    assert found.lineage.model == "claude (relayed)"
    unsupported = [one for one in found.evidence.values() if one.status is EvidenceStatus.UNSUPPORTED]
    assert len(unsupported) < len(found.evidence) / 20
