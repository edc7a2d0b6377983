//! Every draft that is asked for, one after another: read, answered, written.

use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use factdiff::report::{Name, Tally, jsonl};
use factdiff::source::{self, Document, Format};
use jiff::civil;

use super::cli::{InputFormat, InputOptions};
use super::drafts::{self, Found, Unreadable};
use super::output::{Output, Reader, complain};
use super::{Failure, stream};

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
    pub(super) document: Document<'a>,
    pub(super) date: civil::Date,
}

/// Answers one draft: appends to the output and counts.
pub(super) type Answer<'a> = &'a dyn Fn(&Draft<'_>, &mut Vec<u8>) -> Tally;

/// Why a run over drafts ends before its last one.
enum Stop {
    ReaderGone,
    Failed(Failure),
}

/// Answers every draft and writes each answer before the next draft is read.
pub(super) fn over(
    input: &InputOptions,
    claims: &[PathBuf],
    output: &mut Output,
    answer: Answer<'_>,
) -> Result<Run, Failure> {
    let mut run = Run::default();
    let end = match input.input {
        InputFormat::Auto | InputFormat::Plain | InputFormat::Markdown => {
            drafts::find(&input.paths, input.input, claims, |found| {
                let result =
                    found.and_then(|found| run.file(input, &found, answer).map_err(|error| (found.name, error)));
                match result {
                    Ok(bytes) => pass_on(output, &bytes),
                    Err((name, error)) => {
                        run.unreadable += 1;
                        complain(&format!("{name}: {error}"));
                        Ok(())
                    }
                }
            })
        }
        InputFormat::Jsonl => input.paths.iter().try_for_each(|path| {
            let lines: Box<dyn Read> = if path.as_os_str() == "-" || path.as_os_str() == "." {
                Box::new(io::stdin().lock())
            } else {
                match std::fs::File::open(path) {
                    Ok(file) => Box::new(file),
                    Err(error) => {
                        run.unreadable += 1;
                        complain(&format!("{}: {}", path.display(), Unreadable::Io(error)));
                        return Ok(());
                    }
                }
            };
            run.lines(input, BufReader::new(lines), output, answer)
        }),
    };
    match end {
        Ok(()) | Err(Stop::ReaderGone) => Ok(run),
        Err(Stop::Failed(failure)) => Err(failure),
    }
}

impl Run {
    fn file(&mut self, input: &InputOptions, found: &Found, answer: Answer<'_>) -> Result<Vec<u8>, Unreadable> {
        let bytes = found.bytes()?;
        let text = drafts::text(&bytes)?;
        let draft = draft(Name::Path(&found.name), text, found.format, input.date, found.file.as_deref());
        let mut out = Vec::new();
        self.tally.add(answer(&draft, &mut out));
        Ok(out)
    }

    fn lines(
        &mut self,
        input: &InputOptions,
        mut lines: impl BufRead,
        output: &mut Output,
        answer: Answer<'_>,
    ) -> Result<(), Stop> {
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match lines.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) if line.trim_ascii().is_empty() => continue,
                Ok(_) => {}
                Err(error) => {
                    self.unreadable += 1;
                    complain(&format!("line {number}: {error}"));
                    break;
                }
            }
            let mut out = Vec::new();
            match stream::read(&line) {
                Ok(sent) => {
                    let date = sent.date.or(input.date);
                    let draft = draft(Name::Id(&sent.id), &sent.text, sent.format, date, None);
                    self.tally.add(answer(&draft, &mut out));
                }
                Err(bad) => {
                    self.unreadable += 1;
                    jsonl::error(&mut out, number, bad.id.as_ref(), &bad.message);
                }
            }
            pass_on(output, &out)?;
        }
        Ok(())
    }
}

/// Reads a draft's text and settles its date.
fn draft<'a>(
    name: Name<'a>,
    text: &'a str,
    format: Format,
    told: Option<civil::Date>,
    file: Option<&Path>,
) -> Draft<'a> {
    let mut document = source::read(text, format);
    let date = super::date::of(told, document.date, file);
    document.date = Some(date);
    Draft { name, document, date }
}

fn pass_on(output: &mut Output, bytes: &[u8]) -> Result<(), Stop> {
    match output.write(bytes) {
        Ok(Reader::Listening) => Ok(()),
        Ok(Reader::Gone) => Err(Stop::ReaderGone),
        Err(failure) => Err(Stop::Failed(failure)),
    }
}
