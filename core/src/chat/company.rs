//! Who takes part in a chat beside its owner: invited operators, observers, whisperers.
//!
//! The owner stays the only one who answers; nobody else's units are taken. A part ends with the
//! conversation, when the chat waits again, or when what lets them take part does.

use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::chat::{ChatKey, To};
use crate::command::{Actor, InviteOperator, JoinChat, Part, RemoveParticipant, View};
use crate::directory::OperatorKey;
use crate::directory::institutions::at_most;
use crate::event::{EventKind, Presence};
use crate::id::OperatorId;
use crate::recipients::Recipients;
use crate::record::TransferFailure;
use crate::refusal::{Limited, Measured, Refusal};
use crate::router::Router;
use crate::transcript::{Audience, Author, Body};

/// The people of a chat who do not answer it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Company {
    /// Whom the owner has invited, in that order.
    pub(crate) invited: Vec<OperatorKey>,
    /// Who takes part, in the order of joining.
    pub(crate) present: Vec<Participant>,
}

/// Somebody who takes part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Participant {
    pub(crate) operator: OperatorKey,
    pub(crate) part: Part,
    /// How much they may read, and from which entry on they are there.
    pub(crate) view: View,
    pub(crate) since: u32,
}

impl Company {
    /// All of them, whether they take part or are invited.
    pub(crate) fn all(&self) -> impl Iterator<Item = OperatorKey> {
        let present = self.present.iter().map(|present| present.operator);
        self.invited.iter().copied().chain(present)
    }
}

impl Part {
    /// Who is told that somebody has it: the patron sees those alone who may write to them.
    const fn audience(self) -> Audience {
        match self {
            Self::Invited => Audience::Everyone,
            Self::Observer | Self::Whisperer => Audience::Staff,
        }
    }
}

/// Coming.
impl Router {
    pub(crate) fn invite_operator(
        &mut self,
        by: &Actor,
        action: &InviteOperator,
    ) -> Result<(), Refusal> {
        self.check_text(action.note.as_ref(), Measured::Note)?;
        let chat = self.chat(&action.chat)?;
        let guest = self.operator(&action.operator)?;
        let owner = self.answering::<InviteOperator>(by, chat)?;
        self.check_answered(chat)?;
        if guest == owner || self.chats[chat].excluded.contains(&guest) {
            return Err(self.not_eligible(chat, guest));
        }
        if self.is_invited(chat, guest) || self.participant(chat, guest).is_some() {
            return Ok(());
        }
        if !self.may_answer(chat, guest) {
            return Err(self.no_grant(self.home(chat), self.operators[guest].institution));
        }
        self.check_in_force(chat, To::Operator(guest))?;
        self.check_there(guest)?;
        self.room_in_company(chat)?;

        self.chats[chat].company.get_or_insert_default().invited.push(guest);
        self.operators[guest].company.push(chat);
        self.raise(EventKind::OperatorInvited {
            chat: action.chat.clone(),
            operator: action.operator.clone(),
            by: self.operators[owner].id.clone(),
            note: action.note.clone(),
        });
        self.track_crossings(chat);
        Ok(())
    }

