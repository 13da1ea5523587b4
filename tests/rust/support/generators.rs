//! Values for property tests.

use proptest::prelude::*;
use serde_json::Value;

/// Any JSON, three levels deep, whose members have names of this pattern.
pub fn any_json(names: &'static str) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(names, inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect()))
        ]
    })
}

/// What leads a terminal, a log or a reader astray.
pub const HIDDEN: &[char] = &[
    '\0',
    '\u{1b}',
    '\n',
    '\r',
    '\t',
    '\u{7f}',
    '\u{85}',
    '\u{9b}',
    '\u{ad}',
    '\u{200b}',
    '\u{200e}',
    '\u{2028}',
    '\u{2029}',
    '\u{202e}',
    '\u{2066}',
    '\u{2069}',
    '\u{feff}',
    '\u{fffc}',
    '\u{e0041}',
];

/// Texts made to spoil what shows them.
pub fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(HIDDEN).prop_map(String::from),
        ".{0,20}",
        "[A-Za-z0-9_/~.-]{1,40}",
        Just("\u{1b}[31mFAKE\u{1b}[0m".to_owned()),
        Just("\r\n2026-11-25 INFO all is well".to_owned()),
        Just("x".repeat(5000)),
        Just("\u{202e}".repeat(1000)),
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}
