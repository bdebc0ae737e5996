//! A desk on the registry, driven as rustpbx's own queue drives it: select, ring, start a call.

use futures_executor::block_on;
use rustpbx::call::app::agent_registry::{
    AgentRecord, AgentRegistry, MemoryRegistry, PresenceState, RoutingStrategy,
};

use crate::workload::{Chat, Run};

pub struct Desk {
    registry: MemoryRegistry,
    choice: Choice,
}

/// Who picks among those who are free.
#[derive(Clone, Copy)]
pub enum Choice {
    /// The registry, by the nearest strategy that it has.
    LongestIdle,
    /// The host, by the order of the workload.
    LeastBusy,
}

impl Desk {
    /// Every operator is there; their queues are their skills.
    pub fn staffed(run: &Run, choice: Choice) -> Self {
        let registry = MemoryRegistry::new();
        for operator in &run.operators {
            let (id, skills) = (operator.id.clone(), operator.queues.clone());
            let uri = format!("sip:{id}@desk");
            let registered = registry.register(id.clone(), id, uri, skills, run.capacity.into());
            block_on(registered).expect("ids differ");
        }
        Self { registry, choice }
    }

    /// Somebody who is free is rung.
    pub fn open(&self, chat: &Chat) -> String {
        let skills = [chat.queue.clone()];
        let best = match self.choice {
            Choice::LongestIdle => {
                block_on(self.registry.select_agent(&skills, RoutingStrategy::LongestIdle))
            }
            Choice::LeastBusy => {
                let free = block_on(self.registry.find_available_agents(&skills));
                free.into_iter().min_by(|a, b| standing(a).cmp(&standing(b)))
            }
        };
        let operator = best.expect("somebody is free").agent_id;
        self.show(&operator, PresenceState::Ringing { call_id: Some(chat.id.clone()) });
        operator
    }

    /// The operator takes the chat.
    ///
    /// The registry shows them as busy from their first chat on, and would not offer them another
    /// one however many they may have: so the host says that they are still there.
    pub fn claim(&self, operator: &str) {
        block_on(self.registry.start_call(operator)).expect("they are registered");
        self.show(operator, PresenceState::Idle);
    }

    /// The operator ends a chat; nothing is left to do after it.
    pub fn close(&self, operator: &str) {
        block_on(self.registry.end_call(operator, 0)).expect("they are registered");
        self.show(operator, PresenceState::Idle);
    }

    fn show(&self, operator: &str, presence: PresenceState) {
        block_on(self.registry.update_presence(operator, presence)).expect("they are registered");
    }
}

/// The least is the best: the least busy, then who last began or ended a chat the longest ago,
/// then who was registered first.
fn standing(agent: &AgentRecord) -> (u32, std::time::Instant, &str) {
    (agent.current_calls, agent.last_state_change, &agent.agent_id)
}
