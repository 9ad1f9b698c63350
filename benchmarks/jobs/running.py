"""`extractor run` in a process of its own, and what it took."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

_RUN = """
import sys
from extractor.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    print(*sorted({"openai", "instructor"} & set(sys.modules)))
    sys.exit(end.code)
"""


@dataclass(frozen=True)
class Took:
    """What a run took: seconds, those of the session alone, CPU seconds, peak memory in MB, its manifest.

    CPU seconds are those of all its processes; `loaded` names which of openai and instructor were imported.
    """

    wall: float
    session: float
    cpu: float
    peak: float
    loaded: str
    manifest: dict[str, object]


def run(pages: Path, out: Path, cache: Path, url: str, *options: str) -> Took:
    """Carry a job of a list of pages to its end."""
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("EXTRACTOR_", "OPENAI_"))
    }
    environ |= {"EXTRACTOR_CACHE_DIR": str(cache), "OPENAI_API_KEY": "none"}
    command = [sys.executable, "-P", "-c", _RUN, "run", str(pages), "--out", str(out), "--quiet"]
    command += ["--reader", "model", "--model", "m", "--base-url", url, *options]
    began = monotonic()
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        loaded = process.stdout.read().strip()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        failures = out / "failures.jsonl"
        said = failures.read_text(encoding="utf-8")[:500] if failures.exists() else ""
        raise SystemExit(f"the run failed with exit code {process.returncode} {said}")
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    session = manifest["sessions"][-1]["seconds"]
    wall, cpu = monotonic() - began, usage.ru_utime + usage.ru_stime
    return Took(wall, session, cpu, usage.ru_maxrss / 1024, loaded, manifest)
