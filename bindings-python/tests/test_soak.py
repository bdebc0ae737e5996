"""Nothing grows, however long a host runs. The long run is `bench/soak.py`."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "bench"))

import soak


def test_sixteen_thousand_commands_leave_nothing_behind() -> None:
    soaked = soak.soak(16_000, warm=8_000)
    assert soaked.commands == 24_000
    assert soaked.blocks < 500
    assert soaked.kibibytes < 512
