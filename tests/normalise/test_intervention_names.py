import pytest

from extractor.normalise.intervention_names import intervention_norm


@pytest.mark.parametrize(
    ("name", "norm"),
    [
        ("Sorafenib", "sorafenib"),
        ("TACE (Transcatheter Arterial Chemoembolization )", "transarterial chemoembolization"),
        ("Sorafenib (BAY43-9006)", "sorafenib"),
        ("Sorafenib 400 mg", "sorafenib"),
        ("sorafenib tablets", "sorafenib"),
        ("Sorafenib (TACE)", None),
        ("Sorafenib and TACE", None),
        ("regular treatment", None),
    ],
)
def test_a_name_is_normal_only_where_the_table_knows_it(name: str, norm: str | None) -> None:
    assert intervention_norm(name) == norm
