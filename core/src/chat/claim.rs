//! Somebody takes a chat: one winner, and every loser is told.

use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::capacity::Touch;
use crate::chat::{Chat, ChatKey, Idler, Offer, OfferKey, Step};
use crate::command::{AcceptOffer, Actor, TransferMode, View};
use crate::directory::OperatorKey;
use crate::event::{EventKind, Handover, History, Withdrawal};
use crate::id::Text;
use crate::recipients::Recipients;
use crate::record::{Answer, ClaimReason};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::time::Span;
use crate::transcript::{Audience, Author, Body, Reader};

impl Router {
    pub(crate) fn accept_offer(&mut self, by: &Actor, action: &AcceptOffer) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<AcceptOffer>(by, Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        if self.chats[chat].owner == Some(operator) {
            return Ok(());
        }
        let offer = self.open_offer(chat, action.offer, operator)?;

        if let Some(transfer) = &self.chats[chat].transfer {
            let key = OfferKey { chat, id: offer.id };
            match transfer.mode {
                // A repeat.
                TransferMode::Consult if transfer.consulted.is_some() => {}
                TransferMode::Consult => self.begin_consulting(key),
                TransferMode::Blind | TransferMode::Join => self.complete_transfer(key),
            }
        } else {
            let reason = self.reason_of(chat, offer, ClaimReason::Preferred);
            self.claim(chat, offer, reason);
        }
        Ok(())
    }

    /// Why the operator of an offer has the chat, once they accept; where they were asked alone, this.
    #[inline]
    pub(super) fn reason_of(&self, chat: ChatKey, offer: Offer, alone: ClaimReason) -> ClaimReason {
        let won = self.won(OfferKey { chat, id: offer.id });
        let accepted = |level| ClaimReason::Accepted { level, won };
        offer.kind.level().map_or(alone, accepted)
    }

    /// The operator of an offer takes a chat that nobody answers.
    pub(crate) fn claim(&mut self, chat: ChatKey, offer: Offer, reason: ClaimReason) {
        let Offer { id, operator, .. } = offer;
        let offer = OfferKey { chat, id };
        // A broadcast has reserved nothing: it is known by its level, as long as the chat rings.
        let limited = self.operators[operator].limited;
        let by_level = if limited { self.way_of(offer) } else { None };
        self.stop_ringing(chat);
        let reserved = self.drop_offer(offer).1.and_then(|reservation| reservation.way);
        if let Some(way) = reserved.or(by_level) {
            self.chats[chat].way = Some(way);
        }
        self.operators[operator].missed = 0;
        self.take(chat, operator, reason);
        let winner = self.operators[operator].id.clone();
        self.withdraw_all(chat, &Withdrawal::Claimed { winner });
    }

    /// Somebody who had lost a chat has it again.
    pub(crate) fn claim_returned(&mut self, chat: ChatKey, operator: OperatorKey) {
        // It may exceed the limit of an assignment, and counts for it all the same.
        let way = self.way_to(chat, operator);
        self.stop_ringing(chat);
        self.chats[chat].way = way;
        self.take(chat, operator, ClaimReason::Returned);
        self.withdraw_all(chat, &Withdrawal::Returned);
    }

    /// A chat that nobody answers is an operator's; the caller ends its offers.
    pub(super) fn take(&mut self, chat: ChatKey, operator: OperatorKey, reason: ClaimReason) {
        let state = &mut self.chats[chat];
        state.go(Step::Claim);
        let waited = self.now.since(state.waiting_since);
        if let Some(loser) = state.lost_by.take() {
            self.operators[loser].lost.retain(|&lost| lost != chat);
        }
        self.own(chat, operator, reason, waited);
        self.show_transcript(chat, operator, None, None);
    }