    pub(crate) fn join_chat(&mut self, by: &Actor, action: &JoinChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<JoinChat>(by, Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        self.check_answered(chat)?;
        let before = self.participant(chat, operator).map(|participant| participant.part);
        if before == Some(action.part) {
            return Ok(());
        }
        self.check_part(chat, operator, action.part)?;
        self.check_there(operator)?;
        if before.is_none() && !self.is_invited(chat, operator) {
            self.room_in_company(chat)?;
        }

        self.take_part(chat, operator, action.part);
        Ok(())
    }

    /// Whether an operator may take a part in a chat that somebody else answers.
    fn check_part(&self, chat: ChatKey, operator: OperatorKey, part: Part) -> Result<(), Refusal> {
        let state = &self.chats[chat];
        if state.excluded.contains(&operator) {
            return Err(self.not_eligible(chat, operator));
        }
        let may = state.owner != Some(operator)
            && match part {
                Part::Invited if self.is_invited(chat, operator) => true,
                Part::Invited => {
                    let operator = self.operators[operator].id.clone();
                    return Err(Refusal::NotInvited { chat: state.id.clone(), operator });
                }
                Part::Observer => {
                    self.oversees(operator, chat) || self.watches_from_home(operator, chat)
                }
                Part::Whisperer => self.oversees(operator, chat),
            };
        if may { Ok(()) } else { Err(self.barred(operator)) }
    }

    /// Whether an operator supervises the queue where a chat is, or its origin.
    fn oversees(&self, operator: OperatorKey, chat: ChatKey) -> bool {
        let (state, chat) = (&self.operators[operator], &self.chats[chat]);
        state.supervises_queue(chat.queue) || state.supervises_queue(chat.origin)
    }

    /// Whether an operator is of the staff of a chat's origin, while a partner answers it.
    fn watches_from_home(&self, operator: OperatorKey, chat: ChatKey) -> bool {
        let owner = self.chats[chat].owner.map(|owner| self.operators[owner].institution);
        owner.is_some_and(|owner| owner != self.home(chat)) && self.is_home_staff(operator, chat)
    }

    /// Whether an operator of the home institution is assigned to a chat's origin.
    pub(crate) fn is_home_staff(&self, operator: OperatorKey, chat: ChatKey) -> bool {
        let (state, origin) = (&self.operators[operator], &self.queues[self.chats[chat].origin]);
        state.institution == origin.institution && state.assignments.contains_key(&origin.serial)
    }

    /// An operator takes part from now on, or has another part.
    pub(super) fn take_part(&mut self, chat: ChatKey, operator: OperatorKey, part: Part) {
        let before = self.participant(chat, operator).map(|participant| participant.part);
        if let Some(before) = before.filter(|before| before.audience().has_patron())
            && !part.audience().has_patron()
        {
            // For the patron, who does not see the new part, they are gone.
            let others = self.staff_of(chat).filter(|&one| one != operator).collect();
            self.tell_left(chat, operator, before, others);
        }
        let view = self.view(chat, operator);
        let state = &mut self.chats[chat];
        let since = state.transcript.next_number();
        let company = state.company.get_or_insert_default();
        let invited = company.invited.len();
        company.invited.retain(|&invited| invited != operator);
        let known = company.invited.len() < invited;
        let present = company.present.iter_mut().find(|present| present.operator == operator);
        let comes = present.is_none();
        match present {
            Some(present) => present.part = part,
            None => company.present.push(Participant { operator, part, view, since }),
        }
        if comes && !known {
            self.operators[operator].company.push(chat);
        }
        let name = self.operators[operator].id.clone();
        let body = Body::Joined { operator: name.clone(), part };
        self.write(chat, Author::Router, part.audience(), body);
        let to = self.readers(chat, &part.audience());
        let id = self.chats[chat].id.clone();
        self.raise(EventKind::OperatorJoined { chat: id, operator: name, part, to });
        if comes {
            self.show_transcript_to(chat, operator, (view, since), (None, None));
        }
        self.track_crossings(chat);
    }
}

/// Going.
impl Router {
    pub(crate) fn remove_participant(
        &mut self,
        by: &Actor,
        action: &RemoveParticipant,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let operator = self.operator(&action.operator)?;
        self.permit::<RemoveParticipant>(by, self.concerns_chat(chat).operator(operator))?;
        if self.consulted(chat).is_some_and(|consulted| consulted.operator == operator) {
            let themself = *by == Actor::from(action.operator.clone());
            let why = if themself { TransferFailure::Declined } else { TransferFailure::Cancelled };
            self.fail_transfer(chat, why);
            return Ok(());
        }
        if !self.is_invited(chat, operator) && self.participant(chat, operator).is_none() {
            let (chat, operator) = (action.chat.clone(), action.operator.clone());
            return Err(Refusal::NotInvited { chat, operator });
        }

        self.leave_company(chat, operator);
        Ok(())
    }

    /// Somebody takes part no more, or is not invited any more.
    pub(super) fn leave_company(&mut self, chat: ChatKey, operator: OperatorKey) {
        let Some(company) = &mut self.chats[chat].company else { return };
        let invited = company.invited.len();
        company.invited.retain(|&invited| invited != operator);
        if company.invited.len() < invited {
            self.forget_company(chat, operator);
            self.withdraw_invitation(chat, operator);
            self.track_crossings(chat);
            return;
        }
        let at = company.present.iter().position(|present| present.operator == operator);
        let Some(at) = at else { return };
        let part = company.present[at].part;
        let gone = self.operators[operator].seen == Presence::Offline;
        let told = self.staff_of(chat).filter(|&one| !(gone && one == operator)).collect();
        self.tell_left(chat, operator, part, told);
        if let Some(company) = &mut self.chats[chat].company {
            company.present.remove(at);
        }
        self.forget_company(chat, operator);
        self.track_crossings(chat);
    }

    /// Tells these of the staff, and the patron if they have seen it, that somebody has a part no more.
    fn tell_left(
        &mut self,
        chat: ChatKey,
        operator: OperatorKey,
        part: Part,
        told: Vec<OperatorKey>,
    ) {
        let name = self.operators[operator].id.clone();
        let body = Body::Left { operator: name.clone(), part };
        self.write(chat, Author::Router, part.audience(), body);
        let to = self.told(told.into_iter(), &part.audience());
        let id = self.chats[chat].id.clone();
        self.raise(EventKind::OperatorLeft { chat: id, operator: name, part, to });
    }

    fn withdraw_invitation(&mut self, chat: ChatKey, operator: OperatorKey) {
        let owner = self.chats[chat].owner;
        let to = Recipients::staff(self.those_here([operator].into_iter().chain(owner)));
        let operator = self.operators[operator].id.clone();
        let chat = self.chats[chat].id.clone();
        self.raise(EventKind::InvitationWithdrawn { chat, operator, to });
    }

