//! The words dates are made of, and what ties them together.

use crate::extract::Sentence;
use crate::lexicon::{Begins, Era, Period, Sense, Word};
use crate::text::TokenKind;
use crate::value::Dimension;

/// A rank and one past it: "24th", "third", "twenty-fourth".
pub(super) fn ordinal(sentence: &Sentence<'_, '_>, at: usize) -> Option<(u32, usize)> {
    let rank = |at: usize| {
        sentence.tokens.get(at)?.word?.senses().find_map(|sense| match sense {
            Sense::Ordinal(rank) => Some(rank),
            _ => None,
        })
    };
    let token = sentence.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        if !sentence.is_glued(at + 1) {
            return None;
        }
        // "the 23d of March" as the old papers have it.
        let suffixes = ["st", "nd", "rd", "th", if sentence.word(at).ends_with(['2', '3']) { "d" } else { "th" }];
        let suffix = suffixes.iter().any(|end| sentence.is_word(at + 1, end));
        return sentence.word(at).parse().ok().filter(|_| suffix).map(|rank| (rank, at + 2));
    }
    if let Some(rank) = rank(at) {
        return Some((rank, at + 1));
    }
    let tens = token.word?.senses().find_map(|sense| match sense {
        Sense::Cardinal(tens) if tens >= 20 => Some(u32::from(tens)),
        _ => None,
    })?;
    let unit = at + 1 + usize::from(sentence.word(at + 1) == "-");
    rank(unit).filter(|rank| (1..10).contains(rank)).map(|rank| (tens + rank, unit + 1))
}

/// The day of a month in digits ("24", "24th") or words ("third"), and one past its end.
pub(super) fn day(sentence: &Sentence<'_, '_>, at: usize) -> Option<(i8, usize)> {
    let (day, end) = match ordinal(sentence, at) {
        Some((rank, end)) => (i8::try_from(rank).ok()?, end),
        None if sentence.is_number(at) && sentence.word(at).len() <= 2 => (sentence.word(at).parse().ok()?, at + 1),
        None => return None,
    };
    (1..=31).contains(&day).then_some((day, end))
}

/// The month a token names.
pub(super) fn month(sentence: &Sentence<'_, '_>, at: usize) -> Option<i8> {
    let month = |sense| if let Sense::Month(month) = sense { Some(month) } else { None };
    word(sentence, at)?.senses().find_map(month)
}

/// The weekday a token names.
pub(super) fn weekday(sentence: &Sentence<'_, '_>, at: usize) -> Option<i8> {
    let weekday = |sense| if let Sense::Weekday(day) = sense { Some(day) } else { None };
    word(sentence, at)?.senses().find_map(weekday)
}

fn word(sentence: &Sentence<'_, '_>, at: usize) -> Option<Word> {
    sentence.tokens.get(at)?.word.filter(|word| word.may_begin(Begins::DATE))
}

/// One past a month or weekday, with the full stop of an abbreviation.
pub(super) fn end(sentence: &Sentence<'_, '_>, at: usize) -> usize {
    // "nov . 15", typed with blanks.
    let tied = sentence.is_glued(at + 1) || sentence.is_number(at + 2);
    let dotted = sentence.word(at).len() <= 5 && tied && sentence.word(at + 1) == ".";
    at + 1 + usize::from(dotted)
}

/// March and May are words of their own.
pub(super) const fn is_word_too(month: i8) -> bool {
    matches!(month, 3 | 5)
}

/// The calendar's period that begins at a token: one past it, and which.
pub(super) fn period_at(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Period)> {
    sentence.sense(at, |sense| if let Sense::Period(period) = sense { Some(period) } else { None })
}

/// "BC" or "AD" at a token: one past it, and which.
pub(super) fn era_at(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Era)> {
    sentence.sense(at, |sense| if let Sense::Era(era) = sense { Some(era) } else { None })
}

/// ISO 8601 counts 1 BC as the year 0, 44 BC as -43.
pub(super) const fn in_era(year: i16, era: Era) -> i16 {
    match era {
        Era::Before => 1 - year,
        Era::After => year,
    }
}

/// A year that ends at `end`, with an era after it.
pub(super) fn with_era(sentence: &Sentence<'_, '_>, year: i16, end: usize) -> (i16, usize) {
    era_at(sentence, end).map_or((year, end), |(end, era)| (in_era(year, era), end))
}

