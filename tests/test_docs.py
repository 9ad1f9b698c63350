"""Links in the documents lead to files that exist."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

CODE = re.compile(r"^(?P<fence>```|~~~).*?^(?P=fence)|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(\s*<?(?P<inline>[^\s<>)]+)|^\s*\[[^\]]+\]:\s*<?(?P<named>[^\s<>]+)", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def local_targets(markdown: str) -> list[str]:
    """The targets of links to files, without their fragments; code is no text, web addresses are no files."""
    targets = [match["inline"] or match["named"] for match in LINK.finditer(CODE.sub("", markdown))]
    return [unquote(target.partition("#")[0]) for target in targets if not ELSEWHERE.match(target)]


def broken(document: Path) -> list[str]:
    """The targets of a document that lead nowhere, or out of the project."""
    targets = local_targets(document.read_text(encoding="utf-8"))
    return [target for target in targets if not _exists(document.parent / target)]


def _exists(path: Path) -> bool:
    return path.exists() and path.resolve().is_relative_to(ROOT)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(document: Path) -> None:
    assert broken(document) == []


def test_every_page_is_in_the_table_of_contents() -> None:
    contents = ROOT / "docs" / "README.md"
    listed = set(local_targets(contents.read_text(encoding="utf-8")))
    pages = {path.name for path in ROOT.glob("docs/*.md")} - {contents.name}
    assert pages <= listed, pages - listed


def test_the_documents_are_found() -> None:
    assert {"CHANGELOG.md", "CONTRIBUTING.md", "README.md"} <= {path.name for path in DOCUMENTS}


@pytest.mark.parametrize(
    ("markdown", "targets"),
    [
        ("see [the guide](docs/guide.md#start) and ![a page](page.png)", ["docs/guide.md", "page.png"]),
        (
            "[with a title](a.md 'A') and [in brackets](<b.md>) and [blank](c%20d.md)",
            ["a.md", "b.md", "c d.md"],
        ),
        ("[guide]: docs/guide.md\n[site]: https://example.org/x.md", ["docs/guide.md"]),
        ("[web](https://example.org/a.md), [mail](mailto:a@example.org), [here](#start)", []),
        ("```\n[code](a.md)\n```\n`[code](b.md)` [text](c.md)", ["c.md"]),
    ],
)
def test_links_to_files_are_told_from_the_rest(markdown: str, targets: list[str]) -> None:
    assert local_targets(markdown) == targets


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("[gone](gone.md), [outside](page.md)", encoding="utf-8")
    assert broken(document) == ["gone.md", "page.md"]
