"""A long journal of random commands, the same for every language, ends in the same state."""

from pathlib import Path

import refdesk as r

KEPT = Path(__file__).parents[2] / "target" / "journal"


def test_a_hundred_thousand_random_commands_end_where_they_end_in_rust() -> None:
    journal, digest = KEPT / "random.journal", KEPT / "random.digest"
    assert journal.exists() and digest.exists(), "run make journal"
    written = r.Journal(journal.read_bytes())
    router = written.router()
    router.replay(written, events=False)
    assert len(written) == router.accepted == 100_000
    assert router.digest() == digest.read_text(encoding="ascii").strip()
