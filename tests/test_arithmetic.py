"""numpy is loaded late, with one thread and the kernel that processors share."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.arithmetic import common_kernel

# What a build loads, and what it does first; it prints the threads that there are then.
LOADED = """
import os, sys
import kg.build
assert "numpy" not in sys.modules, "loaded before it was told how to multiply"
from kg.facts.learned.model import model
model()
print(len(os.listdir("/proc/self/task")), os.environ["OPENBLAS_NUM_THREADS"])
"""


@pytest.mark.parametrize(("cpu", "kernel"), [("flags : fma avx2 avx512f", "Haswell"), ("flags : avx", ""), ("", "")])
def test_processors_of_different_years_add_up_in_one_way(cpu: str, kernel: str) -> None:
    assert common_kernel(cpu) == kernel


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads in /proc")
def test_a_build_multiplies_in_one_thread() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]
