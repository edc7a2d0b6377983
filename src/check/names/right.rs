//! The right office, party or place beside a name: "Secretary of Defense Marco Rubio" → "Secretary of
//! State", "R-Conn." → "D-Conn."

use crate::finding::Fix;
use crate::span::{Span, offset};

/// How far behind a name its party and place stand, in bytes.
const NEAR: usize = 24;

/// The office that is held, in the place of the one beside the name; none where the house has no
/// name for it, or several, that could stand there.
pub(super) fn office(file: &str, name: Span, said: &str, held: &[String]) -> Option<Fix> {
    let mut fitting = held.iter().filter(|held| stand_alike(said, held));
    let replacement = fitting.next().filter(|_| fitting.next().is_none())?.clone();
    let before = file.get(..name.range().start)?.trim_end();
    let after = file.get(name.range().end..)?;
    let start = if before.ends_with(said) {
        before.len() - said.len()
    } else {
        let lead = [", the ", ", "].into_iter().find(|lead| after.starts_with(&format!("{lead}{said}")))?;
        name.range().end + lead.len()
    };
    Some(Fix { span: Span::new(offset(start), offset(start + said.len()))?, replacement })
}

/// Whether one office can stand where another does: both have a word in common at the same end, and
/// begin alike with a capital or a small letter.
fn stand_alike(said: &str, held: &str) -> bool {
    let ends = |text: &str| {
        let lower = text.to_lowercase();
        let mut words = lower.split_whitespace().map(str::to_owned);
        let first = words.next();
        let last = words.next_back();
        (first, last)
    };
    let ((first, last), (held_first, held_last)) = (ends(said), ends(held));
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    capital(said) == capital(held) && (first == held_first || (last.is_some() && last == held_last))
}

/// The right party or place, in the place of the one behind the name, where both are written alike:
/// letters for letters, "Conn." for "Colo.".
pub(super) fn standing(file: &str, name: Span, said: &str, held: &str) -> Option<Fix> {
    let start = name.range().end;
    let rest = file.get(start..)?;
    let end = rest.char_indices().map(|(at, _)| at).find(|&at| at >= NEAR).unwrap_or(rest.len());
    let is_word = |at: usize| {
        let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        outside(rest[..at].chars().next_back()) && outside(rest[at + said.len()..].chars().next())
    };
    let mut places = rest[..end].match_indices(said).map(|(at, _)| at).filter(|&at| is_word(at));
    let at = places.next().filter(|_| places.next().is_none())?;
    let is_code = |text: &str| text.chars().count() == 1;
    let alike = is_code(said) == is_code(held) && said.ends_with('.') == held.ends_with('.');
    let span = Span::new(offset(start + at), offset(start + at + said.len()))?;
    alike.then(|| Fix { span, replacement: cased(held, said) })
}

/// "Conn." where the draft writes "colo.".
fn cased(held: &str, said: &str) -> String {
    if said.starts_with(char::is_lowercase) { held.to_lowercase() } else { held.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{office, standing};
    use crate::finding::Fix;
    use crate::span::Span;

    /// The text with the fix in it; the name is "Tom Moor".
    fn put_in(text: &str, fix: impl Fn(Span) -> Option<Fix>) -> Option<String> {
        let at = text.find("Tom Moor").expect("the name");
        let place = |at: usize| u32::try_from(at).expect("a short text");
        let fix = fix(Span::new(place(at), place(at + "Tom Moor".len())).expect("a name"))?;
        Some(format!("{}{}{}", &text[..fix.span.range().start], fix.replacement, &text[fix.span.range().end..]))
    }

    #[test]
    fn an_office_takes_the_place_of_another() {
        let held = ["Secretary of State".to_owned(), "foreign minister".to_owned()];
        for (text, said, expected) in [
            (
                "Secretary of Defense Tom Moor spoke.",
                "Secretary of Defense",
                Some("Secretary of State Tom Moor spoke."),
            ),
            (
                "Tom Moor, the Secretary of War, spoke.",
                "Secretary of War",
                Some("Tom Moor, the Secretary of State, spoke."),
            ),
            ("the finance minister, Tom Moor, spoke", "finance minister", None),
            ("the finance minister Tom Moor spoke", "finance minister", Some("the foreign minister Tom Moor spoke")),
            ("Treasury chief Tom Moor spoke", "Treasury chief", None),
            ("Secretary of\nWar Tom Moor", "Secretary of War", None),
        ] {
            assert_eq!(put_in(text, |name| office(text, name, said, &held)).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_party_or_place_takes_the_place_of_another() {
        for (text, said, held, expected) in [
            ("Tom Moor, R-Conn., spoke", "R", "D", Some("Tom Moor, D-Conn., spoke")),
            ("Tom Moor, D-Colo., spoke", "Colo.", "Conn.", Some("Tom Moor, D-Conn., spoke")),
            ("Tom Moor, D-colo., spoke", "colo.", "Conn.", Some("Tom Moor, D-conn., spoke")),
            ("Tom Moor, a Republican, spoke", "Republican", "D", None),
            ("Tom Moor of Rome, R-Conn., of R", "R", "D", None),
        ] {
            assert_eq!(put_in(text, |name| standing(text, name, said, held)).as_deref(), expected, "{text}");
        }
    }
}
