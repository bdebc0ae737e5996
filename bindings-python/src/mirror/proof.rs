//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.
//!
//! The binding has a type for each of these. A field or a case that it does not know breaks the build here.

#![allow(
    dead_code,
    clippy::match_same_arms,
    clippy::too_many_lines,
    clippy::trivially_copy_pass_by_ref,
    reason = "a proof, written by a program"
)]

use refdesk as core;

const fn of_0(of: &core::About) {
    let core::About { profile: _, context: _, returns: _ } = of;
}

const fn of_1(of: &core::Absence) {
    match of {
        core::Absence::Offline => {}
        core::Absence::InGrace => {}
        core::Absence::Paused => {}
        core::Absence::Leaving => {}
        core::Absence::NoCapacity => {}
        core::Absence::Shown { show: _ } => {}
    }
}

const fn of_2(of: &core::AcceptOffer) {
    let core::AcceptOffer { chat: _, offer: _ } = of;
}

const fn of_3(of: &core::AcceptPartnership) {
    let core::AcceptPartnership { with: _, proposal: _ } = of;
}

const fn of_4(of: &core::Actor) {
    match of {
        core::Actor::Host => {}
        core::Actor::Institution { institution: _ } => {}
        core::Actor::Operator { operator: _ } => {}
        core::Actor::Patron { patron: _ } => {}
    }
}

const fn of_5(of: &core::AddInstitution) {
    let core::AddInstitution { institution: _ } = of;
}

const fn of_6(of: &core::AddOperator) {
    let core::AddOperator { operator: _, institution: _, capacity: _ } = of;
}

const fn of_7(of: &core::AddQueue) {
    let core::AddQueue { queue: _, institution: _, policy: _ } = of;
}

const fn of_8(of: &core::After) {
    match of {
        core::After::KeepWaiting => {}
        core::After::TakeMessage { notice: _ } => {}
        core::After::Close { notice: _ } => {}
        core::After::MoveTo { queue: _ } => {}
    }
}

const fn of_9(of: &core::AllowForeignBuddies) {
    let core::AllowForeignBuddies { institution: _, allow: _ } = of;
}

const fn of_10(of: &core::Answer) {
    let core::Answer { operator: _, institution: _, at: _, waited: _, reason: _ } = of;
}

const fn of_11(of: &core::AnswerListing) {
    let core::AnswerListing { of: _ } = of;
}

const fn of_12(of: &core::AnsweredBy) {
    match of {
        core::AnsweredBy::Home => {}
        core::AnsweredBy::Partner => {}
        core::AnsweredBy::Backup => {}
    }
}

const fn of_13(of: &core::ApproveSubscription) {
    let core::ApproveSubscription { party: _, buddy: _ } = of;
}

const fn of_14(of: &core::AskBackChat) {
    let core::AskBackChat { chat: _ } = of;
}

const fn of_15(of: &core::Asker) {
    match of {
        core::Asker::Host => {}
        core::Asker::Institution { institution: _ } => {}
        core::Asker::Operator { operator: _ } => {}
        core::Asker::Patron => {}
    }
}

const fn of_16(of: &core::AssignChat) {
    let core::AssignChat { chat: _, operator: _ } = of;
}

const fn of_17(of: &core::AssignOperator) {
    let core::AssignOperator { operator: _, queue: _, enabled: _, rank: _, weight: _, limit: _ } =
        of;
}

const fn of_18(of: &core::Audience) {
    match of {
        core::Audience::Everyone => {}
        core::Audience::Staff => {}
        core::Audience::Institution { institution: _ } => {}
    }
}

const fn of_19(of: &core::Author) {
    match of {
        core::Author::Patron => {}
        core::Author::Operator { operator: _ } => {}
        core::Author::Router => {}
    }
}

const fn of_20(of: &core::Availability) {
    match of {
        core::Availability::Available { by: _ } => {}
        core::Availability::Busy => {}
        core::Availability::Unstaffed => {}
        core::Availability::Full => {}
        core::Availability::Closed { opens_at: _ } => {}
    }
}

const fn of_21(of: &core::Block) {
    let core::Block { party: _, buddy: _ } = of;
}

const fn of_22(of: &core::Body) {
    match of {
        core::Body::Message { message: _, content: _ } => {}
        core::Body::Claimed { operator: _ } => {}
        core::Body::RolledOver { queue: _, level: _ } => {}
        core::Body::OperatorLost { operator: _ } => {}
        core::Body::OperatorIdle { operator: _ } => {}
        core::Body::Joined { operator: _, part: _ } => {}
        core::Body::Left { operator: _, part: _ } => {}
        core::Body::Held { operator: _ } => {}
        core::Body::Resumed { operator: _ } => {}
        core::Body::PatronDropped => {}
        core::Body::PatronReturned => {}
        core::Body::Returned => {}
        core::Body::Moved { queue: _ } => {}
        core::Body::Notice { text: _ } => {}
        core::Body::TransferStarted(_) => {}
        core::Body::TransferFailed { transfer: _, why: _ } => {}
        core::Body::ConsultationStarted { transfer: _, operator: _ } => {}
        core::Body::TransferCompleted { transfer: _, from: _, to: _ } => {}
        core::Body::Ended { outcome: _ } => {}
        core::Body::Masked(_) => {}
    }
}

const fn of_23(of: &core::BuddyView) {
    let core::BuddyView { buddy: _, subscription: _, approved: _, blocked: _, presence: _ } = of;
}

const fn of_24(of: &core::CancelSubscription) {
    let core::CancelSubscription { party: _, buddy: _ } = of;
}

const fn of_25(of: &core::CancelTransfer) {
    let core::CancelTransfer { chat: _, transfer: _ } = of;
}

const fn of_26(of: &core::Channel) {
    let core::Channel { units: _, store_and_forward: _ } = of;
}

const fn of_27(of: &core::ChatNeeds) {
    match of {
        core::ChatNeeds::InFull => {}
        core::ChatNeeds::Lowered { by: _ } => {}
        core::ChatNeeds::Ignored => {}
    }
}

