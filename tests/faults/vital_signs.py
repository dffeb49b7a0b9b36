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
    """Open ones, connections among them."""
    threads: int


def vital_signs(pid: int) -> VitalSigns:
    """How the process with this id is doing."""
    process = Path(f"/proc/{pid}")
    told = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    now, most = (int(told[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return VitalSigns(now, most, len(os.listdir(process / "fd")), int(told["Threads"]))
