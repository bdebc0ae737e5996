//! What else happens at a desk: messages, transfers, declines, time-outs, comings and goings.

use refdesk::{
    ApproveSubscription, Audience, ChatId, MessageId, OperatorId, Party, PostMessage, Show,
    Subscribe, Target, TransferChat,
};

use crate::desk::{Desk, Rung, Shape, close, id, operator, show};
use crate::steps::Kind;

/// Chats that are offered, declined or missed, while operators come and go.
#[derive(Debug)]
pub struct Churn {
    desk: Desk,
    operators: u32,
    turn: u32,
}

impl Churn {
    /// The desk itself.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// A desk where nobody has a chat yet.
    #[must_use]
    pub fn of(shape: Shape) -> Self {
        let operators = shape.operators;
        Self { desk: Desk::new(shape), operators, turn: 0 }
    }

    /// The same, where each operator is the buddy of the next ten, and so of twenty, all of whom are
    /// there.
    #[must_use]
    pub fn among_buddies(shape: Shape) -> Self {
        let mut churn = Self::of(shape);
        let operators = churn.operators;
        for one in 0..operators {
            for other in (1..=10).map(|next| (one + next) % operators) {
                churn.befriend(one, other);
                churn.befriend(other, one);
            }
        }
        churn
    }

    /// One sees the presence of another from now on.
    fn befriend(&mut self, one: u32, other: u32) {
        let [(one, me), (other, them)] = [one, other].map(|number| {
            let operator = operator(number);
            (operator.clone(), Party::Operator { operator })
        });
        let asks = Subscribe { party: me.clone(), buddy: them.clone() };
        self.desk.step(Kind::SetUp, &asks.by(one));
        let approves = ApproveSubscription { party: them, buddy: me };
        self.desk.step(Kind::SetUp, &approves.by(other));
    }

    /// Somebody goes away and comes back.
    pub fn presence(&mut self) {
        let who = operator(self.turn % self.operators);
        self.turn += 1;
        self.desk.step(Kind::Presence, &show(who.clone(), Show::Away));
        self.desk.step(Kind::Presence, &show(who, Show::Available));
    }

    /// A chat is declined once, then taken by the next, who closes it.
    pub fn decline(&mut self) {
        let Some(rung) = self.open() else { return };
        self.desk.step(Kind::Decline, &rung.decline());
        self.take_and_close();
    }

    /// A chat is missed once, then taken by the next, who closes it.
    pub fn time_out(&mut self) {
        if self.open().is_some() {
            self.desk.wait_for_a_timer();
            self.take_and_close();
        }
    }

    fn open(&mut self) -> Option<Rung> {
        let command = self.desk.next_chat();
        self.desk.step(Kind::Open, &command);
        self.desk.rung()
    }

    fn take_and_close(&mut self) {
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(Kind::Claim, &rung.accept());
        self.desk.step(Kind::Close, &close(rung.chat, rung.operator));
    }
}

/// One chat that somebody answers.
#[derive(Debug)]
pub struct Talk {
    desk: Desk,
    chat: ChatId,
    owner: OperatorId,
    messages: u32,
}

impl Talk {
    /// The desk itself.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// A chat with that many messages in it.
    ///
    /// # Panics
    /// Where nobody is rung for a chat.
    #[must_use]
    pub fn of(shape: Shape, messages: u32) -> Self {
        let mut desk = Desk::new(shape);
        let command = desk.next_chat();
        desk.step(Kind::SetUp, &command);
        let rung = desk.rung().expect("somebody is free");
        desk.step(Kind::SetUp, &rung.accept());
        let mut talk = Self { desk, chat: rung.chat, owner: rung.operator, messages: 0 };
        for _ in 0..messages {
            let command = talk.next_message();
            talk.desk.step(Kind::SetUp, &command);
        }
        talk
    }

    /// Who answers writes a message.
    pub fn message(&mut self) {
        let command = self.next_message();
        self.desk.step(Kind::Message, &command);
    }

    /// The chat goes to somebody else, with everything that was written.
    pub fn transfer(&mut self) {
        let to = operator(u32::from(self.owner == operator(0)));
        let transfer = TransferChat::of(self.chat.clone(), Target::Operator { operator: to });
        self.desk.step(Kind::Transfer, &transfer.by(self.owner.clone()));
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(Kind::Claim, &rung.accept());
        self.owner = rung.operator;
    }

    fn next_message(&mut self) -> refdesk::Command {
        self.messages += 1;
        let message: MessageId = id(format!("m-{:08}", self.messages));
        let message = PostMessage {
            chat: self.chat.clone(),
            message,
            content: "Where do I find it?".into(),
            audience: Audience::Everyone,
        };
        message.by(self.owner.clone())
    }
}
