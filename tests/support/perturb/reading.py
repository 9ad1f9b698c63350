"""A document read into a Page: blocks by the headings its form prints, rows by what gold says."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from extractor.documents import Document
from extractor.errors import ExtractorError
from extractor.records.envelope import Extraction
from extractor.records.pointer import field_path
from perturb.forms import FORMS, Form
from perturb.items import items_of
from perturb.lines import content_of, has_marker, lines_of, start_of
from perturb.pieces import Block, Kind, Line, Page, Role


class UnknownFormError(ExtractorError):
    """No form in `forms.py` describes the page."""


def read_page(document: Document, gold: Extraction) -> Page:
    """Cut a page into blocks. Raises UnknownFormError."""
    form = next((form for form in FORMS if form.sign in document.text), None)
    if form is None:
        raise UnknownFormError(
            f"{document.id}: no form of page is known that looks like this", hint="Describe it in forms.py"
        )
    return Page(document.text, form.name, _Reading(document.text, form, gold).blocks())


class _Reading:
    """The cutting of one page."""

    def __init__(self, page: str, form: Form, gold: Extraction) -> None:
        self._page = page
        self._form = form
        self._row_starts = {path: _starts(gold, path) for path in form.rows.values() if path}

    def blocks(self) -> tuple[Block, ...]:
        lines = lines_of(self._page, self._form)
        footer = self._footer(lines)
        if self._form.glued:
            inner = self._portal(lines[:footer])
        else:
            names = {*self._form.sections, *self._form.panel[:1]}
            inner = self._cut(lines[:footer], lambda line: content_of(line, self._page) in names)
        last = Block(Kind.FIXED, "", tuple(lines[footer:]))
        return (*(self._block(part) for part in inner), last)

    def _footer(self, lines: list[Line]) -> int:
        """The number of the footer's first line; the footer stands behind the last heading."""
        printed = [content_of(line, self._page) for line in lines]
        last = max(at for at, content in enumerate(printed) if content in self._form.sections)
        return next(
            (at for at in range(last + 1, len(lines)) if printed[at].startswith(self._form.footer)),
            len(lines),
        )

    def _cut(self, lines: Iterable[Line], begins: Callable[[Line], bool]) -> list[list[Line]]:
        """Cut before every line that begins something; what stands before the first comes first."""
        found: list[list[Line]] = [[]]
        for line in lines:
            if begins(line):
                found.append([])
            found[-1].append(line)
        return found

    def _portal(self, lines: list[Line]) -> list[list[Line]]:
        """Portal pages have lost most headings: paragraphs, labelled lines and items tell blocks apart."""
        found = self._cut(lines, lambda line: content_of(line, self._page) in self._form.sections)
        before, after = found[0], found[1:]
        printed = [at for at, line in enumerate(before) if not line.blank]
        labels = [at for at in printed if before[at].pieces[0].role is Role.LABEL]
        last_paragraph = max(at for at in printed if at < labels[0])
        items = [at for at in printed if has_marker(before[at])]
        cuts = [0, last_paragraph, labels[0], items[0], len(before)]
        return [*(before[a:b] for a, b in pairwise(cuts)), *after]

    def _block(self, lines: list[Line]) -> Block:
        lines, tail = without_tail(lines)
        first = content_of(lines[0], self._page)
        form = self._form
        if first in form.panel:
            return Block(Kind.GROUP, "", (), self._fields(lines, form.panel), tail)
        if first in form.sections:
            return self._section(first, lines, tail)
        if lines[0].pieces[0].role is Role.LABEL and form.glued:
            fields = tuple(Block(Kind.FIELD, line.pieces[0].printed(self._page), (line,)) for line in lines)
            return Block(Kind.GROUP, "", (), fields, tail)
        if start_of(lines[0]) == 0 or not form.glued:
            return Block(Kind.FIXED, "", tuple(lines), (), tail)
        head, items = items_of(lines) if has_marker(lines[0]) else (tuple(lines), ())
        return Block(Kind.SECTION, "", head, items, tail)

    def _section(self, name: str, lines: list[Line], tail: tuple[Line, ...]) -> Block:
        fields = self._form.sections[name]
        if not fields:
            return self._leaf(Kind.SECTION, name, lines, tail)
        head = next(
            (at for at, line in enumerate(lines) if content_of(line, self._page) in fields), len(lines)
        )
        return Block(Kind.SECTION, name, tuple(lines[:head]), self._fields(lines[head:], fields), tail)

    def _fields(self, lines: list[Line], names: Sequence[str]) -> tuple[Block, ...]:
        found = []
        for part in self._cut(lines, lambda line: content_of(line, self._page) in names)[1:]:
            inner, tail = without_tail(part)
            found.append(self._leaf(Kind.FIELD, content_of(part[0], self._page), inner, tail))
        return tuple(found)

    def _leaf(self, kind: Kind, name: str, lines: list[Line], tail: tuple[Line, ...]) -> Block:
        if name in self._form.lists:
            head, parts = items_of(lines)
        elif name in self._form.rows:
            head, parts = self._rows(lines, self._form.rows[name])
        else:
            head, parts = tuple(lines), ()
        return Block(kind, name, head, parts, tail)

    def _rows(self, lines: list[Line], path: str) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
        first = next((at for at, line in enumerate(lines[1:], 1) if not _is_label(line)), len(lines))
        starts = self._row_starts.get(path)
        head, *rows = self._cut(
            lines[first:], lambda line: not line.blank and (starts is None or start_of(line) in starts)
        )
        return (*lines[:first], *head), tuple(_row(row) for row in rows)


def without_tail(lines: Sequence[Line]) -> tuple[list[Line], tuple[Line, ...]]:
    """Lines without the blank ones at their end, and those."""
    count = next((at for at, line in enumerate(reversed(lines)) if not line.blank), len(lines))
    cut = len(lines) - count
    return list(lines[:cut]), tuple(lines[cut:])


def _row(lines: list[Line]) -> Block:
    inner, tail = without_tail(lines)
    return Block(Kind.ROW, "", tuple(inner), (), tail)


def _is_label(line: Line) -> bool:
    return [piece.role for piece in line.pieces if piece.role is not Role.SPACE] == [Role.LABEL]


def _starts(gold: Extraction, path: str) -> set[int]:
    """Where items of one of gold's lists begin, by the first words that gold quotes for each."""
    return {
        evidence.spans[0].start
        for pointer, evidence in gold.evidence.items()
        if field_path(pointer) == path and evidence.spans
    }
