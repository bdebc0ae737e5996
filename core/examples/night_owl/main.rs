//! Night Owl: three universities that share one night desk, told step by step.
//!
//! By day each university answers its own patrons. At night one common desk serves all three, and
//! whoever of the three has opted in takes part. Everything that you read here is what a chat
//! product would show to the people named; the router says what, and to whom.
//!
//! Run it with `cargo run --release --example night_owl`.

mod desk;
mod story;

use desk::Desk;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut desk = Desk::open();
    story::setting(&mut desk)?;
    story::a_question_by_day(&mut desk)?;
    story::night_falls(&mut desk)?;
    story::the_first_to_respond_wins(&mut desk)?;
    story::a_patron_changes_hands(&mut desk)?;
    story::somebody_drops_out(&mut desk)?;
    story::morning(&mut desk)?;
    println!("\nThat was the night. Nobody started their question over.");
    Ok(())
}
