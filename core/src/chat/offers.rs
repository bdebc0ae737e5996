//! The offers that are out for one chat.

use smallvec::SmallVec;

use crate::chat::ChatKey;
use crate::deadline::DueKey;
use crate::directory::{OperatorKey, QueueKey};
use crate::id::OfferId;
use crate::rank::RankKey;
use crate::segment::SegmentKey;

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
    /// To the operator for whom the chat waits: it reserves a place, and has a [`Reservation`]; it
    /// ends with the patience.
    Preferred,
    /// By a transfer that names the operator: it reserves a place, and ends with the transfer.
    Transfer,
}

/// What goes with a targeted offer, or with one to a preferred operator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reservation {
    pub(crate) lapses: Option<DueKey>,
    /// By which segment its operator was found, and by which key they were the best there. `None`:
    /// the chat waits for them.
    pub(crate) best: Option<(SegmentKey, RankKey)>,
    /// The assignment with a limit through which it reached them.
    pub(crate) way: Option<QueueKey>,
    /// The turn that it gave its operator, and the one that they had before.
    pub(crate) turn: u64,
    pub(crate) turn_before: u64,
}

/// All offers of a chat. One is the rule; a level that rings all may have thousands out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Offers {
    out: ByBirth<(OperatorKey, OfferKind)>,
    /// Those of the targeted ones.
    reservations: ByBirth<Reservation>,
    made: u32,
}

/// The room of many offers, without any in it.
pub(crate) type Room = SmallVec<[Birth<(OperatorKey, OfferKind)>; 1]>;

impl OfferKind {
    pub(crate) const fn reserves(self) -> bool {
        !matches!(self, Self::Broadcast { .. })
    }

    pub(crate) const fn level(self) -> Option<u8> {
        match self {
            Self::Broadcast { level } | Self::Targeted { level } => Some(level),
            Self::Preferred | Self::Transfer => None,
        }
    }
}

impl Offers {
    /// How many were ever made.
    pub(crate) const fn made(&self) -> u32 {
        self.made
    }

    pub(crate) const fn are_out(&self) -> bool {
        self.out.live > 0
    }

    /// In order of birth.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Offer> {
        self.out.iter().map(|(id, &(operator, kind))| Offer { id, operator, kind })
    }

    pub(crate) fn get(&self, id: OfferId) -> Option<Offer> {
        self.out.get(id).map(|&(operator, kind)| Offer { id, operator, kind })
    }

    pub(crate) fn reservation(&self, id: OfferId) -> Option<&Reservation> {
        self.reservations.get(id)
    }

    pub(crate) fn reservations(&self) -> impl Iterator<Item = &Reservation> {
        self.reservations.iter().map(|of| of.1)
    }

    /// Puts back the one that was answered, as another kind: there is no other.
    pub(crate) fn keep(&mut self, id: OfferId, operator: OperatorKey, kind: OfferKind) {
        self.out.push(id, (operator, kind));
    }

    /// None are out, and so many were made.
    pub(crate) fn after(made: u32) -> Self {
        Self { made, ..Self::default() }
    }

    /// Puts one back that was made before, after all that are out. False if it was made before one of
    /// those, or is still to be made.
    pub(crate) fn put_back(
        &mut self,
        id: OfferId,
        operator: OperatorKey,
        kind: OfferKind,
        reservation: Option<Reservation>,
    ) -> bool {
        let age = |id: OfferId| self.made.wrapping_sub(id.number());
        let last = self.out.list.last().map(|last| last.id);
        if last.is_some_and(|last| age(last) <= age(id)) {
            return false;
        }
        self.out.push(id, (operator, kind));
        if let Some(reservation) = reservation {
            self.reserve(id, reservation);
        }
        true
    }

    pub(crate) fn reservation_mut(&mut self, id: OfferId) -> Option<&mut Reservation> {
        self.reservations.get_mut(id)
    }

    /// Makes the next one.
    pub(crate) fn make(&mut self, operator: OperatorKey, kind: OfferKind) -> OfferId {
        self.made = self.made.wrapping_add(1);
        let id = OfferId::new(self.made);
        self.out.push(id, (operator, kind));
        id
    }

    /// Notes what goes with the offer that was made last.
    pub(crate) fn reserve(&mut self, id: OfferId, reservation: Reservation) {
        self.reservations.push(id, reservation);
    }

    pub(crate) fn remove(&mut self, id: OfferId) -> Option<(Offer, Option<Reservation>)> {
        let (operator, kind) = self.out.take(id)?;
        Some((Offer { id, operator, kind }, self.reservations.take(id)))
    }

    /// Leaves none; how many were made is known still.
    pub(crate) fn take(&mut self) -> Self {
        core::mem::replace(self, Self { made: self.made, ..Self::default() })
    }

    /// All of them, in order of birth.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = (Offer, Option<Reservation>)> {
        let mut reservations = self.reservations.drain().peekable();
        self.out.drain().map(move |(id, (operator, kind))| {
            let reservation = reservations.next_if(|of| of.0 == id);
            (Offer { id, operator, kind }, reservation.map(|of| of.1))
        })
    }

    /// Whether there is room for a large ring.
    pub(crate) fn have_much_room(&self) -> bool {
        self.out.list.capacity() >= LARGE
    }

    /// Moves the offers to that room.
    pub(crate) fn move_to(&mut self, mut room: Room) {
        room.append(&mut self.out.list);
        self.out.list = room;
    }

    /// The room, where no offers are out any more.
    pub(crate) fn into_room(mut self) -> Room {
        self.out.list.clear();
        self.out.list
    }
}

