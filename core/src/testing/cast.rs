//! Who and what there is at a router for steps to name, and what has happened there.

use alloc::format;
use alloc::vec::Vec;

use crate::colleague::Stanza;
use crate::command::{Command, Party};
use crate::event::{Event, EventKind};
use crate::id::{
    ChannelId, ChatId, ContactId, GroupId, InstitutionId, OfferId, OperatorId, ProposalId, QueueId,
    SkillId, TransferId,
};
use crate::router::Router;
use crate::time::Timestamp;

use super::draw::Draw;
use super::moves;
use super::step::Step;

/// What a step means at a router, as it is at that moment.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Next {
    /// Time goes on.
    Time(Timestamp),
    /// Somebody gives a command.
    Command(Command),
}

/// Who and what there is to name at a router: everybody and everything of its setup, and the chats,
/// offers, proposals and transfers that its events have told of. It makes commands of steps.
///
/// Who was there at first can be named for ever, so that a removed operator may be named, and come
/// again.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    pub(crate) institutions: Vec<InstitutionId>,
    /// Each with its institution.
    pub(crate) operators: Vec<(OperatorId, InstitutionId)>,
    pub(crate) queues: Vec<(QueueId, InstitutionId)>,
    pub(crate) groups: Vec<(GroupId, InstitutionId)>,
    pub(crate) skills: Vec<SkillId>,
    pub(crate) channels: Vec<ChannelId>,
    /// How many priorities a chat may have.
    pub(crate) priorities: u64,
    /// The open chats, in the order of opening, and how many there have been.
    pub(crate) open: Vec<ChatId>,
    pub(crate) opened: u64,
    /// The offers that are out, and the last that was withdrawn.
    pub(crate) offers: Vec<(ChatId, OfferId, OperatorId)>,
    pub(crate) gone: Option<(ChatId, OfferId, OperatorId)>,
    /// By whom, to whom.
    pub(crate) proposals: Vec<(InstitutionId, InstitutionId, ProposalId)>,
    pub(crate) transfers: Vec<(ChatId, TransferId)>,
    pub(crate) invited: Vec<(ChatId, OperatorId)>,
    pub(crate) joined: Vec<(ChatId, OperatorId)>,
    /// Who asked whom to be buddies.
    pub(crate) asked: Vec<(Party, Party)>,
    /// The last chat whose patron was dropped.
    pub(crate) dropped: Option<ChatId>,
}

impl Cast {
    /// Who and what there is at a router by now. What has happened before is not known.
    #[must_use]
    pub fn of(router: &Router) -> Self {
        let setup = router.setup();
        let mut skills: Vec<SkillId> =
            setup.operators.iter().flat_map(|one| one.skills.keys().cloned()).collect();
        skills.sort();
        skills.dedup();
        Self {
            institutions: setup.institutions.into_iter().map(|one| one.id).collect(),
            operators: setup.operators.into_iter().map(|one| (one.id, one.institution)).collect(),
            queues: setup.queues.into_iter().map(|one| (one.id, one.institution)).collect(),
            groups: setup.groups.into_iter().map(|one| (one.id, one.institution)).collect(),
            skills,
            channels: router.config().channels.keys().cloned().collect(),
            priorities: router.config().priorities.len() as u64,
            ..Self::default()
        }
    }

    /// What a step means at the router, as it is now.
    #[must_use]
    pub fn decide(&self, step: &Step, router: &Router) -> Next {
        let draw = Draw(step.more);
        let mut scene = Scene { router, cast: self, who: step.who, what: step.what, draw };
        moves::decide(step.does, &mut scene)
    }

