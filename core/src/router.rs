//! The doors of the router: time, commands, deadlines. Everything else is behind them.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::chat::{Chat, ChatKey, Patron};
use crate::colleague::Contact;
use crate::command::{Action, Actor, Command};
use crate::config::Config;
use crate::deadline::{Deadline, Due};
use crate::directory::{
    Group, GroupKey, Institution, InstitutionKey, Operator, OperatorKey, Queue, QueueKey, Serial,
};
use crate::event::{Event, EventKind};
use crate::hours::Zones;
use crate::id::{ChatId, GroupId, InstitutionId, OperatorId, QueueId};
use crate::ids::{Ended, Keyed, Register};
use crate::partnership::{Listing, Pair, Partnership};
use crate::pool::Pool;
use crate::refusal::Refusal;
use crate::segment::{LevelId, Segment};
use crate::settle::Work;
use crate::table::Table;
use crate::time::Timestamp;
use crate::timers::Timers;

/// A whole collaborative as a deterministic state machine.
///
/// The same configuration and the same commands at the same times give the same events, byte for
/// byte. It has no clock: time moves by [`Router::advance`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Router {
    pub(crate) config: Config,
    pub(crate) now: Timestamp,
    pub(crate) outbox: Outbox,
    pub(crate) timers: Timers<Due>,

    pub(crate) institutions: Register<Institution>,
    pub(crate) operators: Register<Operator>,
    pub(crate) queues: Register<Queue>,
    pub(crate) groups: Register<Group>,
    pub(crate) patrons: Register<Patron>,
    /// The colleagues outside with whom somebody here has a tie.
    pub(crate) contacts: Register<Contact>,
    pub(crate) chats: Register<Chat>,
    pub(crate) ended: Ended,
    pub(crate) pools: Table<Pool>,
    pub(crate) segments: Table<Segment>,
    pub(crate) partnerships: BTreeMap<Pair, Partnership>,
    /// Who looks for partners, in the order of registration, and on which terms.
    pub(crate) listings: BTreeMap<Serial, Listing>,
    /// The time zones of all hours, each once.
    pub(crate) zones: Zones,

    /// Counts registrations, arrivals, turns and proposals, where ties end; and accepted commands.
    pub(crate) counters: Counters,
    pub(crate) work: Work,
    /// How many queues are watched.
    pub(crate) watched: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Counters {
    pub(crate) registrations: u64,
    pub(crate) arrivals: u64,
    pub(crate) turns: u64,
    pub(crate) proposals: u32,
    /// How many commands were accepted.
    pub(crate) accepted: u64,
}

/// The events of the step under way; none between steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outbox {
    events: Vec<Event>,
    /// How many were ever raised.
    seq: u64,
}

impl Outbox {
    /// The last event but so many.
    pub(crate) fn raised(&mut self, back: usize) -> Option<&mut EventKind> {
        self.events.iter_mut().nth_back(back).map(|event| &mut event.kind)
    }

    /// How many were ever raised.
    pub(crate) const fn seq(&self) -> u64 {
        self.seq
    }

    /// So many were raised before.
    pub(crate) const fn go_on_after(&mut self, seq: u64) {
        self.seq = seq;
    }

    #[inline]
    pub(crate) fn raise(&mut self, at: Timestamp, kind: EventKind) {
        self.seq += 1;
        self.events.push(Event { at, seq: self.seq, kind });
    }
}

impl Router {
    /// A router without institutions, at this instant.
    #[must_use]
    pub fn new(config: Config, now: Timestamp) -> Self {
        let hasher = Keyed::new(config.secret);
        Self {
            config,
            now,
            outbox: Outbox::default(),
            timers: Timers::default(),
            institutions: Register::new(hasher.clone()),
            operators: Register::new(hasher.clone()),
            queues: Register::new(hasher.clone()),
            groups: Register::new(hasher.clone()),
            patrons: Register::new(hasher.clone()),
            contacts: Register::new(hasher.clone()),
            chats: Register::new(hasher),
            ended: Ended::default(),
            pools: Table::default(),
            segments: Table::default(),
            partnerships: BTreeMap::new(),
            listings: BTreeMap::new(),
            zones: Zones::default(),
            counters: Counters::default(),
            work: Work::default(),
            watched: 0,
        }
    }

    /// Moves time on to `now` and fires every timer due, each at its own deadline, in the order of
    /// (deadline, creation).
    ///
    /// A `now` that is not later than the last moves nothing. After
    /// [`events_per_advance`](crate::Limits::events_per_advance) events it stops between two
    /// timers: advance again, with the same `now`, while [`Router::deadline`] is due.
    pub fn advance(&mut self, now: Timestamp) -> Vec<Event> {
        let mut events = Vec::new();
        self.advance_into(now, &mut events);
        events
    }

