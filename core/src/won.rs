//! Why it was they: the order by which somebody was the best of a level, and their key in it.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::chat::{ChatKey, OfferKey};
use crate::policy::{Order, Ring};
use crate::rank::{KeyParts, RankKey};
use crate::router::Router;

/// By which order an operator was the best of a level, and by which key: as they stood just before
/// the offer, which is when they were chosen.
///
/// Keys are compared from left to right, and the better one comes first: the higher
/// [`proficiency`](Self::proficiency), where it counts; then the better
/// [`figure`](Self::figure), which is what the order looks at; then the lower
/// [`turn`](Self::turn) or [`registration`](Self::registration).
///
/// | order | figure | better is | then |
/// |---|---|---|---|
/// | [`LeastBusy`](Order::LeastBusy) | the units that their chats took, reserved ones too | less | the longest idle: the turn at which their last chat began or ended, or they came |
/// | [`MostSpare`](Order::MostSpare) | the units that they had to spare | more | the longest idle |
/// | [`LongestIdle`](Order::LongestIdle) | 0 for those without a chat, 1 for the others | less | the longest idle |
/// | [`RoundRobin`](Order::RoundRobin) | none | | the turn at which they were last offered a chat; those who never were come first, by their registration |
/// | [`WeightedRoundRobin`](Order::WeightedRoundRobin) | none | | the turn at which they were last offered the whole of their weight, in this pool; those who never were come first, by their registration |
/// | [`FixedRanks`](Order::FixedRanks) | their rank | less | the longest idle |
///
/// Turns are counted, not timed: they say who was first, and nothing else. Above 65,535 (above 1,023
/// where proficiency counts) figures are as good as that.
#[derive(Clone, Copy, Eq, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "WonForm", into = "WonForm")]
pub struct Won {
    order: Order,
    proficient_first: bool,
    /// The key as bytes, so that it needs no alignment and claims stay small.
    key: [u8; 8],
}

impl Won {
    pub(crate) const fn new(order: Order, proficient_first: bool, key: RankKey) -> Self {
        Self { order, proficient_first, key: key.bits().to_be_bytes() }
    }

    /// The key in a ring, unless it has none to tell: who is rung with everybody has not won.
    pub(crate) const fn in_ring(ring: Ring, key: RankKey) -> Option<Self> {
        match ring {
            Ring::All { .. } => None,
            Ring::Best { order, proficient_first, .. } => {
                Some(Self::new(order, proficient_first, key))
            }
        }
    }

    /// The order.
    #[must_use]
    pub const fn order(self) -> Order {
        self.order
    }

    /// How good they were at what was needed, up to 1,023, where the level rings the most proficient
    /// first.
    #[must_use]
    pub fn proficiency(self) -> Option<u16> {
        self.parts().proficiency
    }

    /// What the order looks at. `None`: at turns alone.
    #[must_use]
    pub fn figure(self) -> Option<u16> {
        (!self.goes_by_turns()).then(|| self.parts().figure)
    }

    /// The turn that decides among equals, the lowest first.
    #[must_use]
    pub fn turn(self) -> Option<u64> {
        self.has_turn().then(|| self.parts().tie)
    }

    /// The number of registration that decides among those whose turn never was, the lowest first.
    #[must_use]
    pub fn registration(self) -> Option<u64> {
        (!self.has_turn()).then(|| self.parts().tie)
    }

    const fn goes_by_turns(self) -> bool {
        matches!(self.order, Order::RoundRobin | Order::WeightedRoundRobin)
    }

    fn has_turn(self) -> bool {
        !self.goes_by_turns() || self.parts().figure > 0
    }

    fn parts(self) -> KeyParts {
        RankKey::of_bits(u64::from_be_bytes(self.key)).parts(self.order, self.proficient_first)
    }
}

impl fmt::Debug for Won {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        WonForm::from(*self).fmt(f)
    }
}

/// As in `least busy (units taken: 2, turn 17)`.
impl fmt::Display for Won {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let figure = self.parts().figure;
        let order = match self.order {
            Order::LeastBusy => "least busy",
            Order::MostSpare => "most to spare",
            Order::LongestIdle => "longest idle",
            Order::RoundRobin => "round robin",
            Order::WeightedRoundRobin => "weighted round robin",
            Order::FixedRanks => "fixed ranks",
        };
        write!(f, "{order} (")?;
        if let Some(proficiency) = self.proficiency() {
            write!(f, "proficiency {proficiency}, ")?;
        }
        match self.order {
            Order::LeastBusy => write!(f, "units taken: {figure}, ")?,
            Order::MostSpare => write!(f, "units to spare: {figure}, ")?,
            Order::LongestIdle if figure == 0 => f.write_str("no chats, ")?,
            Order::LongestIdle => f.write_str("with chats, ")?,
            Order::FixedRanks => write!(f, "rank {figure}, ")?,
            Order::RoundRobin | Order::WeightedRoundRobin => {}
        }
        match self.turn() {
            Some(turn) => write!(f, "turn {turn})"),
            None => write!(f, "registration {}, no turn yet)", self.parts().tie),
        }
    }
}