const fn of_28(of: &core::ChatView) {
    let core::ChatView {
        chat: _,
        patron: _,
        phase: _,
        origin: _,
        queue: _,
        opened_at: _,
        owner: _,
        consulted: _,
        company: _,
        rung: _,
        transfer: _,
        level: _,
    } = of;
}

const fn of_29(of: &core::Choice) {
    let core::Choice { target: _, institution: _, presence: _, refusal: _ } = of;
}

const fn of_30(of: &core::ClaimBy) {
    match of {
        core::ClaimBy::Accept => {}
        core::ClaimBy::FirstMessage => {}
    }
}

const fn of_31(of: &core::ClaimReason) {
    match of {
        core::ClaimReason::Accepted { level: _, won: _ } => {}
        core::ClaimReason::FirstMessage { level: _, won: _ } => {}
        core::ClaimReason::Preferred => {}
        core::ClaimReason::Transferred => {}
        core::ClaimReason::Picked => {}
        core::ClaimReason::Assigned => {}
        core::ClaimReason::Started => {}
        core::ClaimReason::Returned => {}
    }
}

const fn of_32(of: &core::CloseChat) {
    let core::CloseChat { chat: _ } = of;
}

const fn of_33(of: &core::Colleagues) {
    let core::Colleagues { buddies: _, visible: _ } = of;
}

const fn of_34(of: &core::Command) {
    let core::Command { by: _, action: _ } = of;
}

const fn of_35(of: &core::CompleteTransfer) {
    let core::CompleteTransfer { chat: _, transfer: _ } = of;
}

const fn of_36(of: &core::Config) {
    let core::Config {
        grace: _,
        session_length: _,
        takes_chats: _,
        transfer_lapse: _,
        patron_grace: _,
        priorities: _,
        channels: _,
        digests: _,
        limits: _,
        ..
    } = of;
}

const fn of_37(of: &core::Content) {
    match of {
        core::Content::Text(_) => {}
        core::Content::Reference(_) => {}
    }
}

const fn of_38(of: &core::Course) {
    let core::Course { queue: _, round: _, rests_until: _, ends: _, preferred: _, levels: _ } = of;
}

const fn of_40(of: &core::hours::Day) {
    match of {
        core::hours::Day::Monday => {}
        core::hours::Day::Tuesday => {}
        core::hours::Day::Wednesday => {}
        core::hours::Day::Thursday => {}
        core::hours::Day::Friday => {}
        core::hours::Day::Saturday => {}
        core::hours::Day::Sunday => {}
    }
}

const fn of_41(of: &core::Deadline) {
    let core::Deadline { at: _, reason: _ } = of;
}

const fn of_42(of: &core::DeclineOffer) {
    let core::DeclineOffer { chat: _, offer: _ } = of;
}

const fn of_43(of: &core::DeclinePartnership) {
    let core::DeclinePartnership { with: _, proposal: _ } = of;
}

const fn of_44(of: &core::DescribeChat) {
    let core::DescribeChat { chat: _, tags: _, follow_up: _, resolution: _ } = of;
}

const fn of_45(of: &core::Details) {
    let core::Details { tags: _, follow_up: _, resolution: _ } = of;
}

const fn of_46(of: &core::DirectMessage) {
    let core::DirectMessage { message: _, content: _ } = of;
}

const fn of_47(of: &core::DropPatron) {
    let core::DropPatron { chat: _ } = of;
}

const fn of_48(of: &core::EndPartnership) {
    let core::EndPartnership { with: _ } = of;
}

const fn of_49(of: &core::EndRule) {
    match of {
        core::EndRule::Finish => {}
        core::EndRule::Return => {}
    }
}

const fn of_50(of: &core::EndSession) {
    let core::EndSession { operator: _, session: _ } = of;
}

const fn of_51(of: &core::Entering) {
    match of {
        core::Entering::Widen => {}
        core::Entering::Replace => {}
    }
}

const fn of_52(of: &core::Entry) {
    let core::Entry { number: _, at: _, author: _, audience: _, body: _ } = of;
}

