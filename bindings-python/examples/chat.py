"""A small chat: two operators and as many patrons as like to come, over TCP.

    python examples/chat.py 7000

Then, in other terminals, `nc localhost 7000`. The first line says who you are: `operator ana`, `operator ben`,
`patron pat`. A patron writes, and that opens a chat; Ana is rung, and Ben after ten seconds. Operators write
`accept`, `decline`, `transfer ben`, `close`, or a message. Who is gone leaves; who comes again goes on.
"""

import asyncio
import sys
import time
from contextlib import suppress
from itertools import count

import refdesk as r

ANA, BEN = [r.Source.Operators(["ana"])], [r.Source.Operators(["ben"])]
SETUP = (
    r.AddInstitution("ames"),
    *(r.AddOperator(name, "ames", capacity=1) for name in ("ana", "ben")),
    r.AddQueue("desk", "ames", r.Policy([r.Level(ANA, r.Ring.All(), wait="10 s"), r.Level(BEN, r.Ring.All())])),
)


class Host:
    """Hands time and commands in, and carries events out."""

    def __init__(self) -> None:
        self.router = r.Router(now=time.time_ns() // 1_000_000)
        for action in SETUP:
            self.router.apply(r.Actor.Host(), action)
        self.people: dict[r.Actor, asyncio.StreamWriter] = {}
        self.chats: dict[r.Actor, str] = {}
        self.alarm = asyncio.get_running_loop().call_soon(self.wake)
        self.numbers = count(1)

    def apply(self, by: r.Actor, action: r.Action) -> None:
        self.wake()
        try:
            self.carry_out(self.router.apply(by, action))
        except r.Refused as refused:
            self.tell(by, f"! {refused}")
        self.wake()

    def wake(self) -> None:
        at = time.time_ns() // 1_000_000
        self.carry_out(self.router.advance(at))
        while (deadline := self.router.deadline()) and deadline.at <= at:
            self.carry_out(self.router.advance(at))
        self.alarm.cancel()
        if deadline:
            self.alarm = asyncio.get_running_loop().call_later((deadline.at - at) / 1000, self.wake)

    def carry_out(self, events: list[r.AnyEvent]) -> None:
        for event in events:
            match event:
                case r.ChatOpened(chat=chat, patron=patron):
                    self.chats[r.Actor.Patron(patron)] = chat
                case r.ChatOffered(operator=operator, chat=chat):
                    self.tell(r.Actor.Operator(operator), f"* {chat} rings")
                case r.OfferWithdrawn(operator=operator) | r.OfferLapsed(operator=operator):
                    self.tell(r.Actor.Operator(operator), "* it rings no more")
                case r.ChatClaimed(chat=chat, operator=operator, to=to):
                    self.tell_all(chat, to, f"* {operator} answers")
                case r.TranscriptShown(operator=operator, handover=handover):
                    for said in [entry.body for entry in handover.entries if isinstance(entry.body, r.Body.Message)]:
                        self.tell(r.Actor.Operator(operator), f"| {said.content}")
                case r.MessagePosted(chat=chat, posted=posted, to=to):
                    self.tell_all(chat, to, f"{getattr(posted.author, 'operator', 'patron')}: {posted.content}")
                case r.ChatEnded(chat=chat, to=to):
                    self.tell_all(chat, to, "* the chat is over")
                    self.chats = {who: other for who, other in self.chats.items() if other != chat}

    def tell_all(self, chat: str, to: r.Recipients, line: str) -> None:
        patrons = [who for who, other in self.chats.items() if to.patron and other == chat]
        for who in (*patrons, *map(r.Actor.Operator, to.operators)):
            self.tell(who, line)

    def tell(self, who: r.Actor, line: str) -> None:
        if (writer := self.people.get(who)) and not writer.is_closing():
            writer.write(f"{line}\n".encode())

    def says(self, who: r.AnyActor, line: str) -> None:
        if isinstance(who, r.Actor.Patron) and who not in self.chats:
            self.apply(who, r.OpenChat(f"c{next(self.numbers)}", "desk", who.patron))
        view = self.router.view_operator(who.operator) if isinstance(who, r.Actor.Operator) else None
        chat = next(iter(view.answering), None) if view else self.chats.get(who)
        match line.split(), view:
            case ["accept"], r.OperatorView(rung_for=[(rings, offer)]):
                self.apply(who, r.AcceptOffer(rings, offer))
            case ["decline"], r.OperatorView(rung_for=[(rings, offer)]):
                self.apply(who, r.DeclineOffer(rings, offer))
            case ["transfer", to], r.OperatorView() if chat:
                self.apply(who, r.TransferChat(chat, to=r.Target.Operator(to)))
            case ["close"], r.OperatorView() if chat:
                self.apply(who, r.CloseChat(chat))
            case _ if chat:
                self.apply(who, r.PostMessage(chat, f"m{next(self.numbers)}", line))
            case _:
                self.tell(who, "! there is no chat")

    def comes(self, line: str, writer: asyncio.StreamWriter) -> r.AnyActor | None:
        match line.split():
            case ["operator", name] if self.router.view_operator(name):
                who: r.AnyActor = r.Actor.Operator(name)
            case ["patron", name]:
                who = r.Actor.Patron(name)
            case _:
                return None
        if before := self.people.get(who):  # it may be dead without anybody having noticed
            before.transport.abort()
        self.people[who] = writer
        if isinstance(who, r.Actor.Operator):
            self.apply(who, r.SetPresence(name, "tab", show="available"))
        return who

    async def meets(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        who: r.AnyActor | None = None
        try:
            # They are gone, also by a reset; or are sent away, for a line without an end or an id that is none.
            with suppress(OSError, EOFError, asyncio.LimitOverrunError, r.InvalidValue):
                while True:
                    line = (await reader.readuntil()).decode(errors="replace").strip()
                    if who:
                        self.says(who, line)
                    elif not (who := self.comes(line, writer)):
                        writer.write(b"! who are you? `operator ana`, or `patron pat`\n")
        finally:
            if who and self.people.get(who) is writer:
                del self.people[who]
                if isinstance(who, r.Actor.Operator):
                    self.apply(who, r.LogOut(who.operator))
                elif chat := self.chats.get(who):
                    self.apply(who, r.LeaveChat(chat))
            writer.close()


async def main(port: int) -> None:
    server = await asyncio.start_server(Host().meets, "localhost", port)
    print(f"listening on {server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7000))
