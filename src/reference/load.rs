//! All files of a house → its reference, or all that is wrong with them.

use super::common::Common;
use super::error::{LoadError, Problem};
use super::facts::{Facts, Mapping, Outline};
use super::fields::{Entries, Reader};
use super::tree::{self, Content, Node, Place, Tree};
use super::{Fact, File, Reference};
use crate::lexicon::Usage;

/// No reference file is larger by hand; a larger one is a mistake or an attack.
const MOST_BYTES: usize = MOST_MEBIBYTES << 20;
const MOST_MEBIBYTES: usize = 64;

/// Where a file begins.
const START: Place = Place { start: 0, end: 0, line: 1, column: 1 };

/// Reads the reference files of a house, each given as its name and its text.
///
/// `transcripts` is asked for the text of a file that a `transcript:` names: it is given the name
/// of the reference file and the path as written there. The library itself opens no file.
///
/// ```
/// let files = [("alaska.yaml", "facts:\n  - id: price\n    fact: Alaska cost $7.2 million.\n")];
/// let reference = factdiff::reference::load(files, |_, _| Err("not at hand".into())).expect("a good file");
/// assert_eq!(reference.facts[0].id, "price");
/// ```
///
/// # Errors
/// Everything that is wrong in any of the files, in their order: no draft should be judged by
/// half a reference.
pub fn load<'f>(
    files: impl IntoIterator<Item: Into<File<'f>>>,
    mut transcripts: impl FnMut(&str, &str) -> Result<String, String>,
) -> Result<Reference, Vec<LoadError>> {
    let mut found = Found { facts: Vec::new(), outline: Outline::default(), file: 0, defaults: None, alone: true };
    let files: Vec<File<'f>> = files.into_iter().map(Into::into).collect();
    let mut reader = Reader::new(("", ""), Usage::default(), &mut transcripts);
    for (file, number) in files.iter().zip(0_u32..) {
        let before = reader.errors.len();
        (reader.file, reader.text, reader.usage) = (&file.name, &file.text, file.usage);
        found.file = number;
        reader.read_file(&mut found);
        reader.errors[before..].sort_by_key(|error| (error.origin.line, error.origin.column));
    }
    if !reader.errors.is_empty() {
        return Err(reader.errors);
    }
    let outline = found.alone.then_some(found.outline);
    Ok(Reference { facts: found.facts.into(), outline })
}

/// Opens files that were read without a fault before, by the outline that was kept of them. Each
/// fact is read when somebody asks for it; none comes of files that have changed since.
pub fn reopen(files: Vec<File<'static>>, outline: Outline) -> Option<Reference> {
    Some(Reference { facts: Facts::unread(files, outline)?, outline: None })
}

/// What has been found in the files so far.
struct Found {
    facts: Vec<Fact>,
    outline: Outline,
    /// Which file is being read.
    file: u32,
    /// Which `defaults:` of the outline holds.
    defaults: Option<u32>,
    /// Whether each fact can be read again without the others.
    alone: bool,
}

/// Reads a YAML file of a house that is no file of facts: `read` is given each mapping at its root.
pub(crate) fn read_with(
    file: &str,
    text: &str,
    mut read: impl FnMut(&mut Reader<'_, '_>, &Node<'_>),
) -> Result<(), Vec<LoadError>> {
    let mut transcripts = |_: &str, _: &str| Err("transcripts belong to facts".to_owned());
    let mut reader = Reader::new((file, text), Usage::default(), &mut transcripts);
    let roots = reader.tree().roots;
    if reader.errors.is_empty() {
        roots.iter().filter(|root| !root.is_nothing()).for_each(|root| read(&mut reader, root));
    }
    reader.errors.sort_by_key(|error| (error.origin.line, error.origin.column));
    if reader.errors.is_empty() { Ok(()) } else { Err(reader.errors) }
}

/// The roots of a YAML file, with nothing in them understood.
pub(crate) fn roots<'t>(file: &'t str, text: &'t str) -> Result<Vec<Node<'t>>, Vec<LoadError>> {
    let mut transcripts = |_: &str, _: &str| Err("no transcript is read".to_owned());
    let mut reader = Reader::new((file, text), Usage::default(), &mut transcripts);
    let roots = reader.tree().roots;
    if reader.errors.is_empty() { Ok(roots) } else { Err(reader.errors) }
}

impl<'t> Reader<'t, '_> {
    /// What could be read of the file; what could not has been noted.
    fn tree(&mut self) -> Tree<'t> {
        if self.text.len() > MOST_BYTES {
            self.report_at(START, Problem::TooLarge { most: MOST_MEBIBYTES });
            return Tree::default();
        }
        let mut tree = tree::parse(self.text);
        for (place, problem) in tree.errors.drain(..) {
            self.report_at(place, problem);
        }
        tree
    }
}

impl Reader<'_, '_> {
    /// Appends the facts of the file.
    fn read_file(&mut self, found: &mut Found) {
        let before = self.errors.len();
        let Tree { roots, shares, .. } = self.tree();
        found.alone &= !shares;
        found.defaults = None;
        let broken = self.errors.len() > before;
        if !broken && roots.iter().all(Node::is_nothing) {
            self.report_at(START, Problem::NoFacts);
        }
        let mut defaults = Common::default();
        for root in &roots {
            match &root.content {
                // What stands after a syntax error is a bare list of facts.
                Content::List(items) if broken => self.append(items, &defaults, found),
                Content::Text(..) if broken || root.is_nothing() => {}
                Content::Map(_) => {
                    let Some(entries) = self.root(root, broken) else { continue };
                    let node = entries.get("defaults");
                    defaults = node.map(|node| self.defaults(node)).unwrap_or_default();
                    found.defaults = node.map(|node| {
                        found.alone &= tree::stands_alone(self.text, node.place.start);
                        found.outline.add_defaults(Mapping::of(found.file, node))
                    });
                    match entries.get("facts").map(|node| (&node.content, node)) {
                        Some((Content::List(items), _)) => self.append(items, &defaults, found),
                        Some((Content::Map(_) | Content::Text(..), node)) => {
                            self.wrong_type("facts", node, "a list of facts");
                        }
                        None => {}
                    }
                }
                Content::List(_) | Content::Text(..) => self.report(root, Problem::NoFacts),
            }
        }
    }

    /// The keys of a file; none where it is no file of facts at all.
    fn root<'n, 'y>(&mut self, root: &'n Node<'y>, broken: bool) -> Option<Entries<'n, 'y>> {
        let before = self.errors.len();
        let entries = self.entries("the file", root, &["defaults", "facts"])?;
        // A file may keep its one key while it has no facts yet.
        self.errors.retain(|error| !matches!(&error.problem, Problem::NoValue { key } if key == "facts"));
        let misspelled = self.errors[before..]
            .iter()
            .any(|error| matches!(error.problem, Problem::UnknownKey { nearest: Some("facts"), .. }));
        if entries.key("facts").is_none() && !misspelled && !broken {
            self.errors.truncate(before);
            self.report(root, Problem::NoFacts);
            return None;
        }
        Some(entries)
    }

    fn append(&mut self, items: &[Node<'_>], defaults: &Common, found: &mut Found) {
        found.facts.reserve(items.len());
        for item in items {
            let Some(fact) = self.fact(item, defaults) else { continue };
            found.alone &= fact.stands_alone() && tree::stands_alone(self.text, item.place.start);
            found.outline.add(Mapping::of(found.file, item), found.defaults, &fact);
            found.facts.push(fact);
        }
    }
}
