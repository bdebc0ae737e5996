//! Times and dates as people write them.

use alloc::borrow::ToOwned;

use jiff::civil::{self, Date};

use super::report::HoursFault;

const EPOCH: Date = civil::date(1970, 1, 1);

/// The minute of the day that `HH:MM` means: at most 24:00.
pub(super) fn minute(text: &str) -> Result<u16, HoursFault> {
    let parts = text.split_once(':').and_then(|(hour, minute)| {
        Some((number(hour, 2)?, number(minute, 2)?))
            .filter(|(hour, minute)| (*hour < 24 && *minute < 60) || (*hour == 24 && *minute == 0))
    });
    let (hour, minute) = parts.ok_or_else(|| HoursFault::InvalidTime { text: text.to_owned() })?;
    Ok(hour * 60 + minute)
}

/// The dates that `YYYY-MM-DD` or `YYYY-MM-DD/YYYY-MM-DD` means: the first, and the one after the
/// last.
pub(super) fn dates(text: &str) -> Result<(i32, i32), HoursFault> {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let invalid = || HoursFault::InvalidDate { text: text.to_owned() };
    let parts = [first, last].map(parts);
    let [Some(first), Some(last)] = parts else { return Err(invalid()) };
    let (first, last) = (date(first)?, date(last)?);
    if first > last {
        return Err(HoursFault::ReversedDates { text: text.to_owned() });
    }
    Ok((first, last + 1))
}

/// A date as it is written, with its year, its month and its day.
type Written<'t> = (&'t str, u16, u16, u16);

fn parts(text: &str) -> Option<Written<'_>> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    Some((text, number(year, 4)?, number(month, 2)?, number(day, 2)?))
}

/// The number of days since the epoch.
fn date((text, year, month, day): Written<'_>) -> Result<i32, HoursFault> {
    let none = || HoursFault::NoSuchDate { text: text.to_owned() };
    let small = |number| i8::try_from(number).map_err(|_| none());
    let year = i16::try_from(year).map_err(|_| none())?;
    let date = Date::new(year, small(month)?, small(day)?).map_err(|_| none())?;
    let since = EPOCH.until(date).map_err(|_| none())?;
    Ok(since.get_days())
}

/// A number of just so many decimal digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}
