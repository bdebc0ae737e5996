//! A slow and obvious model of the router.
//!
//! It knows the same rules and none of the router's structures: things lie in maps by their
//! registration, chats in a map by their place, timers in a list. After every command and every timer
//! it looks at all operators, all levels and all chats again to see who could be rung for what. What
//! it keeps from one look to the next is only what the rules speak of: who was free before (who has
//! more room than before is fed), and whose turn it is.
//!
//! One file for each area; each is read from the top.

mod availability;
mod chat;
mod claim;
mod colleague;
mod company;
mod consult;
mod crossing;
mod describe;
mod directory;
mod dispatch;
mod hold;
mod hours;
mod idle;
mod names;
mod offers;
mod partnership;
mod people;
mod permit;
mod policy;
mod prefer;
mod presence;
mod rank;
mod reach;
mod ringing;
mod settle;
mod staff;
mod stanza;
mod start;
mod state;
mod talk;
mod tie;
mod transfer;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::{
    Action, ChatId, Command, Config, Deadline, Event, EventKind, MessageId, OperatorId, Reason,
    Refusal, Span, Terms, Timestamp,
};

use reach::Segment;
use state::{Chat, Group, Institution, Key, Operator, Partnership, Place, Queue, Standings, Told};
use tie::{Bond, Contact};

/// A slow and obvious model of the router: the same rules, and none of its structures. Things lie in
/// plain maps, and after every command and every timer it looks at everybody and everything again. It
/// answers as the router does; [`Pair`](super::Pair) compares the two.
///
/// Not modelled: digests of transcripts, what only shows who looks in (views, explanations, positions),
/// snapshots and journals, and two bounds that small desks do not come to (the memberships of one
/// operator, different needs at one level).
#[derive(Clone, Debug)]
pub struct Model {
    config: Config,
    now: Timestamp,
    events: Vec<Event>,
    seq: u64,
    /// When, the number of its creation, and why.
    timers: Vec<(Timestamp, u64, Due)>,
    timers_set: u64,

    // By registration.
    institutions: BTreeMap<Key, Institution>,
    operators: BTreeMap<Key, Operator>,
    queues: BTreeMap<Key, Queue>,
    groups: BTreeMap<Key, Group>,
    /// The open chats, by their place: in the order of every line.
    chats: BTreeMap<Place, Chat>,
    /// The last ones that ended, the oldest first, and who answered them last.
    ended: Vec<(ChatId, Option<OperatorId>)>,
    /// By the two institutions, the one registered first before the other.
    partnerships: BTreeMap<(Key, Key), Partnership>,
    listings: BTreeMap<Key, Terms>,
    contacts: BTreeMap<Key, Contact>,
    /// What the first says of the second.
    bonds: BTreeMap<(Key, Key), Bond>,
    /// The last messages of a sender, the oldest first, and to whom.
    sent: BTreeMap<Key, Vec<(Key, MessageId)>>,

    // Counters.
    registrations: u64,
    groups_made: u64,
    policies_made: u64,
    arrivals: u64,
    turns: u64,
    proposals: u32,
    offers_made: u64,

    /// Whose load or turn has changed in this step, and who may take more than before.
    touched: BTreeSet<Key>,
    hungry: BTreeSet<Key>,
    /// Who stood in which segment at the last look, and how.
    segments: BTreeMap<Segment, Standings>,
    /// Which levels were passed over, and when.
    passed_over: BTreeMap<Told, u64>,
}

/// Why a timer was set. No two timers have the same reason.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Due {
    OfferLapses(Place, u32),
    RingLapses(Place, u8),
    LevelEnds(Place),
    RoundStarts(Place),
    PatienceEnds(Place),
    TransferLapses(Place),
    WrapUpEnds(Place),
    GraceEnds(Key),
    SessionEnds(Key, u32),
    GrantHours(Key),
    QueueHours(Key),
    LevelHours(Key, u8),
    WaitEnds(Place),
    Notice(Place),
    Idle(Place),
    PatronGrace(Place),
}

