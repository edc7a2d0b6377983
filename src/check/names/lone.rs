//! A surname alone with a letter wrong, where the draft has the right one throughout: "The fee for Brandson".
//!
//! Left alone: names that may be somebody else's or a place's: with another name beside them, where something is, at the
//! head of a sentence, or in a headline.

use super::people::People;
use super::spelling::{self, Likelihood, Slip};
use crate::extract::name::Name;
use crate::lexicon::{Sense, Word};
use crate::source::{BlockKind, Document};
use crate::text::Tokens;

/// How often the right name stands in a draft for one that is wrong.
const OFTEN: usize = 3;

/// The slip in a surname alone.
pub(super) fn judge(
    document: &Document<'_>,
    tokens: &Tokens,
    (name, block): (&Name, u32),
    people: &People,
) -> Option<Slip> {
    let prose = &*document.prose;
    let at = name.tokens.start;
    let runs = matches!(
        document.blocks[block as usize].kind,
        BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item { .. }
    );
    if name.tokens.len() != 1 || !runs || name.title.is_some() {
        return None;
    }
    let written = tokens.tokens[at].text(prose);
    let slip = spelling::surname(written, people)?;
    let plural = |one: &str, other: &str| one.strip_suffix('s') == Some(other);
    let opens = tokens.sentences.iter().any(|sentence| sentence.start == at);
    let means =
        |at: usize, sense| tokens.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense));
    let speaks = || means(at + 1, Sense::Saying);
    let placed = at.checked_sub(1).is_some_and(|before| {
        matches!(
            tokens.tokens[before].text(prose),
            "in" | "at" | "near" | "from" | "around" | "outside" | "the" | "The"
        )
    });
    let right = Standing::of(prose, &slip.right);
    let wrong = Standing::of(prose, written);
    let another = plural(written, &slip.right) || plural(&slip.right, written) || placed || opens && !speaks();
    let rare = wrong.alone * OFTEN <= right.alone && wrong.beside == 0 && !has_word(prose, &written.to_lowercase());
    (!another && rare).then_some(Slip { likelihood: Likelihood::Sure, ..slip })
}

/// How often a word stands in a text.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    /// By itself or behind a title.
    alone: usize,
    /// As part of another name: "Brandson Street", "Lise Brandson".
    beside: usize,
}

impl Standing {
    fn of(prose: &str, word: &str) -> Self {
        let mut standing = Self::default();
        for (start, end) in places(prose, word) {
            let blank = |text: &str| text.starts_with(' ') || text.starts_with('-');
            let before = prose[..start]
                .ends_with([' ', '-'])
                .then(|| prose[..start - 1].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
            let after = blank(&prose[end..])
                .then(|| prose[end + 1..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
            let named =
                |word: &str| word.starts_with(char::is_uppercase) && Word::find(word).is_none_or(Word::is_only_a_name);
            if before.is_some_and(named) || after.is_some_and(named) {
                standing.beside += 1;
            } else {
                standing.alone += 1;
            }
        }
        standing
    }
}

fn has_word(prose: &str, word: &str) -> bool {
    places(prose, word).next().is_some()
}

/// Where a word stands in a text.
fn places<'a>(prose: &'a str, word: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let parts = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let found = prose.match_indices(word).map(|(at, word)| (at, at + word.len()));
    found.filter(move |&(start, end)| parts(prose[..start].chars().next_back()) && parts(prose[end..].chars().next()))
}
