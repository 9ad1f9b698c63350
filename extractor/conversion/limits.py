"""How large and how deep a record may be. Beyond these it is no trial record but an attack or a mistake."""

from extractor.conversion.converted import Node
from extractor.errors import DocumentTooLargeError

MAX_FIELDS = 200_000
MAX_DEPTH = 40


class Limits:
    """Counts what a file holds while it is read. Raises DocumentTooLargeError, which names the file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._fields = 0

    def one_more(self) -> None:
        """One more field."""
        self._fields += 1
        if self._fields > MAX_FIELDS:
            raise self._error(f"it has more than {MAX_FIELDS:,} fields")

    def depth(self, depth: int) -> None:
        """An object or list at this depth; the outermost has depth 1."""
        if depth > MAX_DEPTH:
            raise self.too_deep()

    def too_deep(self) -> DocumentTooLargeError:
        """The error for a file that is nested too deeply to be read at all."""
        return self._error(f"it is nested more than {MAX_DEPTH} levels deep")

    def _error(self, why: str) -> DocumentTooLargeError:
        return DocumentTooLargeError(why, document=self._name, hint="A page is the record of one trial")


def several(node: Node) -> int:
    """How many API records a list, or an answer with `studies`, holds; 0 where it is neither."""
    studies = node.get("studies") if isinstance(node, dict) else node
    if not isinstance(studies, list):
        return 0
    return sum(isinstance(study, dict) and "protocolSection" in study for study in studies)