/// The doors.
impl Model {
    /// One without anything, as [`Router::new`](crate::Router::new) is.
    #[must_use]
    pub fn new(config: Config, now: Timestamp) -> Self {
        Self {
            config,
            now,
            events: Vec::new(),
            seq: 0,
            timers: Vec::new(),
            timers_set: 0,
            institutions: BTreeMap::new(),
            operators: BTreeMap::new(),
            queues: BTreeMap::new(),
            groups: BTreeMap::new(),
            chats: BTreeMap::new(),
            ended: Vec::new(),
            partnerships: BTreeMap::new(),
            listings: BTreeMap::new(),
            contacts: BTreeMap::new(),
            bonds: BTreeMap::new(),
            sent: BTreeMap::new(),
            registrations: 0,
            groups_made: 0,
            policies_made: 0,
            arrivals: 0,
            turns: 0,
            proposals: 0,
            offers_made: 0,
            touched: BTreeSet::new(),
            hungry: BTreeSet::new(),
            segments: BTreeMap::new(),
            passed_over: BTreeMap::new(),
        }
    }

    /// As [`Router::apply`](crate::Router::apply).
    ///
    /// # Errors
    /// The refusal that the router has to give.
    pub fn apply(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.carry_out(command)?;
        self.settle();
        Ok(core::mem::take(&mut self.events))
    }

    /// As [`Router::advance`](crate::Router::advance).
    pub fn advance(&mut self, now: Timestamp) -> Vec<Event> {
        let most = self.config.limits.events_per_advance.max(1) as usize;
        while let Some((at, _, due)) = self.next_timer().filter(|next| next.0 <= now) {
            if self.events.len() >= most {
                return core::mem::take(&mut self.events);
            }
            self.cancel(due);
            self.now = self.now.max(at);
            self.fire(due);
            self.settle();
        }
        self.now = self.now.max(now);
        core::mem::take(&mut self.events)
    }

    /// As [`Router::deadline`](crate::Router::deadline).
    #[must_use]
    pub fn deadline(&self) -> Option<Deadline> {
        let (at, _, due) = self.next_timer()?;
        Some(Deadline { at, reason: self.reason(due) })
    }

    #[expect(clippy::too_many_lines, reason = "a line for each action")]
    fn carry_out(&mut self, command: &Command) -> Result<(), Refusal> {
        let by = &command.by;
        match &command.action {
            Action::AddInstitution(action) => self.add_institution(by, action),
            Action::RemoveInstitution(action) => self.remove_institution(by, action),
            Action::AddOperator(action) => self.add_operator(by, action),
            Action::SetCapacity(action) => self.set_capacity(by, action),
            Action::SetSkills(action) => self.set_skills(by, action),
            Action::RemoveOperator(action) => self.remove_operator(by, action),
            Action::AddQueue(action) => self.add_queue(by, action),
            Action::WatchAvailability(action) => self.watch_availability(by, action),
            Action::SetPolicy(action) => self.set_policy(by, action),
            Action::SetProfile(action) => self.set_profile(by, action),
            Action::SetHours(action) => self.set_hours(by, action),
            Action::SetQueueState(action) => self.set_queue_state(by, action),
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
            Action::WithdrawListing(_) => self.withdraw_listing(by),
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
            Action::TransferChat(action) => self.transfer_chat(by, action),
            Action::CancelTransfer(action) => self.cancel_transfer(by, action),
            Action::CompleteTransfer(action) => self.complete_consultation(by, action),
            Action::ReturnChat(action) => self.return_chat(by, action),
            Action::DescribeChat(action) => self.describe_chat(by, action),
            Action::MaskPatron(action) => self.mask_patron(by, action),
            Action::HoldChat(action) => self.hold_chat(by, action),
            Action::ResumeChat(action) => self.resume_chat(by, action),
            Action::DropPatron(action) => self.drop_patron(by, action),
            Action::ReturnPatron(action) => self.return_patron(by, action),
            Action::StartChat(action) => self.start_chat(by, action),
            Action::AskBackChat(action) => self.ask_back_chat(by, action),
            Action::InviteOperator(action) => self.invite_operator(by, action),
            Action::JoinChat(action) => self.join_chat(by, action),
            Action::RemoveParticipant(action) => self.remove_participant(by, action),
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
            Due::OfferLapses(chat, offer) => self.miss(chat, offer),
            Due::RingLapses(chat, level) => self.ring_lapses(chat, level),
            Due::LevelEnds(chat) => self.level_ends(chat),
            Due::RoundStarts(chat) => self.round_starts(chat),
            Due::PatienceEnds(chat) => self.patience_ends(chat),
            Due::TransferLapses(chat) => self.transfer_lapses(chat),
            Due::WrapUpEnds(chat) => self.end_wrap_up(chat),
            Due::GraceEnds(operator) => self.go_offline(operator),
            Due::SessionEnds(operator, number) => self.session_ends(operator, number),
            Due::GrantHours(institution) => self.grant_hours_change(institution),
            Due::QueueHours(queue) => self.queue_hours_change(queue),
            Due::LevelHours(queue, level) => self.level_hours_change(queue, level),
            Due::WaitEnds(chat) => self.wait_ends(chat),
            Due::Notice(chat) => self.notice_due(chat),
            Due::Idle(chat) => self.idle_due(chat),
            Due::PatronGrace(chat) => self.patron_leaves(chat),
        }
    }
}

