"""Opening hours by themselves: documents, and the days they are made of.

# Dates

A date is ruled by one thing: by the last exception that names it, else by the week. Write what
is general first, and below it what is special (a summer, and the holidays in it). It is as if
they were painted over each other in this order:

- An exception covers its dates from midnight to midnight, and only its own windows count then.
  A window of what stands above it (an earlier exception, the week) is cut off at the first
  midnight and goes on at the last, if it lasts so long: on a date that an exception does not
  name, it changes nothing.
- A window of its own that runs past midnight goes on into the next date, unless an exception
  further below covers that one.
- Windows that overlap or touch are one window. That two of one list overlap is an
  oddity, since it is hardly meant.

# Clocks that are changed

**A window opens at the first instant at which the clocks show `from` or later, and closes at
the instant from which on they show `to` or later for good.** So whenever the clocks show a time
within the window, it is open, and it is never interrupted. It follows:

- In spring, where an hour is skipped, an edge within that hour is the instant at which the
  clocks are put forward. A window that lies in it as a whole does not happen. (RFC 5545 and
  others move the edge on by an hour, so that a service "from 02:30" would be closed while the
  clocks show 03:00.)
- In autumn, where an hour comes twice, it opens the first time and closes the second time, and
  is open all the time between.
- A window that ends just where that hour begins is over the first time: earlier times never
  come back. So what closes at 24:00 does, where the clocks go from 01:00 back to 00:00, and a
  closed date stays closed.
- One service until 01:30 and another from 01:30 are both open for an hour then, and never
  neither.
- A date that a zone left out (Samoa had no 30 December 2011) does not happen.
"""

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
