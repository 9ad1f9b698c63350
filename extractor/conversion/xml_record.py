"""XML as a tree of words, read by expat: nothing is declared in it, no entities are but the built-in ones."""

from typing import Any
from xml.parsers import expat

from extractor.conversion.converted import Node
from extractor.conversion.limits import Limits
from extractor.errors import MalformedDocumentError

_HINT = "Save the record again as the registry gives it"
_STUDY = "clinical_study"
_RUNNING = "textblock"
"""The element that running text stands in."""
_LAST_NAME = "last_name"
_NAME = ("first_name", "middle_name", _LAST_NAME, "degrees")
_WIDTH = 98
"""The registry breaks running text where the next word would pass this column, its indent counted."""
TEXT = "#"
"""The key of an element's own words, where it has attributes or parts besides; attributes begin with `@`."""


def xml_tree(text: str, name: str) -> Node:
    """Read one XML record: an element is a list of its occurrences; `name` is what errors call the file.

    Comments are left out. Raises MalformedDocumentError and DocumentTooLargeError.
    """
    reader = _Reader(name)
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = reader.entity
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    try:
        parser.Parse(text.encode("utf-8"), True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError as error:
        raise MalformedDocumentError(f"it is no XML record: {error}", document=name, hint=_HINT) from error
    return reader.tree()


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._limits = Limits(name)
        self._open: list[tuple[dict[str, Node], list[str]]] = [({}, [])]

    def doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise self._refused("its document type declares something, which no trial record does")

    def entity(self, *_: Any) -> None:
        raise self._refused("it declares entities, which no trial record does")

    def _refused(self, why: str) -> MalformedDocumentError:
        return MalformedDocumentError(why, document=self._name, hint=_HINT)

    def start(self, _tag: str, attributes: dict[str, str]) -> None:
        self._limits.depth(len(self._open))
        self._limits.one_more()
        self._open.append(({f"@{name}": value for name, value in attributes.items()}, []))

    def words(self, text: str) -> None:
        self._open[-1][1].append(text)

    def end(self, tag: str) -> None:
        parts, pieces = self._open.pop()
        text = "".join(pieces)
        words = _unwrapped(text) if tag == _RUNNING else text.strip()
        if words and parts:
            parts[TEXT] = words
        _join_name(parts)
        siblings = self._open[-1][0].setdefault(tag, [])
        assert isinstance(siblings, list)  # noqa: S101 - attributes have names of another form
        siblings.append(parts or words)

    def tree(self) -> Node:
        """The whole. Raises MalformedDocumentError for a file of several studies."""
        root = self._open[0][0]
        inside = [one for top in root.values() for one in top if isinstance(one, dict)]
        studies = max((len(one.get(_STUDY, [])) for one in inside), default=0)
        if studies > 1:
            hint = "Split it into files of one clinical_study each"
            raise MalformedDocumentError(
                f"it holds {studies:,} studies, and a page is one trial", document=self._name, hint=hint
            )
        return root


def _join_name(parts: dict[str, Node]) -> None:
    """Make one of a person's name that is cut into elements: `Jane B Brewer, MD`."""
    found = [parts[key] for key in _NAME if key in parts]
    words = [
        str(one[0]) for one in found if isinstance(one, list) and len(one) == 1 and isinstance(one[0], str)
    ]
    if len(words) < len(found) or len(words) <= 1:
        return
    degrees = words.pop() if _NAME[-1] in parts else ""
    for key in _NAME:
        parts.pop(key, None)
    parts[_LAST_NAME] = [f"{' '.join(words)}, {degrees}" if degrees else " ".join(words)]


def _unwrapped(text: str) -> str:
    """Running text without the line breaks and the indent that the registry's printing adds."""
    if "\n" not in text.strip():
        return text.strip()
    lines = text.expandtabs().split("\n")
    printed = [line for line in lines if line.strip()]
    indent = min(len(line) - len(line.lstrip()) for line in printed)
    found: list[str] = []
    above = ""
    for line in lines:
        words = line.strip()
        if above and words and _breaks_for_width(above, words):
            found[-1] += f" {words}"
        else:
            found.append(line[indent:].rstrip())
        above = line.rstrip()
    return "\n".join(found).strip()


def _breaks_for_width(above: str, words: str) -> bool:
    """Whether the first word would not have fitted on the line above."""
    return len(above) + 1 + len(words.split(None, 1)[0]) > _WIDTH
