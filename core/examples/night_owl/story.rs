//! The story of one night.

#![allow(clippy::wildcard_enum_match_arm, reason = "a story shows what it needs; a host lists all")]

use refdesk::{
    AcceptOffer, AcceptPartnership, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator,
    Audience, CloseChat, EndSession, Event, EventKind, Grant, InstitutionId, LeaveChat, Level,
    OfferId, OpenChat, OperatorId, OptIn, OptOut, PatronId, Policy, PostMessage,
    ProposePartnership, Right, Ring, SetPresence, Show, Source, Span, Target, Terms, TransferChat,
    View,
};

use crate::desk::Desk;

type Told = Result<(), Box<dyn std::error::Error>>;

/// The three universities, and who works there.
const STAFF: [(&str, [&str; 2]); 3] =
    [("unc", ["ana", "amir"]), ("duke", ["ben", "bea"]), ("ncsu", ["cai", "cleo"])];

pub(crate) fn setting(desk: &mut Desk) -> Told {
    Desk::chapter(
        "The setting",
        "UNC, Duke and NC State each run their own reference desk. They have agreed that whoever\n\
         is on duty at the night desk may answer the patrons of all three, transcript in hand.\n\
         A chat rings at home first; after 40 s, or at once if nobody is at home, it rings at the\n\
         night desk too.",
    );
    for (institution, _) in STAFF {
        desk.set_up(Actor::Host, AddInstitution { institution: institution.parse()? })?;
    }
    let night = Policy::ring_all();
    let queue = "night-owl".parse()?;
    desk.set_up(Actor::Host, AddQueue { queue, institution: "unc".parse()?, policy: night })?;
    agree(desk)?;
    for (institution, staff) in STAFF {
        open_desk(desk, institution, staff)?;
    }
    Ok(())
}

/// Every two of the three agree: each lets the other staff its queues, read the transcripts of the
/// chats that it answers, and hand patrons over.
fn agree(desk: &mut Desk) -> Told {
    let rights = [Right::Staff, Right::Transcript { view: View::Full }, Right::Transfer];
    let grants: Vec<Grant> = rights.into_iter().map(Grant::of).collect();
    for (from, with) in [("unc", "duke"), ("unc", "ncsu"), ("duke", "ncsu")] {
        let terms = Terms { gives: grants.clone(), asks: grants.clone(), ..Terms::default() };
        let (from, with): (InstitutionId, InstitutionId) = (from.parse()?, with.parse()?);
        let propose = ProposePartnership { with: with.clone(), terms };
        let words = format!("{from} proposes a partnership to {with}");
        let events = desk.by(from.clone(), &words, propose)?;
        let Some(EventKind::PartnershipProposed { proposal, .. }) =
            events.first().map(|event| &event.kind)
        else {
            return Err("a proposal raises an event".into());
        };
        let accept = AcceptPartnership { with: from, proposal: *proposal };
        desk.by(with.clone(), &format!("{with} accepts"), accept)?;
    }
    Ok(())
}

fn open_desk(desk: &mut Desk, institution: &str, staff: [&str; 2]) -> Told {
    let home = Level::of([Source::Assigned], Ring::All { lapse_after: None })
        .rolling_on_after(Span::from_secs(40));
    let night =
        Level::of([Source::Queue { queue: "night-owl".parse()? }], Ring::All { lapse_after: None });
    desk.set_up(
        Actor::Host,
        AddQueue {
            queue: format!("{institution}-desk").parse()?,
            institution: institution.parse()?,
            policy: Policy::of([home, night]),
        },
    )?;
    for operator in staff {
        let add = AddOperator {
            operator: operator.parse()?,
            institution: institution.parse()?,
            capacity: 2,
        };
        desk.set_up(Actor::Host, add)?;
        for (queue, enabled) in [(format!("{institution}-desk"), true), ("night-owl".into(), false)]
        {
            let (operator, queue) = (operator.parse()?, queue.parse()?);
            desk.set_up(
                Actor::Host,
                AssignOperator { enabled, ..AssignOperator::of(operator, queue) },
            )?;
        }
    }
    Ok(())
}

pub(crate) fn a_question_by_day(desk: &mut Desk) -> Told {
    Desk::chapter("Two in the afternoon", "Duke answers its own.");
    comes(desk, "ben")?;
    comes(desk, "ana")?;
    let events = asks(desk, "dora", "c1", "duke-desk")?;
    says(desk, patron("dora")?, "c1", "m1", "Where do I find maps of Durham?")?;
    takes(desk, "ben", "c1", &events)?;
    says(desk, operator("ben")?, "c1", "m2", "Second floor, and online too. Here is the link.")?;
    desk.by(operator("ben")?, "Ben closes the chat", CloseChat { chat: "c1".parse()? })?;
    Ok(())
}

pub(crate) fn night_falls(desk: &mut Desk) -> Told {
    Desk::chapter(
        "Ten at night",
        "Ben opts out of the day desk at Duke. Ana of UNC and Cai of NC State opt in at the night\n\
         desk. Nothing else has to change.",
    );
    let (queue, operator_id): (_, OperatorId) = ("duke-desk".parse()?, operator("ben")?);
    let out = OptOut { operator: operator_id.clone(), queue };
    desk.by(operator_id, "Ben opts out at duke-desk", out)?;
    comes(desk, "cai")?;
    for name in ["ana", "cai"] {
        let opt = OptIn { operator: operator(name)?, queue: "night-owl".parse()? };
        desk.by(operator(name)?, &format!("{name} opts in at night-owl"), opt)?;
    }
    Ok(())
}

