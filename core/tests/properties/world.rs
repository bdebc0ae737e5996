//! Small desks, and how numbers become commands.

#[path = "colleagues.rs"]
mod colleagues;

use refdesk::chain::Salt;
use refdesk::hours::{Hours, OwnHours, Window};
use refdesk::{
    AcceptOffer, AcceptPartnership, Actor, AddInstitution, AddOperator, AddQueue, After,
    AnswerListing, AskBackChat, AssignChat, AssignOperator, Audience, CancelTransfer, Channel,
    ChatId, ChatNeeds, ClaimBy, CloseChat, Command, CompleteTransfer, Config, DeclineOffer,
    DeclinePartnership, DescribeChat, DropPatron, EndPartnership, EndRule, EndSession, Entering,
    Event, EventKind, FinishThenLeave, FinishWrapUp, Full, Grant, HoldChat, IdleRule,
    InstitutionId, InviteOperator, JoinChat, LeaveChat, Level, Limits, LogOut, MaskPatron, Need,
    Notice, OfferId, OnlyWhen, OpenChat, OperatorId, OptIn, OptOut, Order, Part, PatronId, Pause,
    PickChat, Policy, PostListing, PostMessage, Priority, ProposalId, ProposePartnership, QueueId,
    Queues, Reference, RemoveGroup, RemoveInstitution, RemoveOperator, RemoveParticipant,
    RemoveQueue, ResumeChat, ReturnChat, ReturnPatron, Right, Ring, Router, SeeListings,
    SetCapacity, SetGroup, SetHours, SetPolicy, SetPresence, SetProfile, SetQueueState, SetSkills,
    SetSupervisor, Show, SkillId, Source, Span, StartChat, Switch, Target, Terms, Text, Timestamp,
    TooLong, TransferChat, TransferId, TransferMode, UnassignOperator, Unpause, View,
    WatchAvailability, WhenBusy, WithdrawListing,
};

use crate::names::id;

/// One step of a story, not yet decoded.
pub(crate) type Choice = (u8, u8, u8, u64);

#[expect(clippy::large_enum_variant, reason = "a story has few steps")]
pub(crate) enum Step {
    Time(Timestamp),
    Command(Command),
}

/// What a story knows of its desk: offers and proposals that were made.
#[derive(Debug, Default)]
pub(crate) struct World {
    offers: Vec<(ChatId, OfferId, OperatorId)>,
    proposals: Vec<(InstitutionId, InstitutionId, ProposalId)>,
    transfers: Vec<(ChatId, TransferId)>,
    invited: Vec<(ChatId, OperatorId)>,
    joined: Vec<(ChatId, OperatorId)>,
    /// The last chat whose patron was dropped.
    dropped: Option<ChatId>,
}

/// Draws small numbers from one large one.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: u64) -> u64 {
        let drawn = self.0 % most;
        self.0 = (self.0 / most) ^ self.0.rotate_left(23).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        drawn
    }

    fn one_in(&mut self, most: u64) -> bool {
        self.below(most) == 0
    }
}

const QUEUES: u64 = 4;
const OPERATORS: u64 = 6;

impl World {
    pub(crate) fn config(seed: Choice) -> Config {
        let mut draw = Draw(seed.3);
        let mut config = Config {
            grace: Span::from_millis(30),
            patron_grace: Span::from_millis(150),
            priorities: if draw.one_in(2) {
                vec![Priority::Strict; 2]
            } else {
                vec![Priority::HeadStart { span: Span::from_millis(40) }, Priority::Strict]
            },
            transfer_lapse: Span::from_millis(60),
            ..Config::default()
        };
        config.session_length = draw.one_in(4).then_some(Span::from_millis(150));
        config.limits.events_per_advance = if draw.one_in(2) { 1 } else { 1_000 };
        config.digests = draw.one_in(3);
        config.limits.ended_ids = 4;
        config.limits.overflows = 2;
        config.channels = [
            (id("sms", 0), Channel { units: 1, store_and_forward: true }),
            (id("call", 0), Channel { units: 2, store_and_forward: false }),
        ]
        .into();
        tighten(&mut draw, &mut config.limits);
        config
    }

