"""A router in plain Python: one heap a queue, and entries that are out of date are skipped."""

import platform
from collections import deque
from heapq import heapify, heappop, heappush

from peer import Run

# (chats, turn, operator): the least is the best.
Entry = tuple[int, int, str]


class Router:
    def __init__(self, operators: dict[str, list[str]], capacity: int) -> None:
        self.capacity = capacity
        self.queues_of = operators
        self.entry: dict[str, Entry] = {}
        self.offered: dict[str, str] = {}
        self.answering: dict[str, str] = {}
        self.heaps: dict[str, list[Entry]] = {}
        for turn, (operator, queues) in enumerate(operators.items()):
            self.entry[operator] = (0, turn, operator)
            for queue in queues:
                self.heaps.setdefault(queue, []).append(self.entry[operator])
        self.most = {queue: 4 * len(heap) for queue, heap in self.heaps.items()}
        self.turn = len(operators)

    def open(self, chat: str, queue: str) -> Entry:
        """Offers a chat to the best operator of its queue, and keeps a place for it."""
        heap = self.heaps[queue]
        entry = self.entry
        while (best := heap[0]) is not entry[best[2]]:
            heappop(heap)
        if best[0] >= self.capacity:
            raise LookupError(f"nobody is free in {queue}")
        self.offered[chat] = best[2]
        self._stand(best[2], best[0] + 1)
        return best

    def claim(self, chat: str, operator: str) -> None:
        """The operator who was offered a chat takes it."""
        if self.offered[chat] != operator:
            raise LookupError(f"{chat} was not offered to {operator}")
        self.answering[chat] = self.offered.pop(chat)

    def close(self, chat: str) -> None:
        """The operator who answers a chat ends it."""
        operator = self.answering.pop(chat)
        self._stand(operator, self.entry[operator][0] - 1)

    def _stand(self, operator: str, chats: int) -> None:
        self.turn += 1
        self.entry[operator] = entry = (chats, self.turn, operator)
        for queue in self.queues_of[operator]:
            heap = self.heaps[queue]
            heappush(heap, entry)
            if len(heap) > self.most[queue]:
                self._drop_old(heap)

    def _drop_old(self, heap: list[Entry]) -> None:
        """Busy entries that are out of date sink, and would stay for ever."""
        heap[:] = [entry for entry in heap if entry is self.entry[entry[2]]]
        heapify(heap)


def main() -> None:
    run = Run.of(Run.arguments().parse_args())
    workload = run.workload
    router = Router(workload.operators, workload.capacity)
    open_chats: deque[str] = deque()
    for chat, queue, _ in workload.answered:
        _, _, operator = router.open(chat, queue)
        router.claim(chat, operator)
        open_chats.append(chat)

    for number, (chat, queue) in enumerate(workload.opens):
        if number == run.untimed:
            run.start_clock()
        chats, _, operator = router.open(chat, queue)
        run.choices.append((operator, chats))
        router.claim(chat, operator)
        open_chats.append(chat)
        router.close(open_chats.popleft())
    run.stop_clock()
    run.report(platform.python_version())


if __name__ == "__main__":
    main()
