//! Colleagues outside, as the host's gateway tells of them.

use crate::authority::Concerns;
use crate::colleague::{ContactKey, PartyKey};
use crate::command::{Actor, RemoveContact, SetContactPresence};
use crate::id::ContactId;
use crate::refusal::Refusal;
use crate::router::Router;

impl Router {
    fn contact(&self, id: &ContactId) -> Result<ContactKey, Refusal> {
        self.contacts.find(id).ok_or_else(|| Refusal::UnknownContact { contact: id.clone() })
    }

    pub(crate) fn set_contact_presence(
        &mut self,
        by: &Actor,
        action: &SetContactPresence,
    ) -> Result<(), Refusal> {
        let key = self.contact(&action.contact)?;
        self.permit::<SetContactPresence>(by, Concerns::default())?;

        let presence = action.presence;
        if core::mem::replace(&mut self.contacts[key].presence, presence) != presence {
            self.tell_watchers(PartyKey::Contact(key), presence);
        }
        Ok(())
    }

    pub(crate) fn remove_contact(
        &mut self,
        by: &Actor,
        action: &RemoveContact,
    ) -> Result<(), Refusal> {
        let key = self.contact(&action.contact)?;
        self.permit::<RemoveContact>(by, Concerns::default())?;

        self.leave_colleagues(PartyKey::Contact(key));
        Ok(())
    }
}
