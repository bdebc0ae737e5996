import Foundation
import Testing

@testable import RefDesk

/// Commands and events as values.
struct ValueTests {
    @Test func theWireFormIsThatOfEveryLanguage() throws {
        let accept = Action.acceptOffer(chat: "c1", offer: 1)
        #expect(accept.json == #"{"chat":"c1","offer":1,"type":"acceptOffer"}"#)
        #expect(try Action(json: accept.json) == accept && Action(bytes: accept.bytes) == accept)
        let coded = try JSONDecoder().decode([Action].self, from: JSONEncoder().encode([accept]))
        #expect(coded == [accept])
    }

    @Test(arguments: [
        "{}", "7", #"{"type":"acceptOffer","chat":"c1"}"#, #"{"type":"acceptOffer","chat":"c1","offer":-1}"#,
        #"{"type":"acceptOffer","chat":"c1","offer":1,"more":1}"#, #"{"type":"no"}"#, "[",
        #"{"type":"acceptOffer","chat":7,"offer":1}"#,
    ])
    func whatIsNoActionIsRefused(_ json: String) {
        #expect { try Action(json: json) } throws: { ($0 as? RefDeskError)?.code == "invalid_value" }
    }

    @Test(arguments: [
        (#"{"levels":[{"pool":[],"ring":{"type":"all"}},{"pool":7}]}"#, "levels[1].pool: something else is wanted here"),
        (#"{"levels":[{"pool":[],"ring":{"type":"all","lapseAfter":"soon"}}]}"#, "levels[0].ring.lapseAfter: `soon` is no span"),
        (#"{"levels":[{"pool":[],"ring":{"type":"al"}}]}"#, "levels[0].ring.type: `al` is no kind"),
        (#"{"levels":[{"pool":[]}]}"#, "levels[0]: `ring` is missing"),
        (#"{"levels":[],"more":1}"#, "more: `more` is no field"),
        ("7", "something else is wanted here"),
    ])
    func whatCannotBeReadSaysWhere(_ json: String, _ said: String) throws {
        let bytes = try JSONDecoder().decode(Tree.self, from: Data(json.utf8)).bytes
        for read in [{ try Policy(json: json) }, { try Policy(bytes: bytes) }] {
            #expect { try read() } throws: { "\($0)".hasPrefix("this cannot be read: \(said)") }
        }
    }

    @Test(arguments: ["{\"levels\": [}", "[", ""])
    func whatIsNoJSONSaysSoInASentence(_ json: String) {
        #expect { try Policy(json: json) } throws: {
            let said = "\($0)"
            return said.hasPrefix("this cannot be read: ") && !said.contains("DecodingError") && !said.contains("Context")
        }
    }

    @Test func aLevelOfSkillSaysOfWhich() throws {
        let json = #"{"type":"setSkills","operator":"ana","skills":{"fr":256}}"#
        #expect(throws: RefDeskError.invalidValue("this cannot be read: skills.fr: a number is too large or too small")) {
            try Action(json: json)
        }
    }

    @Test(arguments: [
        "{}", "7", #"{"at":0,"type":"chatWaiting","chat":"c1"}"#, #"{"seq":1,"type":"chatWaiting","chat":"c1"}"#,
        #"{"at":0,"seq":1,"chat":"c1"}"#, #"{"at":0,"seq":1,"type":"chatResumed","chat":7}"#,
    ])
    func whatIsNoEventIsRefused(_ json: String) {
        #expect { try Event(json: json) } throws: { ($0 as? RefDeskError)?.code == "invalid_value" }
        #expect { try Applied(json: #"{"type":"done","events":[\#(json)]}"#) } throws: {
            ($0 as? RefDeskError)?.code == "invalid_value"
        }
    }

    /// In what comes from a router, a later one may have more.
    @Test func whatAnEventHasBesidesIsPassedOver() throws {
        let event = #"{"at":0,"seq":1,"type":"graceStarted","operator":"ana","until":5"#
        #expect(try Event(json: event + #","more":[1,{"more":null}]}"#) == Event(json: event + "}"))
        let refusal = #"{"type":"unknownChat","chat":"c1""#
        #expect(try Refusal(json: refusal + #","more":1}"#) == .unknownChat(chat: "c1"))
    }

    @Test func whatStandsThereTwiceIsRefused() throws {
        func written(_ keys: [String]) -> Data {
            var writer = Writer()
            writer.map(keys.count + 1)
            writer.tag("acceptOffer")
            for key in keys {
                writer.text(key)
                if key == "offer" { writer.number(UInt64(1)) } else { writer.text("c1") }
            }
            return Data(writer.bytes)
        }
        #expect(try Action(bytes: written(["chat", "offer"])) == .acceptOffer(chat: "c1", offer: 1))
        for key in ["chat", "offer", "type"] {
            #expect(throws: RefDeskError.invalidValue("this cannot be read: \(key): `\(key)` stands there twice")) {
                try Action(bytes: written(["chat", "offer", key]))
            }
        }
    }

    @Test func brokenBytesAreRefusedAndBreakNothing() throws {
        let event = try Desk(Router(now: 0)).events
        let bytes = event.last!.bytes
        for length in 0..<bytes.count {
            #expect(throws: RefDeskError.self) { try Event(bytes: bytes.prefix(length)) }
        }
        for place in bytes.indices {
            var other = bytes
            other[place] ^= 0x55
            _ = try? Event(bytes: other)
        }
        #expect(throws: RefDeskError.self) { try Event(bytes: Data(repeating: 0x81, count: 100_000)) }
        #expect(throws: RefDeskError.self) { try Event(bytes: Data([0x9B] + Array(repeating: 0xFF, count: 8))) }
    }

    @Test func aTextThatIsNoTextIsRefused() throws {
        let bytes = Actor.patron("pat").bytes
        let place = try #require(bytes.range(of: Data("pat".utf8), options: .backwards)).lowerBound
        #expect(try Actor(bytes: bytes) == .patron("pat"))
        for letter: UInt8 in [0x80, 0xC0, 0xE2, 0xFF] {
            var other = bytes
            other[place] = letter
            #expect(throws: RefDeskError.invalidValue("this cannot be read: patron: a text is not UTF-8")) {
                try Actor(bytes: other)
            }
        }
    }

