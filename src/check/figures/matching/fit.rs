//! How well a fact fits a figure: whether it is said of the fact's subject, and how near its words
//! stand.

use std::ops::Range;

use crate::check::reading::outline::{Certainty, Name, Pairing, Part, Seam};
use crate::check::reading::phrase::Shape;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Scene, Standing, gap};
use crate::claim::ClaimKind;
use crate::lexicon::Sense;
use crate::text::TokenKind;

/// How well a fact fits a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Fit {
    /// Higher is better; only fits of one sentence compare.
    pub(in crate::check) score: i32,
    /// Whether the match is clear enough to report a difference.
    pub(in crate::check) clarity: Clarity,
    /// Where the fact's subject was found.
    pub(in crate::check) subject: Option<Found>,
    /// Where its measure was found.
    pub(in crate::check) measure: Option<Found>,
    /// The token of the sentence where the name or subject stands that the figure is said of.
    pub(in crate::check) about: Option<usize>,
}

impl Fit {
    /// That of a figure whose words do not fit.
    pub(in crate::check) const NONE: Self =
        Self { score: 0, clarity: Clarity::Faint, subject: None, measure: None, about: None };
}

/// A subject or measure that the draft has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Found {
    /// Which of the fact's phrases.
    pub(in crate::check) phrase: usize,
    pub(in crate::check) standing: Standing,
}

/// Why a fact is not about a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) enum Misfit {
    /// This phrase under `not` stands with the figure.
    Excluded(usize),
    /// Its subject is nowhere in scope.
    NoSubject,
    /// Its subject is in scope, but the name at these tokens is nearer by.
    Rival(Range<usize>),
    /// Its subject stands in a clause that has no say over the figure.
    Apart,
    /// Its measure is not where a figure's would be.
    NoMeasure,
    /// Too few words of its sentence are there.
    FewWords,
    /// An age that does not stand beside the person's name.
    NotBeside,
    /// A time that is not said to be one in office.
    NoTenure,
    /// A time that is not said to be how long it lasts.
    NoLength,
    /// "respectively": the figure is another name's.
    OutOfOrder,
}

/// Whether a match may carry a difference or only an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clarity {
    /// Agreement is worth noting, a difference proves nothing.
    Faint,
    /// A difference is worth reporting.
    Clear,
    /// Every word of the fact is there.
    Verbatim,
}

/// How many words at most say whose a figure is.
const OWNER: usize = 5;

