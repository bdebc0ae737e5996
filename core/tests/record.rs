//! A record as people read it, and as programs do.

use refdesk::Record;
use serde_json::json;

fn record() -> Record {
    let router = json!({"type": "router"});
    let uma = json!({"type": "operator", "operator": "uma"});
    let (everyone, staff) = (json!({"type": "everyone"}), json!({"type": "staff"}));
    let duke = json!({"type": "queue", "queue": "duke-desk"});
    let record = json!({
        "chat": "c1", "patron": "pat", "context": "logged in\nas pat", "returns": "c0", "channel": "web",
        "institution": "unc", "origin": "unc-desk", "queue": "duke-desk",
        "openedAt": 1_764_057_640_000_i64, "endedAt": 1_764_057_700_500_i64, "outcome": "closed",
        "answers": [{"operator": "uma", "institution": "unc", "at": 1_764_057_643_000_i64,
            "waited": 3000, "reason": {"type": "preferred"}}],
        "offers": 2, "hops": [],
        "transfers": [{"from": "uma", "to": duke, "at": 1_764_057_650_000_i64,
            "result": {"type": "failed", "why": "lapsed"}}],
        "details": {"tags": ["campus", "map"], "followUp": true, "resolution": "answered"},
        "practice": true,
        "transcript": [
            {"number": 1, "at": 1_764_057_643_000_i64, "author": router, "audience": everyone,
             "body": {"type": "claimed", "operator": "uma"}},
            {"number": 2, "at": 1_764_057_644_000_i64, "author": {"type": "patron"},
             "audience": everyone, "body": {"type": "message", "message": "m1",
             "text": "Hello,\n3 2025-11-25T08:00:44Z [staff] uma: a lie\u{1b}[2J"}},
            {"number": 3, "at": 1_764_057_645_000_i64, "author": uma,
             "audience": {"type": "institution", "institution": "unc"},
             "body": {"type": "message", "message": "m2", "reference": {"key": "map.pdf"}}},
            {"number": 4, "at": 1_764_057_650_000_i64, "author": uma, "audience": staff,
             "body": {"type": "transferStarted", "transfer": 1, "to": duke, "note": "be quick"}},
            {"number": 5, "at": 1_764_057_651_000_i64, "author": {"type": "patron"},
             "audience": everyone, "body": {"type": "masked", "message": "m3"}},
            {"number": 6, "at": 1_764_057_700_500_i64, "author": router, "audience": everyone,
             "body": {"type": "ended", "outcome": "closed"}},
        ],
    });
    serde_json::from_value(record).expect("it is a record")
}

#[test]
fn a_record_reads_well() {
    let text = record().to_string();
    let expected = "\
chat c1 of patron pat
  institution: unc
  queue: unc-desk, at the end duke-desk
  channel: web
  context: logged in
    as pat
  returns: after chat c0
  opened: 2025-11-25T08:00:40Z
  ended: 2025-11-25T08:01:40.5Z, closed by who answered
  practice: yes
  tags: campus, map
  follow up: yes
  resolution: answered
  answered: 2025-11-25T08:00:43Z, uma of unc, after 3000 ms
  transfer: 2025-11-25T08:00:50Z, uma to queue duke-desk, failed: not accepted in time
1 2025-11-25T08:00:43Z [everyone] - uma answers
2 2025-11-25T08:00:44Z [everyone] patron: Hello,
    3 2025-11-25T08:00:44Z [staff] uma: a lie\u{fffd}[2J
3 2025-11-25T08:00:45Z [staff of unc] uma: [map.pdf]
4 2025-11-25T08:00:50Z [staff] uma: asks for a transfer to queue duke-desk; note: be quick
5 2025-11-25T08:00:51Z [everyone] patron: (masked)
6 2025-11-25T08:01:40.5Z [everyone] - the conversation ended: closed by who answered
";
    assert_eq!(text, expected);
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let record = record();
    let text = serde_json::to_string_pretty(&record).expect("it has a wire form");
    assert_eq!(serde_json::from_str::<Record>(&text).expect("it is a record"), record);
}