    /// Two institutions with two queues and three operators each, all there.
    pub(crate) fn setting(seed: Choice) -> Vec<Command> {
        let mut draw = Draw(u64::from(seed.0) << 32 | seed.3 >> 16);
        let mut commands = Vec::new();
        for number in 0..2 {
            commands.push(AddInstitution { institution: id("i", number) }.by(Actor::Host));
        }
        for number in 0..QUEUES {
            let (queue, institution) = (id("q", number), id("i", number % 2));
            let policy = Policy::ring_all();
            commands.push(AddQueue { queue, institution, policy }.by(Actor::Host));
        }
        for number in 0..OPERATORS {
            let operator: OperatorId = id("o", number);
            let institution = id("i", number % 2);
            let capacity = if draw.one_in(2) { 1 } else { 2 };
            let add = AddOperator { operator: operator.clone(), institution, capacity };
            commands.push(add.by(Actor::Host));
            let queue = id("q", number % 2 + 2 * draw.below(2));
            let assign = AssignOperator::of(operator.clone(), queue);
            commands.push(assign.by(Actor::Host));
            commands.push(comes(operator));
        }
        let operators = vec![id("o", 0), id("o", 2)];
        commands.push(
            SetGroup { group: id("g", 0), institution: id("i", 0), operators }.by(Actor::Host),
        );
        for number in 0..QUEUES {
            let set = SetPolicy { queue: id("q", number), policy: policy(&mut draw) };
            commands.push(set.by(Actor::Host));
        }
        if draw.one_in(2) {
            let (one, other): (InstitutionId, InstitutionId) = (id("i", 0), id("i", 1));
            let terms = terms(&mut draw, 0);
            commands.push(ProposePartnership { with: other.clone(), terms }.by(one.clone()));
            let proposal = ProposalId::new(1);
            commands.push(AcceptPartnership { with: one, proposal }.by(other));
        }
        commands.extend(colleagues::setting());
        commands
    }

    /// Keeps what later commands may name.
    pub(crate) fn learn(&mut self, events: &[Event]) {
        for event in events {
            match &event.kind {
                EventKind::ChatOffered { chat, offer, operator, .. } => {
                    self.offers.push((chat.clone(), *offer, operator.clone()));
                }
                EventKind::PartnershipProposed { from, to, proposal, .. } => {
                    self.proposals.push((from.clone(), to.clone(), *proposal));
                }
                EventKind::TransferStarted { chat, transfer, .. } => {
                    self.transfers.push((chat.clone(), *transfer));
                }
                EventKind::OperatorInvited { chat, operator, .. } => {
                    self.invited.push((chat.clone(), operator.clone()));
                }
                EventKind::OperatorJoined { chat, operator, .. } => {
                    self.joined.push((chat.clone(), operator.clone()));
                }
                EventKind::PatronDropped { chat, .. } => self.dropped = Some(chat.clone()),
                _ => {}
            }
        }
    }

    /// The step that the numbers mean, at this desk.
    pub(crate) fn decode(&mut self, choice: Choice, router: &Router) -> Step {
        let (kind, who, what, more) = choice;
        let mut draw = Draw(more);
        let operator: OperatorId = id("o", u64::from(who) % OPERATORS);
        let chat: ChatId = id("c", u64::from(what) % 24);
        if kind < 54 {
            // Hours are counted in minutes.
            let minutes = if draw.one_in(24) { draw.below(30) * 60_000 } else { 0 };
            let span = Span::from_millis(minutes + draw.below(40) * draw.below(4));
            return Step::Time(router.now().saturating_add(span));
        }
        let command = match kind {
            54..=67 => colleagues::colleague(&mut draw),
            68..=93 => {
                let (queue, patron) = (id("q", draw.below(QUEUES)), id("p", draw.below(4)));
                let by: Actor = patron_or_host(&mut draw, &patron);
                let needs = needs(&mut draw);
                let channel = match draw.below(24) {
                    0 => Some(id("no", 0)),
                    1..=4 => Some(id("sms", 0)),
                    5 => Some(id("call", 0)),
                    _ => None,
                };
                let priority = u8::try_from(draw.below(5).saturating_sub(1)).unwrap_or_default();
                let mut one_of = |most| draw.one_in(most).then(|| id("o", draw.below(OPERATORS)));
                let (preferred, excluded) = (one_of(4), one_of(5).into_iter().collect());
                let plain = OpenChat::of(chat, queue, patron);
                let salt = (priority == 1).then_some(Salt::from_bytes([1; 32]));
                let context = preferred.is_none().then(|| "known".into());
                let before = draw.below(96);
                let returns = (before < 24).then(|| id("c", before));
                let plain = OpenChat { context, salt, returns, ..plain };
                OpenChat { priority, preferred, excluded, needs, channel, ..plain }.by(by)
            }
            94..=129 => self.answer(&mut draw, operator, chat),
            130..=169 => self.talk(&mut draw, router, operator, chat),
            170..=184 => self.transfer(&mut draw, router, operator, chat),
            185..=206 => presence(&mut draw, operator),
            207..=222 => self.partnership(&mut draw),
            223..=239 => directory(&mut draw, operator),
            _ => policies(&mut draw, operator),
        };
        Step::Command(command)
    }