    /// Makes an operator the owner of a chat, and tells them and the patron.
    pub(crate) fn own(
        &mut self,
        chat: ChatKey,
        operator: OperatorKey,
        reason: ClaimReason,
        waited: Span,
    ) {
        let turn = self.counters.next_turn();
        let view = self.view(chat, operator);
        let to = if self.chats[chat].company.is_some() {
            self.rise_from_company(chat, operator);
            self.everybody_with(chat, operator)
        } else {
            Recipients::both(self.operators[operator].id.clone())
        };
        let Self { now, chats, operators, queues, institutions, outbox, .. } = self;
        let (state, owner) = (&mut chats[chat], &mut operators[operator]);
        owner.take_through(state.way, queues, state.demand.units.into());
        let crosses = queues[state.origin].institution != owner.institution;
        owner.answering.push(chat);
        owner.busy += u64::from(state.demand.units);
        owner.idle_turn = turn;
        state.owner = Some(operator);
        state.view = view;
        state.view_since = state.transcript.next_number();
        state.record.answers.push(Answer {
            operator: owner.id.clone(),
            institution: institutions[owner.institution].id.clone(),
            at: *now,
            waited,
            reason,
        });
        let body = Body::Claimed { operator: owner.id.clone() };
        state.transcript.append(*now, Author::Router, Audience::Everyone, body);
        outbox.raise(
            *now,
            EventKind::ChatClaimed {
                chat: state.id.clone(),
                operator: owner.id.clone(),
                reason,
                to,
            },
        );
        self.track_crossings(chat);
        self.touch(operator, Touch::Rank);
        if crosses {
            self.carry_across(chat, operator);
        }
        // Whoever takes a chat over has all the time to answer.
        self.await_nobody(chat);
        self.await_next(chat, Idler::Operator);
    }

    /// A chat has no owner any more.
    pub(crate) fn disown(&mut self, chat: ChatKey) -> Option<OperatorKey> {
        let Self { chats, operators, queues, counters, .. } = self;
        let of = &mut chats[chat];
        let owner = of.owner.take()?;
        let turn = counters.next_turn();
        let (units, way) = (of.demand.units, of.way.take());
        let state = &mut operators[owner];
        state.take_through(way, queues, -i32::from(units));
        let crosses = queues[of.origin].institution != state.institution;
        state.answering.retain(|answered| *answered != chat);
        state.busy -= u64::from(units);
        state.idle_turn = turn;
        // Who leaves is not there: their colleagues need not be asked.
        if !state.stand.there && state.leaving {
            self.work.leaving.push(owner);
        }
        self.touch(owner, Touch::Rank);
        if crosses {
            self.carry_across_no_more(chat, owner);
        }
        Some(owner)
    }

    /// Shows a new owner what they may read, before they can write.
    pub(crate) fn show_transcript(
        &mut self,
        chat: ChatKey,
        operator: OperatorKey,
        reason: Option<Text>,
        note: Option<Text>,
    ) {
        let Chat { view, view_since: since, .. } = self.chats[chat];
        self.show_transcript_to(chat, operator, (view, since), (reason, note));
    }

    /// Shows somebody who comes what they may read, and what they should know.
    pub(crate) fn show_transcript_to(
        &mut self,
        chat: ChatKey,
        operator: OperatorKey,
        (view, since): (View, u32),
        (reason, note): (Option<Text>, Option<Text>),
    ) {
        // Where the chain stood when they came, where somebody had written before.
        let wanted = self.config.digests && since > 1;
        let digest = wanted.then(|| {
            let chat = &mut self.chats[chat];
            chat.transcript.digest_after(&chat.id, since - 1)
        });
        let state = &self.chats[chat];
        let full = view == View::Full;
        let entries = match since {
            1 => Vec::new(),
            since => {
                let institution = &self.institutions[self.operators[operator].institution].id;
                let reader = Reader::Staff { institution, view, since };
                state.transcript.read_before(since, reader)
            }
        };
        self.outbox.raise(
            self.now,
            EventKind::TranscriptShown {
                chat: state.id.clone(),
                operator: self.operators[operator].id.clone(),
                handover: Handover::new(
                    full.then(|| state.record.patron.clone()),
                    state.about.shown(full),
                    History { entries, reason, note, digest },
                ),
            },
        );
    }

    /// Somebody of the staff of a chat as a reader of its transcript.
    pub(crate) fn reader(&self, chat: ChatKey, operator: OperatorKey) -> Option<Reader<'_>> {
        let Chat { owner, view, view_since: since, .. } = self.chats[chat];
        let (view, since) = if owner == Some(operator) {
            (view, since)
        } else {
            let consulted = self.consulted(chat).filter(|one| one.operator == operator);
            let consulted = consulted.map(|one| (one.view, one.since));
            let participant = self.participant(chat, operator);
            consulted.or(participant.map(|one| (one.view, one.since)))?
        };
        let institution = &self.institutions[self.operators[operator].institution].id;
        Some(Reader::Staff { institution, view, since })
    }

    /// Writes an entry in a chat's transcript.
    pub(crate) fn write(
        &mut self,
        chat: ChatKey,
        author: Author,
        audience: Audience,
        body: Body,
    ) -> u32 {
        let now = self.now;
        self.chats[chat].transcript.append(now, author, audience, body)
    }
}
