//! The cycle of `crossing.mjs` without any crossing: what the core itself takes, in nanoseconds a command.

use std::collections::VecDeque;
use std::hint::black_box;
use std::time::Instant;

use refdesk::wire::Wire;
use refdesk::{
    AcceptOffer, Action, Actor, ChatId, CloseChat, Command, Config, Event, EventKind, OpenChat,
    Router, Timestamp,
};

const ROUNDS: u32 = 21;
const CYCLES: u32 = 3_000;

fn main() {
    let setup = std::env::args().nth(1).expect("the commands that set the desk up, as JSON");
    let mut desk = Desk::set_up(&setup);
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for _ in 0..CYCLES {
            desk.cycle();
        }
        let took = start.elapsed().as_secs_f64() * 1e9;
        best = best.min(took / f64::from(CYCLES) / 3.0);
    }
    println!("{best:.0}");
}

struct Desk {
    router: Router,
    events: Vec<Event>,
    open: VecDeque<(ChatId, Actor)>,
    number: u32,
}

impl Desk {
    fn set_up(setup: &str) -> Self {
        let mut router = Router::new(Config::default(), Timestamp::default());
        for command in Vec::<Command>::from_json(setup).expect("they are commands") {
            router.apply(&command).expect("the desk is set up");
        }
        let mut desk = Self { router, events: Vec::new(), open: VecDeque::new(), number: 0 };
        for _ in 0..40 {
            desk.opens();
        }
        desk
    }

    fn cycle(&mut self) {
        self.opens();
        let (chat, by) = self.open.pop_front().expect("chats are open");
        self.apply(&Command { by, action: CloseChat { chat }.into() });
    }

    fn opens(&mut self) {
        self.number += 1;
        let id = |letter: char| format!("{letter}{:07}", self.number);
        let chat = ChatId::new(id('c')).expect("it is an id");
        let patron = refdesk::PatronId::new(id('p')).expect("it is an id");
        let queue = refdesk::QueueId::new("reference").expect("it is an id");
        let open: Action = OpenChat::of(chat.clone(), queue, patron.clone()).into();
        self.apply(&Command { by: patron.into(), action: open });
        let offered = self.events.iter().find_map(|event| match &event.kind {
            EventKind::ChatOffered { operator, offer, .. } => Some((operator.clone(), *offer)),
            _ => None,
        });
        let (operator, offer) = offered.expect("somebody is rung");
        let by = Actor::from(operator);
        self.apply(&Command {
            by: by.clone(),
            action: AcceptOffer { chat: chat.clone(), offer }.into(),
        });
        self.open.push_back((chat, by));
    }

    fn apply(&mut self, command: &Command) {
        self.events.clear();
        self.router.apply_into(command, &mut self.events).expect("it may be done");
        black_box(&self.events);
    }
}
