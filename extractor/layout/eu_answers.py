"""The fields of one protocol by their codes, and the answers of those that ask."""

from collections.abc import Iterable

from extractor.layout.placeholders import placeholder
from extractor.normalise.terms import lookup
from extractor.structure.sections import Section
from extractor.structure.slices import Slice


class Protocol:
    """The fields of a protocol: by code, each with its first section, and all of them in order."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections = tuple(sections)
        self._first: dict[str, Section] = {}
        for section in self.sections:
            if section.name not in self._first or self._first[section.name].block is None:
                self._first[section.name] = section

    def field(self, code: str) -> Section | None:
        """The field, or None where the page does not print it; an empty one only if no other is filled."""
        return self._first.get(code)

    def value(self, code: str) -> Slice | None:
        """The words of a field, or None where it is empty or says that there are none."""
        section = self._first.get(code)
        words = section.block if section else None
        return None if words is None or placeholder(words) else words

    def answer(self, code: str) -> bool | None:
        """What a question is answered with; None where it is not."""
        words = self.value(code)
        answer = lookup("enums", words.text, "YesNo") if words else None
        return None if answer is None else answer == "YES"

    def said(self, code: str) -> tuple[Slice, ...]:
        """The label of a field with its value: the words that show an answer; none where it has no value."""
        section = self._first.get(code)
        if section is None or section.heading is None or section.block is None:
            return ()
        return (section.heading.to(section.block),)

    def groups(self, head: str, fallback: str) -> list["Protocol"]:
        """The fields below each heading of a group, `D.IMP: 1`; without headings, from each `fallback` on."""
        starts = [at for at, one in enumerate(self.sections) if one.name == head]
        starts = starts or [at for at, one in enumerate(self.sections) if one.name == fallback]
        ends = [*starts[1:], len(self.sections)][: len(starts)]
        return [Protocol(self.sections[at:end]) for at, end in zip(starts, ends, strict=True)]
