//! Every draft that is asked for: read, answered, written in order.
//!
//! Drafts are answered in batches, several at a time; a batch is written before the next is read,
//! so that memory does not grow with the number of drafts. What is said of the first that is not
//! done is written while it is said, so that it grows with their length as little as may be.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};

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

/// How many pieces may have been said that nobody has looked at yet.
const UNHEARD: usize = 16;

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
    /// What is said of one draft, or a piece of it.
    type Sheet: Send;

    /// Answers a draft, handing on what it says of it in one piece or several, and counts.
    fn answer(&self, draft: &Draft<'_>, hand_on: &mut dyn FnMut(Self::Sheet)) -> Tally;

    /// What is said in the report of a line of a stream that is no document; it is told beside the
    /// report all the same.
    fn refuse(&self, _number: usize, _bad: &BadLine) -> Option<Self::Sheet> {
        None
    }
}

impl<S: Send, F: Fn(&Draft<'_>) -> (S, Tally) + Sync> Desk for F {
    type Sheet = S;

    fn answer(&self, draft: &Draft<'_>, hand_on: &mut dyn FnMut(S)) -> Tally {
        let (sheet, tally) = self(draft);
        hand_on(sheet);
        tally
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
#[derive(Default)]
struct Answered {
    tally: Tally,
    /// Why it could not be read.
    fault: Option<String>,
}

/// What is heard of a draft.
enum Said<S> {
    Piece(S),
    /// The last of it.
    End(Answered),
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
        self.answer(batch, |reading, found, hand_on| reading.file(found, hand_on))?;
        self.progress.advance(batch.len());
        batch.clear();
        Ok(())
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
            self.answer(&batch, |reading, (number, line), hand_on| reading.line(*number, line, hand_on))?;
        }
    }

    /// Answers the drafts of a batch, several at a time, and writes what is said of them in their order.
    fn answer<T: Sync>(
        &mut self,
        batch: &[T],
        answer: impl Fn(&Reading<'_, D>, &T, &mut dyn FnMut(D::Sheet)) -> Answered + Sync,
    ) -> Result<(), Stop> {
        let Self { reading, write, run, progress } = self;
        let (reading, (say, hear)) = (&*reading, sync_channel(UNHEARD));
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                batch.par_iter().enumerate().for_each_with(say, |say, (index, draft)| {
                    // Nobody hears it once the report cannot be written.
                    let answered = answer(reading, draft, &mut |piece| drop(say.send((index, Said::Piece(piece)))));
                    drop(say.send((index, Said::End(answered))));
                });
            });
            in_order(hear, batch.len(), |said| {
                progress.aside(|| match said {
                    Said::Piece(sheet) => match write(sheet) {
                        Ok(Reader::Listening) => Ok(()),
                        Ok(Reader::Gone) => Err(Stop::ReaderGone),
                        Err(failure) => Err(Stop::Failed(failure)),
                    },
                    Said::End(Answered { tally, fault }) => {
                        run.tally.add(tally);
                        run.unreadable += usize::from(fault.is_some());
                        if let Some(fault) = fault {
                            complain(&fault);
                        }
                        Ok(())
                    }
                })
            })
        })
    }

    fn cannot_read(&mut self, path: &Path, error: io::Error) {
        self.run.unreadable += 1;
        complain(&format!("{}: {}", path.display(), Unreadable::from(error)));
    }
}

