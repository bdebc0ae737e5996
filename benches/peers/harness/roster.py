"""Who is compared, and what stands beside each figure."""

from dataclasses import dataclass, replace

ROUND_TRIP = "Unix socket, a round trip a command"
WINDOW = 100
QUICK_WINDOW = 10
QUICK_CYCLES = 200


@dataclass(frozen=True)
class Peer:
    # Its folder.
    family: str
    label: str
    # What its program is told besides the workload.
    arguments: tuple[str, ...]
    # Enough for a second or more; all cycles cost the same, since the load stays the same.
    cycles: int
    durability: str
    transport: str
    # So many opens, then their claims, then as many closes.
    window: int = 1
    # The order that it chooses by, if it is not the workload's.
    own_order: str | None = None

    @property
    def slug(self) -> str:
        """Its name in the names of files."""
        return "-".join([self.family, *(word.strip("-") for word in self.arguments)])

    def windowed(self, size: int) -> "Peer":
        transport = f"Unix socket, {size} commands a round trip"
        return replace(self, window=size, transport=transport)

    def shortened(self) -> "Peer":
        """Just enough to see that it works."""
        short = replace(self, cycles=QUICK_CYCLES)
        return short if self.window == 1 else short.windowed(QUICK_WINDOW)


def _redis(durability: str, argument: str) -> list[Peer]:
    arguments = ("--durability", argument)
    single = Peer("redis", "Redis functions", arguments, 20_000, durability, ROUND_TRIP)
    pipelined = replace(single, label="Redis functions, pipelined", cycles=50_000)
    return [single, pipelined.windowed(WINDOW)]


def _postgres(durability: str, commit: str) -> Peer:
    arguments = ("--synchronous-commit", commit)
    return Peer("postgres", "PostgreSQL", arguments, 5_000, durability, ROUND_TRIP)


def _rustpbx(label: str, argument: str, own_order: str | None) -> Peer:
    return Peer("rustpbx", label, (argument,), 1_000, "none", "in process", own_order=own_order)


PEERS = [
    Peer("refdesk", "refdesk", (), 300_000, "none", "in process"),
    Peer("refdesk-python", "refdesk for Python", (), 300_000, "none", "in process"),
    Peer("python", "heaps in plain Python", (), 300_000, "none", "in process"),
    Peer("refdesk-node", "refdesk for Node", (), 300_000, "none", "in process"),
    Peer("javascript", "heaps in plain JavaScript", (), 300_000, "none", "in process"),
    _rustpbx("rustpbx, the host picks among the free", "--least-busy", None),
    _rustpbx("rustpbx, its own strategy", "--longest-idle", "longest idle, else by chance"),
    *_redis("none", "none"),
    *_redis("AOF, on disk within about a second", "everysec"),
    _postgres("on disk within 0.6 s", "off"),
    _postgres("on disk before the answer", "on"),
]
FAMILIES = list(dict.fromkeys(peer.family for peer in PEERS))
