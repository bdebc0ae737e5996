//! A desk with one chat, led to each phase.

use refdesk::{
    Actor, ChatId, ChatView, Command, Config, Event, EventKind, OfferId, OperatorId, Phase,
    Refusal, Router, Span, Timestamp,
};
use serde_json::{Value, json};

use crate::attempt::Attempt;

/// The chat that is led along: of pat's, on the desk of the institution `home`.
pub(crate) const CHAT: &str = "c1";

/// What somebody waits for when a timer is awaited: longer than the one, and shorter than all others.
const SHORT: u64 = 10_000;
const WAIT: Span = Span::from_millis(SHORT + 1);
const LONG: u64 = 3_600_000;

/// The desk, and who is there: uma, who answers; cai, to whom she may hand the chat over; and dan,
/// who may take it in one way, by what is attempted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Desk {
    pub(crate) router: Router,
    now: Timestamp,
    /// The last offer, out or not: of which chat, and to whom.
    offer: (ChatId, OfferId, OperatorId),
}

impl Desk {
    /// A desk whose chat is in a phase, with everything ready for an attempt.
    pub(crate) fn with_chat(phase: Phase, attempt: Attempt) -> Self {
        let mut desk = Self::staffed(phase, attempt);
        desk.leads_to(phase, attempt);
        assert_eq!(desk.phase(), phase, "before {attempt:?}");
        desk
    }

    fn staffed(phase: Phase, attempt: Attempt) -> Self {
        let config = config(attempt);
        // Five seconds before the minute at which the hours of a level may begin.
        let now = Timestamp::from_millis(55_000);
        let offer = (id(CHAT), OfferId::new(1), id("uma"));
        let mut desk = Self { router: Router::new(config, now), now, offer };
        let crosses = attempt == Attempt::PartnershipEnds;
        let of_uma = if crosses { "away" } else { "home" };
        for institution in ["home", "away"] {
            desk.host(json!({"type": "addInstitution", "institution": institution}));
        }
        if crosses {
            let gives = json!([{"right": {"type": "staff"}}]);
            let terms = json!({"gives": gives, "onEnd": "return"});
            let proposes = json!({"type": "proposePartnership", "with": "away", "terms": terms});
            desk.by("institution", "home", proposes);
            let accepts = json!({"type": "acceptPartnership", "with": "home", "proposal": 1});
            desk.by("institution", "away", accepts);
        }
        let staff = [("uma", of_uma), ("cai", "home"), ("dan", "home")];
        for (operator, institution) in staff {
            let capacity = u8::from((operator, attempt) != ("dan", Attempt::IsGivenRoom));
            desk.host(json!({"type": "addOperator", "operator": operator,
                "institution": institution, "capacity": capacity}));
        }
        let side = json!({"levels": [level("all")]});
        desk.host(json!({"type": "addQueue", "queue": "side", "institution": of_uma,
            "policy": side}));
        desk.host(json!({"type": "addQueue", "queue": "desk", "institution": "home",
            "policy": policy(phase, attempt)}));
        for queue in ["side", "desk"] {
            desk.host(json!({"type": "assignOperator", "operator": "uma", "queue": queue}));
        }
        desk.readies_dan(attempt);
        for operator in ["uma", "cai"] {
            desk.comes(operator);
        }
        desk
    }

    fn readies_dan(&mut self, attempt: Attempt) {
        use Attempt as A;
        let named = matches!(attempt, A::IsAssigned | A::LevelEnds | A::HoursBegin);
        if !named {
            self.host(json!({"type": "assignOperator", "operator": "dan", "queue": "desk"}));
        }
        match attempt {
            A::OptsIn => {
                self.by(
                    "operator",
                    "dan",
                    json!({"type": "optOut", "operator": "dan",
                    "queue": "desk"}),
                );
            }
            A::IsUnpaused => {
                self.host(json!({"type": "pause", "operator": "dan", "reason": "lunch"}));
            }
            _ => {}
        }
        let there = named
            || matches!(
                attempt,
                A::OptsIn
                    | A::IsUnpaused
                    | A::IsGivenRoom
                    | A::PatienceEnds
                    | A::Picks
                    | A::Assigns
            );
        if there {
            self.comes("dan");
        }
    }

