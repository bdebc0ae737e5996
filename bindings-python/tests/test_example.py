"""The example is a chat: somebody talks to it."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "chat.py"


@pytest.fixture
def port() -> Iterator[int]:
    with subprocess.Popen([sys.executable, str(EXAMPLE), "0"], stdout=subprocess.PIPE, text=True) as host:
        assert host.stdout
        yield int(host.stdout.readline().rsplit(" ", 1)[1])
        host.kill()


class Person:
    def __init__(self, port: int, who: str) -> None:
        self.socket = socket.create_connection(("localhost", port), timeout=20)
        self.lines: TextIO = self.socket.makefile("r", encoding="utf-8")
        self.says(who)

    def says(self, line: str) -> None:
        self.socket.sendall(f"{line}\n".encode())

    def reads(self, *lines: str) -> None:
        for line in lines:
            assert self.lines.readline().rstrip("\n") == line

    def leaves(self) -> None:
        self.lines.close()
        self.socket.close()


def test_a_chat_rings_is_answered_transferred_and_closed(port: int) -> None:
    ana, pat = Person(port, "operator ana"), Person(port, "patron pat")
    pat.says("Where is the atlas?")
    ana.reads("* c2 rings")
    pat.reads("patron: Where is the atlas?")
    ana.says("accept")
    ana.reads("* ana answers", "| Where is the atlas?")
    pat.reads("* ana answers")
    ben = Person(port, "operator ben")
    ben.says("close")
    ben.reads("! there is no chat")
    ana.says("transfer ben")
    ben.reads("* c2 rings")
    ben.says("accept")
    ben.reads("* ben answers", "| Where is the atlas?")
    pat.reads("* ben answers")
    ben.says("On the second floor.")
    pat.reads("ben: On the second floor.")
    ben.says("close")
    pat.reads("* the chat is over")
    for person in (ana, ben, pat):
        person.leaves()


def test_a_chat_rolls_over_by_the_alarm(port: int) -> None:
    ana, ben, pat = Person(port, "operator ana"), Person(port, "operator ben"), Person(port, "patron pat")
    pat.says("Anybody there?")
    ana.reads("* c2 rings")
    ben.reads("* c2 rings")  # ten seconds later, and nobody gave a command
    ben.says("accept")
    pat.reads("patron: Anybody there?", "* ben answers")
    ana.reads("* it rings no more")
    for person in (ana, ben, pat):
        person.leaves()


def test_the_host_says_what_it_says_in_every_language() -> None:
    page = (EXAMPLE.parents[2] / "docs" / "bindings.md").read_text(encoding="utf-8")
    said = subprocess.run([sys.executable, str(EXAMPLE.with_name("host.py"))], capture_output=True, text=True, check=True)
    assert f"```text\n{said.stdout}```" in page
