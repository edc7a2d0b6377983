//! Whether a fact is about a figure of the draft, and how well it fits.

mod age;
pub(in crate::check) mod fit;
mod telling;
pub(super) mod tenure;
mod told;

use std::ops::Range;

use fit::{Clarity, Fit, Found, Misfit, governs, points};
use telling::Telling;

use crate::check::reading::outline::{Pairing, Seam, is_past_tense};
use crate::check::reading::phrase::{Alternative, Shape};
use crate::check::reading::profile::{Implied, Profile, Tie};
use crate::check::reading::scene::{Level, Mark, Scene, Standing, distance};
use crate::check::reading::term::Term;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;
use crate::value::Hedge;

/// A fact beside a figure: where its words stand, read once for all its values.
pub(in crate::check::figures) enum Placed<'s> {
    /// It fits so, or does not, whichever of its values is meant.
    Alike(Result<Fit, Misfit>),
    /// The words of a sentence fact, of which each value has its own.
    Told(Telling<'s>, Fit),
}

impl<'s> Placed<'s> {
    pub(super) fn of(scene: &'s Scene<'s>, mark: &'s Mark, profile: &'s Profile) -> Self {
        place(scene, mark, profile).unwrap_or_else(|misfit| Self::Alike(Err(misfit)))
    }

    /// How well the fact fits the figure, or why it is not about it.
    ///
    /// `value` says which of a sentence fact's figures is meant.
    pub(super) fn fit(&self, value: usize) -> Result<Fit, Misfit> {
        match self {
            Self::Alike(fit) => fit.clone(),
            Self::Told(telling, Fit { subject, measure, .. }) => {
                told::fit(telling, value).map(|fit| Fit { subject: *subject, measure: *measure, ..fit })
            }
        }
    }
}

fn place<'s>(scene: &'s Scene<'s>, mark: &'s Mark, profile: &'s Profile) -> Result<Placed<'s>, Misfit> {
    let figure = &mark.figure;
    if let Some(phrase) = excluding(scene, figure, profile) {
        return Err(Misfit::Excluded(phrase));
    }
    match profile.tie {
        Tie::Age => return age::age(scene, mark, profile).ok_or(Misfit::NotBeside).map(|fit| Placed::Alike(Ok(fit))),
        Tie::Tenure if !tenure::is_told(scene, mark, profile) => return Err(Misfit::NoTenure),
        Tie::Tenure | Tie::Words => {}
    }
    let told_of_office = || {
        let goes_on = || tenure::goes_on_from_office(scene, mark, profile);
        profile.tie == Tie::Tenure && (goes_on() || tenure::deed(scene, mark, profile).is_some())
    };
    let subject = if profile.subject.is_empty() {
        None
    } else if told_of_office() {
        let found = |known: &Alternative| {
            let standing = scene.find(known, figure)?;
            Some(Found { phrase: known.phrase, standing })
        };
        Some(profile.subject.iter().find_map(found).ok_or(Misfit::NoSubject)?)
    } else {
        Some(subject(scene, mark, profile)?)
    };
    let measure =
        if profile.measure.is_empty() { None } else { Some(measured(scene, mark, profile).ok_or(Misfit::NoMeasure)?) };
    if profile.tie == Tie::Tenure
        && let Some((holder, office)) = subject.zip(measure)
        && !tenure::is_of_holder((scene, mark, profile), holder, office)
    {
        return Err(Misfit::NoTenure);
    }
    let found = |fit: Fit| Fit { subject, measure, ..fit };
    let fit = match (&profile.wording, subject, measure) {
        (_, Some(subject), Some(measure)) => {
            let fit = combine(scene, figure, subject, measure);
            let named = profile.subject[..].iter().any(|a| a.phrase == subject.phrase && a.shape != Shape::Words);
            let loose = !named && is_loose(scene, mark, profile, subject, measure);
            if loose || is_object(scene, mark, profile, subject, measure) {
                Fit { clarity: Clarity::Faint, ..fit }
            } else {
                fit
            }
        }
        (Some(wording), subject, measure) => {
            let telling = Telling::of((scene, mark), (profile, wording), subject, measure);
            return Ok(Placed::Told(telling, found(Fit::NONE)));
        }
        // A fact with one of the two is placed by that one.
        (None, Some(only), None) | (None, None, Some(only)) => combine(scene, figure, only, only),
        (None, None, None) => return Err(Misfit::NoSubject),
    };
    Ok(Placed::Alike(Ok(found(fit))))
}

