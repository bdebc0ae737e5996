//! A desk at which tests tell who does what, and what its journal and its host then hold.

use refdesk::journal::{Header, Input};
use refdesk::{
    AcceptOffer, Action, Actor, ChatId, CloseChat, Config, DeclineOffer, Event, EventKind, OfferId,
    OpenChat, OperatorId, PatronId, QueueId, Router, SetPresence, Show, Timestamp,
};

/// 08:00 in Chicago.
pub(crate) const EIGHT: i64 = 1_795_615_200_000;

pub(crate) struct Desk {
    pub(crate) router: Router,
    pub(crate) header: Header,
    pub(crate) journal: Vec<Input>,
    pub(crate) heard: Vec<Event>,
}

impl Desk {
    /// Set up by a document; everybody named is there.
    pub(crate) fn new(setup: &str, there: &[&str]) -> Self {
        Self::with(Config::default(), setup, there)
    }

    /// With a configuration of its own.
    pub(crate) fn with(config: Config, setup: &str, there: &[&str]) -> Self {
        let router = Router::new(config, Timestamp::from_millis(EIGHT));
        let header = Header::of(&router);
        let mut desk = Self { router, header, journal: Vec::new(), heard: Vec::new() };
        let setup = toml::from_str(setup).expect("a document");
        for command in desk.router.plan(&setup).expect("without a fault") {
            desk.does(command.by, command.action);
        }
        for who in there {
            desk.is(who, Show::Available);
        }
        desk
    }

    /// Seconds after eight o'clock.
    pub(crate) fn at(&mut self, seconds: i64) {
        let now = Timestamp::from_millis(EIGHT + seconds * 1_000);
        while self.router.now() < now || self.router.deadline().is_some_and(|due| due.at <= now) {
            self.heard.extend(self.router.advance(now));
        }
    }

    #[track_caller]
    pub(crate) fn does(&mut self, by: impl Into<Actor>, action: impl Into<Action>) {
        let command = action.into().by(by);
        self.heard.extend(self.router.apply(&command).expect("it may be done"));
        self.journal.push(Input::last(&self.router, command));
    }

    pub(crate) fn is(&mut self, who: &str, show: Show) {
        let operator = operator(who);
        let session = "tab".try_into().expect("an id");
        self.does(operator.clone(), SetPresence { operator, session, show, priority: 0 });
    }

    pub(crate) fn asks(&mut self, id: &str, queue: &str) {
        self.does(Actor::Host, OpenChat::of(chat(id), queue_id(queue), patron(id)));
    }

    #[track_caller]
    pub(crate) fn takes(&mut self, who: &str, id: &str) {
        let offer = self.offer(who, id);
        self.does(operator(who), AcceptOffer { chat: chat(id), offer });
    }

    #[track_caller]
    pub(crate) fn declines(&mut self, who: &str, id: &str) {
        let offer = self.offer(who, id);
        self.does(operator(who), DeclineOffer { chat: chat(id), offer });
    }

    #[track_caller]
    pub(crate) fn closes(&mut self, who: &str, id: &str) {
        self.does(operator(who), CloseChat { chat: chat(id) });
    }

    /// The last offer of a chat to somebody.
    #[track_caller]
    fn offer(&self, who: &str, id: &str) -> OfferId {
        let (wanted, whom) = (chat(id), operator(who));
        let offered = self.heard.iter().rev().find_map(|event| {
            if let EventKind::ChatOffered { chat, operator, offer, .. } = &event.kind
                && (chat, operator) == (&wanted, &whom)
            {
                return Some(*offer);
            }
            None
        });
        offered.expect("they are rung")
    }
}

pub(crate) fn chat(id: &str) -> ChatId {
    id.try_into().expect("an id")
}

pub(crate) fn queue_id(id: &str) -> QueueId {
    id.try_into().expect("an id")
}

pub(crate) fn patron(id: &str) -> PatronId {
    id.try_into().expect("an id")
}

pub(crate) fn operator(id: &str) -> OperatorId {
    id.try_into().expect("an id")
}
