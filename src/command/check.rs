//! `factdiff check`: the drafts held against the house's facts.

use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use factdiff::check::{Checked, Index, extract_and_check, select};
use factdiff::finding::{Finding, Level, Selection};
use factdiff::reference::Reference;
use factdiff::report::{self, Article, Tally, jsonl};
use factdiff::source::{self, Document, Format};

use super::cli::check::{CheckFormat, CheckOptions, MendingOptions};
use super::cli::input::InputFormat;
use super::house::House;
use super::output::{complain, remark, say};
use super::pages::{self, Pages, Reports};
use super::replace::{self, ReplaceError};
use super::scope::{Past, Scope};
use super::selection::Wanted;
use super::series::{self, Desk, Draft};
use super::stream::BadLine;
use super::{Failure, Status, claims, fix};

pub(super) fn run(options: &CheckOptions) -> Result<Status, Failure> {
    let started = Instant::now();
    let mending = Mending::of(options)?;
    let house = House::of(&options.input.paths, &options.claims)?;
    let mut opened = claims::open(&house)?;
    let (reference, index) = opened.index();
    let wanted = Wanted::of(&options.selection, reference)?;
    let mut selection = house.selection(None)?;
    wanted.narrow(&mut selection);
    let reports = pages::reports(options);
    let desk = CheckDesk {
        options,
        reports: &reports,
        reference,
        index,
        scope: Scope::of(options, &house, reference, &selection)?,
        house: &house,
        wanted,
        mending,
        mended: Mutex::default(),
        faults: Mutex::default(),
    };
    let mut pages = Pages::open(options, &reports)?;
    let run = series::over(&options.input, &house, &desk, |sheet: Sheet| {
        if let Some(stats) = sheet.stats {
            say(&stats);
        }
        pages.add(&sheet.pages)
    })?;
    let seconds = started.elapsed().as_secs_f64();
    pages.close(&run.tally, seconds)?;
    if options.stats {
        say(&format!("{} bytes in {seconds:.3} seconds", run.tally.bytes));
    }
    // Whoever reads the log of a run sees why it failed.
    if let (Some(file), false) = (&options.output, options.quiet) {
        remark(&format!("{}: see {}", report::summed(&run.tally), file.display()));
    }
    let failed = desk.close()?;
    let found = options.fail_on.level().is_some_and(|least| run.tally.gravest() >= Some(least));
    Ok(match found {
        _ if run.unreadable + failed > 0 => Status::Failed,
        true => Status::Found,
        false => Status::Clean,
    })
}

/// What is done with the replacements that findings carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mending {
    /// They are shown with the findings.
    None,
    /// They are written into the drafts.
    Write,
    /// They are printed as a patch.
    Patch,
}

impl Mending {
    fn of(options: &CheckOptions) -> Result<Self, Failure> {
        let MendingOptions { fix, diff } = options.mending;
        let stream = options.input.input == InputFormat::Jsonl;
        let unnamed = options.input.paths.iter().any(|path| path == Path::new("-"));
        match (fix, diff) {
            (true, _) if stream || unnamed => Err(Failure::NothingToFix),
            (_, true) if stream => Err(Failure::NothingToPatch),
            (true, _) => Ok(Self::Write),
            (_, true) => Ok(Self::Patch),
            (false, false) => Ok(Self::None),
        }
    }
}

/// Where drafts are checked: the facts, and what was asked for.
struct CheckDesk<'r> {
    options: &'r CheckOptions,
    reports: &'r Reports,
    reference: &'r Reference,
    index: Index<'r>,
    house: &'r House,
    wanted: Wanted<'r>,
    scope: Scope<'r>,
    mending: Mending,
    mended: Mutex<Mended>,
    /// What went wrong with single drafts.
    faults: Mutex<Vec<String>>,
}

/// How much was put right.
#[derive(Default)]
struct Mended {
    findings: usize,
    drafts: usize,
}

/// What is said of one draft.
#[derive(Default)]
struct Sheet {
    /// In each report of the run; nothing of a draft that is none of its business.
    pages: Vec<Vec<u8>>,
    /// Beside them.
    stats: Option<String>,
}

impl Desk for CheckDesk<'_> {
    type Sheet = Sheet;

    fn answer(&self, draft: &Draft<'_>, hand_on: &mut dyn FnMut(Sheet)) -> Tally {
        let (sheet, tally) = self.judged(draft);
        hand_on(sheet);
        tally
    }

    fn refuse(&self, number: usize, bad: &BadLine) -> Option<Sheet> {
        if self.options.format != CheckFormat::Jsonl {
            return None;
        }
        let mut out = Vec::new();
        jsonl::error(&mut out, number, bad.id.as_ref(), &bad.message);
        Some(Sheet { pages: vec![out], stats: None })
    }
}