    fn leads_to(&mut self, phase: Phase, attempt: Attempt) {
        if matches!(phase, Phase::Waiting | Phase::Offered) && self.leads_astray(phase, attempt) {
            return;
        }
        // Uma has something else to do until she is to be rung.
        self.opens("c0", "side", attempt);
        self.accepts();
        self.opens(CHAT, "desk", attempt);
        if matches!(attempt, Attempt::Picks | Attempt::Assigns) {
            self.declines();
        }
        if phase == Phase::Waiting {
            return;
        }
        self.host(json!({"type": "closeChat", "chat": "c0"}));
        if phase == Phase::Offered {
            return;
        }
        self.accepts();
        if attempt == Attempt::Returns {
            for target in ["cai", "uma"] {
                let by = if target == "cai" { "uma" } else { "cai" };
                self.transfers(by, target, "blind");
                self.accepts();
            }
        }
        match phase {
            Phase::Waiting | Phase::Offered | Phase::Active => {}
            Phase::OnHold => {
                self.by("operator", "uma", json!({"type": "holdChat", "chat": CHAT}));
            }
            Phase::Transferring => self.transfers("uma", "cai", attempt.mode()),
            Phase::Consulting => {
                self.transfers("uma", "cai", "consult");
                self.accepts();
            }
            Phase::WrapUp => {
                self.by("patron", "pat", json!({"type": "leaveChat", "chat": CHAT}));
            }
            Phase::Ended => {
                self.host(json!({"type": "closeChat", "chat": CHAT}));
            }
        }
    }

    /// A chat that is to wait, or to ring, since something has happened to it already.
    fn leads_astray(&mut self, phase: Phase, attempt: Attempt) -> bool {
        if !matches!(attempt, Attempt::RoundStarts | Attempt::ComesBack) {
            return false;
        }
        self.opens(CHAT, "desk", attempt);
        match (attempt, phase) {
            (Attempt::RoundStarts, Phase::Waiting) => self.declines(),
            (Attempt::RoundStarts, _) => {}
            (_, phase) => {
                self.accepts();
                self.by("operator", "uma", json!({"type": "logOut", "operator": "uma"}));
                if phase == Phase::Offered {
                    self.comes("dan");
                }
            }
        }
        true
    }

    pub(crate) fn view(&self) -> Option<ChatView> {
        self.router.view_chat(&id(CHAT))
    }

    /// A chat that is not open has ended.
    pub(crate) fn phase(&self) -> Phase {
        self.view().map_or(Phase::Ended, |chat| chat.phase)
    }
}

/// What happens at the desk.
impl Desk {
    /// Somebody asks for something.
    pub(crate) fn asks(&mut self, by: Actor, action: Value) -> Result<Vec<Event>, Refusal> {
        let action = serde_json::from_value(action).expect("it is an action");
        let events = self.router.apply(&Command { by, action })?;
        self.look(&events);
        Ok(events)
    }

    /// Somebody asks for something that they may have.
    fn by(&mut self, role: &str, who: &str, action: Value) {
        self.asks(actor(role, who), action).expect("it is allowed");
    }

    fn host(&mut self, action: Value) {
        self.asks(Actor::Host, action).expect("it is allowed");
    }

    /// A short time goes by.
    pub(crate) fn waits(&mut self) -> Vec<Event> {
        self.now = self.now.saturating_add(WAIT);
        let events = self.router.advance(self.now);
        self.look(&events);
        events
    }

    fn look(&mut self, events: &[Event]) {
        assert_eq!(refdesk::check_invariants(&self.router), Ok(()));
        for event in events {
            if let EventKind::ChatOffered { chat, offer, operator, .. } = &event.kind {
                self.offer = (chat.clone(), *offer, operator.clone());
            }
        }
    }

    fn opens(&mut self, chat: &str, queue: &str, attempt: Attempt) {
        let mut opens = json!({"type": "openChat", "chat": chat, "queue": queue, "patron": "pat"});
        if attempt == Attempt::PatienceEnds && chat == CHAT {
            opens["preferred"] = "uma".into();
        }
        self.by("patron", "pat", opens);
    }

    fn comes(&mut self, operator: &str) {
        self.by("operator", operator, comes(operator));
    }

