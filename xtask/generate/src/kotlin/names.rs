//! How names and documentation are written in Kotlin, so that Java can use them, too.

/// Words that cannot be a name in Kotlin or in Java get the ending that WeChat Pay's own Java SDK gives them.
const RESERVED: &str = "abstract as assert boolean break byte case catch char class const continue default do double else enum extends final \
    finally float for fun goto if implements import in instanceof int interface is long native new null object package \
    private protected public return short static super switch synchronized this throw throws transient try typealias \
    typeof val var void volatile when while";

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

/// `CreateOrder` from `create_order`.
pub fn capital(name: &str) -> String {
    camel(&format!("_{name}"))
}

/// `SAME_REQUEST` from `same_request`.
pub fn constant(value: &str) -> String {
    let text: String = value.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    if text.starts_with(|c: char| c.is_ascii_digit()) { format!("_{text}") } else { text }
}

/// A documentation comment. Kotlin's comments nest, so neither end of one may stand in it.
pub fn kdoc(doc: &str, indent: &str) -> String {
    let safe = doc.trim().replace("*/", "*&#47;").replace("/*", "/&#42;");
    let lines: Vec<&str> = safe.lines().map(str::trim).collect();
    match lines.as_slice() {
        [only] => format!("{indent}/** {only} */\n"),
        many => {
            let body: String =
                many.iter().map(|line| format!("{indent} *{}{line}\n", if line.is_empty() { "" } else { " " })).collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}
