"""What one would write instead: a router in plain Python that rings everybody, gives the chat to whoever answers
first, and keeps what was said. No levels, no partners, no deadlines, no roles; its events are objects with slots."""

from collections.abc import Callable
from typing import NamedTuple


class Opened:
    __slots__ = ("chat", "patron", "queue")

    def __init__(self, chat: str, queue: str, patron: str) -> None:
        self.chat, self.queue, self.patron = chat, queue, patron


class Offered:
    __slots__ = ("chat", "offer", "operator")

    def __init__(self, chat: str, offer: int, operator: str) -> None:
        self.chat, self.offer, self.operator = chat, offer, operator


class Withdrawn:
    __slots__ = ("chat", "offer", "operator")

    def __init__(self, chat: str, offer: int, operator: str) -> None:
        self.chat, self.offer, self.operator = chat, offer, operator


class Claimed:
    __slots__ = ("chat", "operator", "to")

    def __init__(self, chat: str, operator: str, to: list[str]) -> None:
        self.chat, self.operator, self.to = chat, operator, to


class Posted:
    __slots__ = ("by", "chat", "message", "number", "text", "to")

    def __init__(self, chat: str, number: int, by: str, message: str, text: str, to: list[str]) -> None:
        self.chat, self.number, self.by, self.message, self.text, self.to = chat, number, by, message, text, to


class Ended:
    __slots__ = ("chat", "said", "to")

    def __init__(self, chat: str, said: list[Posted], to: list[str]) -> None:
        self.chat, self.said, self.to = chat, said, to


Event = Opened | Offered | Withdrawn | Claimed | Posted | Ended


class Refused(Exception):
    pass


class Open(NamedTuple):
    patron: str
    chat: str
    queue: str


class Accept(NamedTuple):
    operator: str
    chat: str
    offer: int


class Post(NamedTuple):
    by: str
    chat: str
    message: str
    text: str


class Close(NamedTuple):
    operator: str
    chat: str


Command = Open | Accept | Post | Close


class Chat:
    __slots__ = ("messages", "offers", "operator", "patron", "said")

    def __init__(self, patron: str) -> None:
        self.patron = patron
        self.operator: str | None = None
        self.offers: dict[int, str] = {}
        self.said: list[Posted] = []
        self.messages: set[str] = set()


class Router:
    def __init__(self, staff: dict[str, list[str]], capacity: int) -> None:
        self.staff = staff
        self.room = {operator: capacity for operators in staff.values() for operator in operators}
        self.chats: dict[str, Chat] = {}

    def apply(self, command: Command) -> list[Event]:
        return _DOES[type(command)](self, command)

    def _open(self, command: Open) -> list[Event]:
        if command.chat in self.chats:
            raise Refused("duplicate_chat")
        chat = self.chats[command.chat] = Chat(command.patron)
        events: list[Event] = [Opened(command.chat, command.queue, command.patron)]
        for operator in self.staff[command.queue]:
            if self.room[operator]:
                offer = len(chat.offers) + 1
                chat.offers[offer] = operator
                events.append(Offered(command.chat, offer, operator))
        return events

    def _accept(self, command: Accept) -> list[Event]:
        chat = self._chat(command.chat)
        if chat.offers.pop(command.offer, None) != command.operator:
            raise Refused("offer_gone")
        chat.operator = command.operator
        self.room[command.operator] -= 1
        events: list[Event] = [Claimed(command.chat, command.operator, [chat.patron, command.operator])]
        events += [Withdrawn(command.chat, offer, operator) for offer, operator in chat.offers.items()]
        chat.offers.clear()
        return events

    def _post(self, command: Post) -> list[Event]:
        chat = self._chat(command.chat)
        if command.by not in (chat.patron, chat.operator):
            raise Refused("not_in_chat")
        if command.message in chat.messages:
            return []
        chat.messages.add(command.message)
        to = [who for who in (chat.patron, chat.operator) if who is not None and who != command.by]
        posted = Posted(command.chat, len(chat.said), command.by, command.message, command.text, to)
        chat.said.append(posted)
        return [posted]

    def _close(self, command: Close) -> list[Event]:
        chat = self._chat(command.chat)
        if command.operator != chat.operator:
            raise Refused("not_in_chat")
        del self.chats[command.chat]
        self.room[command.operator] += 1
        return [Ended(command.chat, chat.said, [chat.patron, command.operator])]

    def _chat(self, name: str) -> Chat:
        try:
            return self.chats[name]
        except KeyError:
            raise Refused("unknown_chat") from None


_DOES: dict[type, Callable[[Router, Command], list[Event]]] = {
    Open: Router._open,  # type: ignore[dict-item]
    Accept: Router._accept,  # type: ignore[dict-item]
    Post: Router._post,  # type: ignore[dict-item]
    Close: Router._close,  # type: ignore[dict-item]
}
