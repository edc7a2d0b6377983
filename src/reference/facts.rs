//! The facts of a reference by their number. Those of a reference that was read before are read
//! again one by one, when somebody asks for them.

use std::collections::HashSet;
use std::ops::{self, Range};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::common::Common;
use super::fields::Reader;
use super::tree;
use super::{Fact, File, Form, Origin};
use crate::span::offset;

/// Facts, each read at the latest when it is asked for.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    read: Vec<OnceLock<Box<Fact>>>,
    /// Where those stand that have not been read; none where all have.
    unread: Option<Unread>,
}

/// Files that were read without a fault before, and where in them the facts stand.
#[derive(Clone, Debug)]
struct Unread {
    files: Vec<File<'static>>,
    /// What `defaults:` gives, in the order of the outline.
    defaults: Vec<Common>,
    outline: Outline,
}

/// Where each fact of a reference stands in its files: enough to read one of them alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    facts: Vec<Stand>,
    defaults: Vec<Mapping>,
    /// The ids of the facts in order, each on a line of its own.
    ids: String,
}

/// Where one fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stand {
    mapping: Mapping,
    /// Which of the outline's `defaults:` holds for it.
    defaults: Option<u32>,
    /// As its origin has them.
    line: u32,
    column: u32,
}

/// Where a mapping stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mapping {
    /// Which of the files.
    file: u32,
    /// Its first byte in the file.
    start: u32,
    /// The byte of the brace that closes it, or where the next thing begins.
    end: u32,
}

impl Mapping {
    pub(super) fn of(file: u32, node: &tree::Node<'_>) -> Self {
        Self { file, start: node.place.start, end: node.place.end }
    }
}

impl Outline {
    /// Notes a `defaults:` and gives its number.
    pub(super) fn add_defaults(&mut self, mapping: Mapping) -> u32 {
        self.defaults.push(mapping);
        offset(self.defaults.len() - 1)
    }

    /// Notes a fact, with the number of the `defaults:` that holds for it.
    pub(super) fn add(&mut self, mapping: Mapping, defaults: Option<u32>, fact: &Fact) {
        let origin = &fact.origin;
        self.ids.extend([fact.id.as_str(), "\n"]);
        self.facts.push(Stand { mapping, defaults, line: origin.line, column: origin.column });
    }
}

impl Outline {
    /// The same without the facts of these numbers.
    pub(super) fn without(self, facts: &HashSet<usize>) -> Self {
        let kept = |number: &usize| !facts.contains(number);
        let stands =
            self.facts.iter().enumerate().filter(|(number, _)| kept(number)).map(|(_, stand)| *stand).collect();
        let ids = self.ids.lines().enumerate().filter(|(number, _)| kept(number));
        let ids = ids.flat_map(|(_, id)| [id, "\n"]).collect();
        Self { facts: stands, ids, ..self }
    }
}

impl Facts {
    /// The same without those of these numbers.
    pub(super) fn without(self, facts: &HashSet<usize>) -> Self {
        let read = self.read.into_iter().enumerate().filter(|(number, _)| !facts.contains(number));
        let unread = self.unread.map(|unread| Unread { outline: unread.outline.without(facts), ..unread });
        Self { read: read.map(|(_, fact)| fact).collect(), unread }
    }

    /// The facts of files that this is the outline of; none where it cannot be.
    pub(super) fn unread(files: Vec<File<'static>>, outline: Outline) -> Option<Self> {
        let stands = |mapping: &Mapping| {
            let ends = [mapping.start, mapping.end];
            let file = files.get(mapping.file as usize);
            file.is_some_and(|file| ends.iter().all(|&end| file.text.is_char_boundary(end as usize)))
        };
        let known = |stand: &Stand| stand.defaults.is_none_or(|number| (number as usize) < outline.defaults.len());
        if !outline.defaults.iter().all(stands)
            || !outline.facts.iter().all(|stand| stands(&stand.mapping) && known(stand))
        {
            return None;
        }
        let defaults = outline.defaults.iter().map(|mapping| {
            #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not general enough")]
            read_alone(&files[mapping.file as usize], *mapping, |reader, node| reader.defaults(node))
        });
        let defaults = defaults.collect::<Option<Vec<_>>>()?;
        let read = vec![OnceLock::new(); outline.facts.len()];
        Some(Self { read, unread: Some(Unread { files, defaults, outline }) })
    }

