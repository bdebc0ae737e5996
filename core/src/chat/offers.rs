//! The offers that are out for one chat.

use smallvec::SmallVec;

use crate::chat::ChatKey;
use crate::directory::OperatorKey;
use crate::id::OfferId;
use crate::router::DueKey;

/// An invitation to one operator to take one chat. Its chat has it; its operator knows its key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Offer {
    pub(crate) id: OfferId,
    pub(crate) operator: OperatorKey,
    pub(crate) kind: OfferKind,
}

/// The name of an offer outside its chat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OfferKey {
    pub(crate) chat: ChatKey,
    pub(crate) id: OfferId,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum OfferKind {
    /// By a level that rings all: it reserves nothing, and ends with its ring.
    Broadcast { level: u8 },
    /// By a level that rings the best: it reserves a place, and has a [`Reservation`].
    Targeted { level: u8 },
    /// By a transfer that names the operator: it reserves a place, and ends with the transfer.
    Transfer,
}

/// What goes with a targeted offer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reservation {
    pub(crate) lapses: Option<DueKey>,
    /// The turn that it gave its operator, and the one that they had before.
    pub(crate) turn: u64,
    pub(crate) turn_before: u64,
}

/// All offers of a chat. One is the rule; a level that rings all may have thousands out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Offers {
    /// In order of birth.
    out: SmallVec<[Offer; 1]>,
    /// Those of the targeted ones, in the same order.
    reservations: SmallVec<[(OfferId, Reservation); 1]>,
    made: u32,
}

impl OfferKind {
    pub(crate) const fn reserves(self) -> bool {
        !matches!(self, Self::Broadcast { .. })
    }

    pub(crate) const fn level(self) -> Option<u8> {
        match self {
            Self::Broadcast { level } | Self::Targeted { level } => Some(level),
            Self::Transfer => None,
        }
    }
}

impl Offers {
    /// How many were ever made.
    pub(crate) const fn made(&self) -> u32 {
        self.made
    }

    pub(crate) fn are_out(&self) -> bool {
        !self.out.is_empty()
    }

    /// In order of birth.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Offer> {
        self.out.iter()
    }

    pub(crate) fn get(&self, id: OfferId) -> Option<&Offer> {
        position(&self.out, id, |offer| offer.id).map(|at| &self.out[at])
    }

    pub(crate) fn reservation(&self, id: OfferId) -> Option<&Reservation> {
        position(&self.reservations, id, |of| of.0).map(|at| &self.reservations[at].1)
    }

    /// The reservations, each with the number of its offer.
    pub(crate) fn reservations(&self) -> impl Iterator<Item = &(OfferId, Reservation)> {
        self.reservations.iter()
    }

    /// The number of the offer that is made next.
    pub(crate) const fn next_id(&self) -> OfferId {
        OfferId::new(self.made.wrapping_add(1))
    }

    /// Makes the next one.
    pub(crate) fn make(&mut self, operator: OperatorKey, kind: OfferKind) -> OfferId {
        let id = self.next_id();
        self.made = id.number();
        self.out.push(Offer { id, operator, kind });
        id
    }

    /// Notes what goes with the targeted offer that was made last.
    pub(crate) fn reserve(&mut self, id: OfferId, reservation: Reservation) {
        self.reservations.push((id, reservation));
    }

    pub(crate) fn remove(&mut self, id: OfferId) -> Option<(Offer, Option<Reservation>)> {
        let at = position(&self.out, id, |offer| offer.id)?;
        let offer = take_at(&mut self.out, at)?;
        let at = position(&self.reservations, id, |of| of.0);
        let reservation = at.and_then(|at| take_at(&mut self.reservations, at));
        Some((offer, reservation.map(|of| of.1)))
    }

    /// All of them, in order of birth.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = (Offer, Option<Reservation>)> {
        let mut reservations = self.reservations.drain(..).peekable();
        self.out.drain(..).map(move |offer| {
            let reservation = reservations.next_if(|of| of.0 == offer.id);
            (offer, reservation.map(|of| of.1))
        })
    }

    /// Leaves none; how many were made is known still.
    pub(crate) fn take(&mut self) -> Self {
        core::mem::replace(self, Self { made: self.made, ..Self::default() })
    }

    /// Whether there is room for more than the few of a level that rings the best.
    pub(crate) fn has_much_room(&self) -> bool {
        self.out.spilled()
    }

    /// Moves the offers to the room of others, which are out no more.
    pub(crate) fn move_to(&mut self, room: Option<Self>) {
        let Some(Self { mut out, .. }) = room else { return };
        out.clear();
        out.append(&mut self.out);
        self.out = out;
    }
}

/// Where an offer is in a list in order of birth. Numbers follow birth, and may begin anew after
/// four billion.
fn position<T>(list: &[T], id: OfferId, id_of: impl Fn(&T) -> OfferId) -> Option<usize> {
    // The last one is most often the only one.
    if list.last().map(&id_of) == Some(id) {
        return Some(list.len() - 1);
    }
    let first = id_of(list.first()?);
    let age = |of: OfferId| of.number().wrapping_sub(first.number());
    list.binary_search_by_key(&age(id), |offer| age(id_of(offer))).ok()
}

/// The last one leaves no gap to close.
fn take_at<T>(list: &mut SmallVec<[T; 1]>, at: usize) -> Option<T> {
    if at + 1 == list.len() { list.pop() } else { Some(list.remove(at)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Key;

    #[test]
    fn an_offer_is_found_though_numbers_begin_anew() {
        let mut offers = Offers { made: u32::MAX - 2, ..Offers::default() };
        let ids = [0, 1, 2, 3, 4].map(|at| {
            let id = offers.make(Key::numbered(at), OfferKind::Targeted { level: 0 });
            offers.reserve(id, Reservation { lapses: None, turn: at.into(), turn_before: 0 });
            id
        });
        assert_eq!(ids.map(OfferId::number), [u32::MAX - 1, u32::MAX, 0, 1, 2]);
        for (at, id) in (0..).zip(ids) {
            assert_eq!(offers.get(id).map(|offer| offer.operator), Some(Key::numbered(at)));
            assert_eq!(offers.reservation(id).map(|of| of.turn), Some(at.into()));
        }
        let (gone, reservation) = offers.remove(ids[2]).expect("it is out");
        assert_eq!((gone.id, reservation.map(|of| of.turn)), (ids[2], Some(2)));
        assert_eq!(offers.remove(ids[2]), None);
        assert_eq!(offers.get(ids[2]), None);
        assert!(offers.iter().map(|offer| offer.id).eq([ids[0], ids[1], ids[3], ids[4]]));
        let all = offers.take();
        assert_eq!((all.iter().count(), offers.are_out(), offers.made()), (4, false, 2));
    }
}