/// The phrase under `not` that stands in the figure's clause, or in its row.
fn excluding(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> Option<usize> {
    // "Carver, 210 pupils", "A shock in 2009 did damage but killed only four people": the clause with the subject.
    let clause = scene.outline.clause_of(figure.start);
    let clause_end = scene.outline.clauses[clause].tokens.end;
    let leads = |at: usize| {
        let other = scene.outline.clause_of(at);
        // "but killed" has the subject of the clause before.
        let start = scene.outline.clauses[clause].tokens.start;
        let joined = other == scene.outline.joined_from(clause) && scene.is_finite(start + 1);
        // "Russia annexed Crimea and began": what is behind the verb leads no other.
        let begins = scene.outline.clauses[other].tokens.start;
        let behind = (begins..at).any(|at| scene.is_finite(at));
        let shared = !behind && (joined || other == scene.subject_clause_of(clause));
        // "For the whole of 2025, revenue reached £1.92 billion"
        let fronted = other + 1 == clause && scene.is_adverbial(other);
        // "; among patients who turned up with symptoms, it was 29 percent": all that leads up to the figure behind the point.
        let part = scene.part_start(figure.start);
        let leads_up = part > scene.sentence.start && (part..figure.start).contains(&at);
        other < clause && (shared || fronted || leads_up || scene.is_label(other, clause))
    };
    // "six of the 20 jets that it ordered in 2023": what is told right behind the figure is told of it.
    let of_figure = |at: usize| {
        let other = &scene.outline.clauses[scene.outline.clause_of(at)].tokens;
        let opener = scene.tokens[other.start].text(scene.prose);
        let counted = clause_end.saturating_sub(figure.end) <= COUNTED;
        counted && other.start == clause_end && ["that", "which", "who"].contains(&opener)
    };
    let excludes = |alternative: &&Alternative| {
        scene.find(alternative, figure).is_some_and(|standing| match standing.level {
            Level::Clause | Level::Header => !standing.at.is_some_and(|at| scene.is_in_dateline(at)),
            Level::Governing => standing.at.is_some_and(leads),
            Level::Dependent => standing.at.is_some_and(of_figure),
            Level::Sentence | Level::Earlier | Level::Heading | Level::Title | Level::Compared => false,
        })
    };
    let not = profile.not.iter().find(|not| excludes(not) && !is_of_subject(scene, figure, profile, not));
    not.map(|alternative| alternative.phrase)
}

/// "the Marshall Islands" with "island" under `not`: whether the phrase stands in the fact's own subject alone.
fn is_of_subject(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile, not: &Alternative) -> bool {
    let Some(first) = not.terms.first() else { return false };
    let clause = scene.outline.clauses[scene.outline.clause_of(figure.start)].tokens.clone();
    let count = |term: &Term| scene.terms[clause.clone()].iter().flatten().filter(|own| *own == term).count();
    let holds = |subject: &&Alternative| not.terms.iter().all(|term| subject.terms.contains(term));
    let told = |subject: &Alternative| subject.terms.iter().map(count).min().unwrap_or(0);
    profile.subject.iter().filter(holds).any(|subject| told(subject) > 0 && told(subject) >= count(first))
}

/// Where the fact's subject stands, if the figure is asserted of it.
fn subject(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Result<Found, Misfit> {
    let figure = &mark.figure;
    let mut misfit = Misfit::NoSubject;
    let founds = profile.subject.iter().filter_map(|alternative| {
        // "fiscal year 2002" says when, not what; nor does "the Act of 1964".
        // But "extended the exclusion zone from six to 10 kilometres" is all one change.
        let outside =
            |standing: &Standing| mark.kind == ClaimKind::Change || standing.at.is_none_or(|at| !figure.contains(&at));
        let standing =
            scene.find(alternative, figure).filter(outside).filter(|_| !is_in_name(scene, figure, alternative))?;
        match governs(scene, figure, profile, alternative.shape, standing) {
            Ok(()) => Some(Found { phrase: alternative.phrase, standing }),
            Err(reason) => {
                misfit = reason;
                None
            }
        }
    });
    let nearest = founds.min_by_key(|Found { standing, .. }| (standing.level, distance(standing, figure)));
    nearest.ok_or(misfit)
}

/// "the Act of 1964", "the War of 1812": whether a figure is a word of the name, right behind the one before it.
fn is_in_name(scene: &Scene<'_>, figure: &Range<usize>, name: &Alternative) -> bool {
    let [at] = figure.clone().collect::<Vec<_>>()[..] else { return false };
    let place = name.terms.iter().position(|term| scene.terms[at] == Some(*term));
    let before = place.and_then(|place| place.checked_sub(1)).map(|before| name.terms[before]);
    let beside = at.saturating_sub(2).max(scene.sentence.start)..at;
    before.is_some() && scene.terms[beside].contains(&before)
}

/// Where the fact's measure stands; a fact of a fall is also about a figure that says how much it rose.
fn measured(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<Found> {
    let standing = Standing { level: Level::Clause, at: Some(mark.figure.start) };
    let moved = profile.measure.first().filter(|_| mark.kind == ClaimKind::Change && profile.only_moves);
    let moved = moved.or_else(|| profile.measure.first().filter(|_| is_implied(scene, mark, profile)));
    measure(scene, mark, profile).or(moved.map(|first| Found { phrase: first.phrase, standing }))
}

/// "the 640-metre Orla bridge", "Vessby, a city of 187,000", "Vessby has 187,000 people": whether a figure measures what the
/// fact does though no word says so.
fn is_implied(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let Mark { figure, whole, kind, .. } = mark;
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let before = |back: usize| whole.start.checked_sub(back).filter(|&at| at >= scene.sentence.start).map_or("", text);
    // "the 640-metre Orla bridge", "the $460 million bridge"
    let own = |at: usize| (scene.sentence.start..scene.sentence.end).contains(&at) && scene.is_own(at, profile);
    // But "a 30-year-old Lindley mill worker".
    let stands = |at: usize| {
        let small = |word: Word| word.is_one_of([Sense::Preposition, Sense::Relative, Sense::Opens, Sense::Modal]);
        at >= scene.sentence.end
            || scene.tokens[at].is_symbol()
            || scene.is_finite(at)
            || is_past_tense(scene.prose, &scene.tokens[at])
            || scene.tokens[at].word.is_some_and(small)
    };
    let describes = |hyphened: bool| {
        let noun = (whole.end..scene.sentence.end).find(|&at| !own(at)).unwrap_or(scene.sentence.end);
        own(whole.end) && stands(noun) && (!hyphened || scene.is_hyphened(whole.clone()))
    };
    match profile.implied {
        Some(Implied::Extent) => {
            let stretches = matches!(before(1), "spans" | "spanned")
                || before(1) == "for" && matches!(before(2), "stretches" | "stretched" | "extends" | "extended");
            *kind == ClaimKind::Measurement && (describes(true) || stretches)
        }
        Some(Implied::Origin) => *kind == ClaimKind::Age && describes(true),
        Some(Implied::Cost) => *kind == ClaimKind::Money && describes(false),
        Some(Implied::Length) => {
            let of = before(1) == "of" && whole.start > 1 && own(whole.start - 2);
            let runs = matches!(before(1), "took" | "takes") && whole.start > 1 && own(whole.start - 2)
                || before(1) == "for" && matches!(before(2), "ran" | "runs" | "on" | "continued");
            *kind == ClaimKind::Duration && (describes(true) || of || runs)
        }
        Some(Implied::Population) => {
            let alone = figure.end == whole.end && before(1) == "of" && SETTLEMENTS.contains(&before(2));
            let people = figure.end + 1 == whole.end && matches!(text(figure.end), "people" | "residents");
            let ends = matches!(text(whole.end), "," | "." | ";" | ")" | "" | "and");
            let home = before(1) == "to" && before(2) == "home";
            let had = people && ends && (home || matches!(before(1), "has" | "had" | "with"));
            // "187,000 people live in Vessby", but "live in poverty".
            let live = people && matches!(text(whole.end), "live" | "lived") && text(whole.end + 1) == "in";
            *kind == ClaimKind::Count && (alone || had || live && own(whole.end + 2))
        }
        None => false,
    }
}

/// What people live in.
const SETTLEMENTS: [&str; 8] = ["city", "town", "village", "municipality", "nation", "country", "island", "suburb"];

/// Where the fact's measure stands: in the sentence, or in a header or list lead-in. A heading
/// lends a subject, and a measure only to a label.
fn measure(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<Found> {
    let Mark { figure, whole, .. } = mark;
    let anaphoric = is_anaphoric(scene, mark);
    let labelled = is_labelled(scene, mark, profile);
    let find = |alternative: &Alternative| {
        let standing = scene.find(alternative, figure)?;
        // "has 41,000 lifts and escalators under contract in nine countries": what is counted goes on behind "and".
        let goes_on = || {
            let mut behind = (figure.end..scene.sentence.end).filter_map(|at| scene.terms[at]);
            let counted = alternative
                .terms
                .first()
                .is_some_and(|first| scene.terms[figure.end..whole.end.max(figure.end)].contains(&Some(*first)));
            counted && alternative.terms.len() > 1 && alternative.terms.iter().all(|term| behind.next() == Some(*term))
        };
        let told_later = alternative.terms.iter().any(|&term| is_told_later(scene, mark, term)) && !goes_on();
        // "not guilty on another four" says nothing of who was found guilty.
        let denied = !alternative.denied && standing.at.is_some_and(|at| is_negated(scene, at));
        (!told_later && !denied).then_some(Found { phrase: alternative.phrase, standing })
    };
    let founds = profile.measure.iter().filter_map(find).filter(|found| match found.standing.level {
        Level::Clause | Level::Governing | Level::Header | Level::Dependent | Level::Sentence => true,
        Level::Earlier => anaphoric,
        Level::Heading => labelled,
        Level::Title | Level::Compared => false,
    });
    let inside = |standing: &Standing| standing.at.is_some_and(|at| whole.contains(&at));
    let counted = figure.end..whole.end;
    // "a third of the increase" is no figure of the increase.
    // But "A fifth of the fuel is hydrogen", of a fact that knows it as the "share of the fuel".
    let share = matches!(mark.kind, ClaimKind::Ratio | ClaimKind::Percent) && !profile.is_share;
    let of_it = |standing: &Standing| share && standing.at.is_some_and(|at| whole.contains(&at) && at > figure.end);
    let founds = founds.filter(|found| !of_it(&found.standing));
    // "slipped to 310, and a tenth site opened": what another figure counts is not what this one does.
    let clause = &scene.clause(figure).tokens;
    let free = scene.outline.pairing == Pairing::Free;
    let other = |at: usize| scene.figures.iter().any(|(_, other)| other != figure && other.end == at);
    let of_another = |at: usize| free && at >= clause.end && other(at);
    let founds = founds.filter(|found| !found.standing.at.is_some_and(of_another));
    // "at the end of 1980" is no end of anything else.
    let dated =
        |standing: &Standing| mark.kind == ClaimKind::Date && standing.at.is_some_and(|at| figure.contains(&at));
    let founds = founds.filter(|found| !dated(&found.standing));
    // "128 are under 18": the 18 is a word of what is measured.
    let names_it = |found: &Found| {
        let alternative = profile.measure.iter().find(|known| known.phrase == found.phrase);
        let own = |at: usize| {
            let number = scene.tokens[at].kind == TokenKind::Number;
            let term = scene.terms[at].filter(|_| number);
            term.is_some_and(|term| {
                alternative.is_some_and(|known| known.terms.len() > 1 && known.terms.contains(&term))
            })
        };
        mark.kind != ClaimKind::Date && figure.clone().any(own)
    };
    // "taken to five hospitals" counts no people in hospital.
    let is_where = |found: &Found| {
        let placed = profile.measure.iter().any(|known| known.phrase == found.phrase && known.placed);
        placed && mark.kind == ClaimKind::Count && found.standing.at.is_some_and(|at| counted.contains(&at))
    };
    let founds = founds.filter(|found| !names_it(found) && !is_where(found));
    // "two helicopters" under "Three countries have sent crews:" counts something else.
    let counts_other = mark.kind == ClaimKind::Count && figure.end < whole.end && !counts_own(scene, mark, profile);
    let founds = founds.filter(|found| found.standing.at.is_some() || !counts_other);
    founds.min_by_key(|Found { standing, .. }| (standing.level, !inside(standing), distance(standing, figure)))
}

/// "Vos has led the company since 2022", of a fact that knows "company" under both: whether the one word that stands for
/// subject and measure is only what somebody else does something to.
fn is_object(scene: &Scene<'_>, mark: &Mark, profile: &Profile, subject: Found, measure: Found) -> bool {
    let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Determiner));
    let acts = |at: usize| is_past_tense(scene.prose, &scene.tokens[at]) && !scene.is_own(at, profile);
    let before = |at: usize| at.checked_sub(1).filter(|&at| at >= scene.sentence.start);
    let only = subject.standing.at.filter(|_| mark.kind == ClaimKind::Date && subject.standing == measure.standing);
    let verb = only.and_then(before).and_then(|at| if article(at) { before(at) } else { Some(at) });
    verb.is_some_and(acts)
}

/// "not guilty": whether a word that is no verb is denied.
fn is_negated(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= scene.sentence.start);
    !scene.is_finite(at) && before.is_some_and(|before| scene.tokens[before].text(scene.prose) == "not")
}

/// "86 people were injured, nine of them critically": whether a word stands only in a later clause, which tells it of a
/// figure of its own.
fn is_told_later(scene: &Scene<'_>, mark: &Mark, term: Term) -> bool {
    let own = scene.outline.clause_of(mark.figure.start);
    let later = |at: usize| {
        let clause = scene.outline.clause_of(at);
        clause > own
            && scene.outline.clauses[clause].seam != Seam::Aside
            && scene.has_figure(clause, mark.kind)
            && !scene.shares_verb(own, clause)
    };
    let mut here = scene.places.of(term).peekable();
    scene.outline.pairing == Pairing::Free && here.peek().is_some() && here.all(later)
}

/// Whether a word of what is counted is the fact's own.
fn counts_own(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let mut counted = mark.figure.end..mark.whole.end;
    // "421 people on board": every fact of people has its own word for them.
    // "was put off three times": so are times.
    let anybody = |at: usize| {
        ["people", "times"].iter().any(|word| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word))
    };
    counted.any(|at| scene.is_own(at, profile) || anybody(at))
}