    /// The number of the fact with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let Some(unread) = &self.unread else { return self.iter().position(|fact| fact.id == id) };
        unread.outline.ids.lines().position(|own| own == id)
    }

    /// The numbers of the facts in the file that a fact stands in.
    pub fn in_file_of(&self, number: usize) -> Range<usize> {
        let alike = |other: &usize| self.is_in_file_of(number, *other);
        let start = (0..number).rev().take_while(alike).last().unwrap_or(number);
        let end = (number + 1..self.len()).take_while(alike).last().map_or(number + 1, |last| last + 1);
        start..end
    }

    /// Whether two facts stand in one file.
    fn is_in_file_of(&self, one: usize, other: usize) -> bool {
        match &self.unread {
            Some(Unread { outline, .. }) => outline.facts[one].mapping.file == outline.facts[other].mapping.file,
            None => self[one].origin.file == self[other].origin.file,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.read.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.read.is_empty()
    }

    /// A fact by its number; none beyond the last.
    ///
    /// # Panics
    /// Never: what an outline names was read without a fault before.
    pub fn get(&self, number: usize) -> Option<&Fact> {
        let slot = self.read.get(number)?;
        Some(slot.get_or_init(|| {
            let unread = self.unread.as_ref().expect("facts that are not read have an outline");
            Box::new(unread.fact(number).expect("a fact in an outline was read without a fault before"))
        }))
    }

    /// How many have been read.
    #[cfg(test)]
    pub(crate) fn count_read(&self) -> usize {
        self.read.iter().filter(|fact| fact.get().is_some()).count()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Fact> + ExactSizeIterator {
        (0..self.len()).map(|number| &self[number])
    }
}

impl Unread {
    fn fact(&self, number: usize) -> Option<Fact> {
        let stand = self.outline.facts.get(number)?;
        let file = self.files.get(stand.mapping.file as usize)?;
        let none = Common::default();
        let defaults = stand.defaults.map_or(&none, |number| &self.defaults[number as usize]);
        let mut fact = read_alone(file, stand.mapping, |reader, node| reader.fact(node, defaults))??;
        fact.origin = Origin { file: file.name.clone().into_owned(), line: stand.line, column: stand.column };
        Some(fact)
    }
}

/// Reads a mapping of a file without the rest of it.
fn read_alone<T>(
    file: &File<'_>,
    Mapping { start, end, .. }: Mapping,
    read: impl FnOnce(&mut Reader<'_, '_>, &tree::Node<'_>) -> T,
) -> Option<T> {
    let node = tree::mapping_at(&file.text, start, end)?;
    let mut transcripts = |_: &str, _: &str| Err("a fact that is read alone names no other file".to_owned());
    let mut reader = Reader::new((&file.name, &file.text), file.usage, &mut transcripts);
    Some(read(&mut reader, &node))
}

impl From<Vec<Fact>> for Facts {
    fn from(facts: Vec<Fact>) -> Self {
        Self { read: facts.into_iter().map(|fact| OnceLock::from(Box::new(fact))).collect(), unread: None }
    }
}

impl ops::Index<usize> for Facts {
    type Output = Fact;

    fn index(&self, number: usize) -> &Fact {
        self.get(number).expect("a fact's number is below their count")
    }
}

impl Fact {
    /// Whether it can be read without any other file.
    pub(super) fn stands_alone(&self) -> bool {
        !matches!(self.form, Form::Transcript { .. })
    }
}
