//! Marks in a draft that speak to this tool: "factdiff: ignore value-differs -- an old figure".

/// What a mark asks for.
pub(super) struct Mark {
    /// Names of rules; empty for all.
    pub(super) rules: Vec<String>,
    pub(super) reach: Reach,
}

/// How far a mark speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// `ignore`: the next block.
    Next,
    /// `ignore-start`: up to `ignore-end`, or the end of the file.
    Start,
    /// `ignore-end`.
    End,
    /// `ignore-file`: all of it.
    File,
}

impl Mark {
    /// Reads the text of a comment; none where it is not for this tool. What follows "--" is the
    /// writer's reason.
    pub(super) fn read(comment: &str) -> Option<Self> {
        let mut words = comment.trim_start().strip_prefix("factdiff:")?.split([' ', '\t', '\r', '\n', ',']);
        let reach = match words.find(|word| !word.is_empty())? {
            "ignore" => Reach::Next,
            "ignore-start" => Reach::Start,
            "ignore-end" => Reach::End,
            "ignore-file" => Reach::File,
            _ => return None,
        };
        let rules = words.filter(|word| !word.is_empty()).take_while(|word| is_name(word)).map(str::to_owned);
        Some(Self { rules: rules.collect(), reach })
    }
}

/// Whether a word can be the name of a rule.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}
