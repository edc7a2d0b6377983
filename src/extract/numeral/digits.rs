//! Numbers that begin with digits: "12,000", "1 500 000", "2½", "3 3/4", "1.5 million", "5bn",
//! "47th".

use super::{NumeralForm, Reader, Reading, mixed, scaled};
use crate::lexicon::Sense;
use crate::text::{Token, TokenKind};
use crate::value::{Exact, Number};

/// The signs between groups of three digits: a space, no-break, narrow no-break and thin spaces.
const GROUP_SPACES: [&str; 4] = [" ", "\u{a0}", "\u{202f}", "\u{2009}"];

impl Reader<'_> {
    /// A number that begins with the digits at `at`.
    pub(super) fn digits_first(&self, at: usize) -> Option<Reading> {
        if let Some(rank) = self.digit_ordinal(at) {
            return Some(rank);
        }
        let (number, end) = self.figure(at)?;
        let (number, end) = self.spoken_point(at, end).unwrap_or((number, end));
        let plain = Reading { number, end, form: NumeralForm::Digits, scale: 0 };
        if let Some(mixed) = self.and_fraction(plain) {
            return Some(mixed);
        }
        if let Some((power, end)) = self.scales(end) {
            let scaled = Reading { number: scaled(number, power)?, end, form: NumeralForm::Scaled, scale: power };
            return Some(self.and_fraction(scaled).or_else(|| self.smaller_term(scaled)).unwrap_or(scaled));
        }
        if let Some((power, end)) = self.suffix(end) {
            return Some(Reading { number: scaled(number, power)?, end, form: NumeralForm::Suffixed, scale: power });
        }
        if self.part(end).group == Some(12) {
            let number = number.scaled(Exact::from(12))?;
            return Some(Reading { number, end: end + 1, form: NumeralForm::Scaled, scale: 0 });
        }
        if self.is_proper_fraction(at, end) {
            return Some(Reading { form: NumeralForm::Fraction, ..plain });
        }
        Some(plain)
    }

    /// "1 point 5": a decimal as it is spoken.
    fn spoken_point(&self, at: usize, end: usize) -> Option<(Number, usize)> {
        let digits = |at: usize| {
            let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number && !token.glued)?;
            let text = token.text(self.prose);
            (text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
        };
        let decimals = digits(end + 1).filter(|_| end == at + 1 && self.is(end, "point"))?;
        let whole = self.tokens[at].text(self.prose).parse::<i128>().ok()?;
        let places = u32::try_from(decimals.len()).ok()?;
        let number = whole.checked_mul(10_i128.pow(places))?.checked_add(decimals.parse().ok()?)?;
        Some((Number::written(number, -i32::try_from(places).ok()?)?, end + 2))
    }

    /// A smaller term after a larger one: "6 billion 250 million".
    fn smaller_term(&self, larger: Reading) -> Option<Reading> {
        let next = self.tokens.get(larger.end).filter(|token| token.kind == TokenKind::Number)?;
        let (power, end) = self.scales(larger.end + 1).filter(|(power, _)| *power < larger.scale)?;
        let smaller = scaled(decimal(next.text(self.prose))?, power)?;
        if smaller.value() >= Exact::decimal(1, i32::from(larger.scale))? {
            return None;
        }
        let sum = larger.number.value().checked_add(smaller.value())?;
        let sum = Reading { number: Number::new(sum, smaller.place()), end, ..larger };
        Some(self.units_after(sum, power).unwrap_or(sum))
    }

    /// The units that end a sum of terms: 21 of "4 thousand 3 hundred and 21".
    fn units_after(&self, sum: Reading, power: u8) -> Option<Reading> {
        let at = sum.end + usize::from(self.is(sum.end, "and"));
        let units = decimal(self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?.text(self.prose))?;
        let fits = units.value().is_integer() && units.value() < Exact::decimal(1, i32::from(power))?;
        let number = Number::new(sum.number.value().checked_add(units.value())?, units.place());
        (fits && self.scales(at + 1).is_none()).then_some(Reading { number, end: at + 1, ..sum })
    }

    /// A vulgar fraction that stands alone: "½".
    pub(super) fn sign_first(&self, at: usize) -> Option<Reading> {
        let value = vulgar(self.tokens[at].text(self.prose))?;
        let reading =
            Reading { number: Number::new(value, Exact::ZERO), end: at + 1, form: NumeralForm::Fraction, scale: 0 };
        Some(self.of_scale(value, at + 1).unwrap_or(reading))
    }

    /// "47th".
    fn digit_ordinal(&self, at: usize) -> Option<Reading> {
        let suffix = self.tokens.get(at + 1).filter(|next| next.glued && next.kind == TokenKind::Word)?;
        let text = self.tokens[at].text(self.prose);
        let fits = match suffix.text(self.prose).as_bytes() {
            [b't' | b'T', b'h' | b'H'] => true,
            [b's' | b'S', b't' | b'T'] => text.ends_with('1'),
            [b'n' | b'N', b'd' | b'D'] => text.ends_with('2'),
            [b'r' | b'R', b'd' | b'D'] => text.ends_with('3'),
            _ => false,
        };
        let number = if fits { decimal(text)? } else { return None };
        Some(Reading { number, end: at + 2, form: NumeralForm::Ordinal, scale: 0 })
    }

    /// The digits at `at` with what belongs to them: groups, fractions, powers of ten.
    fn figure(&self, at: usize) -> Option<(Number, usize)> {
        let text = self.tokens[at].text(self.prose);
        if let Some(fraction) = self.slashed(at) {
            return Some((Number::new(fraction, Exact::ZERO), at + 3));
        }
        if let Some(value) = self.glued_vulgar(at + 1) {
            let whole = decimal(text)?.value();
            return Some((mixed(whole.checked_add(value)?), at + 2));
        }
        if let Some((value, end)) = self.spaced_fraction(at).or_else(|| self.stroked(at + 1)) {
            let whole = decimal(text)?.value();
            return Some((mixed(whole.checked_add(value)?), end));
        }
        if let Some(grouped) = self.spaced_groups(at) {
            return Some(grouped);
        }
        let number = decimal(text)?;
        let power = self.power_of_ten(number, at + 1).or_else(|| self.spaced_point(at));
        Some(power.unwrap_or((number, at + 1)))
    }

    /// "5 . 5 %": a decimal typed with blanks round its point.
    fn spaced_point(&self, at: usize) -> Option<(Number, usize)> {
        let [whole, point, decimals] = self.tokens.get(at..at + 3)? else { return None };
        let free = point.is_sign(self.prose, '.') && !point.glued && !decimals.glued;
        let digits = |token: &Token| {
            let text = token.text(self.prose);
            (token.kind == TokenKind::Number && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
        };
        let (whole, decimals) = (digits(whole).filter(|_| free)?, digits(decimals)?);
        let places = i32::try_from(decimals.len()).ok()?;
        let digits = format!("{whole}{decimals}");
        Some((Number::written(digits.parse().ok()?, -places)?, at + 3))
    }

    /// "1/3": two whole numbers round a stroke, the first one below the second.
    fn slashed(&self, at: usize) -> Option<Exact> {
        let [above, stroke, below] = self.tokens.get(at..at + 3)? else { return None };
        let apart = self.tokens.get(at + 3).is_none_or(|next| !next.glued || !next.is_sign(self.prose, '/'));
        let joined = stroke.glued == below.glued && matches!(stroke.text(self.prose), "/" | "⁄");
        // "1 / 4 point", typed with blanks: a share of something, and no page of several.
        let of_something = self.tokens.get(at + 3).is_some_and(|next| {
            next.kind == TokenKind::Word && !next.is_capitalised() || next.is_sign(self.prose, '%')
        });
        let halved = || matches!(below.text(self.prose), "2" | "4" | "8" | "16" | "32" | "64");
        if !(stroke.glued || of_something && halved()) {
            return None;
        }
        let before = above.glued && at > self.start && self.is(at - 1, "/");
        if !joined || !apart || before || below.kind != TokenKind::Number {
            return None;
        }
        let part = |token: &Token| token.text(self.prose).parse::<u16>().ok();
        let (above, below) = (part(above)?, part(below)?);
        (0 < above && above < below).then(|| Exact::ratio(above.into(), below.into()))?
    }

    fn is_proper_fraction(&self, at: usize, end: usize) -> bool {
        end == at + 3 && self.slashed(at).is_some()
    }

    /// The vulgar fraction glued to the digits before it: "2½".
    fn glued_vulgar(&self, at: usize) -> Option<Exact> {
        let token = self.tokens.get(at).filter(|token| token.glued && token.kind == TokenKind::Symbol)?;
        vulgar(token.text(self.prose))
    }

    /// The fraction between two strokes, as the printers of a record set it: "2\1/2\ hours".
    fn stroked(&self, at: usize) -> Option<(Exact, usize)> {
        let stroke = |at: usize| self.tokens.get(at).is_some_and(|sign| sign.glued && sign.is_sign(self.prose, '\\'));
        let fraction = self.slashed(at + 1).filter(|_| stroke(at) && self.tokens[at + 1].glued)?;
        stroke(at + 4).then_some((fraction, at + 5))
    }

    /// The fraction after a whole number: "3 3/4", "3-3/4", "3 ½".
    fn spaced_fraction(&self, at: usize) -> Option<(Exact, usize)> {
        let next = self.unhyphened(at + 1);
        let is_whole = self.tokens[at].text(self.prose).bytes().all(|byte| byte.is_ascii_digit());
        let token = self.tokens.get(next).filter(|_| is_whole)?;
        match token.kind {
            TokenKind::Number if next > at + 1 || !token.glued => Some((self.slashed(next)?, next + 3)),
            TokenKind::Symbol => Some((vulgar(token.text(self.prose))?, next + 1)),
            TokenKind::Number | TokenKind::Word => None,
        }
    }

    /// Groups of three digits with spaces between: "1 500 000", "1 234 567.89".
    fn spaced_groups(&self, at: usize) -> Option<(Number, usize)> {
        let first = self.tokens[at].text(self.prose);
        if first.len() > 3 || !first.bytes().all(|byte| byte.is_ascii_digit()) || first.starts_with('0') {
            return None;
        }
        let mut end = at + 1;
        let mut value = first.parse::<i128>().ok()?;
        let mut exponent = 0;
        let space = self.gap(end)?;
        while exponent == 0 && self.gap(end) == Some(space) {
            let Some(group) = self.tokens.get(end).filter(|token| token.kind == TokenKind::Number) else { break };
            let text = group.text(self.prose);
            let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
            if whole.len() != 3 || !whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit()) {
                break;
            }
            for byte in whole.bytes().chain(decimals.bytes()) {
                value = value.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
            }
            exponent = -i32::try_from(decimals.len()).ok()?;
            end += 1;
        }
        // "2 100-metre races", "3 737 MAX jets": a plain space may part two figures.
        let doubtful =
            space == " " && self.tokens.get(end).is_some_and(|next| next.glued && next.is_sign(self.prose, '-'));
        if end == at + 1 || doubtful {
            return None;
        }
        Some((Number::written(value, exponent)?, end))
    }

    /// The white space before the token at `at` where that can stand between groups of digits.
    fn gap(&self, at: usize) -> Option<&'static str> {
        let token = self.tokens.get(at)?;
        let gap = &self.prose[self.tokens[at - 1].end as usize..token.start as usize];
        GROUP_SPACES.into_iter().find(|&space| space == gap)
    }

    /// "× 10^6", "x10⁶", "e6" after the digits before `at`.
    fn power_of_ten(&self, number: Number, at: usize) -> Option<(Number, usize)> {
        let times = self.tokens.get(at)?;
        let sign = times.text(self.prose);
        let (mut end, exponent) = match sign {
            "e" | "E" if times.glued => (at + 1, self.exponent(at + 1)?),
            "×" | "x" if self.is(at + 1, "10") => {
                let caret = usize::from(self.is(at + 2, "^"));
                match self.superscript(at + 2) {
                    Some((exponent, end)) => return Some((number.scaled(Exact::decimal(1, exponent)?)?, end)),
                    None => (at + 2 + caret, self.exponent(at + 2 + caret)?),
                }
            }
            _ => return None,
        };
        end += 1 + usize::from(self.tokens[end].kind == TokenKind::Symbol);
        Some((number.scaled(Exact::decimal(1, exponent)?)?, end))
    }

    /// A whole number glued to what stands before it, with its sign: "^-4".
    fn exponent(&self, at: usize) -> Option<i32> {
        let token = self.tokens.get(at).filter(|token| token.glued)?;
        match token.text(self.prose) {
            "-" | "−" => self.exponent(at + 1).map(|power| -power),
            digits if token.kind == TokenKind::Number => digits.parse().ok().filter(|power| *power <= 24),
            _ => None,
        }
    }

    /// "⁻⁴".
    fn superscript(&self, at: usize) -> Option<(i32, usize)> {
        let mut value = 0;
        let mut sign = 1;
        let mut end = at;
        while let Some(token) = self.tokens.get(end).filter(|token| token.glued && token.kind == TokenKind::Symbol) {
            let text = token.text(self.prose);
            match "⁰¹²³⁴⁵⁶⁷⁸⁹"
                .char_indices()
                .map(|(at, c)| &"⁰¹²³⁴⁵⁶⁷⁸⁹"[at..at + c.len_utf8()])
                .position(|c| c == text)
            {
                Some(digit) => value = value * 10 + i32::try_from(digit).ok()?,
                None if text == "⁻" && end == at => sign = -1,
                None => break,
            }
            end += 1;
            if value > 24 {
                return None;
            }
        }
        (value > 0).then_some((sign * value, end))
    }

    /// The power of ten of a letter after digits, and where it ends: "1.5m", "2 mn".
    pub(super) fn suffix(&self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        // A free single letter is a word or a unit: "30 m"; "30 k" that nothing follows is neither.
        let ends = || self.tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Symbol && !next.glued);
        if !token.glued && token.end - token.start == 1 && !(token.text(self.prose) == "k" && ends()) {
            return None;
        }
        // "Rule 10b-5".
        let joined = self.unhyphened(at + 1);
        if joined > at + 1 && self.tokens[joined].kind == TokenKind::Number {
            return None;
        }
        let power = token.word?.senses().find_map(|sense| match sense {
            Sense::ScaleSuffix(power) => Some(power),
            _ => None,
        })?;
        Some((power, at + 1))
    }
}

/// The value of digits with separators: commas between groups, one decimal point.
pub(super) fn decimal(text: &str) -> Option<Number> {
    let mut value: i128 = 0;
    let mut exponent = 0;
    let mut decimals = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                exponent -= i32::from(decimals);
            }
            b'.' if !decimals => decimals = true,
            b',' if !decimals => {}
            _ => return None,
        }
    }
    Number::written(value, exponent)
}

/// The value of a one-character fraction.
fn vulgar(sign: &str) -> Option<Exact> {
    let (above, below) = match sign {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅐" => (1, 7),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        "⅑" => (1, 9),
        "⅒" => (1, 10),
        _ => return None,
    };
    Exact::ratio(above, below)
}
