"""The bot as `python -m bot` runs it, but on the invented article, for tests over HTTP."""

from __future__ import annotations

import sys
from typing import Any

from bot import command_line
from tests.invented_knowledge import InventedKnowledge

if __name__ == "__main__":
    vars(command_line)["open_knowledge"] = lambda path: InventedKnowledge()
    main: Any = command_line.main
    main(args=sys.argv[1:])
