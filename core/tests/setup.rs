//! The setup document: its forms, its faults, and how a router is brought to it.

#[path = "setup/faults.rs"]
mod faults;
#[path = "setup/forms.rs"]
mod forms;
#[path = "setup/language.rs"]
mod language;
#[path = "setup/oddities.rs"]
mod oddities;
#[path = "setup/plans.rs"]
mod plans;
#[path = "setup/random.rs"]
mod random;
#[path = "setup/stories.rs"]
mod stories;
#[path = "setup/waiting.rs"]
mod waiting;