const fn of_53(of: &core::EventKind) {
    match of {
        core::EventKind::PartnershipProposed { from: _, to: _, proposal: _, terms: _ } => {}
        core::EventKind::PartnershipAgreed { proposer: _, accepter: _, proposal: _ } => {}
        core::EventKind::PartnershipDeclined { by: _, with: _, proposal: _ } => {}
        core::EventKind::PartnershipEnded { by: _, with: _ } => {}
        core::EventKind::ListingPosted { institution: _, terms: _ } => {}
        core::EventKind::ListingWithdrawn { institution: _ } => {}
        core::EventKind::AvailabilityChanged { queue: _, availability: _ } => {}
        core::EventKind::PresenceChanged { operator: _, presence: _, to: _ } => {}
        core::EventKind::OperatorPaused { operator: _, reason: _, to: _ } => {}
        core::EventKind::OperatorUnpaused { operator: _, to: _ } => {}
        core::EventKind::OperatorLeaving { operator: _, leaves: _, to: _ } => {}
        core::EventKind::GraceStarted { operator: _, until: _ } => {}
        core::EventKind::QueueStateChanged { queue: _, state: _ } => {}
        core::EventKind::ChatOpened { chat: _, queue: _, patron: _ } => {}
        core::EventKind::ChatOffered {
            chat: _,
            offer: _,
            operator: _,
            origin: _,
            cause: _,
            lapses_at: _,
            about: _,
        } => {}
        core::EventKind::OfferWithdrawn { chat: _, offer: _, operator: _, reason: _ } => {}
        core::EventKind::OfferLapsed { chat: _, offer: _, operator: _ } => {}
        core::EventKind::OfferDeclined { chat: _, offer: _, operator: _ } => {}
        core::EventKind::LevelPassedOver { queue: _, level: _, reason: _ } => {}
        core::EventKind::ChatRolledOver { chat: _, queue: _, level: _, reason: _ } => {}
        core::EventKind::RoundStarted { chat: _, round: _ } => {}
        core::EventKind::ChatClaimed { chat: _, operator: _, reason: _, to: _ } => {}
        core::EventKind::TranscriptShown { chat: _, operator: _, handover: _ } => {}
        core::EventKind::MessagePosted { chat: _, number: _, posted: _, to: _ } => {}
        core::EventKind::ChatDescribed { chat: _, details: _, to: _ } => {}
        core::EventKind::PatronMasked { chat: _, patron: _, entries: _, to: _ } => {}
        core::EventKind::ChatRequeued { chat: _, queue: _, operator: _, reason: _, to: _ } => {}
        core::EventKind::NoticeGiven { chat: _, notice: _, to: _ } => {}
        core::EventKind::ChatHeld { chat: _, operator: _, to: _ } => {}
        core::EventKind::ChatResumed { chat: _, operator: _, to: _ } => {}
        core::EventKind::PatronDropped { chat: _, until: _, to: _ } => {}
        core::EventKind::PatronReturned { chat: _, to: _ } => {}
        core::EventKind::IdleNoticed { chat: _, idler: _, notice: _, to: _ } => {}
        core::EventKind::OperatorInvited { chat: _, operator: _, by: _, note: _ } => {}
        core::EventKind::InvitationWithdrawn { chat: _, operator: _, to: _ } => {}
        core::EventKind::OperatorJoined { chat: _, operator: _, part: _, to: _ } => {}
        core::EventKind::OperatorLeft { chat: _, operator: _, part: _, to: _ } => {}
        core::EventKind::ChatAskedBack { chat: _, operator: _, to: _ } => {}
        core::EventKind::ChatReassigned { chat: _, from: _, operator: _, to: _ } => {}
        core::EventKind::TransferStarted {
            chat: _,
            transfer: _,
            from: _,
            target: _,
            mode: _,
            lapses_at: _,
        } => {}
        core::EventKind::ConsultationStarted { chat: _, transfer: _, operator: _, to: _ } => {}
        core::EventKind::TransferCompleted {
            chat: _,
            transfer: _,
            from: _,
            operator: _,
            to: _,
        } => {}
        core::EventKind::TransferFailed { chat: _, transfer: _, why: _, to: _ } => {}
        core::EventKind::WrapUpStarted { chat: _, outcome: _, until: _, to: _ } => {}
        core::EventKind::ChatEnded { chat: _, notice: _, record: _, to: _ } => {}
        core::EventKind::SubscriptionTold { party: _, buddy: _, stanza: _, to: _ } => {}
        core::EventKind::BuddyChanged {
            party: _,
            buddy: _,
            subscription: _,
            approved: _,
            to: _,
        } => {}
        core::EventKind::BlockChanged { party: _, buddy: _, blocked: _, to: _ } => {}
        core::EventKind::BuddyPresence { buddy: _, presence: _, to: _ } => {}
        core::EventKind::ContactTold { contact: _, buddy: _, presence: _ } => {}
        core::EventKind::DirectMessageSent { party: _, buddy: _, sent: _, to: _ } => {}
        core::EventKind::ColleagueAsks { chat: _, queue: _, party: _ } => {}
    }
}

const fn of_54(of: &core::hours::Exception) {
    let core::hours::Exception { dates: _, holidays: _, windows: _ } = of;
}

const fn of_55(of: &core::ExplainedLevel) {
    let core::ExplainedLevel { level: _, state: _, operators: _ } = of;
}

const fn of_56(of: &core::ExplainedOperator) {
    let core::ExplainedOperator { operator: _, verdict: _ } = of;
}

const fn of_57(of: &core::Explanation) {
    let core::Explanation { chat: _, phase: _, answer: _, passed: _, course: _, next: _ } = of;
}

const fn of_58(of: &core::FinishThenLeave) {
    let core::FinishThenLeave { operator: _, leaves: _ } = of;
}

const fn of_59(of: &core::FinishWrapUp) {
    let core::FinishWrapUp { chat: _ } = of;
}

const fn of_60(of: &core::Full) {
    let core::Full { chats: _, then: _ } = of;
}

const fn of_61(of: &core::Grant) {
    let core::Grant { right: _, queues: _, cap: _, hours: _ } = of;
}

const fn of_63(of: &core::HoldChat) {
    let core::HoldChat { chat: _ } = of;
}

const fn of_64(of: &core::hours::Holidays) {
    let core::hours::Holidays { dates: _ } = of;
}

const fn of_65(of: &core::Hop) {
    let core::Hop { queue: _, level: _, at: _, reason: _ } = of;
}

const fn of_66(of: &core::hours::Hours) {
    let core::hours::Hours { time_zone: _, week: _, exceptions: _ } = of;
}

const fn of_67(of: &core::hours::HoursFault) {
    const { assert!(core::hours::HoursFault::CODES.len() == 13, "the mirror is older than the core") };
    match of {
        core::hours::HoursFault::UnknownZone { zone: _, meant: _ } => {}
        core::hours::HoursFault::InvalidTime { text: _ } => {}
        core::hours::HoursFault::BeginsAtEnd => {}
        core::hours::HoursFault::EmptyWindow => {}
        core::hours::HoursFault::NoDays => {}
        core::hours::HoursFault::NoDates => {}
        core::hours::HoursFault::InvalidDate { text: _ } => {}
        core::hours::HoursFault::NoSuchDate { text: _ } => {}
        core::hours::HoursFault::ReversedDates { text: _ } => {}
        core::hours::HoursFault::UnknownHours { name: _ } => {}
        core::hours::HoursFault::UnknownHolidays { name: _, meant: _ } => {}
        core::hours::HoursFault::InvalidHolidays { name: _ } => {}
        core::hours::HoursFault::TooMany { limit: _ } => {}
        _ => {}
    }
}

const fn of_68(of: &core::hours::HoursOf) {
    match of {
        core::hours::HoursOf::Here(_) => {}
        core::hours::HoursOf::Named(_) => {}
    }
}

const fn of_69(of: &core::IdleRule) {
    let core::IdleRule { notice: _, after: _ } = of;
}

