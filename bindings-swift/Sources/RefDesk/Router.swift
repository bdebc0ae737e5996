import Foundation
internal import RefDeskBorder
internal import RefDeskFFI

/// A whole collaborative as a deterministic state machine.
///
/// The same configuration and the same commands at the same times give the same events. It has no clock: time moves by
/// `advance` alone. It may be shared by threads and tasks: each call waits for the one before. Let one of them talk to
/// it where the order of commands matters.
public final class Router: Sendable {
    let border: RefDeskBorder.Router

    init(_ border: RefDeskBorder.Router) {
        self.border = border
    }

    /// A router without institutions.
    ///
    /// `now` is the instant at which it begins. `secret`, 32 bytes, keys its hash tables, so that nobody who chooses ids
    /// can make it slow: give a random one where ids come from outside. Throws `RefDeskError.invalidValue`.
    public convenience init(_ config: Config = Config(), now: Timestamp = 0, secret: Data = Data()) throws {
        self.init(try faults { try .init(config: config.bytes, now: now.milliseconds, secret: secret.crossable) })
    }

    /// Moves time on to `now` and fires every timer due, each at its own deadline.
    ///
    /// A `now` that is not later than the last moves nothing. After `Limits.eventsPerAdvance` events it stops between
    /// two timers: advance again while the deadline is due.
    @discardableResult
    public func advance(to now: Timestamp) -> [Event] {
        sure {
            try crossing { uniffi_refdesk_swift_fn_method_router_advance($0, now.milliseconds, $1) } _: { [Event](from: &$0) }
        }
    }

    /// Moves time on to `now` and fires every timer due, however many there are.
    public func advanceAll(to now: Timestamp) -> [Event] {
        var events = advance(to: now)
        while let due = border.due(), due <= now.milliseconds { events += advance(to: now) }
        return events
    }

    /// Carries a command out, at the time last advanced to, and says what happened.
    ///
    /// The host has made sure that it is really `by` who asks. What repeats what is so already is no mistake and gives
    /// no events. Throws `RefDeskError.refused`, and then nothing has changed.
    @discardableResult
    public func apply(by: Actor, _ action: Action) throws -> [Event] {
        try apply(Command(by: by, action: action))
    }

    /// As `apply(by:_:)`.
    @discardableResult
    public func apply(_ command: Command) throws -> [Event] {
        var out = Outgoing()
        command.send(in: &out)
        return try out.with { bytes in
            try crossing { uniffi_refdesk_swift_fn_method_router_apply($0, bytes, $1) } _: { try Applied(from: &$0).result.get() }
        }
    }

    /// Carries many commands out, one after the other, in one call: the events of each, or its refusal.
    ///
    /// Throws `RefDeskError.invalidValue` where one of them is no command: none was carried out then.
    public func applyAll(_ commands: [Command]) throws -> [Result<[Event], RefDeskError>] {
        var out = Outgoing()
        commands.send(in: &out)
        return try out.with { bytes in
            try crossing { uniffi_refdesk_swift_fn_method_router_apply_all($0, bytes, $1) } _: { given in
                (0..<given.number()).map { _ in Applied(from: &given).result }
            }
        }
    }

    /// As `applyAll`, in the wire form: a JSON list of commands, and a JSON list of what came of each.
    public func applyJSON(_ commands: String) throws -> String {
        try faults { try border.applyJson(commands: commands.crossable) }
    }

    /// As `applyJSON`, in CBOR.
    public func applyBytes(_ commands: Data) throws -> Data {
        try faults { try border.applyBytes(commands: commands.crossable) }
    }

    /// As `advance`: the events as a JSON list.
    public func advanceJSON(to now: Timestamp) -> String { border.advanceJson(now: now.milliseconds) }

    /// As `advance`: the events as a list in CBOR.
    public func advanceBytes(to now: Timestamp) -> Data { border.advanceBytes(now: now.milliseconds) }

    /// When to call `advance` next, and whose timer it is. It changes with every call.
    public var deadline: Deadline? {
        sure { try crossing { uniffi_refdesk_swift_fn_method_router_deadline($0, $1) } _: { Deadline?(from: &$0) } }
    }

    /// The time last advanced to.
    public var now: Timestamp { Timestamp(milliseconds: border.now()) }

    /// The configuration that it was made with.
    public var config: Config { read(border.config()) }

    /// Checks all that has to hold between any two steps. Throws `RefDeskError.invariantBroken`.
    public func checkInvariants() throws {
        try faults { try border.checkInvariants() }
    }

    /// Another router in the same state.
    public func copy() -> Router { Router(border.copy()) }
}

extension Applied {
    /// As `apply` returns or throws it.
    public var result: Result<[Event], RefDeskError> {
        switch self {
        case .done(let events): .success(events)
        case .refused(let code, let refusal): .failure(.refused(code: code, refusal))
        }
    }
}

/// What the library has written.
func read<Value: Wired>(_ bytes: Data) -> Value {
    sure {
        var reader = Reader(bytes, ours: true)
        let value = try Value(reading: &reader)
        try reader.end()
        return value
    }
}
