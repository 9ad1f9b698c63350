from pathlib import Path

import pytest

from extractor.errors import SuiteError
from extractor.evaluation import GateRules, Suite

CASE = '[[case]]\ndocument = "a.txt"\ngold = "a.json"\n'


def loaded(folder: Path, head: str) -> Suite:
    (folder / "a.txt").write_text("page", encoding="utf-8")
    (folder / "a.json").write_text("{}", encoding="utf-8")
    path = folder / "suite.toml"
    path.write_text(f'name = "t"\n{head}\n{CASE}', encoding="utf-8")
    return Suite.load(path)


def test_a_suite_without_rules_gates_all_values_with_no_margin(tmp_path: Path) -> None:
    suite = loaded(tmp_path, "")
    assert suite.gate == GateRules()
    assert (suite.gate.margin("overall"), suite.criticality.weight("/arms")) == (0, 1)


def test_rules_and_weights_are_read(tmp_path: Path) -> None:
    head = """
        [gate]
        measure = "recall"
        critical = ["/design/phases", "/identifiers"]
        must_never_fail = ["a"]
        documents = 30
        underpowered = "pass"
        seed = 7
        [gate.margins]
        overall = 0.01
        "/identifiers" = 0.02
        [criticality]
        "/identifiers" = 5
    """
    suite = loaded(tmp_path, head)
    assert suite.gate == GateRules(
        measure="recall",
        critical=("/design/phases", "/identifiers"),
        margins={"overall": 0.01, "/identifiers": 0.02},
        must_never_fail=("a",),
        documents=30,
        underpowered="pass",
        seed=7,
    )
    assert suite.gate.is_critical("/identifiers/value")
    assert suite.criticality.weight("/identifiers/value") == 5


def test_weights_may_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "weights.toml").write_text('"/arms" = 2.5\n', encoding="utf-8")
    assert loaded(tmp_path, 'criticality = "weights.toml"').criticality.weight("/arms/label") == 2.5


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("gate = 1", "gate"),
        ("[gate]\nmargin = 1", "gate.margin"),
        ('[gate]\nmeasure = "beauty"', "gate.measure"),
        ('[gate]\nunderpowered = "maybe"', "gate.underpowered"),
        ("[gate]\ndocuments = -1", "gate.documents"),
        ("[gate]\nseed = true", "gate.seed"),
        ('[gate]\ncritical = "/arms"', "gate.critical"),
        ('[gate]\ncritical = ["/arm"]', "gate.critical"),
        ('[gate]\nmust_never_fail = ["b"]', "gate.must_never_fail"),
        ('[gate.margins]\n"/arms" = 0.1', "gate.margins"),
        ("[gate.margins]\noverall = 2", "gate.margins.overall"),
        ("[criticality]\nphases = 1", "criticality"),
        ('[criticality]\n"/arms" = -1', "criticality./arms"),
        ('criticality = "none.toml"', "criticality"),
        ("forbidden = 1", "forbidden"),
        ('[forbidden]\n"/outcome" = ["kind"]', "forbidden"),
        ('[forbidden]\n"/outcomes" = ["measure"]', "forbidden./outcomes"),
        ('[forbidden]\n"/arms" = ["label"]', "forbidden./arms"),
    ],
)
def test_an_error_names_the_file_and_the_key(tmp_path: Path, head: str, key: str) -> None:
    with pytest.raises(SuiteError) as error:
        loaded(tmp_path, head)
    assert error.value.message.startswith(f"{tmp_path / 'suite.toml'}: {key}: ")
    assert error.value.hint


def test_weights_that_are_no_toml_are_named(tmp_path: Path) -> None:
    (tmp_path / "weights.toml").write_text("/arms = ", encoding="utf-8")
    with pytest.raises(SuiteError, match=r"weights\.toml is not TOML"):
        loaded(tmp_path, 'criticality = "weights.toml"')
