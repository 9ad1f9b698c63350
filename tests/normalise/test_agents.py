import pytest

from extractor.normalise.agents import agent_before, agent_behind, known_agents, routes_in


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Heatol 4 mg", "Heatol"),
        ("Heatol (HX-1) at a dose of 4 mg", "Heatol"),
        ("receive oral vitamin H3 4 mg", "vitamin H3"),
        ("BAY 43-9006 4 mg", "BAY 43-9006"),
        ("within 4 weeks after hepatectomy at a dose of 4 mg", None),
        ("Heatol tablets 4 mg", "Heatol"),
        ("Heatol is administered orally at the dose of 4 mg", "Heatol"),
        ("Vitamin A 4 mg", "Vitamin A"),
        ("A dose of 4 mg", None),
        ("mg/mL, 4 mg", None),
        ("beads loaded with 4 mg", None),
        ("Nebulised heatol 4 mg", "heatol"),
        ("high (8 mg) or medium (4 mg", None),
        ("Heatol transdermal patch 4 mg", "Heatol"),
        ("Peginterferon lambda-1a 4 mg", "Peginterferon lambda-1a"),
        ("a total of 4 mg", None),
        ("Patients will receive 4 mg", None),
    ],
)
def test_a_name_stands_right_before_the_amount(text: str, agent: str | None) -> None:
    found = agent_before(text, text.index("4 mg", 8) if text.count("4 ") > 1 else text.index("4 mg"))
    assert (text[slice(*found)] if found else None) == agent


def test_a_name_may_stand_behind_the_amount() -> None:
    text = "250 mg of vitamin C three times"
    found = agent_behind(text, 6)
    assert found is not None
    assert text[slice(*found)] == "vitamin C"


def test_known_names_are_found_without_their_second_name() -> None:
    text = "Sorafenib (Nexavar) and heatol"
    assert [text[slice(*one)] for one in known_agents(text, frozenset({"heatol"}))] == ["Sorafenib", "heatol"]


def test_routes_are_named_by_the_table() -> None:
    assert [name for name, *_ in routes_in("given orally, then i.v.")] == ["ORAL", "INTRAVENOUS"]