    fn transfers(&mut self, by: &str, operator: &str, mode: &str) {
        let to = json!({"type": "operator", "operator": operator});
        let transfers = json!({"type": "transferChat", "chat": CHAT, "to": to, "mode": mode});
        self.by("operator", by, transfers);
    }

    fn accepts(&mut self) {
        let (who, mut accepts) = self.answers_offer("acceptOffer");
        accepts["chat"] = self.offer.0.as_str().into();
        self.asks(who, accepts).expect("they are rung");
    }

    fn declines(&mut self) {
        let (who, declines) = self.answers_offer("declineOffer");
        self.asks(who, declines).expect("they are rung");
    }

    /// Whoever was rung last for the chat answers so.
    pub(crate) fn answers_offer(&self, how: &str) -> (Actor, Value) {
        let (_, offer, operator) = &self.offer;
        (operator.clone().into(), json!({"type": how, "chat": CHAT, "offer": offer}))
    }
}

pub(crate) fn actor(role: &str, who: &str) -> Actor {
    let actor = json!({"type": role, role: who});
    serde_json::from_value(actor).expect("it is somebody")
}

pub(crate) fn comes(operator: &str) -> Value {
    json!({"type": "setPresence", "operator": operator, "session": "tab", "show": "available"})
}

fn id<T: for<'a> TryFrom<&'a str>>(text: &str) -> T {
    T::try_from(text).ok().expect("it is short and plain")
}

/// Everything lasts long but for what is attempted.
fn config(attempt: Attempt) -> Config {
    let span = |short: bool| Span::from_millis(if short { SHORT } else { LONG });
    Config {
        grace: span(matches!(attempt, Attempt::GraceEnds | Attempt::SessionEnds)),
        session_length: (attempt == Attempt::SessionEnds).then(|| Span::from_millis(1)),
        transfer_lapse: span(attempt == Attempt::TransferLapses),
        patron_grace: span(attempt.patron_is_gone()),
        ..Config::default()
    }
}

fn level(ring: &str) -> Value {
    json!({"pool": [{"type": "assigned"}], "ring": {"type": ring}})
}

/// The desk rings one at a time, and what is attempted comes soon.
fn policy(phase: Phase, attempt: Attempt) -> Value {
    use Attempt as A;
    let span = |short: bool| if short { SHORT } else { LONG };
    let mut first = level("all");
    if attempt == A::RingLapses {
        first["ring"]["lapseAfter"] = SHORT.into();
    } else {
        let lapses = span(attempt == A::OfferLapses);
        first["ring"] = json!({"type": "best", "order": "fixedRanks", "lapseAfter": lapses});
    }
    if matches!(attempt, A::LevelEnds | A::LevelsEnd) {
        first["wait"] = SHORT.into();
    }
    let mut levels = vec![first];
    if matches!(attempt, A::LevelEnds | A::HoursBegin) {
        let pool = json!([{"type": "operators", "operators": ["dan"]}]);
        levels.push(json!({"pool": pool, "ring": {"type": "all"}}));
    }
    if attempt == A::HoursBegin {
        levels[0]["whenBusy"] = "rollOn".into();
        let week = json!([{"from": "00:01", "to": "03:00"}]);
        levels[1]["onlyWhen"] =
            json!({"type": "hours", "hours": {"timeZone": "Etc/UTC", "week": week}});
    }
    let closes = matches!(attempt, A::LevelsEnd | A::QueueCloses);
    let mut policy = json!({
        "levels": levels,
        "after": {"type": if closes { "close" } else { "keepWaiting" }},
        "claimBy": if attempt == A::Writes { "firstMessage" } else { "accept" },
        "preferredFor": span(attempt == A::PatienceEnds),
        "roundPause": span(attempt == A::RoundStarts),
    });
    if phase == Phase::WrapUp || !attempt.without_wrap_up() {
        policy["wrapUp"] = span(attempt == A::WrapUpEnds).into();
    }
    match attempt {
        A::WaitEnds => policy["tooLong"] = json!({"after": SHORT, "then": {"type": "close"}}),
        A::OperatorIdles => policy["idleOperator"] = json!({"after": SHORT}),
        A::PatronIdles | A::PatronIdlesForGood => policy["idlePatron"] = json!({"after": SHORT}),
        _ => {}
    }
    policy
}
