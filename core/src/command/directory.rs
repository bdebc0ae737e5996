//! The directory: institutions, operators, queues, groups, assignments, supervisors.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::hours::OwnHours;
use crate::id::{GroupId, InstitutionId, OperatorId, QueueId, SkillId, Text};
use crate::policy::{Policy, is_default, is_one, one};

/// Adds an institution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddInstitution {
    /// Its id, not yet in use.
    pub institution: InstitutionId,
}

/// Removes an institution that has no operators, queues, groups or partnerships any more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveInstitution {
    /// Which one.
    pub institution: InstitutionId,
}

/// Adds an operator to an institution. They are offline until they open a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddOperator {
    /// Their id, not yet in use.
    pub operator: OperatorId,
    /// Where they work.
    pub institution: InstitutionId,
    /// How many units of chats they answer at once; a chat costs one unit unless its channel costs
    /// more. 0: none.
    pub capacity: u16,
}

/// Changes how many units of chats an operator answers at once. Chats beyond a lowered limit go on,
/// and nothing new comes until they are below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetCapacity {
    /// Who.
    pub operator: OperatorId,
    /// How many units of chats they answer at once; a chat costs one unit unless its channel costs
    /// more. 0: none.
    pub capacity: u16,
}

/// Says which skills an operator has. Offers for which they lack one now are withdrawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetSkills {
    /// Who.
    pub operator: OperatorId,
    /// Their skills and the level of each, from 1 to [`MAX_SKILL`](crate::MAX_SKILL). Those of
    /// before are forgotten. At most [`skills_per_operator`](crate::Limits::skills_per_operator).
    pub skills: BTreeMap<SkillId, u8>,
}

/// Removes an operator. Their chats are offered again, as if they had logged out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveOperator {
    /// Who. No policy may name them.
    pub operator: OperatorId,
}

/// Adds a queue to an institution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddQueue {
    /// Its id, not yet in use.
    pub queue: QueueId,
    /// Whose queue it is.
    pub institution: InstitutionId,
    /// What it does with a waiting chat.
    pub policy: Policy,
}

/// Gives a queue another policy. Chats that wait in it begin again at the first level, each at its
/// old place in line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetPolicy {
    /// Which queue.
    pub queue: QueueId,
    /// What it does with a waiting chat from now on.
    pub policy: Policy,
}

/// Gives a queue hours, others than before, or none: then it is always open.
///
/// In its hours a queue is open. Outside them it is draining while chats wait that were admitted
/// while it was open (they keep their levels), and closed when none does; which levels take new chats
/// then is for [`Level::only_when`](crate::Level::only_when) to say. A state
/// [by hand](SetQueueState) outranks the hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetHours {
    /// Which queue.
    pub queue: QueueId,
    /// When it is open. `None`: always.
    pub hours: Option<OwnHours>,
}

/// Says what whoever answers a queue's patrons should know to speak in its name: greetings, rules,
/// links. Opaque to the router; offers and hand-overs of chats that open from now on carry it, those at
/// partners too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetProfile {
    /// Which queue.
    pub queue: QueueId,
    /// What they should know. `None`: nothing. At most
    /// [`profile_bytes`](crate::Limits::profile_bytes).
    pub profile: Option<Text>,
}

/// Opens or closes a queue by hand, or leaves it to its hours again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetQueueState {
    /// Which queue.
    pub queue: QueueId,
    /// What it is from now on.
    pub state: Switch,
}

/// What a queue may be set to by hand.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Switch {
    /// Open, whatever its hours.
    Open,
    /// Not open: chats that wait keep their levels.
    Draining,
    /// Not open. What the policy says after the last level comes to the chats that were admitted
    /// while it was open and wait, and pending transfers of such chats to it fail. Where the policy
    /// lets them wait on, they do.
    Closed,
    /// What its hours say.
    ByHours,
}

/// Watches a queue's availability, for a chat widget: from now on an event tells how it is, at once
/// and whenever it changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WatchAvailability {
    /// Which queue.
    pub queue: QueueId,
    /// Whether it is told. Default: yes.
    #[serde(default = "yes")]
    pub watch: bool,
}

/// Removes a queue that has no open chats and that no policy and no grant names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveQueue {
    /// Which one.
    pub queue: QueueId,
}

/// Defines a group of operators, or says anew who is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetGroup {
    /// The group.
    pub group: GroupId,
    /// Whose group it is; an existing group stays with its institution.
    pub institution: InstitutionId,
    /// Who is in it, all of that institution.
    pub operators: Vec<OperatorId>,
}

/// Removes a group that no policy names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveGroup {
    /// Which one.
    pub group: GroupId,
}

/// Assigns an operator to a queue of their institution, or of one that lets them staff it.
///
/// Given again, it sets what it says anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignOperator {
    /// Who.
    pub operator: OperatorId,
    /// To which queue.
    pub queue: QueueId,
    /// Whether they have opted in. Default: yes.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Their rank where the order is by fixed ranks: 0 is the first. Default: 0.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rank: u16,
    /// How many chats their turn is worth where the order is round robin by weight; 0 counts as 1.
    /// Default: 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u16,
    /// The most units of chats that they answer at once of those that reached them through this
    /// assignment. What they had taken before a limit was first set does not count. Default: as many
    /// as their capacity allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u16>,
}

impl AssignOperator {
    /// An operator who has opted in, with nothing special about their assignment.
    #[must_use]
    pub const fn of(operator: OperatorId, queue: QueueId) -> Self {
        Self { operator, queue, enabled: yes(), rank: 0, weight: one(), limit: None }
    }
}

const fn yes() -> bool {
    true
}

/// Takes an operator off a queue. Chats in progress go on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnassignOperator {
    /// Who.
    pub operator: OperatorId,
    /// Off which queue.
    pub queue: QueueId,
}

/// An operator takes chats of a queue again that they are assigned to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptIn {
    /// Who.
    pub operator: OperatorId,
    /// Which queue.
    pub queue: QueueId,
}

/// An operator takes no new chats of a queue that they are assigned to. Chats in progress go on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptOut {
    /// Who.
    pub operator: OperatorId,
    /// Which queue.
    pub queue: QueueId,
}

/// Marks an operator as supervisor over queues and groups of their institution, and of no others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetSupervisor {
    /// Who.
    pub operator: OperatorId,
    /// Over which queues.
    #[serde(default)]
    pub queues: Vec<QueueId>,
    /// Over which groups.
    #[serde(default)]
    pub groups: Vec<GroupId>,
}