    /// Keeps what later steps may name.
    pub fn sees(&mut self, events: &[Event]) {
        for event in events {
            match &event.kind {
                EventKind::ChatOpened { chat, .. } => {
                    self.opened += 1;
                    self.open.push(chat.clone());
                }
                EventKind::ChatEnded { chat, .. } => {
                    self.open.retain(|open| open != chat);
                    self.offers.retain(|offer| offer.0 != *chat);
                }
                EventKind::ChatOffered { chat, offer, operator, .. } => {
                    self.offers.push((chat.clone(), *offer, operator.clone()));
                }
                EventKind::OfferWithdrawn { chat, offer, operator, .. }
                | EventKind::OfferDeclined { chat, offer, operator }
                | EventKind::OfferLapsed { chat, offer, operator } => {
                    let gone = (chat.clone(), *offer, operator.clone());
                    self.offers.retain(|offer| *offer != gone);
                    self.gone = Some(gone);
                }
                EventKind::ChatClaimed { chat, operator, .. }
                | EventKind::ConsultationStarted { chat, operator, .. } => {
                    self.offers.retain(|offer| offer.0 != *chat || offer.2 != *operator);
                }
                EventKind::PartnershipProposed { from, to, proposal, .. } => {
                    self.proposals.push((from.clone(), to.clone(), *proposal));
                }
                EventKind::TransferStarted { chat, transfer, .. } => {
                    self.transfers.push((chat.clone(), *transfer));
                }
                EventKind::TransferCompleted { chat, transfer, .. }
                | EventKind::TransferFailed { chat, transfer, .. } => {
                    let over = (chat.clone(), *transfer);
                    self.transfers.retain(|transfer| *transfer != over);
                }
                EventKind::OperatorInvited { chat, operator, .. } => {
                    self.invited.push((chat.clone(), operator.clone()));
                }
                EventKind::OperatorJoined { chat, operator, .. } => {
                    self.joined.push((chat.clone(), operator.clone()));
                }
                EventKind::SubscriptionTold { party, buddy, stanza: Stanza::Subscribe, .. } => {
                    self.asked.push((party.clone(), buddy.clone()));
                }
                EventKind::PatronDropped { chat, .. } => self.dropped = Some(chat.clone()),
                _ => {}
            }
        }
    }
}

/// A step at a router: chooses whom and what it names.
pub(crate) struct Scene<'s> {
    pub(crate) router: &'s Router,
    pub(crate) cast: &'s Cast,
    pub(crate) who: u8,
    pub(crate) what: u8,
    pub(crate) draw: Draw,
}

/// How many names of chats there are: one that has ended may come again.
const CHATS: u64 = 24;
const PATRONS: u64 = 4;
const MESSAGES: u64 = 12;

/// A name that may be anything.
pub(crate) fn named<T: for<'a> TryFrom<&'a str>>(kind: &str, number: u64) -> T {
    let text = format!("{kind}{number}");
    T::try_from(text.as_str()).ok().expect("it is short and plain")
}

/// Somebody or something that nobody has heard of.
pub(crate) fn stranger<T: for<'a> TryFrom<&'a str>>() -> T {
    T::try_from("stranger").ok().expect("it is short and plain")
}

