from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import SuiteError
from extractor.evaluation import Suite
from extractor.evaluation.floors import Floor
from extractor.records.declare import Tier

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
