//! Journals: what was accepted comes about again, whatever was lost, repeated or damaged on the way.

#[path = "support/stories.rs"]
mod stories;

use refdesk::journal::{self, Header, Input, Journal, JournalError, NotAccepted};
use refdesk::{Config, Event, Router, Snapshot, Timestamp};

/// A night at a desk, as it was written down: the header, the commands, the events of each, and the router
/// at the end.
struct Night {
    header: Header,
    inputs: Vec<Input>,
    events: Vec<Vec<Event>>,
    router: Router,
}

fn night() -> Night {
    let night = night_of("night_owl");
    assert!(night.inputs.len() > 20, "there is something to replay");
    night
}

fn night_of(name: &str) -> Night {
    let stories = stories::stories();
    let (_, story) = stories.iter().find(|story| story.0 == name).expect("it is there");
    let mut router = Router::new(Config::default(), Timestamp::default());
    let header = Header::of(&router);
    let (mut inputs, mut events) = (Vec::new(), Vec::new());
    for (at, command) in story.commands().expect("it can be read") {
        let mut raised = Vec::new();
        router.advance_into(at, &mut raised);
        if router.apply_into(&command, &mut raised).is_ok() {
            inputs.push(Input::last(&router, command));
            events.push(raised);
        }
    }
    Night { header, inputs, events, router }
}

impl Night {
    fn bytes(&self) -> Vec<u8> {
        let frames = self.inputs.iter().flat_map(Input::to_bytes);
        self.header.to_bytes().into_iter().chain(frames).collect()
    }

    fn lines(&self) -> String {
        let lines = self.inputs.iter().map(Input::to_line);
        std::iter::once(self.header.to_line()).chain(lines).collect()
    }
}

#[test]
fn the_same_events_are_raised_again() {
    let night = night();
    let bytes = night.bytes();
    let (header, inputs) = journal::read(&bytes).expect("it is a journal");
    let mut again = header.router([3; 32]).expect("under the same time zone data");
    for (input, events) in inputs.zip(&night.events) {
        assert_eq!(again.replay(&input.expect("it is whole")).as_ref(), Ok(events));
    }
    assert_eq!(again.digest(), night.router.digest());
    assert_eq!(again.accepted(), night.inputs.len() as u64);
}

#[test]
fn both_forms_hold_the_same() {
    let night = night();
    let (bytes, lines) = (night.bytes(), night.lines());
    let (header, frames) = journal::read(&bytes).expect("it is a journal");
    let (same, texts) = journal::read_lines(&lines).expect("so are the lines");
    assert_eq!((&header, &same), (&night.header, &night.header));
    assert_eq!(frames.collect::<Result<Vec<_>, _>>().as_ref(), Ok(&night.inputs));
    assert_eq!(texts.collect::<Result<Vec<_>, _>>().as_ref(), Ok(&night.inputs));
}

#[test]
fn from_any_snapshot_it_goes_on_to_the_same_end() {
    let night = night();
    let mut router = night.header.router([0; 32]).expect("under the same time zone data");
    for input in &night.inputs {
        router.replay(input).expect("it was accepted");
        let kept = router.snapshot().to_bytes();
        let kept = Snapshot::from_bytes(&kept).expect("what was written is read");
        let mut later = Router::restore(&kept, [0; 32]).expect("it was a router's");
        // The whole journal: what is in the snapshot already is passed over.
        for input in &night.inputs {
            later.replay(input).expect("it was accepted");
        }
        assert_eq!(later.digest(), night.router.digest());
    }
}

/// A crash comes at any byte: all commands but the one under way are there, and the rest of the night can
/// be written after them.
#[test]
fn a_crash_loses_no_more_than_the_command_that_was_being_written() {
    let night = night();
    let bytes = night.bytes();
    let (_, mut frames) = journal::read(&bytes).expect("it is a journal");
    let mut ends = vec![frames.whole()];
    while let Some(input) = frames.next() {
        input.expect("it is whole");
        ends.push(frames.whole());
    }
    for cut in 0..=bytes.len() {
        let left = &bytes[..cut];
        let written = ends.iter().filter(|&&end| end <= cut as u64).count();
        let (_, frames) = match journal::read(left) {
            Ok(read) => read,
            Err(error) => {
                assert_eq!(
                    (error, written),
                    (JournalError::Torn { whole: 0 }, 0),
                    "cut after {cut}"
                );
                continue;
            }
        };
        let mut read = Vec::new();
        let mut torn = None;
        for input in frames {
            match input {
                Ok(input) => read.push(input),
                Err(error) => torn = Some(error),
            }
        }
        assert_eq!(read, night.inputs[..written - 1], "cut after {cut}");
        let whole = ends[written - 1];
        let expected = (whole < cut as u64).then_some(JournalError::Torn { whole });
        assert_eq!(torn, expected, "cut after {cut}");
    }
}

