//! What came of all chats: how long patrons waited, who answered whom, when each institution had somebody
//! there (feature `report`).
//!
//! A [`Tally`] hears every event in order, live or out of a store or a replayed
//! [journal](crate::journal), and says at any time what it has come to: a [`Report`], as data (serde)
//! and as tables (its `Display`). It takes memory for the queues, operators and institutions that it
//! hears of and for the chats that ring, not for those that are over.
//!
//! ```
//! use refdesk::report::Tally;
//! use refdesk::{Config, Router, Timestamp};
//! # use refdesk::{Actor, ChatId, OpenChat, LeaveChat};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let setup = toml::from_str(
//!     r#"
//!     institutions = [{ id = "ames" }]
//!     operators = [{ id = "ana", institution = "ames", capacity = 2 }]
//!     queues = [{ id = "desk", institution = "ames", assigned = ["ana"] }]
//!     "#,
//! )?;
//! let mut router = Router::new(Config::default(), Timestamp::default());
//! let mut tally = Tally::new("America/Chicago")?;
//! router.apply_setup(&setup)?.iter().for_each(|event| tally.hear(event));
//! tally.works_at_of(&router); // who works where is in no event
//! # let chat = ChatId::try_from("c1")?;
//! # let open = OpenChat::of(chat.clone(), "desk".try_into()?, "pat".try_into()?).by(Actor::Host);
//! # router.apply(&open)?.iter().for_each(|event| tally.hear(event));
//! # router.advance(Timestamp::from_millis(30_000));
//! # let command = LeaveChat { chat }.by(Actor::Host);
//!
//! // In the host's loop: carry each event out, and let the tally hear it.
//! for event in router.apply(&command)? {
//!     tally.hear(&event);
//! }
//! let report = tally.report(router.now());
//! assert_eq!(report.all.abandoned, 1);
//! assert_eq!(report.all.abandoned_after.median.as_millis(), 30_000);
//! println!("{report}");
//! # Ok(())
//! # }
//! ```

mod chats;
mod coverage;
mod offers;
mod spread;
mod table;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub(crate) use chats::left_by_patron;
pub use chats::{Chats, Transfers};
pub use offers::Offers;
pub use spread::Spread;
pub(crate) use table::{Lines, Shown};

use crate::command::{Action, Command};
use crate::event::{Event, EventKind};
use crate::hours::HoursFault;
use crate::hours::clock::{Clock, HOURS};
use crate::id::{InstitutionId, OperatorId, QueueId};
use crate::record::{ClaimReason, Record};
use crate::router::Router;
use crate::time::{Span, Timestamp};
use crate::transcript::{Body, Entry};

use chats::ChatTally;
use coverage::{Coverage, sum};
use offers::Ringing;
use spread::Spans;

/// What came of the chats that have ended. Practice chats are not in it.
///
/// Chats belong to the institution and the queue where they were opened, and to the hour in which they
/// were; those that are still open are not in it yet.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Report {
    /// Where the clocks are that say the hour.
    pub time_zone: String,
    /// When it begins: the time of the first event that was heard.
    pub from: Timestamp,
    /// When it ends.
    pub until: Timestamp,
    /// All chats.
    pub all: Chats,
    /// The chats of each queue. Rollovers are of the levels of the queue; offers, those that were made in
    /// its name.
    pub queues: BTreeMap<QueueId, Chats>,
    /// Each institution.
    pub institutions: BTreeMap<InstitutionId, InstitutionReport>,
    /// Each operator.
    pub operators: BTreeMap<OperatorId, OperatorReport>,
    /// The chats by the hour of the day in which they were opened, 24 of them; offers by the hour in which
    /// they were made.
    pub hours: Vec<Chats>,
    /// Who answered whose patrons: by the first answer.
    pub reciprocity: Vec<Exchange>,
}

/// What an institution asked and gave.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstitutionReport {
    /// The chats of its patrons. Offers are those to its operators, whoever's patrons.
    pub chats: Chats,
    /// How many chats its operators answered first, of whoever's patrons.
    pub answered: u64,
    /// How many of them were patrons of others.
    pub answered_for_partners: u64,
    /// For how long at least one of its operators was seen as `chat` or `available`, and not paused.
    pub covered: Span,
    /// The same by the hour of the day, 24 of them.
    pub covered_by_hour: Vec<Span>,
    /// For how long its operators were, all together.
    pub on_duty: Span,
}