    /// A chat and an operator have nothing to do with each other any more, but for their offers.
    fn forget_company(&mut self, chat: ChatKey, operator: OperatorKey) {
        self.operators[operator].company.retain(|&joined| joined != chat);
        let company = &mut self.chats[chat].company;
        if company.as_ref().is_some_and(|c| c.invited.is_empty() && c.present.is_empty()) {
            *company = None;
        }
    }

    /// Somebody of the company, or who is invited, is about to answer the chat.
    pub(super) fn rise_from_company(&mut self, chat: ChatKey, operator: OperatorKey) {
        let Some(company) = &mut self.chats[chat].company else { return };
        company.invited.retain(|&invited| invited != operator);
        company.present.retain(|present| present.operator != operator);
        self.forget_company(chat, operator);
    }

    /// Nobody takes part any more, and nobody is invited. Returns who did, to be told what follows.
    pub(super) fn dissolve_company(&mut self, chat: ChatKey) -> Vec<OperatorId> {
        let Some(company) = self.chats[chat].company.take() else { return Vec::new() };
        let Company { invited, present } = *company;
        for operator in invited {
            self.forget_company(chat, operator);
            self.withdraw_invitation(chat, operator);
        }
        let operators = present.into_iter().map(|present| present.operator);
        let left = operators.map(|operator| {
            self.forget_company(chat, operator);
            self.operators[operator].id.clone()
        });
        left.collect()
    }

    /// An operator is gone, and so from all the chats where they take part.
    pub(crate) fn leave_all_company(&mut self, operator: OperatorKey) {
        for chat in self.accompanied_by(operator) {
            self.leave_company(chat, operator);
        }
    }

    /// What an operator may do has changed: they leave what they may not take part in any more.
    pub(crate) fn review_company_of(&mut self, operator: OperatorKey) {
        for chat in self.accompanied_by(operator) {
            self.review_company(chat);
        }
    }

    /// The chats where an operator takes part, or is invited, in the order of arrival.
    fn accompanied_by(&self, operator: OperatorKey) -> Vec<ChatKey> {
        let mut chats = self.operators[operator].company.clone();
        chats.sort_unstable_by_key(|&chat| self.chats[chat].place);
        chats
    }

    /// Whether what lets an operator take part in a chat still does.
    pub(crate) fn may_stay(&self, chat: ChatKey, operator: OperatorKey, part: Part) -> bool {
        match part {
            Part::Invited => self.may_answer(chat, operator),
            Part::Observer | Part::Whisperer => self.check_part(chat, operator, part).is_ok(),
        }
    }

    /// Who answers has changed, or what grants let them: whoever may take part no more leaves.
    pub(crate) fn review_company(&mut self, chat: ChatKey) {
        let Some(company) = &self.chats[chat].company else { return };
        let Company { invited, present } = (**company).clone();
        for guest in invited {
            if !self.may_answer(chat, guest) {
                self.leave_company(chat, guest);
            }
        }
        for Participant { operator, part, .. } in present {
            if !self.may_stay(chat, operator, part) {
                self.leave_company(chat, operator);
                continue;
            }
            let view = self.view(chat, operator);
            let company = self.chats[chat].company.as_deref_mut();
            let present = company.and_then(|company| company.of(operator));
            if let Some(present) = present {
                present.view = present.view.min(view);
            }
        }
    }
}

/// Looking.
impl Router {
    /// The staff of a chat, who answers first; whoever is to take it over after a talk reads along.
    pub(crate) fn staff_of(&self, chat: ChatKey) -> impl Iterator<Item = OperatorKey> {
        let state = &self.chats[chat];
        let consulted = self.consulted(chat).map(|consulted| consulted.operator);
        let company = state.company.iter().flat_map(|company| &company.present);
        // Who takes part already may be consulted, too.
        let company =
            company.map(|present| present.operator).filter(move |&one| Some(one) != consulted);
        state.owner.into_iter().chain(consulted).chain(company)
    }

    pub(crate) fn participant(&self, chat: ChatKey, operator: OperatorKey) -> Option<Participant> {
        let company = self.chats[chat].company.as_ref()?;
        company.present.iter().find(|present| present.operator == operator).copied()
    }

    fn is_invited(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let company = self.chats[chat].company.as_ref();
        company.is_some_and(|company| company.invited.contains(&operator))
    }

    pub(super) fn room_in_company(&self, chat: ChatKey) -> Result<(), Refusal> {
        let company = self.chats[chat].company.as_ref();
        let count = company.map_or(0, |company| company.invited.len() + company.present.len());
        at_most(count, self.config.limits.participants, Limited::Participants)
    }

    /// Whether an operator has a session.
    fn check_there(&self, operator: OperatorKey) -> Result<(), Refusal> {
        let state = &self.operators[operator];
        if state.sessions.is_empty() {
            return Err(Refusal::OperatorOffline { operator: state.id.clone() });
        }
        Ok(())
    }
}

impl Company {
    fn of(&mut self, operator: OperatorKey) -> Option<&mut Participant> {
        self.present.iter_mut().find(|present| present.operator == operator)
    }
}
