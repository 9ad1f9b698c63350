"""Reports as JUnit XML: one suite for each document, one case for each part of its record."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from extractor.evaluation.case import Case
from extractor.evaluation.outcome import ERRORS, Cell, Outcome
from extractor.evaluation.reporting.gold_lines import GoldLines
from extractor.evaluation.reporting.numbers import Numbers
from extractor.evaluation.reporting.score_tables import verdict
from extractor.evaluation.runs.held import Held
from extractor.evaluation.score import DocumentScore
from extractor.evaluation.tables import shown

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 300
"""Characters of a value that a failure shows."""


def junit(numbers: Numbers, cases: Iterable[Case]) -> str:
    """The report as JUnit XML. Each failure names pointer, gold, prediction and the gold file's line.

    Raises SuiteError for gold that cannot be read.
    """
    report, files = numbers.report, {case.id: case for case in cases}
    root = Element("testsuites", name=_xml(f"{report.suite}: {report.reader}"))
    for score in report.scores:
        _suite(root, score, files[score.document], numbers)
    if numbers.held:
        _gate(root, numbers.held)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", "0")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, score: DocumentScore, case: Case, numbers: Numbers) -> None:
    suite = SubElement(root, "testsuite", name=_xml(score.document))
    _properties(suite, score, numbers)
    lines = GoldLines(case.gold_text())
    groups: dict[str, list[Cell]] = {}
    for cell in score.cells:
        groups.setdefault(cell.group, []).append(cell)
    for group, cells in groups.items():
        _case(suite, group, cells, case, lines)
    _count(suite)


def _gate(root: Element, held: Held) -> None:
    """The gate as a case of its own: parts that have errors fail above whatever the baseline has."""
    suite = SubElement(root, "testsuite", name="gate")
    found = SubElement(suite, "testcase", name="against the baseline", classname="gate", time="0")
    lines, worse = verdict(held)
    if held.gate.exit_code:
        failure = SubElement(found, "failure", type=held.gate.verdict.value, message=_xml(lines[0]))
        rows = [" | ".join(row) for table in worse for row in table.rows]
        failure.text = _xml("\n".join([*lines, *rows]))
    _count(suite)


def _count(suite: Element) -> None:
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(suite.findall("testcase"))))
    for name, kind in kinds.items():
        suite.set(name, str(len(suite.findall(f"testcase/{kind}"))))
    suite.set("time", "0")


def _properties(suite: Element, score: DocumentScore, numbers: Numbers) -> None:
    row = next(row for row in numbers.documents if row.name == score.document)
    found = {
        "reader": numbers.header.reader,
        "gold": numbers.header.gold,
        "scorer": numbers.header.scorer,
        "n": str(row.tally.n),
        "correct": str(row.tally.correct),
        **{name: repr(figure.value) for name, figure in row.figures.items() if figure.value is not None},
    }
    properties = SubElement(suite, "properties")
    for name, value in found.items():
        SubElement(properties, "property", name=name, value=_xml(value))


def _case(suite: Element, group: str, cells: list[Cell], case: Case, lines: GoldLines) -> None:
    wrong = [cell for cell in cells if cell.outcome in ERRORS]
    found = SubElement(
        suite,
        "testcase",
        name=_xml(group),
        classname=_xml(case.id),
        time="0",
        file=_xml(case.gold.as_posix()),
        line=str(lines.line(_pointer(wrong[0] if wrong else cells[0]))),
    )
    if wrong:
        unread = wrong[0].outcome is Outcome.INVALID
        counts = f"{len(wrong)} of {sum(cell.outcome is not Outcome.UNLABELLED for cell in cells)} values"
        told = SubElement(
            found,
            "error" if unread else "failure",
            type=wrong[0].outcome.value,
            message=_xml(f"{counts} of {group} are not as gold has them"),
        )
        told.text = _xml("\n".join(_failure(cell, case, lines) for cell in wrong))
    elif all(cell.outcome is Outcome.UNLABELLED for cell in cells):
        SubElement(found, "skipped", message="nobody labelled this part")


def _failure(cell: Cell, case: Case, lines: GoldLines) -> str:
    pointer = _pointer(cell)
    where = f"{case.gold.as_posix()}:{lines.line(pointer)}"
    side = "" if cell.gold_pointer is not None else " (predicted)"
    values = f"gold {_short(cell.gold)} | predicted {_short(cell.predicted)}"
    return f"{where}: {pointer}{side}: {cell.outcome.value}: {values} | {cell.reason}"


def _pointer(cell: Cell) -> str:
    return cell.gold_pointer if cell.gold_pointer is not None else cell.predicted_pointer or cell.path


def _short(value: object) -> str:
    text = shown(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _xml(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold: these are escaped visibly."""
    return _NO_XML.sub(lambda match: match[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)
