"""The texts of a run's pages, by their SHA-256: from the run's own folder, or from the pages themselves."""

import json
from collections.abc import Iterator
from pathlib import Path

from extractor.documents import Document
from extractor.errors import DocumentError, SuiteError

_OWN = "documents.jsonl"


def texts_of(run: Path, pages: Path | None = None) -> dict[str, str]:
    """The texts that a run kept beside its results, and those of the files below `pages`.

    Files that are no pages are passed over: what a run needs and nobody has is told by whoever asks for it.
    Raises SuiteError for a file of texts that is none.
    """
    found = dict(_own(run / _OWN)) if (run / _OWN).is_file() else {}
    for path in sorted(pages.rglob("*")) if pages else ():
        if path.is_file() and not path.is_symlink():
            try:
                page = Document.from_path(path)
            except DocumentError:
                continue
            found.setdefault(page.text_sha256, page.text)
    return found


def _own(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                found = json.loads(line)
                yield str(found["text_sha256"]), str(found["text"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SuiteError(f"{path} holds no texts of pages", hint="Name the pages with --pages") from error
