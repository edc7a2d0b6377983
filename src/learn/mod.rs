//! An article that is trusted → the facts it states, ready for somebody to name their sources.
//!
//! Each figure, date, office and quotation becomes a fact, its subject and measure proposed in the words of its
//! sentence. What is proposed is held against the article itself: a fact stays only where it knows its own sentence
//! again and contradicts no other.

mod figure;
mod id;
mod measure;
mod people;
mod proposal;
mod subject;
mod surroundings;
mod telling;
mod trial;
mod words;
mod worth;

use std::collections::HashSet;
use std::rc::Rc;

use jiff::civil;

use people::Person;
use proposal::{Proposal, Way};
use subject::{Refers, Subject};
use surroundings::{Row, Surroundings};
use telling::Telling;
use trial::Trial;

use crate::check::reading::outline::Seam;
use crate::check::{Index, check};
use crate::claim::{Claim, ClaimKind};
use crate::extract::extract;
use crate::reference::TO_COME;
use crate::reference::written::Sketch;
use crate::source::Document;
use crate::span::Span;
use crate::text::Tokens;

/// How many subjects are tried for a figure, and how many measures for each.
const SUBJECTS: usize = 4;
const MEASURES: usize = 4;

/// What an article taught.
#[derive(Clone, Debug, Default)]
pub struct Lesson {
    /// The facts it states, in its own order.
    pub facts: Vec<Sketch>,
    /// Claims in it.
    pub claims: usize,
    /// Claims that a known fact is about.
    pub covered: usize,
    /// Claims that one of the new facts is about.
    pub learned: usize,
}

/// The facts that an article of that day states and none of the known ones is about.
///
/// ```
/// use factdiff::reference::written::Written;
/// use factdiff::source::{self, Format};
/// use jiff::civil::date;
///
/// let draft = source::read("Alaska joined the union in 1959.", Format::Plain);
/// let lesson = factdiff::learn::learn(&draft, date(2025, 8, 15), &[]);
/// let file = Written::read("alaska.yaml", "").expect("nothing yet").with(&lesson.facts);
/// assert!(file.contains("subject: [Alaska]\n    measure: [joined the union]\n    date: 1959\n    source: TODO\n"));
/// ```
pub fn learn(document: &Document<'_>, now: civil::Date, known: &[&Index<'_>]) -> Lesson {
    let claims = extract(document);
    let mut spoken_of: HashSet<(Span, ClaimKind)> = HashSet::new();
    for index in known {
        let checked = check(document, claims.clone(), index, now);
        let covered = checked.claims.iter().filter(|(_, verdict)| verdict.fact().is_some());
        spoken_of.extend(covered.map(|(claim, _)| (claim.span, claim.kind)));
    }
    let is_new = |claim: &Claim<'_>| !spoken_of.contains(&(claim.span, claim.kind));
    let mut proposals = propose(document, &claims, now, is_new);
    let trial = Trial { document, claims: &claims, now };
    trial.settle(&mut proposals);
    // What failed beside a bad proposal may hold now that that is gone.
    proposals.iter_mut().for_each(Proposal::try_again);
    trial.settle(&mut proposals);
    let facts = known.iter().flat_map(|index| index.reference().facts.iter());
    let mut taken: HashSet<String> = facts.map(|fact| fact.id.clone()).collect();
    let facts = proposals.iter().filter_map(|proposal| {
        let Way { name, sketch } = proposal.way()?.clone();
        let id = id::unique(&name, proposal.kind, &mut taken);
        Some(sketch.with("id", id).with("source", TO_COME).commented(comment(
            document,
            &claims[proposal.claims[0]],
            proposal,
        )))
    });
    let facts: Vec<Sketch> = facts.collect();
    let covered = claims.iter().filter(|claim| !is_new(claim)).count();
    let learned = trial.learned(&proposals);
    Lesson { facts, claims: claims.len(), covered, learned }
}

/// The sentence that a claim stands in, on one line; of a table, the cell with what heads it.
fn comment(document: &Document<'_>, claim: &Claim<'_>, proposal: &Proposal) -> String {
    let excerpt = claim.place.excerpt.start as usize..claim.place.excerpt.end as usize;
    let sentence = people::one_line(document.prose.get(excerpt).unwrap_or_default());
    match &proposal.remark {
        Some(remark) => format!("{sentence}\n{remark}"),
        None => sentence,
    }
}