const fn of_70(of: &core::Idler) {
    match of {
        core::Idler::Patron => {}
        core::Idler::Operator => {}
    }
}

const fn of_71(of: &core::journal::Input) {
    let core::journal::Input { number: _, at: _, command: _ } = of;
}

const fn of_72(of: &core::InviteOperator) {
    let core::InviteOperator { chat: _, operator: _, note: _ } = of;
}

const fn of_73(of: &core::JoinChat) {
    let core::JoinChat { chat: _, part: _ } = of;
}

const fn of_74(of: &core::LeaveChat) {
    let core::LeaveChat { chat: _ } = of;
}

const fn of_75(of: &core::Level) {
    let core::Level {
        pool: _,
        ring: _,
        wait: _,
        needs: _,
        chat_needs: _,
        when_busy: _,
        entry: _,
        only_when: _,
    } = of;
}

const fn of_76(of: &core::LevelState) {
    match of {
        core::LevelState::NotEntered { vacant: _ } => {}
        core::LevelState::Rings { rung: _, wanted: _, until: _, left: _, vacant: _ } => {}
        core::LevelState::Dormant => {}
        core::LevelState::Replaced { left: _ } => {}
    }
}

const fn of_77(of: &core::Limited) {
    const { assert!(core::Limited::ALL.len() == 24, "the mirror is older than the core") };
    match of {
        core::Limited::Institutions => {}
        core::Limited::Operators => {}
        core::Limited::Queues => {}
        core::Limited::Groups => {}
        core::Limited::OpenChats => {}
        core::Limited::OpenChatsOfPatron => {}
        core::Limited::Waiting => {}
        core::Limited::Participants => {}
        core::Limited::Sessions => {}
        core::Limited::Memberships => {}
        core::Limited::Skills => {}
        core::Limited::Needs => {}
        core::Limited::Demands => {}
        core::Limited::Excluded => {}
        core::Limited::Sources => {}
        core::Limited::OperatorsNamed => {}
        core::Limited::Grants => {}
        core::Limited::TranscriptEntries => {}
        core::Limited::Tags => {}
        core::Limited::Hops => {}
        core::Limited::Buddies => {}
        core::Limited::BuddyRequests => {}
        core::Limited::Blocked => {}
        core::Limited::Contacts => {}
        _ => {}
    }
}

const fn of_78(of: &core::Limits) {
    let core::Limits {
        institutions: _,
        operators: _,
        queues: _,
        groups: _,
        open_chats: _,
        open_chats_per_patron: _,
        waiting_per_queue: _,
        ended_ids: _,
        participants: _,
        sessions_per_operator: _,
        broadcasts_per_operator: _,
        memberships_per_operator: _,
        skills_per_operator: _,
        needs: _,
        demands_per_level: _,
        excluded: _,
        sources_per_level: _,
        operators_named: _,
        grants: _,
        message_bytes: _,
        reference_bytes: _,
        note_bytes: _,
        tags: _,
        label_bytes: _,
        profile_bytes: _,
        context_bytes: _,
        transcript_entries: _,
        hops: _,
        levels_left: _,
        overflows: _,
        buddies_per_party: _,
        requests_per_party: _,
        blocked_per_party: _,
        contacts: _,
        direct_messages: _,
        events_per_advance: _,
    } = of;
}

const fn of_79(of: &core::chain::Link) {
    let core::chain::Link { number: _, leaf: _, shown: _ } = of;
}

const fn of_80(of: &core::LogOut) {
    let core::LogOut { operator: _ } = of;
}

const fn of_81(of: &core::MaskPatron) {
    let core::MaskPatron { chat: _, name: _ } = of;
}

const fn of_82(of: &core::Masked) {
    let core::Masked { message: _, leaf: _ } = of;
}

const fn of_83(of: &core::Measured) {
    const { assert!(core::Measured::ALL.len() == 6, "the mirror is older than the core") };
    match of {
        core::Measured::Message => {}
        core::Measured::Note => {}
        core::Measured::Context => {}
        core::Measured::Reference => {}
        core::Measured::Label => {}
        core::Measured::Profile => {}
        _ => {}
    }
}

const fn of_84(of: &core::Need) {
    let core::Need { skill: _, at_least: _ } = of;
}

const fn of_85(of: &core::Notice) {
    let core::Notice { after: _, text: _ } = of;
}

const fn of_86(of: &core::OfferCause) {
    match of {
        core::OfferCause::Level { level: _ } => {}
        core::OfferCause::Preferred => {}
        core::OfferCause::Transfer { transfer: _ } => {}
    }
}

const fn of_87(of: &core::OnlyWhen) {
    match of {
        core::OnlyWhen::Open => {}
        core::OnlyWhen::Closed => {}
        core::OnlyWhen::Always => {}
        core::OnlyWhen::Hours(_) => {}
    }
}

const fn of_88(of: &core::OpenChat) {
    let core::OpenChat {
        chat: _,
        queue: _,
        patron: _,
        priority: _,
        preferred: _,
        returns: _,
        excluded: _,
        needs: _,
        context: _,
        channel: _,
        salt: _,
        practice: _,
    } = of;
}

const fn of_89(of: &core::OperatorView) {
    let core::OperatorView {
        operator: _,
        institution: _,
        presence: _,
        pause: _,
        leaves: _,
        sessions: _,
        capacity: _,
        answering: _,
        rung_for: _,
    } = of;
}

const fn of_90(of: &core::OptIn) {
    let core::OptIn { operator: _, queue: _ } = of;
}

const fn of_91(of: &core::OptOut) {
    let core::OptOut { operator: _, queue: _ } = of;
}

const fn of_92(of: &core::Order) {
    match of {
        core::Order::LeastBusy => {}
        core::Order::MostSpare => {}
        core::Order::LongestIdle => {}
        core::Order::RoundRobin => {}
        core::Order::WeightedRoundRobin => {}
        core::Order::FixedRanks => {}
    }
}

