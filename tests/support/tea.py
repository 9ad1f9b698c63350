"""An invented page about a trial of tea, the answer about it, whole and by pass, and replies that hold it."""

import copy
import json
from typing import Any

from openai_plays import Play, Received, completion
from wire_answers import answer, row

from extractor.documents import Document
from extractor.model.examples import Example
from extractor.model.prompt import load
from extractor.model.wire.forms import PassForm, form_of

PAGE = """A Study of Blue Tea

Brief Summary

In this study people are assigned at random.

Arms
ArmTreatmentDetails
Blue teaTeaA cup each morning
Warm waterWater-
"""


def whole_form() -> PassForm:
    """The form that asks for all fields at once."""
    return form_of(load().plan("one").passes[0].fields)


def whole_answer() -> dict[str, Any]:
    """The answer about the page, to all fields, free to change."""
    form = whole_form()
    made = answer(form, brief_title="A Study of Blue Tea")
    made["design"]["allocation"] = {"words": "assigned at random", "value": "RANDOMIZED"}
    made["arms"] = [
        row(form, "Arm", label="Blue tea", description="A cup each morning", listed=True),
        row(form, "Arm", label="Warm water", listed=True),
    ]
    made["interventions"] = [row(form, "Intervention", name=name, listed=True) for name in ("Tea", "Water")]
    made["arm_interventions"] = [
        {"words": "Blue teaTeaA cup", "arm": "Blue tea", "intervention": "Tea", "basis": "TABLE"},
        {"words": "Warm waterWater-", "arm": "Warm water", "intervention": "Water", "basis": "TABLE"},
    ]
    made["missing"] = [
        {"pointer": "/arms/1/description", "reason": "DASH_PLACEHOLDER", "words": "Warm waterWater-"}
    ]
    return copy.deepcopy(made)


def page() -> Document:
    """The page."""
    return Document.from_text(PAGE, id="tea")


def answer_of(name: str, whole: dict[str, Any] | None = None, plan: str = "five") -> str:
    """What a model that read the page answers to a pass of a plan."""
    fields = next(one.fields for one in load().plan(plan).passes if one.name == name)
    return json.dumps(Example("tea", PAGE, whole or whole_answer()).answer_for(form_of(fields)))


def pass_of(received: Received) -> str:
    """The pass that a request belongs to."""
    name: str = received.body["response_format"]["json_schema"]["name"]
    return name


def reply(received: Received) -> Play:
    """What a server replies whose model reads the page well."""
    name = pass_of(received)
    return completion(answer_of(name, plan="one" if name == "record" else "five"))
