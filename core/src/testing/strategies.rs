//! Strategies for stories, and how a story becomes a short one.

use alloc::vec::Vec;

use proptest::collection::{SizeRange, vec};
use proptest::prelude::{Strategy, any};
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::TestRunner;

use super::step::{DAILY, Move, Step};

/// Stories of what people do from day to day: patrons and operators, colleagues, and time that goes
/// by. What the setup document says stays as it is, but that operators opt in and out, and that
/// queues are opened and closed by hand.
///
/// They shrink to short stories of plain steps.
pub fn steps(count: impl Into<SizeRange>) -> impl Strategy<Value = Vec<Step>> {
    Stories { count: count.into(), most: DAILY - 1 }
}

/// Stories in which the setup changes too: who is there, policies, hours, partnerships.
pub fn any_steps(count: impl Into<SizeRange>) -> impl Strategy<Value = Vec<Step>> {
    Stories { count: count.into(), most: u8::MAX }
}

/// Stories of so many steps, whose moves are meant by bytes up to `most`.
#[derive(Clone, Debug)]
struct Stories {
    count: SizeRange,
    most: u8,
}

impl Strategy for Stories {
    type Tree = StoryTree;
    type Value = Vec<Step>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let numbers = (0..=self.most, any::<u8>(), any::<u8>(), any::<u64>());
        let step = |(does, who, what, more)| Step { does: Move::from_byte(does), who, what, more };
        let numbers = vec(numbers, self.count.clone()).new_tree(runner)?.current();
        let steps: Vec<Step> = numbers.into_iter().map(step).collect();
        let least = self.count.start();
        Ok(StoryTree { kept: steps.clone(), steps, least, next: 0, shrunk: false })
    }
}

/// How many steps are left out at once: many first, so that long stories are soon short.
const CHUNKS: [usize; 4] = [32, 8, 2, 1];

/// What a step may be instead, each plainer than it is.
const PLAINER: [fn(Step) -> Step; 5] = [
    |step| Step { more: 0, ..step },
    |step| Step { who: 0, ..step },
    |step| Step { what: 0, ..step },
    |step| Step { more: step.more >> 32, ..step },
    |step| Step { more: step.more >> 8, ..step },
];

/// A story that becomes shorter and plainer as long as what is wrong with it stays wrong: attempts are
/// made in a fixed order, round after round, until none of a round helps.
#[derive(Clone, Debug)]
struct StoryTree {
    /// The story as it is tried.
    steps: Vec<Step>,
    /// The last that went wrong.
    kept: Vec<Step>,
    /// Below so many steps it may not go.
    least: usize,
    /// The next attempt of this round.
    next: usize,
    /// Whether one of this round has helped.
    shrunk: bool,
}

impl StoryTree {
    /// Makes the next attempt. `false`: there is none left.
    fn attempts(&mut self) -> bool {
        loop {
            let Some(attempt) = self.attempt(self.next) else {
                if !self.shrunk {
                    self.steps.clone_from(&self.kept);
                    return false;
                }
                (self.next, self.shrunk) = (0, false);
                continue;
            };
            self.next += 1;
            if attempt.len() >= self.least && attempt != self.kept {
                self.steps = attempt;
                return true;
            }
        }
    }

    /// The attempt of a number: the last chunk left out first, since it matters least; then each step
    /// made plainer.
    fn attempt(&self, mut number: usize) -> Option<Vec<Step>> {
        let count = self.kept.len();
        for chunk in CHUNKS {
            let chunks = count.div_ceil(chunk);
            if number < chunks {
                let from = (chunks - 1 - number) * chunk;
                let mut steps = self.kept.clone();
                steps.drain(from..count.min(from + chunk));
                return Some(steps);
            }
            number -= chunks;
        }
        let plainer = PLAINER.get(number / count.max(1))?;
        let mut steps = self.kept.clone();
        let step = steps.get_mut(number % count.max(1))?;
        *step = plainer(*step);
        Some(steps)
    }
}

impl ValueTree for StoryTree {
    type Value = Vec<Step>;

    fn current(&self) -> Vec<Step> {
        self.steps.clone()
    }

    fn simplify(&mut self) -> bool {
        // What was tried goes wrong, too.
        if self.kept != self.steps {
            self.kept.clone_from(&self.steps);
            self.shrunk = true;
        }
        self.attempts()
    }

    fn complicate(&mut self) -> bool {
        // What was tried goes well, so it stays as it was.
        self.attempts()
    }
}