/// Whether the words that end with this token narrow a date: "early", "mid-".
pub(super) fn ends_part(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let part = if sentence.word(at) == "-" { sentence.before(at) } else { Some(at) };
    part.is_some_and(|part| sentence.means(part, Sense::DatePart))
}

/// Where a date begins, with "the" before it.
pub(super) fn with_the(sentence: &Sentence<'_, '_>, at: usize) -> usize {
    sentence.before(at).filter(|&the| sentence.is_word(the, "the")).unwrap_or(at)
}

/// Whether the figure that ends here is a measure, a share or part of a larger number.
pub(super) fn is_measured(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    let Some(token) = sentence.tokens.get(end) else { return false };
    let measure = |sense| match sense {
        Sense::Unit(unit, _) => (sentence.word(end).len() > 2 && unit.dimension() != Dimension::Duration).then_some(()),
        Sense::Scale(_) => Some(()),
        // "for 1868 $25,205,669": the sign belongs to the figure after it.
        Sense::Currency(..) => (!(token.kind == TokenKind::Symbol && sentence.is_number(end + 1))).then_some(()),
        _ => None,
    };
    let possessive = sentence.word(end).starts_with(['\'', '\u{2019}']);
    let tied = token.kind == TokenKind::Word && token.glued && !possessive;
    tied || sentence.word(end) == "%" || sentence.sense(end, measure).is_some()
}

/// Whether no noun follows: a sign, a word like "of", or the end of the sentence.
pub(super) fn ends_phrase(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let Some(token) = sentence.tokens[..sentence.range.end].get(at) else { return true };
    match token.kind {
        TokenKind::Symbol => sentence.word(at) != "-",
        TokenKind::Number => true,
        TokenKind::Word => token.word.is_some_and(|word| word.is(Sense::Function)),
    }
}

/// A hyphen or dash that ties what it stands between.
pub(super) fn is_dash(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let spaced = sentence.is_glued(at) == sentence.is_glued(at + 1);
    match sentence.word(at) {
        "-" | "\u{2013}" | "\u{2014}" | "\u{2011}" | "\u{2010}" => spaced,
        _ => false,
    }
}

/// "March to May", "Monday-Friday".
pub(super) fn joins(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    is_dash(sentence, at) || sentence.is_word(at, "to") || sentence.is_word(at, "through")
}

/// The last year of "2014-20" or "1998/99", and one past it.
pub(super) fn short_year(sentence: &Sentence<'_, '_>, at: usize, first: i16) -> Option<(i16, usize)> {
    let joined =
        (is_dash(sentence, at) || sentence.word(at) == "/") && sentence.is_glued(at) && sentence.is_glued(at + 1);
    let text = sentence.word(at + 1);
    if !joined || text.len() != 2 || !sentence.is_number(at + 1) {
        return None;
    }
    let short: i16 = text.parse().ok()?;
    let century = first - first % 100;
    let last = if short > first % 100 { century + short } else { century + 100 + short };
    (last - first <= 60).then_some((last, at + 2))
}

/// Where the second date of a stretch would begin, after the first from `start` up to `at`.
pub(super) fn joint(sentence: &Sentence<'_, '_>, start: usize, at: usize) -> Option<usize> {
    let opener = sentence.before(start);
    let follows = |word: &str| opener.is_some_and(|at| sentence.is_word(at, word));
    // "from Monday, June 3, to Friday, June 8, 2024".
    let comma = sentence.word(at) == "," && follows("from") && sentence.is_word(at + 1, "to");
    let at = at + usize::from(comma);
    let word = |word: &str| sentence.is_word(at, word);
    let joins = is_dash(sentence, at)
        || word("to")
        || word("through")
        || word("thru")
        || (word("until") || word("till")) && follows("from")
        || word("and") && follows("between");
    if !joins || at >= sentence.range.end {
        return None;
    }
    let next = at + 1 + usize::from(sentence.is_word(at + 1, "the"));
    let edge = sentence.means(next, Sense::DateEdge) && sentence.is_word(next + 1, "of");
    Some(next + if edge { 2 } else { usize::from(ends_part(sentence, next)) })
}