/// What every new claim of an article may teach, in the order of the claims.
fn propose(
    document: &Document<'_>,
    claims: &[Claim<'_>],
    now: civil::Date,
    is_new: impl Fn(&Claim<'_>) -> bool,
) -> Vec<Proposal> {
    let people = people::all(claims);
    let names = Rc::new(surroundings::names_of(document));
    let mut proposals = people::persons(&people, claims, now);
    proposals.retain(|proposal| proposal.claims.iter().all(|&claim| is_new(&claims[claim])));
    let mut tokens = Tokens::default();
    let mut block = None;
    for (index, claim) in claims.iter().enumerate().filter(|(_, claim)| is_new(claim)) {
        if claim.kind == ClaimKind::Quote {
            proposals.extend(people::quotation(index, claim, &people));
        }
        if !claim.is_figure() {
            continue;
        }
        if block != Some(claim.place.block) {
            tokens.read(document, &document.blocks[claim.place.block as usize]);
            block = Some(claim.place.block);
        }
        let telling = Telling::of(document, &tokens, claim, claims);
        if worth::is_fact(claim, &telling) {
            let around = surroundings::around(document, &tokens, claim, &names);
            proposals.push(figure((index, claim), &telling, &around, &people, now));
        }
    }
    proposals.sort_by_key(|proposal| proposal.claims[0]);
    proposals
}

/// A fact for a figure or date, in every way that its sentence suggests.
fn figure(
    (index, claim): (usize, &Claim<'_>),
    telling: &Telling<'_>,
    around: &Surroundings,
    people: &[Person<'_, '_>],
    now: civil::Date,
) -> Proposal {
    let mut ways = Vec::new();
    for subject in subjects(telling, around).into_iter().take(SUBJECTS) {
        let alternatives = people::names(&subject.name, people);
        let shortest = alternatives.last().cloned().unwrap_or_default();
        let measures = match (&around.column, claim.kind) {
            // "Putin, 72,": the name beside it is all there is to say.
            (_, ClaimKind::Age) => vec![String::new()],
            (Some(column), _) => vec![column.clone()],
            (None, _) => telling.measures(&subject),
        };
        for measure in measures.into_iter().take(MEASURES) {
            let name = if measure.is_empty() { format!("{shortest} age") } else { format!("{shortest} {measure}") };
            let placed = Sketch::entry().with("subject", alternatives.clone()).with("measure", vec![measure]);
            ways.extend(figure::sketch(claim, telling, now, &placed).map(|sketch| Way { name, sketch }));
        }
    }
    let remark = match (&around.row, &around.column) {
        (Some(Row::Of(row)), Some(column)) => Some(format!("{row}, {column}")),
        (Some(_) | None, _) => None,
    };
    Proposal::new(vec![index], claim.kind, ways).with_remark(remark)
}

/// What a figure may be of, the likeliest first.
fn subjects(telling: &Telling<'_>, around: &Surroundings) -> Vec<Subject> {
    let Surroundings { earlier, mentioned, above, titles, .. } = around;
    let named = telling.named(&around.known);
    let mut subjects: Vec<Subject> = telling.dated_opening().into_iter().collect();
    match (&around.row, telling.kind) {
        (Some(Row::Sum), _) => return Vec::new(),
        (Some(Row::Of(row)), _) => return vec![Subject { name: row.clone(), at: None }],
        (None, ClaimKind::Age) => return telling.aged().into_iter().collect(),
        (None, _) => {}
    }
    let opening = telling.opening();
    match telling.reference() {
        Refers::Pronoun => subjects.extend([earlier, above, mentioned, &named].into_iter().flatten().cloned()),
        Refers::Definite => {
            // "The White House had promised a news conference, but both men left after 12 minutes."
            subjects.extend(opening.clone().filter(|_| telling.clause().seam == Seam::And));
            subjects.extend([&named, earlier, above].into_iter().flatten().cloned());
            subjects.extend(opening);
            subjects.extend(mentioned.iter().cloned());
        }
        Refers::None => {
            subjects.extend([&named, above].into_iter().flatten().cloned());
            subjects.extend(telling.counted_subject().or(opening));
        }
    }
    subjects.extend(titles.iter().cloned());
    let mut seen: Vec<String> = Vec::new();
    subjects.retain(|subject| {
        let new = !seen.contains(&subject.name);
        seen.push(subject.name.clone());
        new
    });
    subjects
}
