import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias, TypeVar, final

from . import _words as _w
from ._unions import *

_Self = TypeVar("_Self")
_Instant: TypeAlias = int | datetime
_Span: TypeAlias = int | timedelta | str
_Bytes: TypeAlias = bytes | bytearray | memoryview

__version__: str

class Value:
    """A value: two are equal where all their fields are. It cannot be changed."""

    def __hash__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def to_json(self) -> str:
        """It in the wire form, as JSON.

        Raises `TypeError` where it has none of its own. Actions, commands, events and refusals have one, and what
        a host keeps: `Config`, `Entry`, `Explanation`, `OwnHours`, `Policy`, `Record`, `Terms`, `TranscriptView`.
        """
    def to_bytes(self) -> bytes:
        """As `to_json`, in CBOR."""
    @classmethod
    def from_json(cls: type[_Self], text: str) -> _Self:
        """One from the wire form. Raises `InvalidValue`."""
    @classmethod
    def from_bytes(cls: type[_Self], bytes: _Bytes) -> _Self:
        """As `from_json`, from CBOR."""
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]: ...

class Action(Value):
    """What somebody wants of the router: one class for each action."""

class Event(Value):
    """Something that happened, for the host to carry out: one class for each kind."""

    @property
    def at(self) -> int:
        """When it happened, in milliseconds since the Unix epoch."""
    @property
    def seq(self) -> int:
        """Its number: 1 for a router's first event, without gaps."""
