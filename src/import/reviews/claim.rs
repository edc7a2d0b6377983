//! A claim in somebody's words → what it is about and what it says of that.

use super::rating::WORDS;
use crate::extract::extract;
use crate::lexicon::Sense;
use crate::source::{self, Format};
use crate::text::{Token, TokenKind, Tokens};

/// A claim that has been reviewed.
pub(super) struct Claim {
    /// As one sentence.
    pub(super) text: String,
    /// "Lind dam", of "The Lind dam was built in 1931."
    pub(super) subject: String,
    /// "built in 1931".
    pub(super) measure: String,
    /// Whether figures or dates are in it.
    pub(super) has_figures: bool,
}

/// Parts a claim into its subject and what is said of it, or says why it cannot.
pub(super) fn read(text: &str) -> Result<Claim, &'static str> {
    let text = sentence(text);
    let document = source::read(&text, Format::Plain);
    let prose: &str = &document.prose;
    let mut tokens = Tokens::default();
    let [block] = document.blocks.as_slice() else { return Err("it is more than one sentence") };
    tokens.read(&document, block);
    if tokens.sentences.len() != 1 {
        return Err("it is more than one sentence");
    }
    let tokens = &tokens.tokens;
    let is_in = |list: &str, token: &Token| WORDS[list].contains(&token.text(prose).to_lowercase().replace('’', "'"));
    if tokens.last().is_some_and(|last| last.is_sign(prose, '?')) {
        return Err("it is a question");
    }
    if tokens.iter().any(|token| token.word.is_some_and(|word| word.is(Sense::Modal))) {
        return Err("it says what may be, not what is");
    }
    let about_none = "what it is about does not show; write its statement by hand";
    let article = |token: &&Token| token.word.is_some_and(|word| word.is(Sense::Article));
    let start = usize::from(tokens.first().is_some_and(|first| article(&first)));
    let verb = tokens.iter().position(|token| is_in("verbs", token));
    let verb = verb.or_else(|| after_name(prose, tokens, start)).filter(|verb| *verb > start).ok_or(about_none)?;
    if tokens[start..verb].iter().any(|token| is_in("pronouns", token)) {
        return Err(about_none);
    }
    let aside = |token: &Token| {
        is_in("verbs", token) || article(&token) || token.word.is_some_and(|word| word.is(Sense::Negation))
    };
    let said = (verb..tokens.len()).find(|&at| !aside(&tokens[at])).ok_or(about_none)?;
    let end = tokens.iter().rposition(|token| token.kind != TokenKind::Symbol).unwrap_or(said);
    let content =
        |token: &Token| token.kind == TokenKind::Word && !token.word.is_some_and(|word| word.is(Sense::Function));
    if end < said || !tokens[said..=end].iter().any(content) {
        return Err(about_none);
    }
    let written = |from: usize, to: usize| prose[tokens[from].start as usize..tokens[to].end as usize].to_owned();
    let has_figures = !extract(&document).is_empty();
    Ok(Claim { subject: written(start, verb - 1), measure: written(said, end), has_figures, text: text.clone() })
}

/// A claim as a sentence: without the quotation marks around it and the "Says" before it, with a full stop.
fn sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_matches(['"', '“', '”', '‘', '’', '\'', ' ']);
    let openings = WORDS["openings"].iter().filter_map(|opening| {
        let (head, rest) = text.split_at_checked(opening.len())?;
        (head.eq_ignore_ascii_case(opening) && rest.starts_with(' ')).then(|| rest.trim_start())
    });
    let text = openings.min_by_key(|rest| rest.len()).unwrap_or(text);
    let mut letters = text.chars();
    let mut sentence: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

/// The word after the name that a claim opens with: "Norland exports more cod than it catches".
fn after_name(prose: &str, tokens: &[Token], start: usize) -> Option<usize> {
    let joins = |at: usize| matches!(tokens[at].text(prose), "of" | "the" | "and" | "for" | "-" | "." | "'s" | "’s");
    let named = |at: usize| tokens[at].is_capitalised() || tokens[at].kind == TokenKind::Number;
    let mut end = start;
    while end < tokens.len() && (named(end) || (joins(end) && tokens.get(end + 1).is_some() && named(end + 1))) {
        end += 1;
    }
    (end < tokens.len() && tokens[end].kind == TokenKind::Word).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn subject_and_what_is_said_of_it() {
        let parted = |text: &str| read(text).map(|claim| [claim.subject, claim.measure].join(" | "));
        let cases = [
            ("The Lind dam was built in 1931.", Ok("Lind dam | built in 1931")),
            ("Says Norland exports more cod than it catches", Ok("Norland | exports more cod than it catches")),
            ("“The harbour has never been dredged”", Ok("harbour | been dredged")),
            ("He lied about it.", Err("what it is about does not show; write its statement by hand")),
            ("Will the dam hold?", Err("it is a question")),
            ("The dam could fail.", Err("it says what may be, not what is")),
            ("The dam failed. Nobody knew.", Err("it is more than one sentence")),
        ];
        for (text, expected) in cases {
            assert_eq!(parted(text), expected.map(str::to_owned), "{text}");
        }
    }
}
