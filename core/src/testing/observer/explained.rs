//! Explanations agree with what the router does.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::chat::Phase;
use crate::command::Actor;
use crate::explain::{Course, ExplainedLevel, Explanation, LevelState, Page, Verdict};
use crate::id::{ChatId, OperatorId, QueueId};
use crate::invariants::Violation;
use crate::policy::Source;
use crate::router::Router;

use super::{Held, rule, same};

/// What is said of a chat agrees with what is so.
pub(crate) fn agrees(router: &Router, chat: &ChatId) -> Held {
    let whole = ask(router, chat, &Page::EVERYBODY)?;
    rule!(whole.next.is_none());
    let view = router.view_chat(chat).expect("it is open");
    let answers = whole.answer.as_ref().map(|answer| &answer.operator);
    same!((whole.phase, answers), (view.phase, view.owner.as_ref()));
    let Some(course) = &whole.course else {
        let waits = matches!(view.phase, Phase::Waiting | Phase::Offered);
        rule!(!waits, "a chat waits and nobody can say where");
        return Ok(());
    };
    let mut rung = Vec::new();
    if let Some(preferred) = &course.preferred {
        let verdict = &preferred.verdict;
        rule!(!matches!(verdict, Verdict::Next { .. }), "{preferred:?} could be rung");
        rung.extend(is_rung(verdict).then_some(&preferred.operator));
    }
    for level in &course.levels {
        is_sound(level)?;
        let here = level.operators.iter().filter(|said| is_rung(&said.verdict));
        rung.extend(here.map(|said| &said.operator));
    }
    for said in course.levels.iter().flat_map(|level| &level.operators) {
        let elsewhere = matches!(said.verdict, Verdict::RungElsewhere { .. });
        rule!(
            !elsewhere || view.rung.iter().any(|(rung, _)| *rung == said.operator),
            "{said:?} is not rung"
        );
        let answers = matches!(said.verdict, Verdict::Answers);
        same!(answers, view.owner.as_ref() == Some(&said.operator), "{:?}", said);
    }
    rung.sort();
    let mut holding: Vec<&OperatorId> = view.rung.iter().map(|(operator, _)| operator).collect();
    holding.sort();
    same!(rung, holding, "who is said to be rung holds an offer, and nobody else");
    Ok(())
}

fn ask(router: &Router, chat: &ChatId, page: &Page) -> Result<Explanation, Violation> {
    let said = router.explain(chat, &Actor::Host, page);
    said.map_err(|refusal| Violation::of(refusal.to_string()))
}

const fn is_rung(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Rung { .. })
}

/// Work conservation, level by level: nobody could be rung whom the level still wants.
fn is_sound(level: &ExplainedLevel) -> Held {
    let count =
        |of: fn(&Verdict) -> bool| level.operators.iter().filter(|said| of(&said.verdict)).count();
    let could_be = |of: &Verdict| matches!(of, Verdict::Next { .. } | Verdict::EnoughRung { .. });
    let next = count(|of| matches!(of, Verdict::Next { .. }));
    rule!(next <= 1 && (next == 1) == (count(could_be) > 0), "{level:?}");
    match level.state {
        LevelState::Rings { rung, wanted, .. } => {
            same!(rung as usize, count(is_rung), "{:?}", level);
            let enough = wanted.is_some_and(|wanted| rung >= u32::from(wanted));
            rule!(next == 0 || enough, "somebody is free beside a chat that waits: {level:?}");
        }
        LevelState::NotEntered { .. } | LevelState::Dormant | LevelState::Replaced { .. } => {
            same!(next + count(is_rung), 0, "{:?}", level);
        }
    }
    Ok(())
}

/// The pages of three, put together again.
fn by_pages(router: &Router, chat: &ChatId) -> Result<Explanation, Violation> {
    let mut page = Page::first(3);
    let mut whole = ask(router, chat, &page)?;
    while let Some(next) = whole.next.take() {
        page = page.after(next);
        let more = ask(router, chat, &page)?;
        whole.next = more.next;
        let (Some(whole), Some(more)) = (&mut whole.course, more.course) else {
            return Err(Violation::of("there is more of nothing"));
        };
        join(whole, more);
    }
    Ok(whole)
}

fn join(whole: &mut Course, more: Course) {
    for level in more.levels {
        match whole.levels.last_mut() {
            Some(last) if last.level == level.level => last.operators.extend(level.operators),
            Some(_) | None => whole.levels.push(level),
        }
    }
}

/// Each level names everybody whom its sources name, opted in or out, and each once; and so do all
/// pages together.
pub(crate) fn names_everybody<'c>(
    router: &Router,
    chats: impl Iterator<Item = &'c ChatId>,
) -> Held {
    let setup = router.setup();
    let queues: BTreeMap<&QueueId, _> =
        setup.queues.iter().map(|queue| (&queue.id, queue)).collect();
    let assigned = |queue: &QueueId| -> Vec<&OperatorId> {
        queues[queue].assigned.iter().map(|assigned| &assigned.operator).collect()
    };
    for chat in chats {
        let whole = ask(router, chat, &Page::EVERYBODY)?;
        same!(&by_pages(router, chat)?, &whole);
        let Some(course) = whole.course else { continue };
        let policy = &queues[&course.queue].policy;
        same!(course.levels.len(), policy.levels.len());
        for (said, level) in course.levels.iter().zip(&policy.levels) {
            let named = level.pool.iter().flat_map(|source| match source {
                Source::Assigned => assigned(&course.queue),
                Source::Queue { queue } => assigned(queue),
                Source::Operators { operators } => operators.iter().collect(),
                Source::Group { group } => {
                    let group = setup.groups.iter().find(|one| one.id == *group);
                    group.expect("a level names it").operators.iter().collect()
                }
            });
            let named: BTreeSet<&OperatorId> = named.collect();
            let mut names: Vec<&OperatorId> =
                said.operators.iter().map(|said| &said.operator).collect();
            names.sort();
            same!(names, named.into_iter().collect::<Vec<_>>());
        }
    }
    Ok(())
}
