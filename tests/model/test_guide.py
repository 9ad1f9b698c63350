"""The field guide of a pass."""

import pytest

from extractor.model import prompt
from extractor.model.guide import field_guide
from extractor.model.passes import PlannedPass
from extractor.model.wire.forms import form_of
from extractor.records.declare import declarations
from extractor.records.outcomes import Outcome

PASSES = [one for plan in prompt.load().plans.values() for one in plan.passes]
NAMES = [one.name for one in PASSES]


@pytest.mark.parametrize("asked", PASSES, ids=NAMES)
def test_every_key_of_an_answer_has_a_line_in_its_objects_section(asked: PlannedPass) -> None:
    form = form_of(asked.fields)
    guide = field_guide(form)
    sections = {part.partition("\n")[0]: part for part in guide.split("### ")}
    for one in form.objects():
        assert [
            column.name for column in one.columns if f"- `{column.name}` (" not in sections[one.title]
        ] == []


def test_every_object_has_one_section() -> None:
    titles = [line for line in field_guide(form_of(PASSES[0].fields)).splitlines() if line.startswith("### ")]
    assert len(titles) == len(set(titles)) > 20


def test_descriptions_come_from_the_declarations() -> None:
    guide = field_guide(form_of(("outcomes",)))
    assert declarations(Outcome)["time_frame"].description in guide


def test_what_may_be_null_and_what_single_values_mean_is_said() -> None:
    guide = field_guide(form_of(("acronym", "design")))
    assert "- `acronym` (text, or null): " in guide
    assert "NA is a value that registries print" in guide
