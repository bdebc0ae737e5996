//! Explanations as sentences.

use core::fmt;

use crate::command::Show;
use crate::explain::{
    Absence, ExplainedLevel, ExplainedOperator, Explanation, LevelState, Verdict,
};
use crate::record::{ClaimReason, RollReason};

/// The sentence goes on after the operator's name.
impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rung { offer, won, .. } => {
                write!(f, "is rung (offer {})", offer.number())?;
                won.map_or(Ok(()), |won| write!(f, ", as the best by {won}"))
            }
            Self::RungElsewhere { level: Some(level) } => {
                write!(f, "is rung for it already, by level {level}")
            }
            Self::RungElsewhere { level: None } => f.write_str("is rung for it already, alone"),
            Self::Answers => f.write_str("answers it, and hands it over"),
            Self::Excluded => f.write_str("is excluded by the chat"),
            Self::Refused => f.write_str("declined or missed it in this round"),
            Self::OptedOut => f.write_str("has opted out of the queue"),
            Self::QueueClosed => f.write_str("is assigned to a queue that is not open"),
            Self::NoGrant => f.write_str("is of an institution that no live grant lets staff it"),
            Self::GrantAtCap { cap } => {
                write!(f, "is of an institution whose grant carries as many chats as it may, {cap}")
            }
            Self::GrantClosed => {
                f.write_str("is of an institution whose grant is out of its hours")
            }
            Self::LacksSkill { skill, has: 0, needs } => {
                write!(f, "lacks `{skill}`, needed at level {needs}")
            }
            Self::LacksSkill { skill, has, needs } => {
                write!(f, "has `{skill}` at level {has}, needed at level {needs}")
            }
            Self::NotThere { why } => why.fmt(f),
            Self::NoRoom { needs, room, capacity } => {
                write!(f, "has no room (units free: {room} of {capacity}, needed: {needs})")
            }
            Self::AssignmentFull { needs, room } => {
                write!(f, "has no room by the assignment (units free: {room}, needed: {needs})")
            }
            Self::TooManyBroadcasts { holds } => {
                write!(f, "holds as many broadcast offers as may be ({holds})")
            }
            Self::LevelNotEntered => f.write_str("could have it, if the chat came to this level"),
            Self::LevelDormant => f.write_str("could have it, if this level were active now"),
            Self::LevelLeft => f.write_str("could have it, if the chat had not left this level"),
            Self::Next { won } => {
                f.write_str("would be the next to be rung")?;
                won.map_or(Ok(()), |won| write!(f, ", by {won}"))
            }
            Self::EnoughRung { place, won } => {
                write!(f, "would be rung in place {place}")?;
                won.map_or(Ok(()), |won| write!(f, ", by {won}"))
            }
        }
    }
}

/// The sentence goes on after the operator's name.
impl fmt::Display for Absence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Offline => "is offline",
            Self::InGrace => "has lost the connection, and may come back",
            Self::Paused => "pauses",
            Self::Leaving => "finishes and leaves",
            Self::NoCapacity => "takes no chats at all",
            Self::Shown { show } => match show {
                Show::Chat => "is seen as `chat`, which takes no chats here",
                Show::Available => "is seen as `available`, which takes no chats here",
                Show::Away => "is away",
                Show::Xa => "is away for longer",
                Show::Dnd => "is not to be disturbed",
            },
        })
    }
}

/// The sentence goes on after the level's number.
impl fmt::Display for LevelState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = |reason: &Option<RollReason>| reason.map_or("", because);
        match self {
            Self::NotEntered { vacant } => {
                f.write_str("is not entered yet")?;
                if vacant.is_some() {
                    write!(f, "; it would be passed over{}", why(vacant))?;
                }
                Ok(())
            }
            Self::Rings { rung, wanted, until, left, vacant } => {
                match wanted {
                    Some(wanted) => write!(f, "rings {rung} of {wanted}")?,
                    None => write!(f, "rings {rung}, everybody who can be")?,
                }
                if let Some(until) = until {
                    write!(f, ", until {until}")?;
                }
                if left.is_some() {
                    write!(f, "; the chat has moved on{}", why(left))?;
                }
                if *rung == 0 && *vacant != *left && vacant.is_some() {
                    write!(f, "; it is vacant{}", why(vacant))?;
                }
                Ok(())
            }
            Self::Dormant => f.write_str("is not active now, and was passed over"),
            Self::Replaced { left } => {
                write!(f, "was replaced; the chat had moved on{}", why(left))
            }
        }
    }
}

const fn because(reason: RollReason) -> &'static str {
    match reason {
        RollReason::Unanswered => ", since nobody answered in time",
        RollReason::AllDeclined => ", since all declined or missed it",
        RollReason::NobodyThere => ", since nobody was there",
        RollReason::OutOfHours => ", since it was not active",
        RollReason::AllBusy => ", since all were busy",
    }
}

/// The sentence goes on after the operator's name.
impl fmt::Display for ClaimReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (level, won, how) = match self {
            Self::Accepted { level, won } => (level, won, "accepted it"),
            Self::FirstMessage { level, won } => (level, won, "wrote first"),
            Self::Preferred => return f.write_str("was preferred, and accepted it"),
            Self::Transferred => return f.write_str("accepted a transfer to them"),
            Self::Picked => return f.write_str("picked it"),
            Self::Assigned => return f.write_str("was assigned it"),
            Self::Started => return f.write_str("began it"),
            Self::Returned => return f.write_str("came back before anybody else had taken it"),
        };
        write!(f, "{how}, rung by level {level}")?;
        won.map_or(Ok(()), |won| write!(f, " as the best by {won}"))
    }
}

/// A line for each thing, as for a screen.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "chat `{}` is {}", self.chat, self.phase)?;
        if let Some(answer) = &self.answer {
            write!(f, "\n`{}` {}", answer.operator, answer.reason)?;
        }
        for hop in &self.passed {
            write!(f, "\nit left level {} of `{}`{}", hop.level, hop.queue, because(hop.reason))?;
        }
        let Some(course) = &self.course else { return Ok(()) };
        write!(f, "\nround {} in `{}`", course.round, course.queue)?;
        if let Some(until) = course.rests_until {
            write!(f, ", which rests until {until}")?;
        }
        if let Some(preferred) = &course.preferred {
            write!(f, "\nit waits for one alone: {preferred}")?;
        }
        for ExplainedLevel { level, state, operators } in &course.levels {
            write!(f, "\nlevel {level} {state}")?;
            for operator in operators {
                write!(f, "\n  {operator}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for ExplainedOperator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.operator, self.verdict)
    }
}
