//! Everything that is assumed, in one place. The file tells who answered whose patrons, and no more:
//! nobody publishes who was at work when, how long anybody waited, or who gave up.

use std::fmt;

use refdesk::Span;

/// When the service is open, from Monday on: the hour of opening, and of closing. 67 hours a week.
pub(crate) const OPEN: [(u32, u32); 7] =
    [(10, 21), (10, 21), (10, 21), (10, 21), (10, 17), (12, 20), (12, 20)];

/// The first day of the file, 1 September 2020, was a Tuesday.
pub(crate) const FIRST_DAY: usize = 1;

/// When it began in Ontario, in milliseconds. That the clocks were set back on 1 November is left out.
pub(crate) const BEGAN_MS: i64 = 1_598_932_800_000;

/// A log-normal span: the mean and the standard deviation of the logarithm of its seconds.
pub(crate) type LogNormal = (f64, f64);

/// What the file does not tell.
#[derive(Clone, Debug)]
pub(crate) struct Assumptions {
    /// Which patrons and operators are drawn.
    pub(crate) seed: u64,
    /// How many chats are asked on a day, in the mean: how many days the file is spread over.
    pub(crate) chats_a_day: u32,
    /// How many operators of all institutions together are at work at any time.
    pub(crate) at_work: u32,
    pub(crate) shift_hours: u32,
    pub(crate) chats_at_once: u16,
    /// How long somebody who is rung takes to accept.
    pub(crate) accepts_after: LogNormal,
    /// How long a chat takes.
    pub(crate) service: LogNormal,
    /// After how many seconds a patron gives up, in the mean.
    pub(crate) patience_secs: f64,
    /// How long those at home are rung alone, where they come first.
    pub(crate) at_home_alone: Span,
}

impl Default for Assumptions {
    #[expect(clippy::approx_constant, reason = "the logarithm of a span, and not e")]
    fn default() -> Self {
        Self {
            seed: 1,
            chats_a_day: 186,
            at_work: 8,
            shift_hours: 2,
            chats_at_once: 2,
            accepts_after: (2.718, 0.865),
            service: (6.183, 1.165),
            patience_secs: 300.0,
            at_home_alone: Span::from_secs(40),
        }
    }
}

impl fmt::Display for Assumptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, chats_a_day, at_work, shift_hours, chats_at_once, .. } = self;
        let [accepts, service] = [self.accepts_after, self.service];
        writeln!(
            f,
            "Assumed (seed {seed}):\n\
             - Every chat of the file is asked once, {chats_a_day} a day in the mean, at a moment \
             drawn evenly from 67 open\n  hours a week: Monday to Thursday 10-21, Friday 10-17, \
             weekend 12-20. So there are no rush hours,\n  and those who asked and gave up are not \
             counted again beside those who were answered.\n\
             - {at_work} operators are at work at any time, in shifts of {shift_hours} hours. Which \
             institutions send them is drawn\n  for each shift, so that in the mean each sends its \
             share of all answers in the file.\n\
             - Each answers up to {chats_at_once} chats at once, and finishes them when the shift \
             is over.\n\
             - Somebody who is rung accepts after a log-normal span (mu {}, sigma {}: median {:.0} \
             s, mean {:.0} s),\n  drawn for each chat and operator: as long as the patrons of one \
             library waited.\n\
             - A chat takes a log-normal span (mu {}, sigma {}: median {:.0} s, mean {:.0} s), as at \
             that library,\n  whoever answers.\n\
             - Patrons give up after an exponential span of {:.0} s in the mean.\n\
             - Everybody knows every subject and both languages; nobody declines, pauses or loses \
             the connection.",
            accepts.0,
            accepts.1,
            median(accepts),
            mean(accepts),
            service.0,
            service.1,
            median(service),
            mean(service),
            self.patience_secs,
        )
    }
}

fn median((mu, _): LogNormal) -> f64 {
    mu.exp()
}

fn mean((mu, sigma): LogNormal) -> f64 {
    (mu + sigma * sigma / 2.0).exp()
}
