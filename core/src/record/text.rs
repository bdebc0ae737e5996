//! A record as people read it.

use core::fmt::{self, Formatter, Write};

use super::{Outcome, Record, TransferFailure, TransferResult};
use crate::command::{Part, Target};
use crate::content::Content;
use crate::transcript::{Audience, Author, Body, Entry, TransferRequest};

impl fmt::Display for Record {
    /// The record as text, for people: what is known of the chat, line by line, and then every entry
    /// with its number, its time (RFC 3339, UTC), its audience and its author. Lines that a text brings
    /// with it are indented, so that no message looks like an entry; control characters are replaced.
    ///
    /// It shows everything, staff notes too: it is for whoever may have the record. The form is for
    /// reading, and may change; what programs read is the wire form.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "chat {} of patron {}", self.chat, self.patron)?;
        writeln!(f, "  institution: {}", self.institution)?;
        write!(f, "  queue: {}", self.origin)?;
        if self.queue != self.origin {
            write!(f, ", at the end {}", self.queue)?;
        }
        writeln!(f)?;
        if let Some(channel) = &self.channel {
            writeln!(f, "  channel: {channel}")?;
        }
        if let Some(context) = &self.context {
            writeln!(f, "  context: {}", Lines(context.as_str()))?;
        }
        if let Some(before) = &self.returns {
            writeln!(f, "  returns: after chat {before}")?;
        }
        writeln!(f, "  opened: {}", self.opened_at)?;
        writeln!(f, "  ended: {}, {}", self.ended_at, ending(self.outcome))?;
        if let Some(at) = self.wrapped_up_at {
            writeln!(f, "  wrapped up: {at}")?;
        }
        self.write_details(f)?;
        self.write_answers(f)?;
        if let Some(seal) = &self.seal {
            writeln!(f, "  digest: {}", seal.digest)?;
        }
        self.transcript.iter().try_for_each(|entry| writeln!(f, "{}", Line(entry)))
    }
}

impl Record {
    fn write_details(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.practice {
            writeln!(f, "  practice: yes")?;
        }
        let Some(details) = &self.details else { return Ok(()) };
        for (number, tag) in (0..).zip(&details.tags) {
            f.write_str(if number == 0 { "  tags: " } else { ", " })?;
            write!(f, "{}", Lines(tag.as_str()))?;
        }
        if !details.tags.is_empty() {
            writeln!(f)?;
        }
        if details.follow_up {
            writeln!(f, "  follow up: yes")?;
        }
        if let Some(resolution) = &details.resolution {
            writeln!(f, "  resolution: {}", Lines(resolution.as_str()))?;
        }
        Ok(())
    }

    fn write_answers(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for answer in &self.answers {
            let waited = answer.waited.as_millis();
            let (operator, institution) = (&answer.operator, &answer.institution);
            writeln!(
                f,
                "  answered: {}, {operator} of {institution}, after {waited} ms",
                answer.at
            )?;
        }
        for transfer in &self.transfers {
            write!(f, "  transfer: {}, {} to {}", transfer.at, transfer.from, Aim(&transfer.to))?;
            match &transfer.result {
                Some(TransferResult::Completed { by }) => writeln!(f, ", taken by {by}")?,
                Some(TransferResult::Failed { why }) => writeln!(f, ", failed: {}", failure(*why))?,
                None => writeln!(f)?,
            }
        }
        Ok(())
    }
}

/// One entry.
struct Line<'a>(&'a Entry);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Entry { number, at, author, audience, body } = self.0;
        write!(f, "{number} {at} ")?;
        match audience {
            Audience::Everyone => f.write_str("[everyone] ")?,
            Audience::Staff => f.write_str("[staff] ")?,
            Audience::Institution { institution } => write!(f, "[staff of {institution}] ")?,
        }
        match author {
            Author::Patron => f.write_str("patron: ")?,
            Author::Operator { operator } => write!(f, "{operator}: ")?,
            Author::Router => f.write_str("- ")?,
        }
        write_body(f, body)
    }
}