/// What an operator did.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperatorReport {
    /// Where they work. `None`: nobody told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<InstitutionId>,
    /// What became of the offers to them.
    pub offers: Offers,
    /// How many chats they began.
    pub started: u64,
    /// How long the patrons whom they answered had waited for them, by every answer and not by the first
    /// alone: zero at a transfer. `n` is how many chats they got.
    pub waits: Spread,
    /// How long they had each chat: until the next operator took it or the patron began to wait for one;
    /// their last turn, until the conversation was over.
    pub durations: Spread,
    /// For how long they were on duty.
    pub on_duty: Span,
}

/// How many chats of one institution's patrons another answered, or the same.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exchange {
    /// Whose patrons.
    pub home: InstitutionId,
    /// Who answered first.
    pub answered_by: InstitutionId,
    /// How many chats.
    pub chats: u64,
}

/// A report in the making: hears events, in order.
#[derive(Clone, Debug)]
pub struct Tally {
    time_zone: String,
    clock: Clock,
    from: Option<Timestamp>,
    now: Timestamp,
    ringing: Ringing,
    coverage: Coverage,
    all: ChatTally,
    queues: BTreeMap<QueueId, ChatTally>,
    institutions: BTreeMap<InstitutionId, InstitutionTally>,
    operators: BTreeMap<OperatorId, OperatorTally>,
    hours: [ChatTally; HOURS],
    reciprocity: BTreeMap<(InstitutionId, InstitutionId), u64>,
}

#[derive(Clone, Debug, Default)]
struct InstitutionTally {
    chats: ChatTally,
    answered: u64,
    answered_for_partners: u64,
}

#[derive(Clone, Debug, Default)]
struct OperatorTally {
    offers: Offers,
    started: u64,
    waits: Spans,
    durations: Spans,
}

impl Tally {
    /// One that has heard of nothing. Hours of the day are those that the clocks of `time_zone` show, such
    /// as `America/Toronto` or `UTC`.
    ///
    /// # Errors
    /// [`HoursFault::UnknownZone`]: there is no such time zone.
    pub fn new(time_zone: &str) -> Result<Self, HoursFault> {
        Ok(Self {
            time_zone: time_zone.into(),
            clock: Clock::new(time_zone)?,
            from: None,
            now: Timestamp::MIN,
            ringing: Ringing::default(),
            coverage: Coverage::default(),
            all: ChatTally::default(),
            queues: BTreeMap::new(),
            institutions: BTreeMap::new(),
            operators: BTreeMap::new(),
            hours: Default::default(),
            reciprocity: BTreeMap::new(),
        })
    }

    /// Hears where an operator works: what it takes to say how long their institution was covered. Until
    /// then they are on duty for nobody.
    pub fn works_at(&mut self, operator: OperatorId, institution: InstitutionId) {
        self.coverage.works_at(operator, institution, &self.clock, self.now);
    }

    /// Hears where all operators of a router work.
    pub fn works_at_of(&mut self, router: &Router) {
        for (_, operator) in router.operators.iter() {
            let institution = router.institutions[operator.institution].id.clone();
            self.works_at(operator.id.clone(), institution);
        }
    }

    /// Hears of a command that was accepted, such as one of a journal, before the events: it may say where
    /// an operator works.
    pub fn hear_command(&mut self, command: &Command) {
        if let Action::AddOperator(add) = &command.action {
            let (operator, institution) = (add.operator.clone(), add.institution.clone());
            self.coverage.is_added(operator, institution, &self.clock, self.now);
        }
    }

    /// Hears of an event.
    pub fn hear(&mut self, event: &Event) {
        self.from.get_or_insert(event.at);
        self.now = self.now.max(event.at);
        self.ringing.hear(&event.kind, self.clock.hour(event.at));
        self.coverage.hear(&event.kind, &self.clock, event.at);
        if let EventKind::ChatEnded { record, .. } = &event.kind {
            self.count(record);
        }
    }

    fn count(&mut self, record: &Record) {
        let offers = self.ringing.take(&record.chat);
        if record.practice {
            return;
        }
        let hour = self.clock.hour(record.opened_at);
        let queue = self.queues.entry(record.origin.clone()).or_default();
        let home = self.institutions.entry(record.institution.clone()).or_default();
        for tally in [&mut self.all, queue, &mut home.chats, &mut self.hours[hour]] {
            tally.count(record);
            tally.roll_over_before(record);
        }
        for hop in &record.hops {
            let queue = self.queues.entry(hop.queue.clone()).or_default();
            for tally in [&mut self.all, queue, &mut home.chats, &mut self.hours[hour]] {
                tally.roll_over(hop.level);
            }
        }
        self.count_answers(record);
        for (rung, offers) in offers {
            self.all.count_offers(offers);
            self.queues.entry(rung.queue).or_default().count_offers(offers);
            self.hours[rung.hour].count_offers(offers);
            if let Some(institution) = self.coverage.institution(&rung.operator) {
                let institution = self.institutions.entry(institution.clone()).or_default();
                institution.chats.count_offers(offers);
            }
            self.operators.entry(rung.operator).or_default().offers.add(offers);
        }
    }