    /// Swift takes texts for equal that Unicode does, and the router tells them apart by their letters.
    @Test func keysThatAreOneToSwiftAreRefused() throws {
        let (one, other) = ("caf\u{E9}", "cafe\u{301}")
        #expect(one == other)
        func skills(_ keys: [String]) -> Data {
            var writer = Writer()
            writer.map(3)
            writer.tag("setSkills")
            writer.key("operator"); writer.text("ana")
            writer.key("skills"); writer.map(keys.count)
            for key in keys { writer.text(key); writer.number(UInt64(1)) }
            return Data(writer.bytes)
        }
        #expect(try Action(bytes: skills([one, "law"])) == .setSkills(operator: "ana", skills: [other: 1, "law": 1]))
        #expect { try Action(bytes: skills([one, other])) } throws: {
            let error = $0 as? RefDeskError
            return error?.code == "invalid_value" && "\(error!)".contains("two keys are equal to Swift")
        }
        // Foundation has taken them for one before anybody here sees them.
        let json = #"{"type":"setSkills","operator":"ana","skills":{"\#(one)":1,"\#(other)":1}}"#
        #expect(try Action(json: json) == .setSkills(operator: "ana", skills: [one: 1]))
    }

    @Test func spansAndInstantsComeInSeveralForms() throws {
        #expect(Span.seconds(40) == 40_000 && Span.minutes(2) == 120_000 && Span.hours(1) == 3_600_000)
        #expect(try Span("40 s") == 40_000 && Span("PT1M") == .minutes(1))
        #expect(throws: RefDeskError.self) { try Span("soon") }
        #expect(Span(.milliseconds(1500)) == 1500 && Span.seconds(2).duration == .seconds(2))
        #expect(Span.max == 9_007_199_254_740_991 && Span(milliseconds: .max) == .max && Span.hours(.max) == .max)
        #expect(Span(.seconds(Int64.max) + .milliseconds(999)) == .max && Span(.seconds(-1)) == 0)
        #expect(Span(Duration(secondsComponent: 18_446_744_073_709_551, attosecondsComponent: 999_000_000_000_000_000)) == .max)
        for longer in ["9007199254740992", "18446744073709551615", "18446744073709551616"] {
            #expect(try Span(json: longer) == .max)
        }
        #expect(throws: RefDeskError.self) { try Span(json: "1.5") }
        let at = Date(timeIntervalSince1970: 1_795_593_640.25)
        #expect(try Timestamp(at) == 1_795_593_640_250 && Timestamp(at).date == at)
        #expect(try Timestamp(Date(timeIntervalSince1970: .infinity)).milliseconds == .max)
        #expect(try Timestamp(Date(timeIntervalSince1970: -.infinity)).milliseconds == .min)
        #expect(throws: RefDeskError.invalidValue("a date that is not a number is no instant")) {
            try Timestamp(Date(timeIntervalSince1970: .nan))
        }
        #expect(Timestamp(40) + .seconds(1) == 1_040)
        #expect(try Router(now: Timestamp(milliseconds: .max)).now == 8_640_000_000_000_000)
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        #expect(try Config(json: "{}") == Config())
        #expect(Policy(levels: []).preferredFor == .seconds(30))
        #expect(try Policy(json: #"{"levels":[]}"#) == Policy(levels: []))
        #expect(try Level(json: #"{"pool":[{"type":"assigned"}],"ring":{"type":"all"},"wait":"40 s"}"#).wait == .seconds(40))
    }

    @Test func wordsAreTexts() throws {
        #expect(Presence.away.rawValue == "away" && Presence.allCases.count == 6)
        #expect(throws: RefDeskError.self) { try Presence(json: "\"gone\"") }
    }

    @Test func whatIsBuiltInSaysItsVersion() {
        #expect(Library.version.split(separator: ".").count == 3 && Library.timeZones.hasPrefix("20"))
    }
}
