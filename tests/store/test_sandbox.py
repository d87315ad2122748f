"""The wall behind the guard: in a sandboxed process SERVICE fails, and ordinary queries do not notice."""

from __future__ import annotations

import platform
import subprocess
import sys

PROGRAM = """
import socket, sys
import pyoxigraph as ox
from kg.store.sandbox import block_network, limit_memory
walled = block_network()
limit_memory(1 << 30)
try:
    socket.socket()
    reached = "socket"
except PermissionError:
    reached = "nothing"
try:
    list(ox.Store().query("SELECT * { SERVICE <http://127.0.0.1:8/> { ?s ?p ?o } }"))
except OSError as error:
    reached += " " + type(error).__name__
print(walled, reached, bool(ox.Store().query("ASK {}")))
"""


def test_no_socket_can_be_made() -> None:
    found = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout.split()
    walls = sys.platform.startswith("linux") and platform.machine() in ("x86_64", "aarch64")
    assert found[0] == str(walls)
    assert found[-1] == "True"
    if walls:
        assert found[1] == "nothing"
