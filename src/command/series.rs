//! Every draft that is asked for: read, answered, written in order.
//!
//! Drafts are answered in batches, several at a time; a batch is written before the next is read,
//! so that memory does not grow with the number of drafts.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use factdiff::report::{Name, Tally, jsonl};
use factdiff::source::{self, Document, Format, LARGEST};
use jiff::civil;

use super::cli::{InputFormat, InputOptions};
use super::date::{self, Known};
use super::drafts::{self, Found};
use super::output::{Output, Reader, complain};
use super::unreadable::Unreadable;
use super::{Failure, stream};

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

/// Answers one draft: appends to the output and counts.
pub(super) type Answer<'a> = &'a (dyn Fn(&Draft<'_>, &mut Vec<u8>) -> Tally + Sync);

/// Answers every draft and writes the answers in the order of the drafts.
pub(super) fn over(
    input: &InputOptions,
    claims: &[PathBuf],
    output: &mut Output,
    answer: Answer<'_>,
) -> Result<Run, Failure> {
    let reading = Reading { told: input.date, answer };
    let mut series = Series { reading, output, run: Run::default() };
    let end = match input.input {
        InputFormat::Auto
        | InputFormat::Plain
        | InputFormat::Markdown
        | InputFormat::Html
        | InputFormat::Asciidoc
        | InputFormat::Rst
        | InputFormat::Latex => series.files(input, claims),
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
struct Answered {
    out: Vec<u8>,
    tally: Tally,
    fault: Option<Fault>,
}

/// Why a draft has no answer.
enum Fault {
    /// To be told beside the report.
    Unreadable(String),
    /// Told in the report too, for an engine that waits for an answer.
    BadLine(String),
}

struct Series<'s> {
    reading: Reading<'s>,
    output: &'s mut Output,
    run: Run,
}

/// What it takes to answer one draft, whichever thread does it.
#[derive(Clone, Copy)]
struct Reading<'s> {
    /// The date on the command line.
    told: Option<civil::Date>,
    answer: Answer<'s>,
}

impl Series<'_> {
    /// Answers the files that the paths name.
    fn files(&mut self, input: &InputOptions, claims: &[PathBuf]) -> Result<(), Stop> {
        let mut batch = Vec::new();
        drafts::find(&input.paths, input.input, claims, |found| {
            batch.push(found);
            if batch.len() == BATCH { self.answer_files(&mut batch) } else { Ok(()) }
        })?;
        self.answer_files(&mut batch)
    }

    fn answer_files(&mut self, batch: &mut Vec<Result<Found, (String, Unreadable)>>) -> Result<(), Stop> {
        let reading = self.reading;
        let answered = in_parallel(batch, |found| reading.file(found));
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
            let reading = self.reading;
            let answered = in_parallel(&batch, |(number, line)| reading.line(*number, line));
            self.write(answered)?;
        }
    }

    /// Writes answers and counts them.
    fn write(&mut self, answered: Vec<Answered>) -> Result<(), Stop> {
        for Answered { out, tally, fault } in answered {
            self.run.tally.add(tally);
            self.run.unreadable += usize::from(fault.is_some());
            match fault {
                Some(Fault::Unreadable(complaint) | Fault::BadLine(complaint)) => complain(&complaint),
                None => {}
            }
            match self.output.write(&out) {
                Ok(Reader::Listening) => {}
                Ok(Reader::Gone) => return Err(Stop::ReaderGone),
                Err(failure) => return Err(Stop::Failed(failure)),
            }
        }
        Ok(())
    }

    fn cannot_read(&mut self, path: &Path, error: io::Error) {
        self.run.unreadable += 1;
        complain(&format!("{}: {}", path.display(), Unreadable::from(error)));
    }
}

impl Reading<'_> {
    fn file(&self, found: &Result<Found, (String, Unreadable)>) -> Answered {
        let answered = match found {
            Ok(found) => self.found(found).map_err(|error| format!("{}: {error}", found.name)),
            Err((name, error)) => Err(format!("{name}: {error}")),
        };
        answered.unwrap_or_else(|complaint| Answered {
            out: Vec::new(),
            tally: Tally::default(),
            fault: Some(Fault::Unreadable(complaint)),
        })
    }

    fn found(&self, found: &Found) -> Result<Answered, Unreadable> {
        let bytes = found.bytes()?;
        let text = drafts::text(&bytes, found.format)?;
        let document = text.read(found.format);
        Ok(self.draft(Name::Path(&found.name), (document, found.format), self.told, found.file.as_deref()))
    }

    fn line(&self, number: usize, line: &[u8]) -> Answered {
        match stream::read(line) {
            Ok(sent) => {
                let date = sent.date.or(self.told);
                self.draft(Name::Id(&sent.id), (source::read(&sent.text, sent.format), sent.format), date, None)
            }
            Err(bad) => {
                let mut out = Vec::new();
                jsonl::error(&mut out, number, bad.id.as_ref(), &bad.message);
                Answered {
                    out,
                    tally: Tally::default(),
                    fault: Some(Fault::BadLine(format!("line {number} {}", bad.message))),
                }
            }
        }
    }

    /// Settles the date of a draft and answers it.
    fn draft(
        &self,
        name: Name<'_>,
        (mut document, format): (Document<'_>, Format),
        told: Option<civil::Date>,
        file: Option<&Path>,
    ) -> Answered {
        let (date, known) = date::of(told, &document, file);
        document.date = Some(date);
        if document.silences.iter().any(|silence| silence.until.is_some()) {
            document.lapse(date::today());
        }
        let mut out = Vec::new();
        let tally = (self.answer)(&Draft { name, file, format, document, date, known }, &mut out);
        Answered { out, tally, fault: None }
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

/// Does the work for every item, as many at a time as the machine can, and keeps their order.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    if workers <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(take)).collect();
        let join = |worker: thread::ScopedJoinHandle<'_, _>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().flat_map(join).collect()
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
