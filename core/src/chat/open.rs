//! A patron arrives.

use alloc::boxed::Box;
use alloc::vec::Vec;

use hashbrown::HashMap;

use crate::authority::Concerns;
use crate::chat::{Chat, Cold, List, Phase};
use crate::command::{Actor, OpenChat, View};
use crate::directory::institutions::at_most;
use crate::event::EventKind;
use crate::id::Text;
use crate::ids::Keyed;
use crate::refusal::{Limited, Measured, Refusal};
use crate::router::{ChatName, Router};
use crate::transcript::Transcript;

impl Router {
    pub(crate) fn open_chat(&mut self, by: &Actor, action: &OpenChat) -> Result<(), Refusal> {
        self.check_text(action.context.as_ref(), Measured::Context)?;
        let queue = self.queue(&action.queue)?;
        self.permit::<OpenChat>(by, Concerns::default())?;
        if let Actor::Patron { patron } = by
            && *patron != action.patron
        {
            return Err(Refusal::NotPermitted);
        }
        if self.chat_ids.get(&action.chat).is_some() {
            return Err(Refusal::DuplicateChat { chat: action.chat.clone() });
        }
        let limits = &self.config.limits;
        let of_patron = self.patrons.get(&action.patron).unwrap_or(0);
        let waiting = self.queues[queue].ringing.len();
        at_most(self.chats.len(), limits.open_chats, Limited::OpenChats)?;
        let most = limits.open_chats_per_patron;
        at_most(of_patron as usize, most, Limited::OpenChatsOfPatron)?;
        at_most(waiting, limits.waiting_per_queue, Limited::Waiting)?;

        self.counters.arrivals += 1;
        let key = self.chats.insert(Chat {
            id: action.chat.clone(),
            place: self.counters.arrivals,
            origin: queue,
            queue,
            phase: Phase::Waiting,
            owner: None,
            lost_by: None,
            ringing: None,
            transfer: None,
            offers: List::default(),
            offers_made: 0,
            cold: Box::new(Cold {
                patron: action.patron.clone(),
                context: action.context.clone(),
                opened_at: self.now,
                waiting_since: self.now,
                transcript: Transcript::default(),
                messages: HashMap::with_hasher(Keyed::new(self.config.secret)),
                answers: Vec::new(),
                hops: Vec::new(),
                transfers: Vec::new(),
                view: View::Full,
                view_since: 1,
                crossings: Vec::new(),
            }),
        });
        self.chat_ids.insert(action.chat.text().clone(), ChatName::Open(key));
        self.patrons.insert(action.patron.text().clone(), of_patron + 1);
        self.queues[queue].chats += 1;
        self.raise(EventKind::ChatOpened {
            chat: action.chat.clone(),
            queue: action.queue.clone(),
            patron: action.patron.clone(),
        });
        self.begin_ringing(key, queue);
        Ok(())
    }

    pub(crate) fn check_text(&self, text: Option<&Text>, what: Measured) -> Result<(), Refusal> {
        let limits = &self.config.limits;
        let limit = match what {
            Measured::Message => limits.message_bytes,
            Measured::Note => limits.note_bytes,
            Measured::Context => limits.context_bytes,
        };
        match text.map(Text::bytes) {
            Some(bytes) if bytes > limit as usize => {
                Err(Refusal::TooLong { what, bytes: bytes as u64, limit })
            }
            Some(_) | None => Ok(()),
        }
    }
}
