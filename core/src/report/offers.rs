//! What became of offers: kept with their chat until it ends, since only then it is known whether it
//! was practice.

use alloc::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::event::{EventKind, Withdrawal};
use crate::id::{ChatId, OfferId, OperatorId, QueueId};

/// What became of the offers of ended chats.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Offers {
    /// How many were made: all those below.
    pub made: u64,
    /// Whoever was rung took the chat, or a consultation about it.
    pub accepted: u64,
    /// They declined.
    pub declined: u64,
    /// They did not answer in time.
    pub missed: u64,
    /// Somebody else was faster.
    pub lost: u64,
    /// The chat moved on or ended, or they could not take it any more.
    pub withdrawn: u64,
}

impl Offers {
    pub(super) const fn add(&mut self, other: Self) {
        let Self { made, accepted, declined, missed, lost, withdrawn } = other;
        self.made += made;
        self.accepted += accepted;
        self.declined += declined;
        self.missed += missed;
        self.lost += lost;
        self.withdrawn += withdrawn;
    }

    fn count(&mut self, end: End) {
        self.made += 1;
        *match end {
            End::Accepted => &mut self.accepted,
            End::Declined => &mut self.declined,
            End::Missed => &mut self.missed,
            End::Lost => &mut self.lost,
            End::Withdrawn => &mut self.withdrawn,
        } += 1;
    }
}

/// Who was rung, in the name of which queue, and in which hour of the day.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Rung {
    pub(super) operator: OperatorId,
    pub(super) queue: QueueId,
    pub(super) hour: usize,
}

#[derive(Clone, Copy)]
enum End {
    Accepted,
    Declined,
    Missed,
    Lost,
    Withdrawn,
}

/// The offers of chats that have not ended.
#[derive(Clone, Debug, Default)]
pub(super) struct Ringing {
    chats: BTreeMap<ChatId, OfChat>,
}

#[derive(Clone, Debug, Default)]
struct OfChat {
    rings: BTreeMap<OfferId, Rung>,
    over: BTreeMap<Rung, Offers>,
}

impl Ringing {
    /// Hears of an event that may begin or end an offer.
    #[allow(clippy::wildcard_enum_match_arm, reason = "all others leave every offer as it is")]
    pub(super) fn hear(&mut self, event: &EventKind, hour: usize) {
        match event {
            EventKind::ChatOffered { chat, offer, operator, origin, .. } => {
                let (operator, queue) = (operator.clone(), origin.clone());
                let of_chat = self.chats.entry(chat.clone()).or_default();
                of_chat.rings.insert(*offer, Rung { operator, queue, hour });
            }
            EventKind::OfferWithdrawn { chat, offer, reason, .. } => {
                let lost = matches!(reason, Withdrawal::Claimed { .. });
                self.end(chat, *offer, if lost { End::Lost } else { End::Withdrawn });
            }
            EventKind::OfferLapsed { chat, offer, .. } => self.end(chat, *offer, End::Missed),
            EventKind::OfferDeclined { chat, offer, .. } => self.end(chat, *offer, End::Declined),
            EventKind::ChatClaimed { chat, operator, .. }
            | EventKind::ConsultationStarted { chat, operator, .. } => self.accept(chat, operator),
            _ => {}
        }
    }

    fn end(&mut self, chat: &ChatId, offer: OfferId, end: End) {
        if let Some(of_chat) = self.chats.get_mut(chat) {
            of_chat.end(offer, end);
        }
    }

    fn accept(&mut self, chat: &ChatId, operator: &OperatorId) {
        if let Some(of_chat) = self.chats.get_mut(chat) {
            let mut rings = of_chat.rings.iter();
            if let Some((&offer, _)) = rings.find(|(_, rung)| rung.operator == *operator) {
                of_chat.end(offer, End::Accepted);
            }
        }
    }

    /// The offers of a chat that has ended.
    pub(super) fn take(&mut self, chat: &ChatId) -> BTreeMap<Rung, Offers> {
        let Some(mut of_chat) = self.chats.remove(chat) else {
            return BTreeMap::new();
        };
        while let Some((&offer, _)) = of_chat.rings.first_key_value() {
            of_chat.end(offer, End::Withdrawn);
        }
        of_chat.over
    }
}

impl OfChat {
    fn end(&mut self, offer: OfferId, end: End) {
        if let Some(rung) = self.rings.remove(&offer) {
            self.over.entry(rung).or_default().count(end);
        }
    }
}
