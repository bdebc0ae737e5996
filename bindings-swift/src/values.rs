//! Values as they cross: the wire form as bytes; ids and spans as they are.

use refdesk as core;
use serde::Serialize;
use serde::de::DeserializeOwned;

use core::wire::Wire;

use crate::fault::Fault;

/// What only goes out, as CBOR.
pub(crate) fn bytes_of(value: &impl Serialize) -> Vec<u8> {
    cbor4ii::serde::to_vec(Vec::new(), value)
        .expect("there is room, and it has nothing that CBOR lacks")
}

/// What comes in, from CBOR.
pub(crate) fn value_of<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, Fault> {
    cbor4ii::serde::from_slice(bytes).map_err(|fault| Fault::value(name, &fault))
}

/// An id from its text.
pub(crate) fn id_of<T>(name: &str, text: &str) -> Result<T, Fault>
where
    T: for<'t> TryFrom<&'t str>,
    for<'t> <T as TryFrom<&'t str>>::Error: ToString,
{
    T::try_from(text).map_err(|fault| Fault::value(name, &fault))
}

/// What keys the hash tables: 32 bytes, or none for the one that everybody knows.
pub(crate) fn secret_of(bytes: &[u8]) -> Result<[u8; 32], Fault> {
    if bytes.is_empty() {
        return Ok([0; 32]);
    }
    bytes.try_into().map_err(|_| Fault::value("secret", &"32 bytes are wanted"))
}

/// How many milliseconds a text such as `40 s` is.
#[uniffi::export]
pub fn span_of(text: &str) -> Result<u64, Fault> {
    let span = text.parse::<core::Span>();
    span.map(core::Span::as_millis).map_err(|fault| Fault::value("span", &fault))
}

/// The sentence of a refusal.
#[uniffi::export]
pub fn refusal_text(refusal: &[u8]) -> Result<String, Fault> {
    Ok(core::Refusal::from_bytes(refusal)?.to_string())
}

/// The code of a refusal.
#[uniffi::export]
pub fn refusal_code(refusal: &[u8]) -> Result<String, Fault> {
    Ok(core::Refusal::from_bytes(refusal)?.code().into())
}

/// An explanation for people.
#[uniffi::export]
pub fn explanation_text(explanation: &[u8]) -> Result<String, Fault> {
    Ok(core::Explanation::from_bytes(explanation)?.to_string())
}

/// Checks a transcript against its chain of digests: the digest after its last entry.
#[uniffi::export]
pub fn verify(view: &[u8]) -> Result<String, Fault> {
    let view = core::chain::TranscriptView::from_bytes(view)?;
    Ok(core::chain::verify(&view)?.to_string())
}

/// The transcript of a record, such that it can be checked; none where the chat has no chain of digests.
#[uniffi::export]
pub fn view_record(record: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
    Ok(core::Record::from_bytes(record)?.view().map(|view| view.to_bytes()))
}

/// The same record without what the patron wrote, and with another name for them.
#[uniffi::export]
pub fn mask_patron(record: &[u8], name: &str) -> Result<Vec<u8>, Fault> {
    let mut record = core::Record::from_bytes(record)?;
    record.mask_patron(id_of("name", name)?);
    Ok(record.to_bytes())
}

/// The version of the time zone data that is built in, such as `2026b`.
#[uniffi::export]
pub fn tz_version() -> String {
    core::hours::tz_version().into()
}

/// The version of the library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
