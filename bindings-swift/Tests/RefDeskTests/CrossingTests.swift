import Foundation
import RefDeskFFI
import Testing

@testable import RefDesk

/// The border itself, where something goes wrong there.
struct CrossingTests {
    @Test func aPanicIsAnErrorAndTheProcessGoesOn() throws {
        let router = try Router(now: 0)
        let nothing = ForeignBytes(len: 1, data: nil)
        #expect(throws: RefDeskError.invariantBroken("null ForeignBytes had non-zero length")) {
            try router.crossing { uniffi_refdesk_swift_fn_method_router_apply($0, nothing, $1) } _: { _ in }
        }
        // It was no step of the router's.
        #expect(router.advance(to: 1).isEmpty && router.now == 1)
        struct Panic: LocalizedError {
            let errorDescription: String?
        }
        #expect(throws: RefDeskError.invariantBroken("a bug")) { try faults { throw Panic(errorDescription: "a bug") } }
    }

    /// Two gibibytes that nobody writes to take no memory.
    @Test func whatIsTooLongToCrossIsRefused() throws {
        let long = Data(count: Int(Int32.max) + 1)
        let said = RefDeskError.invalidValue("what crosses in one call has at most 2147483647 bytes, and this has 2147483648")
        let router = try Router(now: 0)
        #expect(throws: said) { try router.applyBytes(long) }
        #expect(throws: said) { try Journal(long) }
        #expect(throws: said) { try Router(snapshot: long) }
        #expect(throws: said) { try crossable(long.count) }
        #expect(try crossable(Int(Int32.max)) == .max)
    }
}
