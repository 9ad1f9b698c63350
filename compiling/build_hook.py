"""Builds a wheel whose busiest modules are compiled, where HATCH_BUILD_HOOKS_ENABLE=1 asks for it.

Without that the wheel is plain Python and nothing of this folder is run. pyproject.toml says which modules
are compiled and why others are not.

All happens in a copy: setuptools must not read our pyproject.toml, and a compiled module left beside its
source would be imported in its stead.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "extractor"
COMPILE = Path(__file__).with_name("compile.py")


class CompilingHook(BuildHookInterface):  # type: ignore[type-arg] # it is generic only when types are checked
    """Adds compiled modules to a wheel; their sources stay beside them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling what to add. Raises RuntimeError, with what the compiler said."""
        if version == "editable":
            raise RuntimeError("What is edited cannot be compiled beforehand: build a wheel, `pip wheel .`")
        self._copy = TemporaryDirectory()
        work, root = Path(self._copy.name), Path(self.root)
        shutil.copytree(root / PACKAGE, work / PACKAGE, ignore=_no_source)
        shutil.copyfile(root / "pyproject.toml", work / "mypy.toml")
        names = chosen(root, self.config["include"], self.config["exclude"])
        _run(work, [sys.executable, str(COMPILE), *names])
        made = [*work.glob("*__mypyc.*"), *work.glob(f"{PACKAGE}/**/*.so"), *work.glob(f"{PACKAGE}/**/*.pyd")]
        build_data["force_include"] |= {str(path): path.relative_to(work).as_posix() for path in made}
        build_data["infer_tag"], build_data["pure_python"] = True, False

    def finalize(self, *_: object) -> None:
        """Drop the copy: the wheel is written."""
        self._copy.cleanup()


def chosen(root: Path, include: list[str], exclude: list[str]) -> list[str]:
    """The modules to compile, as paths below the root. Raises ValueError for a pattern that names none."""
    found = {pattern: set(root.glob(pattern)) for pattern in (*include, *exclude)}
    if empty := [pattern for pattern, paths in found.items() if not paths]:
        raise ValueError(f"no module is named {', '.join(empty)}")
    kept = {path for pattern in include for path in found[pattern]}
    kept -= {path for pattern in exclude for path in found[pattern]}
    return sorted(path.relative_to(root).as_posix() for path in kept if path.name != "__init__.py")


def _no_source(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".py") and not Path(folder, name).is_dir()]


def _run(work: Path, command: list[str]) -> None:
    done = subprocess.run(command, cwd=work, check=False, capture_output=True, text=True)  # noqa: S603 - ours
    if done.returncode:
        raise RuntimeError(f"the modules could not be compiled\n{done.stdout}\n{done.stderr}")