/// Whether a figure is said of a subject that stands there, and of no rival nearer by.
pub(super) fn governs(
    scene: &Scene<'_>,
    figure: &Range<usize>,
    profile: &Profile,
    shape: Shape,
    standing: Standing,
) -> Result<(), Misfit> {
    // "respectively" says whose a figure is, wherever the names stand.
    if scene.outline.pairing == Pairing::InOrder && standing.at.is_some() {
        return Ok(());
    }
    if shape == Shape::Naming
        && let Some(name) = standing.at.and_then(|at| closed_rival(scene, at, profile))
    {
        return Err(Misfit::Rival(name.tokens.clone()));
    }
    if shape != Shape::Words
        && let Some(name) = standing.at.and_then(|at| relation(scene, figure, at, profile))
    {
        return Err(Misfit::Rival(name.tokens.clone()));
    }
    let another = |at: usize| {
        shape == Shape::Words && profile.is_named() && is_of_another(scene, at, profile)
            || is_owned_by_another(scene, figure, at)
    };
    if standing.at.is_some_and(another) {
        return Err(Misfit::Apart);
    }
    let clause = scene.outline.clause_of(figure.start);
    // "presented the germ in Berlin on March 24"
    let timed = |kind: ClaimKind| matches!(kind, ClaimKind::Date | ClaimKind::Time);
    let dated = scene.figures.iter().any(|(kind, own)| own == figure && timed(*kind));
    // "the quake" is anybody's where the fact's own has a name.
    let named = shape != Shape::Words || profile.is_named();
    let rivals = |clauses: Range<usize>| clauses.into_iter().flat_map(|clause| scene.rivals_in(clause, profile));
    let rival = match standing.level {
        Level::Clause => possessive_rival(scene, figure, profile, standing).or_else(|| {
            // "Judge Orr fined the company $84 million": what stands right before the figure has it.
            let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Article));
            let beside = standing.at.is_some_and(|at| {
                at > scene.sentence.start && at < figure.start && figure.start - at <= 2 && article(at - 1)
            });
            let contested = shape == Shape::Words && named && !beside;
            // "In neighbouring Orland, employers added 5,900 jobs", but not "the meeting in Orland on Thursday"
            let placed = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(clause);
            let told = |name: &&Name| !(dated && scene.is_place(name));
            rivals(placed..clause + 1).find(told).filter(|_| contested)
        }),
        // "The parties that may join: - the Green Front, which has not governed since 2005"
        Level::Header if named && scene.is_listed() => {
            let own = scene.clauses_of_subject(figure).chain([0]);
            own.flat_map(|clause| scene.rivals_in(clause, profile))
                .find(|rival| rival.tokens.end <= figure.start && !scene.is_place(rival))
        }
        Level::Header => None,
        Level::Governing if standing.at.is_some_and(|at| scene.takes_up(figure, at)) => None,
        Level::Governing => {
            let from = standing.at.map_or(0, |at| scene.outline.clause_of(at));
            // "Wexcombe, the fourth city until now, has 401,600 inhabitants"
            let apposed = scene.is_apposed_to_name(from) && standing.at.is_some_and(|at| at < figure.start);
            let from = if apposed { from - 1 } else { from };
            let between = if shape == Shape::Words { from..clause + 1 } else { (from + 1).min(clause)..clause + 1 };
            // What follows the figure is not its subject, nor is what is said aside before it.
            // Nor is what the subject did before this, in a clause with "who".
            let subject = scene.subject_clause_of(clause);
            let aside = |at: &usize| {
                let seam = scene.outline.clauses[*at].seam;
                *at != clause && (seam == Seam::Aside || subject < *at && subject != clause && scene.is_said_aside(*at))
            };
            let spoken = between.filter(|at| !aside(at)).flat_map(|clause| scene.rivals_in(clause, profile));
            let spoken =
                spoken.filter(|name| !(dated && (scene.is_place(name) || scene.is_aside_of_date(name, profile))));
            let speaker = scene.speaker_taken_up(figure).filter(|name| !scene.owns(profile, name));
            // "With 6,240 students, Marsh Hill is the nearest rival of Lorne College."
            let behind = standing.at.filter(|&at| at > figure.end);
            let leads = |name: &&Name| behind.is_some_and(|at| name.tokens.end <= at) && !scene.is_place(name);
            let first = scene.rivals_in(from, profile).find(leads);
            let before = speaker.into_iter().chain(spoken).find(|rival| named && rival.tokens.start < figure.start);
            // "The Hotel Miramar, two streets from the Bellevue, has 96 rooms."
            let passed = || rivals(subject..subject + 1).next().filter(|_| subject < from && from < clause);
            before.or(first).or_else(passed).or_else(|| antecedent(scene, clause, profile)).filter(|_| named)
        }
        Level::Dependent => {
            // "When I worked in Celje, we had 75 cases"
            let opens = |at: usize| at == 0 || scene.outline.clauses[at].seam == Seam::Subordinate;
            let led = clause.checked_sub(1).filter(|&before| opens(before) && scene.is_adverbial(before));
            scene.clauses_of_subject(figure).chain(led).flat_map(|clause| scene.rivals_in(clause, profile)).next()
        }
        Level::Sentence if !named => None,
        Level::Earlier | Level::Heading | Level::Title if named && scene.is_of_other_sex(figure) => {
            return Err(Misfit::Apart);
        }
        Level::Heading | Level::Title if scene.is_of_sentence_before(profile) || is_said_again(scene, figure) => {
            return Err(Misfit::Apart);
        }
        Level::Earlier | Level::Heading | Level::Title
            if named && (scene.points_to_others(profile) || is_of_speaker(scene, figure, profile)) =>
        {
            return Err(Misfit::Apart);
        }
        Level::Earlier if shape == Shape::Words && named && scene.is_of_name_before(profile) => {
            return Err(Misfit::Apart);
        }
        Level::Earlier if scene.opens_with_people(profile) => return Err(Misfit::Apart),
        Level::Earlier | Level::Heading | Level::Title => {
            // "The airline, which flies 18 aircraft from Knock"
            let behind = |name: &Name| scene.begins_with_article() && name.tokens.start > figure.end;
            let place = |name: &&Name| (scene.begins_with_pronoun() || behind(name)) && scene.is_place(name);
            // "She joined Air Meridia in 1986 and was promoted in 1994": the second verb is hers, and no name's of the first.
            let subject = scene.begins_with_pronoun() && scene.subject_clause_of(clause) == 0;
            let joined = |name: &Name| {
                let start = name.tokens.start;
                subject && start > scene.sentence.start && scene.outline.clause_of(start) < clause
            };
            let aside = |name: &&Name| place(name) || joined(name) || dated && scene.is_aside_of_date(name, profile);
            rivals(0..clause + 1).find(|name| !aside(name))
        }
        Level::Sentence | Level::Compared => return Err(Misfit::Apart),
    };
    rival.map_or(Ok(()), |name| Err(Misfit::Rival(name.tokens.clone())))
}