const fn of_93(of: &core::Outcome) {
    match of {
        core::Outcome::Abandoned => {}
        core::Outcome::PatronLeft => {}
        core::Outcome::Closed => {}
        core::Outcome::ForceClosed => {}
        core::Outcome::PatronIdle => {}
        core::Outcome::MessageTaken => {}
        core::Outcome::ClosedByQueue => {}
    }
}

const fn of_94(of: &core::hours::OwnHours) {
    let core::hours::OwnHours { hours: _, holidays: _ } = of;
}

const fn of_95(of: &core::Page) {
    let core::Page { after: _, limit: _ } = of;
}

const fn of_96(of: &core::Part) {
    match of {
        core::Part::Invited => {}
        core::Part::Observer => {}
        core::Part::Whisperer => {}
    }
}

const fn of_97(of: &core::Party) {
    match of {
        core::Party::Operator { operator: _ } => {}
        core::Party::Queue { queue: _ } => {}
        core::Party::Contact { contact: _ } => {}
    }
}

const fn of_98(of: &core::Pause) {
    let core::Pause { operator: _, reason: _ } = of;
}

const fn of_99(of: &core::PauseReason) {
    match of {
        core::PauseReason::Asked { text: _ } => {}
        core::PauseReason::MissedOffers { count: _ } => {}
    }
}

const fn of_100(of: &core::Phase) {
    match of {
        core::Phase::Waiting => {}
        core::Phase::Offered => {}
        core::Phase::Active => {}
        core::Phase::OnHold => {}
        core::Phase::Transferring => {}
        core::Phase::Consulting => {}
        core::Phase::WrapUp => {}
        core::Phase::Ended => {}
    }
}

const fn of_101(of: &core::PickChat) {
    let core::PickChat { chat: _ } = of;
}

const fn of_102(of: &core::Policy) {
    let core::Policy {
        levels: _,
        after: _,
        claim_by: _,
        preferred_for: _,
        returns_for: _,
        round_pause: _,
        wrap_up: _,
        pause_after_missed: _,
        full: _,
        too_long: _,
        notice: _,
        idle_patron: _,
        idle_operator: _,
    } = of;
}

const fn of_103(of: &core::PolicyFault) {
    const { assert!(core::PolicyFault::ALL.len() == 13, "the mirror is older than the core") };
    match of {
        core::PolicyFault::NoLevels => {}
        core::PolicyFault::TooManyLevels => {}
        core::PolicyFault::EmptyPool => {}
        core::PolicyFault::RingsNobody => {}
        core::PolicyFault::LapsesAtOnce => {}
        core::PolicyFault::PauseTooShort => {}
        core::PolicyFault::PausesAtOnce => {}
        core::PolicyFault::NoSuchSkillLevel => {}
        core::PolicyFault::NamesItself => {}
        core::PolicyFault::Circle => {}
        core::PolicyFault::KeepsWaiting => {}
        core::PolicyFault::EndsAtOnce => {}
        core::PolicyFault::IdlesAtOnce => {}
        _ => {}
    }
}

const fn of_104(of: &core::Position) {
    let core::Position { before: _, expected_wait: _ } = of;
}

const fn of_105(of: &core::PostListing) {
    let core::PostListing { terms: _ } = of;
}

const fn of_106(of: &core::PostMessage) {
    let core::PostMessage { chat: _, message: _, audience: _, content: _ } = of;
}

const fn of_107(of: &core::Posted) {
    let core::Posted { author: _, message: _, audience: _, content: _ } = of;
}

const fn of_108(of: &core::Presence) {
    match of {
        core::Presence::Chat => {}
        core::Presence::Available => {}
        core::Presence::Away => {}
        core::Presence::Xa => {}
        core::Presence::Dnd => {}
        core::Presence::Offline => {}
    }
}

const fn of_109(of: &core::Priority) {
    match of {
        core::Priority::Strict => {}
        core::Priority::HeadStart { span: _ } => {}
    }
}

const fn of_110(of: &core::ProposePartnership) {
    let core::ProposePartnership { with: _, terms: _ } = of;
}

const fn of_111(of: &core::QueueState) {
    match of {
        core::QueueState::Open => {}
        core::QueueState::Draining => {}
        core::QueueState::Closed => {}
    }
}

const fn of_112(of: &core::Queues) {
    match of {
        core::Queues::All => {}
        core::Queues::Only { queues: _ } => {}
    }
}

const fn of_113(of: &core::Reason) {
    match of {
        core::Reason::OfferLapses { chat: _, offer: _ } => {}
        core::Reason::RingLapses { chat: _, level: _ } => {}
        core::Reason::LevelEnds { chat: _ } => {}
        core::Reason::PatienceEnds { chat: _ } => {}
        core::Reason::RoundStarts { chat: _ } => {}
        core::Reason::TransferLapses { chat: _, transfer: _ } => {}
        core::Reason::WrapUpEnds { chat: _ } => {}
        core::Reason::GrantHours { institution: _ } => {}
        core::Reason::GraceEnds { operator: _ } => {}
        core::Reason::SessionEnds { operator: _, session: _ } => {}
        core::Reason::QueueOpens { queue: _ } => {}
        core::Reason::QueueCloses { queue: _ } => {}
        core::Reason::LevelOpens { queue: _, level: _ } => {}
        core::Reason::LevelCloses { queue: _, level: _ } => {}
        core::Reason::WaitEnds { chat: _ } => {}
        core::Reason::NoticeDue { chat: _ } => {}
        core::Reason::IdleDue { chat: _ } => {}
        core::Reason::PatronGraceEnds { chat: _ } => {}
    }
}

const fn of_114(of: &core::Recipients) {
    let core::Recipients { patron: _, operators: _ } = of;
}

const fn of_115(of: &core::Record) {
    let core::Record {
        chat: _,
        patron: _,
        context: _,
        returns: _,
        channel: _,
        institution: _,
        origin: _,
        queue: _,
        opened_at: _,
        ended_at: _,
        wrapped_up_at: _,
        outcome: _,
        answers: _,
        offers: _,
        hops: _,
        hops_before: _,
        overflows: _,
        transfers: _,
        transcript: _,
        details: _,
        practice: _,
        seal: _,
    } = of;
}

