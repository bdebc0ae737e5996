//! What a router says when it is asked.

use napi::bindgen_prelude::BufferSlice;
use napi_derive::napi;
use refdesk as core;
use refdesk_crossing::{Fault, Given as _, Put as _};

use super::NativeRouter;
use crate::errors::{Result, refused};
use crate::stream::Given;

#[napi]
impl NativeRouter {
    #[napi(catch_unwind)]
    pub fn view_chat(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let chat = held.read(&bytes, length, |given| given.field("chat"))?;
            let view = held.router.view_chat(&chat);
            Ok(held.answer(&mut bytes, &view))
        })
    }

    #[napi(catch_unwind)]
    pub fn view_operator(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let operator = held.read(&bytes, length, |given| given.field("operator"))?;
            let view = held.router.view_operator(&operator);
            Ok(held.answer(&mut bytes, &view))
        })
    }

    #[napi(catch_unwind)]
    pub fn chats(&self, mut bytes: BufferSlice<'_>) -> Result<u32> {
        self.ask(|held| {
            held.out.clear();
            let chats = held.router.chats();
            Ok(held.answer(&mut bytes, &chats))
        })
    }

    #[napi(catch_unwind)]
    pub fn open_chats(&self) -> Result<u32> {
        self.ask(|held| Ok(u32::try_from(held.router.open_chats()).unwrap_or(u32::MAX)))
    }

    #[napi(catch_unwind)]
    pub fn availability(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let queue = held.read(&bytes, length, |given| given.field("queue"))?;
            let availability = held.router.availability(&queue);
            Ok(held.answer(&mut bytes, &availability))
        })
    }

    #[napi(catch_unwind)]
    pub fn queue_state(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let queue = held.read(&bytes, length, |given| given.field("queue"))?;
            let state = held.router.queue_state(&queue);
            Ok(held.answer(&mut bytes, &state))
        })
    }

    #[napi(catch_unwind)]
    pub fn position(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let chat = held.read(&bytes, length, |given| given.field("chat"))?;
            let position = held.router.position(&chat);
            Ok(held.answer(&mut bytes, &position))
        })
    }

    #[napi(catch_unwind)]
    pub fn explain(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let (chat, by, page) = held.read(&bytes, length, |given| {
                Ok((given.field("chat")?, given.field("by")?, given.field::<Option<_>>("page")?))
            })?;
            let explanation =
                held.router.explain(&chat, &by, &page.unwrap_or(core::Page::EVERYBODY));
            held.or_refused(&mut bytes, explanation)
        })
    }

    #[napi(catch_unwind)]
    pub fn transcript(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let (chat, reader) = held.read(&bytes, length, chat_and_reader)?;
            let entries = held.router.transcript(&chat, &reader);
            held.or_refused(&mut bytes, entries)
        })
    }

    #[napi(catch_unwind)]
    pub fn view_transcript(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let (chat, reader) = held.read(&bytes, length, chat_and_reader)?;
            let view = held.router.view_transcript(&chat, &reader);
            held.or_refused(&mut bytes, view)
        })
    }

    #[napi(catch_unwind)]
    pub fn transcript_digest(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let (chat, reader) = held.read(&bytes, length, chat_and_reader)?;
            let digest = held.router.transcript_digest(&chat, &reader);
            held.or_refused(&mut bytes, digest)
        })
    }

    #[napi(catch_unwind)]
    pub fn colleagues(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let operator = held.read(&bytes, length, |given| given.field("operator"))?;
            let colleagues = held.router.colleagues(&operator);
            Ok(held.answer(&mut bytes, &colleagues))
        })
    }

    #[napi(catch_unwind)]
    pub fn buddies(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let party = held.read(&bytes, length, |given| given.field("party"))?;
            let buddies = held.router.buddies(&party);
            Ok(held.answer(&mut bytes, &buddies))
        })
    }

    #[napi(catch_unwind)]
    pub fn listings(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let institution = held.read(&bytes, length, |given| given.field("institution"))?;
            // They are of the router that is answered from.
            let listings =
                held.router.listings(&institution).map_err(|refusal| refused(&refusal))?;
            listings.put(&mut held.out);
            Ok(held.finish(&mut bytes))
        })
    }

    #[napi(catch_unwind)]
    pub fn targets(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let (chat, reader) = held.read(&bytes, length, chat_and_reader)?;
            let choices = held.router.targets(&chat, &reader);
            held.or_refused(&mut bytes, choices)
        })
    }

    #[napi(catch_unwind)]
    pub fn chats_at_partners(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let (institution, reader) = held.read(&bytes, length, |given| {
                Ok((given.field("institution")?, given.field("reader")?))
            })?;
            let chats = held.router.chats_at_partners(&institution, &reader);
            held.or_refused(&mut bytes, chats)
        })
    }
}

fn chat_and_reader(given: &mut Given<'_>) -> Result<(core::ChatId, core::Actor), Fault> {
    Ok((given.field("chat")?, given.field("reader")?))
}
