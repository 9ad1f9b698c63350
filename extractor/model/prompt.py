"""What a model is told before the page: rules in Markdown, field guide, worked examples, schema."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources.abc import Traversable

from extractor import _data
from extractor.errors import DataError, SettingsError
from extractor.model.examples import Example
from extractor.model.guide import field_guide
from extractor.model.leaks import LeakWatch
from extractor.model.passes import Plan, PlannedPass, plans_of
from extractor.model.wire.forms import PassForm

DEFAULT = "trial/v1"
_MARK = "@MARK@"


@dataclass(frozen=True)
class Prompt:
    """One version of the prompt. Load it with `load`.

    `files` holds the texts of its folder by path; `sha256` covers paths and bytes of all of them and is the
    version's identity.
    """

    name: str
    sha256: str
    files: Mapping[str, str] = field(repr=False)

    @cached_property
    def mark(self) -> str:
        """A word that stands in the instructions only: an answer that holds it gives them away."""
        return "K" + hashlib.sha256(f"mark of {self.sha256}".encode()).hexdigest()[:15]

    @cached_property
    def watch(self) -> LeakWatch:
        """What notices that an answer repeats the mark or the rules."""
        rules = [self._text("system.md"), self._text("task.md")]
        rules += [text for path, text in self.files.items() if path.startswith("rules/")]
        return LeakWatch(self.mark, "\n".join(rules))

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """The plans of passes, by name."""
        return plans_of(self._text("passes.toml"))

    def plan(self, name: str) -> Plan:
        """The plan of a name. Raises SettingsError."""
        if name not in self.plans:
            raise SettingsError(
                f"the prompt {self.name} has no plan {name!r}", hint=f"Use one of: {', '.join(self.plans)}"
            )
        return self.plans[name]

    def system(self, asked: PlannedPass, form: PassForm) -> str:
        """The whole first message of a pass, the same for every page, so that providers can keep it.

        What all passes share comes first.
        """
        schema = json.dumps(form.schema, ensure_ascii=False, separators=(",", ":"))
        parts = [
            self._text("system.md").replace(_MARK, self.mark),
            self._text("task.md"),
            *(self._text(f"rules/{name}.md") for name in asked.rules),
            f"# Field guide\n\n{field_guide(form)}",
            *(f"# An example\n\n{self.example(name).shown(form)}" for name in asked.examples),
            f"# Schema of the answer\n\n{schema}",
        ]
        return "\n\n".join(parts)

    def example(self, name: str) -> Example:
        """A worked example."""
        folder = f"examples/{name}"
        answer = json.loads(self._text(f"{folder}/answer.json"))
        return Example(name, page=self._text(f"{folder}/page.txt"), answer=answer)

    def _text(self, path: str) -> str:
        if path not in self.files:
            raise DataError(f"the prompt {self.name} has no {path}", hint="Install the package again")
        return self.files[path].strip()


@cache
def load(name: str = DEFAULT) -> Prompt:
    """The prompt in the folder `prompts/NAME`. Raises DataError."""
    place = _data.folder("prompts").joinpath(*name.split("/"))
    if not place.is_dir():
        raise DataError(f"there is no prompt {name!r}", hint=f"Use {DEFAULT}, or install the package again")
    files = dict(sorted(_files(place)))
    return Prompt(name, _hash(files), {path: data.decode("utf-8") for path, data in files.items()})


def _files(place: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    """Paths and bytes of all files of a folder; `/` parts a path wherever it is read."""
    for entry in place.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield above + entry.name, entry.read_bytes()


def _hash(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, data in files.items():
        whole.update(f"{name}\n{len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()
