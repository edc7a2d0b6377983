//! The year that stands alone above the months of a chronicle: "2004" over "February" and "June".

use jiff::civil;

use crate::source::{Block, BlockKind};

/// A year that stands alone above a block.
#[derive(Clone, Copy)]
pub(in crate::extract) struct Above {
    pub(super) year: i16,
    /// How deep the heading is that states it.
    level: u8,
}

impl Above {
    /// Whether a date at this token of its block is one of that year: under a paragraph only what opens its block.
    pub(super) fn holds(self, at: usize) -> bool {
        self.level < PARAGRAPH || at < 2
    }
}

/// The year that the blocks of a draft stand under, as they are read in order.
#[derive(Default)]
pub(in crate::extract) struct Under(Option<Above>);

/// Any heading closes what a paragraph states.
const PARAGRAPH: u8 = u8::MAX;

impl Under {
    /// The year that a block stands under or states itself. Without the draft's date a number between paragraphs may be
    /// a page's.
    pub(in crate::extract) fn read(&mut self, prose: &str, block: &Block, now: Option<civil::Date>) -> Option<Above> {
        let level = match block.kind {
            BlockKind::Title => 0,
            BlockKind::Heading(level) => level,
            BlockKind::Paragraph => PARAGRAPH,
            BlockKind::Item { .. }
            | BlockKind::Cell { .. }
            | BlockKind::Quote
            | BlockKind::Caption
            | BlockKind::Footnote => return self.0,
        };
        let first = if level == PARAGRAPH { 1900 } else { 1500 };
        let last = now.map_or(if level == PARAGRAPH { 0 } else { 2099 }, civil::Date::year);
        let year = alone(&prose[block.start as usize..block.end as usize]);
        let year = year.filter(|year| (first..=last).contains(year));
        let closes = self.0.is_some_and(|above| level != PARAGRAPH && level <= above.level);
        if year.is_some() || closes {
            self.0 = year.map(|year| Above { year, level });
        }
        self.0
    }
}

/// The four digits that are all a block says.
fn alone(text: &str) -> Option<i16> {
    let text = text.trim().trim_end_matches(':');
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}