/// "412,600 ballots, or 22 percent, came by post": whether a share is that of the figure before, and of no more.
fn is_said_again(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let or = figure.start.checked_sub(2).filter(|&at| at >= scene.sentence.start);
    let share = |(kind, own): &(ClaimKind, Range<usize>)| *kind == ClaimKind::Percent && own == figure;
    or.is_some_and(|at| text(at) == "," && text(at + 1) == "or") && scene.figures.iter().any(share)
}

/// "Wray council", where the fact knows the Ashcombe council: the foreign name that a word closes.
fn closed_rival<'s>(scene: &'s Scene<'_>, at: usize, profile: &Profile) -> Option<&'s Name> {
    let closes = |name: &&Name| name.tokens.end == at && name.certainty == Certainty::Sure;
    scene.outline.names.iter().find(closes).filter(|name| !scene.owns(profile, name))
}

/// "The probe of the Ostrian agency": whether a common word is said to be that of something which is not the fact's.
fn is_of_another(scene: &Scene<'_>, at: usize, profile: &Profile) -> bool {
    let text = |at: usize| scene.tokens.get(at).map(|token| token.text(scene.prose));
    let foreign = |at: usize| {
        let named = scene.tokens[at].is_capitalised() && !scene.is_own(at, profile);
        // "the mayor of the Greens" is one of the fact's own place.
        named && scene.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && !next.is_capitalised())
    };
    let article = |text: &str| ["the", "a", "an"].contains(&text);
    let described = at + 4 < scene.sentence.end && text(at + 1) == Some("of") && text(at + 2).is_some_and(article);
    described && foreign(at + 3) && !scene.is_own(at + 4, profile)
}

/// "will share its kitchen with the Corley clinic, which has 36 beds": the foreign name that a clause goes on from.
fn antecedent<'s>(scene: &'s Scene<'_>, clause: usize, profile: &Profile) -> Option<&'s Name> {
    let before = clause.checked_sub(1)?;
    let opener = scene.outline.clauses[clause].tokens.start;
    let end = scene.outline.clauses[before].tokens.end;
    let mut rivals = scene.rivals_in(before, profile).filter(|name| !name.possessive && name.tokens.end + 1 == end);
    let noun = |name: &&Name| !scene.is_own(name.tokens.end, profile) && !scene.tokens[name.tokens.end].is_symbol();
    rivals.find(noun).filter(|_| scene.tokens[opener].text(scene.prose) == "which")
}