#[test]
fn a_crash_in_the_midst_of_a_line_is_known() {
    let night = night();
    let lines = night.lines();
    for (cut, _) in lines.char_indices().skip(1) {
        let left = &lines[..cut];
        let whole = left.rfind('\n').map_or(0, |end| end + 1);
        match journal::read_lines(left) {
            Err(error) => assert_eq!((error, whole), (JournalError::Torn { whole: 0 }, 0)),
            Ok((_, inputs)) => {
                let whole = whole as u64;
                let last = inputs.last().and_then(Result::err);
                let torn = (whole < cut as u64).then_some(JournalError::Torn { whole });
                assert_eq!(last, torn, "cut after {cut}");
            }
        }
    }
}

#[test]
fn what_was_damaged_is_refused_and_what_comes_before_it_is_kept() {
    let night = night();
    let bytes = night.bytes();
    let begin = night.header.to_bytes().len();
    for place in begin..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[place] ^= 1;
        let (_, inputs) = journal::read(&damaged).expect("the header is whole");
        let read: Vec<_> = inputs.collect();
        let last = read.last().expect("there is something").as_ref();
        let error = last.expect_err("one of them was damaged");
        assert!(
            matches!(error, JournalError::Damaged { .. } | JournalError::Torn { .. }),
            "byte {place}: {error}"
        );
        let kept = read.len() - 1;
        assert!(read.into_iter().take(kept).flatten().eq(night.inputs[..kept].iter().cloned()));
    }
}

#[test]
fn what_was_read_to_its_end_says_how_much_of_it_is_whole() {
    let night = night();
    let (bytes, lines) = (night.bytes(), night.lines());
    let whole = |whole: usize| Journal {
        header: night.header.clone(),
        inputs: night.inputs.clone(),
        whole: whole as u64,
        torn: false,
    };
    assert_eq!(Journal::read(&bytes), Ok(whole(bytes.len())));
    assert_eq!(Journal::read_lines(&lines), Ok(whole(lines.len())));
    let last = night.inputs.last().expect("there are some");
    let torn = |whole: Journal, last: usize| {
        let inputs = night.inputs[..night.inputs.len() - 1].to_vec();
        Journal { inputs, whole: whole.whole - last as u64, torn: true, ..whole }
    };
    let cut = Journal::read(&bytes[..bytes.len() - 1]);
    assert_eq!(cut, Ok(torn(whole(bytes.len()), last.to_bytes().len())));
    let cut = Journal::read_lines(&lines[..lines.len() - 1]);
    assert_eq!(cut, Ok(torn(whole(lines.len()), last.to_line().len())));
}

#[test]
fn what_has_no_whole_header_or_was_damaged_in_the_midst_is_not_read_to_its_end() {
    let night = night();
    let (mut bytes, lines) = (night.bytes(), night.lines());
    assert_eq!(Journal::read(&bytes[..20]), Err(JournalError::Torn { whole: 0 }));
    assert_eq!(Journal::read_lines(&lines[..20]), Err(JournalError::Torn { whole: 0 }));
    let (header, first) = (night.header.to_bytes().len(), night.inputs[0].to_bytes().len());
    bytes[header + first] ^= 1;
    let whole = (header + first) as u64;
    assert_eq!(Journal::read(&bytes), Err(JournalError::Damaged { whole }));
    let lines = lines.replacen("{\"number\":2", "{\"number\":\"2\"", 1);
    let error = Journal::read_lines(&lines).expect_err("a number is no text");
    assert_eq!(error.code(), "unreadable");
}

#[test]
fn all_that_was_written_down_happens_again_in_order() {
    let night = night();
    let journal = Journal::read(&night.bytes()).expect("it is a journal");
    let fresh = || journal.header.router([0; 32]).expect("under the same time zone data");
    let (mut again, mut heard) = (fresh(), Vec::new());
    assert_eq!(again.replay_all(&journal.inputs, |event| heard.push(event)), Ok(()));
    assert_eq!(heard, night.events.concat());
    assert_eq!(again.digest(), night.router.digest());
    let mut unheard = fresh();
    assert_eq!(unheard.replay_all(&journal.inputs, drop), Ok(()));
    assert_eq!(unheard.digest(), night.router.digest());
}

