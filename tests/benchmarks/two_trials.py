"""Opens two trials in turn twenty times under every view: python tests/benchmarks/two_trials.py [cycles].

What `tests/gui/test_two_trials_in_turn.py` does once, as often as asked; stops at the first view that shows,
saves or copies anything of the other trial.
"""

import os
import sys
from pathlib import Path

import pytest

CYCLES = "20"


def main():
    cycles = os.environ["SSCVIEWER_CYCLES"] = sys.argv[1] if len(sys.argv) > 1 else CYCLES
    root = Path(__file__).resolve().parents[2]
    test = root / "tests" / "gui" / "test_two_trials_in_turn.py"
    found = pytest.main(["-q", "-s", f"--rootdir={root}", "-o", "faulthandler_timeout=0", str(test)])
    if found == 0:
        print(f"{cycles} cycles through every view: nothing of the other trial was shown, saved or copied.")
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