    fn answer(&self, draw: &mut Draw, operator: OperatorId, chat: ChatId) -> Command {
        let known = self.offers.len() as u64;
        let recent = known.saturating_sub(1 + draw.below(8));
        let named = self.offers.get(usize::try_from(recent).unwrap_or_default());
        let (chat, offer, operator) = match named {
            Some(named) if !draw.one_in(12) => named.clone(),
            _ => {
                let number = u32::try_from(draw.below(6)).unwrap_or_default();
                (chat, OfferId::new(number), operator)
            }
        };
        if draw.one_in(8) {
            return PickChat { chat }.by(operator);
        }
        if draw.one_in(16) {
            let by = [
                Actor::Host,
                id::<InstitutionId>("i", draw.below(2)).into(),
                operator.clone().into(),
            ];
            let by = by[usize::try_from(draw.below(3)).unwrap_or_default()].clone();
            return AssignChat { chat, operator: id("o", draw.below(OPERATORS)) }.by(by);
        }
        if draw.below(3) > 0 {
            AcceptOffer { chat, offer }.by(operator)
        } else {
            DeclineOffer { chat, offer }.by(operator)
        }
    }

    fn talk(
        &self,
        draw: &mut Draw,
        router: &Router,
        operator: OperatorId,
        chat: ChatId,
    ) -> Command {
        let view = router.view_operator(&operator);
        let own = view.as_ref().and_then(|view| view.answering.first().cloned());
        let rung = view.and_then(|view| view.rung_for.first().cloned());
        let chat = if draw.one_in(4) { chat } else { own.or(rung).unwrap_or(chat) };
        let guest = id("o", draw.below(OPERATORS));
        match draw.below(22) {
            11 | 16 | 17 => InviteOperator { chat, operator: guest, note: None }.by(operator),
            12 | 18 | 19 => match self.invited.last().filter(|_| !draw.one_in(6)).cloned() {
                Some((chat, guest)) => JoinChat { chat, part: Part::Invited }.by(guest),
                None => JoinChat { chat, part: Part::Invited }.by(guest),
            },
            13 if draw.one_in(2) => JoinChat { chat, part: Part::Observer }.by(guest),
            13 => JoinChat { chat, part: Part::Whisperer }.by(guest),
            14 if draw.one_in(2) => {
                let (chat, home) = abroad(router).unwrap_or((chat, 0));
                AskBackChat { chat }.by(id::<OperatorId>("o", home + 2 * draw.below(3)))
            }
            14 | 20 | 21 => match self.joined.last().cloned() {
                Some((chat, guest)) => {
                    RemoveParticipant { chat, operator: guest.clone() }.by(guest)
                }
                None => RemoveParticipant { chat, operator: guest }.by(operator),
            },
            15 => post(draw, chat).by(guest),
            8 if draw.one_in(2) => HoldChat { chat }.by(operator),
            8 => ResumeChat { chat }.by(operator),
            9 if draw.one_in(2) => DropPatron { chat }.by(Actor::Host),
            9 => {
                let chat = self.dropped.clone().unwrap_or(chat);
                let patron = router.view_chat(&chat).map(|view| view.patron);
                ReturnPatron { chat }.by(patron.unwrap_or_else(|| id("p", 0)))
            }
            10 => start(draw).by(operator),
            0 => LeaveChat { chat }.by(Actor::Host),
            1 | 2 => CloseChat { chat }.by(operator),
            3 if draw.one_in(6) => {
                MaskPatron { chat, name: id("p", draw.below(6)) }.by(Actor::Host)
            }
            3 if draw.one_in(6) => describe(draw, chat).by(operator),
            3 if draw.one_in(2) => FinishWrapUp { chat }.by(operator),
            3 => post(draw, chat).by(id::<PatronId>("p", draw.below(4))),
            _ => post(draw, chat).by(operator),
        }
    }

