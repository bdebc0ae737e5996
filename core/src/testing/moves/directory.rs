//! Changes of who and what there is.

use alloc::vec;

use crate::command::{
    Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, Command, RemoveGroup,
    RemoveInstitution, RemoveOperator, RemoveQueue, SetCapacity, SetGroup, SetHours, SetPolicy,
    SetProfile, SetSkills, SetSupervisor, UnassignOperator,
};
use crate::id::{InstitutionId, OperatorId, QueueId};
use crate::testing::cast::{Scene, stranger};
use crate::testing::drawn;
use crate::testing::step::Move;

pub(super) fn directory(does: Move, scene: &mut Scene<'_>) -> Command {
    let host = Actor::Host;
    match does {
        Move::SetHours => {
            let hours = (!scene.draw.one_in(4)).then(|| drawn::own_hours(&mut scene.draw));
            SetHours { queue: scene.queue(), hours }.by(host)
        }
        Move::SetGroup => set_group(scene),
        Move::RemoveGroup => RemoveGroup { group: scene.group().0 }.by(host),
        Move::SetProfile => {
            let profile = scene.draw.one_in(2).then(|| "in our name".into());
            SetProfile { queue: scene.queue(), profile }.by(host)
        }
        Move::SetSkills => {
            let count = scene.draw.below(4);
            let skill = |_| (scene.skill(), drawn::skill_level(&mut scene.draw));
            let skills = (0..count).map(skill).collect();
            SetSkills { operator: scene.operator(), skills }.by(host)
        }
        Move::SetCapacity => {
            let capacity = scene.draw.small(4);
            SetCapacity { operator: scene.operator(), capacity }.by(host)
        }
        Move::AssignOperator => assign(scene),
        Move::UnassignOperator => {
            UnassignOperator { operator: scene.operator(), queue: scene.queue() }.by(host)
        }
        Move::SetSupervisor => set_supervisor(scene),
        Move::AddOperator => add_operator(scene),
        Move::RemoveOperator => RemoveOperator { operator: scene.operator() }.by(host),
        Move::AddQueue => {
            let (queue, home) = queue_and_home(scene);
            AddQueue { queue, institution: home, policy: drawn::policy(scene) }.by(host)
        }
        Move::RemoveQueue => RemoveQueue { queue: scene.queue() }.by(host),
        Move::AddInstitution => AddInstitution { institution: new_or_old(scene) }.by(host),
        Move::RemoveInstitution => RemoveInstitution { institution: new_or_old(scene) }.by(host),
        _ => SetPolicy { queue: scene.queue(), policy: drawn::policy(scene) }.by(host),
    }
}

fn set_group(scene: &mut Scene<'_>) -> Command {
    let (group, institution) = scene.group();
    let of = scene.operators_of(&institution);
    let one = if scene.draw.one_in(8) { None } else { scene.draw.one_of(&of).cloned() };
    let operators = vec![one.unwrap_or_else(|| scene.operator())];
    SetGroup { group, institution, operators }.by(Actor::Host)
}

fn assign(scene: &mut Scene<'_>) -> Command {
    let (operator, queue) = (scene.operator(), scene.queue());
    let draw = &mut scene.draw;
    let (rank, weight) = (draw.small(3), 1 + draw.small::<u16>(4));
    let weight = if draw.one_in(8) { 0 } else { weight };
    let limit = draw.one_in(3).then(|| draw.small(3));
    let enabled = !draw.one_in(4);
    AssignOperator { operator, queue, enabled, rank, weight, limit }.by(Actor::Host)
}

fn set_supervisor(scene: &mut Scene<'_>) -> Command {
    let operator: OperatorId = scene.operator();
    let home = scene.institution_of_operator(&operator).unwrap_or_else(stranger);
    let of_home = scene.queues_of(&home);
    let queue = scene.draw.one_of(&of_home).cloned();
    let queues = vec![queue.unwrap_or_else(|| scene.queue())];
    let by = if scene.draw.one_in(8) { scene.institution() } else { home };
    SetSupervisor { operator, queues, groups: vec![] }.by(by)
}

fn add_operator(scene: &mut Scene<'_>) -> Command {
    let away = |one: &&OperatorId| scene.router.view_operator(one).is_none();
    let gone = scene.cast.operators.iter().map(|one| &one.0).find(away).cloned();
    let operator = match gone {
        Some(gone) if !scene.draw.one_in(4) => gone,
        _ if scene.draw.one_in(4) => scene.operator(),
        _ => stranger(),
    };
    let home = scene.institution_of_operator(&operator);
    let institution = match home {
        Some(home) if !scene.draw.one_in(4) => home,
        _ => scene.institution(),
    };
    AddOperator { operator, institution, capacity: 2 }.by(Actor::Host)
}

fn queue_and_home(scene: &mut Scene<'_>) -> (QueueId, InstitutionId) {
    let queue = if scene.draw.one_in(2) { stranger() } else { scene.queue() };
    let home = scene.cast.queues.iter().find(|one| one.0 == queue).map(|one| one.1.clone());
    let institution = match home {
        Some(home) if !scene.draw.one_in(4) => home,
        _ => scene.institution(),
    };
    (queue, institution)
}

/// Mostly the institution that is there only now and then.
fn new_or_old(scene: &mut Scene<'_>) -> InstitutionId {
    if scene.draw.one_in(3) { scene.institution() } else { stranger() }
}
