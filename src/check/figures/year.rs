//! The years that head the columns and rows of a table: "Seats in 2021".

use crate::check::compare::outcome::Period;
use crate::claim::Place;
use crate::source::{BlockKind, Document};
use crate::text::{Context, ContextKind, Token, TokenKind, Tokens};
use crate::value::Date;

/// How many cells of a table are looked at for a later year, on either side.
const NEAR: usize = 400;

/// The one year that a header tells; none for "since 2021", which compares.
pub(super) fn of(prose: &str, header: &Tokens) -> Option<Period> {
    let compares = |token: &Token| ["since", "from", "vs", "to"].contains(&token.text(prose));
    let numbers = header.tokens.iter().filter(|token| token.kind == TokenKind::Number);
    if header.tokens.iter().any(compares) {
        return None;
    }
    let mut years = numbers.filter(|token| token.text(prose).len() == 4).filter_map(|token| {
        let year: i16 = token.text(prose).parse().ok()?;
        Period::of(Date::Year(year)).filter(|_| (1500..2200).contains(&year))
    });
    years.next().filter(|_| years.next().is_none())
}

/// "| 2025 | 2024 |", "| 2022 |" over "| 2023 |": whether another header beside one tells a later year that has come.
pub(super) fn is_surpassed(document: &Document<'_>, place: &Place, head: &Context, (year, now): (Period, i16)) -> bool {
    let blocks = &document.blocks;
    let (BlockKind::Cell { table, .. }, BlockKind::Cell { row, column, .. }) =
        (blocks[place.block as usize].kind, blocks[head.block as usize].kind)
    else {
        return false;
    };
    let mut words = Tokens::default();
    let mut is_later = |index: usize| {
        let block = &blocks[index];
        let beside = match (block.kind, head.kind) {
            (BlockKind::Cell { row: other, .. }, ContextKind::Column) => other == row,
            (BlockKind::Cell { column: other, row, .. }, _) => other == column && row > 0,
            (_, _) => false,
        };
        if !beside || !document.text(block).bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        words.read_stretch(document, block.start, block.end);
        let other = of(&document.prose, &words).map(|other| other.first.year());
        other.is_some_and(|other| other > year.first.year() && other <= now)
    };
    let within = |index: &usize| matches!(blocks[*index].kind, BlockKind::Cell { table: other, .. } if other == table);
    let at = head.block as usize;
    let after = (at + 1..blocks.len()).take(NEAR).take_while(within);
    let before = (at.saturating_sub(NEAR)..at).rev().take_while(within);
    after.chain(before).any(&mut is_later)
}