/// As many operators are a large ring.
pub(crate) const LARGE: usize = 32;

/// What belongs to offers, in order of their birth, which is that of their numbers.
///
/// What is taken out leaves a gap, and gaps are closed when they are the half of all: so that taking
/// costs O(log n), and O(1) beyond that in the mean, whoever goes first.
#[derive(Clone, Debug, PartialEq)]
struct ByBirth<T> {
    list: SmallVec<[Birth<T>; 1]>,
    /// How many are not gaps.
    live: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Birth<T> {
    id: OfferId,
    /// `None` is a gap. The last one is none.
    value: Option<T>,
}

impl<T> ByBirth<T> {
    /// The gaps of a short list are no matter.
    const SHORT: usize = 8;

    fn push(&mut self, id: OfferId, value: T) {
        self.list.push(Birth { id, value: Some(value) });
        self.live += 1;
    }

    fn get(&self, id: OfferId) -> Option<&T> {
        self.list[self.position(id)?].value.as_ref()
    }

    fn get_mut(&mut self, id: OfferId) -> Option<&mut T> {
        let at = self.position(id)?;
        self.list[at].value.as_mut()
    }

    fn iter(&self) -> impl Iterator<Item = (OfferId, &T)> {
        self.list.iter().filter_map(|birth| Some((birth.id, birth.value.as_ref()?)))
    }

    fn take(&mut self, id: OfferId) -> Option<T> {
        let value = if self.list.last()?.id == id {
            self.list.pop()?.value?
        } else {
            let at = self.position(id)?;
            self.list[at].value.take()?
        };
        self.live -= 1;
        self.close_gaps();
        Some(value)
    }

    fn close_gaps(&mut self) {
        while self.list.last().is_some_and(|last| last.value.is_none()) {
            self.list.pop();
        }
        if self.list.len() > Self::SHORT && self.list.len() > self.live as usize * 2 {
            self.list.retain(|birth| birth.value.is_some());
        }
    }

    fn drain(&mut self) -> impl Iterator<Item = (OfferId, T)> {
        self.live = 0;
        self.list.drain(..).filter_map(|birth| Some((birth.id, birth.value?)))
    }

    /// Where a number is. They may begin anew after four billion.
    fn position(&self, id: OfferId) -> Option<usize> {
        // The last one is most often the only one.
        if self.list.last()?.id == id {
            return Some(self.list.len() - 1);
        }
        let first = self.list.first()?.id;
        let age = |of: OfferId| of.number().wrapping_sub(first.number());
        self.list.binary_search_by_key(&age(id), |birth| age(birth.id)).ok()
    }
}

impl<T> Default for ByBirth<T> {
    fn default() -> Self {
        Self { list: SmallVec::new(), live: 0 }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::table::Key;

    #[test]
    fn an_offer_is_found_though_numbers_begin_anew() {
        let mut offers = Offers { made: u32::MAX - 2, ..Offers::default() };
        let ids = [0, 1, 2, 3, 4].map(|at| {
            let id = offers.make(Key::numbered(at), OfferKind::Targeted { level: 0 });
            let reservation = Reservation {
                lapses: None,
                best: Some((Key::numbered(0), RankKey::of_bits(0))),
                way: None,
                turn: at.into(),
                turn_before: 0,
            };
            offers.reserve(id, reservation);
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

    #[test]
    fn offers_end_in_any_order_and_leave_no_gaps_behind() {
        // The step has no divisor in common with the number, so each is taken once.
        for step in [1, 37, 99] {
            let mut offers = Offers::default();
            let make = |at| offers.make(Key::numbered(at), OfferKind::Broadcast { level: 0 });
            let ids: Vec<OfferId> = (0..100).map(make).collect();
            for taken in 0..100 {
                let id = ids[taken * step % 100];
                assert_eq!(offers.remove(id).map(|gone| gone.0.id), Some(id));
                assert_eq!(offers.remove(id), None);
                let left = offers.iter().count();
                assert_eq!((left, offers.are_out()), (99 - taken, taken < 99));
                assert!(offers.iter().all(|offer| offers.get(offer.id) == Some(offer)));
                assert!(offers.iter().is_sorted_by_key(|offer| offer.id));
                assert!(offers.out.list.len() <= (2 * left).max(8), "gaps stay");
            }
        }
    }

    #[test]
    fn an_offer_is_as_small_as_the_page_says() {
        assert_eq!(size_of::<Birth<(OperatorKey, OfferKind)>>(), 16);
        assert_eq!(size_of::<OfferKey>(), 12);
    }
}
