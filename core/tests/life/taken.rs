//! By what each step is taken from each phase.

use refdesk::{Phase, Step};

use crate::attempt::Attempt as A;

/// By what a step is taken from a phase: by nothing, where the table does not have it.
pub(crate) const fn taken_by(phase: Phase, step: Step) -> &'static [A] {
    match phase {
        Phase::Waiting => waiting(step),
        Phase::Offered => offered(step),
        Phase::Active => active(step),
        Phase::OnHold => on_hold(step),
        Phase::Transferring => transferring(step),
        Phase::Consulting => consulting(step),
        Phase::WrapUp => in_wrap_up(step),
        Phase::Ended => ended(step),
    }
}

const fn waiting(step: Step) -> &'static [A] {
    match step {
        Step::Offer => &[
            A::Comes,
            A::OptsIn,
            A::IsUnpaused,
            A::IsGivenRoom,
            A::IsAssigned,
            A::LevelEnds,
            A::HoursBegin,
            A::RoundStarts,
            A::PatienceEnds,
        ],
        Step::Claim => &[A::Picks, A::Assigns, A::ComesBack],
        Step::End => &[
            A::PatronLeaves,
            A::PatronLeavesForGood,
            A::PatronIsGone,
            A::PatronIsGoneForGood,
            A::WaitEnds,
            A::LevelsEnd,
            A::QueueCloses,
            A::HostCloses,
        ],
        Step::Unring
        | Step::Lose
        | Step::Hold
        | Step::Resume
        | Step::Transfer
        | Step::Consult
        | Step::Fail
        | Step::HandOver
        | Step::WrapUp => &[],
    }
}

const fn offered(step: Step) -> &'static [A] {
    match step {
        Step::Unring => &[
            A::OfferLapses,
            A::RingLapses,
            A::Declines,
            A::GoesAway,
            A::Pauses,
            A::OptsOut,
            A::IsUnassigned,
            A::IsLeftNoRoom,
            A::WillLeave,
            A::LosesConnection,
            A::GraceEnds,
            A::SessionEnds,
            A::LogsOut,
            A::IsRemoved,
            A::PartnershipEnds,
        ],
        Step::Claim => &[
            A::Accepts,
            A::AcceptsToTalk,
            A::AcceptsBeside,
            A::Writes,
            A::Picks,
            A::Assigns,
            A::ComesBack,
        ],
        Step::End => &[
            A::PatronLeaves,
            A::PatronLeavesForGood,
            A::PatronIsGone,
            A::PatronIsGoneForGood,
            A::WaitEnds,
            A::LevelsEnd,
            A::QueueCloses,
            A::HostCloses,
        ],
        Step::Offer
        | Step::Lose
        | Step::Hold
        | Step::Resume
        | Step::Transfer
        | Step::Consult
        | Step::Fail
        | Step::HandOver
        | Step::WrapUp => &[],
    }
}

/// What loses a chat in which nobody idles.
const LOSES: &[A] = &[A::GraceEnds, A::SessionEnds, A::LogsOut, A::IsRemoved, A::PartnershipEnds];
/// What ends a conversation in which nobody idles: with a wrap-up, and without.
const WRAPS_UP: &[A] = &[A::Closes, A::PatronLeaves, A::PatronIsGone];
const ENDS: &[A] =
    &[A::ClosesForGood, A::PatronLeavesForGood, A::PatronIsGoneForGood, A::HostCloses];

const fn active(step: Step) -> &'static [A] {
    match step {
        Step::Lose => &[
            A::GraceEnds,
            A::SessionEnds,
            A::LogsOut,
            A::IsRemoved,
            A::PartnershipEnds,
            A::OperatorIdles,
        ],
        Step::Hold => &[A::Holds],
        Step::Transfer => &[A::Transfers, A::Returns],
        Step::HandOver => &[A::Assigns],
        Step::WrapUp => &[A::Closes, A::PatronLeaves, A::PatronIsGone, A::PatronIdles],
        Step::End => &[
            A::ClosesForGood,
            A::PatronLeavesForGood,
            A::PatronIsGoneForGood,
            A::PatronIdlesForGood,
            A::HostCloses,
        ],
        Step::Offer | Step::Unring | Step::Claim | Step::Resume | Step::Consult | Step::Fail => &[],
    }
}

const fn on_hold(step: Step) -> &'static [A] {
    match step {
        Step::Lose => LOSES,
        Step::Resume => &[A::Resumes],
        Step::HandOver => &[A::Assigns],
        Step::WrapUp => WRAPS_UP,
        Step::End => ENDS,
        Step::Offer
        | Step::Unring
        | Step::Claim
        | Step::Hold
        | Step::Transfer
        | Step::Consult
        | Step::Fail => &[],
    }
}

const fn transferring(step: Step) -> &'static [A] {
    match step {
        Step::Lose => LOSES,
        Step::Consult => &[A::AcceptsToTalk],
        Step::Fail => {
            &[A::Declines, A::TransferLapses, A::Cancels, A::TargetPauses, A::TargetLogsOut]
        }
        Step::HandOver => &[A::Accepts, A::AcceptsBeside, A::Assigns],
        Step::WrapUp => WRAPS_UP,
        Step::End => ENDS,
        Step::Offer | Step::Unring | Step::Claim | Step::Hold | Step::Resume | Step::Transfer => {
            &[]
        }
    }
}

const fn consulting(step: Step) -> &'static [A] {
    match step {
        Step::Lose => LOSES,
        Step::Fail => &[A::Cancels, A::TargetPauses, A::TargetLogsOut, A::TargetHasTalkedEnough],
        Step::HandOver => &[A::Completes, A::Assigns],
        Step::WrapUp => WRAPS_UP,
        Step::End => ENDS,
        Step::Offer
        | Step::Unring
        | Step::Claim
        | Step::Hold
        | Step::Resume
        | Step::Transfer
        | Step::Consult => &[],
    }
}

const fn in_wrap_up(step: Step) -> &'static [A] {
    match step {
        Step::End => &[
            A::Finishes,
            A::WrapUpEnds,
            A::Closes,
            A::ClosesForGood,
            A::HostCloses,
            A::GraceEnds,
            A::SessionEnds,
            A::LogsOut,
            A::IsRemoved,
            A::PartnershipEnds,
        ],
        Step::Offer
        | Step::Unring
        | Step::Claim
        | Step::Lose
        | Step::Hold
        | Step::Resume
        | Step::Transfer
        | Step::Consult
        | Step::Fail
        | Step::HandOver
        | Step::WrapUp => &[],
    }
}

const fn ended(step: Step) -> &'static [A] {
    match step {
        Step::Offer
        | Step::Unring
        | Step::Claim
        | Step::Lose
        | Step::Hold
        | Step::Resume
        | Step::Transfer
        | Step::Consult
        | Step::Fail
        | Step::HandOver
        | Step::WrapUp
        | Step::End => &[],
    }
}
