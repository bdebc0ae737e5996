// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

extension Actor: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .host: out.byte(0)
        case .institution(let institution):
            out.byte(1)
            institution.send(in: &out)
        case .operator(let `operator`):
            out.byte(2)
            `operator`.send(in: &out)
        case .patron(let patron):
            out.byte(3)
            patron.send(in: &out)
        }
    }
}

extension Audience: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .everyone: out.byte(0)
        case .staff: out.byte(1)
        case .institution(let institution):
            out.byte(2)
            institution.send(in: &out)
        }
    }
}

extension Need: Sent {
    func send(in out: inout Outgoing) {
        skill.send(in: &out)
        if out.flag(atLeast != 1) { atLeast.send(in: &out) }
    }
}

extension Part: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .invited: out.byte(0)
        case .observer: out.byte(1)
        case .whisperer: out.byte(2)
        }
    }
}

extension Party: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .operator(let `operator`):
            out.byte(0)
            `operator`.send(in: &out)
        case .queue(let queue):
            out.byte(1)
            queue.send(in: &out)
        case .contact(let contact):
            out.byte(2)
            contact.send(in: &out)
        }
    }
}

extension Presence: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .chat: out.byte(0)
        case .available: out.byte(1)
        case .away: out.byte(2)
        case .xa: out.byte(3)
        case .dnd: out.byte(4)
        case .offline: out.byte(5)
        }
    }
}

extension Reference: Sent {
    func send(in out: inout Outgoing) {
        key.send(in: &out)
        bytes.send(in: &out)
        digest.send(in: &out)
    }
}

extension Show: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .chat: out.byte(0)
        case .available: out.byte(1)
        case .away: out.byte(2)
        case .xa: out.byte(3)
        case .dnd: out.byte(4)
        }
    }
}

extension Switch: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .open: out.byte(0)
        case .draining: out.byte(1)
        case .closed: out.byte(2)
        case .byHours: out.byte(3)
        }
    }
}

extension Target: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .operator(let `operator`):
            out.byte(0)
            `operator`.send(in: &out)
        case .queue(let queue):
            out.byte(1)
            queue.send(in: &out)
        }
    }
}

extension TransferMode: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .blind: out.byte(0)
        case .consult: out.byte(1)
        case .join: out.byte(2)
        }
    }
}

extension AddInstitution: Sent {
    func send(in out: inout Outgoing) {
        institution.send(in: &out)
    }
}

extension RemoveInstitution: Sent {
    func send(in out: inout Outgoing) {
        institution.send(in: &out)
    }
}

extension AddOperator: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        institution.send(in: &out)
        capacity.send(in: &out)
    }
}

extension SetCapacity: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        capacity.send(in: &out)
    }
}

extension SetSkills: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        skills.send(in: &out)
    }
}

extension RemoveOperator: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
    }
}

extension AddQueue: Sent {
    func send(in out: inout Outgoing) {
        queue.send(in: &out)
        institution.send(in: &out)
        policy.send(in: &out)
    }
}

extension WatchAvailability: Sent {
    func send(in out: inout Outgoing) {
        queue.send(in: &out)
        if out.flag(!watch) { watch.send(in: &out) }
    }
}

extension SetPolicy: Sent {
    func send(in out: inout Outgoing) {
        queue.send(in: &out)
        policy.send(in: &out)
    }
}

extension SetHours: Sent {
    func send(in out: inout Outgoing) {
        queue.send(in: &out)
        hours.send(in: &out)
    }
}

extension SetQueueState: Sent {
    func send(in out: inout Outgoing) {
        queue.send(in: &out)
        state.send(in: &out)
    }
}

extension SetProfile: Sent {
    func send(in out: inout Outgoing) {
        queue.send(in: &out)
        profile.send(in: &out)
    }
}

extension RemoveQueue: Sent {
    func send(in out: inout Outgoing) {
        queue.send(in: &out)
    }
}

extension SetGroup: Sent {
    func send(in out: inout Outgoing) {
        group.send(in: &out)
        institution.send(in: &out)
        operators.send(in: &out)
    }
}

extension RemoveGroup: Sent {
    func send(in out: inout Outgoing) {
        group.send(in: &out)
    }
}

extension AssignOperator: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        queue.send(in: &out)
        limit.send(in: &out)
        if out.flag(!enabled) { enabled.send(in: &out) }
        if out.flag(rank != 0) { rank.send(in: &out) }
        if out.flag(weight != 1) { weight.send(in: &out) }
    }
}

extension UnassignOperator: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        queue.send(in: &out)
    }
}

extension OptIn: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        queue.send(in: &out)
    }
}

extension OptOut: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        queue.send(in: &out)
    }
}

extension SetSupervisor: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        if out.flag(!queues.isEmpty) { queues.send(in: &out) }
        if out.flag(!groups.isEmpty) { groups.send(in: &out) }
    }
}

extension ProposePartnership: Sent {
    func send(in out: inout Outgoing) {
        with.send(in: &out)
        terms.send(in: &out)
    }
}