const fn of_116(of: &core::Reference) {
    let core::Reference { key: _, bytes: _, digest: _ } = of;
}

const fn of_117(of: &core::Refusal) {
    const { assert!(core::Refusal::CODES.len() == 49, "the mirror is older than the core") };
    match of {
        core::Refusal::TooLong { what: _, bytes: _, limit: _ } => {}
        core::Refusal::LimitReached { what: _, limit: _ } => {}
        core::Refusal::InvalidPolicy { level: _, fault: _ } => {}
        core::Refusal::InvalidHours { path: _, fault: _ } => {}
        core::Refusal::UnknownInstitution { institution: _ } => {}
        core::Refusal::UnknownOperator { operator: _ } => {}
        core::Refusal::UnknownQueue { queue: _ } => {}
        core::Refusal::UnknownGroup { group: _ } => {}
        core::Refusal::UnknownChannel { channel: _ } => {}
        core::Refusal::UnknownChat { chat: _ } => {}
        core::Refusal::UnknownContact { contact: _ } => {}
        core::Refusal::UnknownSession { operator: _, session: _ } => {}
        core::Refusal::InstitutionExists { institution: _ } => {}
        core::Refusal::OperatorExists { operator: _ } => {}
        core::Refusal::QueueExists { queue: _ } => {}
        core::Refusal::DuplicateChat { chat: _ } => {}
        core::Refusal::QueueClosed { queue: _, opens_at: _ } => {}
        core::Refusal::NotPermitted { by: _ } => {}
        core::Refusal::WrongInstitution { institution: _ } => {}
        core::Refusal::InUse { by: _ } => {}
        core::Refusal::NotAssigned { operator: _, queue: _ } => {}
        core::Refusal::NoGrant { from: _, to: _ } => {}
        core::Refusal::GrantClosed { home: _, to: _ } => {}
        core::Refusal::OwnPartner => {}
        core::Refusal::ProposalGone { proposal: _ } => {}
        core::Refusal::NoPartnership { with: _ } => {}
        core::Refusal::NoListing { of: _ } => {}
        core::Refusal::ListingNamesQueues => {}
        core::Refusal::UnknownPriority { priority: _ } => {}
        core::Refusal::NoSuchSkillLevel { skill: _ } => {}
        core::Refusal::NotPaused { operator: _ } => {}
        core::Refusal::OperatorOffline { operator: _ } => {}
        core::Refusal::ChatTaken { chat: _, winner: _ } => {}
        core::Refusal::OfferGone { chat: _, offer: _ } => {}
        core::Refusal::AcceptFirst { chat: _ } => {}
        core::Refusal::WrongPhase { chat: _, phase: _ } => {}
        core::Refusal::NotInvited { chat: _, operator: _ } => {}
        core::Refusal::TransferToSelf { chat: _ } => {}
        core::Refusal::NoSender { chat: _ } => {}
        core::Refusal::TargetUnavailable { operator: _ } => {}
        core::Refusal::NotEligible { operator: _, chat: _ } => {}
        core::Refusal::TransferGone { chat: _, transfer: _ } => {}
        core::Refusal::OwnBuddy => {}
        core::Refusal::BothOutside => {}
        core::Refusal::ForeignBuddiesForbidden { institution: _ } => {}
        core::Refusal::BuddyBlocked { buddy: _ } => {}
        core::Refusal::BuddyUnreachable { buddy: _ } => {}
        core::Refusal::NotBuddies { buddy: _ } => {}
        core::Refusal::ChatNeeded { queue: _ } => {}
        _ => {}
    }
}

const fn of_118(of: &core::RemoveBuddy) {
    let core::RemoveBuddy { party: _, buddy: _ } = of;
}

const fn of_119(of: &core::RemoveContact) {
    let core::RemoveContact { contact: _ } = of;
}

const fn of_120(of: &core::RemoveGroup) {
    let core::RemoveGroup { group: _ } = of;
}

const fn of_121(of: &core::RemoveInstitution) {
    let core::RemoveInstitution { institution: _ } = of;
}

const fn of_122(of: &core::RemoveOperator) {
    let core::RemoveOperator { operator: _ } = of;
}

const fn of_123(of: &core::RemoveParticipant) {
    let core::RemoveParticipant { chat: _, operator: _ } = of;
}

const fn of_124(of: &core::RemoveQueue) {
    let core::RemoveQueue { queue: _ } = of;
}

const fn of_125(of: &core::RequeueReason) {
    match of {
        core::RequeueReason::OperatorLost => {}
        core::RequeueReason::GrantEnded => {}
        core::RequeueReason::Overflow => {}
        core::RequeueReason::OperatorIdle => {}
    }
}

const fn of_126(of: &core::ResumeChat) {
    let core::ResumeChat { chat: _ } = of;
}

const fn of_127(of: &core::ReturnChat) {
    let core::ReturnChat { chat: _, reason: _, note: _ } = of;
}

const fn of_128(of: &core::ReturnPatron) {
    let core::ReturnPatron { chat: _ } = of;
}

const fn of_129(of: &core::Right) {
    match of {
        core::Right::Transfer => {}
        core::Right::Staff => {}
        core::Right::SeePresence => {}
        core::Right::Transcript { view: _ } => {}
    }
}

const fn of_130(of: &core::Ring) {
    match of {
        core::Ring::All { lapse_after: _ } => {}
        core::Ring::Best { count: _, order: _, proficient_first: _, lapse_after: _ } => {}
    }
}

const fn of_131(of: &core::RollReason) {
    match of {
        core::RollReason::Unanswered => {}
        core::RollReason::AllDeclined => {}
        core::RollReason::NobodyThere => {}
        core::RollReason::AllBusy => {}
        core::RollReason::OutOfHours => {}
    }
}

const fn of_132(of: &core::chain::Seal) {
    let core::chain::Seal { digest: _, salts: _ } = of;
}

