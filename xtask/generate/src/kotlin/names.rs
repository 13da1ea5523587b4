//! How names are written in Kotlin, so that Java can use them as well.

/// Words that cannot be a name in Kotlin or in Java get the ending that WeChat Pay's own Java SDK gives them.
const RESERVED: &str = "abstract as assert boolean break byte case catch char class const continue default do double \
    else enum extends final finally float for fun goto if implements import in instanceof int interface is long native \
    new null object package private protected public return short static super switch synchronized this throw throws \
    transient try typealias typeof val var void volatile when while";

/// `out_order_no` becomes `outOrderNo`.
pub fn camel(name: &str) -> String {
    let mut out = String::new();
    for (index, word) in name.split('_').enumerate() {
        match (index, word.split_at_checked(1)) {
            (1.., Some((first, rest))) => out += &format!("{}{rest}", first.to_uppercase()),
            _ => out += word,
        }
    }
    if RESERVED.split(' ').any(|word| word == out) { format!("{out}Val") } else { out }
}

/// `SAME_REQUEST` from `same_request`.
pub fn constant(value: &str) -> String {
    let upper = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' };
    let text: String = value.chars().map(upper).collect();
    if text.starts_with(|c: char| c.is_ascii_digit()) { format!("_{text}") } else { text }
}
