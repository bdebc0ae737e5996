//! The report: the three policies side by side, and beside what was published.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::assumptions::Assumptions;
use crate::outcome::{Outcome, share, share_at_home};
use crate::table::Table;

type Chats = BTreeMap<(usize, usize), u32>;

/// The whole report as text.
///
/// # Errors
/// When patrons are lost or counted twice.
pub(crate) fn report(
    table: &Table,
    assumptions: &Assumptions,
    outcomes: &[Outcome],
) -> Result<String, String> {
    let mut text = format!("{assumptions}\n");
    for outcome in outcomes {
        let says = outcome.plan.says(assumptions.at_home_alone);
        let _ = writeln!(text, "{:<12}{says}", outcome.plan.name());
    }
    text.push('\n');
    figures(&mut text, table, outcomes)?;
    institutions(&mut text, table, outcomes);
    matrix(&mut text, "published", &table.names, &table.chats);
    for outcome in outcomes {
        matrix(&mut text, outcome.plan.name(), &table.names, &outcome.chats);
    }
    explained(&mut text, table, outcomes);
    Ok(text)
}

/// The table with the three side by side.
fn figures(text: &mut String, table: &Table, outcomes: &[Outcome]) -> Result<(), String> {
    let mut line = |name: &str, published: &str, of: &dyn Fn(&Outcome) -> String| {
        let _ = write!(text, "{name:<22}{published:>12}");
        for outcome in outcomes {
            let _ = write!(text, "{:>12}", of(outcome));
        }
        text.push('\n');
    };
    line("", "published", &|outcome| outcome.plan.name().into());
    line("patrons", "", &|outcome| outcome.total().to_string());
    line("answered", &table.total().to_string(), &|outcome| outcome.answered.to_string());
    line("gave up", "", &|outcome| outcome.gave_up.to_string());
    line("gave up, %", "", &|outcome| per_cent(share(outcome.gave_up, outcome.total())));
    let at_home = per_cent(share_at_home(&table.chats));
    line("answered at home, %", &at_home, &|outcome| per_cent(outcome.share_at_home()));
    line("offers for each", "", &|o| format!("{:.2}", share(o.offers, o.total())));
    line("waits: n", "", &|outcome| outcome.waits.count().to_string());
    line("  mean, s", "", &|outcome| format!("{:.1}", outcome.waits.mean() / 1_000.0));
    for (name, percentile) in
        [("  median, s", 50), ("  p90, s", 90), ("  p95, s", 95), ("  max, s", 100)]
    {
        line(name, "", &|outcome| {
            format!("{:.1}", f64::from(outcome.waits.percentile(percentile)) / 1_000.0)
        });
    }
    let _ = writeln!(
        text,
        "\nWaits are those of all patrons, who gave up included; a percentile is the nearest rank."
    );
    if outcomes.iter().any(|outcome| outcome.total() != table.total()) {
        return Err("the patrons do not add up".into());
    }
    Ok(())
}

/// What each institution answered, and which share of its own.
fn institutions(text: &mut String, table: &Table, outcomes: &[Outcome]) {
    let all: Vec<&Chats> = columns(table, outcomes);
    let _ = write!(text, "\n{:<16}{:>7}", "", "asked");
    for heading in ["answered in all", "of their own, %"] {
        let _ = write!(text, "   {heading:<32}");
    }
    let _ = write!(text, "\n{:<16}{:>7}", "", "");
    for _ in 0..2 {
        text.push_str("   ");
        for name in ["published", "all", "home", "two"] {
            let _ = write!(text, "{name:>9}");
        }
    }
    text.push('\n');
    for (number, name) in table.names.iter().enumerate() {
        let asked = table.asked()[number];
        let _ = write!(text, "{name:<16.16}{asked:>7}   ");
        for chats in &all {
            let _ = write!(text, "{:>9}", answered(chats, number));
        }
        text.push_str("   ");
        for chats in &all {
            let _ = write!(text, "{:>9}", of_their_own(chats, number).map_or("-".into(), per_cent));
        }
        text.push('\n');
    }
}

fn columns<'a>(table: &'a Table, outcomes: &'a [Outcome]) -> Vec<&'a Chats> {
    std::iter::once(&table.chats).chain(outcomes.iter().map(|outcome| &outcome.chats)).collect()
}

fn answered(chats: &Chats, institution: usize) -> u32 {
    chats.iter().filter(|((_, by), _)| *by == institution).map(|(_, chats)| chats).sum()
}

