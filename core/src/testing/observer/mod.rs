//! What a host can know, in plain books, and the rules that it holds the router to.

mod buddies;
mod explained;
mod follows;
mod identity;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use crate::chat::Phase;
use crate::command::{Action, Actor, Command, OpenChat, Part, Party};
use crate::event::{Event, OfferCause, Presence};
use crate::explain::{ExplainedLevel, Explanation, LevelState, Page};
use crate::id::{ChannelId, ChatId, OfferId, OperatorId, PatronId, QueueId};
use crate::invariants::Violation;
use crate::policy::{Level, Policy, Ring};
use crate::router::Router;
use crate::skills::Need;

use self::buddies::Books;

type Held = Result<(), Violation>;

/// Breaks off with the rule in words, unless it holds.
macro_rules! rule {
    ($holds:expr) => {
        rule!($holds, "{}", stringify!($holds))
    };
    ($holds:expr, $($rule:tt)+) => {
        if !$holds {
            return Err($crate::invariants::Violation::of(alloc::format!($($rule)+)));
        }
    };
}

/// Breaks off with both, and what they are, unless they are the same.
macro_rules! same {
    ($one:expr, $other:expr) => {
        same!($one, $other, "{}", stringify!($one))
    };
    ($one:expr, $other:expr, $($what:tt)+) => {{
        let (one, other) = (&$one, &$other);
        if one != other {
            let what = alloc::format!($($what)+);
            let said = alloc::format!("{what}: {one:?}, and not {other:?}");
            return Err($crate::invariants::Violation::of(said));
        }
    }};
}

pub(crate) use {rule, same};

/// One open chat, as the events tell it.
#[derive(Clone, Debug, Default)]
struct Chat {
    /// The number of its arrival.
    place: usize,
    patron: Option<PatronId>,
    /// What it asks for, at which priority.
    asks: Asks,
    /// Where it waits, or is being transferred.
    rings_in: Option<QueueId>,
    owner: Option<OperatorId>,
    company: BTreeMap<OperatorId, Part>,
    transferring: bool,
    /// Of whom losers heard before anybody owned it, or was consulted.
    announced: Option<OperatorId>,
    /// Who has accepted a transfer, and talks about it first.
    consulted: Option<OperatorId>,
    on_hold: bool,
    /// The patron has left.
    wraps_up: bool,
    /// Who is rung, by offer.
    rung: BTreeMap<OfferId, (OperatorId, OfferCause)>,
    /// Who declined or missed it in this round.
    refused: BTreeSet<OperatorId>,
}

/// What a chat asks for when it opens: only chats that ask alike are served in order.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asks {
    needs: Vec<Need>,
    priority: u8,
    excluded: Vec<OperatorId>,
    /// How many units it takes.
    channel: Option<ChannelId>,
}

impl Asks {
    fn of(open: &OpenChat) -> Self {
        Self {
            needs: open.needs.clone(),
            priority: open.priority,
            excluded: open.excluded.clone(),
            channel: open.channel.clone(),
        }
    }
}

/// What a host can know of a router from its events, kept in plain books beside it, and the rules of
/// what must never happen, held against both: one owner and one winner, and losers who are told; no
/// offer to whom it may not go; nobody overtaken, and nobody free beside a chat that waits; transcripts
/// whole, and shown to whom they may be; transfers that happen as announced; buddies who see each other
/// by consent alone.
///
/// It has to see a router from its first step on. A [`Desk`](super::Desk) has one.
#[derive(Clone, Debug, Default)]
pub struct Observer {
    chats: BTreeMap<ChatId, Chat>,
    /// The queues that ring all at one level and the best at another. A broadcast reserves nothing:
    /// there a later chat's targeted offer may take the place that an earlier one's was for.
    mixed: BTreeSet<QueueId>,
    arrivals: usize,
    /// What the chat that opens in this step asks for.
    opening: Asks,
    seq: u64,
    /// What is known of buddies.
    buddies: Books,
    /// The offers that the step under way has made, by a level.
    made: Vec<(ChatId, OperatorId)>,
}

