//! Marks in a draft that speak to this tool: "factdiff: ignore value-differs until 2026-01-31 -- an
//! old figure".

use std::ops::Range;

use jiff::civil;

use super::Silence;
use crate::span::{Span, offset};

/// The marks of a draft, in the order they are read.
#[derive(Default)]
pub(super) struct Marks {
    silences: Vec<Silence>,
    /// Marks that wait for the block they speak for.
    waiting: Vec<(Span, Rules)>,
    /// The last `ignore-start` that has not met its end, as an index of `silences`.
    started: Option<usize>,
}

impl Marks {
    /// Notes a comment of the file, which may be a mark.
    pub(super) fn comment(&mut self, file: &str, text: &str, range: &Range<usize>) {
        let Some((reach, rules)) = read(text) else { return };
        let Some(mark) = Span::new(offset(range.start), offset(range.end)) else { return };
        match reach {
            Reach::Next => self.waiting.push((mark, rules)),
            Reach::File => self.silence(mark, 0..offset(file.len()), rules),
            Reach::Start => {
                self.end_stretch(mark.start());
                self.started = Some(self.silences.len());
                self.silence(mark, mark.end()..offset(file.len()), rules);
            }
            Reach::End => self.end_stretch(mark.start()),
        }
    }

    /// Lets the marks that wait for a block speak for this stretch of the file.
    pub(super) fn speak_for(&mut self, reach: &Range<usize>) {
        for (mark, rules) in std::mem::take(&mut self.waiting) {
            self.silence(mark, offset(reach.start)..offset(reach.end), rules);
        }
    }

    /// The silences; a mark that no block follows speaks for nothing but itself.
    pub(super) fn finish(mut self) -> Vec<Silence> {
        for (mark, rules) in std::mem::take(&mut self.waiting) {
            self.silences.push(rules.silence(mark, mark));
        }
        self.silences
    }

    fn silence(&mut self, mark: Span, reach: Range<u32>, rules: Rules) {
        let reach = Span::new(reach.start, reach.end).unwrap_or(mark);
        self.silences.push(rules.silence(mark, reach));
    }

    fn end_stretch(&mut self, at: u32) {
        if let Some(index) = self.started.take() {
            let silence = &mut self.silences[index];
            silence.reach = Span::new(silence.mark.end(), at).unwrap_or(silence.mark);
        }
    }
}

/// How far a mark speaks.
enum Reach {
    /// `ignore`: the next block.
    Next,
    /// `ignore-start`: up to `ignore-end`, or the end of the file.
    Start,
    /// `ignore-end`.
    End,
    /// `ignore-file`: all of it.
    File,
}

/// What a mark silences, and for how long.
#[derive(Default)]
struct Rules {
    names: Vec<String>,
    until: Option<civil::Date>,
}

impl Rules {
    fn silence(self, mark: Span, reach: Span) -> Silence {
        Silence { mark, reach, rules: self.names, until: self.until, lapsed: false }
    }
}

/// Reads the text of a comment: how far it speaks, for which rules, none for all, and "until" when.
/// What follows "--" is the writer's reason.
fn read(comment: &str) -> Option<(Reach, Rules)> {
    let words = comment.trim_start().strip_prefix("factdiff:")?.split([' ', '\t', '\r', '\n', ',']);
    let mut words = words.filter(|word| !word.is_empty());
    let reach = match words.next()? {
        "ignore" => Reach::Next,
        "ignore-start" => Reach::Start,
        "ignore-end" => Reach::End,
        "ignore-file" => Reach::File,
        _ => return None,
    };
    let mut rules = Rules::default();
    while let Some(word) = words.next().filter(|word| is_name(word)) {
        match word {
            "until" => rules.until = words.next().and_then(|day| day.parse().ok()),
            name => rules.names.push(name.to_owned()),
        }
    }
    Some((reach, rules))
}

/// Whether a word can be the name of a rule.
fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}
