//! Words for tests of explanations: a desk of a few, and what is said of a chat there.

use refdesk::setup::Setup;
use refdesk::{
    AcceptOffer, Action, Actor, AssignOperator, ChatId, Config, Cursor, DeclineOffer, Explanation,
    OfferId, OpenChat, OperatorId, Page, Router, SetPresence, Show, Timestamp, Verdict,
    check_invariants,
};

/// The queue `ask` of the library, and who is there: Ana, Ben and Cy, of one chat each.
pub(crate) struct Desk {
    pub(crate) router: Router,
}

impl Desk {
    /// A desk with these levels, as the setup document has them, where these are there.
    #[track_caller]
    pub(crate) fn of<const N: usize>(levels: &str, there: [&str; N]) -> Self {
        Self::with(Config::default(), levels, there)
    }

    #[track_caller]
    pub(crate) fn with<const N: usize>(config: Config, levels: &str, there: [&str; N]) -> Self {
        let setup = format!(
            r#"
            institutions = [{{ id = "lib" }}, {{ id = "college" }}]
            operators = [
                {{ id = "ana", institution = "lib", capacity = 1, skills = {{ law = 40 }} }},
                {{ id = "ben", institution = "lib", capacity = 1 }},
                {{ id = "cy", institution = "lib", capacity = 1 }},
            ]
            supervisors = [{{ operator = "cy", queues = ["ask"] }}]
            [[queues]]
            id = "ask"
            institution = "lib"
            assigned = ["ana", "ben", "cy"]
            policy = {{ levels = [{levels}], wrapUp = "5 m" }}
            [[queues]]
            id = "next-door"
            institution = "lib"
            assigned = ["cy"]
            policy = {{ levels = [{{ pool = [{{ type = "assigned" }}], ring = {{ type = "all" }} }}] }}
            "#
        );
        let setup: Setup = toml::from_str(&setup).unwrap_or_else(|error| panic!("{error}"));
        let mut router = Router::new(config, Timestamp::default());
        router.apply_setup(&setup).unwrap_or_else(|report| panic!("{report}"));
        let mut desk = Self { router };
        for operator in there {
            desk.comes(operator);
        }
        desk
    }

    #[track_caller]
    pub(crate) fn does(&mut self, by: impl Into<Actor>, action: impl Into<Action>) {
        let command = action.into().by(by);
        let done = self.router.apply(&command);
        done.unwrap_or_else(|refusal| panic!("{refusal}: {command:?}"));
        assert_eq!(check_invariants(&self.router), Ok(()));
    }

    #[track_caller]
    pub(crate) fn comes(&mut self, operator: &str) {
        self.shows(operator, Show::Available);
    }

    #[track_caller]
    pub(crate) fn shows(&mut self, operator: &str, show: Show) {
        let (operator, session): (OperatorId, _) = (id(operator), id("tab"));
        let shows = SetPresence { operator: operator.clone(), session, show, priority: 0 };
        self.does(operator, shows);
    }

    /// Somebody is assigned once more, with a limit.
    #[track_caller]
    pub(crate) fn limits(&mut self, operator: &str, limit: u16) {
        let assigned = AssignOperator::of(id(operator), id("ask"));
        self.does(Actor::Host, AssignOperator { limit: Some(limit), ..assigned });
    }

    #[track_caller]
    pub(crate) fn opens(&mut self, chat: &str) {
        self.opens_as(open(chat));
    }

    #[track_caller]
    pub(crate) fn opens_as(&mut self, open: OpenChat) {
        self.does(Actor::Host, open);
    }

    #[track_caller]
    pub(crate) fn accepts(&mut self, operator: &str, chat: &str, offer: u32) {
        let accept = AcceptOffer { chat: id(chat), offer: OfferId::new(offer) };
        self.does(id::<OperatorId>(operator), accept);
    }

    #[track_caller]
    pub(crate) fn declines(&mut self, operator: &str, chat: &str, offer: u32) {
        let decline = DeclineOffer { chat: id(chat), offer: OfferId::new(offer) };
        self.does(id::<OperatorId>(operator), decline);
    }

    pub(crate) fn waits(&mut self, seconds: i64) {
        let until = self.router.now().as_millis() + seconds * 1_000;
        self.router.advance(Timestamp::from_millis(until));
        assert_eq!(check_invariants(&self.router), Ok(()));
    }

    #[track_caller]
    pub(crate) fn explains(&self, chat: &str) -> Explanation {
        let page = Page::first(100);
        let why = self.router.explain(&id(chat), &Actor::Host, &page).expect("the host may ask");
        let json = serde_json::to_string(&why).expect("it has a wire form");
        assert_eq!(serde_json::from_str::<Explanation>(&json).ok().as_ref(), Some(&why), "{json}");
        why
    }

    /// What is said of a chat, line by line.
    #[track_caller]
    pub(crate) fn says<const N: usize>(&self, chat: &str, lines: [&str; N]) {
        let said = self.explains(chat).to_string();
        assert_eq!(said.lines().map(str::trim).collect::<Vec<_>>(), lines);
    }

    /// The code of what is said of an operator at a level.
    #[track_caller]
    pub(crate) fn code(&self, chat: &str, level: usize, operator: &str) -> &'static str {
        self.verdict(chat, level, operator).code()
    }

    /// What is said of an operator at a level.
    #[track_caller]
    pub(crate) fn verdict(&self, chat: &str, level: usize, operator: &str) -> Verdict {
        let course = self.explains(chat).course.expect("it rings");
        let said = course.levels[level].operators.iter();
        let said = said.filter(|said| said.operator.as_str() == operator);
        let [said] = said.collect::<Vec<_>>()[..] else { panic!("they are named once") };
        said.verdict.clone()
    }

    /// The operators whom each page names, by level, and the cursor behind the last.
    pub(crate) fn pages(&self, chat: &str, limit: u32) -> Vec<Vec<(u8, String)>> {
        let mut pages = Vec::new();
        let mut after: Option<Cursor> = None;
        loop {
            let page = Page { after, limit };
            let chat: ChatId = id(chat);
            let why = self.router.explain(&chat, &Actor::Host, &page).expect("the host may ask");
            let levels = why.course.map(|course| course.levels).unwrap_or_default();
            let named = levels.iter().flat_map(|level| {
                level.operators.iter().map(|said| (level.level, said.operator.to_string()))
            });
            pages.push(named.collect());
            assert!(pages.len() < 50, "it comes to an end");
            after = Some(match why.next {
                Some(next) => next,
                None => return pages,
            });
        }
    }
}

pub(crate) fn open(chat: &str) -> OpenChat {
    OpenChat::of(id(chat), id("ask"), id(&format!("patron-of-{chat}")))
}

#[track_caller]
pub(crate) fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> T
where
    T::Error: std::fmt::Debug,
{
    T::try_from(text).expect("it is short and plain")
}