extension AcceptPartnership: Sent {
    func send(in out: inout Outgoing) {
        with.send(in: &out)
        proposal.send(in: &out)
    }
}

extension DeclinePartnership: Sent {
    func send(in out: inout Outgoing) {
        with.send(in: &out)
        proposal.send(in: &out)
    }
}

extension EndPartnership: Sent {
    func send(in out: inout Outgoing) {
        with.send(in: &out)
    }
}

extension PostListing: Sent {
    func send(in out: inout Outgoing) {
        terms.send(in: &out)
    }
}

extension WithdrawListing: Sent {
    func send(in out: inout Outgoing) {
    }
}

extension SeeListings: Sent {
    func send(in out: inout Outgoing) {
        sees.send(in: &out)
    }
}

extension AnswerListing: Sent {
    func send(in out: inout Outgoing) {
        of.send(in: &out)
    }
}

extension SetPresence: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        session.send(in: &out)
        show.send(in: &out)
        if out.flag(priority != 0) { priority.send(in: &out) }
    }
}

extension EndSession: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        session.send(in: &out)
    }
}

extension LogOut: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
    }
}

extension FinishThenLeave: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        if out.flag(!leaves) { leaves.send(in: &out) }
    }
}

extension Pause: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
        reason.send(in: &out)
    }
}

extension Unpause: Sent {
    func send(in out: inout Outgoing) {
        `operator`.send(in: &out)
    }
}

extension OpenChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        queue.send(in: &out)
        patron.send(in: &out)
        preferred.send(in: &out)
        returns.send(in: &out)
        context.send(in: &out)
        channel.send(in: &out)
        salt.send(in: &out)
        if out.flag(priority != 0) { priority.send(in: &out) }
        if out.flag(!excluded.isEmpty) { excluded.send(in: &out) }
        if out.flag(!needs.isEmpty) { needs.send(in: &out) }
        if out.flag(practice) { practice.send(in: &out) }
    }
}

extension AcceptOffer: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        offer.send(in: &out)
    }
}

extension DeclineOffer: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        offer.send(in: &out)
    }
}

extension PickChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension AssignChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        `operator`.send(in: &out)
    }
}

extension PostMessage: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        message.send(in: &out)
        content.send(in: &out)
        if out.flag(audience != .everyone) { audience.send(in: &out) }
    }
}

extension LeaveChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension CloseChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension FinishWrapUp: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension DescribeChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        tags.send(in: &out)
        followUp.send(in: &out)
        resolution.send(in: &out)
    }
}

extension MaskPatron: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        name.send(in: &out)
    }
}

extension HoldChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension ResumeChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension StartChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        queue.send(in: &out)
        patron.send(in: &out)
        context.send(in: &out)
        channel.send(in: &out)
        salt.send(in: &out)
        if out.flag(practice) { practice.send(in: &out) }
    }
}

extension DropPatron: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension ReturnPatron: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension InviteOperator: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        `operator`.send(in: &out)
        note.send(in: &out)
    }
}

extension JoinChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        part.send(in: &out)
    }
}

extension RemoveParticipant: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        `operator`.send(in: &out)
    }
}

extension AskBackChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
    }
}

extension TransferChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        to.send(in: &out)
        reason.send(in: &out)
        note.send(in: &out)
        preferred.send(in: &out)
        if out.flag(mode != .blind) { mode.send(in: &out) }
    }
}

extension CompleteTransfer: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        transfer.send(in: &out)
    }
}

extension ReturnChat: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        reason.send(in: &out)
        note.send(in: &out)
    }
}

extension CancelTransfer: Sent {
    func send(in out: inout Outgoing) {
        chat.send(in: &out)
        transfer.send(in: &out)
    }
}

extension AllowForeignBuddies: Sent {
    func send(in out: inout Outgoing) {
        institution.send(in: &out)
        allow.send(in: &out)
    }
}

extension Subscribe: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
    }
}

extension ApproveSubscription: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
    }
}

extension Unsubscribe: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
    }
}

extension CancelSubscription: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
    }
}

extension RemoveBuddy: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
    }
}

extension Block: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
    }
}

extension Unblock: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
    }
}

extension SetContactPresence: Sent {
    func send(in out: inout Outgoing) {
        contact.send(in: &out)
        presence.send(in: &out)
    }
}

extension RemoveContact: Sent {
    func send(in out: inout Outgoing) {
        contact.send(in: &out)
    }
}

extension SendDirectMessage: Sent {
    func send(in out: inout Outgoing) {
        party.send(in: &out)
        buddy.send(in: &out)
        message.send(in: &out)
        content.send(in: &out)
        chat.send(in: &out)
    }
}

