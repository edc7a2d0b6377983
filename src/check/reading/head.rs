//! What the head of a row or a column says of its figures: "Seats in 2021", "Second quarter", "GDP per head".

use std::ops::Range;

use jiff::civil;

use crate::check::compare::outcome::Period;
use crate::lexicon::{Adding, Period as Calendar, Sense, Word};
use crate::source::{BlockKind, Document};
use crate::span::offset;
use crate::text::{Context, ContextKind, Pages, Token, TokenKind, Tokens};
use crate::value::{Date, Dimension};

/// How many cells of a table are looked at beside a head, on either side.
const NEAR: usize = 400;

/// What a head says, of what its figures are of.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Head {
    /// The year.
    pub(in crate::check) year: Option<Period>,
    /// Whether another head beside it tells a later year, which has come.
    pub(in crate::check) surpassed: bool,
    /// The first and the last month: "Q2", "March".
    pub(in crate::check) months: Option<[i8; 2]>,
    /// Whether another head beside it is that of the whole year: "Full year", "Total", "2024".
    pub(in crate::check) summed: bool,
    /// Whether it tells of a time: "Births in 2023", "Goals last season". Not of rows and columns, of which more is known.
    pub(in crate::check) timed: bool,
    /// The words that tell that they are of each of many: "per head", "a head". Mostly none.
    pub(in crate::check) each: Range<usize>,
}

impl Head {
    /// Reads the words that a figure leans on; years and months are those of rows and columns.
    pub(in crate::check) fn of(pages: &Pages<'_>, context: &Context, words: &Tokens, now: civil::Date) -> Self {
        let document = pages.document;
        let prose = &*document.prose;
        let each = each(prose, &words.tokens);
        if !matches!(context.kind, ContextKind::Row | ContextKind::Column) {
            return Self { each, timed: words.tokens.iter().any(|token| is_of_time(prose, token)), ..Self::default() };
        }
        let mut head = Self { year: year(prose, words), months: months(prose, words), each, ..Self::default() };
        if head.year.is_none() && head.months.is_none() {
            return head;
        }
        for block in beside(document, context) {
            let other = pages.block(block);
            let (year, months) = (year(prose, other), months(prose, other));
            let come = |year: &Period| year.first.year() <= now.year();
            let later = year.filter(come).zip(head.year).is_some_and(|(year, own)| year.first > own.first);
            let whole = months.is_none() && (year.is_some() || is_whole(&other.tokens));
            head.surpassed |= later;
            head.summed |= whole && head.months.is_some();
        }
        head
    }
}

/// Whether a word of a heading is a year or tells of a time.
fn is_of_time(prose: &str, token: &Token) -> bool {
    let timed =
        |sense| matches!(sense, Sense::Past | Sense::Turn(_) | Sense::Period(_) | Sense::Month(_) | Sense::Season(_));
    let year = token.kind == TokenKind::Number && token.text(prose).len() == 4;
    year || token.word.is_some_and(|word| word.senses().any(timed))
}

/// The heads beside one: the other cells of the header, or of the first column.
fn beside(document: &Document<'_>, head: &Context) -> impl Iterator<Item = u32> {
    let blocks = &document.blocks;
    let at = head.block as usize;
    let kind = blocks[at].kind;
    let column = head.kind == ContextKind::Column;
    let within = move |index: &usize| match (blocks[*index].kind, kind) {
        (BlockKind::Cell { table, .. }, BlockKind::Cell { table: own, .. }) => table == own,
        (_, _) => false,
    };
    let heads = move |index: &usize| match (blocks[*index].kind, kind) {
        (BlockKind::Cell { row, .. }, BlockKind::Cell { row: own, .. }) if column => row == own,
        (BlockKind::Cell { row, column, .. }, BlockKind::Cell { column: own, .. }) => column == own && row > 0,
        (_, _) => false,
    };
    let after = (at + 1..blocks.len()).take(NEAR).take_while(within);
    let before = (at.saturating_sub(NEAR)..at).rev().take_while(within);
    after.chain(before).filter(heads).map(offset)
}

/// The one year that a head tells; none for "since 2021", which compares.
fn year(prose: &str, head: &Tokens) -> Option<Period> {
    let compares = |token: &Token| ["since", "from", "vs", "to"].contains(&token.text(prose));
    let numbers = head.tokens.iter().filter(|token| token.kind == TokenKind::Number);
    if head.tokens.iter().any(compares) {
        return None;
    }
    if let Some(season) = season(prose, &head.tokens) {
        return Some(season);
    }
    let mut years = numbers.filter(|token| token.text(prose).len() == 4).filter_map(|token| {
        let year: i16 = token.text(prose).parse().ok()?;
        Period::of(Date::Year(year)).filter(|_| (1500..2200).contains(&year))
    });
    years.next().filter(|_| years.next().is_none())
}

