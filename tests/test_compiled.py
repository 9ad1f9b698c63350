"""Which build runs."""

import subprocess
import sys

from extractor.compiled import compiled
from extractor.verification import verify


def test_the_build_is_told_by_the_file_of_its_modules() -> None:
    assert compiled() is not verify.__file__.endswith(".py")


def test_asking_imports_no_module_that_may_be_compiled() -> None:
    code = "import sys; from extractor.compiled import compiled; compiled(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert "extractor.compiled" in done.stdout
    assert "extractor.verification.verify" not in done.stdout