extension Action: Sent {
    func send(in out: inout Outgoing) {
        switch self {
        case .addInstitution(let of): out.byte(0); of.send(in: &out)
        case .removeInstitution(let of): out.byte(1); of.send(in: &out)
        case .addOperator(let of): out.byte(2); of.send(in: &out)
        case .setCapacity(let of): out.byte(3); of.send(in: &out)
        case .setSkills(let of): out.byte(4); of.send(in: &out)
        case .removeOperator(let of): out.byte(5); of.send(in: &out)
        case .addQueue(let of): out.byte(6); of.send(in: &out)
        case .watchAvailability(let of): out.byte(7); of.send(in: &out)
        case .setPolicy(let of): out.byte(8); of.send(in: &out)
        case .setHours(let of): out.byte(9); of.send(in: &out)
        case .setQueueState(let of): out.byte(10); of.send(in: &out)
        case .setProfile(let of): out.byte(11); of.send(in: &out)
        case .removeQueue(let of): out.byte(12); of.send(in: &out)
        case .setGroup(let of): out.byte(13); of.send(in: &out)
        case .removeGroup(let of): out.byte(14); of.send(in: &out)
        case .assignOperator(let of): out.byte(15); of.send(in: &out)
        case .unassignOperator(let of): out.byte(16); of.send(in: &out)
        case .optIn(let of): out.byte(17); of.send(in: &out)
        case .optOut(let of): out.byte(18); of.send(in: &out)
        case .setSupervisor(let of): out.byte(19); of.send(in: &out)
        case .proposePartnership(let of): out.byte(20); of.send(in: &out)
        case .acceptPartnership(let of): out.byte(21); of.send(in: &out)
        case .declinePartnership(let of): out.byte(22); of.send(in: &out)
        case .endPartnership(let of): out.byte(23); of.send(in: &out)
        case .postListing(let of): out.byte(24); of.send(in: &out)
        case .withdrawListing(let of): out.byte(25); of.send(in: &out)
        case .seeListings(let of): out.byte(26); of.send(in: &out)
        case .answerListing(let of): out.byte(27); of.send(in: &out)
        case .setPresence(let of): out.byte(28); of.send(in: &out)
        case .endSession(let of): out.byte(29); of.send(in: &out)
        case .logOut(let of): out.byte(30); of.send(in: &out)
        case .finishThenLeave(let of): out.byte(31); of.send(in: &out)
        case .pause(let of): out.byte(32); of.send(in: &out)
        case .unpause(let of): out.byte(33); of.send(in: &out)
        case .openChat(let of): out.byte(34); of.send(in: &out)
        case .acceptOffer(let of): out.byte(35); of.send(in: &out)
        case .declineOffer(let of): out.byte(36); of.send(in: &out)
        case .pickChat(let of): out.byte(37); of.send(in: &out)
        case .assignChat(let of): out.byte(38); of.send(in: &out)
        case .postMessage(let of): out.byte(39); of.send(in: &out)
        case .leaveChat(let of): out.byte(40); of.send(in: &out)
        case .closeChat(let of): out.byte(41); of.send(in: &out)
        case .finishWrapUp(let of): out.byte(42); of.send(in: &out)
        case .describeChat(let of): out.byte(43); of.send(in: &out)
        case .maskPatron(let of): out.byte(44); of.send(in: &out)
        case .holdChat(let of): out.byte(45); of.send(in: &out)
        case .resumeChat(let of): out.byte(46); of.send(in: &out)
        case .startChat(let of): out.byte(47); of.send(in: &out)
        case .dropPatron(let of): out.byte(48); of.send(in: &out)
        case .returnPatron(let of): out.byte(49); of.send(in: &out)
        case .inviteOperator(let of): out.byte(50); of.send(in: &out)
        case .joinChat(let of): out.byte(51); of.send(in: &out)
        case .removeParticipant(let of): out.byte(52); of.send(in: &out)
        case .askBackChat(let of): out.byte(53); of.send(in: &out)
        case .transferChat(let of): out.byte(54); of.send(in: &out)
        case .completeTransfer(let of): out.byte(55); of.send(in: &out)
        case .returnChat(let of): out.byte(56); of.send(in: &out)
        case .cancelTransfer(let of): out.byte(57); of.send(in: &out)
        case .allowForeignBuddies(let of): out.byte(58); of.send(in: &out)
        case .subscribe(let of): out.byte(59); of.send(in: &out)
        case .approveSubscription(let of): out.byte(60); of.send(in: &out)
        case .unsubscribe(let of): out.byte(61); of.send(in: &out)
        case .cancelSubscription(let of): out.byte(62); of.send(in: &out)
        case .removeBuddy(let of): out.byte(63); of.send(in: &out)
        case .block(let of): out.byte(64); of.send(in: &out)
        case .unblock(let of): out.byte(65); of.send(in: &out)
        case .setContactPresence(let of): out.byte(66); of.send(in: &out)
        case .removeContact(let of): out.byte(67); of.send(in: &out)
        case .sendDirectMessage(let of): out.byte(68); of.send(in: &out)
        }
    }
}

extension OwnHours: SentWhole {}
extension Policy: SentWhole {}
extension Terms: SentWhole {}
