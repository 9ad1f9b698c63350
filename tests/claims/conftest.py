import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "benchmarks" / "verification"))

from claims.case import Case, load_cases  # noqa: E402 - the folder is no installed package
from claims.invented import invented_cases  # noqa: E402
from claims.judge import Judged, JudgedLeaf, judged, judged_gold  # noqa: E402
from claims.suite import claims  # noqa: E402

PER_KIND = 12
"""Changes of one kind and page; `make bench-verify` takes more."""


@pytest.fixture(scope="session")
def labelled() -> tuple[Case, ...]:
    return load_cases(ROOT / "eval")


@pytest.fixture(scope="session")
def cases(labelled: tuple[Case, ...]) -> tuple[Case, ...]:
    return (*labelled, *invented_cases())


@pytest.fixture(scope="session")
def results(cases: tuple[Case, ...]) -> list[Judged]:
    return list(judged(claims(cases, per_kind=PER_KIND)))


@pytest.fixture(scope="session")
def gold_leaves(labelled: tuple[Case, ...]) -> list[JudgedLeaf]:
    return list(judged_gold(labelled))
