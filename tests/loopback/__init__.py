"""No test reaches the network: what that takes in this process, and in those that it starts."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent
PYTHON_PATH = os.pathsep.join((str(FOLDER.parents[1]), str(FOLDER)))
"""The PYTHONPATH of a process that runs this checkout, kept to loopback."""
