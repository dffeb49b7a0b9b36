"""Tells whether a state file that isn't there yet could be begun where it's to be."""

from __future__ import annotations

import tempfile
from pathlib import Path


def nearest_folder(path: Path) -> Path:
    """The folder of `path`, or the nearest above it that there is."""
    return next(parent for parent in path.absolute().parents if parent.exists())


def takes_files(folder: Path) -> bool:
    """Whether a file can be made in `folder`; none is left there."""
    # Permissions alone don't tell: root has them all, even where nothing can be written.
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def may_be_begun(path: Path) -> bool:
    """Whether a bot could begin `path`: its folder is there, be it another user's, or is made."""
    return path.parent.is_dir() or takes_files(nearest_folder(path))
