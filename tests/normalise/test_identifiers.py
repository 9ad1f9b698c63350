"""Identifiers by the patterns of their schemes."""

import pytest

from extractor._data import table
from extractor.normalise.identifiers import registry_identifiers, scheme_of
from extractor.records.identifiers import IdScheme

EXAMPLES = {
    "NCT": "NCT09990001",
    "EUDRACT": "2019-009999-11",
    "EU_CT": "2023-509999-11-00",
    "ISRCTN": "ISRCTN99990001",
    "ACTRN": "ACTRN12699000000001",
    "CHICTR": "ChiCTR-TRC-99000001",
    "CTRI": "CTRI/2099/01/000001",
    "DRKS": "DRKS99000001",
    "UMIN": "UMIN999000001",
    "JRCT": "jRCTs999000001",
    "JAPICCTI": "JapicCTI-990001",
    "JMACCT": "JMA-IIA99001",
    "KCT": "KCT9990001",
    "IRCT": "IRCT20990101000001N1",
    "NTR_NL": "NTR9901",
    "PACTR": "PACTR209901000000001",
    "RBR": "RBR-9tea99",
    "SLCTR": "SLCTR/2099/001",
    "TCTR": "TCTR20990101001",
    "RPCEC": "RPCEC99000001",
    "LBCTR": "LBCTR2099010001",
    "ITMCTR": "ITMCTR2099000001",
    "PER_REPEC": "PER-099-99",
    "UTN": "U1111-9999-0001",
    "DOI": "10.9999/tea.2099(1)",
}


def test_there_is_an_example_of_every_scheme_with_a_pattern() -> None:
    assert set(EXAMPLES) == set(table("identifiers"))


@pytest.mark.parametrize(("scheme", "value"), EXAMPLES.items())
def test_the_pattern_tells_the_scheme(scheme: str, value: str) -> None:
    assert scheme_of(value) is IdScheme(scheme)


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("EUDRACT", "EUCTR2019-009999-11-DE"),
        ("EUDRACT", "EUCTR2019-009999-11-Outside-EU/EEA"),
        ("EUDRACT", "EUCTR2019-009999-11"),
        ("EU_CT", "CTIS2023-509999-11-00"),
        ("UMIN", "JPRN-UMIN999000001"),
        ("JRCT", "JPRN-jRCTs999000001"),
        ("JAPICCTI", "JPRN-JapicCTI-990001"),
        ("JMACCT", "JPRN-JMA-IIA99001"),
        ("NTR_NL", "NL-OMON99001"),
    ],
)
def test_an_identifier_is_known_as_the_international_platform_prints_it(scheme: str, value: str) -> None:
    assert scheme_of(value) is IdScheme(scheme)
    page = f"Also {value}."
    assert [(one, page[first:last]) for one, first, last in registry_identifiers(page)] == [
        (IdScheme(scheme), value)
    ]


@pytest.mark.parametrize("value", ["", "NCT0999000", "NCT099900011", "nct09990001", "NCT 09990001", "TEA-1"])
def test_what_has_no_pattern_has_no_scheme(value: str) -> None:
    assert scheme_of(value) is None


def test_identifiers_are_found_in_the_order_of_the_page() -> None:
    page = "See ISRCTN99990001 and (NCT09990001), not XNCT09990002 or NCT099900033; doi 10.9999/tea."
    found = [(scheme.value, page[start:end]) for scheme, start, end in registry_identifiers(page)]
    assert found == [("ISRCTN", "ISRCTN99990001"), ("NCT", "NCT09990001")]


def test_only_the_given_piece_of_the_page_is_searched() -> None:
    page = "NCT09990001 NCT09990002"
    assert [start for _, start, _ in registry_identifiers(page, 1)] == [12]
    assert [start for _, start, _ in registry_identifiers(page, 0, 11)] == [0]
