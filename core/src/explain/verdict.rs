//! What is said of an operator or of a level, each with a code of its own.

use serde::{Deserialize, Serialize};

use crate::command::Show;
use crate::id::{OfferId, SkillId};
use crate::record::RollReason;
use crate::time::Timestamp;
use crate::won::Won;

/// What stands between an operator and a chat at one level: the first thing that does, in the order of
/// this list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
pub enum Verdict {
    /// They are rung for it by this level.
    Rung {
        /// The offer.
        offer: OfferId,
        /// By what they were the best. `None`: the level rings everybody; or it waits for them alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        won: Option<Won>,
        /// When the offer ends. `None`: when the chat is taken or moves on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lapses_at: Option<Timestamp>,
    },
    /// They are rung for it already, but not by this level.
    RungElsewhere {
        /// By which one. `None`: the chat waits for them alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<u8>,
    },
    /// They answer it, and want to hand it over.
    Answers,
    /// The chat excludes them.
    Excluded,
    /// They declined or missed it in this round.
    Refused,
    /// They are assigned to the queue, and have opted out.
    OptedOut,
    /// The level names the queue to which they are assigned, which is not open.
    QueueClosed,
    /// No live grant lets their institution staff the queue.
    NoGrant,
    /// The grants that would let their institution staff the queue carry as many chats as they may.
    GrantAtCap {
        /// How many.
        cap: u32,
    },
    /// The grants that would let their institution staff the queue are outside their hours.
    GrantClosed,
    /// They lack a skill that is asked for here: the first of them by its id.
    LacksSkill {
        /// Which one.
        skill: SkillId,
        /// At which level they have it; 0 is not at all.
        has: u8,
        /// At which level it is needed.
        needs: u8,
    },
    /// They are not there, or take nothing new.
    NotThere {
        /// Why.
        why: Absence,
    },
    /// They have no room for it.
    NoRoom {
        /// How many units it takes.
        needs: u16,
        /// For how many they have room.
        room: u16,
        /// How many they take in all.
        capacity: u16,
    },
    /// They have taken as much through their assignment as its limit allows.
    AssignmentFull {
        /// How many units the chat takes.
        needs: u16,
        /// For how many there is room.
        room: u16,
    },
    /// They hold as many broadcast offers as may be: it waits its turn with them.
    TooManyBroadcasts {
        /// How many.
        holds: u32,
    },
    /// Nothing, but the chat has not come to the level.
    LevelNotEntered,
    /// Nothing, but the level is not active at this time.
    LevelDormant,
    /// Nothing, but the chat has left the level for good.
    LevelLeft,
    /// Nothing, but enough operators of the level are rung; they would be the next.
    Next {
        /// By what they are the best of the others. `None`: the level rings everybody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        won: Option<Won>,
    },
    /// Nothing, but enough operators of the level are rung, and others would come before them.
    EnoughRung {
        /// Their place among those who are not rung: 2 comes after the next.
        place: u32,
        /// By what they have that place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        won: Option<Won>,
    },
}

impl Verdict {
    /// Every code, in the order of the list.
    pub const CODES: [&str; 20] = [
        "rung",
        "rung_elsewhere",
        "answers",
        "excluded",
        "refused",
        "opted_out",
        "queue_closed",
        "no_grant",
        "grant_at_cap",
        "grant_closed",
        "lacks_skill",
        "not_there",
        "no_room",
        "assignment_full",
        "too_many_broadcasts",
        "level_not_entered",
        "level_dormant",
        "level_left",
        "next",
        "enough_rung",
    ];

    /// The stable machine code, the same in every language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Rung { .. } => "rung",
            Self::RungElsewhere { .. } => "rung_elsewhere",
            Self::Answers => "answers",
            Self::Excluded => "excluded",
            Self::Refused => "refused",
            Self::OptedOut => "opted_out",
            Self::QueueClosed => "queue_closed",
            Self::NoGrant => "no_grant",
            Self::GrantAtCap { .. } => "grant_at_cap",
            Self::GrantClosed => "grant_closed",
            Self::LacksSkill { .. } => "lacks_skill",
            Self::NotThere { .. } => "not_there",
            Self::NoRoom { .. } => "no_room",
            Self::AssignmentFull { .. } => "assignment_full",
            Self::TooManyBroadcasts { .. } => "too_many_broadcasts",
            Self::LevelNotEntered => "level_not_entered",
            Self::LevelDormant => "level_dormant",
            Self::LevelLeft => "level_left",
            Self::Next { .. } => "next",
            Self::EnoughRung { .. } => "enough_rung",
        }
    }
}

/// Why an operator takes nothing new.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Absence {
    /// They have no session.
    Offline,
    /// Their last session ended, and their grace runs.
    InGrace,
    /// They pause.
    Paused,
    /// They finish what they have, and leave.
    Leaving,
    /// They take no chats at all.
    NoCapacity,
    /// They are seen in a way that takes no chats.
    Shown {
        /// How.
        show: Show,
    },
}

/// How a level of the queue stands for a chat.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
pub enum LevelState {
    /// The chat has not come to it.
    NotEntered {
        /// Why it would be passed over, as things are now. `None`: it would not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vacant: Option<RollReason>,
    },
    /// It rings for the chat: it was entered last, or was left and rings on, since the plan widens.
    Rings {
        /// How many operators it rings.
        rung: u32,
        /// How many it wants to ring. `None`: everybody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wanted: Option<u16>,
        /// When the chat rolls on. `None`: by no clock.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Timestamp>,
        /// Why the chat has rolled on from it; passed over is what `nobodyThere` and `allBusy` are.
        /// `None`: it was entered last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        left: Option<RollReason>,
        /// Why nobody of it could be offered a chat now. `None`: somebody could.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vacant: Option<RollReason>,
    },
    /// The chat has come to it, and passed it over since it is not active; it rings once it is.
    Dormant,
    /// A later level has replaced it, for good.
    Replaced {
        /// Why the chat had rolled on from it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        left: Option<RollReason>,
    },
}

impl LevelState {
    /// Every code.
    pub const CODES: [&str; 4] = ["not_entered", "rings", "dormant", "replaced"];

    /// The stable machine code, the same in every language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotEntered { .. } => "not_entered",
            Self::Rings { .. } => "rings",
            Self::Dormant => "dormant",
            Self::Replaced { .. } => "replaced",
        }
    }
}
