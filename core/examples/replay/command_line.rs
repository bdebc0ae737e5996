//! How an example answers the command line.

use std::process::ExitCode;

/// Tells how it is used where that is asked for; else does the work, or says why it cannot.
pub(crate) fn answer(usage: &str, work: impl FnOnce() -> Result<(), String>) -> ExitCode {
    if std::env::args().any(|word| word == "--help" || word == "-h") {
        println!("{usage}");
        return ExitCode::SUCCESS;
    }
    match work() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::from(2)
        }
    }
}
