"""PostgreSQL as a router: one prepared statement a command, each its own transaction."""

from collections import deque
from pathlib import Path

import psycopg

from peer import Run, Workload
from server import postgres_server

SCHEMA = Path(__file__).with_name("schema.sql")

# A patron asks: the best operator of the queue is offered the chat, and a place is kept. Operators
# whom another session is about to change are passed over.
OPEN = """
WITH best AS (
    SELECT operator, operators.chats
    FROM memberships JOIN operators USING (operator)
    WHERE queue = %(queue)s AND operators.chats < %(capacity)s
    ORDER BY memberships.chats, memberships.turn
    LIMIT 1
    FOR UPDATE OF operators SKIP LOCKED
), taken AS (
    UPDATE operators SET chats = operators.chats + 1, turn = nextval('turn')
    FROM best WHERE operators.operator = best.operator
    RETURNING operators.*
), copied AS (
    UPDATE memberships SET chats = taken.chats, turn = taken.turn
    FROM taken WHERE memberships.operator = taken.operator
), offered AS (
    INSERT INTO chats SELECT %(chat)s, operator, false FROM best
)
SELECT operator, chats FROM best
"""

# The operator who was offered a chat takes it.
CLAIM = """
UPDATE chats SET answered = true
WHERE chat = %(chat)s AND operator = %(operator)s AND NOT answered
"""

# The operator who answers a chat ends it.
CLOSE = """
WITH ended AS (
    DELETE FROM chats WHERE chat = %(chat)s AND answered RETURNING operator
), freed AS (
    UPDATE operators SET chats = chats - 1, turn = nextval('turn')
    FROM ended WHERE operators.operator = ended.operator
    RETURNING operators.*
)
UPDATE memberships SET chats = freed.chats, turn = freed.turn
FROM freed WHERE memberships.operator = freed.operator
"""


def staff(connection: psycopg.Connection, workload: Workload) -> None:
    """Fills the desk as it is when the clock starts, without choosing for what is answered."""
    standing = workload.standing()
    tables: dict[str, list[tuple[object, ...]]] = {
        "operators": [(operator, *stand) for operator, stand in standing.items()],
        "memberships": [
            (operator, queue, *standing[operator])
            for operator, queues in workload.operators.items()
            for queue in queues
        ],
        "chats": [(chat, operator, True) for chat, _, operator in workload.answered],
    }
    connection.execute(SCHEMA.read_text())
    for table, rows in tables.items():
        with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    connection.execute("SELECT setval('turn', %s)", [workload.turns])
    connection.execute("VACUUM ANALYZE")
    connection.execute("CHECKPOINT")


def play(connection: psycopg.Connection, run: Run) -> None:
    capacity = run.workload.capacity
    open_chats = deque(chat for chat, _, _ in run.workload.answered)
    cursor = connection.cursor()
    for number, (chat, queue) in enumerate(run.workload.opens):
        if number == run.untimed:
            run.start_clock()
        asked = {"chat": chat, "queue": queue, "capacity": capacity}
        best = cursor.execute(OPEN, asked, prepare=True).fetchone()
        if best is None:
            raise SystemExit(f"nobody is free in {queue}")
        operator, chats = best
        run.choices.append((operator, chats))
        cursor.execute(CLAIM, {"chat": chat, "operator": operator}, prepare=True)
        if cursor.rowcount != 1:
            raise SystemExit(f"{chat} was not offered to {operator}")
        open_chats.append(chat)
        cursor.execute(CLOSE, {"chat": open_chats.popleft()}, prepare=True)
        if cursor.rowcount == 0:
            raise SystemExit("a chat was not answered")
    run.stop_clock()


def main() -> None:
    arguments = Run.arguments()
    arguments.add_argument("--synchronous-commit", choices=["on", "off"], required=True)
    options = arguments.parse_args()
    run = Run.of(options)
    with (
        postgres_server(f"synchronous_commit={options.synchronous_commit}") as socket,
        psycopg.connect(host=str(socket), user="postgres", autocommit=True) as connection,
    ):
        staff(connection, run.workload)
        play(connection, run)
        # In the form 150018: the major version, and the minor one in four digits.
        major, minor = divmod(connection.info.server_version, 10_000)
        run.report(f"{major}.{minor}, psycopg {psycopg.__version__}")


if __name__ == "__main__":
    main()
