//! The wire form as text and as bytes, for hosts and bindings that hand values on instead of building them.
//!
//! A value has two forms that hold the same: JSON, as `docs/wire.md` describes it, and CBOR (RFC 8949) with
//! the same keys and words, about a quarter smaller. Commands come as a list, and each has what came of it, an
//! [`Applied`], so that one call carries as many as the host likes.
//!
//! ```
//! use refdesk::{Config, Router, Timestamp};
//!
//! let mut router = Router::new(Config::default(), Timestamp::default());
//! let answers = router.apply_json(
//!     r#"[
//!         {"by": {"type": "host"}, "action": {"type": "addInstitution", "institution": "ames"}},
//!         {"by": {"type": "host"}, "action": {"type": "addInstitution", "institution": "ames"}}
//!     ]"#,
//! )?;
//! assert_eq!(
//!     answers,
//!     r#"[{"type":"done","events":[]},"#.to_owned()
//!         + r#"{"type":"refused","code":"institution_exists","#
//!         + r#""refusal":{"type":"institutionExists","institution":"ames"}}]"#
//! );
//! # Ok::<(), refdesk::wire::WireError>(())
//! ```

pub(crate) mod read;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chain::TranscriptView;
use crate::command::{Action, Command, Terms};
use crate::config::Config;
use crate::event::{Event, Handover};
use crate::explain::{Explanation, Page};
use crate::hours::OwnHours;
use crate::journal::Input;
use crate::policy::Policy;
use crate::record::Record;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::setup::{Setup, SetupReport};
use crate::snapshot::Snapshot;
use crate::time::Timestamp;
use crate::transcript::Entry;
use crate::won::Won;

pub use read::WireError;

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Applied {
    /// It was carried out.
    Done {
        /// What happened, in order.
        events: Vec<Event>,
    },
    /// It was not, and nothing has changed.
    Refused {
        /// The [code](Refusal::code) of the refusal.
        code: String,
        /// Why.
        refusal: Refusal,
    },
}

impl From<Result<Vec<Event>, Refusal>> for Applied {
    fn from(result: Result<Vec<Event>, Refusal>) -> Self {
        match result {
            Ok(events) => Self::Done { events },
            Err(refusal) => Self::Refused { code: refusal.code().into(), refusal },
        }
    }
}

/// What has a wire form as text and as bytes.
///
/// Each is compiled once, here, so that a binding of another language is not the larger for it.
pub trait Wire: Sized {
    /// It as JSON, on one line.
    fn to_json(&self) -> String;

    /// It from JSON.
    ///
    /// # Errors
    /// [`WireError`]: it is no JSON, or not of this type.
    fn from_json(text: &str) -> Result<Self, WireError>;

    /// It as CBOR.
    fn to_bytes(&self) -> Vec<u8>;

    /// It from CBOR.
    ///
    /// # Errors
    /// [`WireError`]: it is no CBOR, or not of this type.
    fn from_bytes(bytes: &[u8]) -> Result<Self, WireError>;
}

macro_rules! wired {
    ($($name:ty,)*) => {$(
        impl Wire for $name {
            fn to_json(&self) -> String {
                serde_json::to_string(self).expect("its keys are texts")
            }

            fn from_json(text: &str) -> Result<Self, WireError> {
                read::from_json(text)
            }

            fn to_bytes(&self) -> Vec<u8> {
                let bytes = cbor4ii::serde::to_vec(Vec::new(), self);
                bytes.expect("there is room, and it has nothing that CBOR lacks")
            }

            fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
                read::from_bytes(bytes)
            }
        }
    )*};
}

wired! {
    Action,
    Command,
    Config,
    Entry,
    Event,
    Explanation,
    Handover,
    Input,
    OwnHours,
    Page,
    Policy,
    Record,
    Refusal,
    Setup,
    SetupReport,
    Snapshot,
    Terms,
    TranscriptView,
    Vec<Applied>,
    Vec<Command>,
    Vec<Event>,
    Won,
}

#[cfg(feature = "report")]
wired! {
    crate::report::Report,
    crate::what_if::WhatIf,
}

impl Router {
    /// As [`Router::apply_all`], with a list of commands in JSON; a list of [`Applied`] in JSON comes back.
    ///
    /// # Errors
    /// [`WireError`]: it is no list of commands. None of them was carried out then.
    pub fn apply_json(&mut self, commands: &str) -> Result<String, WireError> {
        Vec::from_json(commands).map(|commands| self.answers(&commands).to_json())
    }

    /// As [`Router::apply_json`], in CBOR.
    ///
    /// # Errors
    /// As [`Router::apply_json`].
    pub fn apply_bytes(&mut self, commands: &[u8]) -> Result<Vec<u8>, WireError> {
        Vec::from_bytes(commands).map(|commands| self.answers(&commands).to_bytes())
    }

    /// As [`Router::advance`]; the list of events in JSON.
    pub fn advance_json(&mut self, now: Timestamp) -> String {
        self.advance(now).to_json()
    }

    /// As [`Router::advance`]; the list of events in CBOR.
    pub fn advance_bytes(&mut self, now: Timestamp) -> Vec<u8> {
        self.advance(now).to_bytes()
    }

    fn answers(&mut self, commands: &[Command]) -> Vec<Applied> {
        self.apply_all(commands).into_iter().map(Applied::from).collect()
    }
}