impl<D: Desk> Reading<'_, D> {
    fn file(&self, found: &Result<Found, (String, Unreadable)>, hand_on: &mut dyn FnMut(D::Sheet)) -> Answered {
        let answered = match found {
            Ok(found) => self.found(found, hand_on).map_err(|error| format!("{}: {error}", found.name)),
            Err((name, error)) => Err(format!("{name}: {error}")),
        };
        answered.unwrap_or_else(|fault| Answered { fault: Some(fault), ..Answered::default() })
    }

    fn found(&self, found: &Found, hand_on: &mut dyn FnMut(D::Sheet)) -> Result<Answered, Unreadable> {
        let bytes = found.bytes()?;
        let text = drafts::text(&bytes, found.format)?;
        let document = text.read(found.format);
        let origin = Origin { format: found.format, told: self.told, file: found.file.as_deref() };
        Ok(self.draft(Name::Path(&found.name), document, origin, hand_on))
    }

    fn line(&self, number: usize, line: &[u8], hand_on: &mut dyn FnMut(D::Sheet)) -> Answered {
        match stream::read(line) {
            Ok(sent) => {
                let origin = Origin { format: sent.format, told: sent.date.or(self.told), file: None };
                self.draft(Name::Id(&sent.id), source::read(&sent.text, sent.format), origin, hand_on)
            }
            Err(bad) => {
                self.desk.refuse(number, &bad).into_iter().for_each(hand_on);
                Answered { fault: Some(format!("line {number} {}", bad.message)), ..Answered::default() }
            }
        }
    }

    /// Settles the date of a draft and answers it.
    fn draft(
        &self,
        name: Name<'_>,
        mut document: Document<'_>,
        Origin { format, told, file }: Origin<'_>,
        hand_on: &mut dyn FnMut(D::Sheet),
    ) -> Answered {
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
        let tally = self.desk.answer(&Draft { name, file, format, document, date, known }, hand_on);
        let full = tally.claims >= MOST;
        let fault = full.then(|| {
            format!("{called}: only its first {MOST} claims are read; this is more data than a draft, split it")
        });
        Answered { tally, fault }
    }
}

/// Where a draft comes from.
#[derive(Clone, Copy)]
struct Origin<'a> {
    format: Format,
    /// The date it was sent with, or that of the command line.
    told: Option<civil::Date>,
    file: Option<&'a Path>,
}

/// Gives what is heard of so many drafts to `take` in the order of the drafts: of the first that has not ended at once,
/// of the others when it is their turn.
fn in_order<S>(
    hear: Receiver<(usize, Said<S>)>,
    drafts: usize,
    mut take: impl FnMut(Said<S>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut waiting: Vec<Vec<Said<S>>> = (0..drafts).map(|_| Vec::new()).collect();
    let mut turn = 0;
    for (index, said) in hear {
        if index != turn {
            waiting[index].push(said);
            continue;
        }
        let mut ended = matches!(said, Said::End(_));
        take(said)?;
        while ended && turn + 1 < drafts {
            turn += 1;
            let kept = std::mem::take(&mut waiting[turn]);
            ended = matches!(kept.last(), Some(Said::End(_)));
            kept.into_iter().try_for_each(&mut take)?;
        }
    }
    Ok(())
}

/// Reads a line as far as drafts may be long, and what is left of it not; the bytes that were read.
fn next_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let read = lines.by_ref().take(LARGEST as u64 + 1).read_until(b'\n', line)?;
    if read > LARGEST && !line.ends_with(b"\n") {
        lines.skip_until(b'\n')?;
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::{Answered, Said, in_order};

    #[test]
    fn what_is_said_of_drafts_is_heard_in_their_order() {
        let (say, hear) = sync_channel(8);
        let end = || Said::End(Answered::default());
        let said = [(1, Said::Piece("b")), (0, Said::Piece("a")), (2, Said::Piece("d")), (1, Said::Piece("c"))];
        for (draft, said) in said.into_iter().chain([(1, end()), (0, end()), (2, end())]) {
            say.send((draft, said)).expect("there is room for eight");
        }
        drop(say);
        let mut heard = String::new();
        let all = in_order(hear, 3, |said| {
            heard.push_str(match said {
                Said::Piece(piece) => piece,
                Said::End(_) => ".",
            });
            Ok(())
        });
        assert!(all.is_ok());
        assert_eq!(heard, "a.bc.d.");
    }
}
