"""The example is a chat: somebody talks to it."""

import re
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "chat.py"


@pytest.fixture
def port() -> Iterator[int]:
    with subprocess.Popen(
        [sys.executable, str(EXAMPLE), "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as host:
        assert host.stdout and host.stderr
        yield int(host.stdout.readline().rsplit(" ", 1)[1])
        assert host.poll() is None
        host.kill()
        assert host.stderr.read() == ""


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

    def until(self, line: str) -> None:
        """Reads on to a line."""
        heard = (self.lines.readline() for _ in range(10))
        assert any(re.search(line, other) for other in heard), line

    def leaves(self) -> None:
        self.lines.close()
        self.socket.close()


def resets(person: Person) -> None:
    person.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    person.leaves()


def says_and_resets(person: Person) -> None:
    person.says("I")
    resets(person)


def says_half_a_line(person: Person) -> None:
    person.socket.sendall(b"I was about to")
    person.leaves()


def says_half_a_letter(person: Person) -> None:
    person.socket.sendall(b"\xe2\x82")
    person.leaves()


def does_not_end_a_line(person: Person) -> None:
    person.socket.sendall(b"x" * (1 << 18))


def test_a_chat_rings_is_answered_transferred_and_closed(port: int) -> None:
    ana, pat = Person(port, "operator ana"), Person(port, "patron pat")
    pat.says("Where is the atlas?")
    ana.reads("* c1 rings")
    pat.reads("patron: Where is the atlas?")
    ana.says("accept")
    ana.reads("* ana answers", "| Where is the atlas?")
    pat.reads("* ana answers")
    ben = Person(port, "operator ben")
    ben.says("close")
    ben.reads("! there is no chat")
    ana.says("transfer ben")
    ben.reads("* c1 rings")
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
    ana.reads("* c1 rings")
    ben.reads("* c1 rings")  # ten seconds later, and nobody gave a command
    ben.says("accept")
    pat.reads("patron: Anybody there?", "* ben answers")
    ana.reads("* it rings no more")
    for person in (ana, ben, pat):
        person.leaves()


@pytest.mark.parametrize(
    "goes", [resets, says_and_resets, says_half_a_line, says_half_a_letter, does_not_end_a_line]
)
def test_who_is_gone_has_left(port: int, goes: Callable[[Person], None]) -> None:
    ana, ben = Person(port, "operator ana"), Person(port, "operator ben")
    for person in (ana, ben):
        person.says("close")
        person.reads("! there is no chat")
    pat, paul = Person(port, "patron pat"), Person(port, "patron paul")
    pat.says("Where is the atlas?")
    ana.until("rings$")
    ana.says("accept")
    ana.reads("* ana answers", "| Where is the atlas?")
    goes(ana)
    ben.until("rings$")
    ben.says("accept")
    ben.reads("* ben answers", "| Where is the atlas?")
    goes(pat)
    ben.until("the chat is over$")
    paul.says("Anybody there?")
    ben.until("rings$")
    for person in (ben, paul):
        person.leaves()


def test_what_is_no_utf_8_is_a_message_like_others_and_so_is_a_line_without_words(port: int) -> None:
    ana, pat = Person(port, "operator ana"), Person(port, "patron pat")
    pat.socket.sendall(b"h\xff\xfe\n")
    pat.reads("patron: h\ufffd\ufffd")
    ana.until("rings$")
    pat.says("")
    pat.says("still here")
    pat.until("patron: still here$")
    for person in (ana, pat):
        person.leaves()


def test_who_comes_again_goes_on_and_who_says_nobodys_name_is_nobody(port: int) -> None:
    ana, pat = Person(port, "operator ana"), Person(port, "patron pat")
    pat.says("Where is the atlas?")
    ana.until("rings$")
    again = Person(port, "operator ana")
    assert ana.lines.readline() == ""
    again.says("accept")
    again.reads("* ana answers", "| Where is the atlas?")
    for nobody in ("host", "operator", "operator zoe", "institution ames", ""):
        stranger = Person(port, nobody)
        stranger.reads("! who are you? `operator ana`, or `patron pat`")
        stranger.leaves()
    long = Person(port, "patron " + "x" * 300)
    assert long.lines.readline() == ""
    again.says("On the second floor.")
    pat.reads("patron: Where is the atlas?", "* ana answers", "ana: On the second floor.")
    for person in (again, pat):
        person.leaves()


def test_the_host_says_what_it_says_in_every_language() -> None:
    page = (EXAMPLE.parents[2] / "docs" / "bindings.md").read_text(encoding="utf-8")
    said = subprocess.run([sys.executable, str(EXAMPLE.with_name("host.py"))], capture_output=True, text=True, check=True)
    assert f"```text\n{said.stdout}```" in page
