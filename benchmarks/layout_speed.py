"""Pages a minute of the layout reader on one core, reading and verification included, beside peers.

    python benchmarks/layout_speed.py [--repeat N]

Pages are the invented ones of `tests/layout/pages` and the labelled ones of `eval/documents`. CPU time, the
best of N runs. The peers do less with the same page, in the same run: `inscriptis` turns the page, wrapped as
HTML, into text again; `json` writes the page's own Extraction and reads it back as plain dictionaries; `re`
looks for the page's words one by one. The ratios tell more than the pages a minute on a busy machine.
"""

import argparse
import html
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from inscriptis import get_text

from extractor.documents import Document
from extractor.extraction import Extractor
from extractor.layout.reader import LayoutReader
from extractor.records.envelope import Extraction

ROOT = Path(__file__).parent.parent
PAGES = [
    *sorted((ROOT / "tests/layout/pages").glob("*.txt")),
    *sorted((ROOT / "eval/documents").glob("*.txt")),
]
WORD = re.compile(r"\w+")


def main() -> None:
    """Print a row for each page."""
    parser = argparse.ArgumentParser(description="Pages a minute of the layout reader")
    parser.add_argument("--repeat", type=int, default=20)
    repeat = parser.parse_args().repeat
    extractor, reader = Extractor(), LayoutReader()
    print(f"CPU of one core, best of {repeat}; peers as their share of the extraction's time")
    print(
        f"{'page':26}{'layout':20}{'bytes':>7}{'values':>8}{'pages/min':>11}{'reading':>9}"
        f"{'inscriptis':>12}{'json':>7}{'re':>7}"
    )
    for path in PAGES:
        document = Document.from_path(path)
        extraction = extractor.extract(document)
        wrapped = "<html><body>" + html.escape(document.text).replace("\n", "<br>\n") + "</body></html>"
        dumped = extraction.model_dump(mode="json")
        whole = best(lambda: extractor.extract(document), repeat)  # noqa: B023 - called before the next page
        shares = [
            best(peer, repeat) / whole
            for peer in (
                lambda: reader.read(document),  # noqa: B023
                lambda: get_text(wrapped),  # noqa: B023
                lambda: json.loads(json.dumps(dumped)),  # noqa: B023
                lambda: WORD.findall(document.text),  # noqa: B023
            )
        ]
        print(row(path, extraction, len(document.text.encode()), 60 / whole, shares))


def row(path: Path, extraction: Extraction, size: int, rate: float, shares: list[float]) -> str:
    """One page: its layout, size, values, pages a minute, and the peers' shares."""
    values = len(extraction.evidence)
    reading, inscriptis, dump, words = shares
    return (
        f"{path.stem[:25]:26}{extraction.document.layout:20}{size:7}{values:8}{rate:11.0f}{reading:9.2f}"
        f"{inscriptis:12.2f}{dump:7.3f}{words:7.3f}"
    )


def best(run: Callable[[], object], repeat: int) -> float:
    """Seconds of CPU of the fastest run."""
    times = []
    for _ in range(repeat):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
