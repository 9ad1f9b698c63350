"""The pages of the suite with their gold."""

from pathlib import Path

import pytest
from perturb.sample import Pages, Sample, samples

BY_NUMBER = {
    sample.document.id[:3]: sample for sample in samples(Path(__file__).parents[2] / "eval" / "suite.toml")
}


@pytest.fixture(params=list(BY_NUMBER), scope="session")
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each page of the suite."""
    return BY_NUMBER[request.param]


@pytest.fixture(scope="session")
def page_number() -> Pages:
    """One page of the suite, by the first three digits of its id."""
    return lambda number: BY_NUMBER[number]