    /// As [`Router::advance`], with the events appended to `events`.
    pub fn advance_into(&mut self, now: Timestamp, events: &mut Vec<Event>) {
        core::mem::swap(&mut self.outbox.events, events);
        let most = self.outbox.events.len() + self.config.limits.events_per_advance.max(1) as usize;
        while self.timers.next().is_some_and(|(at, _)| at <= now) {
            if self.outbox.events.len() >= most {
                core::mem::swap(&mut self.outbox.events, events);
                return;
            }
            if let Some((at, due)) = self.timers.pop() {
                self.now = self.now.max(at);
                self.fire(due);
                self.settle();
            }
        }
        self.now = self.now.max(now);
        core::mem::swap(&mut self.outbox.events, events);
    }

    /// Carries a command out, at the time last advanced to, and says what happened.
    ///
    /// A command that repeats what is so already (a message posted twice, an accept by the operator
    /// who answers) is no mistake and returns no events.
    ///
    /// # Errors
    /// A [`Refusal`], and then nothing has changed.
    pub fn apply(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let mut events = Vec::new();
        self.apply_into(command, &mut events)?;
        Ok(events)
    }

    /// As [`Router::apply`], with the events appended to `events`.
    ///
    /// # Errors
    /// A [`Refusal`], and then nothing has changed, and `events` is as it was.
    pub fn apply_into(
        &mut self,
        command: &Command,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        self.apply_as(&command.by, &command.action, events)
    }

    /// As [`Router::apply_into`], for a host that has who and what in two places.
    ///
    /// # Errors
    /// A [`Refusal`], and then nothing has changed, and `events` is as it was.
    pub fn apply_as(
        &mut self,
        by: &Actor,
        action: &Action,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        core::mem::swap(&mut self.outbox.events, events);
        let result = self.carry_out(by, action);
        if result.is_ok() {
            self.counters.accepted += 1;
            self.settle();
        }
        core::mem::swap(&mut self.outbox.events, events);
        result
    }

    /// When to call [`Router::advance`] next, and whose timer it is: exactly the earliest one.
    ///
    /// It changes with every call of `advance` and `apply`.
    #[must_use]
    pub fn deadline(&self) -> Option<Deadline> {
        let (at, due) = self.timers.next()?;
        Some(Deadline { at, reason: self.reason(due) })
    }

    /// The time last advanced to.
    #[must_use]
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// The configuration that it was made with.
    #[must_use]
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// The one way by which an event comes about.
    pub(crate) fn raise(&mut self, kind: EventKind) {
        self.outbox.raise(self.now, kind);
    }

