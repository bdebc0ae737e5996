"""The types of ``datetime`` are read here: instants and spans as whole milliseconds, dates and times as texts."""

from datetime import date, datetime, time, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MILLISECOND = timedelta(milliseconds=1)


def millis_of_instant(value: object) -> int:
    if not isinstance(value, datetime):
        raise TypeError(f"milliseconds since 1970 or a datetime is wanted, not {type(value).__name__}")
    if value.tzinfo is None:
        raise ValueError("a datetime without a time zone is no instant: give it one, such as timezone.utc")
    return (value - _EPOCH) // _MILLISECOND


def millis_of_span(value: object) -> int:
    if not isinstance(value, timedelta):
        raise TypeError(
            "milliseconds, a timedelta or a text such as `40 s` is wanted, "
            f"not {type(value).__name__}"
        )
    return value // _MILLISECOND


def in_document(value: object) -> int | str | None:
    """As a document has it; None where it is something else."""
    match value:
        case datetime():
            return millis_of_instant(value)
        case timedelta():
            return millis_of_span(value)
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("auto" if value.second or value.microsecond else "minutes")
        case _:
            return None
