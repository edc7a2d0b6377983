//! Names and offices of the draft × people of the reference: spelling, office, party, place.

mod class;
mod lone;
mod office;
mod people;
mod proof;
mod right;
mod small;
mod sound;
mod spelling;
#[cfg(test)]
mod tests;
mod told;

use std::collections::HashSet;

use jiff::civil;

use lone::Lone;
use office::Manner;
pub(super) use people::{People, fold_onto, folded};
use proof::{Draft, Place, owned};
pub(super) use sound::sound;
use spelling::Likelihood;

use super::{Judged, Verdict};
use crate::claim::{Claim, ClaimKind, Role, Tenure, Value};
use crate::extract::name::{self, Name};
use crate::finding::{Finding, Spot, Wrong};
use crate::reference::{Fact, Form, Person, Reference};
use crate::source::Document;
use crate::text::{Pages, Tokens};

/// Judges every name of a draft, and the offices said with them.
pub(super) fn judge(
    pages: &Pages<'_>,
    (claims, verdicts): (&[Claim<'_>], &[Verdict]),
    (reference, people): (&Reference, &People),
    now: civil::Date,
    judged: &mut Judged<'_>,
) {
    if people.is_empty() {
        return;
    }
    let document = pages.document;
    let mut names = Vec::new();
    let by_block = ByBlock::of(claims);
    let lone = Lone::of(&document.prose, people);
    let draft = Draft { prose: &document.prose, claims, verdicts, now };
    for (block, place) in document.blocks.iter().zip(0_u32..) {
        let stands = people.may_stand_in(document.text(block));
        if !stands && lone.is_empty() {
            continue;
        }
        let tokens = pages.block(place);
        names.clear();
        name::read_block(&document.prose, tokens, &mut names);
        for name in &names {
            judge_name(document, tokens, (name, place), (draft, &by_block), (reference, people, &lone), judged);
        }
        if stands {
            small::judge(document, tokens, (reference, people), judged);
        }
    }
    let misspelled: HashSet<usize> = judged.verdicts.iter().map(|(index, _)| *index).collect();
    for (index, claim) in claims.iter().enumerate().filter(|(index, _)| !misspelled.contains(index)) {
        let Value::Role(role) = &claim.value else { continue };
        let Some(fact) = people.find(&role.name) else {
            if let Some((verdict, finding)) = judge_surname((claim, role), document.file, (reference, people)) {
                judged.verdicts.push((index, verdict));
                judged.findings.push(finding);
            }
            continue;
        };
        let Some(person) = person_of(&reference.facts[fact]) else { continue };
        let told = told::dates(pages, claims, index, now);
        let text = document.file.get(claim.span.range()).unwrap_or_default();
        let manner = manner(&document.file[..claim.span.range().start], role);
        let opinion = office::judge(role, person, office::Time { now, told: &told, manner });
        let spot = Spot { span: claim.span, text, quoted: claim.quoted };
        let finding = |wrong| Some(Finding::of_words(spot, &reference.facts[fact], wrong));
        let file = document.file;
        let (verdict, finding) = match &opinion {
            office::Opinion::None => continue,
            office::Opinion::Held => (Verdict::Supported(fact), None),
            office::Opinion::Rival { held: names } => {
                let said = office::office_of(role);
                let fix = right::office(file, claim.span, &said, names);
                // "Mayor of Wenden" tells more than "Mayor" where the draft has "mayor of Harlen".
                let apart = |held: &&String| !folded(&said).contains(&folded(held));
                let held = names.iter().find(apart).or(names.first()).map_or("", String::as_str);
                let wrong = Wrong::Office { said: &said, held, fix: fix.as_ref() };
                (Verdict::Contradicted(fact), finding(wrong))
            }
            office::Opinion::Stands { said, held } => {
                let fix = right::standing(file, claim.span, said, held);
                (Verdict::Contradicted(fact), finding(Wrong::Stands { said, held, fix: fix.as_ref() }))
            }
            // "Under Mayor Tom Beale the council built 1,200 homes"
            office::Opinion::OtherTime { .. } if is_led_by_under(&file[..claim.span.range().start], role) => continue,
            office::Opinion::OtherTime { .. }
                if role.tenure == Tenure::Current && told::is_of_then(pages, claims, (index, &role.role), now) =>
            {
                continue;
            }
            office::Opinion::OtherTime { held } => {
                (Verdict::Outdated(fact), finding(Wrong::Time { said: &role.role, held }))
            }
        };
        judged.verdicts.push((index, verdict));
        judged.findings.extend(finding);
    }
}

/// How an office is said of whoever is named after this text.
fn manner(before: &str, role: &Role<'_>) -> Manner {
    if before.trim_end().ends_with(&*role.role) { Manner::Title } else { Manner::Told }
}

/// "Under Mayor Tom Beale": whether a title before a name tells of the time in which the person held it.
fn is_led_by_under(before: &str, role: &Role<'_>) -> bool {
    let before = before.trim_end().strip_suffix(&*role.role).map(str::trim_end);
    before.is_some_and(|before| before.ends_with("Under") || before.ends_with(" under"))
}

/// The person of a fact that is one.
pub(super) fn person_of(fact: &Fact) -> Option<&Person> {
    match &fact.form {
        Form::Person(person) => Some(person),
        Form::Sentence { .. }
        | Form::Value(_)
        | Form::Values(_)
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => None,
    }
}

/// The claims of a draft, to be had block by block: a note's stand where the note is called.
pub(super) struct ByBlock<'c> {
    claims: &'c [Claim<'c>],
    /// The claims' numbers in the order of their blocks.
    order: Vec<usize>,
}

