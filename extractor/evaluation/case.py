"""A Case: one page with its gold."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.documents import Document
from extractor.errors import SuiteError
from extractor.evaluation.gold_verdict import GoldVerdict
from extractor.evaluation.settling import settle
from extractor.records import strict_json
from extractor.records.envelope import Extraction


@dataclass(frozen=True, slots=True)
class Case:
    """The file of a page, the file of its gold Extraction, and verdicts on gold since it was written."""

    document: Path
    gold: Path
    verdicts: tuple[GoldVerdict, ...] = ()

    @property
    def id(self) -> str:
        """The document's id: the stem of its file."""
        return self.document.stem

    def page(self) -> Document:
        """The page. Raises DocumentError."""
        return Document.from_path(self.document)

    def gold_text(self) -> str:
        """The gold file as text. Raises SuiteError."""
        try:
            return self.gold.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _unreadable(self.gold) from error

    def gold_extraction(self) -> Extraction:
        """What the page says, by a person, with the verdicts applied. Raises SuiteError, RecordError."""
        written = strict_json.parse(Extraction, self.gold_text(), source=str(self.gold))
        return settle(self.page(), written, self.verdicts) if self.verdicts else written

    def gold_of(self, page: Document) -> Extraction:
        """Its gold, which must have been made from the page's text. Raises SuiteError, RecordError."""
        gold = self.gold_extraction()
        if gold.document.text_sha256 != page.text_sha256:
            raise SuiteError(
                f"{self.gold} is no gold of {self.document}: it was made from another text",
                hint="Correct the suite, or label the page as it is now",
            )
        return gold

    def as_written(self) -> "Case":
        """The same without any verdict: what gold was when its file was written."""
        return replace(self, verdicts=())

    def gold_hash(self) -> str:
        """SHA-256 of the gold file and the verdicts on it, hexadecimal. Raises SuiteError."""
        verdicts = "".join(verdict.to_line() for verdict in self.verdicts)
        return hashlib.sha256((self.gold_text() + verdicts).encode("utf-8")).hexdigest()


def _unreadable(path: Path) -> SuiteError:
    return SuiteError(f"{path} cannot be read", hint="Check the file that the suite names")
