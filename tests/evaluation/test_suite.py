from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.errors import SuiteError
from extractor.evaluation import Suite
from extractor.evaluation.edits import EditWeights
from extractor.evaluation.floors import Floor
from extractor.evaluation.gold_verdict import Decision, GoldVerdict, append_verdict
from extractor.records.declare import Tier
from extractor.records.envelope import Extraction

WriteSuite = Callable[..., Path]

CASE = '[[case]]\ndocument = "a.txt"\ngold = "a.json"\n'


def written(folder: Path, text: str) -> Path:
    (folder / "a.txt").write_text("page", encoding="utf-8")
    (folder / "a.json").write_text("{}", encoding="utf-8")
    path = folder / "suite.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_paths_are_relative_to_the_suite_file(tmp_path: Path) -> None:
    suite = Suite.load(written(tmp_path, f'name = "trial"\n{CASE}'))
    assert suite.name == "trial"
    assert [(case.id, case.document, case.gold) for case in suite.cases] == [
        ("a", tmp_path / "a.txt", tmp_path / "a.json")
    ]


def test_floors_are_read_for_all_cells_and_for_tiers(tmp_path: Path) -> None:
    head = 'name = "t"\n[floors.overall]\nf1 = 0.9\n[floors.prose]\nspurious_share = 0\n'
    floors = Suite.load(written(tmp_path, head + CASE)).floors
    assert floors.overall == Floor(f1=0.9)
    assert floors.tiers == {Tier.PROSE: Floor(spurious_share=0)}


def test_two_labellings_are_named_by_their_folders(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
    path = written(tmp_path, f'name = "t"\n[ceiling]\nlabellings = ["a", "b"]\n{CASE}')
    assert Suite.load(path).labellings == (tmp_path / "a", tmp_path / "b")


def test_edits_have_weights(tmp_path: Path) -> None:
    path = written(tmp_path, f'name = "t"\n[curation]\ninsert = 2.5\n{CASE}')
    assert Suite.load(path).curation == EditWeights(insert=2.5)


def test_verdicts_change_gold_and_its_hash_and_can_be_left_out(
    tmp_path: Path, write_suite: WriteSuite, extraction: Callable[..., Extraction]
) -> None:
    page = Document.from_text("Title: B\n", id="page")
    document = {"id": "page", "sha256": page.sha256, "text_sha256": page.text_sha256}
    rest = {"media_type": "text/plain", "layout": "unknown"}
    gold = extraction({"brief_title": "A"}, document={**document, **rest})
    path = write_suite({"page": ("Title: B\n", gold)}, 'name = "t"\n[gold]\nverdicts = "verdicts.jsonl"\n')
    plain = Suite.load(path)
    verdict = GoldVerdict(
        document="page",
        text_sha256=page.text_sha256,
        pointer="/brief_title",
        decision=Decision.GOLD_WRONG,
        gold="A",
        value="B",
        who="A. Curator",
        when="2026-11-30",
        why="read again",
        quote="B",
    )
    append_verdict(tmp_path / "verdicts.jsonl", verdict)
    settled = Suite.load(path)
    titles = [suite.cases[0].gold_extraction().record.brief_title for suite in (plain, settled)]
    assert titles == ["A", "B"]
    assert settled.gold_hash() != plain.gold_hash() == settled.as_written().gold_hash()
    append_verdict(tmp_path / "verdicts.jsonl", verdict.model_copy(update={"document": "other"}))
    with pytest.raises(SuiteError, match="other is no case"):
        Suite.load(path)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f'name = "t"\nreader = "layout"\n{CASE}', "reader"),
        (f'name = "t"\n{CASE}weight = 2\n', "case[0].weight"),
        (f'name = "t"\n[floors.proze]\nf1 = 1\n{CASE}', "floors.proze"),
        (f'name = "t"\n[floors.overall]\nf2 = 1\n{CASE}', "floors.overall.f2"),
        (f'name = "t"\n[floors.overall]\nf1 = 90\n{CASE}', "floors.overall.f1"),
        (f'name = "t"\n[floors.overall]\nf1 = true\n{CASE}', "floors.overall.f1"),
        (f'name = "t"\n[floors]\noverall = 1\n{CASE}', "floors.overall"),
        (f'name = "t"\n[ceiling]\nlabellings = ["x"]\n{CASE}', "ceiling.labellings"),
        (f'name = "t"\n[ceiling]\nlabellings = ["x", "y"]\n{CASE}', "ceiling.labellings"),
        (f'name = "t"\n[curation]\nswap = 1\n{CASE}', "curation.swap"),
        (f'name = "t"\n[curation]\nmove = -1\n{CASE}', "curation.move"),
        (f'name = "t"\n[gold]\nverdicts = 1\n{CASE}', "gold.verdicts"),
        (f'name = "t"\n[gold]\nverdicts = "."\n{CASE}', "gold.verdicts"),
        (CASE, "name"),
        ('name = "t"\n', "case"),
        ('name = "t"\ncase = 3\n', "case"),
        ('name = "t"\n[[case]]\ndocument = "a.txt"\n', "case[0].gold"),
        ('name = "t"\n[[case]]\ndocument = "b.txt"\ngold = "a.json"\n', "case[0].document"),
        (f'name = "t"\n{CASE}{CASE}', "case[1]"),
    ],
)
def test_an_error_names_the_file_and_the_key(tmp_path: Path, text: str, key: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SuiteError) as error:
        Suite.load(path)
    assert error.value.message.startswith(f"{path}: {key}: ")
    assert error.value.hint


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match=r"suite\.toml: not TOML"):
        Suite.load(written(tmp_path, "name = "))


def test_a_suite_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match=r"there is no suite at .*suite\.toml"):
        Suite.load(tmp_path / "suite.toml")