/// "National Lottery: £18 million" under "Where the money came from": whether a sentence is a name of the fact's and a
/// figure, under headings that tell of no time.
fn is_labelled(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let Some(colon) = mark.whole.start.checked_sub(1).filter(|&at| at > scene.sentence.start) else { return false };
    let label = scene.sentence.start..colon;
    let named = label.clone().any(|at| scene.tokens[at].is_capitalised());
    scene.tokens[colon].is_sign(scene.prose, ':')
        && named
        && profile.is_named()
        && label.into_iter().all(|at| scene.is_own(at, profile) || scene.tokens[at].is_symbol())
        && (mark.whole.end..scene.sentence.end).all(|at| scene.tokens[at].is_symbol())
        && !scene.layers.iter().any(|layer| layer.head.timed)
}

/// "It is £18.6 million.": a short sentence that says what the one before was about, and no more.
fn is_anaphoric(scene: &Scene<'_>, mark: &Mark) -> bool {
    let first = &scene.tokens[scene.sentence.start];
    let mut behind = mark.whole.end..scene.sentence.end;
    // "He has 28 days to appeal" tells of something new.
    let new = behind.any(|at| scene.tokens[at].text(scene.prose) == "to");
    scene.sentence.len() <= 9 && !new && first.word.is_some_and(|word| word.is(Sense::Pronoun))
}

