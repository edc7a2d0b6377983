//! What is wrong with facts that can be read: they say the same twice or contradict each other, they
//! can never match or match too much, nobody has looked at them for long.

mod outranked;
mod same;
mod words;

use jiff::civil;

use crate::check::reading::term::Vocabulary;
use crate::reference::{Fact, Form, Origin, Reference, TO_COME};

pub use outranked::outranked;
use same::Topics;

/// Something that somebody should look at in a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// An index of [`Reference::facts`].
    pub fact: usize,
    /// The key that it lies in; where the fact does not have it, the fact as a whole is meant.
    pub key: &'static str,
    /// Which of the items of that key, where it has several.
    pub item: Option<usize>,
    /// What it is.
    pub weakness: Weakness,
}

/// What is wrong with a fact: the sentence is its [`Display`](std::fmt::Display), what to do about it
/// its [`help`](Weakness::help).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Another fact says the same.
    Duplicate(Other),
    /// Another fact says something else of the same.
    Conflicting(Other),
    /// Two entries of `values` begin on one day.
    SameDay {
        /// The day, month or year.
        from: String,
    },
    /// It was checked last before the day that was asked for.
    Stale {
        /// When.
        checked: civil::Date,
    },
    /// Nobody can say where it comes from.
    NoSource,
    /// A sentence without a figure, date or office.
    NothingToCompare,
    /// "of the": an alternative without a word of content.
    NoWords {
        /// As written.
        phrase: String,
    },
    /// A word under `not` that the fact's own words have.
    RulesItselfOut {
        /// As written under `not`.
        phrase: String,
        /// The words that it rules out.
        own: String,
    },
    /// Few and common words.
    TooBroad {
        /// The words.
        words: String,
    },
}

/// The fact that another is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its id.
    pub id: String,
    /// Where it is written.
    pub origin: Origin,
}

/// Everything that somebody should look at in a reference, in the order of its facts; what was
/// checked before `stale` is stale.
///
/// ```
/// use factdiff::{check, reference};
///
/// let file = "facts:\n  - {id: ferry, subject: Tolney ferry, measure: passengers, value: 340}\n";
/// let reference = reference::load([("town.yaml", file)], |_, _| Err("none".into())).expect("a good file");
/// let flaws = check::lint(&reference, "2025-08-15".parse().expect("a day"));
/// assert_eq!(flaws[0].weakness.to_string(), "nobody can say where this comes from");
/// ```
pub fn lint(reference: &Reference, stale: civil::Date) -> Vec<Flaw> {
    let mut vocabulary = Vocabulary::new();
    let mut topics = Topics::default();
    let mut flaws = Vec::new();
    for (index, fact) in reference.facts.iter().enumerate() {
        let mut add = |(key, item, weakness)| flaws.push(Flaw { fact: index, key, item, weakness });
        let words = words::Words::of(fact, &mut vocabulary);
        topics.hold(reference, index, &words).into_iter().for_each(&mut add);
        words.weaknesses(fact).into_iter().for_each(&mut add);
        alone(fact, stale).into_iter().for_each(&mut add);
    }
    flaws
}

/// A key, which of its items, and what is wrong with it.
type Weak = (&'static str, Option<usize>, Weakness);

/// What a fact shows by itself, without its words being looked at.
fn alone(fact: &Fact, stale: civil::Date) -> Vec<Weak> {
    let mut weak = Vec::new();
    if let Form::Sentence { claims, .. } = &fact.form
        && claims.is_empty()
    {
        weak.push(("fact", None, Weakness::NothingToCompare));
    }
    if let Form::Values(entries) = &fact.form {
        // They are in order of time.
        for (number, pair) in entries.windows(2).enumerate() {
            if let [first, second] = pair
                && first.from == second.from
            {
                weak.push(("values", Some(number + 1), Weakness::SameDay { from: second.from.to_string() }));
            }
        }
    }
    if let Some(checked) = fact.checked.filter(|checked| *checked < stale) {
        weak.push(("checked", None, Weakness::Stale { checked }));
    }
    if !has_source(fact) {
        weak.push(("source", None, Weakness::NoSource));
    }
    weak
}

/// Whether a fact says where it comes from, or each of its values does.
fn has_source(fact: &Fact) -> bool {
    let says = |source: &Option<String>| source.as_ref().is_some_and(|source| !is_to_come(source));
    let each = match &fact.form {
        Form::Values(entries) => entries.iter().all(|entry| says(&entry.source)),
        Form::Sentence { .. }
        | Form::Value(_)
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Person(_)
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => false,
    };
    says(&fact.source) || each
}

/// "TODO", "tbd: ask the port", "?": what stands where a source is still to be looked up. "TK Elevator" is one.
fn is_to_come(source: &str) -> bool {
    const MARKS: [&str; 5] = [TO_COME, "TBD", "FIXME", "?", "???"];
    let first = source.split([' ', ':']).next().unwrap_or_default();
    MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(first)) || source.trim().eq_ignore_ascii_case("TK")
}

impl std::fmt::Display for Weakness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Duplicate(other) => write!(f, "`{}` says the same", other.id),
            Self::Conflicting(other) => write!(f, "`{}` says otherwise of the same", other.id),
            Self::SameDay { from } => write!(f, "two values hold from the same day, {from}"),
            Self::Stale { checked } => write!(f, "nobody has looked at this since {checked}"),
            Self::NoSource => f.write_str("nobody can say where this comes from"),
            Self::NothingToCompare => {
                f.write_str("this sentence has no figure, date or office that a draft could be held against")
            }
            Self::NoWords { phrase } => write!(f, "'{phrase}' has no word of content, so it matches nothing"),
            Self::RulesItselfOut { phrase, own } => write!(f, "'{phrase}' rules out the fact's own words, '{own}'"),
            Self::TooBroad { words } => {
                write!(f, "'{words}' are few and common words without a name: figures of other things match them")
            }
        }
    }
}

impl Weakness {
    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            Self::Duplicate(other) => format!("keep one of the two; `{}` is written at {}", other.id, other.origin),
            Self::Conflicting(other) => format!(
                "correct one, or say when each holds (`from`, `until`, `as-of`); `{}` is written at {}",
                other.id, other.origin
            ),
            Self::SameDay { .. } => "correct one of the days, or keep one of the values".to_owned(),
            Self::Stale { .. } => "look at its source again, and write today's date under `checked`".to_owned(),
            Self::NoSource => {
                "add `source: …`; a source that all facts of the file share goes under `defaults`".to_owned()
            }
            Self::NothingToCompare => {
                "write the figure into it, or put it under `statement` if it is to be affirmed or denied".to_owned()
            }
            Self::NoWords { .. } => "write the words that a draft uses, or remove it".to_owned(),
            Self::RulesItselfOut { .. } => {
                "remove it from `not`, or name there what a draft says when it means something else".to_owned()
            }
            Self::TooBroad { .. } => "add a name, or more of the words that a draft uses for this alone".to_owned(),
        }
    }
}
