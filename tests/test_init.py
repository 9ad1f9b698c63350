"""The public names."""

import inspect
import subprocess
import sys

import pytest

import extractor

NAMES = [
    "Document",
    "Draft",
    "Extraction",
    "Extractor",
    "ExtractorError",
    "Quote",
    "Reader",
    "TrialRecord",
    "aextract",
    "aextract_many",
    "extract",
    "extract_many",
    "verify",
]


def test_the_public_names_are_these() -> None:
    assert extractor.__all__ == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_the_thing_of_that_name(name: str) -> None:
    thing = getattr(extractor, name)
    assert thing.__name__ == name
    assert inspect.getdoc(thing)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'extrct'"):
        extractor.__getattr__("extrct")
    assert not hasattr(extractor, "prompts")


def test_the_import_alone_loads_no_library() -> None:
    libraries = {"pydantic", "openai", "instructor", "lxml"}
    code = f"import sys, extractor; print(*({libraries} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