fn write_body(f: &mut Formatter<'_>, body: &Body) -> fmt::Result {
    match body {
        Body::Message { content, .. } => write_content(f, content),
        Body::Masked(_) => f.write_str("(masked)"),
        Body::Claimed { operator } => write!(f, "{operator} answers"),
        Body::RolledOver { queue, level } => write!(f, "rolled over to level {level} of {queue}"),
        Body::OperatorLost { operator } => write!(f, "{operator} is gone; the chat waits again"),
        Body::OperatorIdle { operator } => {
            write!(f, "{operator} did not write; the chat waits again")
        }
        Body::Joined { operator, part } => write!(f, "{operator} takes part ({})", seat(*part)),
        Body::Left { operator, part } => {
            write!(f, "{operator} takes part no more ({})", seat(*part))
        }
        Body::Held { operator } => write!(f, "{operator} put the chat on hold"),
        Body::Resumed { operator } => write!(f, "{operator} went on"),
        Body::PatronDropped => f.write_str("the patron's connection was lost"),
        Body::PatronReturned => f.write_str("the patron is back"),
        Body::Returned => f.write_str("returned to its queue, since the grant ended"),
        Body::Moved { queue } => write!(f, "moved on to {queue}"),
        Body::Notice { text } => write!(f, "notice: {}", Lines(text.as_str())),
        Body::TransferStarted(asked) => write_request(f, asked),
        Body::TransferFailed { why, .. } => write!(f, "the transfer failed: {}", failure(*why)),
        Body::ConsultationStarted { operator, .. } => write!(f, "{operator} is consulted"),
        Body::TransferCompleted { from, to, .. } => write!(f, "handed over by {from} to {to}"),
        Body::Ended { outcome } => write!(f, "the conversation ended: {}", ending(*outcome)),
    }
}

fn write_content(f: &mut Formatter<'_>, content: &Content) -> fmt::Result {
    match content {
        Content::Text(text) => write!(f, "{}", Lines(text.as_str())),
        Content::Reference(kept) => write!(f, "[{}]", Lines(kept.key.as_str())),
    }
}

fn write_request(f: &mut Formatter<'_>, asked: &TransferRequest) -> fmt::Result {
    write!(f, "asks for a transfer to {}", Aim(&asked.to))?;
    if let Some(reason) = &asked.reason {
        write!(f, "; reason: {}", Lines(reason.as_str()))?;
    }
    if let Some(note) = &asked.note {
        write!(f, "; note: {}", Lines(note.as_str()))?;
    }
    Ok(())
}

/// Where a transfer goes.
struct Aim<'a>(&'a Target);

impl fmt::Display for Aim<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Target::Operator { operator } => write!(f, "{operator}"),
            Target::Queue { queue } => write!(f, "queue {queue}"),
        }
    }
}

/// A text of several lines within a line.
struct Lines<'a>(&'a str);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (number, line) in (0..).zip(self.0.lines()) {
            if number > 0 {
                f.write_str("\n    ")?;
            }
            for letter in line.chars() {
                let breaks = matches!(letter, '\u{2028}' | '\u{2029}');
                let replaced = letter.is_control() && letter != '\t' || breaks;
                f.write_char(if replaced { char::REPLACEMENT_CHARACTER } else { letter })?;
            }
        }
        Ok(())
    }
}

const fn seat(part: Part) -> &'static str {
    match part {
        Part::Invited => "invited",
        Part::Observer => "observing",
        Part::Whisperer => "whispering",
    }
}

const fn ending(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Abandoned => "the patron left before anybody answered",
        Outcome::PatronLeft => "the patron left",
        Outcome::Closed => "closed by who answered",
        Outcome::ForceClosed => "closed by force",
        Outcome::PatronIdle => "the patron did not write",
        Outcome::MessageTaken => "nobody answered, and a message was taken",
        Outcome::ClosedByQueue => "nobody answered, and the queue closed it",
    }
}

const fn failure(why: TransferFailure) -> &'static str {
    match why {
        TransferFailure::Declined => "declined",
        TransferFailure::Lapsed => "not accepted in time",
        TransferFailure::Cancelled => "taken back",
        TransferFailure::TargetLost => "who was asked may not be offered chats any more",
        TransferFailure::SenderLost => "who asked is gone",
        TransferFailure::NobodyThere => "nobody of the queue is there",
        TransferFailure::GrantEnded => "the grant has ended",
        TransferFailure::QueueClosed => "the queue was closed",
        TransferFailure::Reassigned => "the chat was given to somebody else",
        TransferFailure::ChatEnded => "the chat ended",
    }
}