impl CheckDesk<'_> {
    /// Checks one draft for its reports, or its patch.
    fn judged(&self, draft: &Draft<'_>) -> (Sheet, Tally) {
        let terms = match self.terms(draft) {
            Ok(Terms { past: Past::Same, .. }) => return (Sheet::default(), Tally::default()),
            Ok(terms) => terms,
            Err(failure) => {
                self.fail(draft, &failure);
                return (Sheet::default(), Tally::default());
            }
        };
        match self.mending {
            Mending::None => self.report(draft, &terms, &draft.document),
            Mending::Write => match self.mend(draft, &terms) {
                Ok(text) => self.report(draft, &terms, &read(draft, &text)),
                Err(error) => {
                    self.fail(draft, &error);
                    self.report(draft, &terms, &draft.document)
                }
            },
            Mending::Patch => {
                let mended = fix::mend(draft.document.file, &|text| self.findings(draft, &terms, text));
                let mut patch = String::new();
                if draft.format == Format::Office && mended.fixed > 0 {
                    self.fail(draft, &ReplaceError::Office);
                } else {
                    patch = fix::patch(&draft.name.to_string(), draft.document.file, &mended.text);
                    self.count(mended.fixed);
                }
                let tally = Tally::of(draft.document.file.len(), &self.judge(draft, &terms, &draft.document));
                (Sheet { pages: vec![patch.into_bytes()], stats: self.stats(draft) }, tally)
            }
        }
    }
}

/// By what one draft is judged.
struct Terms<'d> {
    /// What is known of it already.
    past: Past<'d>,
    /// What is reported of it.
    selection: Selection,
}

impl CheckDesk<'_> {
    fn terms<'d>(&self, draft: &Draft<'d>) -> Result<Terms<'d>, Failure> {
        let past = self.scope.past(draft)?;
        let mut selection = self.house.selection(draft.file)?;
        self.wanted.narrow(&mut selection);
        Ok(Terms { past, selection })
    }

    /// Puts a draft's file right; its text then.
    fn mend<'d>(&self, draft: &Draft<'d>, terms: &Terms<'_>) -> Result<Cow<'d, str>, ReplaceError> {
        let old = draft.document.file;
        let mended = fix::mend(old, &|text| self.findings(draft, terms, text));
        let (Some(file), true) = (draft.file, mended.fixed > 0) else { return Ok(Cow::Borrowed(old)) };
        if draft.format == Format::Office {
            return Err(ReplaceError::Office);
        }
        let encoded =
            |text| draft.document.encoding.encode(text).ok_or(ReplaceError::Unwritable(draft.document.encoding));
        replace::replace(file, &encoded(old)?, &encoded(&mended.text)?)?;
        self.count(mended.fixed);
        Ok(Cow::Owned(mended.text))
    }

    /// What is found in another text of a draft.
    fn findings(&self, draft: &Draft<'_>, terms: &Terms<'_>, text: &str) -> Vec<Finding> {
        self.judge(draft, terms, &read(draft, text)).findings
    }

    fn judge<'t>(&self, draft: &Draft<'_>, terms: &Terms<'_>, document: &'t Document<'_>) -> Checked<'t> {
        let checked = extract_and_check(document, &self.index, draft.known.now(draft.date));
        let mut checked = select(document, checked, self.reference, &terms.selection);
        self.scope.sift(draft.name, &terms.past, document.file, &mut checked);
        checked
    }

    fn report(&self, draft: &Draft<'_>, terms: &Terms<'_>, document: &Document<'_>) -> (Sheet, Tally) {
        let mut checked = self.judge(draft, terms, document);
        let tally = Tally::of(document.file.len(), &checked);
        if self.options.quiet {
            checked.findings.retain(|finding| finding.level > Level::Note);
        }
        let article = Article { name: draft.name, document, checked: &checked, reference: self.reference };
        (Sheet { pages: pages::draft(self.reports, &article), stats: self.stats(draft) }, tally)
    }

    /// What was taken for granted of a draft, where that is asked.
    fn stats(&self, draft: &Draft<'_>) -> Option<String> {
        let Draft { name, document, date, known, .. } = draft;
        (self.options.stats || self.options.verbose)
            .then(|| format!("{name}: {}, dated {date}, {known}", document.encoding.name()))
    }

    fn count(&self, fixed: usize) {
        let mut mended = self.mended.lock().expect("no worker panics with it in hand");
        mended.findings += fixed;
        mended.drafts += usize::from(fixed > 0);
    }

    fn fail(&self, draft: &Draft<'_>, error: &dyn fmt::Display) {
        self.faults.lock().expect("no worker panics with it in hand").push(format!("{}: {error}", draft.name));
    }

    /// Says what was done beside the report; how many drafts it failed for.
    fn close(&self) -> Result<usize, Failure> {
        let mut faults = self.faults.lock().expect("all workers are done");
        faults.sort_unstable();
        faults.iter().for_each(|fault| complain(fault));
        let Mended { findings, drafts } = *self.mended.lock().expect("all workers are done");
        let counted = |number: usize, thing: &str| format!("{number} {thing}{}", if number == 1 { "" } else { "s" });
        let (findings, drafts) = (counted(findings, "finding"), counted(drafts, "draft"));
        let mended = match self.mending {
            Mending::None => None,
            Mending::Write => Some(format!("{findings} put right in {drafts}")),
            Mending::Patch => Some(format!("{findings} would be put right in {drafts}")),
        };
        for said in mended.into_iter().chain(self.scope.close()?).filter(|_| !self.options.quiet) {
            remark(&said);
        }
        Ok(faults.len())
    }
}

/// Another text of a draft, read as the draft was.
fn read<'t>(draft: &Draft<'_>, text: &'t str) -> Document<'t> {
    let mut document = source::read(text, draft.format);
    document.date = Some(draft.date);
    document.encoding = draft.document.encoding;
    document.usage = draft.document.usage;
    document
}
