"""Whether the prompt gives away the pages it is measured on: words that both share."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.evaluation.case import Case

LENGTH = 10
"""So many words in a row are no chance; headings that registries print on every page are shorter."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PromptCheck:
    """What a prompt, by its SHA-256, shares with the pages of a suite.

    `known`: it is the one that is installed, so that it could be looked at. `shared` are the first words in
    common of each document that has any.
    """

    prompt: str
    known: bool
    shared: dict[str, str]

    @property
    def line(self) -> str:
        """What was found, in words."""
        name = f"prompt {self.prompt[:12]}"
        if not self.known:
            return f"{name} is not the one installed: whether it shares words with these pages is not known"
        if not self.shared:
            return f"{name} shares no {LENGTH} words in a row with these pages"
        found = "; ".join(f"{document}: “{words}”" for document, words in self.shared.items())
        return f"LEAK: {name} shares words with these pages: {found}"


def prompt_checks(prompts: Iterable[str], cases: Iterable[Case]) -> tuple[PromptCheck, ...]:
    """Look at each prompt, examples and all, beside the pages. Raises DocumentError, DataError."""
    from extractor.model.prompt import load  # noqa: PLC0415 - readers that ask no model need no prompt

    texts = {case.id: case.page().text for case in cases} if (asked := tuple(prompts)) else {}
    own = load() if asked else None
    return tuple(
        PromptCheck(one, known=True, shared=shared(own.files.values(), texts))
        if own and own.sha256 == one
        else PromptCheck(one, known=False, shared={})
        for one in asked
    )


def shared(told: Iterable[str], pages: dict[str, str]) -> dict[str, str]:
    """The first run of words of each page that stands in any of the texts too."""
    said = {run for text in told for run in _runs(text)}
    found = {name: next((run for run in _runs(text) if run in said), "") for name, text in pages.items()}
    return {name: run for name, run in found.items() if run}


def _runs(text: str) -> Iterator[str]:
    words = _WORD.findall(text.casefold())
    return (" ".join(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))