/// The share of an institution's patrons whom it answered itself. `None`: it has no patrons.
fn of_their_own(chats: &Chats, home: usize) -> Option<f64> {
    let asked: u32 = chats.range((home, 0)..(home + 1, 0)).map(|(_, chats)| chats).sum();
    let own = chats.get(&(home, home)).copied().unwrap_or_default();
    (asked > 0).then(|| share(own, asked))
}

/// Whose patrons (lines) were answered by whom (columns).
fn matrix(text: &mut String, title: &str, names: &[String], chats: &Chats) {
    let _ = write!(text, "\n{title:<20.20}");
    for number in 1..=names.len() {
        let _ = write!(text, "{number:>5}");
    }
    text.push('\n');
    for (home, name) in names.iter().enumerate() {
        let _ = write!(text, "{:>2} {name:<17.17}", home + 1);
        for by in 0..names.len() {
            let chats = chats.get(&(home, by)).map_or(".".into(), ToString::to_string);
            let _ = write!(text, "{chats:>5}");
        }
        text.push('\n');
    }
}

/// How near each policy comes to what was published.
fn explained(text: &mut String, table: &Table, outcomes: &[Outcome]) {
    let asked = table.asked();
    let _ = writeln!(
        text,
        "\nHow far from the published shares, in points of per cent:\n{:<12}{:>14}{:>22}{:>26}",
        "", "at home, all", "at home, each (mean)", "who helps others (mean)"
    );
    for outcome in outcomes {
        let all = outcome.share_at_home() - share_at_home(&table.chats);
        let mut each = 0.0;
        for (home, &asked) in asked.iter().enumerate() {
            let [was, is] = [&table.chats, &outcome.chats].map(|chats| of_their_own(chats, home));
            if let (Some(was), Some(is)) = (was, is) {
                each += (is - was).abs() * share(asked, table.total());
            }
        }
        let helps = distance_of_helpers(table, &outcome.chats);
        let name = outcome.plan.name();
        let (all, each, helps) = (100.0 * all, 100.0 * each, 100.0 * helps);
        let _ = writeln!(text, "{name:<12}{all:>+14.1}{each:>22.1}{helps:>26.1}");
    }
    for outcome in outcomes {
        furthest_off(text, table, outcome);
    }
    text.push_str(
        "\nWho is at work is assumed from what each institution answered: where everybody is rung, each\n\
         answers about as many as in the file because that was put in, and it explains nothing. What\n\
         comes out is whose patrons they are. Where those at home come first, an institution answers its\n\
         own about as often as somebody of it is at work and not busy; so the share answered at home\n\
         follows from how many are at work at once (below), which nobody publishes: that it can come\n\
         near to the published one shows that home first can explain it, not that so many were at work.\n\
         The others leave it at the share of those at home among all at work (in Ontario 11 to 12 %,\n\
         whether 1 or 40 are at work).\n\
         Not explained: who helps others. The rest goes to everybody at work alike, so that large\n\
         institutions help more, and staff without patrons of their own less, than they did. Nor waits\n\
         (nobody publishes them; these are mostly the time that somebody takes to accept), rush hours,\n\
         those who gave up in life, questions that only those at home can answer, French, and who was at\n\
         work when: who works when their own patrons ask answers more of them than here.\n",
    );
}

/// The institutions that answer most too many and most too few, beside what was published.
fn furthest_off(text: &mut String, table: &Table, outcome: &Outcome) {
    let too_many = |&number: &usize| {
        i64::from(answered(&outcome.chats, number)) - i64::from(answered(&table.chats, number))
    };
    let _ = write!(text, "{:<12}furthest off:", outcome.plan.name());
    let numbers = || 0..table.names.len();
    for number in numbers().max_by_key(too_many).into_iter().chain(numbers().min_by_key(too_many)) {
        let [was, is] = [&table.chats, &outcome.chats].map(|chats| answered(chats, number));
        let _ = write!(text, " {} answers {is} instead of {was};", table.names[number]);
    }
    text.push('\n');
}

/// How differently the chats that nobody at home answered are spread over the institutions: half of
/// the sum of the differences of the shares, which is the part that would have to move.
fn distance_of_helpers(table: &Table, chats: &Chats) -> f64 {
    let spread = |chats: &Chats| -> Vec<f64> {
        let helped = |by: usize| -> u32 {
            let others = chats.iter().filter(|((home, who), _)| *who == by && *home != by);
            others.map(|(_, chats)| chats).sum()
        };
        let all: Vec<u32> = (0..table.names.len()).map(helped).collect();
        let total = all.iter().sum();
        all.into_iter().map(|helped| share(helped, total)).collect()
    };
    let pairs = spread(&table.chats).into_iter().zip(spread(chats));
    pairs.map(|(was, is)| (was - is).abs()).sum::<f64>() / 2.0
}

fn per_cent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}