impl<'c> ByBlock<'c> {
    pub(super) fn of(claims: &'c [Claim<'c>]) -> Self {
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by_key(|&number| claims[number].place.block);
        Self { claims, order }
    }

    /// The claims of a block with their numbers.
    pub(super) fn of_block(&self, block: u32) -> impl Iterator<Item = (usize, &'c Claim<'c>)> {
        let first = self.order.partition_point(|&number| self.claims[number].place.block < block);
        let all = self.order[first..].iter().map(|&number| (number, &self.claims[number]));
        all.take_while(move |(_, claim)| claim.place.block == block)
    }
}

/// "Mayor Adeyami": a surname alone that is nobody's, near that of one person who holds or held the office.
fn judge_surname(
    (claim, role): (&Claim<'_>, &Role<'_>),
    file: &str,
    (reference, people): (&Reference, &People),
) -> Option<(Verdict, Finding)> {
    let slip = spelling::surname(&role.name, people)?;
    let fact = &reference.facts[slip.fact];
    // "Sen. Hogan" is another than Sen. Hagan; there is one mayor.
    owned(fact, claim).filter(|said| slip.likelihood == Likelihood::Sure || said.has_one_holder())?;
    let spot = Spot { span: claim.span, text: file.get(claim.span.range())?, quoted: claim.quoted };
    Some((Verdict::Contradicted(slip.fact), Finding::of_words(spot, fact, Wrong::Spelling(&slip.right))))
}

/// Judges the spelling of one name.
fn judge_name(
    document: &Document<'_>,
    tokens: &Tokens,
    (name, block): (&Name, u32),
    (draft, by_block): (Draft<'_>, &ByBlock<'_>),
    (reference, people, lone): (&Reference, &People, &Lone<'_>),
    judged: &mut Judged<'_>,
) {
    let (start, end) = (tokens.tokens[name.tokens.start].start, tokens.tokens[name.tokens.end - 1].end);
    let prose = &document.prose[start as usize..end as usize];
    let slip = spelling::judge(prose, people, reference);
    let Some(slip) = slip.or_else(|| lone.judge(document, tokens, (name, block), people)) else { return };
    let offset = start + slip.written.start;
    let Some(span) = document.map.to_file(offset, start + slip.written.end) else { return };
    let Some(text) = document.file.get(span.range()) else { return };
    if !proof::is_enough(draft, (&slip, &Place { name, tokens, block, span, text }), by_block, reference) {
        return;
    }
    let own = || by_block.of_block(block);
    let held = own().find(|(_, claim)| claim.kind == ClaimKind::Role && claim.span.overlaps(span));
    let quoted = own().any(|(_, claim)| claim.kind == ClaimKind::Quote && claim.span.contains(span));
    let spot = Spot { span, text, quoted };
    let wrong = match slip.kind {
        spelling::Kind::Letters => Wrong::Spelling(&slip.right),
        spelling::Kind::Accents => Wrong::Accents(&slip.right),
        spelling::Kind::Capitals => Wrong::Capitals(&slip.right),
    };
    let finding = Finding::of_words(spot, &reference.facts[slip.fact], wrong);
    let fix = finding.fix.clone().filter(|_| slip.likelihood != Likelihood::Beside);
    judged.findings.push(Finding { fix, ..finding });
    if let (Some((index, _)), spelling::Kind::Letters) = (held, slip.kind) {
        judged.verdicts.push((index, Verdict::Contradicted(slip.fact)));
    }
}
