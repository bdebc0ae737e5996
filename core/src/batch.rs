//! Many commands at once: what the next ones concern is fetched while it is not needed yet.
//!
//! Where there are many operators and chats, a command waits for memory most of its time, for one
//! thing after the other. A look at what several commands concern waits for all of it at once.

use alloc::vec::Vec;
use core::hint::black_box;

use smallvec::SmallVec;

use crate::chat::ChatKey;
use crate::command::{Action, Command};
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
    /// The events are those of as many calls of [`Router::apply`]; at large desks, ten thousand
    /// operators and more, it takes less time.
    pub fn apply_all(&mut self, commands: &[Command]) -> Vec<Result<Vec<Event>, Refusal>> {
        let mut answers = Vec::with_capacity(commands.len());
        for together in commands.chunks(TOGETHER) {
            self.look_at(together);
            answers.extend(together.iter().map(|command| self.apply(command)));
        }
        answers
    }

    /// As [`Router::apply_all`], with the events appended to `events`; how many of them each command
    /// has raised, or its refusal, is appended to `answers`.
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
        }
        operators.extend(chats.iter().filter_map(|&chat| self.answering_or_rung(chat)));
        operators.extend(commands.iter().filter_map(|command| self.likely_rung(command)));
        let read = operators.iter().map(|&operator| self.standings_read(operator));
        black_box(read.sum::<usize>());
    }

    /// Who answers a chat, or is rung for it first.
    fn answering_or_rung(&self, chat: ChatKey) -> Option<OperatorKey> {
        let chat = &self.chats[chat];
        let read = chat.record.answers.len() + chat.transcript.next_number() as usize;
        black_box(read);
        chat.owner.or_else(|| Some(chat.offers.iter().next()?.operator))
    }

    /// Who is best for a chat that will be opened, as things stand.
    fn likely_rung(&self, command: &Command) -> Option<OperatorKey> {
        let Action::OpenChat(open) = &command.action else { return None };
        let queue = self.queues.find(&open.queue)?;
        let reached = self.queues[queue].levels[0].lanes[0].reached.first()?;
        Some(self.segments[reached.segment].ready.first()?.1)
    }

    fn standings_read(&self, operator: OperatorKey) -> usize {
        let standings = &self.operators[operator].standings;
        let handles = standings.iter().filter_map(|standing| {
            let ready = &self.segments[standing.segment].ready;
            let (_, who) = ready.get(standing.handle?);
            Some(usize::from(who == operator))
        });
        handles.sum()
    }
}

/// The chat that an action concerns and expects to be open; only for looking ahead, so that nothing
/// breaks where a new action is missing.
#[expect(clippy::wildcard_enum_match_arm, reason = "most actions concern no open chat")]
const fn concerned(action: &Action) -> Option<&ChatId> {
    match action {
        Action::AcceptOffer(action) => Some(&action.chat),
        Action::DeclineOffer(action) => Some(&action.chat),
        Action::PickChat(action) => Some(&action.chat),
        Action::AssignChat(action) => Some(&action.chat),
        Action::PostMessage(action) => Some(&action.chat),
        Action::LeaveChat(action) => Some(&action.chat),
        Action::CloseChat(action) => Some(&action.chat),
        Action::FinishWrapUp(action) => Some(&action.chat),
        Action::TransferChat(action) => Some(&action.chat),
        Action::CancelTransfer(action) => Some(&action.chat),
        _ => None,
    }
}
