"""Is this a file of the provider at all? The wrong path must not count as fifty failed requests."""

import json
from pathlib import Path

from extractor.errors import SettingsError
from extractor.model.batch.lines import lines_of

_ID = '"custom_id"'


def refuse_foreign(path: Path) -> None:
    """Raise SettingsError for a file without any line of an output or error file; an empty one is none.

    The first line that names a request decides. Raises OSError.
    """
    empty = True
    for line in lines_of(path):
        empty = False
        if line.text is None or _ID in line.text:
            if line.text and _is_request(line.text):
                raise SettingsError(
                    f"{path} holds the requests of a round, not answers to them",
                    hint="Name the output and error files that the provider gave for it",
                )
            return
    if not empty:
        raise SettingsError(
            f"{path} is no output or error file of a batch: no line says which request it answers",
            hint="Check the path, or download the file again",
        )


def _is_request(text: str) -> bool:
    try:
        line = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(line, dict) and "body" in line and "response" not in line and "error" not in line