    fn count_answers(&mut self, record: &Record) {
        if let Some(first) = record.answers.first().filter(|it| it.reason != ClaimReason::Started) {
            let by = self.institutions.entry(first.institution.clone()).or_default();
            by.answered += 1;
            by.answered_for_partners += u64::from(first.institution != record.institution);
            let pair = (record.institution.clone(), first.institution.clone());
            *self.reciprocity.entry(pair).or_default() += 1;
        }
        for (place, answer) in record.answers.iter().enumerate() {
            let operator = self.operators.entry(answer.operator.clone()).or_default();
            if answer.reason == ClaimReason::Started {
                operator.started += 1;
            } else {
                operator.waits.add(answer.waited);
            }
            // The next one took it when the patron had waited for so long.
            let next = record.answers.get(place + 1).map(|next| {
                let waited = i64::try_from(next.waited.as_millis()).unwrap_or(i64::MAX);
                Timestamp::from_millis(next.at.as_millis().saturating_sub(waited))
            });
            let over = next.unwrap_or_else(|| last_turn_over(record));
            operator.durations.add(over.since(answer.at));
        }
    }

    /// What it has come to at `until`: now, or the end of what was heard. Those who are on duty are so
    /// until then.
    #[must_use]
    pub fn report(&self, until: Timestamp) -> Report {
        let until = until.max(self.now);
        Report {
            time_zone: self.time_zone.clone(),
            from: self.from.unwrap_or(until),
            until,
            all: self.all.chats(),
            queues: self.queues.iter().map(|(id, tally)| (id.clone(), tally.chats())).collect(),
            institutions: self.institutions(until),
            operators: self.operators(until),
            hours: self.hours.iter().map(ChatTally::chats).collect(),
            reciprocity: self.reciprocity(),
        }
    }

    fn institutions(&self, until: Timestamp) -> BTreeMap<InstitutionId, InstitutionReport> {
        let mut reports = BTreeMap::new();
        for (id, tally) in &self.institutions {
            let report = InstitutionReport {
                chats: tally.chats.chats(),
                answered: tally.answered,
                answered_for_partners: tally.answered_for_partners,
                covered_by_hour: [Span::ZERO; HOURS].into(),
                ..InstitutionReport::default()
            };
            reports.insert(id.clone(), report);
        }
        for (id, by_hour) in self.coverage.covered(&self.clock, until) {
            let report: &mut InstitutionReport = reports.entry(id.clone()).or_default();
            report.covered = by_hour.into_iter().fold(Span::ZERO, sum);
            report.covered_by_hour = by_hour.into();
        }
        for (id, on_duty) in self.coverage.together(until) {
            reports.entry(id.clone()).or_default().on_duty = on_duty;
        }
        reports
    }

    fn operators(&self, until: Timestamp) -> BTreeMap<OperatorId, OperatorReport> {
        let mut reports = BTreeMap::new();
        for (id, tally) in &self.operators {
            let report = OperatorReport {
                institution: self.coverage.institution(id).cloned(),
                offers: tally.offers,
                started: tally.started,
                waits: tally.waits.spread(),
                durations: tally.durations.spread(),
                on_duty: Span::ZERO,
            };
            reports.insert(id.clone(), report);
        }
        for (id, on_duty) in self.coverage.on_duty(until) {
            let report: &mut OperatorReport = reports.entry(id.clone()).or_default();
            report.institution = self.coverage.institution(id).cloned();
            report.on_duty = on_duty;
        }
        reports
    }

    fn reciprocity(&self) -> Vec<Exchange> {
        let pairs = self.reciprocity.iter();
        pairs
            .map(|((home, answered_by), &chats)| Exchange {
                home: home.clone(),
                answered_by: answered_by.clone(),
                chats,
            })
            .collect()
    }
}

/// When the last who answered had the chat no more: the conversation was over, or the patron waited again
/// and nobody came.
fn last_turn_over(record: &Record) -> Timestamp {
    let claimed = |entry: &&Entry| matches!(entry.body, Body::Claimed { .. });
    let since = record.transcript.iter().rev().take_while(|entry| !claimed(entry));
    let waits = since.filter(|entry| {
        matches!(entry.body, Body::OperatorLost { .. } | Body::OperatorIdle { .. } | Body::Returned)
    });
    waits.last().map_or(record.ended_at, |entry| entry.at)
}
