//! Numbers that are no claims, and why: "F-35" is a model's name, "[3]" a citation.

use super::traps::SetAside;
use super::{Candidate, Sentence, read};
use crate::claim::Claim;
use crate::lexicon::Trap;
use crate::source::Document;
use crate::span::Span;

/// A number that no claim is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The number with the words that make it none: "Article 5".
    pub span: Span,
    /// What it is instead.
    pub trap: Trap,
}

/// The claims of a draft and the numbers that were set aside, both in document order.
///
/// ```
/// use factdiff::source::{self, Format};
/// let draft = source::read("The F-35 costs $80 million.", Format::Plain);
/// let (claims, asides) = factdiff::extract::extract_with_asides(&draft);
/// assert_eq!(&draft.file[claims[0].span.range()], "$80 million");
/// assert_eq!((&draft.file[asides[0].span.range()], asides[0].trap.name()), ("F-35", "model name"));
/// ```
pub fn extract_with_asides<'t>(document: &'t Document<'_>) -> (Vec<Claim<'t>>, Vec<Aside>) {
    let mut asides = Vec::new();
    let mut claims = Vec::new();
    let spared = |sentence: &Sentence<'_, 't>, set_aside: &[SetAside], claims: &[Candidate<'t>]| {
        let mut taken: Vec<&SetAside> =
            set_aside.iter().filter(|aside| takes_a_number(sentence, aside, claims)).collect();
        // Of several traps that share words the first with the most of them says why.
        taken.sort_by_key(|aside| (aside.tokens.start, usize::MAX - aside.tokens.end));
        taken.dedup_by(|later, kept| later.tokens.start < kept.tokens.end);
        asides.extend(taken.into_iter().filter_map(|aside| {
            let (first, last) = (&sentence.tokens[aside.tokens.start], &sentence.tokens[aside.tokens.end - 1]);
            Some(Aside { span: document.map.to_file(first.start, last.end)?, trap: aside.trap })
        }));
    };
    read(document, spared, |_, _| {}, |claim| claims.push(claim));
    asides.sort_by_key(|aside| aside.span);
    (claims, asides)
}

/// Whether a number stands among the words that were set aside, and no claim is made of it all the same.
fn takes_a_number(sentence: &Sentence<'_, '_>, aside: &SetAside, claims: &[Candidate<'_>]) -> bool {
    let within = |start: usize, end: usize| aside.tokens.start < end && start < aside.tokens.end;
    let numerals = sentence.numerals.iter().map(|numeral| &numeral.tokens);
    let mut numbers = numerals.filter(|tokens| within(tokens.start, tokens.end));
    numbers.any(|number| {
        let figures = claims.iter().filter(|claim| claim.kind.is_figure());
        !figures.into_iter().any(|claim| claim.core.start < number.end && number.start < claim.core.end)
    })
}

#[cfg(test)]
mod tests {
    use super::extract_with_asides;
    use crate::source::{self, Format};

    /// The numbers that are set aside in a text, each with the reason.
    fn asides(text: &str) -> Vec<(&str, &'static str)> {
        let draft = source::read(text, Format::Plain);
        let (_, asides) = extract_with_asides(&draft);
        asides.iter().map(|aside| (&text[aside.span.range()], aside.trap.name())).collect()
    }

    #[test]
    fn numbers_are_set_aside_for_a_reason() {
        for (text, expected) in [
            ("The F-35 costs $80 million.", &[("F-35", "model name")][..]),
            ("Use version 2.1 of it.", &[("version 2.1", "version")]),
            ("As shown before [3].", &[("3", "citation")]),
            ("First (1) boil the water.", &[("1", "list marker")]),
            ("COVID-19 spread.", &[("COVID-19", "name")]),
            (
                "Write to https://example.org/2025/03/x now.",
                &[("https://example.org/2025/03/x", "web or mail address")],
            ),
            ("It is one of the oldest.", &[("one of the", "figure of speech")]),
            ("They met in mid-2019.", &[]),
            ("Police counted 34 people.", &[]),
        ] {
            assert_eq!(asides(text), expected, "{text}");
        }
    }
}
