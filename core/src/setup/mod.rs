//! A whole collaborative in one document: institutions, operators, queues, partnerships.
//!
//! People write a [`Setup`] as TOML or JSON. [`Setup::check`] says all that is wrong with it, each
//! with its place; [`Router::plan`](crate::Router::plan) gives the commands that bring a router to
//! it, which are just the difference to what is there; [`Router::setup`](crate::Router::setup) writes down what is there.
//!
//! ```
//! use refdesk::setup::Setup;
//! use refdesk::{Config, Router, Timestamp};
//!
//! let setup: Setup = toml::from_str(
//!     r#"
//!     institutions = [{ id = "ames" }, { id = "boone" }]
//!     operators = [
//!         { id = "ana", institution = "ames", capacity = 2 },
//!         { id = "bob", institution = "boone", capacity = 1 },
//!     ]
//!
//!     [[queues]]
//!     id = "ames-desk"
//!     institution = "ames"
//!     assigned = ["ana"]
//!
//!     [[queues.policy.levels]] # the home team for 40 s
//!     pool = [{ type = "assigned" }]
//!     ring = { type = "all" }
//!     wait = "40 s"
//!
//!     [[queues.policy.levels]] # then the partner, too
//!     pool = [{ type = "queue", queue = "boone-desk" }]
//!     ring = { type = "best", order = "leastBusy", lapseAfter = "20 s" }
//!
//!     [[queues]]
//!     id = "boone-desk"
//!     institution = "boone"
//!     assigned = ["bob"]
//!
//!     [[partnerships]]
//!     sides = [
//!         { institution = "ames", gives = [{ right = { type = "staff" } }] },
//!         { institution = "boone" },
//!     ]
//!     "#,
//! )?;
//!
//! let mut router = Router::new(Config::default(), Timestamp::default());
//! for command in router.plan(&setup)? {
//!     router.apply(&command)?; // and into the journal with it
//! }
//! assert_eq!(router.plan(&setup)?, []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it says, and what it does not
//!
//! The document says how a collaborative is set up, not what happens in it: nothing of chats, of
//! presence and pauses, of proposals and listings, of queues that are opened or closed by hand. Where
//! it does not say whether an operator has opted in, or whether an institution sees listings, that
//! stays as they have it.
//!
//! **Lists are in the order of registration**, where ties end: of two operators who are equally good
//! the one who stands first is rung. Whoever is there already keeps their place, and who is new
//! comes after them.
//!
//! An id is what a thing is: under another id it is another thing. An operator, a queue or a group
//! that moves to another institution is removed there and added here.

mod assigned;
mod check;
mod hours;
mod names;
mod of;
mod plan;
mod report;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::command::{EndRule, Grant};
use crate::hours::{HolidayLists, Hours, OwnHours};
use crate::id::{GroupId, InstitutionId, OperatorId, QueueId, SkillId, Text};
use crate::policy::Policy;

pub use assigned::Assigned;
pub use report::{Inactive, Kind, SetupFault, SetupOddity, SetupReport};

/// A whole [collaborative](crate::setup), as people write it down.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Setup {
    /// The tenants, in the order of registration.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub institutions: Vec<Institution>,
    /// The staff of all institutions, in the order of registration.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub operators: Vec<Operator>,
    /// Named groups of operators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Lists of holidays by name, for hours to refer to.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub holidays: HolidayLists,
    /// Opening hours by name, for queues and levels to refer to.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub hours: BTreeMap<String, Hours>,
    /// The queues of all institutions, in the order of registration.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub queues: Vec<Queue>,
    /// Who supervises what.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supervisors: Vec<Supervisor>,
    /// What institutions have agreed on, two by two.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partnerships: Vec<Partnership>,
}

/// A tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Institution {
    /// Its id.
    pub id: InstitutionId,
    /// Whether it sees the listings of others, and may answer them. Default: as it has it; at first
    /// it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sees_listings: Option<bool>,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Operator {
    /// Their id.
    pub id: OperatorId,
    /// Where they work.
    pub institution: InstitutionId,
    /// How many units of chats they answer at once; a chat costs one unit unless its channel costs
    /// more. 0: none.
    pub capacity: u16,
    /// Their skills and the level of each, from 1 to [`MAX_SKILL`](crate::MAX_SKILL). Default: none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub skills: BTreeMap<SkillId, u8>,
}

/// A named group of operators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Whose group it is.
    pub institution: InstitutionId,
    /// Who is in it, all of that institution, in the order of fixed ranks. Default: nobody.
    #[serde(default)]
    pub operators: Vec<OperatorId>,
}

/// Where an institution's patrons wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Queue {
    /// Its id.
    pub id: QueueId,
    /// Whose queue it is.
    pub institution: InstitutionId,
    /// What it does with a waiting chat. Default: one level that rings everybody assigned until
    /// somebody takes the chat.
    #[serde(default = "Policy::ring_all")]
    pub policy: Policy,
    /// When it is open: the name of hours, or a table with the hours themselves. Default: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OwnHours>,
    /// What whoever answers its patrons should know to speak in its name
    /// ([`SetProfile`](crate::SetProfile)). Default: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Text>,
    /// Who is assigned to it: operators of its institution, or of one that it lets staff it. Each is
    /// an id, or a table where there is more to say. Default: nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assigned: Vec<Assigned>,
}

/// Marks an operator as supervisor over queues and groups of their institution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Supervisor {
    /// Who.
    pub operator: OperatorId,
    /// Over which queues. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub queues: Vec<QueueId>,
    /// Over which groups. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupId>,
}

/// What two institutions have agreed on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Partnership {
    /// The two, each with what it lets the other do.
    pub sides: [Side; 2],
    /// What becomes of chats in progress when a grant that carries them ends. Default: they finish.
    #[serde(default)]
    pub on_end: EndRule,
}

/// One of two partners, with what it lets the other do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Side {
    /// Which institution.
    pub institution: InstitutionId,
    /// What it lets the other do. Default: nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gives: Vec<Grant>,
}
