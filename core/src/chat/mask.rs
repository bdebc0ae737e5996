//! A patron asks to be forgotten: who they are and what they wrote goes, and what stands for it in the
//! chain of digests stays.

use alloc::vec::Vec;

use crate::chat::{ChatKey, Phase};
use crate::command::{Actor, MaskPatron};
use crate::directory::institutions::at_most;
use crate::event::EventKind;
use crate::id::{OperatorId, PatronId};
use crate::recipients::Recipients;
use crate::refusal::{Limited, Refusal};
use crate::router::Router;
use crate::transcript::Audience;

impl Router {
    pub(crate) fn mask_patron(&mut self, by: &Actor, action: &MaskPatron) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<MaskPatron>(by, self.concerns_chat(chat))?;
        let renamed = self.chats[chat].record.patron != action.name;
        let has_left = self.chats[chat].phase() == Phase::WrapUp;
        if renamed && !has_left {
            let named = self.patrons.find(&action.name).map_or(0, |key| self.patrons[key].chats);
            let most = self.config.limits.open_chats_per_patron;
            at_most(named as usize, most, Limited::OpenChatsOfPatron)?;
        }

        if renamed && !has_left {
            self.rename_patron(chat, &action.name);
        }
        let told = self.told_of_patron(chat);
        let state = &mut self.chats[chat];
        state.record.patron = action.name.clone();
        let knew = state.record.context.take().is_some();
        let knew = state.record.returns.take().is_some() || knew;
        state.about.forget_patron();
        let entries = state.transcript.mask_patron(&state.id);
        if renamed || knew || !entries.is_empty() {
            let staff = self.readers(chat, &Audience::Staff).operators;
            let to = Recipients::staff(staff.as_slice().iter().cloned().chain(told));
            let (chat, patron) = (action.chat.clone(), action.name.clone());
            self.raise(EventKind::PatronMasked { chat, patron, entries, to });
        }
        Ok(())
    }

    /// Those who are rung for a chat, and were shown what is known of its patron.
    fn told_of_patron(&self, chat: ChatKey) -> Vec<OperatorId> {
        let rung = self.chats[chat].offers.iter().map(|offer| offer.operator);
        let rung = rung.filter(|_| self.consulted(chat).is_none());
        let told = rung.filter(|&operator| self.is_told_of_patron(chat, operator));
        told.map(|operator| self.operators[operator].id.clone()).collect()
    }

    /// An open chat is another patron's, by name.
    fn rename_patron(&mut self, chat: ChatKey, name: &PatronId) {
        let hash = self.patrons.hash(name);
        let patron = self.one_more_of((hash, self.patrons.find_hashed(hash, name)), name);
        let before = core::mem::replace(&mut self.chats[chat].patron, patron);
        self.forget_patron(before);
    }
}