    fn transfer(
        &self,
        draw: &mut Draw,
        router: &Router,
        operator: OperatorId,
        chat: ChatId,
    ) -> Command {
        if let Some((chat, transfer)) = self.transfers.last()
            && draw.one_in(3)
        {
            let (chat, transfer) = (chat.clone(), *transfer);
            if draw.one_in(3) {
                return CancelTransfer { chat, transfer }.by(Actor::Host);
            }
            let owner = router.view_chat(&chat).and_then(|view| view.owner);
            return CompleteTransfer { chat, transfer }.by(owner.unwrap_or(operator));
        }
        let view = router.view_operator(&operator);
        let own = view.and_then(|view| view.answering.first().cloned());
        let to = if draw.one_in(2) {
            Target::Operator { operator: id("o", draw.below(OPERATORS)) }
        } else {
            Target::Queue { queue: id("q", draw.below(QUEUES)) }
        };
        let chat = own.unwrap_or(chat);
        let mode = match draw.below(6) {
            0 | 1 => TransferMode::Consult,
            2 => TransferMode::Join,
            _ => TransferMode::Blind,
        };
        let preferred = draw.one_in(4).then(|| id("o", draw.below(OPERATORS)));
        if draw.one_in(6) {
            return ReturnChat { chat, reason: None, note: None }.by(operator);
        }
        let action =
            TransferChat { note: Some("n".into()), mode, preferred, ..TransferChat::of(chat, to) };
        action.by(operator)
    }

    fn partnership(&self, draw: &mut Draw) -> Command {
        let side = draw.below(2);
        let (own, other): (InstitutionId, InstitutionId) = (id("i", side), id("i", 1 - side));
        let known = self.proposals.last().cloned();
        match (draw.below(12), known) {
            (0..=4, Some((from, to, proposal))) => {
                AcceptPartnership { with: from, proposal }.by(to)
            }
            (5, Some((from, to, proposal))) => DeclinePartnership { with: to, proposal }.by(from),
            (6, _) => EndPartnership { with: other }.by(own),
            (7, _) => PostListing { terms: terms(draw, side) }.by(own),
            (8, _) if draw.one_in(2) => WithdrawListing {}.by(own),
            (8, _) => SeeListings { sees: !draw.one_in(3) }.by(own),
            (9, _) => AnswerListing { of: other }.by(own),
            _ => ProposePartnership { with: other, terms: terms(draw, side) }.by(own),
        }
    }
}

/// Bounds that a story comes to, at some desks.
fn tighten(draw: &mut Draw, limits: &mut Limits) {
    let bounds = [
        &mut limits.open_chats,
        &mut limits.open_chats_per_patron,
        &mut limits.waiting_per_queue,
        &mut limits.broadcasts_per_operator,
        &mut limits.participants,
        &mut limits.hops,
        &mut limits.levels_left,
        &mut limits.transcript_entries,
        &mut limits.buddies_per_party,
        &mut limits.requests_per_party,
        &mut limits.blocked_per_party,
        &mut limits.contacts,
        &mut limits.direct_messages,
    ];
    for bound in bounds {
        if draw.one_in(12) {
            *bound = 1 + u32::try_from(draw.below(4)).unwrap_or_default();
        }
    }
}

fn describe(draw: &mut Draw, chat: ChatId) -> DescribeChat {
    let tags = draw.one_in(2).then(|| [Text::from("tag")].into());
    let resolution = draw.one_in(2).then(|| if draw.one_in(3) { "" } else { "solved" }.into());
    DescribeChat { chat, tags, follow_up: draw.one_in(2).then(|| draw.one_in(2)), resolution }
}

