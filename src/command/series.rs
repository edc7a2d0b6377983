//! Every draft that is asked for: read, answered, written in order.
//!
//! Drafts are answered in batches, several at a time; a batch is written before the next is read,
//! so that memory does not grow with the number of drafts.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZeroUsize;
use std::path::Path;

use factdiff::extract::MOST;
use factdiff::lexicon::Usage;
use factdiff::report::{Name, Tally};
use factdiff::source::{self, Document, Format, LARGEST};
use jiff::civil;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::Failure;
use super::cli::input::{InputFormat, InputOptions};
use super::date::{self, Known};
use super::drafts::{self, Found};
use super::house::House;
use super::output::{Reader, complain};
use super::progress::{self, Progress};
use super::stream::{self, BadLine};
use super::unreadable::Unreadable;

/// How many drafts a batch has at most.
const BATCH: usize = 256;

/// How much of a stream is looked at ahead of what is answered, in bytes.
const AHEAD: usize = 1 << 18;

/// How a run over drafts went.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) tally: Tally,
    /// Drafts that could not be read.
    pub(super) unreadable: usize,
}

/// A draft that has been read.
pub(super) struct Draft<'a> {
    pub(super) name: Name<'a>,
    /// The file it was read from; none for standard input and streams.
    pub(super) file: Option<&'a Path>,
    pub(super) format: Format,
    pub(super) document: Document<'a>,
    pub(super) date: civil::Date,
    /// How the date is known.
    pub(super) known: Known,
}

/// Where drafts are answered, several at a time.
pub(super) trait Desk: Sync {
    /// What is said of one draft.
    type Sheet: Send;

    /// Answers a draft, and counts.
    fn answer(&self, draft: &Draft<'_>) -> (Self::Sheet, Tally);

    /// What is said in the report of a line of a stream that is no document; it is told beside the
    /// report all the same.
    fn refuse(&self, _number: usize, _bad: &BadLine) -> Option<Self::Sheet> {
        None
    }
}

impl<S: Send, F: Fn(&Draft<'_>) -> (S, Tally) + Sync> Desk for F {
    type Sheet = S;

    fn answer(&self, draft: &Draft<'_>) -> (S, Tally) {
        self(draft)
    }
}

/// Answers every draft and writes the answers in the order of the drafts.
pub(super) fn over<D: Desk>(
    input: &InputOptions,
    house: &House,
    desk: &D,
    write: impl FnMut(D::Sheet) -> Result<Reader, Failure>,
) -> Result<Run, Failure> {
    let workers = input.jobs.map_or(0, NonZeroUsize::get);
    ThreadPoolBuilder::new().num_threads(workers).build_global().map_err(Failure::Threads)?;
    let reading = Reading { told: input.date, usage: house.usage, desk };
    let mut series = Series { reading, write, run: Run::default(), progress: Progress::over(0) };
    let end = match input.input {
        InputFormat::Auto
        | InputFormat::Plain
        | InputFormat::Markdown
        | InputFormat::Html
        | InputFormat::Asciidoc
        | InputFormat::Rst
        | InputFormat::Latex => series.files(input, house),
        InputFormat::Jsonl => input.paths.iter().try_for_each(|path| series.stream(path)),
    };
    match end {
        Ok(()) | Err(Stop::ReaderGone) => Ok(series.run),
        Err(Stop::Failed(failure)) => Err(failure),
    }
}

/// Why a series ends before its last draft.
enum Stop {
    ReaderGone,
    Failed(Failure),
}

/// What came of one draft.
struct Answered<S> {
    /// None where there is nothing to say in the report.
    sheet: Option<S>,
    tally: Tally,
    /// Why it could not be read.
    fault: Option<String>,
}

struct Series<'s, D, W> {
    reading: Reading<'s, D>,
    write: W,
    run: Run,
    progress: Progress,
}

/// What it takes to answer one draft, whichever thread does it.
struct Reading<'s, D> {
    /// The date on the command line.
    told: Option<civil::Date>,
    /// What the house means by bare words.
    usage: Usage,
    desk: &'s D,
}

