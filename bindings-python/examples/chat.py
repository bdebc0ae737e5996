"""A small chat: two operators and as many patrons as like to come, over TCP.

    python examples/chat.py 7000

Then, in other terminals, `nc localhost 7000`. The first line says who you are: `operator ana`, `operator ben`,
`patron pat`. A patron writes, and that opens a chat; Ana is rung, and Ben after ten seconds. Operators write
`accept`, `decline`, `transfer ben`, `close`, or a message.
"""

import asyncio
import sys
import time
from itertools import count

import refdesk as r

ANA_FIRST = r.Policy(
    [
        r.Level([r.Source.Operators(["ana"])], r.Ring.All(), wait="10 s"),
        r.Level([r.Source.Operators(["ben"])], r.Ring.All()),
    ]
)
SETUP = (
    r.AddInstitution("ames"),
    r.AddOperator("ana", "ames", capacity=1),
    r.AddOperator("ben", "ames", capacity=1),
    r.AddQueue("desk", "ames", ANA_FIRST),
)


def now() -> int:
    return time.time_ns() // 1_000_000


class Host:
    """Hands time and commands in, and carries events out."""

    def __init__(self) -> None:
        self.router = r.Router(now=now())
        for action in SETUP:
            self.router.apply(r.Actor.Host(), action)
        self.people: dict[r.Actor, asyncio.StreamWriter] = {}
        self.chats: dict[r.Actor, str] = {}
        self.offers: dict[r.Actor, r.ChatOffered] = {}
        self.alarm: asyncio.TimerHandle | None = None
        self.numbers = count(1)

    def apply(self, by: r.Actor, action: r.Action) -> None:
        self.wake()
        try:
            self.carry_out(self.router.apply(by, action))
        except r.Refused as refused:
            self.tell(by, f"! {refused}")
        self.set_alarm()

    def wake(self) -> None:
        at = now()
        self.carry_out(self.router.advance(at))
        while (deadline := self.router.deadline()) and deadline.at <= at:
            self.carry_out(self.router.advance(at))
        self.set_alarm()

    def set_alarm(self) -> None:
        if self.alarm:
            self.alarm.cancel()
        if deadline := self.router.deadline():
            delay = max(0, deadline.at - now()) / 1000
            self.alarm = asyncio.get_running_loop().call_later(delay, self.wake)

    def carry_out(self, events: list[r.AnyEvent]) -> None:
        for event in events:
            match event:
                case r.ChatOffered(operator=operator, chat=chat):
                    self.offers[r.Actor.Operator(operator)] = event
                    self.tell(r.Actor.Operator(operator), f"* {chat} rings")
                case r.OfferWithdrawn(operator=operator) | r.OfferLapsed(operator=operator):
                    self.offers.pop(r.Actor.Operator(operator), None)
                    self.tell(r.Actor.Operator(operator), "* it rings no more")
                case r.ChatClaimed(chat=chat, operator=operator, to=to):
                    self.chats[r.Actor.Operator(operator)] = chat
                    self.tell_all(chat, to, f"* {operator} answers")
                case r.TranscriptShown(operator=operator, handover=handover):
                    for entry in handover.entries:
                        if isinstance(entry.body, r.Body.Message):
                            self.tell(r.Actor.Operator(operator), f"| {entry.body.content}")
                case r.MessagePosted(chat=chat, posted=posted, to=to):
                    who = getattr(posted.author, "operator", "patron")
                    self.tell_all(chat, to, f"{who}: {posted.content}")
                case r.TransferCompleted(from_=sender):
                    self.chats.pop(r.Actor.Operator(sender), None)
                case r.ChatEnded(chat=chat, to=to):
                    self.tell_all(chat, to, "* the chat is over")
                    self.chats = {who: other for who, other in self.chats.items() if other != chat}

    def tell_all(self, chat: str, to: r.Recipients, line: str) -> None:
        for operator in to.operators:
            self.tell(r.Actor.Operator(operator), line)
        for who, other in self.chats.items():
            if to.patron and other == chat and isinstance(who, r.Actor.Patron):
                self.tell(who, line)

    def tell(self, who: r.Actor, line: str) -> None:
        if writer := self.people.get(who):
            writer.write(f"{line}\n".encode())

    def says(self, who: r.AnyActor, line: str) -> None:
        chat, offer = self.chats.get(who), self.offers.get(who)
        message = f"m{next(self.numbers)}"
        match who, line.split():
            case r.Actor.Operator(), ["accept"] if offer:
                self.apply(who, r.AcceptOffer(offer.chat, offer.offer))
            case r.Actor.Operator(), ["decline"] if offer:
                self.apply(who, r.DeclineOffer(offer.chat, offer.offer))
            case r.Actor.Operator(), ["transfer", to] if chat:
                self.apply(who, r.TransferChat(chat, to=r.Target.Operator(to)))
            case r.Actor.Operator(), ["close"] if chat:
                self.apply(who, r.CloseChat(chat))
            case r.Actor.Patron(patron=patron), _ if not chat:
                self.chats[who] = chat = f"c{next(self.numbers)}"
                self.apply(who, r.OpenChat(chat, "desk", patron))
                self.apply(who, r.PostMessage(chat, message, line))
            case _, _ if chat:
                self.apply(who, r.PostMessage(chat, message, line))
            case _:
                self.tell(who, "! there is no chat")

    async def meets(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        role, _, name = (await reader.readline()).decode().strip().partition(" ")
        who: r.AnyActor = r.Actor.Operator(name) if role == "operator" else r.Actor.Patron(name)
        self.people[who] = writer
        if role == "operator":
            self.apply(who, r.SetPresence(name, "tab", show="available"))
        while line := (await reader.readline()).decode().strip():
            self.says(who, line)
        if role == "operator":
            self.apply(who, r.LogOut(name))
        elif chat := self.chats.get(who):
            self.apply(who, r.LeaveChat(chat))
        del self.people[who]
        writer.close()


async def main(port: int) -> None:
    server = await asyncio.start_server(Host().meets, "localhost", port)
    print(f"listening on {server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7000))
