//! What goes wrong: thrown as an error whose `code` names its class, and whose text is all that it tells, as
//! JSON. `lib/errors.js` has the classes.

use napi::Error;
use refdesk as core;
use refdesk_crossing::Fault;
use serde_json::{Map, Value, json};

use core::setup::SetupReport;
use core::what_if::WhatIfError;
use core::wire::{Wire, WireError};

/// The classes of errors, as JavaScript has them.
#[derive(Clone, Copy, Debug)]
pub enum Class {
    Refused,
    InvalidSetup,
    InvalidSnapshot,
    InvalidJournal,
    ChainBroken,
    InvariantBroken,
    InvalidValue,
}

impl AsRef<str> for Class {
    fn as_ref(&self) -> &str {
        match self {
            Self::Refused => "Refused",
            Self::InvalidSetup => "InvalidSetup",
            Self::InvalidSnapshot => "InvalidSnapshot",
            Self::InvalidJournal => "InvalidJournal",
            Self::ChainBroken => "ChainBroken",
            Self::InvariantBroken => "InvariantBroken",
            Self::InvalidValue => "InvalidValue",
        }
    }
}

/// Something, or what is to be thrown.
pub type Result<T, E = Error<Class>> = std::result::Result<T, E>;

fn coded(class: Class, code: &str, text: impl ToString) -> Error<Class> {
    with(class, code, text, Map::new())
}

/// With something more that it speaks of.
fn with(
    class: Class,
    code: &str,
    text: impl ToString,
    mut more: Map<String, Value>,
) -> Error<Class> {
    more.insert("code".into(), code.into());
    more.insert("message".into(), text.to_string().into());
    Error::new(class, Value::from(more).to_string())
}

pub(crate) fn refused(refusal: &core::Refusal) -> Error<Class> {
    let mut more = Map::new();
    let refused = serde_json::from_str(&refusal.to_json()).unwrap_or_default();
    more.insert("refusal".into(), refused);
    with(Class::Refused, refusal.code(), refusal, more)
}

pub(crate) fn invalid(fault: Fault) -> Error<Class> {
    invalid_value(fault)
}

pub(crate) fn unreadable(fault: WireError) -> Error<Class> {
    invalid_value(fault)
}

pub(crate) fn invalid_value(text: impl ToString) -> Error<Class> {
    coded(Class::InvalidValue, "invalid_value", text)
}

pub(crate) fn snapshot_error(fault: &core::SnapshotError) -> Error<Class> {
    coded(Class::InvalidSnapshot, fault.code(), fault)
}

pub(crate) fn journal_error(fault: &core::journal::JournalError) -> Error<Class> {
    coded(Class::InvalidJournal, fault.code(), fault)
}

pub(crate) fn setup_error(report: &SetupReport) -> Error<Class> {
    let mut more = Map::new();
    more.insert("report".into(), findings(report));
    with(Class::InvalidSetup, report.code(), report, more)
}

pub(crate) fn what_if_error(fault: &WhatIfError) -> Error<Class> {
    match fault {
        WhatIfError::Journal(fault) => journal_error(fault),
        WhatIfError::Setup(report) => setup_error(report),
        WhatIfError::TimeZone(fault) => invalid_value(format!("`timeZone`: {fault}")),
    }
}

pub(crate) fn chain_error(broken: core::chain::Broken) -> Error<Class> {
    coded(Class::ChainBroken, "chain_broken", broken)
}

pub(crate) fn violation_error(violation: &core::Violation) -> Error<Class> {
    coded(Class::InvariantBroken, "invariant_broken", violation)
}

/// What is said for good by what has panicked.
pub(crate) fn stopped(said: &str) -> Error<Class> {
    coded(Class::InvariantBroken, "invariant_broken", said)
}

/// What is wrong and what is odd, each with where, its code and a sentence.
pub(crate) fn findings(report: &SetupReport) -> Value {
    let faults = report.faults.iter();
    let faults: Vec<Value> = faults.map(|of| found(&of.path, of.what.code(), &of.what)).collect();
    let oddities = report.oddities.iter();
    let oddities: Vec<Value> =
        oddities.map(|of| found(&of.path, of.what.code(), &of.what)).collect();
    json!({ "faults": faults, "oddities": oddities })
}

fn found(path: &str, code: &str, what: &impl ToString) -> Value {
    json!({ "path": path, "code": code, "text": what.to_string() })
}
