//! Many commands at once: what the next ones concern is fetched while it is not needed yet.
//!
//! Where there are many operators and chats, a command waits for memory most of its time, for one
//! thing after the other. A look at what several commands concern waits for all of it at once.

use alloc::vec::Vec;
use core::hint::black_box;

use smallvec::SmallVec;

use crate::chat::ChatKey;
use crate::command::{Action, Actor, Command};
use crate::directory::OperatorKey;
use crate::event::Event;
use crate::id::ChatId;
use crate::refusal::Refusal;
use crate::router::Router;

/// How many commands are looked at together: what they concern has to stay in the first cache.
const TOGETHER: usize = 16;

impl Router {
    /// Carries many commands out, one after the other, with the events or the refusal of each.
    ///
    /// The events are those of as many calls of [`Router::apply`].
    pub fn apply_all(&mut self, commands: &[Command]) -> Vec<Result<Vec<Event>, Refusal>> {
        let mut answers = Vec::with_capacity(commands.len());
        for together in commands.chunks(TOGETHER) {
            self.look_at(together);
            answers.extend(together.iter().map(|command| self.apply(command)));
        }
        answers
    }

    /// As [`Router::apply_all`], with the events appended to `events`, and how many of them are of
    /// each command appended to `answers`.
    pub fn apply_all_into(
        &mut self,
        commands: &[Command],
        events: &mut Vec<Event>,
        answers: &mut Vec<Result<usize, Refusal>>,
    ) {
        for together in commands.chunks(TOGETHER) {
            self.look_at(together);
            for command in together {
                let before = events.len();
                let answer = self.apply_into(command, events);
                answers.push(answer.map(|()| events.len() - before));
            }
        }
    }

    /// Reads what commands concern, for nothing but to have it near.
    fn look_at(&self, commands: &[Command]) {
        let mut chats: SmallVec<[ChatKey; TOGETHER]> = SmallVec::new();
        let mut operators: SmallVec<[OperatorKey; TOGETHER]> = SmallVec::new();
        for command in commands {
            chats.extend(concerned(&command.action).and_then(|chat| self.chats.find(chat)));
            if let Actor::Operator { operator } = &command.by {
                operators.extend(self.operators.find(operator));
            }
        }
        let mut read = 0;
        for &chat in &chats {
            let chat = &self.chats[chat];
            read += chat.record.answers.len() + chat.transcript.next_number() as usize;
            read += usize::from(chat.ringing.is_some());
        }
        for &key in &operators {
            let operator = &self.operators[key];
            read += operator.id.as_str().len() + operator.answering.len();
            for standing in &operator.standings {
                let segment = &self.segments[standing.segment];
                if let Some(handle) = standing.handle {
                    read += segment.lines.len() + usize::from(segment.ready.get(handle).1 == key);
                }
            }
        }
        black_box(read);
    }
}

/// The chat that an action concerns.
fn concerned(action: &Action) -> Option<&ChatId> {
    match action {
        Action::AcceptOffer(action) => Some(&action.chat),
        Action::DeclineOffer(action) => Some(&action.chat),
        Action::PostMessage(action) => Some(&action.chat),
        Action::LeaveChat(action) => Some(&action.chat),
        Action::CloseChat(action) => Some(&action.chat),
        Action::TransferChat(action) => Some(&action.chat),
        Action::CancelTransfer(action) => Some(&action.chat),
        _ => None,
    }
}
