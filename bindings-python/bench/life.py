"""The life of a chat, as the benchmarks of every binding play it: both operators ring, Ana takes it, the patron
writes once, Ana closes it. Four commands, and the events that the host would carry out."""

import refdesk as r

COMMANDS = 4
TEXT = "Where is the atlas?"


# A router remembers the ids of ended chats up to a limit. It is reached soon, so that many chats cost what few do.
FEW = r.Config(limits=r.Limits(ended_ids=1_000))


def desk() -> r.Router:
    """One queue that rings everybody, and two operators who are there."""
    router = r.Router(FEW, now=0)
    host = r.Actor.Host()
    everybody = r.Policy([r.Level([r.Source.Assigned()], r.Ring.All(lapse_after="40 s"))])
    router.apply(host, r.AddInstitution("ames"))
    router.apply(host, r.AddQueue("desk", "ames", everybody))
    for operator in ("ana", "ben"):
        router.apply(host, r.AddOperator(operator, "ames", capacity=2))
        router.apply(host, r.AssignOperator(operator, "desk"))
        router.apply(host, r.SetPresence(operator, "tab-1", show="available"))
    return router


def asked(chat: str) -> list[tuple[r.Actor, r.Action]]:
    """The four commands of a chat. Its first offer is Ana's."""
    ana, patron = r.Actor.Operator("ana"), r.Actor.Patron("pat")
    return [
        (patron, r.OpenChat(chat, "desk", "pat")),
        (ana, r.AcceptOffer(chat, 1)),
        (patron, r.PostMessage(chat, "m1", TEXT)),
        (ana, r.CloseChat(chat)),
    ]


def commands(chat: str) -> list[r.Command]:
    return [r.Command(by, action) for by, action in asked(chat)]


def journal(chats: int) -> r.Journal:
    """What the core alone is given: so many lives, written down."""
    router = desk()
    frames = [router.journal_header()]
    written = router.accepted
    for number in range(chats):
        for command in commands(f"c{number}"):
            router.apply(command.by, command.action)
            frames.append(router.journal_frame(command.by, command.action))
    assert router.accepted == written + COMMANDS * chats
    return r.Journal(b"".join(frames))


def list_in_json(commands: list[r.Command]) -> str:
    return "[" + ",".join(command.to_json() for command in commands) + "]"


def list_in_cbor(commands: list[r.Command]) -> bytes:
    """A list of less than 256: its head, and the items."""
    return bytes([0x98, len(commands)]) + b"".join(command.to_bytes() for command in commands)