/// A chat that is answered in another institution than its own, if there is one, and the number of its
/// own.
fn abroad(router: &Router) -> Option<(ChatId, u64)> {
    let at_partners = |home: u64| {
        let institution: InstitutionId = id("i", home);
        let chats = router.chats_at_partners(&institution, &Actor::Host).unwrap_or_default();
        let foreign = |owner: &OperatorId| {
            let owner = router.view_operator(owner);
            owner.is_some_and(|owner| owner.institution != institution)
        };
        let abroad = chats.into_iter().find(|view| view.owner.as_ref().is_some_and(foreign));
        abroad.map(|view| (view.chat, home))
    };
    (0..2).find_map(at_partners)
}

fn start(draw: &mut Draw) -> StartChat {
    StartChat {
        chat: id("c", draw.below(24)),
        queue: id("q", draw.below(QUEUES)),
        patron: id("p", draw.below(4)),
        context: None,
        channel: draw.one_in(6).then(|| id("call", 0)),
        salt: None,
        practice: draw.one_in(3),
    }
}

fn patron_or_host(draw: &mut Draw, patron: &PatronId) -> Actor {
    match draw.below(8) {
        0 => id::<PatronId>("p", 9).into(),
        1 => patron.clone().into(),
        _ => Actor::Host,
    }
}

fn comes(operator: OperatorId) -> Command {
    let action = SetPresence {
        operator: operator.clone(),
        session: id("s", 0),
        show: Show::Available,
        priority: 0,
    };
    action.by(operator)
}

fn post(draw: &mut Draw, chat: ChatId) -> PostMessage {
    let audience = match draw.below(4) {
        0 => Audience::Staff,
        1 => Audience::Institution { institution: id("i", draw.below(3)) },
        _ => Audience::Everyone,
    };
    let content = match draw.below(6) {
        0 => Reference::of("file").into(),
        _ => "hello".into(),
    };
    PostMessage { chat, message: id("m", draw.below(12)), audience, content }
}

fn presence(draw: &mut Draw, operator: OperatorId) -> Command {
    let session = id("s", draw.below(2));
    let shows = [Show::Chat, Show::Available, Show::Available, Show::Away, Show::Xa, Show::Dnd];
    match draw.below(13) {
        12 => FinishThenLeave { operator: operator.clone(), leaves: !draw.one_in(4) }.by(operator),
        0 | 1 => EndSession { operator: operator.clone(), session }.by(operator),
        2 => LogOut { operator: operator.clone() }.by(operator),
        3 => Pause { operator: operator.clone(), reason: "lunch".into() }.by(operator),
        4 | 5 => Unpause { operator: operator.clone() }.by(operator),
        6 => comes(id("o", draw.below(OPERATORS))),
        number => {
            let show = shows[usize::try_from(number).unwrap_or_default() % shows.len()];
            let action = SetPresence { operator: operator.clone(), session, show, priority: 0 };
            action.by(operator)
        }
    }
}

fn directory(draw: &mut Draw, operator: OperatorId) -> Command {
    let queue: QueueId = id("q", draw.below(QUEUES));
    let institution: InstitutionId = id("i", draw.below(3));
    let host = Actor::Host;
    match draw.below(25) {
        24 => {
            let profile = draw.one_in(2).then(|| "in our name".into());
            SetProfile { queue, profile }.by(host)
        }
        23 => WatchAvailability { queue, watch: !draw.one_in(4) }.by(host),
        20..=22 => {
            let skills = (0..draw.below(4)).map(|_| (skill(draw), skill_level(draw)));
            SetSkills { operator, skills: skills.collect() }.by(host)
        }
        0..=3 => {
            let rank = u16::try_from(draw.below(3)).unwrap_or_default();
            let weight = u16::try_from(draw.below(4)).unwrap_or_default();
            let limit = draw.one_in(3).then(|| u16::try_from(draw.below(3)).unwrap_or_default());
            let enabled = !draw.one_in(4);
            AssignOperator { operator, queue, enabled, rank, weight, limit }.by(host)
        }
        4 => UnassignOperator { operator, queue }.by(host),
        5 => OptOut { operator: operator.clone(), queue }.by(operator),
        6..=8 => OptIn { operator: operator.clone(), queue }.by(operator),
        9 | 10 => {
            let capacity = u16::try_from(draw.below(4)).unwrap_or_default();
            SetCapacity { operator, capacity }.by(host)
        }
        11 => RemoveOperator { operator }.by(host),
        12 | 13 => AddOperator { operator, institution, capacity: 2 }.by(host),
        14 => RemoveQueue { queue }.by(host),
        15 => AddQueue { queue, institution, policy: policy(draw) }.by(host),
        16 => RemoveGroup { group: id("g", draw.below(2)) }.by(host),
        17 => RemoveInstitution { institution }.by(host),
        18 => AddInstitution { institution }.by(host),
        _ => SetSupervisor { operator, queues: vec![queue], groups: vec![] }.by(institution),
    }
}

