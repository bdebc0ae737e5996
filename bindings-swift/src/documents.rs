//! Setup documents, reports, and what another setup would have done.

use std::sync::{Mutex, MutexGuard};

use refdesk as core;

use core::setup::Setup;
use core::wire::Wire;
use core::{Command, Config, Event, Timestamp};

use crate::fault::{Fault, Findings};
use crate::keeping::Journal;
use crate::router::Router;
use crate::values::id_of;

/// A document of the library: as JSON, and as tables for people.
#[derive(uniffi::Record)]
pub struct Told {
    pub json: String,
    pub text: String,
}

/// What another setup would have done with a recorded journal.
#[derive(uniffi::Record)]
pub struct WhatIf {
    /// What the journal came to.
    pub recorded: Told,
    /// What it would have come to.
    pub supposed: Told,
    /// Both, compared.
    pub whole: Told,
}

pub(crate) fn setup_of(json: &str) -> Result<Setup, Fault> {
    Ok(Setup::from_json(json)?)
}

fn told(document: &(impl Wire + ToString)) -> Told {
    Told { json: document.to_json(), text: document.to_string() }
}

/// A setup document as the library writes it.
#[uniffi::export]
pub fn normal_setup(json: &str) -> Result<String, Fault> {
    Ok(setup_of(json)?.to_json())
}

/// All that is wrong with a setup document, and all that is odd about it. An empty configuration is the default one.
#[uniffi::export]
pub fn check_setup(json: &str, config: &[u8]) -> Result<Findings, Fault> {
    let given = (!config.is_empty()).then(|| Config::from_bytes(config)).transpose()?;
    Ok(Findings::of(&setup_of(json)?.check(&given.unwrap_or_default())))
}

/// What every call of a tally says once one of them has panicked.
pub(crate) const STOPPED: &str =
    "the tally stopped in the middle of an event, which is a bug of refdesk: make another";

/// A report in the making: hears events, in order.
#[derive(uniffi::Object)]
pub struct Tally(Mutex<core::report::Tally>);

#[uniffi::export]
impl Tally {
    /// One that has heard of nothing.
    #[uniffi::constructor]
    pub fn new(time_zone: &str) -> Result<Self, Fault> {
        let tally = core::report::Tally::new(time_zone);
        tally.map(|tally| Self(Mutex::new(tally))).map_err(|fault| Fault::value("timeZone", &fault))
    }

    /// Hears where an operator works.
    pub fn works_at(&self, operator: &str, institution: &str) -> Result<(), Fault> {
        let (operator, institution) =
            (id_of("operator", operator)?, id_of("institution", institution)?);
        self.lock().works_at(operator, institution);
        Ok(())
    }

    /// Hears where all operators of a router work.
    pub fn works_at_of(&self, router: &Router) {
        let router = router.lock();
        self.lock().works_at_of(&router);
    }

    /// Hears of a command that was accepted, before its events.
    pub fn hear_command(&self, command: &[u8]) -> Result<(), Fault> {
        self.lock().hear_command(&Command::from_bytes(command)?);
        Ok(())
    }

    /// Hears of events, in order.
    pub fn hear(&self, events: &[u8]) -> Result<(), Fault> {
        let events = Vec::<Event>::from_bytes(events)?;
        let mut tally = self.lock();
        for event in &events {
            tally.hear(event);
        }
        Ok(())
    }

    /// What it has come to.
    pub fn report(&self, until: i64) -> Told {
        told(&self.lock().report(Timestamp::from_millis(until)))
    }
}

impl Tally {
    /// Held for a moment, and never with another lock behind it.
    pub(crate) fn lock(&self) -> MutexGuard<'_, core::report::Tally> {
        self.0.lock().unwrap_or_else(|_| panic!("{STOPPED}"))
    }
}

/// A journal that was replayed, to be asked what another setup would have done.
#[derive(uniffi::Object)]
pub struct Recording(core::what_if::Recording);

#[uniffi::export]
impl Recording {
    /// Replays a journal.
    #[uniffi::constructor]
    pub fn new(journal: &Journal, time_zone: &str) -> Result<Self, Fault> {
        Ok(Self(core::what_if::Recording::of_journal(&journal.0, time_zone)?))
    }

    /// How the collaborative was set up at the end.
    pub fn setup(&self) -> String {
        self.0.setup().to_json()
    }

    /// What the journal came to.
    pub fn report(&self) -> Told {
        told(self.0.report())
    }

    /// What another setup would have done with the same patrons and operators.
    pub fn under(&self, setup: &str) -> Result<WhatIf, Fault> {
        let what_if = self.0.under(&setup_of(setup)?)?;
        Ok(WhatIf {
            recorded: told(&what_if.recorded),
            supposed: told(&what_if.supposed),
            whole: told(&what_if),
        })
    }
}
