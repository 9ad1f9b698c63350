"""Commands of ours as forks of a process that has imported what they need: real processes, begun at once.

What imports cost and what the interpreter takes from its environment is not seen here: that needs the
command itself. `Nursery` begins commands one after another; run as a script, this file is the process that
forks them.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

_DOING = {"__main__", "dask_preload"}
"""Modules that do something where they are imported."""
_OUTPUT = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class Begun:
    """A command that was begun."""

    def __init__(self, nursery: subprocess.Popen[str], files: Path, pid: int) -> None:
        self._nursery = nursery
        self._files = files
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Its exit code, negative after a signal; None while it lives."""
        return self._ended(0)

    def wait(self, timeout: float) -> int:
        """The same, once it has ended. Kills it and raises TimeoutExpired after `timeout` seconds."""
        if self._ended(timeout) is None:
            self.kill()
            raise subprocess.TimeoutExpired("extractor", timeout)
        return self.returncode or 0

    def kill(self) -> None:
        """End it by SIGKILL, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)
            self._ended(None)

    @property
    def said(self) -> tuple[str, str]:
        """What it wrote so far, to standard output and to standard error."""
        out, err = ((self._files / name).read_text(encoding="utf-8") for name in ("out", "err"))
        return out, err

    def _ended(self, timeout: float | None) -> int | None:
        told = self._nursery.stdout
        assert told is not None
        if self.returncode is None and select.select([told], [], [], timeout)[0]:
            self.returncode = os.waitstatus_to_exitcode(int(told.readline()))
        return self.returncode


class Nursery:
    """Begins commands, one at a time: the last one is killed where it has not ended. Closed by `with`."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory()
        words = [sys.executable, __file__]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._last: Begun | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_last()
        self._process.communicate(timeout=60)
        self._folder.cleanup()

    def begin(
        self, words: Sequence[str | Path], *, cwd: Path, environ: Mapping[str, str], stdin: str = ""
    ) -> Begun:
        """Begin `extractor WORDS...`."""
        self._end_last()
        files = Path(self._folder.name)
        (files / "in").write_text(stdin, encoding="utf-8")
        order = {
            "words": [str(word) for word in words],
            "cwd": str(cwd),
            "environ": dict(environ),
            "files": str(files),
        }
        to, told = self._process.stdin, self._process.stdout
        assert to is not None
        assert told is not None
        to.write(json.dumps(order) + "\n")
        to.flush()
        self._last = Begun(self._process, files, int(told.readline()))
        return self._last

    def run(
        self, words: Sequence[str | Path], *, cwd: Path, environ: Mapping[str, str], stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end, for at most a minute."""
        command = self.begin(words, cwd=cwd, environ=environ, stdin=stdin)
        code = command.wait(60)
        return subprocess.CompletedProcess([str(word) for word in words], code, *command.said)

    def _end_last(self) -> None:
        if self._last is not None:
            self._last.kill()


def _serve() -> None:
    """Fork a command for each line of standard input; say its process number, and at its end its status."""
    for line in iter(sys.stdin.readline, ""):
        child = os.fork()
        if not child:
            _work(json.loads(line))
        _tell(child)
        _tell(os.waitpid(child, 0)[1])


def _tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _work(order: dict[str, Any]) -> None:
    """Become the command: all of its life but the start and the taking down of an interpreter."""
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["environ"])
    files = Path(order["files"])
    for stream, (name, mode) in enumerate((("in", os.O_RDONLY), ("out", _OUTPUT), ("err", _OUTPUT))):
        os.dup2(os.open(files / name, mode, 0o600), stream)
    code = _left(order["words"])
    atexit._run_exitfuncs()  # noqa: SLF001
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _left(words: list[str]) -> int:
    from extractor.cli.main import main  # noqa: PLC0415 - imported before

    sys.argv = ["extractor", *words]
    try:
        main(words)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # noqa: BLE001 - as the interpreter would say it
        traceback.print_exc()
        return 1
    return 0


def _prepare() -> None:
    """Import all of the package but what needs an extra that is not there."""
    import kill_sweep  # noqa: PLC0415
    import scipy.optimize  # noqa: F401, PLC0415

    import extractor  # noqa: PLC0415

    kill_sweep.prepare()
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if module.name.rpartition(".")[2] not in _DOING:
            importlib.import_module(module.name)
    gc.freeze()


if __name__ == "__main__":
    _prepare()
    _serve()