fn skill(draw: &mut Draw) -> SkillId {
    id("k", draw.below(3))
}

fn skill_level(draw: &mut Draw) -> u8 {
    if draw.one_in(40) { 0 } else { 1 + u8::try_from(draw.below(4)).unwrap_or_default() }
}

/// Most chats ask for nothing.
fn needs(draw: &mut Draw) -> Vec<Need> {
    let count = draw.below(5).saturating_sub(2);
    (0..count).map(|_| Need { skill: skill(draw), at_least: skill_level(draw) }).collect()
}

fn policies(draw: &mut Draw, operator: OperatorId) -> Command {
    let queue = id("q", draw.below(QUEUES));
    match draw.below(7) {
        0 => {
            let hours = (!draw.one_in(4)).then(|| own_hours(draw));
            SetHours { queue, hours }.by(Actor::Host)
        }
        1 | 2 => {
            let states = [Switch::Open, Switch::Draining, Switch::Closed, Switch::ByHours];
            let state = states[usize::try_from(draw.below(4)).unwrap_or_default()];
            SetQueueState { queue, state }.by(Actor::Host)
        }
        3 => {
            let side = draw.below(2);
            let (group, institution) = (id("g", side), id("i", side));
            SetGroup { group, institution, operators: vec![operator] }.by(Actor::Host)
        }
        _ => SetPolicy { queue, policy: policy(draw) }.by(Actor::Host),
    }
}

fn policy(draw: &mut Draw) -> Policy {
    let levels = (0..=draw.below(3)).map(|_| level(draw)).collect::<Vec<Level>>();
    let mut policy = Policy::of(levels);
    policy.after = match draw.below(5) {
        0 => After::TakeMessage { notice: None },
        1 => After::Close { notice: Some("closed".into()) },
        2 => After::MoveTo { queue: id("q", draw.below(QUEUES)) },
        _ => After::KeepWaiting,
    };
    policy.full = draw.one_in(5).then(|| Full { chats: 2, then: then(draw) }.into());
    let span = Span::from_millis(1 + draw.below(200));
    policy.too_long = draw.one_in(5).then(|| TooLong { after: span, then: then(draw) }.into());
    policy.notice = draw.one_in(4).then(|| Notice { after: span, text: "soon".into() }.into());
    policy.idle_patron = draw.one_in(4).then(|| idle(draw).into());
    policy.idle_operator = draw.one_in(4).then(|| idle(draw).into());
    policy.claim_by = if draw.one_in(2) { ClaimBy::FirstMessage } else { ClaimBy::Accept };
    policy.preferred_for = Span::from_millis(draw.below(50));
    policy.returns_for = draw.one_in(2).then(|| Span::from_millis(draw.below(50)));
    policy.round_pause = Span::from_millis(if draw.one_in(40) { 1 } else { 1_000 });
    policy.pause_after_missed =
        draw.one_in(4).then(|| u16::try_from(draw.below(4)).unwrap_or_default());
    policy.wrap_up = draw.one_in(3).then(|| Span::from_millis(draw.below(60)));
    policy
}

fn idle(draw: &mut Draw) -> IdleRule {
    let after = 1 + draw.below(80);
    let notice = draw.one_in(2).then(|| Notice {
        after: Span::from_millis(draw.below(after)),
        text: "still there?".into(),
    });
    IdleRule { notice, after: Span::from_millis(if draw.one_in(40) { 0 } else { after }) }
}