const fn of_133(of: &core::SeeListings) {
    let core::SeeListings { sees: _ } = of;
}

const fn of_134(of: &core::SendDirectMessage) {
    let core::SendDirectMessage { party: _, buddy: _, message: _, content: _, chat: _ } = of;
}

const fn of_135(of: &core::SetCapacity) {
    let core::SetCapacity { operator: _, capacity: _ } = of;
}

const fn of_136(of: &core::SetContactPresence) {
    let core::SetContactPresence { contact: _, presence: _ } = of;
}

const fn of_137(of: &core::SetGroup) {
    let core::SetGroup { group: _, institution: _, operators: _ } = of;
}

const fn of_138(of: &core::SetHours) {
    let core::SetHours { queue: _, hours: _ } = of;
}

const fn of_139(of: &core::SetPolicy) {
    let core::SetPolicy { queue: _, policy: _ } = of;
}

const fn of_140(of: &core::SetPresence) {
    let core::SetPresence { operator: _, session: _, show: _, priority: _ } = of;
}

const fn of_141(of: &core::SetProfile) {
    let core::SetProfile { queue: _, profile: _ } = of;
}

const fn of_142(of: &core::SetQueueState) {
    let core::SetQueueState { queue: _, state: _ } = of;
}

const fn of_143(of: &core::SetSkills) {
    let core::SetSkills { operator: _, skills: _ } = of;
}

const fn of_144(of: &core::SetSupervisor) {
    let core::SetSupervisor { operator: _, queues: _, groups: _ } = of;
}

const fn of_145(of: &core::Show) {
    match of {
        core::Show::Chat => {}
        core::Show::Available => {}
        core::Show::Away => {}
        core::Show::Xa => {}
        core::Show::Dnd => {}
    }
}

const fn of_146(of: &core::chain::Shown) {
    let core::chain::Shown { entry: _, salt: _ } = of;
}

const fn of_147(of: &core::Source) {
    match of {
        core::Source::Assigned => {}
        core::Source::Queue { queue: _ } => {}
        core::Source::Group { group: _ } => {}
        core::Source::Operators { operators: _ } => {}
    }
}

const fn of_148(of: &core::Stanza) {
    match of {
        core::Stanza::Subscribe => {}
        core::Stanza::Subscribed => {}
        core::Stanza::Unsubscribe => {}
        core::Stanza::Unsubscribed => {}
    }
}

const fn of_149(of: &core::StartChat) {
    let core::StartChat {
        chat: _,
        queue: _,
        patron: _,
        context: _,
        channel: _,
        salt: _,
        practice: _,
    } = of;
}

const fn of_150(of: &core::Subscribe) {
    let core::Subscribe { party: _, buddy: _ } = of;
}

const fn of_151(of: &core::Subscription) {
    match of {
        core::Subscription::None => {}
        core::Subscription::NonePendingOut => {}
        core::Subscription::NonePendingIn => {}
        core::Subscription::NonePendingOutIn => {}
        core::Subscription::To => {}
        core::Subscription::ToPendingIn => {}
        core::Subscription::From => {}
        core::Subscription::FromPendingOut => {}
        core::Subscription::Both => {}
    }
}

const fn of_152(of: &core::Switch) {
    match of {
        core::Switch::Open => {}
        core::Switch::Draining => {}
        core::Switch::Closed => {}
        core::Switch::ByHours => {}
    }
}

const fn of_153(of: &core::Target) {
    match of {
        core::Target::Operator { operator: _ } => {}
        core::Target::Queue { queue: _ } => {}
    }
}

const fn of_154(of: &core::Terms) {
    let core::Terms { gives: _, asks: _, on_end: _ } = of;
}

const fn of_155(of: &core::TooLong) {
    let core::TooLong { after: _, then: _ } = of;
}

const fn of_156(of: &core::chain::TranscriptView) {
    let core::chain::TranscriptView { chat: _, digest: _, links: _ } = of;
}

const fn of_157(of: &core::TransferChat) {
    let core::TransferChat { chat: _, to: _, reason: _, note: _, mode: _, preferred: _ } = of;
}

const fn of_158(of: &core::TransferFailure) {
    match of {
        core::TransferFailure::Declined => {}
        core::TransferFailure::Lapsed => {}
        core::TransferFailure::Cancelled => {}
        core::TransferFailure::TargetLost => {}
        core::TransferFailure::SenderLost => {}
        core::TransferFailure::NobodyThere => {}
        core::TransferFailure::GrantEnded => {}
        core::TransferFailure::QueueClosed => {}
        core::TransferFailure::Reassigned => {}
        core::TransferFailure::ChatEnded => {}
    }
}

const fn of_159(of: &core::TransferMode) {
    match of {
        core::TransferMode::Blind => {}
        core::TransferMode::Consult => {}
        core::TransferMode::Join => {}
    }
}

const fn of_160(of: &core::TransferRecord) {
    let core::TransferRecord { from: _, to: _, mode: _, at: _, reason: _, result: _ } = of;
}

const fn of_161(of: &core::TransferRequest) {
    let core::TransferRequest { transfer: _, to: _, reason: _, note: _ } = of;
}

const fn of_162(of: &core::TransferResult) {
    match of {
        core::TransferResult::Completed { by: _ } => {}
        core::TransferResult::Failed { why: _ } => {}
    }
}

const fn of_163(of: &core::UnassignOperator) {
    let core::UnassignOperator { operator: _, queue: _ } = of;
}

const fn of_164(of: &core::Unblock) {
    let core::Unblock { party: _, buddy: _ } = of;
}

const fn of_165(of: &core::Unpause) {
    let core::Unpause { operator: _ } = of;
}

const fn of_166(of: &core::Unsubscribe) {
    let core::Unsubscribe { party: _, buddy: _ } = of;
}

const fn of_167(of: &core::Use) {
    const { assert!(core::Use::ALL.len() == 6, "the mirror is older than the core") };
    match of {
        core::Use::Operators => {}
        core::Use::Queues => {}
        core::Use::Groups => {}
        core::Use::Partnerships => {}
        core::Use::Policy => {}
        core::Use::Chats => {}
        _ => {}
    }
}

