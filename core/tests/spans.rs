//! Spans as people write them.

use refdesk::{Order, Ring, Span};
use serde_json::json;

fn read(value: serde_json::Value) -> Result<Span, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

#[test]
fn a_span_is_a_number_or_a_text() {
    let spans = [
        (json!(40_000), 40_000),
        (json!("40 s"), 40_000),
        (json!("40s"), 40_000),
        (json!("PT40S"), 40_000),
        (json!("1h 30m"), 5_400_000),
        (json!("2 minutes"), 120_000),
        (json!("250 ms"), 250),
        (json!("1.5 s"), 1_500),
        (json!("0 s"), 0),
        (json!("24 hours"), 86_400_000),
    ];
    for (value, millis) in spans {
        assert_eq!(read(value), Ok(Span::from_millis(millis)));
    }
    assert_eq!(serde_json::to_value(Span::from_secs(40)).ok(), Some(json!(40_000)));
}

#[test]
fn what_is_no_span_is_told_as_it_was_written() {
    for text in ["", "40", "forty", "-40 s", "40 s ago", "1 day", "P1D", "1.5 ms"] {
        let told = format!(
            "`{}` is no span of whole milliseconds, such as `40 s` or `1h 30m`",
            text.escape_debug()
        );
        assert_eq!(read(json!(text)), Err(told.clone()));
        assert_eq!(text.parse::<Span>().map_err(|error| error.to_string()), Err(told));
    }
    let expected = "expected a whole number of milliseconds, or a text such as `40 s`";
    assert_eq!(read(json!(-1)), Err(format!("invalid value: integer `-1`, {expected}")));
    assert_eq!(read(json!(null)), Err(format!("invalid type: null, {expected}")));
}

#[test]
fn an_offer_that_never_lapses() {
    let never = Ring::Best {
        count: 1,
        order: Order::LeastBusy,
        proficient_first: false,
        lapse_after: None,
    };
    for lapse_after in [json!(null), json!("never")] {
        let ring = json!({ "type": "best", "order": "leastBusy", "lapseAfter": lapse_after });
        assert_eq!(serde_json::from_value::<Ring>(ring).ok(), Some(never));
    }
    let written = serde_json::to_value(never).expect("it can be written");
    assert_eq!(written["lapseAfter"], json!("never"));
    for lapse_after in [json!(5_000), json!("5 s")] {
        let ring = json!({ "type": "all", "lapseAfter": lapse_after });
        let five = Ring::All { lapse_after: Some(Span::from_secs(5)) };
        assert_eq!(serde_json::from_value::<Ring>(ring).ok(), Some(five));
    }
}
