"""Worked examples of a prompt: an invented page with its whole answer, cut to what a pass asks for."""

import json
from dataclasses import dataclass, field
from typing import Any

from extractor.model.page_message import page_message
from extractor.model.wire.forms import PassForm


@dataclass(frozen=True, slots=True)
class Example:
    """A page and the answer about all fields of the record, in the form of a plan with one pass."""

    name: str
    page: str = field(repr=False)
    answer: dict[str, Any] = field(repr=False)

    def shown(self, form: PassForm) -> str:
        """The example as the prompt shows it to a pass."""
        answer = json.dumps(self.answer_for(form), ensure_ascii=False, separators=(",", ":"))
        return f"The user's message:\n\n{page_message(self.page).content}\n\nThe answer:\n\n{answer}"

    def answer_for(self, form: PassForm) -> dict[str, Any]:
        """The answer of a pass: the keys of its form and the reasons that belong to its fields."""
        cut = {key: self.answer[key] for key in form.schema["properties"]}
        cut["missing"] = [entry for entry in cut["missing"] if entry["pointer"].split("/")[1] in cut]
        return cut
