"""A real browser that looks at a page, led through the pipe that Chromium gives to debuggers."""

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import pytest

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
needs_browser = pytest.mark.skipif(
    not BROWSER or sys.platform == "win32",  # whose processes inherit no pipes by number
    reason="there is no Chromium here to look with",
)
HEIGHT = 800
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # tests may run as root, where it has none; the page is our own
    "--disable-gpu",
    "--disable-dev-shm-usage",  # which is small in a container
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing leaves the machine
    "--remote-debugging-pipe",
)


class Browser:
    """One page in a browser, and what it asked for on the way."""

    def __init__(self, to: int, back: int) -> None:
        self._to = os.fdopen(to, "wb")
        self._back = os.fdopen(back, "rb")
        self._number = 0
        self._page: str | None = None
        self.asked: list[str] = []
        """The address of everything that was asked for, the page itself first."""

    def __enter__(self) -> Self:
        target = self.does("Target.createTarget", url="about:blank")["targetId"]
        attached = self.does("Target.attachToTarget", targetId=target, flatten=True)
        self._page = attached["sessionId"]
        for part in ("Page", "Network", "Runtime"):
            self.does(f"{part}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        self._to.close()
        self._back.close()

    def opens(
        self, path: Path, width: int, *, media: str = "screen", is_dark: bool = False
    ) -> None:
        """Show a file in a window of some width, as somebody with such a screen would see it."""
        self.asked.clear()
        size = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": width < 600}
        self.does("Emulation.setDeviceMetricsOverride", **size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self.does("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.does("Page.navigate", url=path.as_uri())
        while self.tells("document.readyState + location.protocol") != "completefile:":
            pass

    def tells(self, expression: str) -> Any:
        """What an expression of JavaScript comes to, asked from outside the page."""
        told = self.does("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode(self.does("Page.captureScreenshot")["data"])

    def does(self, method: str, **params: object) -> dict[str, Any]:
        """Carry out a command of the DevTools protocol and give its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._page:
            message["sessionId"] = self._page
        self._to.write(json.dumps(message).encode() + b"\0")
        self._to.flush()
        while (told := self._next()).get("id") != self._number:
            if told.get("method") == "Network.requestWillBeSent":
                self.asked.append(told["params"]["request"]["url"])
        assert "error" not in told, (method, told["error"])
        result: dict[str, Any] = told["result"]
        return result

    def _next(self) -> dict[str, Any]:
        read = bytearray()
        while (byte := self._back.read(1)) != b"\0":
            assert byte, "the browser is gone"
            read += byte
        told: dict[str, Any] = json.loads(read)
        return told


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start a browser that keeps what it keeps in a folder."""
    their_in, our_out = os.pipe()
    our_in, their_out = os.pipe()
    # The browser reads commands from its file 3 and answers on 4, whatever they are called here.
    command = f'exec "$0" "$@" 3<&{their_in} 4>&{their_out}'
    process = subprocess.Popen(
        ["bash", "-c", command, BROWSER, *FLAGS, f"--user-data-dir={folder}"],
        pass_fds=(their_in, their_out),
        stderr=subprocess.DEVNULL,
    )
    os.close(their_in)
    os.close(their_out)
    try:
        with Browser(our_out, our_in) as page:
            yield page
    finally:
        process.terminate()
        process.wait()
