"""How numpy multiplies. It reads this when it is loaded, so whoever imports it calls `settle` first, and late."""

from __future__ import annotations

import os
from pathlib import Path

CPU = Path("/proc/cpuinfo")


def settle() -> None:
    """One thread in a process, and the same sums on every processor.

    Threads of numpy's would only wait for each other where a process for each processor parses (and small matrices take
    several times as long), and its sums differ in the last bit between its kernels for processors of different years.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if kernel := common_kernel(CPU.read_text(encoding="utf8") if CPU.is_file() else ""):
        os.environ.setdefault("OPENBLAS_CORETYPE", kernel)


def common_kernel(cpu: str) -> str:
    """The kernel that all processors since 2013 or so can run, "" where the text of `/proc/cpuinfo` tells of none.

    >>> common_kernel("flags : fpu sse4_2 fma avx2 avx512f"), common_kernel("flags : fpu sse4_2"), common_kernel("")
    ('Haswell', '', '')
    """
    return "Haswell" if {"avx2", "fma"} <= set(cpu.split()) else ""
