"""Redis as a router: one function call a command, each a round trip or many in one."""

from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from peer import Run, Workload
from server import redis_server

FUNCTIONS = Path(__file__).with_name("functions.lua")
DURABILITY = {
    "none": ["--save", "", "--appendonly", "no"],
    "everysec": ["--save", "", "--appendonly", "yes", "--appendfsync", "everysec"],
}
# As in the functions.
CHAT = 2**51


def connect(socket: Path) -> redis.Redis:
    client = redis.Redis(unix_socket_path=str(socket), decode_responses=True)
    # The server needs a moment until it listens.
    patient = redis.Redis(
        unix_socket_path=str(socket),
        retry=Retry(ConstantBackoff(0.05), 200),
        retry_on_error=[redis.ConnectionError],
    )
    patient.ping()
    return client


def staff(client: redis.Redis, workload: Workload) -> None:
    """Fills the desk as it is when the clock starts, without choosing for what is answered."""
    standing = workload.standing()
    scores: dict[str, dict[str, int]] = {queue: {} for queue in workload.queues}
    pipe = client.pipeline(transaction=False)
    for operator, queues in workload.operators.items():
        chats, turn = standing[operator]
        pipe.rpush(f"queues:{operator}", *queues)
        for queue in queues:
            scores[queue][operator] = chats * CHAT + turn
    for queue, members in scores.items():
        pipe.zadd(queue, members)
    pipe.hset("answering", mapping={chat: who for chat, _, who in workload.answered})
    pipe.set("turn", workload.turns)
    pipe.function_load(FUNCTIONS.read_text())
    pipe.execute()


def play_singly(client: redis.Redis, run: Run) -> None:
    """Each command is a round trip."""
    capacity = run.workload.capacity
    open_chats = deque(chat for chat, _, _ in run.workload.answered)
    for number, (chat, queue) in enumerate(run.workload.opens):
        if number == run.untimed:
            run.start_clock()
        operator, chats = client.fcall("open", 1, queue, chat, capacity)
        run.choices.append((operator, chats))
        client.fcall("claim", 0, chat, operator)
        open_chats.append(chat)
        client.fcall("close", 0, open_chats.popleft())
    run.stop_clock()


def play_windows(client: redis.Redis, run: Run, size: int) -> None:
    """A window of opens is one round trip, then one all their claims, then one as many closes."""
    capacity = run.workload.capacity
    open_chats = deque(chat for chat, _, _ in run.workload.answered)
    pipe = client.pipeline(transaction=False)
    for number, window in enumerate(windows(run.workload.opens, size)):
        if number * size == run.untimed:
            run.start_clock()
        for chat, queue in window:
            pipe.fcall("open", 1, queue, chat, capacity)
        chosen = pipe.execute()
        run.choices += map(tuple, chosen)
        for (chat, _), (operator, _) in zip(window, chosen, strict=True):
            pipe.fcall("claim", 0, chat, operator)
            open_chats.append(chat)
        pipe.execute()
        for _ in window:
            pipe.fcall("close", 0, open_chats.popleft())
        pipe.execute()
    run.stop_clock()


def windows(opens: list[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    rest = iter(opens)
    while window := list(islice(rest, size)):
        yield window


def main() -> None:
    arguments = Run.arguments()
    arguments.add_argument("--durability", choices=DURABILITY, required=True)
    arguments.add_argument("--window", type=int, default=1)
    options = arguments.parse_args()
    run = Run.of(options)
    if run.untimed % options.window:
        raise SystemExit("the clock has to start between two windows")
    with redis_server(*DURABILITY[options.durability]) as socket:
        client = connect(socket)
        staff(client, run.workload)
        client.config_resetstat()
        if options.window == 1:
            play_singly(client, run)
        else:
            play_windows(client, run, options.window)
        version = client.info("server")["redis_version"]
        calls = client.info("commandstats")["cmdstat_fcall"]
        run.report(
            f"{version}, redis-py {redis.__version__}",
            server_ns_per_command=calls["usec"] * 1e3 / calls["calls"],
        )


if __name__ == "__main__":
    main()