fn then(draw: &mut Draw) -> After {
    match draw.below(4) {
        0 => After::TakeMessage { notice: None },
        1 => After::Close { notice: None },
        _ => After::MoveTo { queue: id("q", draw.below(QUEUES)) },
    }
}

/// Open for some minutes of each of the first hours.
fn own_hours(draw: &mut Draw) -> OwnHours {
    let (first, length) = (draw.below(10), 1 + draw.below(30));
    let window = |hour: u64| {
        let [from, to] = [first, first + length].map(|minute| format!("{hour:02}:{minute:02}"));
        Window::daily(&from, &to)
    };
    let zone = if draw.one_in(12) { "Nowhere" } else { "Etc/UTC" };
    Hours::of(zone, (0..3).map(window)).into()
}

fn level(draw: &mut Draw) -> Level {
    let lapse_after = draw.one_in(2).then(|| Span::from_millis(1 + draw.below(60)));
    let orders = [
        Order::LeastBusy,
        Order::MostSpare,
        Order::LongestIdle,
        Order::RoundRobin,
        Order::WeightedRoundRobin,
        Order::FixedRanks,
    ];
    let ring = match draw.below(5) {
        0 | 1 => Ring::All { lapse_after },
        number => Ring::Best {
            count: if draw.one_in(3) { 2 } else { 1 },
            order: orders[usize::try_from(draw.below(6)).unwrap_or_default()],
            proficient_first: number == 4,
            lapse_after,
        },
    };
    let pool: Vec<Source> = (0..=draw.below(2)).map(|_| source(draw)).collect();
    let mut level = Level::of(pool, ring);
    if draw.one_in(4) {
        level.needs = needs(draw);
    }
    level.chat_needs = match draw.below(6) {
        0 => ChatNeeds::Ignored,
        1 => ChatNeeds::Lowered { by: 2 },
        _ => ChatNeeds::InFull,
    };
    level.wait = draw.one_in(2).then(|| Span::from_millis(draw.below(90)));
    level.when_busy = if draw.one_in(3) { WhenBusy::RollOn } else { WhenBusy::Wait };
    level.only_when = match draw.below(8) {
        0 => OnlyWhen::Closed,
        1 => OnlyWhen::Always,
        2 => OnlyWhen::Hours(Box::new(own_hours(draw))),
        _ => OnlyWhen::Open,
    };
    level.entry = if draw.one_in(3) { Entering::Replace } else { Entering::Widen };
    level
}

fn source(draw: &mut Draw) -> Source {
    match draw.below(6) {
        0..=2 => Source::Assigned,
        3 => Source::Queue { queue: id("q", draw.below(QUEUES)) },
        4 => Source::Group { group: id("g", draw.below(3)) },
        _ => {
            let named = 1 + draw.below(2);
            Source::Operators {
                operators: (0..named).map(|_| id("o", draw.below(OPERATORS))).collect(),
            }
        }
    }
}

fn terms(draw: &mut Draw, side: u64) -> Terms {
    let gives = grants(draw, side);
    let asks = grants(draw, 1 - side);
    let on_end = if draw.one_in(2) { EndRule::Return } else { EndRule::Finish };
    Terms { gives, asks, on_end }
}

fn grants(draw: &mut Draw, giver: u64) -> Vec<Grant> {
    let count = draw.below(4);
    let grant = |draw: &mut Draw| {
        let right = match draw.below(6) {
            5 => Right::SeePresence,
            0 | 1 => Right::Staff,
            2 | 3 => Right::Transfer,
            _ => Right::Transcript {
                view: match draw.below(3) {
                    0 => View::Full,
                    1 => View::FromNow,
                    _ => View::Masked,
                },
            },
        };
        let queues = if draw.one_in(3) {
            Queues::Only { queues: vec![id("q", giver + 2 * draw.below(2))] }
        } else {
            Queues::All
        };
        let cap = draw.one_in(3).then(|| u32::try_from(draw.below(3)).unwrap_or_default());
        let hours = draw.one_in(5).then(|| own_hours(draw));
        Grant { queues, cap, hours, ..Grant::of(right) }
    };
    (0..count).map(|_| grant(draw)).collect()
}