pub(crate) fn the_first_to_respond_wins(desk: &mut Desk) -> Told {
    Desk::chapter(
        "A patron of Duke asks at night",
        "Nobody is at home at Duke, so it rings at the night desk at once, at two other\n\
         universities. The first to respond wins, and the other is told.",
    );
    let events = asks(desk, "dora", "c2", "duke-desk")?;
    says(desk, patron("dora")?, "c2", "m1", "I need three sources on owls by tomorrow morning.")?;
    takes(desk, "cai", "c2", &events)?;
    desk.in_vain(
        operator("ana")?,
        "Ana presses accept a moment later",
        AcceptOffer { chat: "c2".parse()?, offer: offer_to("ana", &events)? },
    );
    says(desk, operator("cai")?, "c2", "m2", "Two are in JSTOR. The third needs a Duke log-in.")?;
    Ok(())
}

pub(crate) fn a_patron_changes_hands(desk: &mut Desk) -> Told {
    Desk::chapter(
        "Hand over, transcript in hand",
        "The third source needs somebody of Duke. Bea happens to be awake; Cai hands the chat over.\n\
         Until she accepts, Cai goes on talking. Bea reads everything before she writes.",
    );
    comes(desk, "bea")?;
    let events = desk.by(
        operator("cai")?,
        "Cai transfers the chat to Bea",
        TransferChat {
            reason: Some("needs a Duke log-in".into()),
            note: Some("They have the first two already.".into()),
            ..TransferChat::of("c2".parse()?, Target::Operator { operator: operator("bea")? })
        },
    )?;
    says(desk, operator("cai")?, "c2", "m3", "One moment, a colleague at Duke can open it.")?;
    takes(desk, "bea", "c2", &events)?;
    says(desk, operator("bea")?, "c2", "m4", "Here is the third one.")?;
    Ok(())
}

pub(crate) fn somebody_drops_out(desk: &mut Desk) -> Told {
    Desk::chapter(
        "A connection breaks",
        "Bea's train enters a tunnel. She keeps the chat for a minute of grace; then it is offered\n\
         again, at its old place in line, and the patron is told.",
    );
    let ends = EndSession { operator: operator("bea")?, session: "browser".parse()? };
    desk.by(Actor::Host, "the host notices that Bea's connection is lost", ends)?;
    let events = desk.wait(60);
    says(desk, patron("dora")?, "c2", "m5", "Hello?")?;
    takes(desk, "ana", "c2", &events)?;
    says(desk, operator("ana")?, "c2", "m6", "I have read it all. You have your three sources!")?;
    Ok(())
}

pub(crate) fn morning(desk: &mut Desk) -> Told {
    Desk::chapter(
        "Morning",
        "The patron is content and leaves. The record goes to Duke, their home.",
    );
    desk.by(patron("dora")?, "Dora leaves", LeaveChat { chat: "c2".parse()? })?;
    Ok(())
}

fn comes(desk: &mut Desk, name: &str) -> Told {
    let action = SetPresence {
        operator: operator(name)?,
        session: "browser".parse()?,
        show: Show::Available,
        priority: 0,
    };
    desk.by(operator(name)?, &format!("{name} logs in"), action)?;
    Ok(())
}

fn asks(
    desk: &mut Desk,
    name: &str,
    chat: &str,
    queue: &str,
) -> Result<Vec<Event>, Box<dyn std::error::Error>> {
    let action = OpenChat::of(chat.parse()?, queue.parse()?, patron(name)?);
    Ok(desk.by(patron(name)?, &format!("{name} opens a chat at {queue}"), action)?)
}

fn takes(desk: &mut Desk, name: &str, chat: &str, offers: &[Event]) -> Told {
    let action = AcceptOffer { chat: chat.parse()?, offer: offer_to(name, offers)? };
    desk.by(operator(name)?, &format!("{name} accepts"), action)?;
    Ok(())
}

fn offer_to(name: &str, events: &[Event]) -> Result<OfferId, Box<dyn std::error::Error>> {
    let found = events.iter().find_map(|event| match &event.kind {
        EventKind::ChatOffered { operator, offer, .. } if operator.as_str() == name => Some(*offer),
        _ => None,
    });
    found.ok_or_else(|| format!("nobody rang {name}").into())
}

fn says(desk: &mut Desk, who: impl Into<Actor>, chat: &str, message: &str, text: &str) -> Told {
    let action = PostMessage {
        chat: chat.parse()?,
        message: message.parse()?,
        audience: Audience::Everyone,
        content: text.into(),
    };
    desk.by(who, "a message is written", action)?;
    Ok(())
}

fn operator(name: &str) -> Result<OperatorId, refdesk::InvalidId> {
    name.parse()
}

fn patron(name: &str) -> Result<PatronId, refdesk::InvalidId> {
    name.parse()
}
