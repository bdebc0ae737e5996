//! Opening hours: the rules that the module states, a real timetable, and a slow model beside it.

#[path = "hours/dates.rs"]
mod dates;
#[path = "hours/daylight.rs"]
mod daylight;
#[path = "hours/document.rs"]
mod document;
#[path = "hours/language.rs"]
mod language;
#[path = "hours/mobius.rs"]
mod mobius;
#[path = "hours/mobius_desk.rs"]
mod mobius_desk;
#[path = "hours/model.rs"]
mod model;
