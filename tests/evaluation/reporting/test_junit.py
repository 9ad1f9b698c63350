import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from extractor.documents import Document
from extractor.evaluation import Suite
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.reporting.junit import junit
from extractor.evaluation.reporting.numbers import numbers
from extractor.evaluation.score import score, score_failure
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

HOSTILE = "A \x1b[31m\x01 ]]> <script>&\ufffe title\u2028::error::"
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="testsuites"><xs:complexType><xs:sequence>
 <xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
 <xs:attribute name="name"/><xs:attribute name="time" type="xs:decimal"/>
 <xs:attribute name="tests" type="xs:nonNegativeInteger"/>
 <xs:attribute name="failures" type="xs:nonNegativeInteger"/>
 <xs:attribute name="errors" type="xs:nonNegativeInteger"/>
 <xs:attribute name="skipped" type="xs:nonNegativeInteger"/></xs:complexType></xs:element>
<xs:element name="testsuite"><xs:complexType><xs:sequence>
 <xs:element name="properties" minOccurs="0"><xs:complexType><xs:sequence>
  <xs:element name="property" maxOccurs="unbounded"><xs:complexType>
   <xs:attribute name="name" use="required"/><xs:attribute name="value" use="required"/>
  </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
 <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:choice minOccurs="0">
  <xs:element name="skipped" type="outcome"/><xs:element name="failure" type="outcome"/>
  <xs:element name="error" type="outcome"/></xs:choice>
  <xs:attribute name="name" use="required"/><xs:attribute name="classname" use="required"/>
  <xs:attribute name="time" type="xs:decimal"/><xs:attribute name="file"/>
  <xs:attribute name="line" type="xs:positiveInteger"/></xs:complexType></xs:element></xs:sequence>
 <xs:attribute name="name" use="required"/><xs:attribute name="time" type="xs:decimal"/>
 <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
 <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
 <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
 <xs:attribute name="skipped" type="xs:nonNegativeInteger"/></xs:complexType></xs:element>
<xs:complexType name="outcome"><xs:simpleContent><xs:extension base="xs:string">
 <xs:attribute name="message"/><xs:attribute name="type"/></xs:extension></xs:simpleContent></xs:complexType>
</xs:schema>"""
"""What servers that read JUnit agree on: Jenkins, GitLab and the common GitHub actions."""

Load = Callable[..., Suite]


def read(title: str, *, page: str) -> Extraction:
    source = {"page_kind": "OTHER", "layout": "unknown"}
    record = TrialRecord.model_validate({"source": source, "brief_title": title})
    return verify(Document.from_text(page, id="page"), Draft(record=record))


@pytest.fixture
def suite(load_suite: Load) -> Suite:
    page = f"{HOSTILE}\n"
    return load_suite({"page": (page, read("A title of gold", page=page).to_json(indent=1))})


def report(suite: Suite, *, failure: str | None = None, title: str = HOSTILE) -> str:
    (case,) = suite.cases
    gold = case.gold_extraction()
    found = read(title, page=case.page().text)
    scored = score_failure(gold, failure) if failure else score(gold, found)
    whole = EvaluationReport("trial", "layout", "0" * 64, "0" * 64, (scored,), (None if failure else found,))
    return junit(numbers(whole, suite), suite.cases)


@pytest.mark.parametrize("failure", [None, HOSTILE])
def test_it_is_valid_whatever_a_page_says(suite: Suite, failure: str | None) -> None:
    text = report(suite, failure=failure)
    schema = etree.XMLSchema(etree.fromstring(SCHEMA))
    schema.assertValid(etree.fromstring(text.encode("utf-8")))


def test_a_failure_names_pointer_gold_prediction_and_the_line_of_the_gold_file(suite: Suite) -> None:
    (case,) = suite.cases
    root = ET.fromstring(report(suite))
    titles = next(one for one in root.iter("testcase") if one.get("name") == "titles")
    failure = titles.find("failure")
    assert failure is not None
    assert failure.text
    line = int(titles.get("line", "0"))
    assert '"brief_title"' in case.gold_text().splitlines()[line - 1]
    assert titles.get("file") == case.gold.as_posix()
    told = re.match(
        r"(.*):(\d+): /brief_title: WRONG: gold A title of gold \| predicted A \\x1b", failure.text
    )
    assert told
    assert (told[1], int(told[2])) == (case.gold.as_posix(), line)


def test_a_part_without_errors_passes_and_counts_add_up(suite: Suite) -> None:
    root = ET.fromstring(report(suite, title="A title of gold"))
    assert root.get("failures") == "0"
    assert int(root.get("tests", "0")) == len([*root.iter("testcase")]) > 5
    assert root.find(".//failure") is None


def test_a_page_that_could_not_be_read_is_an_error(suite: Suite) -> None:
    root = ET.fromstring(report(suite, failure="no answer"))
    assert root.find(".//failure") is None
    assert int(root.get("errors", "0")) == len(root.findall(".//error")) > 0
