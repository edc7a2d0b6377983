//! Text that is no YAML, in words that an author can do something with.

use serde_yaml::granit_parser::ErrorKind;

use super::error::Problem;

/// What a syntax error is to an author.
pub(super) fn problem(kind: &ErrorKind) -> Problem {
    let help = match kind {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidMappingValueWhitespace
        | ErrorKind::FlowMappingValueAdjacentCollection => Some("quote a text that has a colon and a space in it"),
        ErrorKind::TabInIndentation
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => Some("indent with spaces"),
        ErrorKind::UnclosedQuotedScalar => Some("close the quotation mark that was opened here or before"),
        ErrorKind::InvalidTrailingSingleQuotedScalar => {
            Some("quote the whole text; an apostrophe in it is doubled: 'the mayor''s'")
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            Some("quote the whole text; a quotation mark in it gets a backslash: \"he said \\\"no\\\"\"")
        }
        ErrorKind::UnknownQuotedScalarEscape => Some("a backslash between double quotation marks is itself doubled"),
        ErrorKind::UnexpectedCharacter { .. } | ErrorKind::UndeclaredTagHandle | ErrorKind::MissingDirectiveName => {
            Some("quote a text that begins with a sign")
        }
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => Some("quote a text that begins with * or &"),
        ErrorKind::InvalidColonPlacement
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => {
            Some("close each brace and bracket, with commas between what is in it")
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::SimpleKeyExpected => Some("keys of one fact stand below each other, each followed by a colon"),
        // What else can go wrong in YAML has no likely cause in a file of facts.
        _ => None,
    };
    Problem::Syntax { message: message(kind), help }
}

/// The reader's words, where an author can do nothing with them in words of our own.
fn message(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::MappingValueNotAllowed => "a colon and a space in text without quotation marks".to_owned(),
        ErrorKind::InvalidColonPlacement => "a new key amid braces or brackets".to_owned(),
        ErrorKind::SimpleKeyExpected => "a line that is neither a key nor a value".to_owned(),
        ErrorKind::RecursionLimitExceeded => "lists or mappings are nested too deep".to_owned(),
        ErrorKind::UnknownAnchor => "an alias that names nothing before it".to_owned(),
        // Only what is listed above reads badly.
        other => other.to_string(),
    }
}