impl Observer {
    /// Whether the reasons that are given for each open chat name everybody whom its levels name, each
    /// once. It costs much: for the end of a story.
    ///
    /// # Errors
    /// What is said otherwise than it is.
    pub fn is_explained(&self, router: &Router) -> Result<(), Violation> {
        explained::names_everybody(router, self.chats.keys())
    }

    /// Keeps the books of one step, and holds the rules: of a command that was accepted, or of timers.
    /// `router` is as it is after the step.
    ///
    /// # Errors
    /// The first rule that the step has broken.
    pub fn sees(
        &mut self,
        command: Option<&Command>,
        events: &[Event],
        router: &Router,
    ) -> Result<(), Violation> {
        self.opening = Asks::default();
        if let Some(command) = command {
            self.prepares(&command.action);
        }
        self.follows(events)?;
        if let Some(command) = command {
            self.buddies.forgets(&command.action);
            holds_limits(command, events, router)?;
        }
        self.begins_anew(router);
        identity::stays_where_it_may(events, router)
    }

    /// A chat that no level rings for any more, since none is active, begins anew when one is: whoever has
    /// refused it may be rung again then.
    fn begins_anew(&mut self, router: &Router) {
        for (id, chat) in &mut self.chats {
            if chat.owner.is_some() || !chat.rung.is_empty() || chat.refused.is_empty() {
                continue;
            }
            let said = router.explain(id, &Actor::Host, &Page::EVERYBODY);
            let Ok(Explanation { course: Some(course), .. }) = said else { continue };
            let rings = |level: &ExplainedLevel| matches!(level.state, LevelState::Rings { .. });
            if course.preferred.is_none() && !course.levels.iter().any(rings) {
                chat.refused.clear();
            }
        }
    }

    /// What a command changes besides what its events tell.
    fn prepares(&mut self, action: &Action) {
        if let Some((queue, policy)) = policy_of(action) {
            let all = |level: &Level| matches!(level.ring, Ring::All { .. });
            if policy.levels.iter().any(all) && !policy.levels.iter().all(all) {
                self.mixed.insert(queue.clone());
            } else {
                self.mixed.remove(queue);
            }
        }
        match action {
            Action::OpenChat(open) => self.opening = Asks::of(open),
            Action::SendDirectMessage(message) => {
                // Whoever asks a queue is not asked to answer.
                let own = match &message.party {
                    Party::Operator { operator } => vec![operator.clone()],
                    Party::Queue { .. } | Party::Contact { .. } => Vec::new(),
                };
                self.opening = Asks { excluded: own, ..Asks::default() };
            }
            Action::SetPolicy(set) => {
                // The chats of the queue begin anew.
                let here = self
                    .chats
                    .values_mut()
                    .filter(|chat| chat.rings_in.as_ref() == Some(&set.queue));
                here.for_each(|chat| chat.refused.clear());
            }
            Action::RemoveOperator(remove) => {
                // Whoever bears the name later is somebody else.
                for chat in self.chats.values_mut() {
                    chat.refused.remove(&remove.operator);
                }
            }
            _ => {}
        }
    }

    /// Whether what is said of each open chat ([`Router::explain`](crate::Router::explain)) is so, and
    /// nobody is free beside one that waits.
    ///
    /// # Errors
    /// What is said otherwise than it is.
    pub fn explains(&self, router: &Router) -> Result<(), Violation> {
        self.chats.keys().try_for_each(|chat| explained::agrees(router, chat))
    }

    /// The open chats and their patrons.
    pub fn open_chats(&self) -> impl Iterator<Item = (&ChatId, &PatronId)> {
        self.chats.iter().filter_map(|(id, chat)| chat.patron.as_ref().map(|patron| (id, patron)))
    }

    /// Who has declined each chat, or missed it, in this round.
    pub fn refusals(&self) -> impl Iterator<Item = (&ChatId, &BTreeSet<OperatorId>)> {
        self.chats.iter().map(|(id, chat)| (id, &chat.refused))
    }