/// How many tokens what is counted has at most.
const COUNTED: usize = 4;

/// A header of more words than this is a sentence that leads into a list.
const LEAD_IN: usize = 10;

/// Whether common words that match a fact without a name hang together too loosely to prove that
/// it is spoken of: they stand in other clauses, or far from each other, or what is counted is not
/// the fact's.
fn is_loose(scene: &Scene<'_>, mark: &Mark, profile: &Profile, subject: Found, measure: Found) -> bool {
    let Mark { figure, whole, .. } = mark;
    let counts_other = mark.kind == ClaimKind::Count && figure.end < whole.end && !counts_own(scene, mark, profile);
    let phrase = profile.measure.iter().find(|alternative| alternative.phrase == measure.phrase);
    let implied = measure.standing.at == Some(figure.start) && is_implied(scene, mark, profile);
    let together = |own: &Alternative| implied || scene.has_together(&own.terms, measure.standing, figure);
    let scattered = phrase.is_some_and(|alternative| !together(alternative));
    // "…must meet all of the following criteria:" leads into a list of other things than a meeting.
    let led_in = subject.standing.level == Level::Header
        && subject.standing.at.is_none()
        && scene.layers.iter().any(|layer| layer.level == Level::Header && layer.terms.len() > LEAD_IN);
    mark.hedge == Hedge::Vague
        || led_in
        || counts_other
        || (scattered && !is_likened(scene, figure, subject))
        || (measure.standing.level > Level::Dependent && !is_likened(scene, figure, subject))
        || subject.standing.level > Level::Earlier
}

/// "3.1 percent of those fell ill, against 4.4 percent of the others": whether what is compared leaves out the words it
/// shares with what it is compared to.
fn is_likened(scene: &Scene<'_>, figure: &Range<usize>, subject: Found) -> bool {
    scene.clause(figure).seam == Seam::Compared && subject.standing.level == Level::Clause
}

fn combine(scene: &Scene<'_>, figure: &Range<usize>, subject: Found, measure: Found) -> Fit {
    let (subject, measure) = (subject.standing, measure.standing);
    let free = scene.outline.pairing == Pairing::Free;
    let clarity = match (subject.level, measure.level) {
        (level, Level::Sentence) if free && level > Level::Clause => Clarity::Faint,
        (_, _) => Clarity::Clear,
    };
    let score = points(scene, figure, subject) / 2 + points(scene, figure, measure);
    Fit { score, clarity, subject: None, measure: None, about: subject.at }
}
