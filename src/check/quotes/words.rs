//! The words of a quotation, as far as they count: without case, marks and stops.

use std::borrow::Cow;
use std::ops::Range;

use crate::check::names::fold_onto;
use crate::lexicon::{Sense, Word};
use crate::span::offset;

/// Words in order; gaps stand for what is left out.
#[derive(Debug)]
pub(super) struct Words {
    folded: String,
    /// Where each word ends there.
    ends: Vec<u32>,
    /// Where each stands in the text, in bytes.
    places: Vec<Range<u32>>,
    /// Before which words something is left out or put in: an ellipsis, a bracketed insertion.
    gaps: Vec<usize>,
}

/// Some of the words on record.
struct Stretch<'w> {
    words: &'w Words,
    at: Range<usize>,
}

impl Stretch<'_> {
    fn len(&self) -> usize {
        self.at.len()
    }

    fn word(&self, at: usize) -> &str {
        self.words.word(self.at.start + at)
    }

    /// Where the words from one on have had these letters.
    fn end_of(&self, letters: &str, start: usize) -> Option<usize> {
        let mut left = letters.chars();
        for at in start..self.len() {
            for letter in without_hyphens(self.word(at)) {
                if left.next() != Some(letter) {
                    return None;
                }
            }
            if left.as_str().is_empty() {
                return Some(at + 1);
            }
        }
        None
    }
}

/// The letters of a word, hyphens left out, and numbers as figures: "10year" for "ten-year".
fn without_hyphens(word: &str) -> impl Iterator<Item = char> {
    let parts =
        word.split('-').map(|part| number(part).map_or(Cow::Borrowed(part), |number| number.to_string().into()));
    parts.collect::<Vec<Cow<'_, str>>>().concat().chars().collect::<Vec<char>>().into_iter()
}

/// A number that words rarely share: FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether two words are spoken alike, however the house writes them: "colour" and "color", "ten" and
/// "10".
fn is_same(left: &str, right: &str) -> bool {
    let initial = |word: &str| word.as_bytes().first().copied();
    left == right
        || (initial(left) == initial(right) && american(left) == american(right))
        || (number(left).is_some() && number(left) == number(right))
}

/// A word as Americans spell it.
fn american(word: &str) -> String {
    const ENDINGS: [(&str, &str); 12] = [
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ising", "izing"),
        ("isation", "ization"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("ence", "ense"),
        ("lled", "led"),
        ("lling", "ling"),
    ];
    let changed = ENDINGS.iter().find_map(|(british, own)| Some((word.strip_suffix(british)?, own)));
    match changed {
        Some((stem, own)) if stem.len() > 2 => format!("{stem}{own}"),
        Some(_) | None => word.to_owned(),
    }
}

/// The number that a word or figure is.
fn number(word: &str) -> Option<u64> {
    let cardinal = |sense| if let Sense::Cardinal(number) = sense { Some(u64::from(number)) } else { None };
    word.parse().ok().or_else(|| Word::find(word)?.senses().find_map(cardinal))
}

/// How near words of a draft come to words on record.
#[derive(Debug)]
pub(super) enum Alike {
    /// They are among them, word for word.
    Same,
    /// A few words are others; told as "before → until".
    Changed { count: usize, changes: String, differing: Differing },
}

impl Alike {
    /// How many words are others.
    pub(super) fn changes(&self) -> usize {
        match self {
            Self::Same => 0,
            Self::Changed { count, .. } => *count,
        }
    }
}

/// The words between the first and the last that differ, in bytes of the two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Differing {
    pub(super) said: Range<usize>,
    pub(super) record: Range<usize>,
}

/// One step from words on record to those of a draft.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Kept,
    Replaced,
    Added,
    Dropped,
}

/// How many of ten words may be others before it is another quotation.
const MOST_CHANGES_IN_TEN: usize = 4;

/// Two texts whose lengths multiply to more are not compared word by word.
const LARGEST: usize = 4_000_000;