    /// Whether the router is as its events said.
    ///
    /// # Errors
    /// What is otherwise.
    pub fn compares(&self, router: &Router) -> Held {
        self.buddies.compares(router)?;
        same!(router.open_chats(), self.chats.len());
        for (id, chat) in &self.chats {
            let view = router.view_chat(id);
            let view = view.ok_or_else(|| Violation::of(format!("`{id}` is lost")))?;
            same!(&view.owner, &chat.owner, "the owner of `{}`", id);
            let company: BTreeMap<OperatorId, Part> = view.company.into_iter().collect();
            same!(&company, &chat.company, "the company of `{}`", id);
            let rung = chat.rung.iter().map(|(offer, rung)| (rung.0.clone(), *offer));
            same!(
                view.rung,
                rung.collect::<Vec<_>>(),
                "who is rung for `{}`, and by which offers",
                id
            );
            same!(
                view.transfer.is_some(),
                chat.transferring,
                "whether `{}` is being transferred",
                id
            );
            same!(&view.consulted, &chat.consulted, "who is consulted about `{}`", id);
            let phase = match (&chat.owner, chat.transferring, chat.rung.is_empty()) {
                (Some(_), _, _) if chat.wraps_up => Phase::WrapUp,
                (Some(_), true, _) if chat.consulted.is_some() => Phase::Consulting,
                (Some(_), true, _) => Phase::Transferring,
                (Some(_), false, _) if chat.on_hold => Phase::OnHold,
                (Some(_), false, _) => Phase::Active,
                (None, _, true) => Phase::Waiting,
                (None, _, false) => Phase::Offered,
            };
            same!(view.phase, phase, "the phase of `{}`", id);
            for (operator, _) in chat.rung.values() {
                may_be_rung(router, operator)?;
            }
        }
        self.nobody_overtakes(router)
    }

    /// Whoever was offered a chat in this step could not have been offered an older one of the same
    /// queue at the same level that rings nobody.
    fn nobody_overtakes(&self, router: &Router) -> Held {
        for (id, operator) in &self.made {
            let (Some(chat), Some(view)) = (self.chats.get(id), router.view_chat(id)) else {
                continue;
            };
            let by_level = chat
                .rung
                .values()
                .any(|rung| rung.0 == *operator && matches!(rung.1, OfferCause::Level { .. }));
            if !by_level || chat.transferring || self.mixed.contains(&view.queue) {
                continue;
            }
            for (other, older) in self.chats.iter().filter(|(_, other)| other.place < chat.place) {
                let Some(state) = router.view_chat(other) else { continue };
                let beside = state.phase == Phase::Waiting
                    && state.queue == view.queue
                    && state.level == view.level
                    && older.asks == chat.asks;
                let passed = beside && !older.refused.contains(operator);
                rule!(!passed, "`{id}` overtakes `{other}` at `{operator}`");
            }
        }
        Ok(())
    }
}

/// The policy that an action gives to a queue.
fn policy_of(action: &Action) -> Option<(&QueueId, &Policy)> {
    match action {
        Action::AddQueue(add) => Some((&add.queue, &add.policy)),
        Action::SetPolicy(set) => Some((&set.queue, &set.policy)),
        _ => None,
    }
}

fn may_be_rung(router: &Router, operator: &OperatorId) -> Held {
    let view = router.view_operator(operator);
    let view = view.ok_or_else(|| Violation::of("somebody is rung who is not there"))?;
    let mut takes_chats = router.config().takes_chats.iter().map(|&show| Presence::from(show));
    let shows = takes_chats.any(|presence| presence == view.presence);
    rule!(
        shows && !view.sessions.is_empty() && view.pause.is_none() && !view.leaves,
        "{view:?} is rung"
    );
    rule!(view.answering.len() < usize::from(view.capacity), "{view:?} is rung");
    Ok(())
}

/// A pick never exceeds a limit.
fn holds_limits(command: &Command, events: &[Event], router: &Router) -> Held {
    let picker = match (&command.by, &command.action) {
        (Actor::Operator { operator }, Action::PickChat(_)) if !events.is_empty() => operator,
        _ => return Ok(()),
    };
    let view = router.view_operator(picker);
    let view = view.ok_or_else(|| Violation::of("nobody picks"))?;
    rule!(view.answering.len() <= usize::from(view.capacity), "{view:?} picks too much");
    Ok(())
}