impl Scene<'_> {
    /// The operator whom the step is about.
    pub(crate) fn operator(&mut self) -> OperatorId {
        let operators = &self.cast.operators;
        let place = usize::from(self.who) % operators.len().max(1);
        operators.get(place).map_or_else(stranger, |one| one.0.clone())
    }

    /// Any operator.
    pub(crate) fn another(&mut self) -> OperatorId {
        let cast = self.cast;
        let found = self.draw.one_of(&cast.operators).map(|one| one.0.clone());
        if self.draw.one_in(64) { stranger() } else { found.unwrap_or_else(stranger) }
    }

    pub(crate) fn queue(&mut self) -> QueueId {
        let cast = self.cast;
        let found = self.draw.one_of(&cast.queues).map(|one| one.0.clone());
        if self.draw.one_in(64) { stranger() } else { found.unwrap_or_else(stranger) }
    }

    pub(crate) fn institution(&mut self) -> InstitutionId {
        let cast = self.cast;
        let found = self.draw.one_of(&cast.institutions).cloned();
        if self.draw.one_in(16) { stranger() } else { found.unwrap_or_else(stranger) }
    }

    /// A group, and the institution whose it is, or would be.
    pub(crate) fn group(&mut self) -> (GroupId, InstitutionId) {
        let cast = self.cast;
        match self.draw.one_of(&cast.groups).cloned() {
            Some(group) if !self.draw.one_in(4) => group,
            _ => (stranger(), self.institution()),
        }
    }

    pub(crate) fn skill(&mut self) -> SkillId {
        let cast = self.cast;
        match self.draw.one_of(&cast.skills).cloned() {
            Some(skill) if !self.draw.one_in(8) => skill,
            _ => named("skill", self.draw.below(2)),
        }
    }

    pub(crate) fn channel(&mut self) -> Option<ChannelId> {
        let cast = self.cast;
        match self.draw.below(24) {
            0..=15 => None,
            23 if self.draw.one_in(4) => Some(stranger()),
            _ => self.draw.one_of(&cast.channels).cloned(),
        }
    }

    pub(crate) fn patron<T: for<'a> TryFrom<&'a str>>(&mut self) -> T {
        named("p", self.draw.below(PATRONS))
    }

    pub(crate) fn contact(&mut self) -> ContactId {
        named("contact", self.draw.below(2))
    }

    pub(crate) fn message<T: for<'a> TryFrom<&'a str>>(&mut self) -> T {
        named("m", self.draw.below(MESSAGES))
    }

    /// A name for a chat that opens, mostly one that no chat has.
    pub(crate) fn new_chat(&mut self) -> ChatId {
        if self.draw.one_in(16) {
            return named("c", self.draw.below(CHATS));
        }
        let mut names = (0..CHATS).map(|more| named("c", (self.cast.opened + more) % CHATS));
        let free = names.find(|name| !self.cast.open.contains(name));
        free.unwrap_or_else(|| named("c", 0))
    }

    /// The chat that the step is about: mostly an open one.
    pub(crate) fn chat(&mut self) -> ChatId {
        let open = &self.cast.open;
        if open.is_empty() || self.draw.one_in(16) {
            return named("c", u64::from(self.what) % CHATS);
        }
        open[usize::from(self.what) % open.len()].clone()
    }

    /// A chat that somebody answers, and who.
    pub(crate) fn owned(&self) -> Option<(ChatId, OperatorId)> {
        let open = &self.cast.open;
        let first = usize::from(self.what) % open.len().max(1);
        let (before, after) = open.split_at(first);
        let owner = |chat: &ChatId| self.router.view_chat(chat).and_then(|view| view.owner);
        let mut all = after.iter().chain(before);
        all.find_map(|chat| Some((chat.clone(), owner(chat)?)))
    }

    /// Such a chat mostly; if there is none, any two.
    pub(crate) fn answered(&mut self) -> (ChatId, OperatorId) {
        let (chat, owner) = match self.owned() {
            Some(found) => found,
            None => (self.chat(), self.operator()),
        };
        match self.draw.below(24) {
            22 => (chat, self.operator()),
            23 => (self.chat(), owner),
            _ => (chat, owner),
        }
    }

    /// An offer to somebody: mostly one that is out.
    pub(crate) fn offer(&mut self) -> (ChatId, OfferId, OperatorId) {
        let out = &self.cast.offers;
        let place = usize::from(self.who) % out.len().max(1);
        let live = out.get(place).filter(|_| !self.draw.one_in(16));
        match live.or(self.cast.gone.as_ref()) {
            Some(offer) if !self.draw.one_in(32) => offer.clone(),
            _ => (self.chat(), OfferId::new(self.draw.small(6)), self.operator()),
        }
    }

    /// The operators who are of an institution by the setup.
    pub(crate) fn operators_of(&self, institution: &InstitutionId) -> Vec<OperatorId> {
        let all = self.cast.operators.iter();
        all.filter(|one| one.1 == *institution).map(|one| one.0.clone()).collect()
    }

    pub(crate) fn queues_of(&self, institution: &InstitutionId) -> Vec<QueueId> {
        let all = self.cast.queues.iter();
        all.filter(|one| one.1 == *institution).map(|one| one.0.clone()).collect()
    }

    /// Where somebody works by the setup.
    pub(crate) fn institution_of_operator(&self, operator: &OperatorId) -> Option<InstitutionId> {
        let mut all = self.cast.operators.iter();
        all.find(|one| one.0 == *operator).map(|one| one.1.clone())
    }

    /// The last of some that were seen with a chat that is still open.
    pub(crate) fn last_open<T: Clone>(&self, seen: &[(ChatId, T)]) -> Option<(ChatId, T)> {
        seen.iter().rev().take(8).find(|one| self.cast.open.contains(&one.0)).cloned()
    }
}
