"""What a running process takes of the machine, as Linux tells it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class VitalSigns:
    """Of one process, at one moment."""

    megabytes: float
    most_megabytes: float
    """Since its start."""
    files: int
    """Open ones, but for connections."""
    connections: int
    threads: int


def vital_signs(pid: int) -> VitalSigns:
    """How the process with this id is doing."""
    process = Path(f"/proc/{pid}")
    told = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    now, most = (int(told[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    open_ones = [_what(file) for file in (process / "fd").iterdir()]
    connections = sum(what.startswith("socket:") for what in open_ones)
    files = len(open_ones) - connections
    return VitalSigns(now, most, files, connections, int(told["Threads"]))


def _what(file: Path) -> str:
    try:
        return os.readlink(file)
    except FileNotFoundError:
        # Closed just now.
        return "socket:"