/// The wire form of a [`Won`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Won", rename_all = "camelCase", deny_unknown_fields)]
struct WonForm {
    order: Order,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proficiency: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    figure: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    turn: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    registration: Option<u64>,
}

impl From<Won> for WonForm {
    fn from(won: Won) -> Self {
        Self {
            order: won.order,
            proficiency: won.proficiency(),
            figure: won.figure(),
            turn: won.turn(),
            registration: won.registration(),
        }
    }
}

impl TryFrom<WonForm> for Won {
    type Error = &'static str;

    fn try_from(form: WonForm) -> Result<Self, Self::Error> {
        let proficient_first = form.proficiency.is_some();
        let parts = KeyParts {
            proficiency: form.proficiency,
            figure: form.figure.unwrap_or_else(|| u16::from(form.turn.is_some())),
            tie: form.turn.or(form.registration).unwrap_or_default(),
        };
        let key = RankKey::of_parts(form.order, &parts);
        let won = Self::new(form.order, proficient_first, key);
        if WonForm::from(won) == form {
            Ok(won)
        } else {
            Err("no operator can have won by this key")
        }
    }
}

impl Router {
    /// By what the operator of a level's offer was the best. `None`: everybody was rung.
    pub(crate) fn won(&self, offer: OfferKey) -> Option<Won> {
        let reservation = self.chats[offer.chat].offers.reservation(offer.id)?;
        let level = self.the_offer(offer).kind.level()?;
        Won::in_ring(self.ring_of(offer.chat, level)?, reservation.best?.1)
    }

    fn ring_of(&self, chat: ChatKey, level: u8) -> Option<Ring> {
        let ringing = self.chats[chat].ringing.as_ref()?;
        Some(self.level(ringing.line_at(level)).ring)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn a_key_is_what_its_parts_say() {
        let orders = [
            Order::LeastBusy,
            Order::MostSpare,
            Order::LongestIdle,
            Order::RoundRobin,
            Order::WeightedRoundRobin,
            Order::FixedRanks,
        ];
        for order in orders {
            for proficiency in [None, Some(0), Some(37), Some(1_023)] {
                let goes_by_turns = matches!(order, Order::RoundRobin | Order::WeightedRoundRobin);
                let figures = if goes_by_turns { [0, 1, 1] } else { [0, 7, 1_023] };
                for figure in figures {
                    let parts = KeyParts { proficiency, figure, tie: 12_345_678_901 };
                    let key = RankKey::of_parts(order, &parts);
                    assert_eq!(key.parts(order, proficiency.is_some()), parts);
                    let won = Won::new(order, proficiency.is_some(), key);
                    assert_eq!(Won::try_from(WonForm::from(won)), Ok(won));
                }
            }
        }
    }

    #[test]
    fn a_key_that_nobody_can_have_is_not_read() {
        let form = |figure, turn, registration| WonForm {
            order: Order::RoundRobin,
            proficiency: None,
            figure,
            turn,
            registration,
        };
        assert!(Won::try_from(form(None, Some(3), None)).is_ok());
        assert!(Won::try_from(form(None, None, Some(3))).is_ok());
        assert!(Won::try_from(form(Some(1), Some(3), None)).is_err());
        assert!(Won::try_from(form(None, Some(3), Some(3))).is_err());
        assert!(Won::try_from(form(None, Some(u64::MAX), None)).is_err());
        assert!(Won::try_from(form(None, None, None)).is_err());
    }

    #[test]
    fn it_says_by_what_they_were_the_best() {
        let says = |order, proficiency: Option<u16>, figure| {
            let key = RankKey::of_parts(order, &KeyParts { proficiency, figure, tie: 17 });
            Won::new(order, proficiency.is_some(), key).to_string()
        };
        for (order, figure, said) in [
            (Order::LeastBusy, 2, "least busy (units taken: 2, turn 17)"),
            (Order::MostSpare, 3, "most to spare (units to spare: 3, turn 17)"),
            (Order::LongestIdle, 0, "longest idle (no chats, turn 17)"),
            (Order::LongestIdle, 1, "longest idle (with chats, turn 17)"),
        ] {
            assert_eq!(says(order, None, figure), said);
        }
        let proficient = says(Order::LeastBusy, Some(37), 0);
        assert_eq!(proficient, "least busy (proficiency 37, units taken: 0, turn 17)");
    }

    #[test]
    fn it_is_small_enough_to_go_with_a_claim() {
        assert!(size_of::<crate::record::ClaimReason>() <= 16);
    }
}