/// "Nordkraft's competitor Vindkraft employs", "Jana Kos's brother, Pavel Kos, won": the name behind what is the
/// subject's, which the figure is said of.
fn relation<'s>(scene: &'s Scene<'_>, figure: &Range<usize>, at: usize, profile: &Profile) -> Option<&'s Name> {
    let owner = scene.outline.names.iter().find(|name| name.possessive && name.tokens.contains(&at))?;
    let noun = owner.tokens.end + 1;
    let token = scene.tokens.get(noun)?;
    let preposition = token.word.is_some_and(|word| word.is(Sense::Preposition));
    let beside = |name: &&Name| {
        let behind = name.tokens.start > noun && name.tokens.start <= noun + 2 && name.tokens.end <= figure.start;
        behind && name.part == Part::Spoken && name.certainty == Certainty::Sure && !scene.is_place(name)
    };
    let related = !token.is_capitalised() && !preposition && !scene.is_own(noun, profile);
    scene.outline.names.iter().find(beside).filter(|name| related && !scene.owns(profile, name))
}

/// "Haddon beat Daniel Pryce's 46,027": a possessive right before the figure owns it.
fn possessive_rival<'s>(
    scene: &'s Scene<'_>,
    figure: &Range<usize>,
    profile: &Profile,
    standing: Standing,
) -> Option<&'s Name> {
    scene.outline.names.iter().find(|name| {
        let near = name.possessive && name.tokens.end <= figure.start && figure.start - name.tokens.end <= 4;
        near && !scene.owns(profile, name) && standing.at.is_none_or(|at| at < name.tokens.start || at > figure.end + 4)
    })
}

/// "Airbus reported that its own sales had edged up": whether a figure is of something that is a foreign speaker's.
fn is_of_speaker(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
    scene.owner_taken_up(figure).is_some_and(|name| !scene.owns(profile, name))
}

/// "the challenger had 9,412 votes to the incumbent's 9,187": whether a word stands for who has the other of two figures.
fn is_owned_by_another(scene: &Scene<'_>, figure: &Range<usize>, at: usize) -> bool {
    let owner = owner_set_against(scene, figure);
    // Who has a figure is told right before it.
    let near = |other: &Range<usize>| at < other.start && other.start - at <= OWNER;
    let mut others = scene.figures.iter().filter(|(_, other)| other != figure && near(other));
    owner.is_some_and(|owner| at < owner.start && scene.clause(figure).tokens.contains(&at))
        || others.any(|(_, other)| owner_set_against(scene, other).is_some_and(|owner| owner.contains(&at)))
}

/// "to the incumbent's 9,187": the words right before a figure that say whose it is, where it is set against another.
fn owner_set_against(scene: &Scene<'_>, figure: &Range<usize>) -> Option<Range<usize>> {
    let possessive = figure.start.checked_sub(1).filter(|&at| at > scene.sentence.start)?;
    let token = &scene.tokens[possessive];
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let owns = token.glued && token.text(scene.prose).starts_with(['\'', '\u{2019}']);
    if !owns {
        return None;
    }
    let from = possessive.saturating_sub(OWNER).max(scene.sentence.start);
    let against = (from..possessive).rev().find(|&at| matches!(text(at), "to" | "against" | "versus"))?;
    let kind = scene.figures.iter().find(|(_, own)| own == figure)?.0;
    let before =
        scene.figures.iter().any(|(other, own)| *other == kind && own.end <= against && against - own.end <= 1);
    before.then_some(against + 1..figure.start)
}

/// Nearer words count more; another figure between counts against.
pub(super) fn points(scene: &Scene<'_>, figure: &Range<usize>, standing: Standing) -> i32 {
    let level = match standing.level {
        Level::Clause | Level::Header => 60,
        Level::Governing => 40,
        Level::Dependent => 36,
        Level::Sentence => 24,
        Level::Earlier => 20,
        Level::Heading => 14,
        Level::Title => 10,
        Level::Compared => 0,
    };
    let distance = standing.at.map_or(10, |at| gap(at, figure).min(20));
    // "a shortfall of £65 million": the word the figure belongs to.
    let belongs = standing
        .at
        .is_some_and(|at| at + 2 == figure.start && scene.tokens[at + 1].text(scene.prose).eq_ignore_ascii_case("of"));
    level - i32::try_from(distance).unwrap_or(20) + if belongs { 8 } else { 0 }
}
