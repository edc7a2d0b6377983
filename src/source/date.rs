//! The day a draft is of: what "last month" is told from, and which figure was in force.

use jiff::civil;

use super::{BlockKind, Document};
use crate::lexicon::{Sense, Word, piece, skip_space};

/// How many blocks at the top may hold the byline.
const BLOCKS_AT_THE_TOP: usize = 6;

/// Longer blocks are text, whose dates are of what it tells; only their dateline counts.
const LONGEST_BYLINE: usize = 120;

/// The most words and signs of "Published March 12, 2025.", which ends like a sentence.
const LONGEST_NOTE: usize = 8;

/// Where a draft's date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSource {
    /// The `date` of its front matter or its HTML head.
    FrontMatter,
    /// Its file name: "2025-08-15-summit.md".
    FileName,
    /// A line near the top: "By Dana Whitlock · Wednesday, March 12, 2025", or the dateline
    /// "OSTREL, June 18, 2025 —".
    Byline,
}

/// The draft's own date and where it says so, given the name of its file: the surest source
/// wins. Where there is none, the caller may know the day of the last change.
///
/// ```
/// use factdiff::source::{self, DateSource, Format};
/// let draft = source::read("# Budget passes\n\nBy Dana Whitlock · March 12, 2025\n\nIt did.", Format::Markdown);
/// let (date, found) = source::date(&draft, Some("budget.md")).expect("a byline");
/// assert_eq!((date.to_string().as_str(), found), ("2025-03-12", DateSource::Byline));
/// ```
pub fn date(document: &Document<'_>, file_name: Option<&str>) -> Option<(civil::Date, DateSource)> {
    let in_front = document.date.map(|date| (date, DateSource::FrontMatter));
    let in_name = || Some((in_name(file_name?)?, DateSource::FileName));
    let in_byline = || Some((byline(document)?, DateSource::Byline));
    in_front.or_else(in_name).or_else(in_byline)
}

/// The date in a file name or the folders above it: "2025-08-15-summit.md", "2025/08/15/summit.md",
/// "summit-20250815.txt".
fn in_name(name: &str) -> Option<civil::Date> {
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut runs: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).collect();
    runs.retain(|run| !run.is_empty());
    let whole = runs.iter().rev().find(|run| run.len() == 8).and_then(|run| ymd(&run[..4], &run[4..6], &run[6..]));
    let parts = runs.windows(3).rev().find_map(|run| ymd(run[0], run[1], run[2]));
    parts.or(whole)
}

/// The day that a value begins with: "2025-06-18T08:00:00Z".
pub(super) fn day(value: &str) -> Option<civil::Date> {
    value.trim_start().trim_start_matches(['"', '\'']).get(..10)?.parse().ok()
}

/// The day that a value states in whichever way: "2025-06-18T08:00:00Z", "June 18, 2025",
/// "2025/6/18".
pub(super) fn stated(value: &str) -> Option<civil::Date> {
    let value = value.lines().next()?;
    let digits = || {
        let mut runs = value.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        ymd(runs.next()?, runs.next()?, runs.next()?)
    };
    day(value).or_else(digits).or_else(|| full_date(value))
}

/// A date from its digits, in years that drafts are of.
fn ymd(year: &str, month: &str, day: &str) -> Option<civil::Date> {
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    of_draft(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A date that a draft can be of.
fn of_draft(year: i16, month: i8, day: i8) -> Option<civil::Date> {
    if (1700..2200).contains(&year) { civil::Date::new(year, month, day).ok() } else { None }
}

/// The date of the byline or dateline.
fn byline(document: &Document<'_>) -> Option<civil::Date> {
    let top = document.blocks.iter().take(BLOCKS_AT_THE_TOP);
    let texts = top.map(|block| (block.kind, document.text(block))).filter_map(|(kind, text)| match kind {
        BlockKind::Paragraph => Some(text),
        // A line of its own in plain text.
        BlockKind::Heading(_) => begins_with_date(text).then_some(text),
        BlockKind::Title
        | BlockKind::Item { .. }
        | BlockKind::Cell { .. }
        | BlockKind::Quote
        | BlockKind::Caption
        | BlockKind::Footnote => None,
    });
    texts.map(|text| if text.len() <= LONGEST_BYLINE { text } else { dateline(text) }).find_map(|text| {
        // "By …", "Published …", a weekday, a date: a byline. "On March 12, 2025, the council…" is text.
        let is_sentence = text.ends_with(['.', '!', '?']) && !text.ends_with(".m.");
        if is_sentence && Pieces(text, 0).count() > LONGEST_NOTE { None } else { full_date(text) }
    })
}

/// Whether a line is a date and little more: "June 18, 2025".
fn begins_with_date(text: &str) -> bool {
    let first = Pieces(text, 0).next().unwrap_or_default();
    Pieces(text, 0).count() <= 5 && (month(first).is_some() || first.starts_with(|c: char| c.is_ascii_digit()))
}

/// What stands before the dash of "OSTREL, Kalvia, June 18, 2025 (KNA) — The death toll…".
fn dateline(text: &str) -> &str {
    let dash = ["—", "–", " - ", "--"].into_iter().filter_map(|dash| text.find(dash)).min();
    let before = dash.filter(|&dash| dash <= LONGEST_BYLINE).map_or("", |dash| &text[..dash]);
    if Pieces(before, 0).any(|piece| piece.starts_with(char::is_lowercase)) { "" } else { before }
}

/// The pieces of a text, one after another.
struct Pieces<'t>(&'t str, usize);

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let start = skip_space(self.0, self.1);
        if start >= self.0.len() {
            return None;
        }
        let (end, _) = piece(self.0, start);
        self.1 = end;
        Some(&self.0[start..end])
    }
}

/// The first date with day, month and year: "March 12, 2025", "12 March 2025", "2025-03-12".
fn full_date(text: &str) -> Option<civil::Date> {
    let pieces: Vec<&str> =
        Pieces(text, 0).filter(|piece| !matches!(*piece, "," | "." | "th" | "st" | "nd" | "rd")).collect();
    pieces.windows(3).enumerate().find_map(|(at, three)| {
        let number = |text: &str| text.parse::<i16>().ok();
        let (first, second, third) = (three[0], three[1], three[2]);
        let day = |text: &str| number(text).and_then(|day| i8::try_from(day).ok());
        month(first)
            .and_then(|month| of_draft(number(third)?, month, day(second)?))
            .or_else(|| of_draft(number(third)?, month(second)?, day(first)?))
            .or_else(|| match pieces[at..] {
                [year, "-", month, "-", day, ..] => ymd(year, month, day),
                _ => None,
            })
    })
}

/// The month that a word names, with or without a full stop.
fn month(text: &str) -> Option<i8> {
    let phrases = Word::find(text)?.phrases().iter().filter(|phrase| matches!(phrase.rest, [] | ["."]));
    phrases.flat_map(|phrase| phrase.senses).find_map(|sense| match sense {
        Sense::Month(month) => Some(*month),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