/// "2024–25": the year from summer to summer of sports, schools and harvests.
fn season(prose: &str, tokens: &[Token]) -> Option<Period> {
    tokens.windows(3).find_map(|window| {
        let [first, dash, second] = window else { return None };
        let joined = dash.glued && second.glued && ["-", "–", "/"].contains(&dash.text(prose));
        let year: i16 = first.text(prose).parse().ok().filter(|_| joined && first.text(prose).len() == 4)?;
        // "2011-12" may be a month.
        let month = dash.text(prose) == "-" && second.text(prose).len() == 2 && year % 100 < 12;
        let next = (year + 1).to_string();
        let follows = [&next[..], next.get(2..)?].contains(&second.text(prose));
        let ends = civil::Date::new(year, 7, 1).ok().zip(civil::Date::new(year + 1, 6, 30).ok());
        ends.filter(|_| follows && !month).map(|(first, last)| Period { first, last })
    })
}

/// The months of a quarter or a half, whatever is told of it, and those that are all a head says: "Q2 sales", "Jan.-March
/// 2025"; not "May and Sons".
fn months(prose: &str, head: &Tokens) -> Option<[i8; 2]> {
    let tokens = &head.tokens[..];
    if let Some(found) = (0..tokens.len()).find_map(|at| stretch(prose, tokens, at)) {
        return Some(found);
    }
    let month = |token: &Token| {
        let month = |sense| if let Sense::Month(month) = sense { Some(month) } else { None };
        token.word.filter(|_| token.is_capitalised()).and_then(|word| word.senses().find_map(month))
    };
    let filler = |token: &Token| {
        let year = token.kind == TokenKind::Number && token.text(prose).len() == 4;
        year || token.is_symbol() || ["to", "and", "until"].contains(&token.text(prose))
    };
    if !tokens.iter().all(|token| month(token).is_some() || filler(token)) {
        return None;
    }
    let mut months = tokens.iter().filter_map(month);
    let first = months.next()?;
    Some([first, months.next_back().unwrap_or(first)])
}

/// The months of the quarter or half that a token names: "Q2", "H1", "Second quarter".
fn stretch(prose: &str, tokens: &[Token], at: usize) -> Option<[i8; 2]> {
    let period = |sense| if let Sense::Period(period) = sense { Some(period) } else { None };
    let length = match tokens[at].word?.senses().find_map(period)? {
        Calendar::Quarter => 3,
        Calendar::Half => 6,
        _ => return None,
    };
    let numbered =
        || tokens.get(at + 1).filter(|next| next.glued && tokens[at].length() == 1)?.text(prose).parse().ok();
    let rank = |sense| if let Sense::Ordinal(rank) = sense { i8::try_from(rank).ok() } else { None };
    let ranked = || tokens[at.checked_sub(1)?].word?.senses().find_map(rank);
    let number: i8 = numbered().or_else(ranked)?;
    (1..=12 / length).contains(&number).then(|| [number * length - length + 1, number * length])
}

/// "Year", "Full year", "Total": whether a head is that of all the months.
fn is_whole(tokens: &[Token]) -> bool {
    let year = |sense| matches!(sense, Sense::Period(Calendar::Year | Calendar::FiscalYear));
    let whole = |word: Word| word.is(Sense::Adding(Adding::Totals)) || word.senses().any(year);
    tokens.len() < 3 && tokens.iter().filter_map(|token| token.word).any(whole)
}

/// "per head" of "GDP per head, $", "Per capita GDP": the words that make what is measured a rate; not those of a unit,
/// "tonnes per hectare", nor of a price, which is always that of one.
fn each(prose: &str, tokens: &[Token]) -> Range<usize> {
    let measures = |token: &Token| {
        let measures = |sense| match sense {
            Sense::Unit(unit, _) => unit.dimension() != Dimension::Duration,
            sense => matches!(sense, Sense::Currency(..) | Sense::Charge),
        };
        token.word.is_some_and(|word| word.senses().any(measures))
    };
    let begins = |at: &usize| is_each(prose, tokens, *at) && !at.checked_sub(1).is_some_and(|at| measures(&tokens[at]));
    let Some(start) = (0..tokens.len()).find(begins) else { return 0..0 };
    let goes_on = |token: &&Token| !token.is_symbol() || token.text(prose) == "-";
    let rest = tokens[start + 1..].iter().take_while(goes_on).count();
    let hyphened = tokens.get(1).is_some_and(Token::is_symbol);
    // What is measured stands before it, or behind "Per capita".
    let rest = if start == 0 { rest.min(1 + usize::from(hyphened)) } else { rest };
    start..start + 1 + rest
}

/// "per capita", "a head": whether words at a token tell of each of many.
pub(in crate::check) fn is_each(prose: &str, tokens: &[Token], at: usize) -> bool {
    let is = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|token| words.iter().any(|word| token.text(prose).eq_ignore_ascii_case(word)))
    };
    is(at, &["per"]) || is(at, &["a", "an"]) && is(at + 1, &["head", "person"])
}
