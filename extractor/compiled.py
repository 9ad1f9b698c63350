"""Which build is installed: the plain modules, or the one whose busiest modules are compiled.

Both give the same bytes, so no result says it; `extractor --version` and the manifest of a job do.
"""

from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec

_ONE_OF_THEM = "extractor.verification.verify"


def compiled() -> bool:
    """Whether the compiled modules are the ones that run. Imports none of them."""
    spec = find_spec(_ONE_OF_THEM)
    return bool(spec and spec.origin and spec.origin.endswith(tuple(EXTENSION_SUFFIXES)))
