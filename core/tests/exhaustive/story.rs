//! A way to a moment as a story, as the files of `scenarios/` tell them.

use refdesk::{Actor, Command, Config, Event};

use crate::desk::Desk;
use crate::json::{Json, block, quoted};
use crate::moment::{Moment, Next};

/// What happened on the way, and what is wrong at its end.
pub(crate) fn tell(desk: &Desk, way: &[Next], wrong: &str) -> String {
    let mut moment = Moment::first(desk);
    let mut steps = Vec::new();
    for &next in way {
        let step = moment.step(desk, next).expect("the way was gone before");
        let (after, events) = moment.after(desk, next).expect("the way was gone before");
        let at = step.at.as_millis();
        let mut parts = vec![format!("\"at\": {at}")];
        parts.extend(step.command.iter().map(|c| format!("\"do\": {}", short(c).laid_out(6))));
        parts.push(format!("\"see\": {}", one_each(events.iter().map(|event| seen(event, at)), 6)));
        steps.push(block(&parts, 4, false));
        moment = after;
    }
    let parts = [
        format!("\"why\": {}", quoted(wrong)),
        format!("\"config\": {}", what_is_set(&desk.config).laid_out(2)),
        format!("\"given\": {}", one_each(desk.given.iter().map(short), 2)),
        format!("\"steps\": {}", block(&steps, 2, true)),
    ];
    block(&parts, 0, false)
}

/// A configuration without what has its default.
fn what_is_set(config: &Config) -> Json {
    let default = Json::of(&Config::default());
    let whole = Json::of(config);
    let fields = whole.keys().into_iter().map(String::from).collect::<Vec<_>>();
    let unset = fields.into_iter().filter(|field| whole.get(field) == default.get(field));
    unset.fold(whole.clone(), |config, field| config.without(&field))
}

fn one_each(items: impl Iterator<Item = Json>, indent: usize) -> String {
    let items: Vec<String> = items.map(|item| item.laid_out(indent + 2)).collect();
    if items.is_empty() { "[]".into() } else { block(&items, indent, true) }
}

/// An event without its number, and with its time only where it differs.
fn seen(event: &Event, at: i64) -> Json {
    let json = Json::of(event).without("seq");
    if event.at.as_millis() == at { json.without("at") } else { json }
}

/// A command with who gives it in short.
fn short(command: &Command) -> Json {
    let by = match &command.by {
        Actor::Host => "host".to_owned(),
        Actor::Institution { institution } => format!("institution:{institution}"),
        Actor::Operator { operator } => format!("operator:{operator}"),
        Actor::Patron { patron } => format!("patron:{patron}"),
    };
    Json::of(command).with("by", Json::Text(by))
}
