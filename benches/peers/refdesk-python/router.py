"""refdesk, by its package for Python."""

from collections import deque
from importlib.metadata import version

import refdesk as r
from peer import Run, Workload

Rung = tuple[str, int, str]
"""Who is rung for a chat: the chat, the offer, the operator."""


class Host:
    def __init__(self, workload: Workload) -> None:
        """A desk on which every operator is there.

        Every queue rings the least busy one, then the longest idle.
        """
        self.router = r.Router(now=0)
        self.clock = 0
        host = r.Actor.Host()
        self.hand_in(host, r.AddInstitution("library"))
        policy = r.Policy([r.Level([r.Source.Assigned()], r.Ring.Best(r.Order.LEAST_BUSY))])
        for queue in workload.queues:
            self.hand_in(host, r.AddQueue(queue, "library", policy))
        for operator, queues in workload.operators.items():
            self.hand_in(host, r.AddOperator(operator, "library", capacity=workload.capacity))
            for queue in queues:
                self.hand_in(host, r.AssignOperator(operator, queue))
            comes = r.SetPresence(operator, "desk", show="available")
            self.hand_in(r.Actor.Operator(operator), comes)

    def open(self, chat: str, queue: str) -> Rung:
        """A patron asks, and somebody is rung."""
        for event in self.hand_in(r.Actor.Host(), r.OpenChat(chat, queue, chat)):
            if isinstance(event, r.ChatOffered):
                return event.chat, event.offer, event.operator
        raise LookupError(f"nobody is free in {queue}")

    def claim(self, chat: str, offer: int, operator: str) -> None:
        """The operator who is rung takes the chat."""
        self.hand_in(r.Actor.Operator(operator), r.AcceptOffer(chat, offer))

    def close(self, chat: str, operator: str) -> None:
        """The operator who answers a chat ends it."""
        self.hand_in(r.Actor.Operator(operator), r.CloseChat(chat))

    def hand_in(self, by: r.AnyActor, action: r.AnyAction) -> list[r.AnyEvent]:
        self.router.advance(self.clock)
        return self.router.apply(by, action)


def main() -> None:
    run = Run.of(Run.arguments().parse_args())
    host = Host(run.workload)
    answered: deque[Rung] = deque()
    for chat, queue, _ in run.workload.answered:
        rung = host.open(chat, queue)
        host.claim(*rung)
        answered.append(rung)

    for number, (chat, queue) in enumerate(run.workload.opens):
        if number == run.untimed:
            run.start_clock()
        rung = host.open(chat, queue)
        host.claim(*rung)
        run.choices.append((rung[2],))
        answered.append(rung)
        chat, _, operator = answered.popleft()
        host.close(chat, operator)
        host.clock += 1
    run.stop_clock()
    run.report(version("refdesk"))


if __name__ == "__main__":
    main()
