//! What a chat asks of whoever takes it: skills, and room for so many units.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::id::SkillId;

/// The highest level of a skill.
pub const MAX_SKILL: u8 = 100;

/// A skill that whoever takes a chat must have.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Need {
    /// Which skill: a language, a subject, a permission.
    pub skill: SkillId,
    /// At which level at least, from 1 to [`MAX_SKILL`]. Default: 1, having it at all.
    #[serde(default = "at_all")]
    pub at_least: u8,
}

const fn at_all() -> u8 {
    1
}

/// How what a chat needs counts at a level.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a table with a `type`, such as `ignored`")]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum ChatNeeds {
    /// As it is.
    #[default]
    InFull,
    /// Each level of a skill is lowered, but never below having the skill at all.
    Lowered {
        /// By how much.
        by: u8,
    },
    /// Not at all.
    Ignored,
}

/// Skills with the levels that are needed, each once, in the order of their ids. Cheap to clone.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Needs(Option<Arc<[Need]>>);

impl Needs {
    /// Where a skill is named twice, the higher level counts.
    pub(crate) fn of<'n>(needs: impl IntoIterator<Item = &'n Need>) -> Self {
        let mut needs = needs.into_iter().peekable();
        if needs.peek().is_none() {
            return Self(None);
        }
        let mut highest: BTreeMap<&SkillId, u8> = BTreeMap::new();
        for need in needs {
            let level = highest.entry(&need.skill).or_default();
            *level = need.at_least.max(*level);
        }
        let needs = highest.into_iter();
        Self(Some(needs.map(|(skill, at_least)| Need { skill: skill.clone(), at_least }).collect()))
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Need> {
        self.0.iter().flat_map(|needs| needs.iter())
    }

    /// These needs as they count at a level, besides those of the level itself.
    pub(crate) fn at_level(&self, own: &Self, count: ChatNeeds) -> Self {
        let by = match count {
            ChatNeeds::InFull => 0,
            ChatNeeds::Lowered { by } => by,
            ChatNeeds::Ignored => return own.clone(),
        };
        let lowered = |need: &Need| Need {
            skill: need.skill.clone(),
            at_least: need.at_least.saturating_sub(by).max(1),
        };
        let theirs: Vec<Need> = self.iter().map(lowered).collect();
        Self::of(own.iter().chain(&theirs))
    }
}

/// What a chat asks of an operator at a level. All chats that ask the same stand in one line there.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Demand {
    /// How many units of their capacity it takes, at least 1.
    pub(crate) units: u16,
    pub(crate) needs: Needs,
}

impl Demand {
    /// An ordinary chat: one unit, no skills.
    pub(crate) const ORDINARY: Self = Self { units: 1, needs: Needs(None) };

    pub(crate) const fn is_ordinary(&self) -> bool {
        self.units == 1 && self.needs.is_empty()
    }

    pub(crate) fn at_level(&self, own: &Needs, count: ChatNeeds) -> Self {
        Self { units: self.units, needs: self.needs.at_level(own, count) }
    }
}

/// The skills that an operator has, with their levels.
pub(crate) type Skills = BTreeMap<SkillId, u8>;

/// Whether somebody with these skills has all that is needed.
pub(crate) fn fits(skills: &Skills, needs: &Needs) -> bool {
    needs.iter().all(|need| level_of(skills, &need.skill) >= need.at_least)
}

/// How good somebody is at what is needed: the sum of the levels of those skills.
pub(crate) fn proficiency(skills: &Skills, needs: &Needs) -> u32 {
    needs.iter().map(|need| u32::from(level_of(skills, &need.skill))).sum()
}

pub(crate) fn level_of(skills: &Skills, skill: &SkillId) -> u8 {
    skills.get(skill).copied().unwrap_or_default()
}
