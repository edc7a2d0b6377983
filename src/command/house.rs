//! The house that drafts belong to: the `factdiff.yaml` that holds for each, and the reference.

use std::collections::HashMap;
use std::path::{self, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use factdiff::config::{self, Config, FILE};
use factdiff::finding::Selection;
use factdiff::lexicon::Usage;
use factdiff::reference::{PACKS, Pack};
use factdiff::report::fault;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::Failure;
use super::cli::input::{InputFormat, InputOptions};
use super::output::{complain, tell};
use super::unreadable::{Unreadable, text_of};

/// Where a house keeps its facts unless it says otherwise.
const CLAIMS: &str = "claims";

/// A house: where its facts lie, and what it wants of its drafts.
#[derive(Clone, Debug)]
pub(super) struct House {
    /// The reference files and folders.
    pub(super) claims: Vec<PathBuf>,
    /// The facts that come with the program.
    pub(super) packs: Vec<&'static Pack>,
    /// What it means by bare words.
    pub(super) usage: Usage,
    settings: Arc<Settings>,
}

impl House {
    /// The house of drafts at these paths, with the reference that is named, where one is.
    pub(super) fn of(drafts: &[PathBuf], claims: &[PathBuf]) -> Result<Self, Failure> {
        let settings = Arc::new(Settings::default());
        let mut own: Option<Vec<PathBuf>> = None;
        let (mut usage, mut builtin) = (None, None);
        for path in drafts {
            let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
            let found = settings.claims(folder)?;
            if let Some(config) = settings.of(folder)? {
                usage = usage.or(config.config.usage);
                builtin = builtin.or_else(|| config.config.builtin.clone());
            }
            match &own {
                Some(own) if !is_same(own, &found) && claims.is_empty() => return Err(Failure::TwoHouses),
                Some(_) => {}
                None => own = Some(found),
            }
        }
        let claims = if claims.is_empty() { own.unwrap_or_default() } else { claims.to_vec() };
        // A house with facts of its own is checked by others only where it says so.
        let packs = builtin.unwrap_or_else(|| if claims.is_empty() { PACKS.iter().collect() } else { Vec::new() });
        Ok(Self { claims, packs, usage: usage.unwrap_or_default(), settings })
    }

    /// What is reported of a draft; for one without a file, what the current folder says.
    pub(super) fn selection(&self, file: Option<&Path>) -> Result<Selection, Failure> {
        let file = file.unwrap_or(Path::new("-"));
        let Some(config) = self.settings.of(file.parent().unwrap_or(Path::new("")))? else {
            return Ok(Selection::default());
        };
        Ok(config.selection(file))
    }

    /// Whether a file or folder below a folder that was named is no draft.
    pub(super) fn excludes(&self, path: &Path, is_folder: bool) -> bool {
        let config = path.parent().map(|folder| self.settings.of(folder));
        matches!(config, Some(Ok(Some(config))) if config.excludes(path, is_folder))
    }

    /// Whether a file that was named would be no draft if its folder had been named.
    pub(super) fn excludes_named(&self, file: &Path) -> bool {
        let config = file.parent().map(|folder| self.settings.of(folder));
        matches!(config, Some(Ok(Some(config))) if config.excludes_named(file))
    }
}

impl InputOptions {
    /// Fills in the drafts where none are named: standard input for a stream, else those that the
    /// current folder's house names, else the current folder.
    pub(super) fn settle(&mut self) -> Result<(), Failure> {
        if !self.paths.is_empty() {
            return Ok(());
        }
        if self.input == InputFormat::Jsonl {
            self.paths.push(PathBuf::from("-"));
            return Ok(());
        }
        if let Some(config) = Settings::default().of(Path::new(""))? {
            self.paths = config.below(&config.config.drafts);
        }
        if self.paths.is_empty() {
            self.paths.push(PathBuf::from("."));
        }
        Ok(())
    }
}

/// Whether two lists name the same files, however they are written.
fn is_same(one: &[PathBuf], other: &[PathBuf]) -> bool {
    let real = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    one.iter().map(real).eq(other.iter().map(real))
}

/// Every `factdiff.yaml` that was looked for, by the folder it holds for.
#[derive(Debug, Default)]
struct Settings {
    known: Mutex<HashMap<PathBuf, Known>>,
}

/// What is known of a folder.
#[derive(Clone, Debug)]
enum Known {
    None,
    Config(Arc<Located>),
    /// It has faults, which have been told.
    Broken(String),
}

/// A `factdiff.yaml` that was read.
#[derive(Debug)]
struct Located {
    folder: PathBuf,
    config: Config,
    excluded: Gitignore,
    /// Which drafts each entry of `overrides` is for.
    overrides: Vec<Gitignore>,
}

impl Settings {
    /// What holds for the files of a folder.
    fn of(&self, folder: &Path) -> Result<Option<Arc<Located>>, Failure> {
        let folder = path::absolute(if folder == Path::new("") { Path::new(".") } else { folder });
        let Ok(folder) = folder else { return Ok(None) };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known.get(&folder).cloned().unwrap_or_else(|| look_up(&folder, &known));
        known.entry(folder).or_insert_with(|| found.clone());
        match found {
            Known::None => Ok(None),
            Known::Config(config) => Ok(Some(config)),
            Known::Broken(file) => Err(Failure::Config { file }),
        }
    }

    /// Where the facts for the drafts of a folder lie.
    fn claims(&self, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
        let config = self.of(folder)?;
        if let Some(config) = config {
            let named = config.below(&config.config.claims);
            if !named.is_empty() {
                return Ok(named);
            }
            let beside = config.below(&[CLAIMS.to_owned()]);
            if beside.iter().all(|folder| folder.is_dir()) {
                return Ok(beside);
            }
        }
        Ok(if Path::new(CLAIMS).is_dir() { vec![PathBuf::from(CLAIMS)] } else { Vec::new() })
    }
}

/// The file in the folder or the nearest above it, up to the root of the repository.
fn look_up(folder: &Path, known: &HashMap<PathBuf, Known>) -> Known {
    for folder in folder.ancestors() {
        if let Some(found) = known.get(folder) {
            return found.clone();
        }
        let file = folder.join(FILE);
        if file.is_file() {
            return read(folder, &file);
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    Known::None
}

fn read(folder: &Path, file: &Path) -> Known {
    let name = relative(file).display().to_string();
    let text = match text_of(file) {
        Ok(text) => text,
        Err(error) => {
            complain(&format!("{name}: {error}"));
            return Known::Broken(name);
        }
    };
    let config = match config::read(&name, &text) {
        Ok(config) => config,
        Err(errors) => {
            for error in &errors {
                tell(&fault::fault(error, &text));
            }
            return Known::Broken(name);
        }
    };
    let patterns: Result<Vec<Gitignore>, ignore::Error> =
        config.overrides.iter().map(|one| globs(folder, &one.paths)).collect();
    match (globs(folder, &config.exclude), patterns) {
        (Ok(excluded), Ok(overrides)) => {
            Known::Config(Arc::new(Located { folder: folder.to_owned(), config, excluded, overrides }))
        }
        (Err(error), _) | (_, Err(error)) => {
            complain(&format!("{name}: {}", Unreadable::Walk(error)));
            Known::Broken(name)
        }
    }
}

fn globs(folder: &Path, patterns: &[String]) -> Result<Gitignore, ignore::Error> {
    let mut builder = GitignoreBuilder::new(folder);
    for pattern in patterns {
        builder.add_line(None, pattern)?;
    }
    builder.build()
}

/// A path from the current folder, where it lies below that.
fn relative(file: &Path) -> PathBuf {
    let here = path::absolute(".").unwrap_or_default();
    file.strip_prefix(&here).unwrap_or(file).to_owned()
}

impl Located {
    /// Paths that are written from the file's folder.
    fn below(&self, paths: &[String]) -> Vec<PathBuf> {
        let path = |path: &String| match relative(&self.folder.join(path)) {
            here if here == Path::new("") => PathBuf::from("."),
            path => path,
        };
        paths.iter().map(path).collect()
    }

    fn selection(&self, file: &Path) -> Selection {
        let file = path::absolute(file).unwrap_or_default();
        let holds = |index: usize| {
            let globs = self.overrides.get(index).filter(|_| file.starts_with(&self.folder));
            globs.is_some_and(|globs| globs.matched_path_or_any_parents(&file, false).is_ignore())
        };
        self.config.selection(holds)
    }

    fn excludes_named(&self, file: &Path) -> bool {
        let file = path::absolute(file).unwrap_or_default();
        file.starts_with(&self.folder) && self.excluded.matched_path_or_any_parents(&file, false).is_ignore()
    }

    fn excludes(&self, path: &Path, is_folder: bool) -> bool {
        let path = path::absolute(path).unwrap_or_default();
        path.starts_with(&self.folder) && self.excluded.matched(&path, is_folder).is_ignore()
    }
}
