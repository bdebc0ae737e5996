"""Where the scenarios are, and a small desk."""

from pathlib import Path

import pytest
import refdesk as r

SCENARIOS = Path(__file__).parents[2] / "core" / "tests" / "scenarios"


@pytest.fixture
def desk() -> r.Router:
    """One institution, one queue that rings all, and Ana, who is there."""
    router = r.Router(now=0)
    everybody = r.Policy([r.Level([r.Source.Assigned()], r.Ring.All(lapse_after="40 s"))])
    for action in (
        r.AddInstitution("ames"),
        r.AddOperator("ana", "ames", capacity=2),
        r.AddQueue("desk", "ames", everybody),
        r.AssignOperator("ana", "desk"),
        r.SetPresence("ana", "tab-1", show="available"),
    ):
        router.apply(r.Actor.Host(), action)
    return router
