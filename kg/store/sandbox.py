"""Walls around a worker process: memory, core dumps, and no network (Linux on x86-64 and ARM64)."""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
import sys
from pathlib import Path

_MACHINES: dict[str, tuple[int, tuple[int, ...]]] = {
    # audit architecture; socket, connect, execve, execveat, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 59, 322, 425)),
    "aarch64": (0xC00000B7, (198, 203, 221, 281, 425)),
}
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER_MODE = 38, 22, 2
_ALLOW, _DENY = 0x7FFF0000, 0x00050001  # the denial is errno 1, EPERM
_X32 = 0x40000000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06


def limit_memory(more: int) -> None:
    """Cap the address space at `more` bytes beyond what is mapped now; past it the process aborts, without a core file.

    Threads, stacks and an open store map far more than they use, so that a cap from zero would say little.
    """
    cap = _mapped() + more
    resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _mapped() -> int:
    """Bytes of address space in use; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except FileNotFoundError:
        return 0


def block_network() -> bool:
    """Make sockets and new programs impossible for this process, for ever; False where the system cannot.

    Where it cannot (not Linux, another processor, seccomp switched off), `kg.store.guard` is the only wall.
    """
    if not sys.platform.startswith("linux") or platform.machine() not in _MACHINES:
        return False
    program = _program(*_MACHINES[platform.machine()])
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program)
    # struct sock_fprog: the number of instructions, padding, the address of the first
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(buffer)))
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SECCOMP, _FILTER_MODE, header, 0, 0) == 0)


def _program(architecture: int, denied: tuple[int, ...]) -> bytes:
    """The filter, in classic BPF: another architecture is denied, then each call of the list."""
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _DENY), (_LOAD, 0, 0, 0)]
    steps.append((_AT_LEAST, len(denied) + 1, 0, _X32))
    steps += [(_EQUAL, len(denied) - at, 0, call) for at, call in enumerate(denied)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _DENY)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
