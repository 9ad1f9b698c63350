"""A model reader that answers from a recording: no network, no key, the same record again."""

from pathlib import Path

from extractor.errors import RecordingError
from extractor.model.prompt import load
from extractor.model.reader import ModelReader
from extractor.model.recordings import ReplayClient


def replay_reader(folder: Path) -> ModelReader:
    """A reader of what was recorded in `folder`; model, plan and prompt are those of the recording.

    Raises RecordingError for a folder that is no recording, or one of another text of the prompt: a prompt
    that was recorded is not edited. Reading raises ReplayMissError where an answer is missing.
    """
    client = ReplayClient(folder)
    about = client.about
    prompt = load(about.prompt)
    if prompt.sha256 != about.prompt_sha256:
        raise RecordingError(
            f"{folder} was recorded with another text of the prompt {about.prompt}",
            hint="Take the prompt as it was and make your changes a new version, or record anew",
        )
    return ModelReader(
        client,
        model=about.model,
        plan=about.plan,
        prompt=prompt,
        reasks=about.reasks,
        parameters=about.parameters,
        max_page_chars=about.max_page_chars,
    )