const fn of_168(of: &core::Verdict) {
    match of {
        core::Verdict::Rung { offer: _, won: _, lapses_at: _ } => {}
        core::Verdict::RungElsewhere { level: _ } => {}
        core::Verdict::Answers => {}
        core::Verdict::Excluded => {}
        core::Verdict::Refused => {}
        core::Verdict::OptedOut => {}
        core::Verdict::QueueClosed => {}
        core::Verdict::NoGrant => {}
        core::Verdict::GrantAtCap { cap: _ } => {}
        core::Verdict::GrantClosed => {}
        core::Verdict::LacksSkill { skill: _, has: _, needs: _ } => {}
        core::Verdict::NotThere { why: _ } => {}
        core::Verdict::NoRoom { needs: _, room: _, capacity: _ } => {}
        core::Verdict::AssignmentFull { needs: _, room: _ } => {}
        core::Verdict::TooManyBroadcasts { holds: _ } => {}
        core::Verdict::LevelNotEntered => {}
        core::Verdict::LevelDormant => {}
        core::Verdict::LevelLeft => {}
        core::Verdict::Next { won: _ } => {}
        core::Verdict::EnoughRung { place: _, won: _ } => {}
    }
}

const fn of_169(of: &core::View) {
    match of {
        core::View::FromNow => {}
        core::View::Masked => {}
        core::View::Full => {}
    }
}

const fn of_170(of: &core::WatchAvailability) {
    let core::WatchAvailability { queue: _, watch: _ } = of;
}

const fn of_171(of: &core::WhenBusy) {
    match of {
        core::WhenBusy::Wait => {}
        core::WhenBusy::RollOn => {}
    }
}

const fn of_172(of: &core::hours::Window) {
    let core::hours::Window { days: _, from: _, to: _ } = of;
}

const fn of_173(of: &core::WithdrawListing) {
    let core::WithdrawListing {} = of;
}

const fn of_174(of: &core::Withdrawal) {
    match of {
        core::Withdrawal::Claimed { winner: _ } => {}
        core::Withdrawal::Full => {}
        core::Withdrawal::Absent => {}
        core::Withdrawal::Unassigned => {}
        core::Withdrawal::GrantEnded => {}
        core::Withdrawal::QueueClosed => {}
        core::Withdrawal::GrantClosed => {}
        core::Withdrawal::LevelLeft => {}
        core::Withdrawal::PolicyChanged => {}
        core::Withdrawal::TransferOver => {}
        core::Withdrawal::Returned => {}
        core::Withdrawal::ChatEnded => {}
    }
}

const fn of_action(of: &core::Action) {
    match of {
        core::Action::AddInstitution(_) => {}
        core::Action::RemoveInstitution(_) => {}
        core::Action::AddOperator(_) => {}
        core::Action::SetCapacity(_) => {}
        core::Action::SetSkills(_) => {}
        core::Action::RemoveOperator(_) => {}
        core::Action::AddQueue(_) => {}
        core::Action::WatchAvailability(_) => {}
        core::Action::SetPolicy(_) => {}
        core::Action::SetHours(_) => {}
        core::Action::SetQueueState(_) => {}
        core::Action::SetProfile(_) => {}
        core::Action::RemoveQueue(_) => {}
        core::Action::SetGroup(_) => {}
        core::Action::RemoveGroup(_) => {}
        core::Action::AssignOperator(_) => {}
        core::Action::UnassignOperator(_) => {}
        core::Action::OptIn(_) => {}
        core::Action::OptOut(_) => {}
        core::Action::SetSupervisor(_) => {}
        core::Action::ProposePartnership(_) => {}
        core::Action::AcceptPartnership(_) => {}
        core::Action::DeclinePartnership(_) => {}
        core::Action::EndPartnership(_) => {}
        core::Action::PostListing(_) => {}
        core::Action::WithdrawListing(_) => {}
        core::Action::SeeListings(_) => {}
        core::Action::AnswerListing(_) => {}
        core::Action::SetPresence(_) => {}
        core::Action::EndSession(_) => {}
        core::Action::LogOut(_) => {}
        core::Action::FinishThenLeave(_) => {}
        core::Action::Pause(_) => {}
        core::Action::Unpause(_) => {}
        core::Action::OpenChat(_) => {}
        core::Action::AcceptOffer(_) => {}
        core::Action::DeclineOffer(_) => {}
        core::Action::PickChat(_) => {}
        core::Action::AssignChat(_) => {}
        core::Action::PostMessage(_) => {}
        core::Action::LeaveChat(_) => {}
        core::Action::CloseChat(_) => {}
        core::Action::FinishWrapUp(_) => {}
        core::Action::DescribeChat(_) => {}
        core::Action::MaskPatron(_) => {}
        core::Action::HoldChat(_) => {}
        core::Action::ResumeChat(_) => {}
        core::Action::StartChat(_) => {}
        core::Action::DropPatron(_) => {}
        core::Action::ReturnPatron(_) => {}
        core::Action::InviteOperator(_) => {}
        core::Action::JoinChat(_) => {}
        core::Action::RemoveParticipant(_) => {}
        core::Action::AskBackChat(_) => {}
        core::Action::TransferChat(_) => {}
        core::Action::CompleteTransfer(_) => {}
        core::Action::ReturnChat(_) => {}
        core::Action::CancelTransfer(_) => {}
        core::Action::AllowForeignBuddies(_) => {}
        core::Action::Subscribe(_) => {}
        core::Action::ApproveSubscription(_) => {}
        core::Action::Unsubscribe(_) => {}
        core::Action::CancelSubscription(_) => {}
        core::Action::RemoveBuddy(_) => {}
        core::Action::Block(_) => {}
        core::Action::Unblock(_) => {}
        core::Action::SetContactPresence(_) => {}
        core::Action::RemoveContact(_) => {}
        core::Action::SendDirectMessage(_) => {}
    }
}
