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
    pub fn view_chat(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let chat = self.read(&bytes, length, |given| given.field("chat"))?;
        let view = self.router.view_chat(&chat);
        Ok(self.answer(&mut bytes, &view))
    }

    #[napi(catch_unwind)]
    pub fn view_operator(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let operator = self.read(&bytes, length, |given| given.field("operator"))?;
        let view = self.router.view_operator(&operator);
        Ok(self.answer(&mut bytes, &view))
    }

    #[napi(catch_unwind)]
    pub fn open_chats(&self) -> u32 {
        u32::try_from(self.router.open_chats()).unwrap_or(u32::MAX)
    }

    #[napi(catch_unwind)]
    pub fn availability(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let queue = self.read(&bytes, length, |given| given.field("queue"))?;
        let availability = self.router.availability(&queue);
        Ok(self.answer(&mut bytes, &availability))
    }

    #[napi(catch_unwind)]
    pub fn queue_state(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let queue = self.read(&bytes, length, |given| given.field("queue"))?;
        let state = self.router.queue_state(&queue);
        Ok(self.answer(&mut bytes, &state))
    }

    #[napi(catch_unwind)]
    pub fn position(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let chat = self.read(&bytes, length, |given| given.field("chat"))?;
        let position = self.router.position(&chat);
        Ok(self.answer(&mut bytes, &position))
    }

    #[napi(catch_unwind)]
    pub fn explain(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, by, page) = self.read(&bytes, length, |given| {
            Ok((given.field("chat")?, given.field("by")?, given.field::<Option<_>>("page")?))
        })?;
        let explanation = self.router.explain(&chat, &by, &page.unwrap_or(core::Page::EVERYBODY));
        self.or_refused(&mut bytes, explanation)
    }

    #[napi(catch_unwind)]
    pub fn transcript(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let entries = self.router.transcript(&chat, &reader);
        self.or_refused(&mut bytes, entries)
    }

    #[napi(catch_unwind)]
    pub fn view_transcript(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let view = self.router.view_transcript(&chat, &reader);
        self.or_refused(&mut bytes, view)
    }

    #[napi(catch_unwind)]
    pub fn transcript_digest(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let digest = self.router.transcript_digest(&chat, &reader);
        self.or_refused(&mut bytes, digest)
    }

    #[napi(catch_unwind)]
    pub fn colleagues(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let operator = self.read(&bytes, length, |given| given.field("operator"))?;
        let colleagues = self.router.colleagues(&operator);
        Ok(self.answer(&mut bytes, &colleagues))
    }

    #[napi(catch_unwind)]
    pub fn buddies(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let party = self.read(&bytes, length, |given| given.field("party"))?;
        let buddies = self.router.buddies(&party);
        Ok(self.answer(&mut bytes, &buddies))
    }

    #[napi(catch_unwind)]
    pub fn listings(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let institution = self.read(&bytes, length, |given| given.field("institution"))?;
        // They are of the router that is answered from.
        let listings = self.router.listings(&institution).map_err(|refusal| refused(&refusal))?;
        listings.put(&mut self.out);
        Ok(self.finish(&mut bytes))
    }

    #[napi(catch_unwind)]
    pub fn targets(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let choices = self.router.targets(&chat, &reader);
        self.or_refused(&mut bytes, choices)
    }

    #[napi(catch_unwind)]
    pub fn chats_at_partners(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (institution, reader) = self.read(&bytes, length, |given| {
            Ok((given.field("institution")?, given.field("reader")?))
        })?;
        let chats = self.router.chats_at_partners(&institution, &reader);
        self.or_refused(&mut bytes, chats)
    }
}

fn chat_and_reader(given: &mut Given<'_>) -> Result<(core::ChatId, core::Actor), Fault> {
    Ok((given.field("chat")?, given.field("reader")?))
}
