//! The host of the story: it hands commands in, and prints what each person sees.

#![allow(clippy::wildcard_enum_match_arm, reason = "a story shows what it needs; a host lists all")]

use refdesk::{
    Action, Actor, Author, Body, Command, Config, Entry, Event, EventKind, OfferCause, Outcome,
    PauseReason, Presence, Refusal, Router, Span, Timestamp, Withdrawal,
};

/// A router, and a clock that the story moves on.
pub(crate) struct Desk {
    router: Router,
    clock: Timestamp,
}

impl Desk {
    /// A desk on an evening in autumn.
    pub(crate) fn open() -> Self {
        let start = Timestamp::from_millis(1_790_000_000_000);
        Self { router: Router::new(Config::default(), start), clock: start }
    }

    /// A heading of the story.
    pub(crate) fn chapter(title: &str, text: &str) {
        println!("\n── {title} ──\n{text}\n");
    }

    /// Some time passes; whatever is due meanwhile happens.
    pub(crate) fn wait(&mut self, seconds: u64) -> Vec<Event> {
        println!("  … {seconds} s later");
        self.clock = self.clock.saturating_add(Span::from_secs(seconds));
        let mut events = self.router.advance(self.clock);
        while self.router.deadline().is_some_and(|deadline| deadline.at <= self.clock) {
            self.router.advance_into(self.clock, &mut events);
        }
        events.iter().for_each(show);
        events
    }

    /// Somebody does something, and the others see it.
    pub(crate) fn by(
        &mut self,
        actor: impl Into<Actor>,
        words: &str,
        action: impl Into<Action>,
    ) -> Result<Vec<Event>, Refusal> {
        println!("  ▸ {words}");
        let command: Command = action.into().by(actor);
        let events = self.router.apply(&command)?;
        events.iter().for_each(show);
        Ok(events)
    }

    /// Somebody tries something that the router does not allow.
    pub(crate) fn in_vain(
        &mut self,
        actor: impl Into<Actor>,
        words: &str,
        action: impl Into<Action>,
    ) {
        println!("  ▸ {words}");
        if let Err(refusal) = self.router.apply(&action.into().by(actor)) {
            println!("      refused ({}): {refusal}", refusal.code());
        }
    }

    /// Something that the administrators do and nobody sees.
    pub(crate) fn set_up(
        &mut self,
        actor: impl Into<Actor>,
        action: impl Into<Action>,
    ) -> Result<Vec<Event>, Refusal> {
        self.router.apply(&action.into().by(actor))
    }
}

/// Prints what one event means to the people who are to see it.
fn show(event: &Event) {
    match &event.kind {
        EventKind::PartnershipProposed { from, to, .. } => {
            sees(to, &format!("a proposal of {from}"));
        }
        EventKind::PartnershipAgreed { proposer, accepter, .. } => {
            sees("host", &format!("{proposer} and {accepter} are partners now"));
        }
        EventKind::PartnershipDeclined { by, with, .. } => {
            sees("host", &format!("{by} and {with} have not agreed"));
        }
        EventKind::PartnershipEnded { by, with } => {
            sees("host", &format!("the partnership of {by} with {with} has ended"));
        }
        EventKind::PresenceChanged { operator, presence, .. } => {
            let here = if *presence == Presence::Offline { "is gone" } else { "is there" };
            sees("host", &format!("{operator} {here}"));
        }
        EventKind::OperatorPaused { operator, reason, .. } => {
            let why = match reason {
                PauseReason::Asked { text } => text.to_string(),
                PauseReason::MissedOffers { count } => format!("{count} offers missed"),
            };
            sees("host", &format!("{operator} pauses: {why}"));
        }
        EventKind::OperatorUnpaused { operator, .. } => {
            sees("host", &format!("{operator} is back"));
        }
        EventKind::GraceStarted { operator, .. } => {
            sees("host", &format!("{operator} lost the connection and keeps their chats a while"));
        }
        EventKind::LevelPassedOver { queue, level, .. } => {
            sees("host", &format!("nobody is at level {level} of {queue}: chats pass it over"));
        }
        _ => show_chat(&event.kind),
    }
}

fn show_chat(kind: &EventKind) {
    match kind {
        EventKind::ChatOpened { patron, queue, .. } => {
            sees(patron, &format!("\"You are in line at {queue}.\""));
        }
        EventKind::ChatOffered { operator, origin, cause, .. } => {
            let why = match cause {
                OfferCause::Preferred => "they are preferred".to_owned(),
                OfferCause::Level { level, .. } => format!("level {level}"),
                OfferCause::Transfer { .. } => "a colleague hands it over".into(),
            };
            sees(operator, &format!("RING: a patron of {origin} ({why})"));
        }
        EventKind::OfferWithdrawn { operator, reason, .. } => {
            let why = match reason {
                Withdrawal::Claimed { winner } => format!("{winner} was faster"),
                other => format!("{other:?}"),
            };
            sees(operator, &format!("the ringing stops: {why}"));
        }
        EventKind::OfferLapsed { operator, .. } => sees(operator, "the ringing stops: missed"),
        EventKind::OfferDeclined { operator, .. } => sees(operator, "the ringing stops: declined"),
        EventKind::ChatRolledOver { queue, level, .. } => {
            sees("host", &format!("nobody answered; the chat is at level {level} of {queue} now"));
        }
        EventKind::ChatClaimed { operator, .. } => {
            sees("patron", &format!("\"{operator} is with you.\""));
        }
        EventKind::TranscriptShown { operator, handover, .. } => {
            sees(operator, "what was said so far:");
            handover.entries().iter().for_each(show_entry);
            if let Some(note) = handover.note() {
                println!("{:>17} · note from the sender: {note}", "");
            }
        }
        EventKind::MessagePosted { posted, to, .. } => {
            let readers = to.operators.as_slice().iter().map(ToString::to_string);
            let patron = to.patron.then(|| "patron".to_string());
            let readers: Vec<String> = patron.into_iter().chain(readers).collect();
            sees(readers.join(", "), &format!("{}: {}", author(&posted.author), posted.content));
        }
        EventKind::ChatRequeued { operator: Some(operator), .. } => {
            sees("patron", &format!("\"{operator} had to go; you keep your place in line.\""));
        }
        EventKind::TransferStarted { from, .. } => sees(from, "waiting for somebody to accept"),
        EventKind::TransferCompleted { from, operator, .. } => {
            sees(from, &format!("{operator} has taken over"));
        }
        EventKind::TransferFailed { why, .. } => sees("sender", &format!("not taken: {why:?}")),
        EventKind::ChatEnded { record, .. } => {
            let how = match record.outcome {
                Outcome::Abandoned => "the patron gave up",
                _ => "all is answered",
            };
            let who: Vec<String> = record
                .answers
                .iter()
                .map(|a| format!("{} ({})", a.operator, a.institution))
                .collect();
            sees(
                "host",
                &format!("the chat has ended, {how}; answered by {}", who.join(", then ")),
            );
        }
        _ => {}
    }
}

fn show_entry(entry: &Entry) {
    if let Body::Message { content, .. } = &entry.body {
        println!("{:>17} · {}: {content}", "", author(&entry.author));
    }
}

fn author(author: &Author) -> String {
    match author {
        Author::Patron => "patron".into(),
        Author::Operator { operator } => operator.to_string(),
        Author::Router => "desk".into(),
    }
}

fn sees(who: impl AsRef<str>, what: &str) {
    println!("{:>17} │ {what}", who.as_ref());
}