impl<D: Desk, W: FnMut(D::Sheet) -> Result<Reader, Failure>> Series<'_, D, W> {
    /// Answers the files that the paths name.
    fn files(&mut self, input: &InputOptions, house: &House) -> Result<(), Stop> {
        progress::heed_interrupts();
        if Progress::is_seen() {
            let mut all = 0;
            drafts::find::<Stop>(input, house, |_| {
                all += 1;
                Ok(())
            })?;
            self.progress = Progress::over(all);
        }
        let mut batch = Vec::new();
        drafts::find(input, house, |found| {
            batch.push(found);
            if batch.len() == BATCH { self.answer_files(&mut batch) } else { Ok(()) }
        })?;
        self.answer_files(&mut batch)
    }

    fn answer_files(&mut self, batch: &mut Vec<Result<Found, (String, Unreadable)>>) -> Result<(), Stop> {
        if progress::is_given_up() {
            return Err(Stop::Failed(Failure::Interrupted));
        }
        let reading = &self.reading;
        let answered: Vec<_> = batch.par_iter().map(|found| reading.file(found)).collect();
        self.progress.advance(batch.len());
        batch.clear();
        self.write(answered)
    }

    /// Answers the documents that a file, or standard input, sends one a line. What has arrived is
    /// answered at once: an engine may wait for the answer before it sends the next.
    fn stream(&mut self, path: &Path) -> Result<(), Stop> {
        let source: Box<dyn Read> = if path == Path::new("-") || path == Path::new(".") {
            Box::new(io::stdin().lock())
        } else {
            match File::open(path) {
                Ok(file) => Box::new(file),
                Err(error) => {
                    self.cannot_read(path, error);
                    return Ok(());
                }
            }
        };
        let mut lines = BufReader::with_capacity(AHEAD, source);
        let mut number = 0;
        loop {
            let mut batch = Vec::new();
            while batch.is_empty() || (batch.len() < BATCH && memchr::memchr(b'\n', lines.buffer()).is_some()) {
                let mut line = Vec::new();
                match next_line(&mut lines, &mut line) {
                    Ok(0) => break,
                    Ok(_) => number += 1,
                    Err(error) => {
                        self.cannot_read(path, error);
                        break;
                    }
                }
                if !line.trim_ascii().is_empty() {
                    batch.push((number, line));
                }
            }
            if batch.is_empty() {
                return Ok(());
            }
            let reading = &self.reading;
            let answered = batch.par_iter().map(|(number, line)| reading.line(*number, line)).collect();
            self.write(answered)?;
        }
    }

    /// Writes answers and counts them.
    fn write(&mut self, answered: Vec<Answered<D::Sheet>>) -> Result<(), Stop> {
        let Self { write, run, progress, .. } = self;
        progress.aside(|| {
            for Answered { sheet, tally, fault } in answered {
                run.tally.add(tally);
                run.unreadable += usize::from(fault.is_some());
                if let Some(fault) = fault {
                    complain(&fault);
                }
                let Some(sheet) = sheet else { continue };
                match write(sheet) {
                    Ok(Reader::Listening) => {}
                    Ok(Reader::Gone) => return Err(Stop::ReaderGone),
                    Err(failure) => return Err(Stop::Failed(failure)),
                }
            }
            Ok(())
        })
    }

    fn cannot_read(&mut self, path: &Path, error: io::Error) {
        self.run.unreadable += 1;
        complain(&format!("{}: {}", path.display(), Unreadable::from(error)));
    }
}

impl<D: Desk> Reading<'_, D> {
    fn file(&self, found: &Result<Found, (String, Unreadable)>) -> Answered<D::Sheet> {
        let answered = match found {
            Ok(found) => self.found(found).map_err(|error| format!("{}: {error}", found.name)),
            Err((name, error)) => Err(format!("{name}: {error}")),
        };
        answered.unwrap_or_else(|fault| Answered { sheet: None, tally: Tally::default(), fault: Some(fault) })
    }

    fn found(&self, found: &Found) -> Result<Answered<D::Sheet>, Unreadable> {
        let bytes = found.bytes()?;
        let text = drafts::text(&bytes, found.format)?;
        let document = text.read(found.format);
        Ok(self.draft(Name::Path(&found.name), document, found.format, self.told, found.file.as_deref()))
    }

    fn line(&self, number: usize, line: &[u8]) -> Answered<D::Sheet> {
        match stream::read(line) {
            Ok(sent) => {
                let date = sent.date.or(self.told);
                self.draft(Name::Id(&sent.id), source::read(&sent.text, sent.format), sent.format, date, None)
            }
            Err(bad) => Answered {
                sheet: self.desk.refuse(number, &bad),
                tally: Tally::default(),
                fault: Some(format!("line {number} {}", bad.message)),
            },
        }
    }

    /// Settles the date of a draft and answers it.
    fn draft(
        &self,
        name: Name<'_>,
        mut document: Document<'_>,
        format: Format,
        told: Option<civil::Date>,
        file: Option<&Path>,
    ) -> Answered<D::Sheet> {
        let (date, known) = date::of(told, &document, file);
        document.date = Some(date);
        document.usage = self.usage;
        if document.silences.iter().any(|silence| silence.until.is_some()) {
            document.lapse(date::today());
        }
        let called = match name {
            Name::Path(path) => path.to_owned(),
            Name::Id(id) => format!("document {id}"),
        };
        let (sheet, tally) = self.desk.answer(&Draft { name, file, format, document, date, known });
        let full = tally.claims >= MOST;
        let fault = full.then(|| {
            format!("{called}: only its first {MOST} claims are read; this is more data than a draft, split it")
        });
        Answered { sheet: Some(sheet), tally, fault }
    }
}

/// Reads a line as far as drafts may be long, and what is left of it not; the bytes that were read.
fn next_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let read = lines.by_ref().take(LARGEST as u64 + 1).read_until(b'\n', line)?;
    if read > LARGEST && !line.ends_with(b"\n") {
        lines.skip_until(b'\n')?;
    }
    Ok(read)
}
