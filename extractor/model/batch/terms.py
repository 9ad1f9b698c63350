"""What all requests of a job have in common: `job.json`, written once."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extractor.errors import SettingsError
from extractor.model.batch.files import write_whole
from extractor.model.endpoint import identity
from extractor.model.modes import Mode
from extractor.model.prompt import Prompt, load
from extractor.model.recording_files import RecordingAbout
from extractor.records import strict_json

_NAME = "job.json"


class PromptTerms(BaseModel):
    """Which version of the prompt the requests hold."""

    model_config = ConfigDict(extra="forbid")

    name: str
    sha256: str


class Terms(BaseModel):
    """Model, server and prompt of a job. Another of any of these would be another question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str
    endpoint: str
    mode: Mode
    plan: str
    prompt: PromptTerms
    reasks: int
    parameters: dict[str, Any]
    max_page_chars: int | None = None

    @property
    def identity(self) -> str:
        """Whose answers these are, as the client that asks over the network says it."""
        return identity(self.endpoint, self.mode)

    def about(self) -> RecordingAbout:
        """What a recording of the job's answers is of."""
        return RecordingAbout(
            model=self.model,
            prompt=self.prompt.name,
            prompt_sha256=self.prompt.sha256,
            plan=self.plan,
            parameters=self.parameters,
            reasks=self.reasks,
            max_page_chars=self.max_page_chars,
        )

    def the_prompt(self) -> Prompt:
        """The prompt itself. Raises SettingsError where the installed one is another version."""
        prompt = load(self.prompt.name)
        if prompt.sha256 != self.prompt.sha256:
            raise SettingsError(
                f"the job was exported with another version of the prompt {self.prompt.name}",
                hint="Go on with the version of this package that exported it, or export a new job",
            )
        return prompt


def there_is_a_job(folder: Path) -> bool:
    """Whether a folder holds a job."""
    return (folder / _NAME).is_file()


def read_terms(folder: Path) -> Terms:
    """The terms of the job in a folder. Raises SettingsError where there is none, RecordError."""
    path = folder / _NAME
    if not there_is_a_job(folder):
        raise SettingsError(
            f"{folder} holds no batch job", hint="Write one: extractor batch export PAGE... --job DIR"
        )
    return strict_json.parse(Terms, strict_json.read(path), source=str(path))


def agree(folder: Path, terms: Terms) -> None:
    """Write the terms down, or check that they are those of the job that lies there.

    Raises SettingsError that names what differs.
    """
    if there_is_a_job(folder):
        known = read_terms(folder).model_dump(mode="json")
        asked = terms.model_dump(mode="json")
        if other := [name for name in known if known[name] != asked[name]]:
            raise SettingsError(
                f"the job in {folder} was exported with another {' and another '.join(other)}",
                hint="Use the same options, or another folder",
            )
        return
    if folder.is_dir() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
        raise SettingsError(f"{folder} is no batch job and not empty", hint="Name a new folder with --job")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = json.dumps(terms.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"
    write_whole(folder / _NAME, [text.encode()])
