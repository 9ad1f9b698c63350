"""Pages a second of one job on local Dask clusters of several workers, beside one process.

    python benchmarks/jobs_dask.py [--pages N] [--latency SECONDS]

Each run has 32 pages at once for each process, of five requests each, at a loopback server that answers after
a while; nothing is in the cache. `warm` leaves out the start of interpreter, cluster and libraries: it is the
rate between a quarter of the pages and all of them. A local cluster has a worker for each processor.
"""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from jobs.running import run
from jobs.serving import server, write_pages

AT_ONCE = 32


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=2.0)
    options = parser.parse_args()
    print("| engine | pages/s, whole | pages/s, warm | seconds |\n|---|---:|---:|---:|")
    with server(options.latency) as url, TemporaryDirectory() as folder:
        few, all_ = Path(folder) / "few.jsonl", Path(folder) / "all.jsonl"
        write_pages(few, options.pages // 4)
        write_pages(all_, options.pages)
        for name, processes in (("local", 1), ("dask", os.cpu_count() or 1)):
            engine = ["--engine", name, "--workers", str(AT_ONCE * processes)]
            walls = []
            for path in (few, all_):
                mark = f"{name}-{processes}-{path.stem}"
                out, cache = Path(folder) / f"run-{mark}", Path(folder) / f"cache-{mark}"
                walls.append(run(path, out, cache, url, *engine).wall)
            warm = (options.pages - options.pages // 4) / (walls[1] - walls[0])
            whole = options.pages / walls[1]
            print(f"| {name}, {processes} | {whole:.1f} | {warm:.1f} | {walls[1]:.0f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
