//! What institutions agree on.

use crate::command::{
    AcceptPartnership, AnswerListing, Command, DeclinePartnership, EndPartnership, PostListing,
    ProposePartnership, SeeListings, WithdrawListing,
};
use crate::id::{InstitutionId, ProposalId};
use crate::testing::cast::{Scene, stranger};
use crate::testing::drawn;
use crate::testing::step::Move;

pub(super) fn partnership(does: Move, scene: &mut Scene<'_>) -> Command {
    let (own, other) = two(scene);
    match does {
        Move::AcceptPartnership => {
            let (from, to, proposal) = proposal(scene);
            AcceptPartnership { with: from, proposal }.by(to)
        }
        Move::DeclinePartnership => {
            let (from, to, proposal) = proposal(scene);
            DeclinePartnership { with: to, proposal }.by(from)
        }
        Move::EndPartnership => EndPartnership { with: other }.by(own),
        Move::PostListing => PostListing { terms: drawn::terms(scene, &own, &other) }.by(own),
        Move::WithdrawListing => WithdrawListing {}.by(own),
        Move::SeeListings => SeeListings { sees: !scene.draw.one_in(3) }.by(own),
        Move::AnswerListing => AnswerListing { of: other }.by(own),
        _ => {
            let terms = drawn::terms(scene, &own, &other);
            ProposePartnership { with: other, terms }.by(own)
        }
    }
}

/// Two institutions.
pub(crate) fn two(scene: &mut Scene<'_>) -> (InstitutionId, InstitutionId) {
    let all = &scene.cast.institutions;
    let count = all.len() as u64;
    if count < 2 || scene.draw.one_in(64) {
        return (scene.institution(), scene.institution());
    }
    let one = scene.draw.below(count);
    let other = (one + 1 + scene.draw.below(count - 1)) % count;
    let name = |place: u64| {
        let found = usize::try_from(place).ok().and_then(|place| all.get(place));
        found.cloned().unwrap_or_else(stranger)
    };
    (name(one), name(other))
}

/// Mostly the last that was made.
fn proposal(scene: &mut Scene<'_>) -> (InstitutionId, InstitutionId, ProposalId) {
    match scene.cast.proposals.last() {
        Some(last) if !scene.draw.one_in(16) => last.clone(),
        _ => {
            let (from, to) = two(scene);
            (from, to, ProposalId::new(scene.draw.small(3)))
        }
    }
}