/// Events and timers.
impl Model {
    fn raise(&mut self, kind: EventKind) {
        self.seq += 1;
        self.events.push(Event { at: self.now, seq: self.seq, kind });
    }

    fn next_turn(&mut self) -> u64 {
        self.turns += 1;
        self.turns
    }

    /// Sets a timer, in place of the one that runs for the same reason.
    fn set(&mut self, span: Span, due: Due) -> Timestamp {
        self.cancel(due);
        let at = self.now.saturating_add(span);
        self.timers_set += 1;
        self.timers.push((at, self.timers_set, due));
        at
    }

    fn cancel(&mut self, due: Due) {
        self.timers.retain(|timer| timer.2 != due);
    }

    /// When a timer runs out, if it is set.
    fn runs(&self, due: Due) -> Option<Timestamp> {
        self.timers.iter().find(|timer| timer.2 == due).map(|timer| timer.0)
    }

    fn next_timer(&self) -> Option<(Timestamp, u64, Due)> {
        self.timers.iter().copied().min_by_key(|timer| (timer.0, timer.1))
    }

    fn reason(&self, due: Due) -> Reason {
        let chat = |place: Place| self.chats[&place].id.clone();
        let operator = |key: Key| self.operators[&key].id.clone();
        match due {
            Due::OfferLapses(of, offer) => {
                Reason::OfferLapses { chat: chat(of), offer: crate::OfferId::new(offer) }
            }
            Due::RingLapses(of, level) => Reason::RingLapses { chat: chat(of), level },
            Due::LevelEnds(of) => Reason::LevelEnds { chat: chat(of) },
            Due::RoundStarts(of) => Reason::RoundStarts { chat: chat(of) },
            Due::PatienceEnds(of) => Reason::PatienceEnds { chat: chat(of) },
            Due::TransferLapses(of) => {
                let transfer = self.chats[&of].transfer.as_ref().expect("it is pending").id;
                Reason::TransferLapses { chat: chat(of), transfer }
            }
            Due::WrapUpEnds(of) => Reason::WrapUpEnds { chat: chat(of) },
            Due::GraceEnds(of) => Reason::GraceEnds { operator: operator(of) },
            Due::SessionEnds(of, number) => {
                let sessions = &self.operators[&of].sessions;
                let session = sessions.iter().find(|session| session.number == number);
                let session = session.expect("it is open").id.clone();
                Reason::SessionEnds { operator: operator(of), session }
            }
            Due::GrantHours(of) => {
                Reason::GrantHours { institution: self.institutions[&of].id.clone() }
            }
            Due::QueueHours(of) => self.reason_of_queue(of),
            Due::LevelHours(of, level) => self.reason_of_level(of, level),
            Due::WaitEnds(of) => Reason::WaitEnds { chat: chat(of) },
            Due::Notice(of) => Reason::NoticeDue { chat: chat(of) },
            Due::Idle(of) => Reason::IdleDue { chat: chat(of) },
            Due::PatronGrace(of) => Reason::PatronGraceEnds { chat: chat(of) },
        }
    }
}
