//! Hostile journals: each gives an error at some place, and what is whole before it is read and
//! replayed, twice to the same.

use refdesk::Router;
use refdesk::hours::tz_version;
use refdesk::journal::{self, Header, Input, Journal, JournalError};

use crate::going_on::hold;

/// So many commands are replayed at most.
const MOST: usize = 200;

/// Reads a journal, and replays it.
///
/// The first byte says what the others are: frames as they are (0), frames whose lengths and checksums
/// are made right first (1), or lines.
///
/// # Panics
/// Where something does not hold.
pub fn journal(bytes: &[u8]) {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let (header, inputs) = match kind {
        0 => of_frames(rest),
        1 => of_frames(&sealed(rest)),
        _ => core::str::from_utf8(rest).ok().and_then(of_lines),
    }
    .unzip();
    let (Some(mut header), Some(inputs)) = (header, inputs) else { return };
    both_forms_hold_the_same(&header, &inputs);
    header.time_zones = tz_version().into();
    let once = replayed(&header, &inputs);
    let twice = replayed(&header, &inputs);
    assert_eq!(once, twice, "two runs of one journal differ");
}

/// The header of a journal, and the commands up to the first that cannot be read.
type Read = Option<(Header, Vec<Input>)>;

fn of_frames(bytes: &[u8]) -> Read {
    let (header, mut frames) = journal::read(bytes).ok()?;
    let read: Vec<Result<Input, JournalError>> = frames.by_ref().take(MOST).collect();
    let whole = usize::try_from(frames.whole()).expect("it is a place in the bytes");
    let (inputs, fault) = up_to_the_first_error(read);
    to_its_end(&Journal::read(bytes), (&header, &inputs, frames.whole()), fault);
    // What is whole is a journal of its own.
    let (header_of_whole, frames) = journal::read(&bytes[..whole]).expect("its header is whole");
    let of_whole: Result<Vec<Input>, _> = frames.collect();
    assert_eq!((header_of_whole, of_whole), (header.clone(), Ok(inputs.clone())));
    Some((header, inputs))
}

fn of_lines(text: &str) -> Read {
    let (header, mut lines) = journal::read_lines(text).ok()?;
    let read: Vec<Result<Input, JournalError>> = lines.by_ref().take(MOST).collect();
    let whole = usize::try_from(lines.whole()).expect("it is a place in the text");
    let (inputs, fault) = up_to_the_first_error(read);
    to_its_end(&Journal::read_lines(text), (&header, &inputs, lines.whole()), fault);
    let (header_of_whole, lines) =
        journal::read_lines(&text[..whole]).expect("its header is whole");
    let of_whole: Result<Vec<Input>, _> = lines.collect();
    assert_eq!((header_of_whole, of_whole), (header.clone(), Ok(inputs.clone())));
    Some((header, inputs))
}

/// After an error there are no more.
fn up_to_the_first_error(
    mut read: Vec<Result<Input, JournalError>>,
) -> (Vec<Input>, Option<JournalError>) {
    let fault = read.pop_if(|last| last.is_err()).and_then(Result::err);
    let inputs = read.into_iter().collect::<Result<_, _>>();
    (inputs.expect("it went on after an error"), fault)
}

/// Read to its end it holds the same, and a torn end is no error.
fn to_its_end(
    read: &Result<Journal, JournalError>,
    (header, inputs, whole): (&Header, &[Input], u64),
    fault: Option<JournalError>,
) {
    if inputs.len() == MOST {
        return;
    }
    let torn = matches!(fault, Some(JournalError::Torn { .. }));
    let journal = Journal { header: header.clone(), inputs: inputs.to_vec(), whole, torn };
    let known = fault.filter(|_| !torn).map_or(Ok(journal), Err);
    assert_eq!(read, &known, "read to its end");
}

fn both_forms_hold_the_same(header: &Header, inputs: &[Input]) {
    let mut bytes = header.to_bytes();
    let mut text = header.to_line();
    for input in inputs {
        input.append_to(&mut bytes);
        text.push_str(&input.to_line());
    }
    let known = Some((header.clone(), inputs.to_vec()));
    assert_eq!(of_frames(&bytes), known, "frames");
    assert_eq!(of_lines(&text), known, "lines");
}

/// What a journal leads to: its digest, what it raised, and the error at which it ended.
fn replayed(
    header: &Header,
    inputs: &[Input],
) -> (refdesk::chain::Digest, Vec<refdesk::Event>, Option<JournalError>) {
    let mut router: Router = header.router([0; 32]).expect("the time zone data is ours");
    let mut events = Vec::new();
    let mut ended = None;
    for input in inputs {
        let before = router.clone();
        match router.replay_into(input, &mut events) {
            Ok(()) => {}
            Err(error @ JournalError::Refused { .. }) => ended = Some(error),
            Err(error) => {
                assert!(router == before, "{error}, and yet something changed");
                ended = Some(error);
            }
        }
        hold(&router, input);
        if ended.is_some() {
            break;
        }
    }
    (router.digest(), events, ended)
}

/// The frames of a journal, each with the length that there is, and checksums that fit.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let (mut sealed, mut rest) =
        (Vec::from(*b"REFDESKJ\0\x01"), bytes.get(10..).unwrap_or_default());
    while let Some((before, after)) = rest.split_first_chunk::<12>() {
        let claimed = u32::from_be_bytes([before[0], before[1], before[2], before[3]]) as usize;
        let (held, after) = after.split_at(claimed.min(after.len()));
        let length = u32::try_from(held.len()).expect("it is short").to_be_bytes();
        sealed.extend(length);
        sealed.extend(crc32fast::hash(&length).to_be_bytes());
        sealed.extend(crc32fast::hash(held).to_be_bytes());
        sealed.extend(held);
        rest = after;
    }
    sealed
}
