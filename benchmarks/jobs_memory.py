"""Growth of the peak memory of `extractor run` with the number of pages.

    python benchmarks/jobs_memory.py [--pages N N]

Runs the command on lists of so many pages, each page asked for at a loopback server in another process.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from jobs.running import run
from jobs.serving import server, write_pages

TARGET_MB = 5.0


def main() -> int:
    """Measure and print; exit code 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs=2, default=[500, 8000])
    options = parser.parse_args()
    peaks = []
    print("| pages | peak memory, MB | seconds |\n|---:|---:|---:|")
    with server(0.0) as url, TemporaryDirectory() as folder:
        for count in options.pages:
            path = Path(folder) / f"pages-{count}.jsonl"
            write_pages(path, count)
            out, cache = Path(folder) / f"run-{count}", Path(folder) / f"cache-{count}"
            took = run(path, out, cache, url, "--plan", "one", "--workers", "64")
            peaks.append(took.peak)
            print(f"| {count} | {took.peak:.1f} | {took.wall:.0f} |", flush=True)
    growth = peaks[1] - peaks[0]
    print(f"Growth: {growth:.1f} MB (target: at most {TARGET_MB} MB)")
    return int(growth > TARGET_MB)


if __name__ == "__main__":
    sys.exit(main())
