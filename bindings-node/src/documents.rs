//! Whole documents, as JSON: setups, reports, records.

use std::sync::Mutex;

use napi_derive::napi;
use refdesk as core;

use core::wire::Wire;
use core::{Command, Event};

use crate::errors::{Result, chain_error, findings, invalid_value, unreadable};
use crate::hold::hold;
use crate::router::{NativeRouter, instant};

/// Reads what was handed in as JSON.
fn read<T: Wire>(text: &str) -> Result<T> {
    T::from_json(text).map_err(unreadable)
}

/// All that is wrong with a setup document, and all that is odd about it.
#[napi(catch_unwind)]
pub fn check_setup(setup: String, config: String) -> Result<String> {
    let setup: core::setup::Setup = read(&setup)?;
    Ok(findings(&setup.check(&read(&config)?)).to_string())
}

/// A document for people.
#[napi(catch_unwind)]
pub fn in_words(kind: String, document: String) -> Result<String> {
    match kind.as_str() {
        "explanation" => read::<core::Explanation>(&document).map(|of| of.to_string()),
        "record" => read::<core::Record>(&document).map(|of| of.to_string()),
        "refusal" => read::<core::Refusal>(&document).map(|of| of.to_string()),
        "report" => read::<core::report::Report>(&document).map(|of| of.to_string()),
        "whatIf" => read::<core::what_if::WhatIf>(&document).map(|of| of.to_string()),
        _ => Err(invalid_value(
            "`kind`: one of `explanation`, `record`, `refusal`, `report`, `whatIf` is wanted",
        )),
    }
}

/// The transcript of a record such that it can be checked.
#[napi(catch_unwind)]
pub fn view_record(record: String) -> Result<Option<String>> {
    let record: core::Record = read(&record)?;
    Ok(record.view().map(|view| view.to_json()))
}

/// The same record without what the patron wrote, and with another name for them.
#[napi(catch_unwind)]
pub fn mask_patron(record: String, name: String) -> Result<String> {
    let mut record: core::Record = read(&record)?;
    let name = core::PatronId::new(name);
    record.mask_patron(name.map_err(|fault| invalid_value(format!("`name`: {fault}")))?);
    Ok(record.to_json())
}

/// Checks a transcript against its chain of digests.
#[napi(catch_unwind)]
pub fn verify(view: String) -> Result<String> {
    let view: core::chain::TranscriptView = read(&view)?;
    core::chain::verify(&view).map(String::from).map_err(chain_error)
}

/// The version of the time zone data that is built in, such as `2026b`.
#[napi(catch_unwind)]
pub fn tz_version() -> &'static str {
    core::hours::tz_version()
}

/// The version of the library.
#[napi(catch_unwind)]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// A report in the making: hears events, in order. For the lock the same holds as for a router's.
#[napi]
pub struct NativeTally(Mutex<core::report::Tally>);

impl NativeTally {
    pub(crate) fn ask<Answer>(
        &self,
        asks: impl FnOnce(&mut core::report::Tally) -> Answer,
    ) -> Result<Answer> {
        const STOPPED: &str =
            "the tally stopped in the middle of an event, which is a bug of refdesk: make another";
        hold(&self.0, STOPPED, |tally| Ok(asks(tally)))
    }
}

#[napi]
impl NativeTally {
    #[napi(factory, catch_unwind)]
    pub fn create(time_zone: String) -> Result<Self> {
        let tally = core::report::Tally::new(&time_zone);
        tally
            .map(|tally| Self(Mutex::new(tally)))
            .map_err(|fault| invalid_value(format!("`timeZone`: {fault}")))
    }

    #[napi(catch_unwind)]
    pub fn works_at(&self, operator: String, institution: String) -> Result<()> {
        let named =
            |name: &str, fault: &dyn std::fmt::Display| invalid_value(format!("`{name}`: {fault}"));
        let operator =
            core::OperatorId::new(operator).map_err(|fault| named("operator", &fault))?;
        let institution = core::InstitutionId::new(institution);
        let institution = institution.map_err(|fault| named("institution", &fault))?;
        self.ask(|tally| tally.works_at(operator, institution))
    }

    #[napi(catch_unwind)]
    pub fn works_at_of(&self, router: &NativeRouter) -> Result<()> {
        router.ask(|held| self.ask(|tally| tally.works_at_of(&held.router)))
    }

    #[napi(catch_unwind)]
    pub fn hear_command(&self, command: String) -> Result<()> {
        let command = read::<Command>(&command)?;
        self.ask(|tally| tally.hear_command(&command))
    }

    #[napi(catch_unwind)]
    pub fn hear(&self, event: String) -> Result<()> {
        let event = read::<Event>(&event)?;
        self.ask(|tally| tally.hear(&event))
    }

    #[napi(catch_unwind)]
    pub fn report(&self, until: f64) -> Result<String> {
        self.ask(|tally| tally.report(instant(until)).to_json())
    }
}
