"""Compiles modules of the package in the working directory, in place. Arguments: their paths.

mypy.toml in the working directory holds the settings of mypy. All modules share one library, in which they
call each other directly.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from mypyc.build import mypycify
from setuptools import setup
from setuptools.command.build_ext import build_ext

LIBRARY = "extractor_compiled"


class BuildTogether(build_ext):
    """Gives the compiler a file for each processor at once; setuptools goes through them one by one."""

    def build_extensions(self) -> None:
        """Build the library."""
        one_by_one = self.compiler.compile

        def together(sources: list[str], **options: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                made = list(pool.map(lambda source: one_by_one([source], **options), sources))
            return [path for paths in made for path in paths]

        self.compiler.compile = together
        super().build_extensions()


def main() -> None:
    """Compile what the arguments name."""
    libraries = mypycify(
        ["--config-file", "mypy.toml", *sys.argv[1:]],
        opt_level="3",
        debug_level="0",
        multi_file=True,
        group_name=LIBRARY,
    )
    if os.name == "posix":
        for library in libraries:
            # Nothing outside calls into it by name, so calls inside need not go through a table.
            library.extra_compile_args += ["-fvisibility=hidden", "-fno-semantic-interposition"]
    setup(
        name=LIBRARY,
        packages=[],
        ext_modules=libraries,
        cmdclass={"build_ext": BuildTogether},
        script_args=["build_ext", "--inplace"],
    )


if __name__ == "__main__":
    main()
