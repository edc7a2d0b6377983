//! A text as a scalar of YAML: bare where every reader takes it as written, quoted elsewhere.

use std::fmt::Write as _;

/// Where a scalar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// On a line of its own.
    Block,
    /// Between braces or brackets, where commas divide.
    Flow,
}

/// "1.4 million", "'no'", "\"3,150 a year\"".
pub(super) fn scalar(text: &str, setting: Setting) -> String {
    if text.chars().any(needs_escape) {
        escaped(text)
    } else if is_bare(text, setting) {
        text.to_owned()
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// Whether a text without quotation marks means itself to every reader of YAML.
fn is_bare(text: &str, setting: Setting) -> bool {
    let begins = |text: &str| match text.as_bytes() {
        // "-5 degrees" is no item of a list.
        [b'-' | b'?' | b':', next, ..] => next.is_ascii_alphanumeric(),
        [first, ..] => !b"-?:,[]{}#&*!|>'\"%@`=~<".contains(first),
        [] => false,
    };
    let divides = |text: &str| match setting {
        Setting::Block => false,
        Setting::Flow => text.contains([',', '[', ']', '{', '}', '?']) || text.contains("::"),
    };
    begins(text)
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("...")
        && !divides(text)
        && !is_other(text)
}

/// Whether other readers of YAML take a text for a truth, for nothing, or for a number that it does
/// not look like: "no", "1:30", "0123", "1e5".
fn is_other(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "yes", "n", "no", "on", "off", "true", "false", "null"];
    if WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return true;
    }
    let bytes = text.strip_prefix(['-', '+']).unwrap_or(text).as_bytes();
    match bytes {
        [b'0', next, ..] if *next != b'.' => bytes.iter().all(u8::is_ascii_alphanumeric),
        [b'.', b'i' | b'I' | b'n' | b'N', ..] => bytes.len() == 4,
        [first, rest @ ..] if first.is_ascii_digit() || *first == b'.' => {
            let odd = rest.iter().any(|byte| matches!(byte, b':' | b'_' | b'e' | b'E' | b'x' | b'o'));
            let numeric = |byte: &u8| byte.is_ascii_digit() || b".:_eExo+-".contains(byte);
            odd && rest.iter().all(numeric)
        }
        _ => false,
    }
}

/// Whether a letter cannot stand in YAML as it is.
fn needs_escape(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn escaped(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if needs_escape(letter) => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
