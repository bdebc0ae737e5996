#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![doc = include_str!("../README.md")]

extern crate alloc;
#[cfg(feature = "testing")]
extern crate std;

mod about;
mod authority;
mod availability;
mod batch;
mod capacity;
pub mod chain;
mod chat;
mod colleague;
mod command;
mod config;
mod content;
mod deadline;
mod directory;
mod dispatch;
mod event;
mod explain;
mod finding;
mod hash_index;
mod heap;
pub mod hours;
mod id;
mod ids;
mod invariants;
pub mod journal;
mod lane;
mod line;
mod partnership;
mod policy;
mod pool;
mod position;
mod presence;
mod queue_state;
mod rank;
mod reach;
mod recipients;
mod record;
mod refusal;
#[cfg(feature = "report")]
pub mod report;
mod router;
#[cfg(feature = "schema")]
mod schema;
mod segment;
mod settle;
pub mod setup;
mod skills;
mod snapshot;
mod table;
#[cfg(feature = "testing")]
pub mod testing;
mod time;
mod timers;
mod transcript;
mod view;
#[cfg(feature = "report")]
pub mod what_if;
pub mod wire;
mod won;

pub use about::About;
pub use authority::{AUTHORITY, Role};
pub use availability::{AnsweredBy, Availability};
pub use chat::{Choice, Idler, LIFE, Phase, Step};
pub use colleague::{BuddyView, Colleagues, Stanza, Subscription};
pub use command::*;
pub use config::{Channel, Config, Limits, MAX_LEVELS, MAX_PRIORITIES, Priority};
pub use content::{Content, Reference};
pub use deadline::{Deadline, Reason};
pub use event::{
    DirectMessage, Event, EventKind, Handover, OfferCause, PauseReason, Posted, Presence,
    RequeueReason, Withdrawal,
};
pub use explain::{
    Absence, Course, Cursor, ExplainedLevel, ExplainedOperator, Explanation, LevelState, Page,
    Verdict,
};
pub use finding::Finding;
pub use id::{
    ChannelId, ChatId, ContactId, GroupId, InstitutionId, InvalidId, MAX_ID_BYTES, MessageId,
    OfferId, OperatorId, PatronId, ProposalId, QueueId, SessionId, SkillId, Text, TransferId,
};
pub use invariants::{Violation, check_invariants};
pub use policy::{
    After, ClaimBy, Entering, Full, IdleRule, Level, Notice, OnlyWhen, Order, Policy, Ring, Source,
    TooLong, WhenBusy,
};
pub use position::Position;
pub use queue_state::QueueState;
pub use recipients::{Operators, Recipients};
pub use record::{
    Answer, ClaimReason, Details, Hop, Outcome, Record, RollReason, TransferFailure,
    TransferRecord, TransferResult,
};
pub use refusal::{Asker, Limited, Measured, PolicyFault, Refusal, Use};
pub use router::Router;
pub use skills::{ChatNeeds, MAX_SKILL, Need};
pub use snapshot::{Snapshot, SnapshotError};
pub use time::{InvalidSpan, Span, Timestamp};
pub use transcript::{Audience, Author, Body, Entry, Masked, TransferRequest};
pub use view::{ChatView, OperatorView};
pub use won::Won;
