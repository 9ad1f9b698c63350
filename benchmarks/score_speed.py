"""How fast the scorer is: documents of about 60 values with lists, trees and links, on one core.

    python benchmarks/score_speed.py [--documents N] [--size N] [--profile]

Records, readings and the words of every value are invented from a seed; making them is not measured. The
limit is 5 s for 1,000 documents.
"""

import argparse
import cProfile
import pstats
import time
from random import Random

from extractor.evaluation import score
from extractor.evaluation.invented import Inventor, extraction
from extractor.records.envelope import Evidence, EvidenceStatus, Extraction
from extractor.records.finding import Span
from extractor.records.leaves import leaves

LIMIT = 5.0


def main() -> None:
    """Measure and print; exit 1 above the limit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--size", type=int, default=2)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    pairs = [_pair(seed, given.size) for seed in range(given.documents)]
    score(*pairs[0])  # imports and compiled declarations
    profiler = cProfile.Profile()
    if given.profile:
        profiler.enable()
    begun = time.process_time()
    scores = [score(gold, predicted, page) for gold, predicted, page in pairs]
    spent = time.process_time() - begun
    profiler.disable()
    cells = [cell for one in scores for cell in one.cells]
    values = sum(cell.gold is not None for cell in cells)
    print(f"{len(pairs)} documents, {values / len(pairs):.1f} values of gold each, {len(cells)} cells")
    print(f"{spent:.2f} s of one core, {1000 * spent / len(pairs):.2f} ms each")
    if given.profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(30)
    if spent > LIMIT * given.documents / 1000:
        raise SystemExit(1)


def _pair(seed: int, size: int) -> tuple[Extraction, Extraction, str]:
    inventor = Inventor(Random(seed), size)
    gold = inventor.record()
    page = "\n".join(map(str, gold.values())) * 4
    return _with_words(extraction(gold), 0), _with_words(extraction(inventor.reading(gold)), 3), page


def _with_words(read: Extraction, shift: int) -> Extraction:
    """Words for every value, some characters further on."""
    for at, leaf in enumerate(leaves(read.record)):
        start = 20 * at + shift
        span = Span(quote=str(leaf.value), start=start, end=start + len(str(leaf.value)))
        read.evidence[leaf.pointer] = Evidence(status=EvidenceStatus.VERIFIED, spans=[span])
    return read


if __name__ == "__main__":
    main()
