"""Opening hours by themselves: documents, and the days they are made of."""

# Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

from ._refdesk import (
    Exception,
    Holidays,
    Hours,
    HoursFault,
    OwnHours,
    Window,
)
from ._unions import AnyHoursFault
from ._words import Day

__all__ = [
    "Exception",
    "Holidays",
    "Hours",
    "HoursFault",
    "OwnHours",
    "Window",
    "AnyHoursFault",
    "Day",
]