/// Time has come to the command that is refused, and what that brought is told too.
#[test]
fn what_comes_before_a_fault_has_happened_and_is_told() {
    let night = night_of("missed_offers_pause");
    let mut by_hand = night.header.router([0; 32]).expect("under the same time zone data");
    let mut again = by_hand.clone();
    let (mut inputs, mut told) = (Vec::new(), Vec::new());
    let mut written = night.inputs.iter();
    while by_hand.deadline().is_none() {
        let input = written.next().expect("an offer lapses");
        by_hand.replay_into(input, &mut told).expect("it was accepted");
        inputs.push(input.clone());
    }
    let due = by_hand.deadline().expect("it has just been set").at;
    let number = by_hand.accepted() + 1;
    inputs.push(Input { number, at: due, command: night.inputs[0].command.clone() });
    by_hand.advance_into(due, &mut told);
    let mut heard = Vec::new();
    let error = again.replay_all(&inputs, |event| heard.push(event)).expect_err("a repeat");
    assert!(matches!(error, JournalError::Refused { number: found, .. } if found == number));
    assert_eq!(heard, told);
    assert_eq!(heard.last().map(|event| event.at), Some(due), "time has brought something");
    assert_eq!(again.digest(), by_hand.digest());
}

#[test]
fn a_command_goes_into_the_journal_by_the_number_that_it_was_accepted_as() {
    let router = night().router;
    let (accepted, command) = (router.accepted(), night().inputs[0].command.clone());
    let written = |number| Input::accepted_as(&router, number, command.clone());
    let last = Input::last(&router, command.clone());
    assert_eq!((last.number, last.at), (accepted, router.now()));
    assert_eq!(written(None), Ok(last.clone()));
    assert_eq!(written(Some(accepted)), Ok(last.clone()));
    assert_eq!(written(Some(1)), Ok(Input { number: 1, ..last }));
    for number in [0, accepted + 1, u64::MAX] {
        assert_eq!(written(Some(number)), Err(NotAccepted { number, accepted }));
    }
    let before = Router::new(Config::default(), Timestamp::default());
    let early = Input::accepted_as(&before, None, command);
    assert_eq!(early, Err(NotAccepted { number: 0, accepted: 0 }), "it is written down afterwards");
    let said = NotAccepted { number: 3, accepted: 2 }.to_string();
    assert_eq!(said, "no command was accepted as number 3: the router has accepted 2 so far");
}

#[test]
fn a_repeat_is_passed_over_and_a_gap_is_refused() {
    let night = night();
    let mut router = night.header.router([0; 32]).expect("under the same time zone data");
    router.replay(&night.inputs[0]).expect("it was accepted");
    let before = router.digest();
    assert_eq!(router.replay(&night.inputs[0]), Ok(Vec::new()));
    let gap = JournalError::Gap { expected: 2, found: 3 };
    assert_eq!(router.replay(&night.inputs[2]), Err(gap));
    assert_eq!(router.digest(), before);
}

#[test]
fn a_command_of_another_journal_is_refused() {
    let night = night();
    let fresh = || night.header.router([0; 32]).expect("under the same time zone data");
    let input = Input { number: 1, ..night.inputs.last().expect("there are some").clone() };
    let error = fresh().replay(&input).expect_err("there is no such chat");
    assert_eq!(error.code(), "refused");
    let mut later = fresh();
    later.advance(Timestamp::from_millis(10));
    let error = later.replay(&night.inputs[0]).expect_err("that was before");
    assert_eq!(error, JournalError::TimeGoesBack { number: 1 });
}

#[test]
fn another_file_is_no_journal() {
    let snapshot = night().router.snapshot().to_bytes();
    assert_eq!(journal::read(&snapshot).map(|read| read.0), Err(JournalError::NoJournal));
    let text = "{\"refdesk\":\"snapshot\"}\n";
    assert_eq!(journal::read_lines(text).map(|read| read.0), Err(JournalError::NoJournal));
    let mut later = night().bytes();
    later[9] = 2;
    assert_eq!(journal::read(&later).map(|read| read.0), Err(JournalError::LaterForm { form: 2 }));
}

#[test]
fn other_time_zone_data_is_refused() {
    let mut header = night().header;
    header.time_zones = "1990a".into();
    let error = header.router([0; 32]).expect_err("hours may be others");
    assert_eq!(error.code(), "other_time_zones");
}
