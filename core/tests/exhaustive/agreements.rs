//! What two institutions have agreed on, as their events tell it, and what may cross by it.

use std::collections::BTreeMap;

use refdesk::{
    Action, ChatId, Command, EndRule, Event, EventKind, Grant, InstitutionId, OperatorId, Phase,
    ProposalId, QueueId, Right, Router, Terms,
};

/// The books of somebody who sees commands and events, and knows nothing of the router.
#[derive(Clone, Debug, Default)]
pub(crate) struct Agreements {
    queues: BTreeMap<QueueId, InstitutionId>,
    operators: BTreeMap<OperatorId, InstitutionId>,
    origins: BTreeMap<ChatId, QueueId>,
    proposed: BTreeMap<ProposalId, (InstitutionId, Terms)>,
    /// Who has proposed the terms that hold, and they.
    agreed: Option<(InstitutionId, Terms)>,
}

impl Agreements {
    pub(crate) fn sees(
        &mut self,
        command: Option<&Command>,
        before: &Router,
        events: &[Event],
        after: &Router,
    ) -> Result<(), String> {
        if let Some(command) = command {
            self.sees_command(&command.action);
        }
        for event in events {
            match &event.kind {
                EventKind::ChatOpened { chat, queue, .. } => {
                    self.origins.insert(chat.clone(), queue.clone());
                }
                EventKind::ChatEnded { chat, .. } => drop(self.origins.remove(chat)),
                EventKind::PartnershipProposed { from, proposal, terms, .. } => {
                    self.proposed.insert(*proposal, (from.clone(), (**terms).clone()));
                }
                EventKind::PartnershipAgreed { proposal, .. } => {
                    self.agreed = self.proposed.remove(proposal);
                }
                EventKind::PartnershipEnded { .. } => self.ends(before, after)?,
                EventKind::ChatClaimed { chat, operator, .. } => {
                    self.may_have(chat, operator, "answers")?;
                }
                _ => {}
            }
        }
        for chat in self.origins.keys() {
            let rung = after.view_chat(chat).map(|view| view.rung).unwrap_or_default();
            rung.iter()
                .try_for_each(|(operator, _)| self.may_have(chat, operator, "is rung for"))?;
        }
        Ok(())
    }

    fn sees_command(&mut self, action: &Action) {
        match action {
            Action::AddQueue(add) => {
                self.queues.insert(add.queue.clone(), add.institution.clone());
            }
            Action::AddOperator(add) => {
                self.operators.insert(add.operator.clone(), add.institution.clone());
            }
            _ => {}
        }
    }

    /// What one lets the other do.
    fn gives(&self, from: &InstitutionId) -> &[Grant] {
        match &self.agreed {
            Some((proposer, terms)) if proposer == from => &terms.gives,
            Some((_, terms)) => &terms.asks,
            None => &[],
        }
    }

    fn may_have(&self, chat: &ChatId, operator: &OperatorId, how: &str) -> Result<(), String> {
        let Some(home) = self.origins.get(chat).and_then(|origin| self.queues.get(origin)) else {
            return Ok(());
        };
        let there = &self.operators[operator];
        let has = |from: &InstitutionId, right: Right| {
            self.gives(from).iter().any(|grant| grant.right == right)
        };
        let crosses = has(home, Right::Staff) || has(there, Right::Transfer);
        if home == there || crosses {
            return Ok(());
        }
        Err(format!("`{operator}` of `{there}` {how} `{chat}` of `{home}` without a grant"))
    }

    /// Chats in progress at the partner go on there or return, as was agreed.
    fn ends(&mut self, before: &Router, after: &Router) -> Result<(), String> {
        let Some((_, terms)) = self.agreed.take() else {
            return Err("a partnership ends that nobody agreed on".into());
        };
        for (chat, origin) in &self.origins {
            let Some(view) = before.view_chat(chat) else { continue };
            let abroad = |owner: &OperatorId| self.operators[owner] != self.queues[origin];
            let Some(owner) = view.owner.filter(abroad) else { continue };
            if view.phase == Phase::WrapUp {
                continue;
            }
            let now = after.view_chat(chat).and_then(|view| view.owner);
            let stays = now.as_ref() == Some(&owner);
            if stays != (terms.on_end == EndRule::Finish) {
                return Err(format!("`{chat}` does not {:?} when the grants end", terms.on_end));
            }
        }
        Ok(())
    }
}
