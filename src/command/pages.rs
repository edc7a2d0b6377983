//! The reports that one run writes: the one that is asked for, and on GitHub the summary of the job.

use std::env;
use std::path::PathBuf;

use factdiff::finding::Rule;
use factdiff::report::{
    Article, Detail, End, Ending, Github, Gitlab, Html, Json, Jsonl, Junit, Markdown, Rdjson, Report, Sarif, Show,
    Tally, Text,
};

use super::Failure;
use super::cli::check::{CheckFormat, CheckOptions, ShowOption};
use super::output::{Output, Reader};

/// The variable that names the file of a job's summary.
const JOB_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// How many bytes GitHub takes for the summary of a step, less room for the last line.
const JOB_SUMMARY_ROOM: usize = (1 << 20) - 1024;

/// The reports of a run; the first is the one that is asked for.
pub(super) type Reports = Vec<Box<dyn Report>>;

/// The reports that the options ask for.
pub(super) fn reports(options: &CheckOptions) -> Reports {
    let show = match options.show {
        ShowOption::All => Show::All,
        ShowOption::Differences => Show::Differences,
    };
    // A patch is for programs.
    let ending = if options.quiet || options.mending.diff { Ending::None } else { Ending::Summary };
    let rounded = |name: &String| name == Rule::Rounded.name();
    let full = options.verbose || options.selection.select.iter().any(rounded);
    let detail = if full { Detail::Full } else { Detail::Usual };
    let asked: Box<dyn Report> = match options.format {
        CheckFormat::Text => Box::new(Text { show, detail, ending }),
        CheckFormat::Json => Box::new(Json { show }),
        CheckFormat::Jsonl => Box::new(Jsonl { show }),
        CheckFormat::Github => Box::new(Github::default()),
        CheckFormat::Gitlab => Box::new(Gitlab),
        CheckFormat::Sarif => Box::new(Sarif),
        CheckFormat::Junit => Box::new(Junit { fails: options.fail_on.level() }),
        CheckFormat::Rdjson => Box::new(Rdjson),
        CheckFormat::Markdown => Box::new(Markdown),
        CheckFormat::Html => Box::new(Html),
    };
    let summary = job_summary(options).map(|_| -> Box<dyn Report> { Box::new(Markdown) });
    std::iter::once(asked).chain(summary).collect()
}

/// What each report says of a draft.
pub(super) fn draft(reports: &Reports, article: &Article<'_>) -> Vec<Vec<u8>> {
    let page = |report: &dyn Report| {
        let mut out = Vec::new();
        report.draft(&mut out, article);
        out
    };
    reports.iter().map(|report| page(&**report)).collect()
}

/// Where the summary of the job goes, where there is one to write.
fn job_summary(options: &CheckOptions) -> Option<PathBuf> {
    let path = env::var_os(JOB_SUMMARY).filter(|path| !path.is_empty())?;
    (options.format == CheckFormat::Github).then(|| path.into())
}

/// The reports of a run as they are written, draft by draft.
pub(super) struct Pages<'r> {
    pages: Vec<Page<'r>>,
}

/// One report and where it goes.
struct Page<'r> {
    report: &'r dyn Report,
    output: Output,
    /// Whether something was said of a draft.
    said: bool,
    /// How many bytes the output still takes.
    room: usize,
    /// Drafts of which it did not take what was said.
    left_out: usize,
}

impl<'r> Pages<'r> {
    /// Opens the output of every report and writes their heads.
    pub(super) fn open(options: &CheckOptions, reports: &'r Reports) -> Result<Self, Failure> {
        let asked = match &options.output {
            Some(path) => Output::file(path)?,
            None => Output::standard(),
        };
        let mut outputs = vec![(asked, usize::MAX)];
        if let Some(path) = job_summary(options) {
            outputs.push((Output::behind(&path)?, JOB_SUMMARY_ROOM));
        }
        let page = |report: &'r dyn Report, output, room| Page { report, output, said: false, room, left_out: 0 };
        let zipped = reports.iter().zip(outputs);
        let mut pages = Self { pages: zipped.map(|(report, (output, room))| page(&**report, output, room)).collect() };
        for page in &mut pages.pages {
            let mut head = Vec::new();
            page.report.head(&mut head);
            page.output.write(&head)?;
        }
        Ok(pages)
    }

    /// Adds what is said of the next draft to each report.
    pub(super) fn add(&mut self, sheets: &[Vec<u8>]) -> Result<Reader, Failure> {
        for (page, sheet) in self.pages.iter_mut().zip(sheets) {
            if page.add(sheet)? == Reader::Gone {
                return Ok(Reader::Gone);
            }
        }
        Ok(Reader::Listening)
    }

    /// Writes what stands behind the last draft.
    pub(super) fn close(mut self, tally: &Tally, seconds: f64) -> Result<(), Failure> {
        for page in &mut self.pages {
            let mut out = Vec::new();
            if page.left_out > 0 {
                out.extend_from_slice(format!("\n{} more drafts have findings.\n", page.left_out).as_bytes());
            }
            page.report.tail(&mut out, &End { tally, seconds, said: page.said });
            page.output.write(&out)?;
        }
        Ok(())
    }
}

impl Page<'_> {
    fn add(&mut self, sheet: &[u8]) -> Result<Reader, Failure> {
        if sheet.is_empty() {
            return Ok(Reader::Listening);
        }
        let mut out = Vec::new();
        let before = if self.said { self.report.between() } else { self.report.lead() };
        out.extend_from_slice(before.as_bytes());
        self.report.add(&mut out, sheet);
        let Some(room) = self.room.checked_sub(out.len()) else {
            self.left_out += 1;
            return Ok(Reader::Listening);
        };
        (self.said, self.room) = (true, room);
        self.output.write(&out)
    }
}