impl Words {
    /// Reads a text: "[They] will …" is two words with gaps.
    pub(super) fn of(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let (mut ends, mut places, mut gaps) = (Vec::new(), Vec::new(), Vec::new());
        let mut inserted = false;
        // Each part is a slice of the text.
        let place = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
        for piece in text.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–')) {
            let ellipsis = piece.contains('…') || piece.contains("...");
            inserted |= piece.starts_with('[');
            if inserted || piece == "[...]" {
                gaps.push(ends.len());
                inserted = !piece.contains(']');
                continue;
            }
            let parts = piece.split(['…', '/']).flat_map(|part| part.split("..."));
            for (number, part) in parts.enumerate() {
                if ellipsis && number > 0 {
                    gaps.push(ends.len());
                }
                let bare = part.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%'));
                if !bare.is_empty() {
                    fold_onto(&mut folded, bare);
                    ends.push(offset(folded.len()));
                    places.push(offset(place(bare))..offset(place(bare) + bare.len()));
                }
            }
        }
        Self { folded, ends, places, gaps }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn word(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.folded[start..self.ends[at] as usize]
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.word(at))
    }

    /// Every word once.
    pub(super) fn distinct(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.words().collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// A hash of each three words that stand together.
    pub(super) fn threes(&self) -> impl Iterator<Item = u64> {
        let mut hashes = self.words().map(hash);
        let (mut first, mut second) = (hashes.next().unwrap_or(0), hashes.next().unwrap_or(0));
        hashes.map(move |third| {
            let three = first.rotate_left(21) ^ second.rotate_left(42) ^ third;
            (first, second) = (second, third);
            three
        })
    }

    /// Whether these are the words of a record in its order with some left out, of which none denies.
    pub(super) fn shortens(&self, record: &Self) -> bool {
        let denies =
            |word: &str| Word::find(word).is_some_and(|word| word.is(Sense::Negation)) || word.ends_with("n't");
        let (mut left, mut begun) = (record.words(), false);
        self.words().all(|word| {
            let stands = left.find(|other| is_same(word, other) || begun && denies(other));
            begun = true;
            stands.is_some_and(|other| is_same(word, other))
        })
    }

    /// How near these words come to a stretch of those on record; none where they are others.
    pub(super) fn alike(&self, record: &Self, stretch: Range<usize>) -> Option<Alike> {
        if self.ends.is_empty() {
            return None;
        }
        let record = Stretch { words: record, at: stretch };
        if self.stand_in(&record) || self.stand_joined_in(&record) {
            return Some(Alike::Same);
        }
        self.changed(&record)
    }

    /// Whether every part between gaps stands in the record, one after the other.
    fn stand_in(&self, record: &Stretch<'_>) -> bool {
        let mut next = 0;
        for part in self.parts() {
            let stands =
                |at: &usize| part.clone().zip(*at..).all(|(own, other)| is_same(self.word(own), record.word(other)));
            let Some(at) = (next..(record.len() + 1).saturating_sub(part.len())).find(stands) else { return false };
            next = at + part.len();
        }
        true
    }

    /// The same with words that are written together or apart: "can not" and "cannot", "ten-year" and
    /// "ten year", "per cent" and "percent".
    fn stand_joined_in(&self, record: &Stretch<'_>) -> bool {
        let mut next = 0;
        for part in self.parts() {
            let letters: String = part.map(|at| self.word(at)).flat_map(without_hyphens).collect();
            let Some(end) = (next..record.len()).find_map(|at| record.end_of(&letters, at)) else { return false };
            next = end;
        }
        true
    }

    /// The stretches between gaps.
    fn parts(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.gaps.iter().copied());
        let ends = self.gaps.iter().copied().chain(std::iter::once(self.len()));
        starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| start..end)
    }

    /// The fewest changes that make these words of some stretch of the record.
    fn changed(&self, record: &Stretch<'_>) -> Option<Alike> {
        let (said, width) = (self, record.len() + 1);
        if !self.gaps.is_empty() || said.len() * width > LARGEST {
            return None;
        }
        let most = (said.len() * MOST_CHANGES_IN_TEN / 10).max(usize::from(said.len() >= 4));
        let mut costs = vec![0_usize; (said.len() + 1) * width];
        for row in 1..=said.len() {
            costs[row * width] = row;
            for column in 1..width {
                let same = usize::from(!is_same(said.word(row - 1), record.word(column - 1)));
                let replaced = costs[(row - 1) * width + column - 1] + same;
                let added = costs[(row - 1) * width + column] + 1;
                let dropped = costs[row * width + column - 1] + usize::from(row < said.len());
                costs[row * width + column] = replaced.min(added).min(dropped);
            }
        }
        let last = &costs[said.len() * width..];
        let (end, &count) = last.iter().enumerate().min_by_key(|&(column, cost)| (cost, column))?;
        let kept = said.len().saturating_sub(count);
        if count > most || count == 0 || kept < 3 {
            return None;
        }
        // A last word that could be another rather than one too many is another.
        let replaced = end + 1 < width && costs[(said.len() - 1) * width + end] + 1 == count;
        let steps = self.steps(record, &costs, if replaced { end + 1 } else { end });
        if !self.keeps_what_is_said(&steps) {
            return None;
        }
        let differing = self.differing(&steps, record)?;
        Some(Alike::Changed { count, changes: self.tell(record, &steps), differing })
    }

    /// "You can move a house, if you must", of "You can move a village, but…": whether half the words that say something
    /// are still there.
    fn keeps_what_is_said(&self, steps: &[(Step, usize, usize)]) -> bool {
        let small = [Sense::Function, Sense::Pronoun, Sense::Modal, Sense::Opens, Sense::Preposition];
        let says = |word: &str| !Word::find(word).is_some_and(|word| small.iter().any(|&sense| word.is(sense)));
        let said = self.words().filter(|word| says(word)).count();
        let kept = steps.iter().filter(|(step, row, _)| *step == Step::Kept && says(self.word(row - 1))).count();
        2 * kept >= said
    }

    /// Where the words differ; of words that only one side has, the one beside them on the other too.
    fn differing(&self, steps: &[(Step, usize, usize)], record: &Stretch<'_>) -> Option<Differing> {
        let before = |&(step, row, column): &(Step, usize, usize)| {
            (row - usize::from(step != Step::Dropped), column - usize::from(step != Step::Added))
        };
        let changed = |(step, ..): &(Step, usize, usize)| *step != Step::Kept;
        let (first, last) = (steps.iter().position(changed)?, steps.iter().rposition(changed)?);
        let (mut from, mut to) = (before(&steps[first]), (steps[last].1, steps[last].2));
        if from.0 == to.0 || from.1 == to.1 {
            match (first.checked_sub(1), steps.get(last + 1)) {
                (Some(left), _) => from = before(&steps[left]),
                (None, Some(right)) => to = (right.1, right.2),
                (None, None) => return None,
            }
        }
        let stretch = |places: &[Range<u32>], from: usize, to: usize| {
            Some(places.get(from)?.start as usize..places.get(to.checked_sub(1)?)?.end as usize)
        };
        let on_record = record.words.places.get(record.at.clone())?;
        Some(Differing { said: stretch(&self.places, from.0, to.0)?, record: stretch(on_record, from.1, to.1)? })
    }

    /// How the words on record, up to one of them, become these.
    fn steps(&self, record: &Stretch<'_>, costs: &[usize], end: usize) -> Vec<(Step, usize, usize)> {
        let width = record.len() + 1;
        let (mut row, mut column) = (self.len(), end);
        let mut steps = Vec::new();
        while row > 0 {
            let here = costs[row * width + column];
            let diagonal = column.checked_sub(1).map(|left| costs[(row - 1) * width + left]);
            let same = column > 0 && is_same(self.word(row - 1), record.word(column - 1));
            let step = match diagonal {
                Some(cost) if same && cost == here => Step::Kept,
                Some(cost) if cost + 1 == here => Step::Replaced,
                _ if costs[(row - 1) * width + column] + 1 == here => Step::Added,
                _ => Step::Dropped,
            };
            steps.push((step, row, column));
            row -= usize::from(step != Step::Dropped);
            column -= usize::from(step != Step::Added);
        }
        steps.reverse();
        steps
    }

    /// The changes in words: "before → until; + toil".
    fn tell(&self, record: &Stretch<'_>, steps: &[(Step, usize, usize)]) -> String {
        let told = steps.iter().filter_map(|&(step, row, column)| match step {
            Step::Kept => None,
            Step::Replaced => Some(format!("{} → {}", self.word(row - 1), record.word(column - 1))),
            Step::Added => Some(format!("− {}", self.word(row - 1))),
            Step::Dropped => Some(format!("+ {}", record.word(column - 1))),
        });
        told.collect::<Vec<_>>().join("; ")
    }
}
