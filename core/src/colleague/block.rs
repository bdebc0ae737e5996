//! Blocking, as XEP-0191 has it: who is blocked is refused, and sees nobody there.

use crate::colleague::PartyKey;
use crate::command::{Actor, Block, Unblock};
use crate::directory::institutions::at_most;
use crate::event::EventKind;
use crate::refusal::{Limited, Refusal};
use crate::router::Router;

impl Router {
    pub(crate) fn block(&mut self, by: &Actor, action: &Block) -> Result<(), Refusal> {
        let two = self.two::<Block>(by, &action.party, &action.buddy)?;
        if self.bond_of(&two, 0).blocks {
            return Ok(());
        }
        let roster = two[0].key().and_then(|key| self.roster(key));
        let blocks = roster.map_or(0, |roster| roster.blocks);
        at_most(blocks as usize, self.config.limits.blocked_per_party, Limited::Blocked)?;
        self.room_for_contact(&two)?;

        let two = self.known(two);
        self.set_block(two, true);
        Ok(())
    }

    pub(crate) fn unblock(&mut self, by: &Actor, action: &Unblock) -> Result<(), Refusal> {
        let two = self.two::<Unblock>(by, &action.party, &action.buddy)?;
        let [Some(party), Some(buddy)] = [two[0].key(), two[1].key()] else { return Ok(()) };
        if self.bond(party, buddy).blocks {
            self.set_block([party, buddy], false);
        }
        Ok(())
    }

    fn set_block(&mut self, two: [PartyKey; 2], blocked: bool) {
        let to = self.clients(two[0]);
        let [party, buddy] = two.map(|key| self.party(key));
        self.raise(EventKind::BlockChanged { party, buddy, blocked, to });
        self.change_between(two, [true; 2], |router| {
            router.rebond(two[0], two[1], |bond| bond.blocks = blocked);
        });
    }
}
