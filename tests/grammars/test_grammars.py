"""What is sent compiles in the engines behind real servers, takes valid answers and refuses the others."""

import importlib.util
import json
from collections.abc import Callable
from typing import Any

import grammar_engines
import pytest
from schema_answers import emptiest, faulty, fullest

from extractor.model.prompt import load
from extractor.model.wire.forms import form_of

pytestmark = pytest.mark.grammars

WITHOUT_XGRAMMAR = pytest.mark.skipif(
    importlib.util.find_spec("xgrammar") is None, reason="the extra xgrammar is not installed"
)
ENGINES = [
    grammar_engines.llguidance,
    grammar_engines.outlines_core,
    pytest.param(grammar_engines.xgrammar, marks=WITHOUT_XGRAMMAR),
]
FORMS = {
    f"{plan.name}/{asked.name}": form_of(asked.fields)
    for plan in load().plans.values()
    for asked in plan.passes
}

Engine = Callable[[dict[str, Any]], grammar_engines.Accepts]


def _text(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_engine_takes_valid_answers_and_refuses_each_fault(engine: Engine, form: Any) -> None:
    accepts = engine(form.schema)
    full = fullest(form.schema)
    for answer in (full, emptiest(form.schema)):
        assert accepts(_text(answer))
    let_through = [name for name, answer in faulty(full) if accepts(_text(answer))]
    assert let_through == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_refuses_an_answer_that_is_cut_or_goes_on(engine: Engine) -> None:
    form = form_of(("brief_title", "conditions"))
    accepts, text = engine(form.schema), _text(fullest(form.schema))
    assert accepts(text)
    for broken in (text[:-1], text + text, text + " and so on", "Here it is: " + text):
        assert not accepts(broken)


def test_there_are_faults_of_every_kind() -> None:
    """Else the tests above would show little."""
    names = [name for form in FORMS.values() for name, _ in faulty(fullest(form.schema))]
    kinds = {name.rpartition(": ")[2].partition(" ")[0] for name in names}
    assert kinds == {"without", "one", "no", "text"}
    assert len(names) > 300
