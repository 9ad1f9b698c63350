"""Run a command of ours again and again, killed with SIGKILL at its first, second, third … touch of a file.

A process of its own, so that the forks inherit no threads: `python kill_sweep.py FOLDER ARGUMENTS...`. FOLDER
holds `start`; each try gets a copy of it by its number, in which the command is killed and then run again.
The last number is that of the try that was not killed.
"""

import atexit
import gc
import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree", "sqlite3.connect"}


def watch(place: Path, last: int) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook that kills its process before touch number `last` of something below `place`."""
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        changes = event in _CHANGES or (event == "open" and _writes(arguments))
        if changes and str(arguments[0]).startswith((str(place), "job", "cache")):
            seen += 1
            if seen > last:
                os.kill(os.getpid(), signal.SIGKILL)

    return hook


def _writes(arguments: tuple[Any, ...]) -> bool:
    return isinstance(arguments[2], int) and bool(arguments[2] & _WRITES)


def command(place: Path, arguments: list[str], touches: int | None) -> int:
    """Run the command in a fork, in `place`; its wait status."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    os.chdir(place)
    os.environ["EXTRACTOR_CACHE_DIR"] = str(place / "cache")
    for stream in (1, 2):
        os.dup2(os.open(f"said.{stream}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    if touches is not None:
        sys.addaudithook(watch(place, touches))
    from extractor.cli.main import main  # noqa: PLC0415 - imported by the parent already

    with suppress(SystemExit):
        main(arguments)
    atexit._run_exitfuncs()  # noqa: SLF001 - all of an end but the taking down of what the parent imported
    for written in (sys.stdout, sys.stderr):
        written.flush()
    os._exit(0)


def sweep(folder: Path, arguments: list[str]) -> int:
    """All tries; how many were killed."""
    touches = 0
    while True:
        place = folder / str(touches)
        shutil.copytree(folder / "start", place)
        status = command(place, arguments, touches)
        if not os.WIFSIGNALED(status):
            return touches
        command(place, arguments, None)
        touches += 1


def prepare() -> None:
    """Do once, for all forks, what takes time and touches no file of the job."""
    import extractor.cli.batch  # noqa: PLC0415
    import extractor.cli.batch_jobs  # noqa: PLC0415
    import extractor.cli.jobs  # noqa: PLC0415
    import extractor.cli.main  # noqa: PLC0415
    import extractor.cli.printing  # noqa: PLC0415
    import extractor.cli.run  # noqa: F401, PLC0415
    from extractor.documents import Document  # noqa: PLC0415
    from extractor.extraction import extract  # noqa: PLC0415
    from extractor.model.body import request_body  # noqa: PLC0415
    from extractor.model.modes import Mode  # noqa: PLC0415
    from extractor.model.reader import ModelReader  # noqa: PLC0415

    page = Document.from_text("A page")
    extract(page)
    reader = ModelReader(NotImplemented, model="m", plan="one")
    for request in reader.requests(page):
        request_body(request, Mode.JSON_SCHEMA)
    gc.freeze()  # a job collects garbage when it begins: not that of the parent


if __name__ == "__main__":
    prepare()
    sys.stdout.write(str(sweep(Path(sys.argv[1]), sys.argv[2:])))