    #[expect(clippy::too_many_lines, reason = "a line for each action")]
    fn carry_out(&mut self, by: &Actor, action: &Action) -> Result<(), Refusal> {
        match action {
            Action::AddInstitution(action) => self.add_institution(by, action),
            Action::RemoveInstitution(action) => self.remove_institution(by, action),
            Action::AddOperator(action) => self.add_operator(by, action),
            Action::SetCapacity(action) => self.set_capacity(by, action),
            Action::SetSkills(action) => self.set_skills(by, action),
            Action::RemoveOperator(action) => self.remove_operator(by, action),
            Action::AddQueue(action) => self.add_queue(by, action),
            Action::WatchAvailability(action) => self.watch_availability(by, action),
            Action::SetPolicy(action) => self.set_policy(by, action),
            Action::SetHours(action) => self.set_hours(by, action),
            Action::SetQueueState(action) => self.set_queue_state(by, action),
            Action::SetProfile(action) => self.set_profile(by, action),
            Action::RemoveQueue(action) => self.remove_queue(by, action),
            Action::SetGroup(action) => self.set_group(by, action),
            Action::RemoveGroup(action) => self.remove_group(by, action),
            Action::AssignOperator(action) => self.assign_operator(by, action),
            Action::UnassignOperator(action) => self.unassign_operator(by, action),
            Action::OptIn(action) => self.opt(by, &action.operator, &action.queue, true),
            Action::OptOut(action) => self.opt(by, &action.operator, &action.queue, false),
            Action::SetSupervisor(action) => self.set_supervisor(by, action),
            Action::ProposePartnership(action) => self.propose_partnership(by, action),
            Action::AcceptPartnership(action) => self.accept_partnership(by, action),
            Action::DeclinePartnership(action) => self.decline_partnership(by, action),
            Action::EndPartnership(action) => self.end_partnership(by, action),
            Action::PostListing(action) => self.post_listing(by, action),
            Action::WithdrawListing(action) => self.withdraw_listing(by, action),
            Action::SeeListings(action) => self.see_listings(by, action),
            Action::AnswerListing(action) => self.answer_listing(by, action),
            Action::SetPresence(action) => self.set_presence(by, action),
            Action::EndSession(action) => self.end_session(by, action),
            Action::LogOut(action) => self.log_out(by, action),
            Action::FinishThenLeave(action) => self.finish_then_leave(by, action),
            Action::Pause(action) => self.pause(by, action),
            Action::Unpause(action) => self.unpause(by, action),
            Action::OpenChat(action) => self.open_chat(by, action),
            Action::AcceptOffer(action) => self.accept_offer(by, action),
            Action::DeclineOffer(action) => self.decline_offer(by, action),
            Action::PickChat(action) => self.pick_chat(by, action),
            Action::AssignChat(action) => self.assign_chat(by, action),
            Action::PostMessage(action) => self.post_message(by, action),
            Action::LeaveChat(action) => self.leave_chat(by, action),
            Action::CloseChat(action) => self.close_chat(by, action),
            Action::FinishWrapUp(action) => self.finish_wrap_up(by, action),
            Action::DescribeChat(action) => self.describe_chat(by, action),
            Action::MaskPatron(action) => self.mask_patron(by, action),
            Action::HoldChat(action) => self.hold_chat(by, action),
            Action::ResumeChat(action) => self.resume_chat(by, action),
            Action::StartChat(action) => self.start_chat(by, action),
            Action::DropPatron(action) => self.drop_patron(by, action),
            Action::ReturnPatron(action) => self.return_patron(by, action),
            Action::InviteOperator(action) => self.invite_operator(by, action),
            Action::JoinChat(action) => self.join_chat(by, action),
            Action::RemoveParticipant(action) => self.remove_participant(by, action),
            Action::AskBackChat(action) => self.ask_back_chat(by, action),
            Action::TransferChat(action) => self.transfer_chat(by, action),
            Action::CompleteTransfer(action) => self.complete_consultation(by, action),
            Action::ReturnChat(action) => self.return_chat(by, action),
            Action::CancelTransfer(action) => self.cancel_transfer(by, action),
            Action::AllowForeignBuddies(action) => self.allow_foreign_buddies(by, action),
            Action::Subscribe(action) => self.subscribe(by, action),
            Action::ApproveSubscription(action) => self.approve_subscription(by, action),
            Action::Unsubscribe(action) => self.unsubscribe(by, action),
            Action::CancelSubscription(action) => self.cancel_subscription(by, action),
            Action::RemoveBuddy(action) => self.remove_buddy(by, action),
            Action::Block(action) => self.block(by, action),
            Action::Unblock(action) => self.unblock(by, action),
            Action::SetContactPresence(action) => self.set_contact_presence(by, action),
            Action::RemoveContact(action) => self.remove_contact(by, action),
            Action::SendDirectMessage(action) => self.send_direct_message(by, action),
        }
    }

    fn fire(&mut self, due: Due) {
        match due {
            Due::OfferLapses(offer) => self.offer_lapses(offer),
            Due::RingLapses(chat, level) => self.ring_lapses(chat, level),
            Due::LevelEnds(chat) => self.level_ends(chat),
            Due::RoundStarts(chat) => self.round_starts(chat),
            Due::PatienceEnds(chat) => self.patience_ends(chat),
            Due::TransferLapses(chat) => self.transfer_lapses(chat),
            Due::WrapUpEnds(chat) => self.wrap_up_ends(chat),
            Due::GraceEnds(operator) => self.grace_ends(operator),
            Due::SessionEnds(operator, serial) => self.session_ends(operator, serial),
            Due::GrantHours(institution) => self.grant_hours_change(institution),
            Due::QueueHours(queue) => self.queue_hours_change(queue),
            Due::LevelHours(queue, level) => self.level_hours_change(LevelId { queue, level }),
            Due::WaitEnds(chat) => self.wait_ends(chat),
            Due::Notice(chat) => self.notice_due(chat),
            Due::Idle(chat) => self.idle_due(chat),
            Due::PatronGrace(chat) => self.patron_grace_ends(chat),
        }
    }
}

/// The names that nobody bears are refused in one place.
impl Router {
    pub(crate) fn institution(&self, id: &InstitutionId) -> Result<InstitutionKey, Refusal> {
        let unknown = || Refusal::UnknownInstitution { institution: id.clone() };
        self.institutions.find(id).ok_or_else(unknown)
    }

    pub(crate) fn operator(&self, id: &OperatorId) -> Result<OperatorKey, Refusal> {
        self.operators.find(id).ok_or_else(|| Refusal::UnknownOperator { operator: id.clone() })
    }

    pub(crate) fn queue(&self, id: &QueueId) -> Result<QueueKey, Refusal> {
        self.queues.find(id).ok_or_else(|| Refusal::UnknownQueue { queue: id.clone() })
    }

    pub(crate) fn group(&self, id: &GroupId) -> Result<GroupKey, Refusal> {
        self.groups.find(id).ok_or_else(|| Refusal::UnknownGroup { group: id.clone() })
    }

    pub(crate) fn chat(&self, id: &ChatId) -> Result<ChatKey, Refusal> {
        self.chats.find(id).ok_or_else(|| Refusal::UnknownChat { chat: id.clone() })
    }
}
