"""A real Chromium, driven through the pipe of its DevTools protocol: no port, no driver, no network."""

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    # Whatever asks for a name gets nothing: a request that leaves is an error that a test sees.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
PATIENCE = 60.0
KEYS = {
    "ArrowDown": 40, "ArrowUp": 38, "Escape": 27, "Enter": 13, "Tab": 9, "Home": 36, "End": 35,
}  # fmt: skip


def program() -> str | None:
    """The path of a Chromium, or None."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Chromium:
    """One browser with one tab. `events` has what the browser reported: requests, errors, log entries."""

    def __init__(self, profile: Path) -> None:
        found = program()
        assert found, f"no Chromium: install one of {', '.join(PROGRAMS)}"
        to_read, self._to = os.pipe()
        self._from, to_write = os.pipe()
        ours = [found, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        # The protocol speaks through descriptors 3 and 4.
        shell = f'exec 3<&{to_read} 4>&{to_write}; exec "$@" 2>/dev/null'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", shell, "chromium", *ours],
            pass_fds=(to_read, to_write),
            stdout=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        self._attach()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._session = None
            self.ask("Browser.close")
        finally:
            self._process.wait(timeout=PATIENCE)
            os.close(self._to)
            os.close(self._from)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command and wait for its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            found = self._next()
            if found.get("id") == self._number:
                assert "error" not in found, f"{method}: {found['error']}"
                return dict(found["result"])
            self.events.append(found)

    def open(self, url: str) -> None:
        """Open an address and wait until the page says that it is ready."""
        # Another fragment of the page that is open would load nothing.
        self.ask("Page.navigate", url="about:blank")
        self.wait_for("location.href === 'about:blank'")
        self.events.clear()
        self.ask("Page.navigate", url=url)
        self.wait_for("document.documentElement?.dataset.ready === 'yes'")

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression, by JSON."""
        found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true."""
        until = time.monotonic() + PATIENCE
        while not self.run(expression):
            assert time.monotonic() < until, f"never true: {expression}"
            time.sleep(0.02)

    def press(self, *keys: str) -> None:
        """Real key events, as a keyboard sends them."""
        for key in keys:
            code = KEYS.get(key, 0)
            text = {"text": "\r" if key == "Enter" else key} if code in {0, 13} else {}
            for kind in ("keyDown", "keyUp"):
                more = text if kind == "keyDown" else {}
                self.ask("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **more)

    def click(self, selector: str) -> None:
        """A real click with the mouse, in the middle of an element."""
        box = self.run(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            "found.scrollIntoView({block: 'nearest'}); const box = found.getClientRects()[0];"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def show(self, width: int, height: int, *, dark: bool = False) -> None:
        """The size of the window, and the colours asked for."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])

    def photograph(self, into: Path) -> None:
        """A picture of the window."""
        into.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def reported(
        self, method: str, keep: Callable[[dict[str, Any]], bool] = lambda _: True
    ) -> list[dict[str, Any]]:
        """The events of one kind since the page was opened."""
        self.run("1")  # what came before the answer has been read
        return [one["params"] for one in self.events if one.get("method") == method and keep(one["params"])]

    def _attach(self) -> None:
        (tab,) = [one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        found = self.ask("Target.attachToTarget", targetId=tab["targetId"], flatten=True)
        self._session = found["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            piece = os.read(self._from, 1 << 20)
            assert piece, "the browser has gone"
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))
