//! Marks in a draft that speak to this tool: "factdiff: ignore value-differs -- an old figure".

use std::ops::Range;

use super::Silence;
use crate::span::{Span, offset};

/// The marks of a draft, in the order they are read.
#[derive(Default)]
pub(super) struct Marks {
    silences: Vec<Silence>,
    /// Marks that wait for the block they speak for.
    waiting: Vec<(Span, Vec<String>)>,
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
            self.silences.push(Silence { mark, reach: mark, rules });
        }
        self.silences
    }

    fn silence(&mut self, mark: Span, reach: Range<u32>, rules: Vec<String>) {
        let reach = Span::new(reach.start, reach.end).unwrap_or(mark);
        self.silences.push(Silence { mark, reach, rules });
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

/// Reads the text of a comment: how far it speaks and for which rules, none for all. What
/// follows "--" is the writer's reason.
fn read(comment: &str) -> Option<(Reach, Vec<String>)> {
    let mut words = comment.trim_start().strip_prefix("factdiff:")?.split([' ', '\t', '\r', '\n', ',']);
    let reach = match words.find(|word| !word.is_empty())? {
        "ignore" => Reach::Next,
        "ignore-start" => Reach::Start,
        "ignore-end" => Reach::End,
        "ignore-file" => Reach::File,
        _ => return None,
    };
    let rules = words.filter(|word| !word.is_empty()).take_while(|word| is_name(word)).map(str::to_owned);
    Some((reach, rules.collect()))
}

/// Whether a word can be the name of a rule.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}
