//! refdesk for Python: the router of the core, and its commands, events and refusals as classes.

mod classes;
mod convert;
mod crossing;
mod document;
mod documents;
mod errors;
mod forms;
mod keeping;
#[allow(
    clippy::default_trait_access,
    clippy::items_after_statements,
    clippy::too_many_lines,
    clippy::wildcard_imports,
    reason = "tables, written by a program"
)]
mod mirror;
mod router;
mod value;

use pyo3::prelude::*;

#[pymodule]
fn _refdesk(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<value::Value>()?;
    module.add_class::<value::Action>()?;
    module.add_class::<value::Event>()?;
    mirror::values::register(module)?;
    mirror::actions::register(module)?;
    mirror::events::register(module)?;
    module.add_class::<router::Router>()?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<keeping::Journal>()?;
    module.add_class::<documents::Setup>()?;
    module.add_class::<documents::SetupFindings>()?;
    module.add_class::<documents::Finding>()?;
    module.add_class::<documents::Tally>()?;
    module.add_class::<documents::Report>()?;
    module.add_class::<documents::Recording>()?;
    module.add_class::<documents::WhatIf>()?;
    module.add_function(wrap_pyfunction!(forms::view_record, module)?)?;
    module.add_function(wrap_pyfunction!(forms::mask_patron, module)?)?;
    module.add_function(wrap_pyfunction!(forms::verify, module)?)?;
    module.add_function(wrap_pyfunction!(forms::tz_version, module)?)?;
    errors::register(module)
}
